import { readRegister, type RegisterRow } from '@kangheng/kernel/exchange/register.ts'
import type { AcceptedRow, OtherRow, ReadingContext, ReadStep } from '@kangheng/kernel/exchange/importable-register.ts'
import { readCounty } from '@kangheng/kernel/place/county-data.ts'
import type { ExtensionField } from '@kangheng/kernel/record/extension.ts'
import { withAddedFields } from './added-fields.ts'
import { assessRegister, type AssessedItem, type DecidedRow } from './assess-register.ts'
import { nestVillages, registerCounty } from './counties.ts'
import type { ResidentEntry } from './entry.ts'
import type { FirstRow } from './merge.ts'
import type { ResidentColumn } from './register.ts'
import { buildReport, reportRow } from './report.ts'
import { reportValues } from './report-values.ts'

const BATCH = 2000

/** Of accepted rows the report needs neither cells nor texts; letting go of them keeps memory small. */
function withoutCells(item: DecidedRow): DecidedRow {
  const { kind, sheet, row, hidden } = item.source
  return { ...item, source: { kind, sheet, row, hidden } as RegisterRow<ResidentColumn> }
}

function otherRow(item: DecidedRow, seq: number): OtherRow {
  const { source, decision } = item
  const { outcome } = reportRow(item)
  const place = { seq, sheet: source.sheet.name, row: source.row, hidden: source.hidden, detail: outcome }
  switch (decision.outcome) {
    case 'rejected':
      return {
        ...place,
        outcome: 'rejected',
        reasons: decision.reasons,
        // What the row said, for people to recognise it by.
        values: { name: source.texts.name, id: source.texts.id, village: source.texts.village },
        original: source.original,
      }
    case 'conflict':
      return {
        ...place,
        outcome: 'review',
        reasons: ['CONFLICT_IN_FILE'],
        values: reportValues(decision.entry),
        original: source.original,
      }
    case 'duplicate':
      return { ...place, outcome: 'duplicate', reasons: [], values: reportValues(decision.entry) }
    case 'accepted':
      throw new Error('An accepted row is no other row')
  }
}

/** Reads and decides a register of residents, step by step; runs in a worker thread (`ReadingModule`). */
export function* readFile(
  bytes: Uint8Array,
  filename: string,
  context: ReadingContext,
): Generator<ReadStep<ResidentEntry>> {
  const county = registerCounty(context.county, nestVillages(readCounty(context.county).divisions))
  const items: AssessedItem[] = []
  const firsts = new Map<number, FirstRow>()
  let accepted: AcceptedRow<ResidentEntry>[] = []
  let originals: string[] = []
  let others: OtherRow[] = []
  let seq = 0
  const added = withAddedFields((context.given ?? []) as readonly ExtensionField[])
  const register = readRegister(bytes, filename, added.register)
  for (const item of assessRegister(register, { county, importedOn: context.importedOn, added })) {
    items.push(item.kind === 'decided' ? withoutCells(item) : item)
    if (item.kind !== 'decided') continue
    const { source, decision } = item
    if (decision.outcome === 'accepted') {
      const { entry } = decision.first
      const place = { seq, sheet: source.sheet.name, row: source.row, hidden: source.hidden }
      accepted.push({ ...place, entry, warnings: decision.warnings })
      originals.push(JSON.stringify(source.original))
      firsts.set(seq, decision.first)
    } else others.push(otherRow(item, seq))
    seq += 1
    if (accepted.length + others.length >= BATCH) {
      yield { kind: 'rows', accepted, originals, others }
      accepted = []
      originals = []
      others = []
    }
  }
  yield { kind: 'rows', accepted, originals, others }
  const filled = [...firsts].filter(([, first]) => Object.keys(first.afterMerge).length > 0)
  const report = buildReport(items, filename)
  yield {
    kind: 'end',
    fills: new Map(filled.map(([at, first]) => [at, first.afterMerge])),
    counts: { ...report.counts },
    sheets: items.filter((item) => item.kind === 'sheet').map((item) => item.sheet),
    report: context.withReport ? report : undefined,
  }
}
