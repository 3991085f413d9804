import { z } from 'zod'
import { and, eq, isNull } from 'drizzle-orm'
import { divisionLevel } from '@kangheng/kernel/place/code.ts'
import { addHours, dayOfMoment, momentOf, presentMoment } from '@kangheng/kernel/period/moment.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { choice, field, timeOfDay } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import * as codes from './codes.ts'
import { openEvent } from './event-actions.ts'
import * as inputs from './inputs.ts'
import { emergencyStock, emergencyTeam, eventDispatch, eventEntry, eventTask, reliefWork } from './records.ts'
import { emergencyStocks, emergencyTeams } from './tables.ts'

const alive = ['reported', 'responding'] as const
const teamInput = field(z.uuid().optional(), { title: { zh: '队伍', en: 'Team' }, refersTo: 'record:emergency.team' })

export const giveTask = defineAction(eventTask, {
  name: 'give',
  title: { zh: '下达任务', en: 'Give a task' },
  on: 'new',
  to: 'given',
  input: z.object({
    event: inputs.event,
    duty: inputs.line('任务', 'Task', 200),
    division: field(z.string().optional(), {
      title: { zh: '执行地点', en: 'Where' },
      refersTo: 'division',
      help: { zh: '不填则为事件发生地', en: 'The place of the event when left out' },
    }),
    team: teamInput,
    assignee: inputs.line('责任人或单位', 'Who'),
    withinHours: field(z.int().min(1).max(720), {
      title: { zh: '完成时限', en: 'Within' },
      unit: { zh: '小时', en: 'hours' },
    }),
  }),
  async run({ input, today, create, ...context }) {
    const { withinHours, ...task } = input
    const event = await openEvent(context, input.event, alive)
    const now = presentMoment(today)
    const dueAt = addHours(now, withinHours)
    return create({
      ...task,
      division: input.division ?? event.division,
      happenedOn: today,
      givenAt: now,
      dueAt,
      dueOn: dayOfMoment(dueAt),
    })
  },
})

export const acceptTask = defineAction(eventTask, {
  name: 'accept',
  title: { zh: '接收任务', en: 'Accept' },
  on: 'existing',
  from: ['given'],
  to: 'accepted',
  input: z.object({}),
  run: ({ today, change }) => change({ acceptedAt: presentMoment(today) }),
})

export const finishTask = defineAction(eventTask, {
  name: 'finish',
  title: { zh: '完成任务', en: 'Finish' },
  on: 'existing',
  from: ['given', 'accepted'],
  to: 'done',
  input: z.object({ result: inputs.paragraph('结果', 'Result') }),
  run({ input, today, current, change }) {
    const now = presentMoment(today)
    return change({
      result: input.result,
      doneAt: now,
      acceptedAt: current.acceptedAt ?? now,
      inTime: now <= current.dueAt,
    })
  },
})

export const withdrawTask = defineAction(eventTask, {
  name: 'withdraw',
  title: { zh: '撤回任务', en: 'Withdraw' },
  on: 'existing',
  from: ['given', 'accepted'],
  to: 'withdrawn',
  input: z.object({ reason: inputs.line('原因', 'Reason', 200) }),
  run: ({ input, change }) => change({ result: input.reason }),
})

export const sendTeam = defineAction(eventDispatch, {
  name: 'send-team',
  title: { zh: '派出队伍', en: 'Send a team' },
  on: 'new',
  to: 'out',
  input: z.object({
    event: inputs.event,
    team: field(z.uuid(), { title: { zh: '队伍', en: 'Team' }, refersTo: 'record:emergency.team' }),
    people: field(z.int().min(1).max(500), {
      title: { zh: '派出人数', en: 'People' },
      unit: { zh: '人', en: 'people' },
    }),
  }),
  async run({ input, today, find, create, ...context }) {
    const event = await openEvent(context, input.event, alive)
    const team = await find(emergencyTeam, and(eq(emergencyTeams.id, input.team), isNull(emergencyTeams.voidedAt)))
    if (!team || team.state !== 'ready')
      return refuse('team', { zh: '没有这支在编队伍', en: 'There is no such team ready' })
    if (input.people > team.members)
      return refuse('people', { zh: `该队伍共${team.members}人`, en: `The team has ${team.members} members` })
    return create({
      event: event.id,
      division: event.division,
      happenedOn: today,
      kind: 'team',
      team: team.id,
      what: team.name,
      quantity: input.people.toFixed(1),
      unit: '人',
      sentAt: presentMoment(today),
    })
  },
})

