import { z } from 'zod'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { choice } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import * as codes from './codes.ts'
import * as inputs from './inputs.ts'
import { supportOperation } from './records.ts'

const people = ['人', 'people'] as const

export const planSupport = defineAction(supportOperation, {
  name: 'plan',
  title: { zh: '计划保障任务', en: 'Plan medical support' },
  on: 'new',
  to: 'planned',
  input: z.object({
    title: inputs.line('活动名称', 'Title'),
    kind: choice(codes.supportKinds, { zh: '类型', en: 'Kind' }),
    division: inputs.place,
    venue: inputs.line('地点', 'Venue'),
    fromOn: inputs.day('开始日期', 'From'),
    untilOn: inputs.day('结束日期', 'Until'),
    expected: inputs.whole('预计人数', 'Expected', people),
    vehicles: inputs.whole('救护车', 'Ambulances', ['辆', 'vehicles']),
    staff: inputs.whole('医护人员', 'Medical staff', people),
    inspectors: inputs.whole('卫生监督员', 'Inspectors', people).default(0),
    plan: inputs.note('保障方案', 'Plan'),
  }),
  run({ input, create }) {
    const { fromOn, ...operation } = input
    if (input.untilOn < fromOn) return refuse('untilOn', { zh: '不能早于开始日期', en: 'Not before the first day' })
    return create({ ...operation, happenedOn: fromOn })
  },
})

export const beginSupport = defineAction(supportOperation, {
  name: 'begin',
  title: { zh: '开始保障', en: 'Begin' },
  on: 'existing',
  from: ['planned'],
  to: 'under-way',
  input: z.object({}),
  run: ({ change }) => change({}),
})

export const finishSupport = defineAction(supportOperation, {
  name: 'finish',
  title: { zh: '完成保障', en: 'Finish' },
  on: 'existing',
  from: ['planned', 'under-way'],
  to: 'finished',
  input: z.object({
    vehicles: inputs.whole('实际出动救护车', 'Ambulances sent', ['辆', 'vehicles']),
    staff: inputs.whole('实际出动医护人员', 'Medical staff sent', people),
    treated: inputs.whole('现场诊疗人次', 'Treated', ['人次', 'visits']),
    transferred: inputs.whole('转送人数', 'Taken to hospital', people),
    foodborne: inputs.whole('食源性事件', 'Food-borne incidents', ['起', 'incidents']),
  }),
  run({ input, current, today, change }) {
    if (current.happenedOn > today) return refuse('treated', { zh: '活动尚未开始', en: 'It has not begun yet' })
    return change(input)
  },
})
