import type { InputSchema as Schema } from '@kangheng/kernel/record/input-schema.ts'
import type { Township } from './two-townships.ts'

function referred(schema: Schema, township: Township): unknown {
  const to = schema['x-refers-to'] ?? ''
  if (to === 'person') return township.person
  if (to === 'division') return township.village
  if (to === 'institution') return township.institution
  return to.startsWith('record:') ? township.records.get(to.slice('record:'.length)) : undefined
}

/** A plausible input for a schema in which everything that refers to something refers to the given township. */
export function sampleInput(schema: Schema, township: Township): unknown {
  const reference = referred(schema, township)
  if (schema.type === 'array')
    return schema.minItems === 0 ? [] : [reference ?? sampleInput(schema.items ?? {}, township)]
  if (reference !== undefined) return reference
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [choice] = schema.anyOf ?? schema.oneOf ?? []
  if (choice) return sampleInput(choice, township)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name, property]) => schema.required?.includes(name) || property['x-refers-to'])
          .map(([name, property]) => [name, sampleInput(property, township)]),
      )
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1)
    case 'boolean':
      return true
    default:
      if (schema.format === 'date') return '2025-06-10'
      if (schema.format === 'uuid') return township.person
      if (schema.pattern?.startsWith('^U')) return 'U777'
      return '测试内容'.padEnd(schema.minLength ?? 0, '字')
  }
}
