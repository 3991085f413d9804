import { z } from 'zod'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import * as codes from './codes.ts'
import * as inputs from './inputs.ts'
import { emergencyDrill, emergencyDuty, emergencyPlan, emergencyStock, emergencyTeam } from './records.ts'

/** A plan is evaluated every three years as a rule. Source: 突发事件应急预案管理办法（国办发〔2024〕5号）. */
const REVIEW_DAYS = 3 * 365
const people = ['人', 'people'] as const

export const issuePlan = defineAction(emergencyPlan, {
  name: 'issue',
  title: { zh: '登记预案', en: 'Issue a plan' },
  on: 'new',
  to: 'in-force',
  input: z.object({
    title: inputs.line('预案名称', 'Title'),
    kind: choice(codes.eventKinds, { zh: '事件类型', en: 'Kind of event' }),
    edition: inputs.line('版本', 'Edition', 30),
    issuedOn: inputs.day('印发日期', 'Issued on'),
    duties: field(
      z
        .array(
          z.object({
            level: choice(codes.levels, { zh: '响应级别（含）以上', en: 'From this level' }),
            duty: inputs.line('职责', 'Duty', 200),
            team: inputs.line('责任队伍或单位', 'Team or unit'),
            withinHours: field(z.int().min(1).max(720), {
              title: { zh: '时限', en: 'Within' },
              unit: { zh: '小时', en: 'hours' },
            }),
          }),
        )
        .min(1)
        .max(60),
      { title: { zh: '职责清单', en: 'Duties' } },
    ),
  }),
  run({ input, today, county, create }) {
    if (input.issuedOn > today) return refuse('issuedOn', { zh: '不能晚于今天', en: 'Not later than today' })
    const { issuedOn, ...plan } = input
    return create({ ...plan, division: county, happenedOn: issuedOn, reviewDueOn: addDays(issuedOn, REVIEW_DAYS) })
  },
})

export const withdrawPlan = defineAction(emergencyPlan, {
  name: 'withdraw',
  title: { zh: '废止预案', en: 'Withdraw a plan' },
  on: 'existing',
  from: ['in-force'],
  to: 'withdrawn',
  input: z.object({}),
  run: ({ today, change }) => change({ withdrawnOn: today }),
})

export const formTeam = defineAction(emergencyTeam, {
  name: 'form',
  title: { zh: '组建队伍', en: 'Form a team' },
  on: 'new',
  to: 'ready',
  input: z.object({
    name: inputs.line('队伍名称', 'Name'),
    kind: choice(codes.teamKinds, { zh: '类别', en: 'Kind' }),
    division: inputs.place,
    leader: inputs.line('负责人', 'Leader', 30),
    phone: inputs.telephone,
    members: inputs.whole('人数', 'Members', people),
    formedOn: inputs.day('组建日期', 'Formed on'),
  }),
  run: ({ input: { formedOn, ...team }, create }) => create({ ...team, happenedOn: formedOn }),
})

export const updateTeam = defineAction(emergencyTeam, {
  name: 'update',
  title: { zh: '更新队伍', en: 'Update a team' },
  on: 'existing',
  from: ['ready'],
  input: z.object({
    leader: inputs.line('负责人', 'Leader', 30),
    phone: inputs.telephone,
    members: inputs.whole('人数', 'Members', people),
    trainedOn: field(z.iso.date().optional(), { title: { zh: '最近培训日期', en: 'Last trained on' } }),
  }),
  run: ({ input, current, change }) => change({ ...input, trainedOn: input.trainedOn ?? current.trainedOn }),
})

export const disbandTeam = defineAction(emergencyTeam, {
  name: 'disband',
  title: { zh: '撤销队伍', en: 'Disband a team' },
  on: 'existing',
  from: ['ready'],
  to: 'disbanded',
  input: z.object({}),
  run: ({ today, change }) => change({ disbandedOn: today }),
})

export const receiveStock = defineAction(emergencyStock, {
  name: 'receive',
  title: { zh: '物资入库', en: 'Receive supplies' },
  on: 'new',
  to: 'held',
  input: z.object({
    name: inputs.line('品名', 'Name'),
    kind: choice(codes.stockKinds, { zh: '类别', en: 'Kind' }),
    division: inputs.place,
    received: inputs.amount('数量', 'Quantity'),
    unit: field(z.string().trim().min(1).max(10), { title: { zh: '单位', en: 'Unit' } }),
    least: field(z.number().min(0).max(10_000_000), { title: { zh: '最低储备', en: 'Least to be held' } }),
    expiresOn: field(z.iso.date().optional(), { title: { zh: '有效期至', en: 'Expires on' } }),
    store: field(z.string().trim().max(80).optional(), { title: { zh: '存放地点', en: 'Kept at' } }),
  }),
  run({ input, today, create }) {
    if (input.expiresOn && input.expiresOn <= today)
      return refuse('expiresOn', { zh: '已过期的物资不能入库', en: 'What has expired is not taken in' })
    const quantity = input.received.toFixed(1)
    return create({ ...input, received: quantity, quantity, least: input.least.toFixed(1), happenedOn: today })
  },
})

