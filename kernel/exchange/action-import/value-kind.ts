import type { InputSchema } from '../../record/input-schema.ts'
import type { Text } from '../../text/text.ts'

/** What a cell of a column means. */
export type ValueKind =
  | { readonly kind: 'text'; readonly pattern: string | undefined; readonly multiline: boolean }
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'choice'; readonly values: Readonly<Record<string, Text>> }
  | { readonly kind: 'person' }
  /** `pattern` tells which codes are wanted: villages only, or townships too. */
  | { readonly kind: 'division'; readonly pattern: string | undefined }
  | { readonly kind: 'institution' }
  | { readonly kind: 'record'; readonly record: string }

/** A property as a column can hold it: one value, or a list of them; undefined when no cell can. */
export function valueKind(schema: InputSchema): { kind: ValueKind; list: boolean } | undefined {
  const variants = schema.anyOf ?? schema.oneOf
  if (variants) {
    const [only, ...others] = variants.filter((each) => each.type !== 'null')
    return only && others.length === 0 ? valueKind({ ...withoutVariants(schema), ...only }) : undefined
  }
  const type = typeOf(schema)
  if (type === 'array') {
    const { items } = schema
    const one = items && valueKind({ ...annotationsOf(schema), ...items })
    return one && !one.list ? { kind: one.kind, list: true } : undefined
  }
  const kind = scalarKind(schema, type)
  return kind && { kind, list: false }
}

const typeOf = ({ type }: InputSchema) =>
  typeof type === 'string' ? type : type?.find((each: string) => each !== 'null')

function withoutVariants(schema: InputSchema): InputSchema {
  const { anyOf: _anyOf, oneOf: _oneOf, ...rest } = schema
  return rest
}

function annotationsOf(schema: InputSchema): InputSchema {
  const named = ['x-refers-to', 'x-values', 'x-unit'] as const
  return Object.fromEntries(named.flatMap((name) => (schema[name] === undefined ? [] : [[name, schema[name]]])))
}

function scalarKind(schema: InputSchema, type: string | undefined): ValueKind | undefined {
  const to = schema['x-refers-to']
  if (to === 'person' || to === 'institution') return { kind: to }
  if (to === 'division') return { kind: 'division', pattern: schema.pattern }
  if (to?.startsWith('record:')) return { kind: 'record', record: to.slice('record:'.length) }
  const values = schema['x-values']
  const options = schema.enum ?? (schema.const === undefined ? undefined : [schema.const])
  if (options) {
    if (!options.every((each) => typeof each === 'string')) return undefined
    return {
      kind: 'choice',
      values: Object.fromEntries(options.map((each) => [each, values?.[each] ?? { zh: each, en: each }])),
    }
  }
  if (values) return { kind: 'choice', values }
  if (type === 'integer' || type === 'number') return { kind: 'number' }
  if (type === 'boolean') return { kind: 'yes-no' }
  if (type !== 'string') return undefined
  if (schema.format === 'date') return { kind: 'date' }
  // An id that refers to nothing known is nothing that people have.
  if (schema.format === 'uuid') return undefined
  return { kind: 'text', pattern: schema.pattern, multiline: schema['x-multiline'] ?? false }
}
