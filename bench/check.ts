/**
 * Figure check against labelled summaries: claims, units, kinds, checks, findings, a mutation run, speed and memory.
 * `npm run bench -- check`, or `node bench/check.ts [--quick] [--shared PATH]`; the labels are read from `../shared` beside the project.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { checkText } from '@kangheng/reporting/check/index.ts'
import type { TextTable } from '@kangheng/reporting/check/read/document-text.ts'
import {
  addScores,
  type LabelledText,
  type LabelScore,
  readLabelledTexts,
  scoreAgainst,
} from '@kangheng/reporting/check/testing/labels.ts'
import { mutate, type Mutation, seededRandom } from '@kangheng/reporting/check/testing/mutations.ts'
import { type BenchResult, judge, type Measurement } from './measure.ts'

const DEFAULT_SHARED = fileURLToPath(new URL('../../shared', import.meta.url))
const SEED = 20250105

/** Runs the whole bench; `quick` makes one mutation round and one timing. A missing label folder is a failure that names it. */
export async function run({
  quick = false,
  shared = DEFAULT_SHARED,
}: {
  quick?: boolean
  shared?: string
}): Promise<BenchResult> {
  const folder = join(shared, 'seeds')
  const texts = readLabelledTexts(folder)
  if (texts === null)
    return { rows: [], failures: [`No labelled summaries at ${folder}; give the shared folder with --shared PATH`] }
  printScores(texts)
  const rounds = quick ? 1 : 5
  return judge(
    'check',
    [
      ...labelMeasures(texts),
      ...mutationMeasures(texts, rounds),
      ...speedMeasures(texts, rounds),
      tableMeasure(rounds),
    ],
    quick,
  )
}

