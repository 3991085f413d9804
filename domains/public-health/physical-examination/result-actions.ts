import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { ageOn } from '@kangheng/kernel/period/date.ts'
import { addHours, dayOfMoment, presentMoment, type Moment } from '@kangheng/kernel/period/moment.ts'
import { getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voiding } from '@kangheng/kernel/record/void-action.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import { convert, degreeOf, isQualitative, items, type ItemId } from './items.ts'
import { isCritical, judgeResult } from './ranges.ts'
import { attendance, result } from './records.ts'
import { refreshForm } from './refresh-form.ts'
import { attendances, results } from './tables.ts'

/** A critical value is told within so many hours of becoming known (local; the consensus of 2019 says: at once). */
export const NOTIFY_WITHIN_HOURS = 24
/** Until when a critical value that became known now must have been told. */
export const notifyLimit = (now: Moment): Moment => addHours(now, NOTIFY_WITHIN_HOURS)

const itemTitles = Object.fromEntries(Object.entries(items).map(([id, { title }]) => [id, title]))

/** A result as text, in the unit and to the decimals of its item. @throws Refusal when it cannot be read. */
function readResult(item: ItemId, text: string, unit: string): { value: number | null; degree: string | null } {
  if (isQualitative(item)) {
    const degree = degreeOf(text)
    return degree
      ? { value: null, degree }
      : refuse('text', { zh: '定性结果填阴性、微量或＋的个数', en: 'A degree: negative, trace or crosses' })
  }
  const converted = convert(item, text, unit)
  if (converted.kind === 'value') return { value: converted.value, degree: null }
  if (converted.kind === 'unknown-unit')
    return refuse('unit', {
      zh: `不能把“${unit}”换算为${items[item].unit}`,
      en: `“${unit}” cannot be converted into ${items[item].unit}`,
    })
  return refuse('text', { zh: '结果应为数字', en: 'The result should be a number' })
}

export const recordResult = defineAction(result, {
  name: 'record',
  title: { zh: '录入检验结果', en: 'Enter a result' },
  on: 'new',
  input: z.object({
    attendance: field(z.uuid(), {
      title: { zh: '体检登记', en: 'Attendance' },
      refersTo: 'record:physical-examination.attendance',
    }),
    item: field(z.enum(Object.keys(items) as [ItemId, ...ItemId[]]), {
      title: { zh: '项目', en: 'Item' },
      values: itemTitles,
    }),
    text: field(z.string().trim().min(1).max(20), { title: { zh: '结果', en: 'Result' } }),
    unit: inputs.short('单位', 'Unit', 20),
    measuredAt: field(
      z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/)
        .optional(),
      {
        title: { zh: '检测时间', en: 'Measured at' },
        help: { zh: '例如 2025-11-20 09:30；不填为现在', en: 'Such as 2025-11-20 09:30; now when left out' },
      },
    ),
  }),
  async run(context) {
    const { input, today, find, create } = context
    const { item, text, unit = '' } = input
    const now = presentMoment(today)
    const measuredAt = input.measuredAt ?? now
    const held = await find(attendance, and(eq(attendances.id, input.attendance), isNull(attendances.voidedAt)))
    if (!held || held.state === 'called' || !held.person)
      return refuse('attendance', { zh: '此人尚未登记到检', en: 'The person has not come yet' })
    if (measuredAt < held.happenedOn || measuredAt > now)
      refuse('measuredAt', { zh: '检测时间须在到检之后、现在之前', en: 'Measured between arrival and now' })
    const sample = held.barcode ?? held.id
    const same = and(eq(results.sample, sample), eq(results.item, item), eq(results.measuredAt, measuredAt))
    if (await find(result, same))
      refuse('item', {
        zh: '同一样本同一时间的该项结果已录入',
        en: 'This item of this sample and time was entered before',
      })
    const kept = readResult(item, text, unit)
    const { sex, birth } = await getPerson(context, held.person)
    const on = dayOfMoment(measuredAt)
    const judged = judgeResult(item, kept, { sex, age: ageOn(birth, on), on })
    const critical = isCritical(judged.flag)
    const row = await create({
      ...{
        person: held.person,
        division: held.division,
        institution: held.institution,
        attendance: held.id,
        happenedOn: on,
      },
      ...{ sample, item, measuredAt, flag: judged.flag, degree: kept.degree, original: `${text} ${unit}`.trim() },
      value: kept.value === null ? null : String(kept.value),
      low: judged.low === null ? null : String(judged.low),
      high: judged.high === null ? null : String(judged.high),
      state: critical ? 'to-notify' : 'judged',
      notifyBy: critical ? notifyLimit(now) : null,
    })
    await refreshForm(context, held.id, item)
    return row
  },
})

export const notify = defineAction(result, {
  name: 'notify',
  title: { zh: '登记危急值通知', en: 'Note that it was told' },
  on: 'existing',
  from: ['to-notify'],
  to: 'notified',
  input: z.object({
    whom: field(z.string().trim().min(2).max(60), {
      title: { zh: '通知对象', en: 'Told whom' },
      help: { zh: '本人、家属或责任医生，及联系方式', en: 'The person, family or doctor, and how' },
    }),
    handling: field(z.string().trim().min(2).max(500), {
      title: { zh: '处理意见', en: 'Handling' },
      multiline: true,
    }),
  }),
  run: ({ input, today, change }) =>
    change({ notifiedAt: presentMoment(today), notifiedWhom: input.whom, handling: input.handling }),
})

export const voidResult = defineAction(result, {
  ...voiding({ zh: '作废后该项结果不再计入。确定作废？', en: 'The result will no longer count. Void it?' }),
  async run(context) {
    const { current, input } = context
    // The key of a voided result is free for the right one.
    const voided = await context.change({
      ...voidedBecause(input.reason),
      sample: `${current.sample} ${current.id}`,
    })
    await refreshForm(context, current.attendance, current.item as ItemId)
    return voided
  },
})
