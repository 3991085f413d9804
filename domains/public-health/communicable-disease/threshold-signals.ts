import { and, eq, gte, inArray, isNull } from 'drizzle-orm'
import { addDays } from '@kangheng/kernel/period/date.ts'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import type { RowOf } from '@kangheng/kernel/record/define-record.ts'
import { signalClock } from './clocks.ts'
import { aliveStates } from './codes.ts'
import type { Moment } from '@kangheng/kernel/period/moment.ts'
import { diseaseSignal, notifiableCase } from './records.ts'
import { diseaseSignals, notifiableCases } from './tables.ts'
import { eventThresholds } from './warning/event-thresholds.ts'
import { type ClusterCase, findThresholdAlarms, type ThresholdAlarm } from './warning/sliding-window.ts'

type Writing = Pick<ActionContext, 'findAll' | 'find' | 'createOther' | 'changeOther'>
/** Longest window of a fixed threshold, in days. */
const LONGEST_WINDOW = 30
const [TOWNSHIP, COUNTY] = [9, 6]

/** A card as the fixed thresholds see it. */
export function clusterCase(
  row: Pick<
    RowOf<typeof notifiableCases>,
    'id' | 'happenedOn' | 'diedOn' | 'disease' | 'subtype' | 'division' | 'workplace'
  >,
): ClusterCase {
  return {
    id: row.id,
    on: row.happenedOn,
    diedOn: row.diedOn,
    disease: row.disease,
    subtype: row.subtype,
    places: {
      ...(row.workplace ? { unit: row.workplace } : {}),
      village: row.division,
      township: row.division.slice(0, TOWNSHIP),
      county: row.division.slice(0, COUNTY),
    },
  }
}

/**
 * Raises the signals that a new card sets off by fixed thresholds, or takes the card into a signal that is alive. It sees what the actor may see: a township sees
 * its own cases, the county’s reviewer all, so that thresholds of the county are reached at review at the latest.
 */
export async function raiseThresholdSignals(
  context: Writing,
  card: RowOf<typeof notifiableCases>,
  now: Moment,
): Promise<void> {
  const rules = eventThresholds.filter((rule) => rule.diseases.some((each) => each.split('/')[0] === card.disease))
  if (rules.length === 0) return
  const recent = await context.findAll(
    notifiableCase,
    and(
      eq(notifiableCases.disease, card.disease),
      gte(notifiableCases.happenedOn, addDays(card.happenedOn, -LONGEST_WINDOW)),
      inArray(notifiableCases.state, ['reported', 'reviewed']),
      isNull(notifiableCases.voidedAt),
    ),
  )
  const cases = recent.map(clusterCase)
  for (const rule of rules)
    for (const alarm of findThresholdAlarms(cases, rule))
      if (alarm.cases.includes(card.id)) await raise(context, alarm, card, now)
}

async function raise(
  { find, createOther, changeOther }: Writing,
  alarm: ThresholdAlarm,
  card: RowOf<typeof notifiableCases>,
  now: Moment,
): Promise<void> {
  const found = {
    fromOn: alarm.from,
    untilOn: alarm.until,
    observed: alarm.cases.length,
    cases: [...alarm.cases],
  }
  const known = await find(
    diseaseSignal,
    and(
      eq(diseaseSignals.rule, alarm.threshold.id),
      eq(diseaseSignals.level, alarm.level),
      eq(diseaseSignals.place, alarm.place),
      gte(diseaseSignals.untilOn, addDays(alarm.from, -1)),
      inArray(diseaseSignals.state, aliveStates),
    ),
  )
  if (known) {
    if (alarm.cases.some((each) => !known.cases.includes(each))) await changeOther(diseaseSignal, known, found)
    return
  }
  await createOther(diseaseSignal, {
    ...found,
    state: 'raised',
    division: card.division,
    happenedOn: now.slice(0, 10),
    disease: card.disease,
    method: 'fixed-threshold',
    rule: alarm.threshold.id,
    level: alarm.level,
    place: alarm.place,
    upper: String((alarm.threshold.cases ?? 1) - 1),
    ...signalClock(now),
  })
}
