import { and, gte, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import type { RowOf } from '@kangheng/kernel/record/define-record.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { type DailyCount, watchPlaces } from './case-series.ts'
import { signalClock } from './clocks.ts'
import { aliveStates, dismissals } from './codes.ts'
import { gradeEvent } from './grading.ts'
import { cardInputs, noteInput } from './inputs.ts'
import { minutesBetween, presentMoment } from '@kangheng/kernel/period/moment.ts'
import { diseaseSignal } from './records.ts'
import { diseaseSignals } from './tables.ts'
import { levelTitles } from './titles.ts'
import { findDisease } from './notifiable/list.ts'
import { readVillages, watchVillages } from './village-groups.ts'

/** Days back that a run of the series looks at; older weeks were judged when they were new. */
const LOOK_BACK = 14

export const raiseSignal = defineAction(diseaseSignal, {
  name: 'raise',
  title: { zh: '上报疑似聚集', en: 'Raise a signal' },
  on: 'new',
  to: 'raised',
  input: z.object({
    disease: cardInputs.disease,
    division: field(z.string(), { title: { zh: '地点', en: 'Place' }, refersTo: 'division' }),
    level: choice(levelTitles, { zh: '范围', en: 'Level' }),
    unit: field(z.string().trim().max(80).optional(), { title: { zh: '单位名称', en: 'Unit' } }),
    observed: field(z.int().min(1).max(100_000), { title: { zh: '病例数', en: 'Cases' } }),
    fromOn: field(z.iso.date(), { title: { zh: '首例发病日期', en: 'First onset' } }),
    note: noteInput,
  }),
  async run({ input, today, create }) {
    if (input.fromOn > today) return refuse('fromOn', { zh: '不能晚于今天', en: 'Not later than today' })
    if (input.level === 'unit' && !input.unit) return refuse('unit', { zh: '请填写单位名称', en: 'Name the unit' })
    const now = presentMoment(today)
    return create({
      ...input,
      place: input.unit || input.division,
      untilOn: today,
      happenedOn: today,
      method: 'manual',
      cases: [],
      ...signalClock(now),
      note: input.note ?? null,
    })
  },
})

/** Neighbouring villages that stand out, of diseases whose villages may be named. */
async function groupsOf(connection: Connection, county: string, counts: readonly DailyCount[], today: IsoDate) {
  const open = counts.filter(({ disease }) => !findDisease(disease)?.confidential)
  return watchVillages(open, await readVillages(connection, county), today)
}

export const runWarning = defineAction(diseaseSignal, {
  name: 'run',
  title: { zh: '运行预警', en: 'Run the warning' },
  on: 'new',
  to: 'raised',
  input: z.object({}),
  async run({ connection, county, today, findAll, create }) {
    const counts = await connection.query<{ disease: string; division: string; on: IsoDate; cases: number }>(
      `select disease, division, happened_on::text as on, count(*)::int as cases from notifiable_case
       where county = $1 and state in ('reported', 'reviewed') and voided_at is null and happened_on > $2::date - 1827
       group by disease, division, happened_on`,
      [county, today],
    )
    const first = counts.reduce((least, { on }) => (on < least ? on : least), today)
    const alarms = watchPlaces(counts, { first, last: today, since: addDays(today, -LOOK_BACK) })
    const alive = await findAll(
      diseaseSignal,
      and(
        inArray(diseaseSignals.state, [...aliveStates, 'dismissed']),
        gte(diseaseSignals.untilOn, addDays(today, -2 * LOOK_BACK)),
      ),
    )
    const known = new Set(alive.map((signal) => `${signal.disease} ${signal.place}`))
    const now = presentMoment(today)
    let raised = 0
    const raise = async (
      found: Pick<
        RowOf<typeof diseaseSignals>,
        'disease' | 'method' | 'level' | 'place' | 'fromOn' | 'untilOn' | 'observed' | 'expected' | 'upper'
      > & { note?: string },
    ) => {
      const key = `${found.disease} ${found.place}`
      if (known.has(key)) return
      known.add(key)
      await create({ ...found, division: found.place, happenedOn: today, cases: [], ...signalClock(now) })
      raised++
    }
    for (const { disease, method, level, place, from, to, detection } of alarms)
      await raise({
        ...{ disease, method, level, place, fromOn: from, untilOn: to, observed: detection.observed },
        expected: detection.expected?.toFixed(2) ?? null,
        upper: detection.upper?.toFixed(2) ?? null,
      })
    for (const { disease, centre, from, to, observed, expected, names } of await groupsOf(
      connection,
      county,
      counts,
      today,
    ))
      await raise({
        ...{
          disease,
          method: 'neighbouring-villages',
          level: 'village',
          place: centre,
          fromOn: from,
          untilOn: to,
          observed,
        },
        expected: expected.toFixed(2),
        upper: null,
        note: `邻近村聚集：${names.join('、')}`,
      })
    return { raised }
  },
})

export const verifySignal = defineAction(diseaseSignal, {
  name: 'verify',
  title: { zh: '电话核实', en: 'Verify by telephone' },
  on: 'existing',
  from: ['raised'],
  to: 'verified',
  input: z.object({ note: noteInput }),
  run({ input, today, current, change }) {
    const now = presentMoment(today)
    return change({
      verifiedAt: now,
      verifyMinutes: minutesBetween(current.raisedAt, now),
      verifiedInTime: now <= current.verifyDueAt,
      note: input.note ?? current.note,
    })
  },
})

export const investigateSignal = defineAction(diseaseSignal, {
  name: 'investigate',
  title: { zh: '开始现场调查', en: 'Begin the investigation' },
  on: 'existing',
  from: ['verified'],
  to: 'investigating',
  input: z.object({ note: noteInput }),
  run({ input, today, current, change }) {
    const now = presentMoment(today)
    return change({
      investigatedAt: now,
      investigateMinutes: minutesBetween(current.verifiedAt!, now),
      note: input.note ?? current.note,
    })
  },
})

export const declareEvent = defineAction(diseaseSignal, {
  name: 'declare-event',
  title: { zh: '确认为事件', en: 'Declare an event' },
  on: 'existing',
  from: ['verified', 'investigating'],
  to: 'event',
  input: z.object({
    cases: field(z.int().min(1).max(1_000_000), { title: { zh: '病例数', en: 'Cases' } }),
    deaths: field(z.int().min(0).max(1_000_000).default(0), { title: { zh: '死亡数', en: 'Deaths' } }),
    counties: field(z.int().min(1).max(200).default(1), { title: { zh: '波及县区数', en: 'Counties concerned' } }),
    subtype: cardInputs.subtype,
    timesUsual: field(z.number().min(0).max(10_000).optional(), {
      title: { zh: '为近5年同期平均水平的倍数', en: 'Times the mean of the past five years' },
    }),
    note: noteInput,
  }),
  run({ input, today, current, change }) {
    const facts = { ...input, on: current.happenedOn, disease: current.disease }
    const { grade, source } = gradeEvent({
      ...facts,
      ...(input.timesUsual === undefined ? {} : { timesUsual: input.timesUsual }),
    })
    return change({
      observed: input.cases,
      grade,
      gradeSource: source,
      closedAt: presentMoment(today),
      note: input.note ?? current.note,
    })
  },
})

export const dismissSignal = defineAction(diseaseSignal, {
  name: 'dismiss',
  title: { zh: '排除信号', en: 'Dismiss a signal' },
  on: 'existing',
  from: ['verified', 'investigating'],
  to: 'dismissed',
  input: z.object({
    reason: choice(dismissals, { zh: '排除原因', en: 'Why dismissed' }),
    note: noteInput,
  }),
  run: ({ input, today, current, change }) =>
    change({ dismissal: input.reason, closedAt: presentMoment(today), note: input.note ?? current.note }),
})
