import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voiding } from '@kangheng/kernel/record/void-action.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import {
  beginExamination,
  checkPressures,
  examination,
  examinationColumns,
  examinationParts as parts,
  formInputs as inputs,
  readCard,
  withdrawUse,
} from '../health-record/index.ts'
import { findings, stations } from './codes.ts'
import { groupsNow } from './day-list.ts'
import { attendance, result, stop } from './records.ts'
import { attendances, results, stops, type AttendanceRow } from './tables.ts'

/** Whom a card or a choice from the register means. */
async function personMeant(
  { connection, county }: Pick<ActionContext, 'connection' | 'county'>,
  { person, card }: { person?: string | undefined; card?: string | undefined },
): Promise<string> {
  if (!card)
    return person ?? refuse('person', { zh: '请选择居民，或扫描健康卡', en: 'Choose the resident, or scan the card' })
  const reading = await readCard(connection, county, card)
  if (reading.kind === 'revoked') refuse('card', { zh: '该健康卡已注销', en: 'This card has been revoked' })
  if (reading.kind !== 'holder')
    return refuse('card', {
      zh: '不是本县健康卡，或持卡人不在管辖范围内',
      en: 'No card of this county within your scope',
    })
  if (person && person !== reading.person)
    refuse('card', { zh: '健康卡与所选居民不是同一人', en: 'The card belongs to somebody else' })
  return reading.person
}

export const arrive = defineAction(attendance, {
  name: 'arrive',
  title: { zh: '登记到检', en: 'Register arrival' },
  on: 'new',
  to: 'arrived',
  input: z.object({
    stop: field(z.uuid(), { title: { zh: '站点', en: 'Stop' }, refersTo: 'record:physical-examination.stop' }),
    person: field(z.uuid().optional(), { title: { zh: '居民', en: 'Resident' }, refersTo: 'person' }),
    card: field(z.string().trim().max(300).optional(), {
      title: { zh: '健康卡二维码', en: 'Health card' },
      help: {
        zh: '扫码枪扫描健康卡；或在上一栏按姓名、证件号码选择',
        en: 'Scan the card, or choose the resident above',
      },
    }),
    barcode: field(
      z
        .string()
        .trim()
        .regex(/^[A-Za-z0-9-]{4,24}$/)
        .optional(),
      {
        title: { zh: '样本条码', en: 'Barcode' },
        help: { zh: '贴在采血管上的条码', en: 'The label on the tubes' },
      },
    ),
    happenedOn: inputs.day('到检日期', 'Came on'),
  }),
  conceal: ['card'],
  async run(context) {
    const { input, find, today } = context
    const { barcode, happenedOn = today } = input
    const held = await find(stop, and(eq(stops.id, input.stop), isNull(stops.voidedAt)))
    if (!held) return refuse('stop', { zh: '站点不存在', en: 'No such stop' })
    if (held.state === 'done') refuse('stop', { zh: '该站点已完成，不能再登记到检', en: 'The stop is finished' })
    const id = await personMeant(context, input)
    const person = await getPerson(context, id)
    assertAlive(person)
    if (barcode && (await find(attendance, eq(attendances.barcode, barcode))))
      refuse('barcode', { zh: '该条码已被使用，请换一张', en: 'This barcode has been used; take another label' })
    const known = await find(
      attendance,
      and(eq(attendances.campaign, held.campaign), eq(attendances.person, id), isNull(attendances.voidedAt)),
    )
    if (known && known.state !== 'called')
      refuse('person', { zh: `此人本批次已于${known.happenedOn}到检`, en: `Came on ${known.happenedOn} already` })
    const groups = known ? known.groups : await groupsNow(context, id, happenedOn)
    const form = await beginExamination(context, id, happenedOn)
    const arrival = { happenedOn, barcode: barcode ?? null, examination: form.id }
    if (known)
      return context.changeOther(attendance, known, {
        ...arrival,
        state: 'arrived',
        stop: held.id,
        institution: held.institution,
      })
    return context.create({
      ...arrival,
      ...{ person: id, division: person.division, institution: held.institution },
      ...{ stop: held.id, campaign: held.campaign, groups },
    })
  },
})

