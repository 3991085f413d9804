import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { addDays, addYears, daysBetween } from '@kangheng/kernel/period/date.ts'
import { getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { death as deathRecord } from '../../population/resident/index.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import * as codes from './codes.ts'
import { deathReview, pregnancy, reviewedDeath } from './records.ts'

/** Days after a death within which the county reviews it. Source: 孕产妇死亡评审规范: within 30 days of the report; local for children. */
const REVIEW_WITHIN = 30
/** Days after the end of a pregnancy in which a death is a maternal one. Source: ICD-10, volume 2. */
const MATERNAL_DAYS = 42

const levels = Object.keys(codes.reviewLevels) as codes.ReviewLevel[]

export const reportDeath = defineAction(reviewedDeath, {
  name: 'report',
  title: { zh: '报告孕产妇或儿童死亡', en: 'Report a death of a mother or child' },
  on: 'new',
  to: 'reported',
  input: z.object({
    person: inputs.person,
    kind: inputs.choice(codes.deathKinds, { zh: '类别', en: 'Kind' }),
    place: inputs.choice(codes.deathPlaces, { zh: '死亡地点', en: 'Place' }),
    cause: inputs.choice(codes.deathCauses, { zh: '死因分类', en: 'Group of cause' }),
    causeCode: inputs.short('根本死因（ICD-10）', 'Underlying cause (ICD-10)', 12),
    incidental: inputs.yesNo('意外等与妊娠无关的原因', 'Incidental: nothing to do with the pregnancy'),
    course: inputs.long('病情和救治经过', 'Course and treatment'),
  }),
  async run(context) {
    const { person: id, kind, ...given } = context.input
    const { table } = deathRecord
    const died = await context.find(deathRecord, and(eq(table.person, id), isNull(table.voidedAt)))
    if (!died)
      return refuse('person', { zh: '请先在全员人口登记死亡', en: 'Register the death with the residents first' })
    const own = reviewedDeath.table
    if (await context.find(reviewedDeath, and(eq(own.person, id), isNull(own.voidedAt))))
      refuse('person', { zh: '该死亡已报告', en: 'This death is reported already' })
    const person = await getPerson(context, id)
    const on = died.happenedOn
    const where = { person: id, division: died.division, happenedOn: on, reviewDueOn: addDays(on, REVIEW_WITHIN) }
    if (kind === 'under-five') {
      if (on >= addYears(person.birth, 5)) refuse('kind', { zh: '死亡时已满5周岁', en: 'Five years old or more' })
      return context.create({ ...where, ...given, kind, incidental: false, days: daysBetween(person.birth, on) })
    }
    const rows = await context.findAll(pregnancy, and(eq(pregnancy.table.person, id), isNull(pregnancy.table.voidedAt)))
    const row = rows.find(({ happenedOn }) => happenedOn <= on)
    if (person.sex !== 'female') refuse('kind', { zh: '不是孕产妇', en: 'Not a mother' })
    const ended = row?.deliveredOn ?? row?.endedOn ?? null
    const days = ended === null || ended > on ? null : daysBetween(ended, on)
    if (days !== null && days > MATERNAL_DAYS)
      refuse('kind', { zh: '妊娠结束已超过42天', en: 'More than 42 days after the end of the pregnancy' })
    return context.create({ ...where, ...given, kind, pregnancy: row?.id ?? null, days })
  },
})

export const investigate = defineAction(reviewedDeath, {
  name: 'investigate',
  title: { zh: '登记死亡调查', en: 'Record the investigation' },
  on: 'existing',
  from: ['reported', 'investigated'],
  to: 'investigated',
  input: z.object({
    on: inputs.day('调查日期', 'Investigated on'),
    evidence: field(inputs.choices(codes.evidence, { zh: '取证材料', en: 'Evidence' }).min(1), {
      title: { zh: '取证材料', en: 'Evidence' },
      values: codes.evidence,
    }),
    course: inputs.long('病情和救治经过', 'Course and treatment'),
  }),
  run({ current, input, today, change }) {
    const on = input.on ?? today
    if (on < current.happenedOn || on > today)
      refuse('on', { zh: '调查日期应在死亡之后、今天之前', en: 'Between the death and today' })
    const evidence = [...new Set([...current.evidence, ...input.evidence])].sort()
    return change({ investigatedOn: on, evidence, ...(input.course ? { course: input.course } : {}) })
  },
})

export const review = defineAction(deathReview, {
  name: 'record',
  title: { zh: '登记死亡评审', en: 'Review a death' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    death: field(z.uuid(), { title: { zh: '死亡病例', en: 'Death' }, refersTo: 'record:maternal-health.death' }),
    happenedOn: inputs.day('评审日期', 'Reviewed on'),
    level: inputs.choice(codes.reviewLevels, { zh: '评审级别', en: 'Level' }),
    avoidability: inputs.choice(codes.avoidability, { zh: '评审结论', en: 'Conclusion' }),
    failures: inputs.choices(codes.failures, { zh: '存在问题的环节', en: 'Where something failed' }).default([]),
    conclusion: field(z.string().trim().min(2).max(1000), {
      title: { zh: '评审意见', en: 'Opinion' },
      multiline: true,
    }),
    measures: inputs.long('改进措施', 'Measures'),
  }),
  async run(context) {
    const { death: id, happenedOn = context.today, ...given } = context.input
    const found = await context.find(
      reviewedDeath,
      and(eq(reviewedDeath.table.id, id), isNull(reviewedDeath.table.voidedAt)),
    )
    if (!found) return refuse('death', { zh: '没有这例死亡报告', en: 'No such death is reported' })
    if (found.state === 'reported') refuse('death', { zh: '请先完成调查取证', en: 'Investigate it first' })
    if (happenedOn < found.investigatedOn! || happenedOn > context.today)
      refuse('happenedOn', { zh: '评审日期应在调查之后、今天之前', en: 'Between the investigation and today' })
    const { table } = deathReview
    const others = await context.findAll(deathReview, and(eq(table.death, id), isNull(table.voidedAt)))
    if (others.some((each) => each.level === given.level))
      refuse('level', { zh: '该级已评审', en: 'This level has reviewed it already' })
    const all = [...others, { ...given, level: given.level as string }]
    const [last] = all.sort((one, other) => levels.indexOf(other.level as never) - levels.indexOf(one.level as never))
    await context.changeOther(reviewedDeath, found, {
      ...{ state: 'reviewed', level: last!.level, avoidability: last!.avoidability },
    })
    return context.create({ ...given, death: id, person: found.person, division: found.division, happenedOn })
  },
})
