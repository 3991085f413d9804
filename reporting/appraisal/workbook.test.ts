import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import {
  ranksOf,
  readyRuleSet,
  ruleSetSchema,
  shippedRuleSets,
} from '@kangheng/domains/administration/appraisal/index.ts'
import { readingsOf } from '@kangheng/domains/administration/appraisal/score-unit.ts'
import { appraisalWorkbook, type AppraisalBook, type AppraisedUnit } from './workbook.ts'

/** The recomputation is LibreOffice's: a spreadsheet that knows nothing of the engine. */
const skip = spawnSync('which', ['soffice']).status === 0 ? false : 'needs soffice (package libreoffice-calc-nogui)'

/** A small generator, so that the same units are made every time. */
function numbers(seed: number) {
  let state = seed
  return (to: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % to
  }
}

/** Forty units with readings of all sorts: rates of two decimals, counts, questions that do not arise, a score by decision, vetoes. */
function bookOf(kind: keyof typeof shippedRuleSets): AppraisalBook {
  const rules = ruleSetSchema.parse(shippedRuleSets[kind].rules)
  const ready = readyRuleSet(rules)
  const next = numbers(kind.length)
  const drafts = Array.from({ length: 40 }, (_, index) => {
    const values = Object.fromEntries(
      ready.terms.map((key) => {
        if (key.startsWith('{'))
          return [
            key,
            /satisfied/.test(key)
              ? (next(4000) / 100 + 60).toFixed(2)
              : String(next(key.includes('concealed') ? 2 : 14)),
          ] as const
        return [key, next(9) === 0 ? null : (next(7000) / 100 + 30).toFixed(2)] as const
      }),
    )
    const samples = Object.fromEntries(
      rules.items
        .filter((item) => item.sample)
        .map((item) => [item.code, { drawn: index % 6, judged: index % 6, qualified: next((index % 6) + 1) }]),
    )
    const decided: Record<string, string> = index === 3 ? { [rules.items[0]!.code]: '1.25' } : {}
    const facts = Object.fromEntries(
      Object.entries(values).flatMap(([key, value]) =>
        key.startsWith('{') && value !== null ? [[key.slice(1, -1), value]] : [],
      ),
    )
    const sheet = ready.score({ ...readingsOf({ figures: values, facts, samples }), decided: (item) => decided[item] })
    return { name: `单位${index + 1}`, values, samples, decided, sheet }
  })
  const ranks = ranksOf(drafts.map(({ sheet }) => sheet.total))
  const units = drafts.map((unit, index): AppraisedUnit => ({ ...unit, rank: ranks[index]! }))
  return { title: shippedRuleSets[kind].title.zh, period: '2024', rules, units, titleOf: (key) => key, synthetic: true }
}

const HEAD = 7
const kinds = ['township-centre', 'doctor-team', 'section'] as const

describe('an appraisal recomputed by a spreadsheet', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'appraisal-'))
  after(() => rmSync(folder, { recursive: true, force: true }))

  for (const kind of kinds)
    test(`${kind}: every score, total and rank is the same to the last digit`, async () => {
      const book = bookOf(kind)
      writeFileSync(join(folder, `${kind}.xlsx`), await appraisalWorkbook(book, true))
      // The second sheet, cells as they are and not as they are shown.
      const target = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,2'
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          target,
          '--outdir',
          folder,
          join(folder, `${kind}.xlsx`),
        ],
        { stdio: 'ignore', timeout: 120_000 },
      )
      const rows = readFileSync(join(folder, `${kind}-评分.csv`), 'utf8')
        .split('\n')
        .map((line) => line.split(','))
      const { rules } = book
      const ordered = [...rules.items.filter((item) => !item.bonus), ...rules.items.filter((item) => item.bonus)]
      const said = (row: number, column: number) => {
        const text = rows[row - 1]![column - 1]!.replaceAll('"', '').trim()
        return /^-?\d/.test(text) ? Number(text).toFixed(2) : text
      }
      let compared = 0
      book.units.forEach((unit, index) => {
        const row = HEAD + 1 + index
        const expected = [
          ...ordered.map((item) => unit.sheet.lines.find((line) => line.item === item.code)!.score ?? '—'),
          unit.sheet.base ?? '',
        ]
        expected.forEach((value, position) => {
          assert.equal(said(row, 2 + position), value, `${unit.name}, ${ordered[position]?.code ?? 'base'}`)
          compared += 1
        })
        assert.equal(said(row, 4 + ordered.length), unit.sheet.total ?? '', `${unit.name}, total`)
        assert.equal(
          said(row, 5 + ordered.length),
          unit.rank === null ? '' : unit.rank.toFixed(2),
          `${unit.name}, rank`,
        )
      })
      assert.ok(compared >= 40 * ordered.length)
    })
})

test('the file tells the engine’s results to whoever does not reckon, and reckons anew when it is opened', async () => {
  const book = bookOf('doctor-team')
  const read = new ExcelJS.Workbook()
  await read.xlsx.load((await appraisalWorkbook(book)) as unknown as ExcelJS.Buffer)
  const cell = read.getWorksheet('评分')!.getCell(HEAD + 1, 2).value as ExcelJS.CellFormulaValue
  assert.match(cell.formula, /ROUND/)
  assert.equal(Number(cell.result).toFixed(2), book.units[0]!.sheet.lines[0]!.score)
})
