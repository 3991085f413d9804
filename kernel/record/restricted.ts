import type { PgColumn } from 'drizzle-orm/pg-core'
import type { AnyRecord } from '../domain/define-domain.ts'

/**
 * Values of a field that not every reader of the row is told: who does not see the record named, nor is the person the row is about, reads the row without
 * them. A list loses them, a single value is empty.
 */
export interface RestrictedValues<Field extends string = string> {
  readonly field: Field
  readonly values: readonly string[]
  /** Id of the record type that whoever may be told sees. */
  readonly seenWith: string
  /** Whoever wrote the row is told as well. */
  readonly writerSees?: true
}

const restrictionsOf = (record: Pick<AnyRecord, 'restricted'>, field: string): readonly RestrictedValues[] =>
  ((record.restricted ?? []) as readonly RestrictedValues[]).filter((each) => each.field === field)

/** Whether a field has values that some readers are not told: no filter and no indicator asks for them. */
export const isRestricted = (record: Pick<AnyRecord, 'restricted'>, field: string): boolean =>
  restrictionsOf(record, field).length > 0

/** A column of t as SQL, without what the reader is not told (`kangheng.hides`, see the policies). Values are of the declaration, never of a request. */
export function toldColumn(record: AnyRecord, name: string, column: PgColumn): string {
  return restrictionsOf(record, name).reduce((told, { values, seenWith, writerSees }) => {
    const hidden = `array[${values.map((value) => `'${value}'`).join(', ')}]::text[]`
    const without =
      column.getSQLType() === 'jsonb'
        ? `(${told}) - ${hidden}`
        : `case when ${told} = any(${hidden}) then null else ${told} end`
    return `case when kangheng.hides('${seenWith}', ${writerSees ? 't.recorded_by' : 'null'}) then ${without} else ${told} end`
  }, `t."${column.name}"`)
}

/**
 * The input of a correction with the values of the row that its sender was not told and so could not send again: nobody takes away what they cannot see.
 * A list that the input does not name stays as it is.
 */
export function withUntold(
  record: AnyRecord,
  reader: { readonly account: string; readonly sees: ReadonlySet<string> },
  current: Readonly<Record<string, unknown>>,
  input: Record<string, unknown>,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const { field, values, seenWith, writerSees } of (record.restricted ?? []) as readonly RestrictedValues[]) {
    const [sent, known] = [kept[field] ?? input[field], current[field]]
    if (reader.sees.has(seenWith) || (writerSees && current['recordedBy'] === reader.account)) continue
    if (!Array.isArray(sent) || !Array.isArray(known)) continue
    const untold = known.filter((value) => values.includes(String(value)) && !sent.includes(value))
    if (untold.length > 0) kept[field] = [...(sent as unknown[]), ...(untold as unknown[])]
  }
  return { ...input, ...kept }
}
