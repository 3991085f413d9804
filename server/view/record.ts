import { getTableColumns } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { AnyAction, AnyRecord } from '@kangheng/kernel/domain/define-domain.ts'
import type { FieldDefinition } from '@kangheng/kernel/record/define-record.ts'
import type { ExtensionField } from '@kangheng/kernel/record/extension.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

/** How a field is shown and entered. */
export type FieldKind = 'text' | 'number' | 'date' | 'yes-no' | 'choice' | 'reference'

/** A field as the page needs it. */
export interface FieldView {
  readonly title: Text
  readonly kind: FieldKind
  readonly values?: Readonly<Record<string, Text>>
  readonly unit?: Text
  readonly masked?: string
  readonly refersTo?: string
  readonly extension?: true
  /** Of extension fields; which declared fields are required is said by each action. */
  readonly required?: true
}

/** The kind of a field follows from its column. */
export function kindOf(field: FieldDefinition, column: PgColumn | undefined): FieldKind {
  if (field.refersTo) return 'reference'
  if (field.values) return 'choice'
  if (field.plain) return 'text'
  const type = column?.getSQLType() ?? 'text'
  if (type === 'date' || type.startsWith('timestamp')) return 'date'
  if (type === 'boolean') return 'yes-no'
  return /^(integer|bigint|smallint|numeric|real|double)/.test(type) ? 'number' : 'text'
}

function extensionView(field: ExtensionField): FieldView {
  const options = field.options.map(
    (option) => [option, field.optionTitles[option] ?? { zh: option, en: option }] as const,
  )
  return {
    title: { zh: field.titleZh, en: field.titleEn },
    kind: field.kind,
    ...(field.kind === 'choice' ? { values: Object.fromEntries(options) } : {}),
    ...(field.unit ? { unit: field.unit } : {}),
    extension: true,
    ...(field.required ? { required: true } : {}),
  }
}

/** A record's declared and extension fields, by name. An extension field's value stands in the row's `extra`. */
export function fieldsOf(record: AnyRecord, extensions: readonly ExtensionField[]): Record<string, FieldView> {
  const columns = getTableColumns(record.table) as Record<string, PgColumn>
  const own = (Object.entries(record.fields) as [string, FieldDefinition][]).map(([name, field]) => {
    const { title, values, unit, masked, refersTo } = field
    const optional = { values, unit, masked, refersTo }
    const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined))
    return [name, { title, kind: kindOf(field, columns[name]), ...given } as FieldView] as const
  })
  const added = extensions
    .filter((field) => field.record === record.id)
    .map((field) => [field.key, extensionView(field)] as const)
  return Object.fromEntries([...own, ...added])
}

/** A printed form as the page needs it. */
interface FormView {
  readonly id: string
  readonly title: Text
}

/** A record type as the page needs it, with the actions this reader may do on it and the forms it may be printed as. */
export function recordView(
  record: AnyRecord,
  extensions: readonly ExtensionField[],
  actions: readonly AnyAction[],
  forms: readonly FormView[] = [],
) {
  return {
    id: record.id,
    title: record.title,
    description: record.description,
    happenedOn: record.happenedOn,
    states: record.states,
    list: record.list,
    filters: record.filters ?? [],
    overview: record.overview ?? [],
    trend: record.trend ?? [],
    board: record.board ?? [],
    ...(record.timeline ? { timeline: record.timeline } : {}),
    fields: fieldsOf(record, extensions),
    actions: actions.map((action) => action.id),
    ...(record.photos ? { photos: true } : {}),
    ...(forms.length > 0 ? { forms } : {}),
  }
}
