import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import type { Disposition, IllnessClass, Standing } from './codes.ts'
import { isMajorDisease } from './diseases.ts'

/** What the rules need to know of an entry. */
export interface Entry {
  readonly id: string
  readonly person: string | null
  readonly disposition: string | null
  readonly dispositionOn: IsoDate | null
  readonly removedOn: IsoDate | null
}

/** Whether the entry stands on the list on the day. */
export function isListed(entry: Entry & { happenedOn: IsoDate }, on: IsoDate): boolean {
  return entry.happenedOn <= on && (entry.removedOn === null || on < entry.removedOn)
}

/** Whether the person of the entry is due for a contract on the day: listed and not explained away. */
export function isDue(entry: Entry & { happenedOn: IsoDate }, on: IsoDate): boolean {
  return isListed(entry, on) && (entry.dispositionOn === null || on < entry.dispositionOn)
}

/** The listed entry that already stands for the person: the register is unduplicated. */
export function standingEntry<E extends Entry>(entries: readonly E[]): E | undefined {
  return entries.find((entry) => entry.removedOn === null && entry.disposition !== 'duplicate')
}

/** An explanation of why an entry is not due. */
export interface Explanation {
  readonly disposition: Disposition
  readonly on: IsoDate
  readonly reason?: string | undefined
  readonly note?: string | undefined
  readonly duplicateOf?: string | undefined
}

/** What is wrong with an explanation: the field and a sentence; undefined when it stands. Each entry is explained by itself. */
export function whyNotExplained(
  entry: Entry,
  explanation: Explanation,
  facts: { diedOn: IsoDate | null; kept: Entry | undefined },
): { field: string; text: Text } | undefined {
  switch (explanation.disposition) {
    case 'died':
      if (facts.diedOn === null) {
        return {
          field: 'disposition',
          text: { zh: '居民登记中没有死亡登记，请先登记死亡', en: 'No death is registered: register it first' },
        }
      }
      return explanation.on < facts.diedOn
        ? {
            field: 'on',
            text: { zh: `不能早于死亡日期${facts.diedOn}`, en: `Not before the death on ${facts.diedOn}` },
          }
        : undefined
    case 'duplicate':
      if (!facts.kept || facts.kept.id === entry.id) {
        return {
          field: 'duplicateOf',
          text: { zh: '请指明保留的另一条名单', en: 'Name the other entry, which is kept' },
        }
      }
      if (facts.kept.disposition === 'duplicate' || facts.kept.removedOn !== null) {
        return { field: 'duplicateOf', text: { zh: '所指的名单本身已不保留', en: 'That entry is itself not kept' } }
      }
      return facts.kept.person !== entry.person
        ? {
            field: 'duplicateOf',
            text: {
              zh: '两条名单不是同一人，请先在居民登记中核对、合并',
              en: 'The entries are of different persons: check and merge them in the resident register first',
            },
          }
        : undefined
    case 'other':
      return explanation.reason ? undefined : { field: 'reason', text: { zh: '请选择原因', en: 'Choose the reason' } }
  }
}

/** The class an illness falls into: major diseases are treated specially unless they can only be supported. */
export function illnessClass(disease: string, supportOnly: boolean): IllnessClass {
  if (supportOnly) return 'III'
  return isMajorDisease(disease) ? 'I' : 'II'
}

/** How often a linked official visits: monitored households every quarter, others every half-year (local rule). */
export const VISIT_EVERY_DAYS: Record<Standing, number> = { monitored: 92, 'out-of-poverty': 184 }

/** The day by which the next visit is due. */
export function nextVisitDue(standing: Standing, lastVisit: IsoDate): IsoDate {
  return addDays(lastVisit, VISIT_EVERY_DAYS[standing])
}
