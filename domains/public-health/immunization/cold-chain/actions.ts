import { and, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import { z } from 'zod'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { addMinutes, momentOf, presentMoment, type Moment } from '@kangheng/kernel/period/moment.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field, timeOfDay } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import * as inputs from '../inputs.ts'
import { lot } from '../records.ts'
import { keepReadings } from './keep.ts'
import { coldAlarm, equipment, kinds, temperature } from './records.ts'
import type { Reading } from './readings.ts'
import { coldAlarms, equipment as equipmentTable, temperatures } from './tables.ts'

const equipmentInput = field(z.uuid(), {
  title: { zh: '设备', en: 'Equipment' },
  refersTo: 'record:immunization.equipment',
})
const celsius = field(z.number().min(-40).max(60), {
  title: { zh: '温度', en: 'Temperature' },
  unit: { zh: '℃', en: '°C' },
})

export const register = defineAction(equipment, {
  name: 'register',
  title: { zh: '登记冷链设备', en: 'Register equipment' },
  on: 'new',
  to: 'in-use',
  input: z.object({
    name: inputs.short('名称', 'Name'),
    code: inputs.short('设备编号', 'Code'),
    kind: inputs.choice(kinds, { zh: '类别', en: 'Kind' }),
    logger: field(
      z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,40}$/)
        .optional(),
      {
        title: { zh: '温度记录仪编号', en: 'Logger' },
        help: { zh: '不填的每天人工测温两次', en: 'Without one it is read by hand twice a day' },
      },
    ),
    happenedOn: inputs.day('启用日期', 'In use since'),
  }),
  async run(context) {
    const { input, actor } = context
    if (!actor.institution)
      refuse('name', { zh: '设备由接种单位登记', en: 'A clinic registers its equipment: use an account of one' })
    const same = (column: 'code' | 'logger', value: string) =>
      context.find(equipment, and(eq(equipmentTable[column], value), eq(equipmentTable.state, 'in-use')))
    if (await same('code', input.code)) refuse('code', { zh: '已有这个编号的设备', en: 'There is such a code already' })
    if (input.logger && (await same('logger', input.logger)))
      refuse('logger', { zh: '这台记录仪已用于另一设备', en: 'This logger is in other equipment' })
    return context.create({ ...input })
  },
})

export const retire = defineAction(equipment, {
  name: 'retire',
  title: { zh: '停用设备', en: 'Retire' },
  on: 'existing',
  from: ['in-use'],
  to: 'retired',
  input: z.object({}),
  run: ({ today, change }) => change({ endedOn: today }),
})

/** Readings are kept so many days, their summaries for good: a rule of the county. */
const KEEP_READINGS = 90

/** A reading by hand, or a row of a logger's file. */
export const record = defineAction(temperature, {
  name: 'record',
  title: { zh: '登记温度', en: 'Enter a temperature' },
  on: 'new',
  to: 'kept',
  input: z.object({
    equipment: equipmentInput,
    day: field(z.iso.date().optional(), { title: { zh: '日期', en: 'Day' } }),
    time: timeOfDay('时刻', 'Time'),
    celsius,
  }),
  async run(context) {
    const { input, today } = context
    const known = and(eq(equipmentTable.id, input.equipment), isNull(equipmentTable.voidedAt))
    const of = await context.find(equipment, known)
    if (!of || of.state !== 'in-use')
      return refuse('equipment', { zh: '没有这台在用设备', en: 'There is no such equipment in use' })
    const day = input.day ?? today
    if (day > today || day < addDays(today, -KEEP_READINGS))
      refuse('day', {
        zh: `只能登记最近${KEEP_READINGS}天到今天的温度`,
        en: `Temperatures of the last ${KEEP_READINGS} days are entered, until today`,
      })
    const [row] = await keepReadings(context, of, [{ at: momentOf(day, input.time), celsius: input.celsius }])
    return row
  },
})

/** The minute in China of a time with its zone. */
const chinaMoment = (time: string): Moment =>
  addMinutes('1970-01-01 08:00', Math.floor(new Date(time).getTime() / 60_000))

/** What loggers reported, many at once: the way of the service that listens to them. Unknown loggers and times to come are left out and counted. */
export const recordBatch = defineAction(temperature, {
  name: 'record-batch',
  title: { zh: '接收记录仪温度', en: 'Take in readings of loggers' },
  on: 'new',
  to: 'kept',
  input: z.object({
    readings: z
      .array(z.object({ logger: z.string().max(40), at: z.iso.datetime({ offset: true }), celsius }))
      .min(1)
      .max(5000),
  }),
  async run(context) {
    const { input, today } = context
    const byLogger = new Map<string, Reading[]>()
    for (const { logger, at, celsius: degrees } of input.readings) {
      const reading = { at: chinaMoment(at), celsius: Math.round(degrees * 10) / 10 }
      byLogger.set(logger, [...(byLogger.get(logger) ?? []), reading])
    }
    const here = and(inArray(equipmentTable.logger, [...byLogger.keys()]), eq(equipmentTable.state, 'in-use'))
    let [kept, last] = [0, undefined as unknown]
    for (const of of await context.findAll(equipment, and(here, isNull(equipmentTable.voidedAt)))) {
      const readings = byLogger.get(of.logger!)!.filter(({ at }) => at.slice(0, 10) <= today)
      if (readings.length === 0) continue
      kept += readings.length
      last = (await keepReadings(context, of, readings)).at(-1)
    }
    if (!last)
      refuse('readings', { zh: '没有一条来自在用设备的记录仪', en: 'None of them is of a logger of equipment in use' })
    return { kept, leftOut: input.readings.length - kept }
  },
})

