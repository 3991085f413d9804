import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { attachAction } from '@kangheng/kernel/attachment/attach.ts'
import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voiding } from '@kangheng/kernel/record/void-action.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { asCorrection, cardCodes, cardInputs, holdRow, inForce } from '../chronic-follow-up/index.ts'
import { creditService, uncreditService } from '../family-doctor/index.ts'
import { formInputs as inputs, noteUse, withdrawUse } from '../health-record/index.ts'
import * as codes from './codes.ts'
import { rhythms } from './course.ts'
import { deriveAgain, patientOf, visitsOf } from './derive.ts'
import { patient, suspect, visit } from './records.ts'
import type { PatientRow, VisitRow } from './tables.ts'

const title = (zh: string, en: string) => ({ zh, en })

/** The fields of the official card (肺结核患者随访服务记录表). */
const card = {
  mode: inputs.choice(cardCodes.modes, title('随访方式', 'Mode')),
  symptoms: inputs.choices(codes.symptoms, title('症状及体征', 'Symptoms')).default([]),
  cigarettesPerDay: cardInputs.habits.cigarettesPerDay,
  spiritsPerDay: cardInputs.habits.spiritsPerDay,
  missedDoses: field(z.int().min(0).max(200), {
    title: title('漏服药（自上次随访以来）', 'Doses missed since the last visit'),
    unit: title('次', 'doses'),
  }),
  adverse: inputs.yesNo('药物不良反应', 'Adverse reaction'),
  adverseNote: inputs.short('不良反应说明', 'Which reaction', 200),
  complication: inputs.yesNo('并发症或合并症', 'Complication'),
  complicationNote: inputs.short('并发症说明', 'Which complication', 200),
  referredTo: inputs.short('转诊机构及科别', 'Referred to', 100),
  referralResult: inputs.short('2周内随访结果', 'Result of the referral', 200),
  treatment: inputs.long('处理意见', 'Advice'),
  doctor: inputs.short('随访医生', 'Visited by'),
}

function checkVisit(row: VisitRow, managed: PatientRow, others: readonly VisitRow[], today: IsoDate): void {
  const { happenedOn: on } = row
  if (on < managed.firstVisitOn! || on > today)
    refuse('happenedOn', {
      zh: `日期应在首次入户${managed.firstVisitOn!}至今天之间`,
      en: `Between the first visit on ${managed.firstVisitOn!} and today`,
    })
  if (managed.closedOn && on > managed.closedOn)
    refuse('happenedOn', { zh: `患者已于${managed.closedOn}结案`, en: `Closed on ${managed.closedOn}` })
  if (others.some((each) => each.id !== row.id && each.happenedOn === on))
    refuse('happenedOn', {
      zh: `${on}已有一次随访，如有误请更正`,
      en: `There is a visit on ${on} already; correct that one`,
    })
  if ((row.adverse || row.complication) && !row.referredTo)
    refuse('referredTo', {
      zh: '出现不良反应、并发症或合并症的应立即转诊，请填写转诊机构',
      en: 'A reaction or complication is referred at once: say where to',
    })
}

const NOT_YET = { phase: '', step: '', dueOn: '', followedOn: null }

export const recordVisit = defineAction(visit, {
  name: 'record',
  title: title('登记肺结核患者随访', 'Record a follow-up: tuberculosis'),
  on: 'new',
  to: 'recorded',
  input: z.object({ person: inputs.person, happenedOn: inputs.day('随访日期', 'Visited on'), ...card }),
  async run(context) {
    const { person, happenedOn = context.today, ...values } = context.input
    const managed = await patientOf(context, person)
    const others = await visitsOf(context, managed)
    const own = { id: uuidv7(), person, happenedOn, patient: managed.id, ...values, ...NOT_YET }
    const entered = own as unknown as VisitRow
    checkVisit(entered, managed, others, context.today)
    const derived = await deriveAgain(context, managed, [...others, entered], own.id)
    const row = await context.create({ ...own, division: managed.division, ...derived })
    await noteUse(context, { person, on: happenedOn, kind: 'follow-up', record: visit.id, id: own.id })
    const evidence = { record: visit, id: own.id }
    await creditService(context, { person, kind: 'tuberculosis-visit', on: happenedOn, evidence })
    return row
  },
})

