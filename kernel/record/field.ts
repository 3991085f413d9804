import { z } from 'zod'
import type { Text } from '../text/text.ts'

/** What a form needs to know of an input beyond its schema. */
export interface FieldHints {
  readonly title: Text
  readonly unit?: Text
  /** Titles of the values of a coded input. */
  readonly values?: Readonly<Record<string, Text>>
  readonly refersTo?: 'person' | 'division' | 'institution' | `record:${string}`
  /** A sentence of help below the input. */
  readonly help?: Text
  /** Long text is entered in several lines. */
  readonly multiline?: boolean
  /** A picture, taken or chosen on the page. */
  readonly photo?: boolean
}

/** Gives an input its titles; they travel with the JSON Schema to the page, the documentation and the import template. */
export function field<Schema extends z.ZodType>(schema: Schema, hints: FieldHints): Schema {
  return schema.meta({
    title: hints.title.zh,
    titleEn: hints.title.en,
    ...(hints.unit ? { 'x-unit': hints.unit } : {}),
    ...(hints.values ? { 'x-values': hints.values } : {}),
    ...(hints.refersTo ? { 'x-refers-to': hints.refersTo } : {}),
    ...(hints.help ? { 'x-help': hints.help } : {}),
    ...(hints.photo ? { 'x-photo': true } : {}),
    ...(hints.multiline ? { 'x-multiline': true } : {}),
  }) as Schema
}

/** A table of codes with their titles. */
type Codes = Readonly<Record<string, Text>>

/** The codes of a table as a non-empty tuple, for `z.enum`. */
export function keysOf<Table extends Codes>(codes: Table): [keyof Table & string, ...(keyof Table & string)[]] {
  return Object.keys(codes) as [keyof Table & string, ...(keyof Table & string)[]]
}

/** A choice among coded values. */
export function choice<Table extends Codes>(codes: Table, title: Text) {
  return field(z.enum(keysOf(codes)), { title, values: codes })
}

/** A time of day in China, `HH:MM`. */
export const timeOfDay = (zh: string, en: string) =>
  field(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), {
    title: { zh, en },
    help: { zh: '24小时制，例如 09:30', en: 'By the 24-hour clock, for example 09:30' },
  })
