import { z } from 'zod'
import { ageOn } from '@kangheng/kernel/period/date.ts'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voiding } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { formInputs as inputs, noteUse, withdrawUse } from '../health-record/index.ts'
import { assessment } from './records.ts'
import * as scales from './scales.ts'

/** The age from which the norm serves older people. */
export const OLDER_FROM = 65

const itemIds = Object.keys(scales.selfCareItems) as scales.SelfCareItemId[]

/** One item of the self-care form: the choice is its score. */
const item = (id: scales.SelfCareItemId) => {
  const { title, levels } = scales.selfCareItems[id]
  const scores = Object.keys(levels) as [string, ...string[]]
  return field(z.enum(scores), { title, values: levels as Record<string, { zh: string; en: string }> })
}

export const assess = defineAction(assessment, {
  name: 'record',
  title: { zh: '登记老年人评估', en: 'Assess an older person' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('评估日期', 'Assessed on'),
    eating: item('eating'),
    grooming: item('grooming'),
    dressing: item('dressing'),
    toileting: item('toileting'),
    moving: item('moving'),
    ownHealth: inputs.choice(scales.ownHealth, { zh: '健康自评', en: 'Own judgement' }).optional(),
    moodScreen: inputs.choice(scales.screens, { zh: '情感状态粗筛', en: 'Mood screen' }).optional(),
    depressionScale: inputs.choice(scales.depressionScales, { zh: '抑郁量表', en: 'Depression scale' }).optional(),
    depressionScore: inputs.counted('抑郁评分', 'Depression score', 0, 30, '分'),
    cognitionScreen: inputs.choice(scales.screens, { zh: '认知功能粗筛', en: 'Cognition screen' }).optional(),
    education: inputs.choice(scales.educations, { zh: '文化程度', en: 'Schooling' }).optional(),
    cognitionScore: inputs.counted('简易智力状态评分', 'Mini-Mental State score', 0, 30, '分'),
    guidance: inputs.choices(scales.guidance, { zh: '健康指导', en: 'Guidance' }).default([]),
    doctor: inputs.short('评估医生', 'Assessed by'),
  }),
  async run(context) {
    const { person: id, happenedOn = context.today, ...rest } = context.input
    const person = await getPerson(context, id)
    assertAlive(person)
    if (happenedOn > context.today)
      refuse('happenedOn', { zh: '评估日期不能晚于今天', en: 'The day lies in the future' })
    if (ageOn(person.birth, happenedOn) < OLDER_FROM)
      refuse('person', { zh: '服务对象为65岁及以上居民', en: 'The service is for residents from 65' })
    const { depressionScale, depressionScore, cognitionScore, education } = rest
    if (depressionScore !== undefined && !depressionScale)
      refuse('depressionScale', { zh: '填写抑郁评分须选择量表', en: 'A score needs its scale' })
    const grade =
      depressionScale && depressionScore !== undefined ? scales.depressionGrade(depressionScale, depressionScore) : null
    if (grade === undefined)
      refuse('depressionScore', { zh: '评分超出该量表的范围', en: 'The scale has no such score' })
    if (cognitionScore !== undefined && !education)
      refuse('education', { zh: '判断简易智力状态须填写文化程度', en: 'The limit depends on the schooling' })
    const scores = Object.fromEntries(itemIds.map((each) => [each, Number(context.input[each])])) as Record<
      scales.SelfCareItemId,
      number
    >
    const selfCareScore = itemIds.reduce((sum, each) => sum + scores[each], 0)
    const row = await context.create({
      ...rest,
      ...scores,
      person: id,
      division: person.division,
      happenedOn,
      selfCareScore,
      selfCareGrade: scales.selfCareGrade(selfCareScore),
      depressionGrade: grade ?? null,
      cognitionImpaired:
        cognitionScore !== undefined && education ? scales.isCognitionImpaired(cognitionScore, education) : null,
    })
    await noteUse(context, { person: id, on: happenedOn, kind: 'follow-up', record: assessment.id, id: row.id })
    return row
  },
})

export const voidAssessment = defineAction(assessment, {
  ...voiding({ zh: '作废后该次评估不再计入。确定作废？', en: 'The assessment will no longer count. Void it?' }),
  async run(context) {
    const { current, input, change } = context
    const voided = voidedBecause(input.reason)
    await withdrawUse(context, { person: current.person!, id: current.id }, voided)
    return change(voided)
  },
})
