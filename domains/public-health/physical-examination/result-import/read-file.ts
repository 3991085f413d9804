import { textOf } from '@kangheng/kernel/exchange/cell-text.ts'
import { decodeTable } from '@kangheng/kernel/exchange/csv-reader.ts'
import { isHl7, parseHl7 } from '@kangheng/kernel/exchange/hl7.ts'
import type { AcceptedRow, OtherRow, ReadingContext, ReadStep } from '@kangheng/kernel/exchange/importable-register.ts'
import { readRegister } from '@kangheng/kernel/exchange/register.ts'
import type { Cell } from '@kangheng/kernel/exchange/sheet.ts'
import { keyOfSent, readResult, type ResultEntry, type SentResult } from './entry.ts'
import { resultsOf } from './oru.ts'
import type { ReadingCode } from './reasons.ts'
import { resultRegister, tableMoment } from './sheet.ts'

/** A result with the place where it stands. */
interface Found {
  readonly sheet: string
  readonly row: number
  readonly hidden: boolean
  readonly sent: SentResult
  /** The time as it was written, for rows that go back. */
  readonly time: string
  readonly fault?: ReadingCode | undefined
}

function* ofMessages(text: string): Generator<Found> {
  for (const message of parseHl7(text))
    for (const { message: id, line, sent, fault } of resultsOf(message))
      yield { sheet: id || 'HL7', row: line, hidden: false, sent, time: sent.measuredAt ?? '', fault }
}

function* ofSheets(bytes: Uint8Array, filename: string): Generator<Found> {
  for (const item of readRegister(bytes, filename, resultRegister)) {
    if (item.kind !== 'data') continue
    const { barcode, number, name, item: code, text, unit, measuredAt, device } = item.texts
    // Of a time in a cell of its own the reader keeps the day; written as text it keeps the time.
    const time = item.cells.measuredAt.kind === 'date' ? textOf(item.cells.measuredAt) : measuredAt
    const sent: SentResult = {
      barcodes: barcode ? [barcode] : [],
      number: number.toUpperCase(),
      ...{ name, item: code, text, unit, device, measuredAt: tableMoment(time) },
    }
    yield { sheet: item.sheet.name, row: item.row, hidden: item.hidden, sent, time }
  }
}

/** The row as the returned workbook has it, whatever file it came from. */
function cellsOf({ sent, time }: Found): Cell[] {
  const texts = [sent.barcodes[0] ?? '', sent.number, sent.name, sent.item, sent.text, sent.unit, time, sent.device]
  return texts.map((value): Cell => (value === '' ? { kind: 'blank' } : { kind: 'text', value }))
}

const valuesOf = ({ sent, time }: Found) => ({
  barcode: sent.barcodes[0] ?? '',
  number: sent.number,
  name: sent.name,
  item: sent.item,
  text: `${sent.text} ${sent.unit}`.trim(),
  time,
})

const BATCH = 2000

/** Reads a file of results, HL7 messages or a table; runs in a worker thread (`ReadingModule`). */
export function* readFile(
  bytes: Uint8Array,
  filename: string,
  { importedOn }: ReadingContext,
): Generator<ReadStep<ResultEntry>> {
  const decoded = bytes[0] === 0x50 && bytes[1] === 0x4b ? undefined : decodeTable(bytes.subarray(0, 400))
  const messages = decoded && isHl7(decoded.text) ? decodeTable(bytes) : undefined
  const firsts = new Map<string, { where: string; entry: ResultEntry }>()
  let [accepted, originals, others]: [AcceptedRow<ResultEntry>[], string[], OtherRow[]] = [[], [], []]
  let seq = 0
  const counts = { data_rows: 0, merged_duplicates: 0, conflicts_for_review: 0, rejected: 0 }
  for (const found of messages ? ofMessages(messages.text) : ofSheets(bytes, filename)) {
    const { sheet, row, hidden, sent, fault } = found
    const place = { seq, sheet, row, hidden }
    const read = fault ?? readResult(sent, importedOn)
    seq += 1
    if (typeof read === 'string') {
      const detail = `rejected:${read}`
      others.push({
        ...place,
        outcome: 'rejected',
        detail,
        reasons: [read],
        values: valuesOf(found),
        original: cellsOf(found),
      })
      counts.rejected += 1
    } else {
      const key = keyOfSent(read)
      const first = firsts.get(key)
      const same = first && first.entry.value === read.value && first.entry.degree === read.degree
      if (first && same) {
        others.push({
          ...place,
          outcome: 'duplicate',
          detail: `duplicate-of:${first.where}`,
          reasons: [],
          values: valuesOf(found),
        })
        counts.merged_duplicates += 1
      } else if (first) {
        const reasons = ['CONTRADICTS']
        others.push({
          ...place,
          outcome: 'review',
          detail: `conflict-with:${first.where}`,
          reasons,
          values: valuesOf(found),
          original: cellsOf(found),
        })
        counts.conflicts_for_review += 1
      } else {
        firsts.set(key, { where: `${sheet},${row}`, entry: read })
        accepted.push({ ...place, entry: read, warnings: [] })
        originals.push(JSON.stringify(cellsOf(found)))
      }
    }
    if (accepted.length + others.length < BATCH) continue
    yield { kind: 'rows', accepted, originals, others }
    ;[accepted, originals, others] = [[], [], []]
  }
  yield { kind: 'rows', accepted, originals, others }
  counts.data_rows = seq
  yield { kind: 'end', fills: new Map(), counts, sheets: [], report: undefined }
}
