import { z } from 'zod'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import { voidAction } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { ageBands, clientGroups, counselling, intervention, results, venues } from './records.ts'

const yes = (zh: string, en: string) => field(z.boolean(), { title: { zh, en } })
const number = (zh: string, en: string) => field(z.int().min(0).max(1_000_000), { title: { zh, en } })
const day = (zh: string, en: string) => field(z.iso.date(), { title: { zh, en } })
const group = choice(clientGroups, { zh: '人群', en: 'Group' })
const sexes = { male: { zh: '男', en: 'Male' }, female: { zh: '女', en: 'Female' } } as const

/** Nothing that names a person is asked for; no note can hold a name. Source: 艾滋病防治条例 art. 39. */
export const recordCounselling = defineAction(counselling, {
  name: 'record',
  title: { zh: '登记咨询检测', en: 'Record counselling and testing' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    happenedOn: day('咨询日期', 'Day'),
    clientGroup: group,
    sex: choice(sexes, { zh: '性别', en: 'Sex' }),
    ageBand: choice(ageBands, { zh: '年龄段', en: 'Age' }),
    result: choice(results, { zh: '检测结果', en: 'Result' }),
    resultTold: yes('已告知结果', 'Result told'),
    referred: yes(
      '已转介（确证、治疗、母婴阻断等）',
      'Referred for confirmation, treatment or protection of the child',
    ),
  }),
  run({ input, create }) {
    const tested = input.result !== 'not-tested'
    if (!tested && input.resultTold)
      refuse('resultTold', { zh: '未检测的没有结果可告知', en: 'Without a test there is no result to tell' })
    if ((input.result === 'reactive' || input.result === 'confirmed') && !input.referred)
      refuse('referred', {
        zh: '有反应或阳性的须转介确证或治疗，转介后再登记',
        en: 'A reactive or positive result is referred before it is recorded',
      })
    return create({ ...input, tested })
  },
})

export const recordIntervention = defineAction(intervention, {
  name: 'record',
  title: { zh: '登记行为干预', en: 'Record outreach' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    happenedOn: day('干预日期', 'Day'),
    division: field(z.string().regex(/^\d{6,12}$/), { title: { zh: '地点', en: 'Place' }, refersTo: 'division' }),
    clientGroup: group,
    venue: choice(venues, { zh: '场所', en: 'Venue' }),
    reached: number('覆盖人数', 'Reached'),
    condoms: number('发放安全套', 'Condoms').default(0),
    leaflets: number('发放资料', 'Leaflets').default(0),
    toTesting: number('动员检测', 'Sent to testing').default(0),
  }),
  run({ input, create }) {
    if (input.toTesting > input.reached)
      refuse('toTesting', { zh: '不能多于覆盖人数', en: 'Not more than were reached' })
    return create(input)
  },
})

const CONFIRM = { zh: '作废后不再计数。确定作废？', en: 'It no longer counts. Void it?' }
export const voidCounselling = voidAction(counselling, CONFIRM, { zh: '作废咨询检测', en: 'Void a visit' })
export const voidIntervention = voidAction(intervention, CONFIRM, { zh: '作废行为干预', en: 'Void outreach' })