/** The form of somebody who has come. */
async function formOf({ find, current }: { find: ActionContext['find']; current: AttendanceRow }) {
  const form = await find(examination, eq(examination.table.id, current.examination!))
  return form ?? refuse('id', { zh: '没有对应的健康体检表', en: 'There is no examination form' })
}

const { general, habits, judgement } = parts
const { ecg, ultrasound } = parts.laboratory
/** Fields of the form that a list of nothing chosen must not empty. */
const listed = ['symptoms', 'problems', 'guidance', 'riskControls'] as const

export const fillIn = defineAction(attendance, {
  name: 'fill-in',
  title: { zh: '录入体检项目', en: 'Enter findings' },
  on: 'existing',
  from: ['arrived', 'reported'],
  input: z.object({
    stations: field(inputs.choices(stations, { zh: '完成项目', en: 'Stations done' }).min(1), {
      title: { zh: '完成项目', en: 'Stations done' },
      values: stations,
    }),
    ...general,
    ...habits,
    ecg,
    ultrasound,
    ...judgement,
  }),
  async run(context) {
    const { input, current, change, changeOther } = context
    const { stations: done, ...values } = input
    const form = await formOf(context)
    checkPressures({ ...form, ...values })
    const entered = Object.fromEntries(
      Object.entries(values).filter(
        ([name, value]) => !(listed.includes(name as never) && (value as string[]).length === 0),
      ),
    )
    const both = { height: Number(form.height) || undefined, weight: Number(form.weight) || undefined, ...entered }
    const { bodyMassIndex } = examinationColumns(both)
    await changeOther(examination, form, {
      ...examinationColumns(entered),
      ...(bodyMassIndex === undefined ? {} : { bodyMassIndex: bodyMassIndex as string }),
    })
    return change({ stations: [...new Set([...current.stations, ...done])] })
  },
})

export const report = defineAction(attendance, {
  name: 'report',
  title: { zh: '反馈体检结果', en: 'Tell the outcome' },
  on: 'existing',
  from: ['arrived'],
  to: 'reported',
  input: z.object({
    finding: inputs.choice(findings, { zh: '体检结论', en: 'Conclusion' }),
    advice: inputs.long('健康建议', 'Advice'),
    on: inputs.day('反馈日期', 'Told on'),
  }),
  async run({ input, current, today, findAll, change }) {
    const on = input.on ?? today
    if (on < current.happenedOn || on > today)
      refuse('on', { zh: '反馈日期须在到检日期与今天之间', en: 'The day lies between the examination and today' })
    const values = await findAll(result, and(eq(results.attendance, current.id), isNull(results.voidedAt)))
    if (values.some((row) => row.state === 'to-notify'))
      refuse('finding', {
        zh: '有危急值尚未通知，请先登记通知',
        en: 'A critical value has not been told yet; note that first',
      })
    if (input.finding === 'healthy' && values.some((row) => row.flag !== 'normal'))
      refuse('finding', {
        zh: '有检验结果超出参考区间，结论不能为“未见明显异常”',
        en: 'A result lies outside its range; the conclusion cannot be “Nothing abnormal”',
      })
    return change({ finding: input.finding, advice: input.advice ?? null, reportedOn: on })
  },
})

export const withdraw = defineAction(attendance, {
  ...voiding({
    zh: '作废后该次到检、体检表和检验结果不再计入。确定作废？',
    en: 'Attendance, form and results will no longer count. Void them?',
  }),
  async run(context) {
    const { current, input, findAll, changeOther, change } = context
    const voided = voidedBecause(input.reason)
    if (current.examination) {
      await withdrawUse(context, { person: current.person!, id: current.examination }, voided)
      await changeOther(examination, await formOf(context), voided)
      for (const row of await findAll(result, and(eq(results.attendance, current.id), isNull(results.voidedAt))))
        await changeOther(result, row, voided)
    }
    // The label is free again.
    return change({ ...voided, barcode: null })
  },
})
