import type { AnyAction } from '@kangheng/kernel/domain/define-domain.ts'
import { inputSchema } from '@kangheng/kernel/record/input-schema.ts'

/** An action as the page needs it; `importable` when this reader may send a workbook of it. */
export function actionView(action: AnyAction, importable: boolean) {
  return {
    id: action.id,
    record: action.record.id,
    name: action.name,
    title: action.title,
    on: action.on,
    ...(action.from ? { from: action.from } : {}),
    ...(importable ? { importable: true } : {}),
    ...(action.confirm ? { confirm: action.confirm } : {}),
    input: inputSchema(action),
  }
}
