import { z } from 'zod'
import type { AnyAction } from '@kangheng/kernel/domain/define-domain.ts'

const schemas = new WeakMap<AnyAction, unknown>()

/** An action's input as JSON Schema; titles, units and references travel as its annotations (see kernel/record/field.ts). */
export function inputSchema(action: AnyAction): unknown {
  let schema = schemas.get(action)
  if (!schema) {
    schema = z.toJSONSchema(action.input, { io: 'input', unrepresentable: 'any' })
    schemas.set(action, schema)
  }
  return schema
}

/** An action as the page needs it. */
export function actionView(action: AnyAction) {
  return {
    id: action.id,
    record: action.record.id,
    name: action.name,
    title: action.title,
    on: action.on,
    ...(action.from ? { from: action.from } : {}),
    ...(action.confirm ? { confirm: action.confirm } : {}),
    input: inputSchema(action),
  }
}
