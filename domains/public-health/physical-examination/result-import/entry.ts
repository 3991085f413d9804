import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Moment } from '@kangheng/kernel/period/moment.ts'
import { convert, degreeOf, isQualitative, itemOf, type ItemId } from '../items.ts'
import type { ReadingCode } from './reasons.ts'

/** A result as it was sent, all texts. */
export interface SentResult {
  /** The sample's numbers, the likeliest first. */
  readonly barcodes: readonly string[]
  readonly number: string
  readonly name: string
  readonly item: string
  readonly text: string
  readonly unit: string
  readonly measuredAt: Moment | undefined
  readonly device: string
}

/** A result that can be read: what is kept once it is known of whom it is. */
export interface ResultEntry {
  readonly barcodes: readonly string[]
  readonly number: string
  readonly name: string
  readonly item: ItemId
  readonly value: number | null
  readonly degree: string | null
  readonly original: string
  readonly measuredAt: Moment
  readonly device: string
}

/** Reads one result; gives the reason where it cannot be read. */
export function readResult(sent: SentResult, importedOn: IsoDate): ResultEntry | ReadingCode {
  const { barcodes, number, name, text, unit, measuredAt, device } = sent
  if (barcodes.length === 0 && number === '') return 'NO_IDENTITY'
  const item = itemOf(sent.item)
  if (!item) return 'UNKNOWN_ITEM'
  if (!measuredAt) return 'NO_TIME'
  if (measuredAt.slice(0, 10) > importedOn) return 'FUTURE'
  const entry = { barcodes, number, name, item, original: `${text} ${unit}`.trim(), measuredAt, device }
  if (isQualitative(item)) {
    const degree = degreeOf(text)
    return degree ? { ...entry, value: null, degree } : 'NO_VALUE'
  }
  const converted = convert(item, text, unit)
  if (converted.kind === 'unknown-unit') return 'UNKNOWN_UNIT'
  return converted.kind === 'value' ? { ...entry, value: converted.value, degree: null } : 'NO_VALUE'
}

/** What tells a result sent twice, before it is known of whom it is. */
export const keyOfSent = ({ barcodes, number, item, measuredAt }: ResultEntry): string =>
  [barcodes[0] ?? number, item, measuredAt].join(' ')
