import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { addMonths, ageOn } from '@kangheng/kernel/period/date.ts'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { findInstitution } from '@kangheng/kernel/place/find.ts'
import type { AnyRecord } from '@kangheng/kernel/domain/define-domain.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import type { RecordDefinition } from '@kangheng/kernel/record/define-record.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voiding } from '@kangheng/kernel/record/void-action.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs, noteUse, withdrawUse } from '../health-record/index.ts'
import { OLDER_FROM } from '../older-people/index.ts'
import { techniqueKinds, zones } from './capability.ts'
import { stageMonths, stageOn, stages } from './child-stages.ts'
import { advice as adviceOf, guidanceKinds, judgeConstitution, questions } from './constitution.ts'
import { capability, childService, constitutionSurvey } from './records.ts'
import { capabilities, childServices, constitutionSurveys } from './tables.ts'

const answers = {
  1: { zh: '没有（根本不）', en: 'Not at all' },
  2: { zh: '很少（有一点）', en: 'A little' },
  3: { zh: '有时（有些）', en: 'Sometimes' },
  4: { zh: '经常（相当）', en: 'Often' },
  5: { zh: '总是（非常）', en: 'Always' },
}
const answer = z.enum(Object.keys(answers) as [string, ...string[]])
type ItemName = `item${number}`
const itemName = (index: number): ItemName => `item${index + 1}`
const items = Object.fromEntries(
  questions.map(({ zh, en }, index) => [
    itemName(index),
    field(answer, { title: { zh: `${index + 1}. ${zh}`, en: `${index + 1}. ${en}` }, values: answers }),
  ]),
) as Record<ItemName, typeof answer>

const future = { zh: '日期不能晚于今天', en: 'The day lies in the future' }

export const askConstitution = defineAction(constitutionSurvey, {
  name: 'record',
  title: { zh: '登记体质辨识', en: 'Record a constitution' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('辨识日期', 'Asked on'),
    ...items,
    guidance: inputs.choices(guidanceKinds, { zh: '保健指导', en: 'Guidance' }).default([]),
    advice: inputs.long('指导意见（不填用规范建议）', 'Advice (that of the norm when left out)'),
    doctor: inputs.short('医生', 'Doctor'),
  }),
  async run(context) {
    const { input, today, find, create } = context
    const { person: id, happenedOn = today, guidance, doctor } = input
    const person = await getPerson(context, id)
    assertAlive(person)
    if (happenedOn > today) refuse('happenedOn', future)
    if (ageOn(person.birth, happenedOn) < OLDER_FROM)
      refuse('person', { zh: '服务对象为65岁及以上居民', en: 'The service is for residents from 65' })
    const same = and(eq(constitutionSurveys.person, id), eq(constitutionSurveys.happenedOn, happenedOn))
    if (await find(constitutionSurvey, and(same, isNull(constitutionSurveys.voidedAt))))
      refuse('happenedOn', { zh: '此人当日已有体质辨识', en: 'There is a questionnaire of that day' })
    const given = questions.map((_, index) => Number((input as Record<string, unknown>)[itemName(index)]))
    const { scores, main, found, tendencies } = judgeConstitution(given)
    const row = await create({
      ...{ person: id, division: person.division, happenedOn, answers: given, scores, main: main ?? null },
      ...{ found: [...found], tendencies: [...tendencies], guidance, doctor },
      advice: input.advice ?? (main ? adviceOf[main] : null),
    })
    await noteUse(context, { person: id, on: happenedOn, kind: 'tcm', record: constitutionSurvey.id, id: row.id })
    return row
  },
})

