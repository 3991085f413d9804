import { z } from 'zod'
import { field } from '@kangheng/kernel/record/field.ts'

/** Values of a form with those of exact columns as text, in which they travel. */
export function decimals<Values extends Readonly<Record<string, unknown>>>(
  values: Values,
  names: readonly (keyof Values & string)[],
): Record<string, unknown> {
  const written: Record<string, unknown> = { ...values }
  for (const name of names) if (typeof written[name] === 'number') written[name] = String(written[name])
  return written
}

/** Why something is voided. */
export const voidInput = z.object({
  reason: field(z.string().trim().min(2).max(200), { title: { zh: '作废原因', en: 'Reason' }, multiline: true }),
})
