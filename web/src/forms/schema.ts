import type { Schema, Text } from '../api/types.ts'

export type Control =
  | { kind: 'text'; long: boolean; maxLength?: number | undefined }
  | { kind: 'number'; whole: boolean; min?: number | undefined; max?: number | undefined }
  | { kind: 'date' }
  | { kind: 'photo' }
  | { kind: 'yes-no' }
  | { kind: 'choice'; values: Record<string, Text> }
  | { kind: 'many'; values: Record<string, Text> }
  | { kind: 'reference'; to: string; many: boolean }
  | { kind: 'group'; fields: FormField[] }
  | { kind: 'list'; item: FormField }

/** One field of a form, read from the schema of an action's input. */
export interface FormField {
  readonly name: string
  readonly title: Text
  readonly hint: Text | undefined
  readonly required: boolean
  readonly unit: Text | undefined
  readonly preset: unknown
  readonly control: Control
}

const bare = (text: string): Text => ({ zh: text, en: text })

/** Leaves out the `null` that an optional field allows; the rest of the keywords stay on the outside. */
function present(schema: Schema): Schema {
  const options = (schema.anyOf ?? schema.oneOf)?.filter((option) => option.type !== 'null')
  if (options?.length === 1) return { ...options[0], ...schema, ...present(options[0]!) }
  // Choices written as several constants are one choice.
  if (options && options.length > 1 && options.every((option) => option.const !== undefined)) {
    const values = Object.fromEntries(
      options.map((option) => [
        String(option.const),
        { zh: option.title ?? String(option.const), en: option.titleEn ?? option.title ?? String(option.const) },
      ]),
    )
    return {
      ...schema,
      type: 'string',
      enum: options.map((option) => String(option.const)),
      'x-values': schema['x-values'] ?? values,
    }
  }
  return schema
}

const typeOf = (schema: Schema) =>
  Array.isArray(schema.type) ? schema.type.find((type) => type !== 'null') : schema.type

function valuesOf(schema: Schema): Record<string, Text> | undefined {
  if (schema.enum)
    return Object.fromEntries(
      schema.enum.map((value) => [String(value), schema['x-values']?.[String(value)] ?? bare(String(value))]),
    )
  return schema['x-values']
}

function controlOf(schema: Schema): Control {
  const type = typeOf(schema)
  const to = schema['x-refers-to']
  if (type === 'array') {
    const items = present(schema.items ?? {})
    const target = to ?? items['x-refers-to']
    if (target) return { kind: 'reference', to: target, many: true }
    // The titles of the values stand with the list or with its items.
    const values = valuesOf({ ...items, 'x-values': items['x-values'] ?? schema['x-values'] })
    if (values) return { kind: 'many', values }
    return { kind: 'list', item: readField('', items, true) }
  }
  if (to) return { kind: 'reference', to, many: false }
  const values = valuesOf(schema)
  if (values) return { kind: 'choice', values }
  if (type === 'boolean') return { kind: 'yes-no' }
  if (type === 'number' || type === 'integer')
    return {
      kind: 'number',
      whole: type === 'integer',
      min: schema.minimum ?? schema.exclusiveMinimum,
      max: schema.maximum,
    }
  if (type === 'object') return { kind: 'group', fields: fieldsOf(schema) }
  if (schema['x-photo']) return { kind: 'photo' }
  if (schema.format === 'date' || schema.pattern?.startsWith('^(?:(?:\\d\\d[2468]')) return { kind: 'date' }
  return {
    kind: 'text',
    long: schema['x-multiline'] === true || (schema.maxLength ?? 0) > 120,
    maxLength: schema.maxLength,
  }
}

function readField(name: string, raw: Schema, required: boolean): FormField {
  const schema = present(raw)
  const title = schema.title ?? name
  const unit = schema['x-unit']
  return {
    name,
    title: { zh: title, en: schema.titleEn ?? title },
    hint: schema['x-help'] ?? (schema.description ? bare(schema.description) : undefined),
    required: required && schema.default === undefined,
    unit: typeof unit === 'string' ? bare(unit) : unit,
    preset: schema.default,
    control: controlOf(schema),
  }
}

/** The fields of an input, in the order they were declared. */
export function fieldsOf(schema: Schema): FormField[] {
  return Object.entries(schema.properties ?? {}).map(([name, property]) =>
    readField(name, property, schema.required?.includes(name) ?? false),
  )
}

/** The values a form starts with. */
export function presets(fields: readonly FormField[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      if (field.preset !== undefined) return [[field.name, field.preset]]
      if (field.control.kind === 'group' && field.required) return [[field.name, presets(field.control.fields)]]
      return []
    }),
  )
}

/** What is sent: empty texts and lists of optional fields are left out. */
export function filled(values: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    if (value === '' || value === undefined || value === null) continue
    kept[name] = isGroup(value) ? filled(value) : value
  }
  return kept
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