export const correctVisit = defineAction(visit, {
  name: 'correct',
  title: title('更正', 'Correct'),
  on: 'existing',
  input: asCorrection(card),
  async run(context) {
    const { current, input } = context
    await holdRow(context, patient, current.patient)
    const managed = (await context.find(patient, eq(patient.table.id, current.patient)))!
    const rest = (await visitsOf(context, managed)).filter(({ id }) => id !== current.id)
    const values = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    const corrected: VisitRow = { ...current, ...values }
    checkVisit(corrected, managed, rest, context.today)
    const derived = await deriveAgain(context, managed, [...rest, corrected], current.id)
    return context.change({ ...values, ...derived })
  },
})

export const voidVisit = defineAction(visit, {
  ...voiding(title('作废后下次随访日期将重新推算。确定作废？', 'The next day is derived again. Void it?')),
  async run(context) {
    const { current } = context
    await holdRow(context, patient, current.patient)
    const managed = (await context.find(patient, eq(patient.table.id, current.patient)))!
    const rest = (await visitsOf(context, managed)).filter(({ id }) => id !== current.id)
    await deriveAgain(context, managed, rest, current.id)
    const voided = voidedBecause(context.input.reason)
    const service = { person: current.person!, id: current.id }
    await uncreditService(context, service, voided)
    await withdrawUse(context, service, voided)
    return context.change(voided)
  },
})

export const refer = defineAction(suspect, {
  name: 'refer',
  title: title('转诊肺结核可疑者', 'Refer a suspect'),
  on: 'new',
  to: 'referred',
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('转诊日期', 'Referred on'),
    symptoms: inputs.choices(codes.symptoms, title('可疑症状', 'Symptoms')),
    referredTo: field(z.string().trim().min(2).max(100), { title: title('转诊机构', 'Referred to') }),
    note: inputs.long('备注', 'Note'),
  }),
  async run(context) {
    const { happenedOn = context.today, ...values } = context.input
    assertAlive(await getPerson(context, values.person))
    if (values.symptoms.length === 0) refuse('symptoms', { zh: '请选择可疑症状', en: 'Choose the symptoms' })
    const dueOn = addDays(happenedOn, inForce(rhythms, happenedOn).suspectDays)
    return context.create({ ...values, happenedOn, dueOn })
  },
})

export const follow = defineAction(suspect, {
  name: 'follow',
  title: title('追踪可疑者', 'Look after a suspect'),
  on: 'existing',
  from: ['referred'],
  to: 'followed',
  input: z.object({
    on: inputs.day('追踪日期', 'Followed on'),
    result: inputs.choice(codes.suspectResults, title('追踪结果', 'Result')),
    arrivedOn: inputs.day('到诊日期（已就诊时填写）', 'Arrived on, if seen'),
    note: inputs.long('备注', 'Note'),
  }),
  run({ current, input, today, change }) {
    const { on = today, result, arrivedOn, note } = input
    const seen = result !== 'not-gone'
    if (on < current.happenedOn || on > today)
      refuse('on', { zh: `日期应在${current.happenedOn}至今天之间`, en: `Between ${current.happenedOn} and today` })
    if (seen !== (arrivedOn !== undefined))
      refuse('arrivedOn', {
        zh: '已就诊的须填到诊日期，未就诊的不填',
        en: 'Whoever was seen has a day of arrival, nobody else',
      })
    if (arrivedOn && (arrivedOn < current.happenedOn || arrivedOn > on))
      refuse('arrivedOn', { zh: '到诊日期应在转诊之后、追踪之前', en: 'Between the referral and this day' })
    return change({ followedOn: on, result, arrivedOn: arrivedOn ?? null, ...(note ? { note } : {}) })
  },
})

export const visitWork = [recordVisit, correctVisit, voidVisit, attachAction(visit)] as const
export const suspectWork = [refer, follow] as const
