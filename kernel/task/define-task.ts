import type { SQL } from 'drizzle-orm'
import type { Text } from '../text/text.ts'
import type { IsoDate } from '../period/date.ts'

/**
 * Work that falls due, derived from records: nobody enters or ticks it off.
 * `query` gives one row for each piece of open work with the columns
 * `id, record_id, person, division, institution, due_on` (aliases exactly so); `id` is unique within the kind.
 */
export interface TaskDefinition {
  readonly id: string
  readonly title: Text
  /** The record type `record_id` belongs to. */
  readonly record: string
  /** The action that fulfils the task, if there is one. */
  readonly action?: string
  /** Overdue work of this task makes a red warning (statutory limit) or a yellow one. */
  readonly severity: 'statutory' | 'routine'
  query(context: { county: string; today: IsoDate }): SQL
}

/** Declares a kind of due work. */
export function defineTask(definition: TaskDefinition): TaskDefinition {
  return definition
}
