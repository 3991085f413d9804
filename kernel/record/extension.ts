import type { AnyRecord } from '../domain/define-domain.ts'
import type { Connection } from '../store/connection.ts'
import { isIsoDate } from '../period/date.ts'
import { refuse } from '../text/refusal.ts'
import type { Text } from '../text/text.ts'
import type { RowChange } from './changes.ts'

/** A field added at run time, in its newest version. */
export interface ExtensionField {
  readonly record: string
  readonly key: string
  readonly version: number
  readonly titleZh: string
  readonly titleEn: string
  readonly kind: 'text' | 'number' | 'date' | 'yes-no' | 'choice'
  readonly options: readonly string[]
  readonly optionTitles: Readonly<Record<string, Text>>
  readonly unit: Text | null
  readonly required: boolean
  readonly active: boolean
}

/** The newest version of every extension field of the county, inactive ones left out. */
export async function findExtensionFields(
  connection: Connection,
  county: string,
  record?: string,
): Promise<ExtensionField[]> {
  const rows = await connection.query<ExtensionField>(
    `select distinct on (record, key) record, key, version, title_zh as "titleZh", title_en as "titleEn", kind, options,
       option_titles as "optionTitles", unit, required, active
     from extension_field where county = $1 and ($2::text is null or record = $2) order by record, key, version desc`,
    [county, record ?? null],
  )
  return rows.filter((row) => row.active)
}

function optionNames(field: ExtensionField): Text {
  const titles = field.options.map((option) => field.optionTitles[option] ?? { zh: option, en: option })
  return { zh: titles.map((title) => title.zh).join('、'), en: titles.map((title) => title.en).join(', ') }
}

/** A value of an extension field as people read it. */
export function shownValue(field: ExtensionField, value: unknown): Text {
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  const text = String(value)
  const unit = (language: keyof Text) => (field.unit ? ` ${field.unit[language]}` : '')
  return field.optionTitles[text] ?? { zh: text + unit('zh'), en: text + unit('en') }
}

/** What is wrong with a value of an extension field; undefined when it fits. */
export function extensionFault(field: ExtensionField, value: unknown): { zh: string; en: string } | undefined {
  if (value === undefined || value === null || value === '') {
    return field.required ? { zh: `请填写“${field.titleZh}”`, en: `“${field.titleEn}” is required` } : undefined
  }
  const fits = {
    text: typeof value === 'string' && value.length <= 500,
    number: typeof value === 'number' && Number.isFinite(value),
    date: typeof value === 'string' && isIsoDate(value),
    'yes-no': typeof value === 'boolean',
    choice: typeof value === 'string' && field.options.includes(value),
  }[field.kind]
  if (fits) return undefined
  const wanted = {
    text: { zh: '不超过500字的文字', en: 'a text of at most 500 characters' },
    number: { zh: '数字', en: 'a number' },
    date: { zh: '日期（如 2025-11-20）', en: 'a date (such as 2025-11-20)' },
    'yes-no': { zh: '是或否', en: 'yes or no' },
    choice: optionNames(field),
  }[field.kind]
  return { zh: `“${field.titleZh}”应为：${wanted.zh}`, en: `“${field.titleEn}” must be ${wanted.en}` }
}

/** Checks `extra` of the rows an action wrote against the extension fields in force; refuses unknown keys and wrong values. */
export async function checkExtensions(
  connection: Connection,
  county: string,
  record: AnyRecord,
  changes: readonly RowChange[],
  known?: readonly ExtensionField[],
): Promise<void> {
  const rows = changes.filter(
    (change) => change.table === record.table && (!change.before || change.after['extra'] !== change.before['extra']),
  )
  if (rows.length === 0) return
  const fields = known ?? (await findExtensionFields(connection, county, record.id))
  for (const { after, before } of rows) {
    const extra = (after['extra'] ?? {}) as Record<string, unknown>
    for (const key of Object.keys(extra)) {
      if (
        !fields.some((field) => field.key === key) &&
        !(before?.['extra'] as Record<string, unknown> | undefined)?.[key]
      ) {
        refuse(`extra.${key}`, { zh: `没有名为“${key}”的扩展字段`, en: `There is no extension field “${key}”` })
      }
    }
    const old = (before?.['extra'] ?? {}) as Record<string, unknown>
    for (const field of fields) {
      // A record from before the field was required may be changed without it; what is entered must fit.
      if (before && JSON.stringify(extra[field.key]) === JSON.stringify(old[field.key])) continue
      const fault = extensionFault(field, extra[field.key])
      if (fault) refuse(`extra.${field.key}`, fault)
    }
  }
}
