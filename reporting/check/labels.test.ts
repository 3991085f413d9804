import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { checkText } from './index.ts'
import { addScores, readLabelledTexts, scoreAgainst } from './testing/labels.ts'

const folder = fileURLToPath(new URL('../../../shared/seeds', import.meta.url))
const texts = readLabelledTexts(folder)

test(
  'labelled summaries: claims, units, kinds, checks and findings',
  { skip: texts === null && `no labelled texts at ${folder}` },
  () => {
    const score = addScores((texts ?? []).map((labelled) => scoreAgainst(labelled, checkText(labelled.text))))
    const share = (part: number, whole: number, least: number, name: string) =>
      assert.ok(part / whole >= least, `${name}: ${part} of ${whole}`)
    share(score.found, score.labels, 0.97, 'recall of claims')
    share(score.matchedClaims, score.claims, 0.95, 'precision of claims')
    share(score.unit, score.found, 0.95, 'units')
    share(score.kind, score.found, 0.95, 'kinds')
    share(score.status, score.found, 0.95, 'statuses')
    share(score.checksFound, score.checks, 0.8, 'checks')
    assert.equal(score.directFound, score.direct, 'direct inconsistencies')
    assert.equal(score.impliedFound, score.implied, 'implied inconsistencies')
    assert.ok(
      score.falseContradictions <= score.characters / 10_000,
      `${score.falseContradictions} false contradictions`,
    )
  },
)