/** Opens the day for every piece of equipment, so that a day nobody read is seen, and thins out old readings. The house runs it every day. */
export const openDay = defineAction(temperature, {
  name: 'open-day',
  title: { zh: '每日温度开账', en: 'Open the day' },
  on: 'new',
  to: 'kept',
  input: z.object({}),
  async run(context) {
    const { today } = context
    const old = and(lt(temperatures.happenedOn, addDays(today, -KEEP_READINGS)), isNotNull(temperatures.readings))
    for (const row of await context.findAll(temperature, old))
      await context.changeOther(temperature, row, { readings: null })
    const known = await context.findAll(temperature, eq(temperatures.happenedOn, today))
    const has = new Set(known.map((each) => each.equipment))
    let last: unknown
    for (const of of await openEquipment(context))
      if (!has.has(of.id))
        last = await context.create({ equipment: of.id, division: of.division, institution: of.institution })
    return last ?? refuse('day', { zh: '今天已开账', en: 'The day is open already' })
  },
})

const openEquipment = (context: Pick<ActionContext, 'findAll'>) =>
  context.findAll(equipment, and(eq(equipmentTable.state, 'in-use'), isNull(equipmentTable.voidedAt)))

/** Minutes within which somebody answers an alarm: a rule of the county. */
const ANSWER_WITHIN = 30

export const acknowledge = defineAction(coldAlarm, {
  name: 'acknowledge',
  title: { zh: '确认报警', en: 'Acknowledge' },
  on: 'existing',
  from: ['raised'],
  to: 'acknowledged',
  input: z.object({}),
  run({ current, today, change }) {
    const now = presentMoment(today)
    return change({ acknowledgedAt: now, timely: now <= addMinutes(current.raisedAt, ANSWER_WITHIN) })
  },
})

export const resolve = defineAction(coldAlarm, {
  name: 'resolve',
  title: { zh: '处置完成', en: 'Resolve' },
  on: 'existing',
  from: ['acknowledged'],
  to: 'resolved',
  input: z.object({ cause: inputs.long('原因', 'Cause'), measures: inputs.long('处置措施', 'Measures') }),
  run({ current, input, today, change }) {
    if (!current.endedAt)
      refuse('state', { zh: '温度尚未恢复，不能办结', en: 'The temperature is not back in its range yet' })
    return change({ ...input, resolvedAt: presentMoment(today) })
  },
})

export const store = defineAction(lot, {
  name: 'store',
  title: { zh: '放入设备', en: 'Put into equipment' },
  on: 'existing',
  from: ['in-use'],
  input: z.object({ equipment: equipmentInput }),
  async run({ input, current, find, change }) {
    const of = await find(equipment, and(eq(equipmentTable.id, input.equipment), eq(equipmentTable.state, 'in-use')))
    if (!of || of.institution !== current.institution)
      return refuse('equipment', { zh: '本单位没有这台在用设备', en: 'This clinic has no such equipment in use' })
    return change({ equipment: of.id })
  },
})

const verdicts = {
  usable: { zh: '可以继续使用', en: 'May be used' },
  unusable: { zh: '不能使用', en: 'May not be used' },
} as const

/** The judgement of vaccine that was outside its range: by the county, with the maker's word or the indicator on the vial. */
export const judgeLot = defineAction(lot, {
  name: 'judge',
  title: { zh: '评估封存疫苗', en: 'Judge vaccine set aside' },
  on: 'existing',
  from: ['held'],
  input: z.object({
    verdict: inputs.choice(verdicts, { zh: '结论', en: 'Verdict' }),
    basis: inputs.long('依据', 'Basis'),
  }),
  async run(context) {
    const { input, current, today } = context
    const open = and(
      eq(coldAlarms.equipment, current.equipment!),
      isNull(coldAlarms.resolvedAt),
      isNull(coldAlarms.voidedAt),
    )
    if (current.equipment && (await context.find(coldAlarm, open)))
      refuse('verdict', { zh: '报警尚未处置完成，不能评估', en: 'The alarm is not resolved yet' })
    if (input.verdict === 'usable') return context.change({ state: 'in-use' })
    return context.change({ state: 'stopped', stoppedOn: today, stoppedReason: input.basis })
  },
})
