import type { Field, RecordRow, RecordType, Text } from '../api/types.ts'
import { grouped } from '../parts/number.ts'
import { common } from '../language/common.ts'
import { words } from './words.ts'

/** Says a text in the reader's language. */
export type Say = (text: Text | null | undefined) => string

/** A key of the database says nothing to a reader. */
const identifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A stored value in the reader's words; never a code, never `null`. */
export function fieldText(
  value: unknown,
  field: Pick<Field, 'title' | 'kind' | 'values'> | undefined,
  say: Say,
): string {
  if (value === null || value === undefined || value === '') return '—'
  if (Array.isArray(value))
    return value.length === 0 ? '—' : value.map((item) => fieldText(item, field, say)).join('、')
  if (field?.values) {
    const title = field.values[String(value)]
    if (title) return say(title)
  }
  if (typeof value === 'boolean') return say(value ? common.yes : common.no)
  if (typeof value === 'object') {
    if ('zh' in value) return say(value as Text)
    return Object.values(value)
      .map((item) => fieldText(item, undefined, say))
      .join('，')
  }
  if (field?.kind === 'number' && /^-?\d+(\.\d+)?$/.test(String(value))) return grouped(String(value))
  return identifier.test(String(value)) ? say(words.linked) : String(value)
}

/** The kernel's own columns, by the names a list may use. */
export function kernelTitle(name: string, type: RecordType): Text | undefined {
  switch (name) {
    case 'person':
      return words.person
    case 'division':
      return words.division
    case 'institution':
      return words.institution
    case 'state':
      return words.state
    case 'happenedOn':
      return type.happenedOn
    default:
      return undefined
  }
}

/** Title of any column of a record. */
export function columnTitle(name: string, type: RecordType): Text {
  return type.fields[name]?.title ?? kernelTitle(name, type) ?? { zh: name, en: name }
}

/** Text of any column of a row: names stand for references. */
export function columnText(row: RecordRow, name: string, type: RecordType, say: Say): string {
  const named = row[`${name}Name`]
  if (typeof named === 'string' && named) return named
  if (name === 'state') return say(type.states[row.state]) || '—'
  const field = type.fields[name]
  const value = row[name] ?? (field?.extension ? row.extra?.[name] : undefined)
  return fieldText(value, field, say)
}

/** The same with its unit, where the column has one and the row says something. */
export function measuredText(row: RecordRow, name: string, type: RecordType, say: Say): string {
  const text = columnText(row, name, type, say)
  const unit = say(type.fields[name]?.unit)
  return text === '—' || !unit ? text : `${text} ${unit}`
}

/** What to call a row where only one line is free. */
export function rowTitle(row: RecordRow, type: RecordType, say: Say): { name: string; about: string } {
  const first = type.list.find((name) => name === 'name') ?? type.list[0] ?? 'happenedOn'
  const told = (name: string) =>
    name !== 'person' &&
    name !== 'division' &&
    name !== first &&
    (type.fields[name]?.kind !== 'reference' || typeof row[`${name}Name`] === 'string')
  const own = columnText(row, first, type, say)
  return {
    // A year or a number alone does not say what it is of.
    name: row.personName ?? (type.fields[first]?.kind === 'number' ? `${say(type.title)} ${own}` : own),
    about: [
      row.divisionName,
      ...type.list
        .filter(told)
        .slice(0, 3)
        .map((name) => columnText(row, name, type, say)),
    ]
      .filter((text) => text && text !== '—')
      .join(' · '),
  }
}
