import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field, timeOfDay } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import * as shared from '../inputs.ts'
import { appointment, session, visit } from './records.ts'
import { slotsOf } from './slots.ts'
import { appointments, sessions, visits } from './tables.ts'

export const planSession = defineAction(session, {
  name: 'plan',
  title: { zh: '排门诊日', en: 'Plan a session' },
  on: 'new',
  to: 'open',
  input: z.object({
    heldOn: field(z.iso.date(), { title: { zh: '门诊日', en: 'Session day' } }),
    opensAt: timeOfDay('开始', 'Opens'),
    closesAt: timeOfDay('结束', 'Closes'),
    slotMinutes: field(z.int().min(5).max(240), {
      title: { zh: '每时段', en: 'Slot' },
      unit: { zh: '分钟', en: 'min' },
    }),
    slotCapacity: field(z.int().min(1).max(200), {
      title: { zh: '每时段人数', en: 'Children per slot' },
      unit: { zh: '人', en: 'children' },
    }),
  }),
  async run(context) {
    const { input, today, actor } = context
    if (!actor.institution)
      refuse('heldOn', {
        zh: '门诊日由接种单位排定，请用接种单位的账号',
        en: 'A session is planned by a clinic; use an account of the clinic',
      })
    if (input.heldOn < today) refuse('heldOn', { zh: '门诊日已过', en: 'That day has passed' })
    if (slotsOf(input).length === 0)
      refuse('closesAt', { zh: '开放时间不足一个时段', en: 'The hours are shorter than one slot' })
    const mine = and(eq(sessions.institution, actor.institution!), eq(sessions.heldOn, input.heldOn))
    const known = await context.find(session, and(mine, eq(sessions.state, 'open'), isNull(sessions.voidedAt)))
    if (known) refuse('heldOn', { zh: '这一天已排门诊', en: 'There is a session on this day already' })
    return context.create({ ...input })
  },
})

type SessionContext = Pick<ActionContext<typeof sessions>, 'findAll' | 'changeOther' | 'current'>

/** Moves the appointments of a session that nobody came for. */
async function moveBooked(context: SessionContext, values: { state: string; cancelReason?: string }): Promise<void> {
  const booked = and(eq(appointments.session, context.current.id), eq(appointments.state, 'booked'))
  for (const row of await context.findAll(appointment, and(booked, isNull(appointments.voidedAt))))
    await context.changeOther(appointment, row, values)
}

const assertNobodyThere = async (context: SessionContext) => {
  const there = and(
    eq(visits.session, context.current.id),
    inArray(visits.state, ['registered', 'checked', 'observing']),
    isNull(visits.voidedAt),
  )
  const still = await context.findAll(visit, there)
  if (still.length > 0)
    refuse('state', {
      zh: `还有${still.length}人未离开（排队号${still.map(({ number }) => number).join('、')}），请先办完`,
      en: `${still.length} people have not left (numbers ${still.map(({ number }) => number).join(', ')})`,
    })
}

export const cancelSession = defineAction(session, {
  name: 'cancel',
  title: { zh: '取消门诊日', en: 'Cancel the session' },
  on: 'existing',
  from: ['open'],
  to: 'cancelled',
  confirm: { zh: '已预约的儿童将列入再约名单。确定取消？', en: 'Booked children will be called again. Cancel it?' },
  input: z.object({ reason: shared.long('取消原因', 'Reason') }),
  async run(context) {
    await assertNobodyThere(context)
    await moveBooked(context, { state: 'cancelled', cancelReason: context.input.reason })
    return context.change({ cancelReason: context.input.reason })
  },
})

export const closeSession = defineAction(session, {
  name: 'close',
  title: { zh: '结束门诊', en: 'Close the session' },
  on: 'existing',
  from: ['open'],
  to: 'closed',
  confirm: {
    zh: '未到诊的预约将记为爽约并列入再约名单。确定结束？',
    en: 'Who did not come is listed as missed. Close it?',
  },
  input: z.object({}),
  async run(context) {
    if (context.today < context.current.heldOn)
      refuse('state', { zh: '门诊日还没有到', en: 'The session day has not come yet' })
    await assertNobodyThere(context)
    await moveBooked(context, { state: 'missed' })
    return context.change({})
  },
})
