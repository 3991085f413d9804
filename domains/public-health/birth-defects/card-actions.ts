import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { addDays, daysBetween, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voidAction } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import { newborn, places } from '../maternal-health/index.ts'
import * as codes from './codes.ts'
import { defectTitles, MALFORMATION, type DefectId } from './defects.ts'
import { card } from './records.ts'
import { diagnosisTime, isCounted, REPORT_WITHIN, REVIEW_WITHIN } from './surveillance.ts'

/** Days within which two births of one mother are one: cards of two hospitals for one child differ by less. */
const SAME_BIRTH = 150

const diagnosis = {
  defects: field(z.array(z.enum(Object.keys(defectTitles) as [DefectId, ...DefectId[]])).min(1), {
    title: { zh: '出生缺陷诊断', en: 'Defects' },
    values: defectTitles,
  }),
  otherCode: field(z.string().trim().regex(MALFORMATION).optional(), {
    title: { zh: '其他缺陷的ICD-10编码', en: 'Code of another defect' },
    help: { zh: '诊断选“其他”时填写，Q00—Q99，例如 Q62.0', en: 'Where “other” is chosen: Q00–Q99, for example Q62.0' },
  }),
  description: inputs.long('畸形描述', 'Description'),
  basis: inputs.choice(codes.bases, { zh: '诊断依据', en: 'Basis' }),
}

function assertNamed({ defects, otherCode }: { defects: readonly DefectId[]; otherCode?: string | undefined }): void {
  if (defects.includes('other') !== (otherCode !== undefined))
    refuse('otherCode', {
      zh: '诊断选“其他”时填写ICD-10编码，未选时不填',
      en: 'Give the code where “other” is chosen, and nowhere else',
    })
}

/** The child on the delivery record; undefined when the delivery is not recorded in the county. */
async function bornOf(context: Pick<ActionContext, 'find'>, mother: string, on: IsoDate, number: number) {
  const { table } = newborn
  return context.find(
    newborn,
    and(eq(table.person, mother), eq(table.happenedOn, on), eq(table.number, number), isNull(table.voidedAt)),
  )
}

export const report = defineAction(card, {
  name: 'report',
  title: { zh: '出生缺陷报卡', en: 'Report a birth defect' },
  on: 'new',
  to: 'reported',
  input: z.object({
    person: field(z.uuid(), { title: { zh: '母亲', en: 'Mother' }, refersTo: 'person' }),
    happenedOn: field(z.iso.date(), { title: { zh: '出生日期', en: 'Born on' } }),
    number: field(z.int().min(1).max(6).default(1), {
      title: { zh: '胎次序号', en: 'Number' },
      help: { zh: '多胞胎按出生顺序，单胎为1', en: 'In order of birth; 1 for a single child' },
    }),
    sex: inputs.choice(codes.sexes, { zh: '性别', en: 'Sex' }),
    outcome: inputs.choice(codes.outcomes, { zh: '转归', en: 'Outcome' }),
    weeks: field(z.int().min(12).max(45), {
      title: { zh: '孕周', en: 'Weeks' },
      unit: { zh: '周', en: 'weeks' },
    }),
    weight: inputs.counted('出生体重', 'Birth weight', 100, 8000, '克'),
    place: inputs.choice(places, { zh: '分娩地点', en: 'Place' }),
    ...diagnosis,
    certainty: inputs.choice(codes.certainties, { zh: '诊断级别', en: 'Certainty' }),
    diagnosedOn: field(z.iso.date(), { title: { zh: '诊断日期', en: 'Diagnosed on' } }),
    familyHistory: inputs.long('家族史', 'Family history'),
    exposures: inputs.long('孕早期患病和接触', 'Illness and exposure in early pregnancy'),
    doctor: inputs.short('填卡医生', 'Reported by'),
  }),
  async run(context) {
    const { input, today } = context
    const { person: id, happenedOn: bornOn, number, diagnosedOn, weeks, outcome, certainty } = input
    const mother = await getPerson(context, id)
    if (mother.sex !== 'female') refuse('person', { zh: '请选择母亲', en: 'Choose the mother' })
    if (bornOn > today) refuse('happenedOn', { zh: '出生日期不能晚于今天', en: 'The birth lies in the future' })
    if (diagnosedOn > today || diagnosedOn < addDays(bornOn, -7 * weeks))
      refuse('diagnosedOn', { zh: '诊断日期应在受孕之后、今天之前', en: 'Between conception and today' })
    assertNamed(input)
    const { table } = card
    const known = await context.findAll(card, and(eq(table.person, id), isNull(table.voidedAt)))
    const twin = known.find(
      (each) => each.number === number && Math.abs(daysBetween(each.happenedOn, bornOn)) < SAME_BIRTH,
    )
    if (twin)
      refuse('person', {
        zh: `该儿童已于${twin.reportedOn}报卡（出生日期${twin.happenedOn}），请更正原卡`,
        en: `This child was reported on ${twin.reportedOn} (born on ${twin.happenedOn}); correct that card`,
      })
    const born = await bornOf(context, id, bornOn, number)
    if (born && born.alive !== (outcome === 'live' || outcome === 'died-early'))
      refuse('outcome', {
        zh: `分娩记录为${born.alive ? '活产' : '死胎死产'}，与转归不符`,
        en: `The delivery record says ${born.alive ? 'born alive' : 'stillborn'}`,
      })
    if (born && born.weeks !== weeks)
      refuse('weeks', {
        zh: `分娩记录的孕周为${born.weeks}周，请核对`,
        en: `The delivery record says ${born.weeks} weeks`,
      })
    return context.create({
      ...input,
      ...{ weight: input.weight ?? born?.weight ?? null, newborn: born?.id ?? null },
      ...{ reportedOn: today, reportDueOn: addDays(diagnosedOn > bornOn ? diagnosedOn : bornOn, REPORT_WITHIN) },
      reviewDueOn: addDays(today, REVIEW_WITHIN),
      confirmedOn: certainty === 'confirmed' ? diagnosedOn : null,
      ...{ foundAt: diagnosisTime({ bornOn, diagnosedOn }) },
      counted: isCounted({ bornOn, diagnosedOn, weeks, place: input.place }),
    })
  },
})

