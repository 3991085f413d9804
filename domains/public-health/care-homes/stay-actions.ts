import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { attachAction } from '@kangheng/kernel/attachment/attach.ts'
import { ageOn } from '@kangheng/kernel/period/date.ts'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voiding } from '@kangheng/kernel/record/void-action.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs, noteUse, withdrawUse } from '../health-record/index.ts'
import { selfCareGrades } from '../older-people/index.ts'
import { planEnd, roundDue, standingOf } from './care.ts'
import * as codes from './codes.ts'
import { home, plan, round, stay } from './records.ts'
import { homes, plans, rounds, stays, type StayRow } from './tables.ts'

type Reader = Pick<ActionContext, 'find' | 'findAll' | 'changeOther'>

/** Homes take in people from this age (LOCAL: 60, as the law on older people has it). Source: 老年人权益保障法 art. 2. */
const FROM_AGE = 60

/** The stay of somebody who lives in a home. @throws Refusal when there is none on the day. */
async function stayOn({ find }: Pick<Reader, 'find'>, person: string, on: string, today: string): Promise<StayRow> {
  const found = await find(stay, and(eq(stays.person, person), eq(stays.state, 'living'), isNull(stays.voidedAt)))
  if (!found) return refuse('person', { zh: '此人没有登记入住养老机构', en: 'Not registered as living in a home' })
  if (on < found.happenedOn || on > today)
    refuse('happenedOn', {
      zh: `日期应在入住（${found.happenedOn}）之后、今天之前`,
      en: `Between ${found.happenedOn} and today`,
    })
  return found
}

/** Derives what follows from plans and rounds again, leaving one of them out. */
async function deriveStay({ findAll, changeOther }: Reader, row: StayRow, without?: string): Promise<void> {
  const held = async (record: typeof plan | typeof round, table: typeof plans | typeof rounds) =>
    (await findAll(record as typeof plan, and(eq(table.stay, row.id), isNull(table.voidedAt)))).filter(
      ({ id }) => id !== without,
    )
  const [made, seen] = [await held(plan, plans), await held(round, rounds)]
  await changeOther(stay, row, standingOf(row, made, seen))
}

export const enter = defineAction(stay, {
  name: 'enter',
  title: { zh: '登记入住', en: 'Moved in' },
  on: 'new',
  to: 'living',
  input: z.object({
    person: inputs.person,
    home: field(z.uuid(), { title: { zh: '养老机构', en: 'Home' }, refersTo: 'record:care-homes.home' }),
    selfCareGrade: inputs.choice(selfCareGrades, { zh: '自理能力', en: 'Self-care' }),
    doctor: inputs.short('责任医生', 'Doctor in charge'),
    happenedOn: inputs.day('入住日期', 'Moved in on'),
  }),
  async run({ input, today, connection, county, find, create }) {
    const { person: id, happenedOn = today, ...rest } = input
    const person = await getPerson({ connection, county }, id)
    assertAlive(person)
    if (ageOn(person.birth, happenedOn) < FROM_AGE)
      refuse('person', { zh: `服务对象为${FROM_AGE}岁及以上老年人`, en: `For people from ${FROM_AGE}` })
    const to = await find(home, and(eq(homes.id, input.home), eq(homes.state, 'open'), isNull(homes.voidedAt)))
    if (!to) return refuse('home', { zh: '没有这家在办的养老机构', en: 'There is no such open home' })
    if (happenedOn < to.happenedOn || happenedOn > today)
      refuse('happenedOn', {
        zh: '入住日期应在机构登记之后、今天之前',
        en: 'Between the day the home was listed and today',
      })
    const living = await find(stay, and(eq(stays.person, id), eq(stays.state, 'living'), isNull(stays.voidedAt)))
    if (living)
      refuse('person', {
        zh: `此人自${living.happenedOn}起已在住，请先登记离开`,
        en: `Lives in a home since ${living.happenedOn}`,
      })
    const roundDueOn = roundDue(happenedOn, rest.selfCareGrade)
    return create({ ...rest, person: id, division: to.division, happenedOn, roundDueOn })
  },
})

export const update = defineAction(stay, {
  name: 'update',
  title: { zh: '更新自理能力', en: 'Change self-care' },
  on: 'existing',
  from: ['living'],
  input: z.object({
    selfCareGrade: inputs.choice(selfCareGrades, { zh: '自理能力', en: 'Self-care' }),
    doctor: inputs.short('责任医生', 'Doctor in charge'),
  }),
  run: ({ input, current, change }) =>
    change({
      selfCareGrade: input.selfCareGrade,
      ...(input.doctor ? { doctor: input.doctor } : {}),
      roundDueOn: roundDue(current.lastRoundOn ?? current.happenedOn, input.selfCareGrade),
    }),
})