export const countStock = defineAction(emergencyStock, {
  name: 'count',
  title: { zh: '盘点', en: 'Count' },
  on: 'existing',
  from: ['held'],
  input: z.object({
    quantity: field(z.number().min(0).max(10_000_000), { title: { zh: '实有数量', en: 'Quantity found' } }),
    reason: inputs.line('差异原因', 'Reason of the difference', 200),
  }),
  run: ({ input, change }) => change({ quantity: input.quantity.toFixed(1) }),
})

export const disposeStock = defineAction(emergencyStock, {
  name: 'dispose',
  title: { zh: '报废处置', en: 'Write off' },
  on: 'existing',
  from: ['held'],
  to: 'disposed',
  input: z.object({ reason: inputs.line('原因', 'Reason', 200) }),
  confirm: { zh: '处置后不能再调用', en: 'What was written off cannot be sent any more' },
  run: ({ today, change }) => change({ quantity: '0.0', disposedOn: today }),
})

export const planDrill = defineAction(emergencyDrill, {
  name: 'plan',
  title: { zh: '计划演练', en: 'Plan a drill' },
  on: 'new',
  to: 'planned',
  input: z.object({
    title: inputs.line('演练名称', 'Title'),
    kind: choice(codes.eventKinds, { zh: '事件类型', en: 'Kind of event' }),
    division: inputs.place,
    plannedFor: inputs.day('计划日期', 'Planned for'),
  }),
  run: ({ input: { plannedFor, ...drill }, create }) => create({ ...drill, happenedOn: plannedFor }),
})

export const holdDrill = defineAction(emergencyDrill, {
  name: 'hold',
  title: { zh: '登记演练', en: 'Record a drill' },
  on: 'existing',
  from: ['planned'],
  to: 'held',
  input: z.object({
    heldOn: inputs.day('演练日期', 'Held on'),
    participants: inputs.whole('参演人数', 'Participants', people),
  }),
  run({ input, today, change }) {
    if (input.heldOn > today) return refuse('heldOn', { zh: '不能晚于今天', en: 'Not later than today' })
    return change({ happenedOn: input.heldOn, participants: input.participants })
  },
})

export const evaluateDrill = defineAction(emergencyDrill, {
  name: 'evaluate',
  title: { zh: '评估演练', en: 'Evaluate a drill' },
  on: 'existing',
  from: ['held'],
  to: 'evaluated',
  input: z.object({
    score: field(z.int().min(0).max(100), {
      title: { zh: '评估得分', en: 'Score' },
      unit: { zh: '分', en: 'points' },
    }),
    findings: inputs.paragraph('发现的问题', 'Findings'),
    improveDueOn: inputs.day('整改期限', 'To be improved by'),
  }),
  run: ({ input, change }) => change(input),
})

export const improveDrill = defineAction(emergencyDrill, {
  name: 'improve',
  title: { zh: '完成整改', en: 'Record the improvement' },
  on: 'existing',
  from: ['evaluated'],
  to: 'improved',
  input: z.object({ improved: inputs.paragraph('整改情况', 'What was improved') }),
  run: ({ input, change }) => change(input),
})

export const rosterDuty = defineAction(emergencyDuty, {
  name: 'roster',
  title: { zh: '排班', en: 'Roster duty' },
  on: 'new',
  to: 'rostered',
  input: z.object({
    division: inputs.place,
    on: inputs.day('值班日期', 'Day of duty'),
    onDuty: inputs.line('值班人员', 'On duty', 60),
    leader: inputs.line('带班领导', 'Leader on duty', 30),
    phone: inputs.telephone,
  }),
  run: ({ input: { on, ...duty }, create }) => create({ ...duty, happenedOn: on }),
})

export const handOverDuty = defineAction(emergencyDuty, {
  name: 'hand-over',
  title: { zh: '交班', en: 'Hand over' },
  on: 'existing',
  from: ['rostered'],
  to: 'handed-over',
  input: z.object({
    calls: inputs.whole('接报次数', 'Calls taken'),
    handover: inputs.paragraph('交班记录', 'Handover'),
  }),
  run: ({ input, change }) => change(input),
})