export const confirm = defineAction(card, {
  name: 'confirm',
  title: { zh: '更正诊断', en: 'Correct the diagnosis' },
  on: 'existing',
  from: ['reported', 'returned'],
  to: 'reported',
  input: z.object({
    ...diagnosis,
    certainty: inputs.choice(codes.certainties, { zh: '诊断级别', en: 'Certainty' }).default('confirmed'),
    on: inputs.day('确诊日期', 'Confirmed on'),
  }),
  run({ input, current, today, change }) {
    const { on = today, ...found } = input
    if (on > today || on < current.diagnosedOn)
      refuse('on', { zh: '确诊日期应在诊断之后、今天之前', en: 'Between the diagnosis and today' })
    assertNamed(found)
    return change({
      ...found,
      ...{ otherCode: found.otherCode ?? null, description: found.description ?? current.description },
      confirmedOn: found.certainty === 'confirmed' ? on : null,
      ...{ returnReason: null, reviewDueOn: addDays(today, REVIEW_WITHIN) },
    })
  },
})

export const review = defineAction(card, {
  name: 'review',
  title: { zh: '审核', en: 'Review' },
  on: 'existing',
  from: ['reported'],
  to: 'reviewed',
  input: z.object({}),
  run({ current, today, change }) {
    if (current.certainty !== 'confirmed')
      refuse('certainty', {
        zh: '疑似病例请先更正诊断为确诊，或作废',
        en: 'A suspected case is confirmed first, or voided',
      })
    return change({ reviewedOn: today })
  },
})

export const sendBack = defineAction(card, {
  name: 'send-back',
  title: { zh: '退回', en: 'Send back' },
  on: 'existing',
  from: ['reported'],
  to: 'returned',
  input: z.object({ reason: inputs.choice(codes.returnReasons, { zh: '退回原因', en: 'Why' }) }),
  run: ({ input, change }) => change({ returnReason: input.reason }),
})

export const treat = defineAction(card, {
  name: 'treat',
  title: { zh: '登记治疗和康复', en: 'Record the treatment' },
  on: 'existing',
  input: z.object({
    on: inputs.day('治疗日期', 'Treated on'),
    treatment: field(z.string().trim().min(2).max(200), { title: { zh: '治疗和康复', en: 'Treatment' } }),
  }),
  run({ input, current, today, change }) {
    const on = input.on ?? today
    if (current.outcome !== 'live') refuse('treatment', { zh: '该儿童已死亡', en: 'The child did not live' })
    if (on > today || on < current.happenedOn)
      refuse('on', { zh: '治疗日期应在出生之后、今天之前', en: 'Between the birth and today' })
    return change({ treatedOn: on, treatment: input.treatment })
  },
})

export const voidCard = voidAction(card, {
  zh: '排除诊断或重复报卡时作废，作废后不再计数。确定作废？',
  en: 'For a defect excluded or reported twice; it counts no longer. Void it?',
})

export const cardWork = [report, confirm, treat, voidCard] as const
export const reviewWork = [review, sendBack] as const
