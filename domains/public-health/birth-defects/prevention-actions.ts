import { and, eq, gt, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { addDays, addYears, ageOn, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voidAction } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import { findPregnancy, weeksOn } from '../maternal-health/index.ts'
import * as codes from './codes.ts'
import { folicAcid, prenatalScreening } from './records.ts'
import * as rules from './surveillance.ts'

/** @throws Refusal of the field `on` unless the day lies between what came before and today. */
function assertAfter(earlier: IsoDate, on: IsoDate, today: IsoDate): void {
  if (on < earlier || on > today)
    refuse('on', { zh: `日期应在${earlier}与今天之间`, en: `Between ${earlier} and today` })
}

export const issueFolicAcid = defineAction(folicAcid, {
  name: 'issue',
  title: { zh: '发放叶酸', en: 'Issue folic acid' },
  on: 'new',
  to: 'issued',
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('发放日期', 'Issued on'),
    stage: inputs.choice(codes.stages, { zh: '服用阶段', en: 'Stage' }),
    bottles: field(z.int().min(1).max(rules.MOST_BOTTLES), {
      title: { zh: '发放数量', en: 'Bottles' },
      unit: { zh: '瓶', en: 'bottles' },
      help: { zh: '每瓶服用一个月', en: 'A bottle lasts a month' },
    }),
  }),
  async run(context) {
    const { person: id, happenedOn: on = context.today, stage, bottles } = context.input
    const woman = await getPerson(context, id)
    assertAlive(woman)
    const age = ageOn(woman.birth, on)
    if (woman.sex !== 'female' || age < 15 || age > 54)
      refuse('person', { zh: '发放对象为育龄妇女', en: 'Folic acid is for women of reproductive age' })
    if (on > context.today) refuse('happenedOn', { zh: '日期不能晚于今天', en: 'The day lies in the future' })
    const { table } = folicAcid
    const within = await context.findAll(
      folicAcid,
      and(eq(table.person, id), isNull(table.voidedAt), gt(table.happenedOn, addYears(on, -1))),
    )
    const given = within.reduce((sum, each) => sum + each.bottles, 0)
    if (given + bottles > rules.MOST_BOTTLES)
      refuse('bottles', {
        zh: `一年内已发放${given}瓶，最多${rules.MOST_BOTTLES}瓶`,
        en: `${given} bottles within a year; at most ${rules.MOST_BOTTLES}`,
      })
    return context.create({ person: id, happenedOn: on, stage, bottles, askOn: addDays(on, rules.ASK_AFTER) })
  },
})

export const askTaking = defineAction(folicAcid, {
  name: 'ask',
  title: { zh: '登记服用情况', en: 'Record whether it is taken' },
  on: 'existing',
  from: ['issued', 'asked'],
  to: 'asked',
  input: z.object({
    on: inputs.day('随访日期', 'Asked on'),
    taking: inputs.choice(codes.takings, { zh: '服用情况', en: 'Taken' }),
  }),
  run({ input, current, today, change }) {
    const on = input.on ?? today
    assertAfter(current.happenedOn, on, today)
    return change({ askedOn: on, taking: input.taking })
  },
})

export const voidFolicAcid = voidAction(folicAcid, {
  zh: '作废后不再计入发放数量。确定作废？',
  en: 'It counts no longer as issued. Void it?',
})