export const serveChild = defineAction(childService, {
  name: 'record',
  title: { zh: '登记儿童中医药服务', en: 'Record a service' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('服务日期', 'Served on'),
    livingGuided: inputs.yesNo('已作起居饮食指导', 'Guidance on living and diet given'),
    doctor: inputs.short('医生', 'Doctor'),
  }),
  async run(context) {
    const { input, today, find, create } = context
    const { person: id, happenedOn = today, livingGuided, doctor } = input
    const person = await getPerson(context, id)
    assertAlive(person)
    if (happenedOn > today) refuse('happenedOn', future)
    const months = stageOn(person.birth, happenedOn)
    if (months === undefined)
      return refuse('happenedOn', {
        zh: '中医药服务在满6月龄至36月龄各阶段提供（36月龄的可至42月龄前）',
        en: 'The service is given at the stages from 6 to 36 months (the last until 42)',
      })
    const stage = String(months)
    const same = and(eq(childServices.person, id), eq(childServices.stage, stage), isNull(childServices.voidedAt))
    const given = await find(childService, same)
    if (given)
      refuse('happenedOn', {
        zh: `此儿童${stage}月龄的服务已于${given.happenedOn}提供`,
        en: `The service of ${stage} months was given on ${given.happenedOn}`,
      })
    const next = stageMonths.find((each) => each > months)
    const row = await create({
      ...{ person: id, division: person.division, happenedOn, stage, technique: stages[months], livingGuided, doctor },
      nextOn: next === undefined ? null : addMonths(person.birth, next),
    })
    await noteUse(context, { person: id, on: happenedOn, kind: 'tcm', record: childService.id, id: row.id })
    return row
  },
})

export const describeCapability = defineAction(capability, {
  name: 'describe',
  title: { zh: '登记服务能力', en: 'Describe what is offered' },
  on: 'new',
  to: 'current',
  input: z.object({
    institution: field(z.string().max(30), { title: { zh: '机构', en: 'Institution' }, refersTo: 'institution' }),
    happenedOn: inputs.day('起始日期', 'From'),
    zone: inputs.choice(zones, { zh: '中医综合服务区', en: 'Zone' }),
    techniques: inputs.choices(techniqueKinds, { zh: '开展的适宜技术', en: 'Techniques' }).default([]),
    practitioners: field(z.int().min(0).max(500), {
      title: { zh: '中医类别医师', en: 'Practitioners' },
      unit: { zh: '人', en: 'people' },
    }),
    dispensary: inputs.yesNo('能提供中药饮片', 'Prepared medicines'),
  }),
  async run(context) {
    const { input, today, county, connection, find, changeOther, create } = context
    const { institution, happenedOn = today, zone, techniques, practitioners, dispensary } = input
    const place = await findInstitution(connection, county, institution)
    if (!place) return refuse('institution', { zh: '没有这个机构', en: 'No such institution' })
    const kinds = new Set(techniques).size
    const now = and(eq(capabilities.institution, institution), eq(capabilities.state, 'current'))
    const before = await find(capability, and(now, isNull(capabilities.voidedAt)))
    if (before && happenedOn <= before.happenedOn)
      refuse('happenedOn', {
        zh: `起始日期须晚于上次登记（${before.happenedOn}）`,
        en: `It must begin after the last description (${before.happenedOn})`,
      })
    if (before) await changeOther(capability, before, { state: 'past', endedOn: happenedOn })
    return create({
      institution,
      division: place.division,
      happenedOn,
      zone,
      techniques: [...new Set(techniques)],
      kinds,
      practitioners,
      dispensary,
    })
  },
})

/** Takes a service back, and the entry it made in the health record. */
const voidService = (record: typeof constitutionSurvey | typeof childService) =>
  defineAction(record as AnyRecord as RecordDefinition<typeof constitutionSurveys>, {
    ...voiding({ zh: '作废后该次服务不再计入。确定作废？', en: 'The service will no longer count. Void it?' }),
    async run(context) {
      const voided = voidedBecause(context.input.reason)
      await withdrawUse(context, { person: context.current.person!, id: context.current.id }, voided)
      return context.change(voided)
    },
  })

export const voidSurvey = voidService(constitutionSurvey)
export const voidChildService = voidService(childService)