export const leave = defineAction(stay, {
  name: 'leave',
  title: { zh: '登记离开', en: 'Left' },
  on: 'existing',
  from: ['living'],
  to: 'ended',
  input: z.object({
    on: inputs.day('离开日期', 'Left on'),
    reason: inputs.choice(codes.endReasons, { zh: '离开原因', en: 'Why' }),
  }),
  run({ input, current, today, change }) {
    const on = input.on ?? today
    if (on < current.happenedOn || on > today)
      refuse('on', { zh: '离开日期应在入住之后、今天之前', en: 'Between moving in and today' })
    return change({ endedOn: on, endReason: input.reason, roundDueOn: null })
  },
})

export const makePlan = defineAction(plan, {
  name: 'make',
  title: { zh: '制定医疗照护计划', en: 'Make a plan' },
  on: 'new',
  to: 'made',
  input: z.object({
    person: inputs.person,
    needs: field(inputs.choices(codes.needs, { zh: '照护重点', en: 'Needs' }).min(1), {
      title: { zh: '照护重点', en: 'Needs' },
      values: codes.needs,
    }),
    goals: field(z.string().trim().min(4).max(1000), {
      title: { zh: '目标和措施', en: 'Goals and measures' },
      multiline: true,
    }),
    doctor: field(z.string().trim().min(2).max(40), { title: { zh: '制定医生', en: 'Made by' } }),
    happenedOn: inputs.day('制定日期', 'Made on'),
  }),
  async run(context) {
    const { happenedOn = context.today, ...rest } = context.input
    const of = await stayOn(context, rest.person, happenedOn, context.today)
    const made = { ...rest, happenedOn, stay: of.id, division: of.division, validUntil: planEnd(happenedOn) }
    const row = await context.create(made)
    await deriveStay(context, of)
    return row
  },
})

export const recordRound = defineAction(round, {
  name: 'record',
  title: { zh: '登记巡诊', en: 'Record a round' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('巡诊日期', 'Seen on'),
    services: inputs.choices(codes.services, { zh: '服务内容', en: 'Services' }).default([]),
    systolic: inputs.counted('收缩压', 'Systolic', 50, 300, 'mmHg'),
    diastolic: inputs.counted('舒张压', 'Diastolic', 30, 200, 'mmHg'),
    glucose: inputs.measured('末梢血糖', 'Glucose', 1, 50, 'mmol/L'),
    finding: inputs.long('病情', 'Finding'),
    advice: inputs.long('处理和指导', 'Advice'),
    doctor: inputs.short('巡诊医生', 'Doctor'),
    referredTo: inputs.short('转诊机构及科室', 'Referred to', 100),
    referralReason: inputs.short('转诊原因', 'Why referred', 200),
  }),
  async run(context) {
    const { person, happenedOn = context.today, glucose, ...rest } = context.input
    const of = await stayOn(context, person, happenedOn, context.today)
    if ((rest.systolic === undefined) !== (rest.diastolic === undefined))
      refuse('diastolic', { zh: '收缩压和舒张压须同时填写', en: 'Both pressures belong together' })
    if (rest.referredTo && !rest.referralReason)
      refuse('referralReason', { zh: '转诊须写明原因', en: 'A referral says why' })
    const same = and(eq(rounds.stay, of.id), eq(rounds.happenedOn, happenedOn), isNull(rounds.voidedAt))
    if (await context.find(round, same))
      refuse('happenedOn', { zh: `${happenedOn}已有一次巡诊`, en: `There is a round on ${happenedOn} already` })
    const row = await context.create({
      ...rest,
      ...{ person, happenedOn, stay: of.id, division: of.division, state: rest.referredTo ? 'referred' : 'recorded' },
      ...{ glucose: glucose === undefined ? null : String(glucose), dueOn: roundDue(happenedOn, of.selfCareGrade) },
    })
    await deriveStay(context, of)
    await noteUse(context, { person, on: happenedOn, kind: 'follow-up', record: round.id, id: row.id })
    return row
  },
})

export const tellResult = defineAction(round, {
  name: 'result',
  title: { zh: '登记转诊结果', en: 'Record the result' },
  on: 'existing',
  from: ['referred'],
  to: 'back',
  input: z.object({
    on: inputs.day('反馈日期', 'Known on'),
    result: field(z.string().trim().min(2).max(500), { title: { zh: '转诊结果', en: 'Result' }, multiline: true }),
  }),
  run({ input, current, today, change }) {
    const on = input.on ?? today
    if (on < current.happenedOn || on > today)
      refuse('on', { zh: '反馈日期应在转诊之后、今天之前', en: 'Between the referral and today' })
    return change({ result: input.result, resultOn: on })
  },
})

export const voidRound = defineAction(round, {
  ...voiding({ zh: '作废后下次巡诊日期将重新推算。确定作废？', en: 'The next round is derived again. Void it?' }),
  async run(context) {
    const { current, input, change } = context
    const voided = voidedBecause(input.reason)
    const of = await context.find(stay, eq(stays.id, current.stay))
    if (of?.state === 'living') await deriveStay(context, of, current.id)
    await withdrawUse(context, { person: current.person!, id: current.id }, voided)
    return change(voided)
  },
})

export const stayWork = [enter, update, leave] as const
export const careWork = [makePlan, recordRound, tellResult, voidRound, attachAction(round)] as const
