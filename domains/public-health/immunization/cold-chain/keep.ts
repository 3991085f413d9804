import { and, eq, gte, inArray, isNull } from 'drizzle-orm'
import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { dayOfMoment, presentMoment } from '@kangheng/kernel/period/moment.ts'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import type { RowOf } from '@kangheng/kernel/record/define-record.ts'
import { lot } from '../records.ts'
import { lots } from '../tables.ts'
import { coldAlarm, temperature } from './records.ts'
import { excursionsOf, mergeReadings, readReadings, summaryOf, writeReadings, type Reading } from './readings.ts'
import { coldAlarms, temperatures, type equipment } from './tables.ts'

type Context = Pick<ActionContext, 'find' | 'findAll' | 'createOther' | 'changeOther' | 'today'>
type Equipment = RowOf<typeof equipment>
type Day = RowOf<typeof temperatures>

/** Adds readings of one day to its row, which is made when there is none. */
async function keepDay(context: Context, of: Equipment, day: IsoDate, added: readonly Reading[]): Promise<Day> {
  const mine = and(eq(temperatures.equipment, of.id), eq(temperatures.happenedOn, day))
  const known = await context.find(temperature, and(mine, isNull(temperatures.voidedAt)))
  const readings = mergeReadings(readReadings(known?.readings ?? null, day), added)
  const values = { readings: writeReadings(readings), ...summaryOf(readings, of.logger !== null) }
  if (known) return context.changeOther(temperature, known, values)
  const { division, institution } = of
  return context.createOther(temperature, {
    ...{ state: 'kept', equipment: of.id, division, institution, happenedOn: day },
    ...values,
  })
}

/** Sets the lots in a refrigerator aside, until somebody has judged them. */
async function holdLots(context: Context, of: Equipment): Promise<number> {
  const there = and(eq(lots.equipment, of.id), eq(lots.state, 'in-use'), isNull(lots.voidedAt))
  const held = (await context.findAll(lot, there)).filter((each) => each.received > each.used + each.discarded)
  for (const each of held) await context.changeOther(lot, each, { state: 'held' })
  return held.length
}

/** Raises alarms for excursions that have none yet, and tells those that are over. */
async function judge(context: Context, of: Equipment, readings: readonly Reading[], from: IsoDate): Promise<void> {
  const mine = and(eq(coldAlarms.equipment, of.id), gte(coldAlarms.happenedOn, from), isNull(coldAlarms.voidedAt))
  const known = await context.findAll(coldAlarm, mine)
  for (const { kind, startedAt, endedAt, extreme } of excursionsOf(readings)) {
    const alarm = known.find((each) => each.kind === kind && each.startedAt === startedAt)
    if (alarm) {
      if (alarm.endedAt !== endedAt || alarm.extreme !== extreme)
        await context.changeOther(coldAlarm, alarm, { endedAt, extreme })
      continue
    }
    const { division, institution, id } = of
    await context.createOther(coldAlarm, {
      ...{ state: 'raised', equipment: id, division, institution, happenedOn: dayOfMoment(startedAt) },
      ...{
        kind,
        startedAt,
        raisedAt: presentMoment(context.today),
        endedAt,
        extreme,
        lots: await holdLots(context, of),
      },
    })
  }
}

/** Writes readings of one piece of equipment, of whatever days, and judges them with those of the day before. Returns the rows of the days. */
export async function keepReadings(context: Context, of: Equipment, readings: readonly Reading[]): Promise<Day[]> {
  const days = [...new Set(readings.map(({ at }) => dayOfMoment(at)))].sort()
  const rows: Day[] = []
  for (const day of days)
    rows.push(
      await keepDay(
        context,
        of,
        day,
        readings.filter(({ at }) => dayOfMoment(at) === day),
      ),
    )
  const before = addDays(days[0]!, -1)
  const window = [before, ...days, addDays(days.at(-1)!, 1)]
  const mine = and(eq(temperatures.equipment, of.id), inArray(temperatures.happenedOn, window))
  const all = await context.findAll(temperature, and(mine, isNull(temperatures.voidedAt)))
  const merged = mergeReadings(
    [],
    all.flatMap((each) => readReadings(each.readings, each.happenedOn)),
  )
  await judge(context, of, merged, before)
  return rows
}