export const sendStock = defineAction(eventDispatch, {
  name: 'send-stock',
  title: { zh: '调拨物资', en: 'Send supplies' },
  on: 'new',
  to: 'out',
  input: z.object({
    event: inputs.event,
    stock: field(z.uuid(), { title: { zh: '物资', en: 'Stock' }, refersTo: 'record:emergency.stock' }),
    quantity: inputs.amount('数量', 'Quantity'),
  }),
  async run({ input, today, find, create, changeOther, ...context }) {
    const event = await openEvent(context, input.event, alive)
    const stock = await find(emergencyStock, and(eq(emergencyStocks.id, input.stock), isNull(emergencyStocks.voidedAt)))
    if (!stock || stock.state !== 'held')
      return refuse('stock', { zh: '没有这批在库物资', en: 'There is no such lot in store' })
    if (stock.expiresOn && stock.expiresOn < today)
      return refuse('stock', { zh: `该批物资已于${stock.expiresOn}过期`, en: `It expired on ${stock.expiresOn}` })
    if (input.quantity > Number(stock.quantity))
      return refuse('quantity', {
        zh: `现存${stock.quantity}${stock.unit}，不够调拨`,
        en: `Only ${stock.quantity} ${stock.unit} are in store`,
      })
    await changeOther(emergencyStock, stock, { quantity: (Number(stock.quantity) - input.quantity).toFixed(1) })
    return create({
      event: event.id,
      division: event.division,
      happenedOn: today,
      kind: 'stock',
      stock: stock.id,
      what: stock.name,
      quantity: input.quantity.toFixed(1),
      unit: stock.unit,
      sentAt: presentMoment(today),
    })
  },
})

export const takeBack = defineAction(eventDispatch, {
  name: 'take-back',
  title: { zh: '收回', en: 'Take back' },
  on: 'existing',
  from: ['out'],
  to: 'returned',
  input: z.object({
    returned: field(z.number().min(0).max(10_000_000).multipleOf(0.1), {
      title: { zh: '收回数量', en: 'Came back' },
      help: { zh: '用完填0', en: 'Nought when all was used' },
    }),
  }),
  async run({ input, today, current, find, change, changeOther }) {
    if (input.returned > Number(current.quantity))
      return refuse('returned', {
        zh: `派出${current.quantity}${current.unit}`,
        en: `${current.quantity} ${current.unit} were sent`,
      })
    if (current.stock) {
      const stock = await find(emergencyStock, eq(emergencyStocks.id, current.stock))
      if (stock)
        await changeOther(emergencyStock, stock, { quantity: (Number(stock.quantity) + input.returned).toFixed(1) })
    }
    return change({ returned: input.returned.toFixed(1), returnedAt: presentMoment(today) })
  },
})

export const writeEntry = defineAction(eventEntry, {
  name: 'write',
  title: { zh: '记录情况', en: 'Write an entry' },
  on: 'new',
  to: 'written',
  input: z.object({
    event: inputs.event,
    kind: choice(codes.entryKinds, { zh: '类型', en: 'Kind' }),
    content: inputs.paragraph('内容', 'Content'),
    newCases: inputs.whole('新增病（伤）例', 'New cases', ['人', 'people']).optional(),
    needs: inputs.note('现场需求', 'What is needed'),
    happenedOn: field(z.iso.date().optional(), {
      title: { zh: '发生日期', en: 'Day' },
      help: {
        zh: '不填为今天；离线记录的按手机日期',
        en: 'Today when left out; without a network the day of the phone',
      },
    }),
    seenTime: timeOfDay('发生时间', 'Time').optional(),
  }),
  async run({ input, today, actor, create, ...context }) {
    const { happenedOn = today, seenTime, ...entry } = input
    if (entry.kind === 'decision' && divisionLevel(actor.division) === 'village')
      refuse('kind', {
        zh: '指挥决定由指挥部门记录，请选现场情况',
        en: 'Decisions are those of the command; write from the field',
      })
    const event = await openEvent(context, input.event, [...alive, 'ended'])
    // Written down without a network and sent later: it stands where it was seen in the log, at the latest at the end of its day.
    const now = presentMoment(today)
    const seen = seenTime ? momentOf(happenedOn, seenTime) : happenedOn < today ? momentOf(happenedOn, '23:59') : now
    if (seen > now) refuse('seenTime', { zh: '不能晚于现在', en: 'Not later than now' })
    return create({ ...entry, division: event.division, happenedOn, at: seen })
  },
})

export const recordRelief = defineAction(reliefWork, {
  name: 'record',
  title: { zh: '登记灾后防疫', en: 'Record relief' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    event: inputs.event,
    division: inputs.place,
    on: inputs.day('工作日期', 'Day'),
    disinfectedArea: inputs.whole('消杀面积', 'Disinfected', ['平方米', 'm²']),
    waterSamples: inputs.whole('检测水样', 'Water samples', ['份', 'samples']).default(0),
    waterPassed: inputs.whole('合格水样', 'Samples that passed', ['份', 'samples']).default(0),
    foodChecks: inputs.whole('食品卫生检查', 'Food checks', ['户次', 'checks']).default(0),
    shelters: inputs.whole('巡查安置点', 'Shelters visited', ['个', 'shelters']).default(0),
    treated: inputs.whole('诊疗人次', 'Treated', ['人次', 'visits']).default(0),
    staff: inputs.whole('出动人员', 'Staff', ['人次', 'persons']),
    note: inputs.note('情况', 'Note'),
  }),
  async run({ input, today, create, ...context }) {
    const { on, ...work } = input
    if (on > today) return refuse('on', { zh: '不能晚于今天', en: 'Not later than today' })
    if (work.waterPassed > work.waterSamples)
      return refuse('waterPassed', { zh: '合格水样不能多于检测水样', en: 'Not more passed than were tested' })
    await openEvent(context, input.event, [...alive, 'ended'])
    return create({ ...work, happenedOn: on })
  },
})
