import { z } from 'zod'
import { views } from '@kangheng/drawing/cell-data.ts'
import { findPeriod } from '@kangheng/kernel/period/period.ts'
import { relativePeriods } from './periods.ts'

const code = z.string().min(1).max(30)

/** Periods of a view: counted from the day on which it is read, or named. */
export const periodChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(relativePeriods) }),
  z.object({
    kind: z.literal('named'),
    ids: z
      .array(z.string().refine((id) => findPeriod(id) !== undefined, { error: '时期无法识别 / not a period' }))
      .min(1)
      .max(36),
  }),
])

/** Places of a view: counted from the reader's own place, or named. */
export const placeChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['own', 'below-own', 'own-and-below']) }),
  z.object({ kind: z.literal('named'), codes: z.array(code).min(1).max(60) }),
  z.object({ kind: z.enum(['below', 'with-below']), code }),
])

/** One view of a dashboard. Its width is in columns of four, its height in rows. */
export const cellSchema = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  view: z.enum(views),
  /** Called by its indicators when there is no title. */
  title: z.object({ zh: z.string().trim().max(60), en: z.string().trim().max(120) }).optional(),
  indicators: z.array(z.string().min(1).max(100)).min(1).max(12),
  places: placeChoice,
  periods: periodChoice,
  width: z.int().min(1).max(4),
  height: z.int().min(1).max(3),
})

export type PeriodChoice = z.output<typeof periodChoice>
export type PlaceChoice = z.output<typeof placeChoice>
export type Cell = z.output<typeof cellSchema>

/** The views of a dashboard, in the order of reading. */
export const cellsSchema = z
  .array(cellSchema)
  .min(1)
  .max(24)
  .refine((cells) => new Set(cells.map((cell) => cell.id)).size === cells.length, {
    error: '视图编号重复 / two views have the same id',
  })
