import type { SQL } from 'drizzle-orm'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

/** One thing that can be wrong with a resident's entry: why it matters, how it is put right, and how it is found. */
export interface QualityCheck {
  readonly id: string
  readonly title: Text
  /** Why it matters. */
  readonly explanation: Text
  /** What to do about it. */
  readonly remedy: Text
  /** The action that puts it right. */
  readonly action: string
  /** Points of 100 that a place loses when every resident has the fault; those of all checks add up to 100. */
  readonly points: number
  /** The condition under which a living resident `p` (a row of `person`) has the fault. */
  condition(today: IsoDate): SQL
}
