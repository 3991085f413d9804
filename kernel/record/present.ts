import type { AnyRecord } from '../domain/define-domain.ts'
import { maskField, maskName } from '../person/mask.ts'
import type { FieldDefinition } from './define-record.ts'
import type { ListedRow } from './read.ts'

/** Masks the personal data of a row for readers who may not see them in full. The township's name stands for an address. */
export function maskRow(record: AnyRecord, row: ListedRow): ListedRow {
  const masked: Record<string, unknown> = { ...row }
  if (typeof row.personName === 'string') masked['personName'] = maskName(row.personName)
  for (const [name, field] of Object.entries(record.fields) as [string, FieldDefinition][]) {
    const value = row[name]
    if (field.masked && typeof value === 'string') masked[name] = maskField(field.masked, value, row.divisionName ?? '')
  }
  return masked as ListedRow
}

/** Rows as this reader may see them. */
export function presentRows(record: AnyRecord, rows: readonly ListedRow[], unmasked: boolean): ListedRow[] {
  return unmasked ? [...rows] : rows.map((row) => maskRow(record, row))
}