export const offer = defineAction(prenatalScreening, {
  name: 'offer',
  title: { zh: '告知产前筛查', en: 'Offer prenatal screening' },
  on: 'new',
  to: 'accepted',
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('告知日期', 'Offered on'),
    kind: inputs.choice(rules.screeningTitles, { zh: '筛查项目', en: 'Screening' }),
    answer: inputs.choice(codes.answers, { zh: '本人意愿', en: 'Answer' }),
  }),
  async run(context) {
    const { person: id, happenedOn: on = context.today, kind, answer } = context.input
    const pregnancy = await findPregnancy(context, id)
    if (pregnancy?.state !== 'pregnant')
      return refuse('person', { zh: '没有在管的孕期，请先建册', en: 'No pregnancy in care; book first' })
    if (on < pregnancy.happenedOn || on > context.today)
      refuse('happenedOn', { zh: '告知日期应在建册之后、今天之前', en: 'Between booking and today' })
    const weeks = weeksOn(pregnancy.lastPeriodOn, on)
    const [from, to] = rules.screenings[kind].weeks
    if (weeks > to)
      refuse('kind', {
        zh: `现在孕${weeks}周，该项目在孕${from}—${to}周进行，请选其他项目`,
        en: `${weeks} weeks now; it is done from ${from} to ${to} weeks, choose another`,
      })
    const { table } = prenatalScreening
    const mine = and(eq(table.pregnancy, pregnancy.id), eq(table.kind, kind), isNull(table.voidedAt))
    if (await context.find(prenatalScreening, mine))
      refuse('kind', { zh: '本次妊娠已告知该项目', en: 'It was offered in this pregnancy already' })
    const declined = answer === 'declined'
    return context.create({
      ...{ person: id, division: pregnancy.division, happenedOn: on, pregnancy: pregnancy.id, kind, weeks, answer },
      state: declined ? 'declined' : 'accepted',
      dueOn: declined ? null : addDays(weeks >= from ? on : addDays(on, (from - weeks) * 7), rules.RESULT_WITHIN),
    })
  },
})

export const recordScreening = defineAction(prenatalScreening, {
  name: 'record-result',
  title: { zh: '登记筛查结果', en: 'Record the result' },
  on: 'existing',
  from: ['accepted'],
  input: z.object({
    testedOn: inputs.day('筛查日期', 'Tested on'),
    result: inputs.choice(codes.screeningResults, { zh: '筛查结果', en: 'Result' }),
  }),
  run({ input, current, today, change }) {
    const { testedOn: on = today, result } = input
    if (on < current.happenedOn || on > today)
      refuse('testedOn', { zh: '筛查日期应在告知之后、今天之前', en: 'Between the offer and today' })
    const low = result === 'low'
    return change({
      ...{ testedOn: on, result, state: low ? 'low-risk' : 'high-risk' },
      dueOn: low ? null : addDays(on, rules.DIAGNOSIS_WITHIN),
    })
  },
})

export const diagnose = defineAction(prenatalScreening, {
  name: 'diagnose',
  title: { zh: '登记产前诊断', en: 'Record the diagnosis' },
  on: 'existing',
  from: ['high-risk'],
  to: 'closed',
  input: z.object({
    answer: inputs.choice(codes.answers, { zh: '产前诊断意愿', en: 'Answer' }),
    on: inputs.day('诊断日期', 'On'),
    method: inputs.choice(codes.diagnosisMethods, { zh: '诊断方法', en: 'Method' }).optional(),
    result: inputs.choice(codes.diagnosisResults, { zh: '诊断结果', en: 'Result' }).optional(),
  }),
  run({ input, current, today, change }) {
    const { answer, on = today, method, result } = input
    assertAfter(current.testedOn!, on, today)
    if (answer === 'declined') return change({ diagnosisAnswer: answer, dueOn: null })
    if (!method) refuse('method', { zh: '请选择诊断方法', en: 'Choose the method' })
    if (!result) refuse('result', { zh: '请选择诊断结果', en: 'Choose the result' })
    return change({
      ...{ diagnosisAnswer: answer, diagnosisMethod: method!, diagnosisResult: result!, diagnosedOn: on, dueOn: null },
    })
  },
})

export const voidScreening = voidAction(prenatalScreening, {
  zh: '作废后可重新告知该项目。确定作废？',
  en: 'The screening can be offered again. Void it?',
})

export const folicAcidWork = [issueFolicAcid, askTaking] as const
export const prenatalWork = [offer, recordScreening, diagnose, voidScreening] as const
