import type { AnyRecord } from '@kangheng/kernel/domain/define-domain.ts'
import type { CsvValue } from '@kangheng/kernel/exchange/csv-writer.ts'
import type { ColumnKind } from '@kangheng/kernel/exchange/workbook-cells.ts'
import type { ExtensionField } from '@kangheng/kernel/record/extension.ts'
import type { ListedRow } from '@kangheng/kernel/record/read.ts'
import { inLanguage, type Language, type Text } from '@kangheng/kernel/text/text.ts'
import { fieldsOf, type FieldView } from './record.ts'

/** A column of an exported list. */
export interface ExportColumn {
  readonly title: string
  readonly kind: ColumnKind
  value(row: ListedRow): CsvValue
}

const COMMON: Readonly<Record<'person' | 'division' | 'institution' | 'state', Text>> = {
  person: { zh: '姓名', en: 'Name' },
  division: { zh: '区划', en: 'Division' },
  institution: { zh: '机构', en: 'Institution' },
  state: { zh: '状态', en: 'State' },
}

const KINDS: Partial<Record<FieldView['kind'], ColumnKind>> = { number: 'number', date: 'date' }

/** A value as people read it: coded values by their titles. */
function plain(field: FieldView, value: unknown, language: Language): CsvValue {
  if (value === null || value === undefined) return null
  const title = field.values?.[String(value)]
  if (title) return inLanguage(title, language)
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  if (field.kind === 'number') return Number(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The columns of a record's export: who, when, where, every own field, every extension field, the state. */
export function exportColumns(
  record: AnyRecord,
  extensions: readonly ExtensionField[],
  language: Language,
): ExportColumn[] {
  const say = (text: Text) => inLanguage(text, language)
  const fields = Object.entries(fieldsOf(record, extensions)).map(([name, field]): ExportColumn => {
    const unit = field.unit ? `（${say(field.unit)}）` : ''
    return {
      title: `${say(field.title)}${unit}`,
      kind: field.values ? 'text' : (KINDS[field.kind] ?? 'text'),
      value: (row) => plain(field, field.extension ? row.extra[name] : (row[`${name}Name`] ?? row[name]), language),
    }
  })
  const states = record.states as Readonly<Record<string, Text>>
  return [
    { title: say(COMMON.person), kind: 'text', value: (row) => row.personName },
    { title: say(record.happenedOn), kind: 'date', value: (row) => row.happenedOn },
    { title: say(COMMON.division), kind: 'text', value: (row) => row.divisionName },
    { title: say(COMMON.institution), kind: 'text', value: (row) => row.institutionName },
    ...fields,
    {
      title: say(COMMON.state),
      kind: 'text',
      value: (row) => (states[row.state] ? say(states[row.state]!) : row.state),
    },
  ]
}
