import type { AnyAction } from '@kangheng/kernel/domain/define-domain.ts'
import { inputSchema } from '@kangheng/kernel/record/input-schema.ts'

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
