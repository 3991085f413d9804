import { healthy } from './healthy.ts'
import { sanitary } from './sanitary.ts'
import type { ShippedStandard } from './write.ts'

/** Standards that ship with the house. A county begins with one of them and makes it its own paper. */
export const shippedStandards = { ...sanitary, ...healthy } as const satisfies Readonly<Record<string, ShippedStandard>>
export type ShippedStandardId = keyof typeof shippedStandards
