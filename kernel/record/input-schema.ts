import { z } from 'zod'
import type { AnyAction } from '../domain/define-domain.ts'
import type { Text } from '../text/text.ts'

/** The part of JSON Schema that inputs of actions use; titles, units and references are its annotations (see field.ts). */
export interface InputSchema {
  readonly type?: string | readonly string[]
  readonly title?: string
  readonly titleEn?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minimum?: number
  readonly minLength?: number
  readonly minItems?: number
  readonly default?: unknown
  readonly items?: InputSchema
  readonly anyOf?: readonly InputSchema[]
  readonly oneOf?: readonly InputSchema[]
  readonly properties?: Readonly<Record<string, InputSchema>>
  readonly required?: readonly string[]
  readonly 'x-help'?: Text
  readonly 'x-multiline'?: boolean
  readonly 'x-photo'?: boolean
  readonly 'x-refers-to'?: string
  readonly 'x-unit'?: Text
  readonly 'x-values'?: Readonly<Record<string, Text>>
}

const schemas = new WeakMap<AnyAction, InputSchema>()

/** An action's input as JSON Schema: what forms, documentation and import templates are made of. */
export function inputSchema(action: AnyAction): InputSchema {
  let schema = schemas.get(action)
  if (!schema) {
    schema = z.toJSONSchema(action.input, { io: 'input', unrepresentable: 'any' }) as InputSchema
    schemas.set(action, schema)
  }
  return schema
}