function printScores(texts: readonly LabelledText[]): void {
  const lines = texts.map((labelled) => [labelled.name, scoreAgainst(labelled, checkText(labelled.text))] as const)
  const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`)
  const cells = (name: string, s: LabelScore) => [
    name,
    String(s.labels),
    percent(s.found, s.labels),
    percent(s.matchedClaims, s.claims),
    percent(s.coveredClaims, s.claims),
    percent(s.unit, s.found),
    percent(s.kind, s.found),
    percent(s.status, s.found),
    percent(s.approximate, s.found),
    `${s.checksFound}/${s.checks}`,
    `${s.directFound}/${s.direct}`,
    `${s.impliedFound}/${s.implied}`,
    `${s.falseContradictions}`,
    `${s.falseUnstated}`,
  ]
  const head = [
    'text',
    'labels',
    'recall',
    'precision',
    'covered',
    'unit',
    'kind',
    'status',
    'approx',
    'checks',
    'direct',
    'implied',
    'false direct',
    'false implied',
  ]
  console.error(
    table(head, [
      ...lines.map(([name, score]) => cells(name, score)),
      cells('all', addScores(lines.map(([, score]) => score))),
    ]),
  )
}

function labelMeasures(texts: readonly LabelledText[]): Measurement[] {
  const s = addScores(texts.map((labelled) => scoreAgainst(labelled, checkText(labelled.text))))
  const share = (name: string, part: number, whole: number): Measurement => ({
    name,
    value: whole === 0 ? 1 : part / whole,
    unit: '',
    basis: `${part} of ${whole}`,
  })
  return [
    share('claim recall', s.found, s.labels),
    share('claim precision', s.matchedClaims, s.claims),
    share('claims covered by a label', s.coveredClaims, s.claims),
    share('unit', s.unit, s.found),
    share('kind', s.kind, s.found),
    share('status', s.status, s.found),
    share('labelled checks made', s.checksFound, s.checks),
    share('direct inconsistencies found', s.directFound, s.direct),
    share('implied inconsistencies found', s.impliedFound, s.implied),
    {
      name: 'false contradictions per 10,000 characters',
      value: (10_000 * s.falseContradictions) / s.characters,
      unit: '',
      basis: `${s.falseContradictions} in ${s.characters} characters`,
    },
  ]
}

function mutationMeasures(texts: readonly LabelledText[], rounds: number): Measurement[] {
  const random = seededRandom(SEED)
  const all: Mutation[] = texts.flatMap((labelled) => mutate(labelled, rounds, random))
  const count = (outcome: Mutation['outcome']) => all.filter((mutation) => mutation.outcome === outcome).length
  for (const { label, from, to } of all.filter((mutation) => mutation.outcome === 'missed'))
    console.error(`missed: ${label.id} ${from} → ${to} (${label.check?.type} ${label.check?.formula})`)
  const wrong = count('caught') + count('missed')
  return [
    {
      name: 'mutations caught',
      value: wrong === 0 ? 1 : count('caught') / wrong,
      unit: '',
      basis: `${count('caught')} of ${wrong} changed digits; ${count('harmless')} more left the relation true`,
    },
  ]
}

/** What check-speed.ts prints: first and best time, best time of the processor, all in milliseconds. */
type Timing = { first: number; milliseconds: number; processor: number; megabytes: number }

/** Timed in a process of its own, so that memory and warm-up are those of one check. */
function speedMeasures(texts: readonly LabelledText[], rounds: number): Measurement[] {
  const longest = texts.reduce((a, b) => (b.text.length > a.text.length ? b : a)).text
  const timed = (text: string, count: number): Timing => {
    const script = fileURLToPath(new URL('./check-speed.ts', import.meta.url))
    const child = spawnSync(process.execPath, [script, String(count)], { input: text, encoding: 'utf8' })
    return JSON.parse(child.stdout) as Timing
  }
  const one = timed(longest, rounds)
  const ten = timed(longest.repeat(10), Math.max(2, rounds))
  return [
    {
      name: 'time for 35,000 characters',
      value: (35_000 * one.milliseconds) / longest.length,
      unit: 'ms',
      basis: `${longest.length} characters, best of ${rounds} after three to warm up`,
    },
    {
      name: 'time in a fresh process, 35,000 characters',
      value: (35_000 * one.first) / longest.length,
      unit: 'ms',
      basis: 'nothing compiled yet, as in `kangheng check`',
    },
    {
      name: 'time for 10 times the text, against 10',
      value: ten.processor / one.processor / 10,
      unit: '×',
      basis: `${ten.milliseconds.toFixed(0)} ms for ${longest.length * 10} characters`,
    },
    { name: 'memory', value: one.megabytes, unit: 'MB', basis: 'resident set of the whole process' },
  ]
}

/** A table of villages with rates and a total that is wrong, which takes most work. */
function villages(rows: number): { text: string; tables: TextTable[] } {
  let text = '各村签约情况\n'
  const lines: TextTable['rows'] = []
  const put = (...words: readonly string[]): void => {
    lines.push(
      words.map((word, column) => {
        const start = text.length
        text += `${word}\n`
        return { start, end: start + word.length, column, span: 1 }
      }),
    )
  }
  put('单位', '应签（人）', '实签（人）', '签约率（%）')
  let [due, done] = [0, 0]
  for (let row = 0; row < rows; row++) {
    const [a, b] = [100 + (row % 37), 50 + (row % 23)]
    due += a
    done += b
    put(`第${row + 1}村`, String(a), String(b), ((100 * b) / a).toFixed(2))
  }
  put('合计', String(due + 10), String(done), ((100 * done) / due).toFixed(2))
  return { text, tables: [{ path: 't1', rows: lines }] }
}

function tableMeasure(rounds: number): Measurement {
  const timed = (rows: number): number => {
    const { text, tables } = villages(rows)
    const times = Array.from({ length: rounds + 2 }, () => {
      const started = performance.now()
      checkText(text, { tables })
      return performance.now() - started
    })
    return Math.min(...times)
  }
  const [one, ten] = [timed(300), timed(3000)]
  return {
    name: 'time for a table 10 times as long, against 10',
    value: ten / one / 10,
    unit: '×',
    basis: `${ten.toFixed(0)} ms for 3000 rows`,
  }
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' }, shared: { type: 'string' } } })
  const { rows, failures } = await run({ quick: values.quick ?? false, shared: values.shared ?? DEFAULT_SHARED })
  console.table(rows)
  for (const failure of failures) console.log(`FELL SHORT: ${failure}`)
  process.exitCode = failures.length > 0 ? 1 : 0
}
