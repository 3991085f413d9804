import { and, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voidAction } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import { delivery } from '../maternal-health/index.ts'
import { ruralOn } from './relation.ts'
import { subsidy } from './records.ts'
import { refusals, subsidyOf } from './subsidy.ts'

/** Days within which an application is checked, and then paid. LOCAL. */
const WORK_WITHIN = 15

const yuanInput = (zh: string, en: string) =>
  field(z.number().min(0).max(1_000_000).multipleOf(0.01), { title: { zh, en }, unit: { zh: '元', en: 'yuan' } })

/** The woman's delivery of a day, or the last one; undefined when none is recorded. */
async function deliveryOf({ findAll }: Pick<ActionContext, 'findAll'>, person: string, on: IsoDate | undefined) {
  const { table } = delivery
  const rows = await findAll(delivery, and(eq(table.person, person), isNull(table.voidedAt)))
  const known = rows.sort((one, other) => (one.happenedOn < other.happenedOn ? 1 : -1))
  return on === undefined ? known[0] : known.find((each) => each.happenedOn === on)
}

export const apply = defineAction(subsidy, {
  name: 'apply',
  title: { zh: '申请住院分娩补助', en: 'Apply for the delivery subsidy' },
  on: 'new',
  to: 'applied',
  input: z.object({
    person: field(z.uuid(), { title: { zh: '产妇', en: 'Mother' }, refersTo: 'person' }),
    deliveredOn: field(z.iso.date().optional(), {
      title: { zh: '分娩日期', en: 'Delivered on' },
      help: { zh: '不填为最近一次分娩', en: 'The last delivery when left out' },
    }),
    happenedOn: inputs.day('申请日期', 'Applied on'),
    cost: yuanInput('住院分娩费用', 'Cost of the stay'),
    reimbursed: yuanInput('医保报销金额', 'Reimbursed by insurance'),
    accountEnd: field(
      z
        .string()
        .regex(/^\d{4}$/)
        .optional(),
      { title: { zh: '收款账号后四位', en: 'Account ends in' } },
    ),
  }),
  async run(context) {
    const { person, deliveredOn, happenedOn = context.today, accountEnd, ...amounts } = context.input
    if (happenedOn > context.today) refuse('happenedOn', { zh: '日期不能晚于今天', en: 'The day lies in the future' })
    await getPerson(context, person)
    const delivered = await deliveryOf(context, person, deliveredOn)
    if (!delivered)
      return refuse('deliveredOn', { zh: '没有分娩记录，请先登记分娩', en: 'No delivery is recorded; record it first' })
    if (happenedOn < delivered.happenedOn)
      refuse('happenedOn', { zh: '申请日期应在分娩之后', en: 'After the delivery' })
    await context.connection.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${context.county} ${subsidy.id} ${delivered.id}`,
    ])
    const { table } = subsidy
    const before = await context.find(
      subsidy,
      and(eq(table.delivery, delivered.id), isNull(table.voidedAt), ne(table.state, 'declined')),
    )
    if (before)
      refuse('person', {
        zh: `${delivered.happenedOn}的分娩已于${before.happenedOn}申请`,
        en: `Applied for on ${before.happenedOn} for the delivery of ${delivered.happenedOn}`,
      })
    const [cost, reimbursed] = [amounts.cost.toFixed(2), amounts.reimbursed.toFixed(2)]
    const found = subsidyOf({
      ...{ deliveredOn: delivered.happenedOn, appliedOn: happenedOn, place: delivered.place, cost, reimbursed },
      rural: await ruralOn(context, person, delivered.happenedOn),
    })
    if ('refused' in found) {
      const { field: name, text } = refusals[found.refused]
      return refuse(name, text)
    }
    return context.create({
      ...{ person, division: delivered.division, happenedOn, delivery: delivered.id, place: delivered.place },
      ...{ deliveredOn: delivered.happenedOn, cost, reimbursed, amount: found.amount },
      ...{ accountEnd: accountEnd ?? null, dueOn: addDays(happenedOn, WORK_WITHIN) },
    })
  },
})

export const check = defineAction(subsidy, {
  name: 'check',
  title: { zh: '审核', en: 'Check' },
  on: 'existing',
  from: ['applied'],
  input: z.object({
    decision: inputs.choice(
      { agreed: { zh: '同意补助', en: 'Agreed' }, declined: { zh: '不予补助', en: 'Declined' } },
      { zh: '审核意见', en: 'Decision' },
    ),
    reason: inputs.short('不予补助原因', 'Why declined', 200),
  }),
  run({ input, current, today, actor, change }) {
    if (current.recordedBy !== null && current.recordedBy === actor.account)
      refuse('decision', { zh: '申请人不能审核自己录入的申请', en: 'Whoever entered it does not check it' })
    const checked = { checkedOn: today, checkedBy: actor.account }
    if (input.decision === 'agreed') return change({ ...checked, state: 'checked', dueOn: addDays(today, WORK_WITHIN) })
    if (!input.reason) refuse('reason', { zh: '请写明原因', en: 'Say why' })
    return change({ ...checked, state: 'declined', declineReason: input.reason! })
  },
})

export const pay = defineAction(subsidy, {
  name: 'pay',
  title: { zh: '发放', en: 'Pay' },
  on: 'existing',
  from: ['checked'],
  to: 'paid',
  input: z.object({
    on: inputs.day('发放日期', 'Paid on'),
    receivedBy: inputs.short('领取人（非本人时填写）', 'Received by, if not herself', 30),
  }),
  run({ input, current, today, change }) {
    const on = input.on ?? today
    if (on < current.checkedOn! || on > today)
      refuse('on', { zh: '发放日期应在审核之后、今天之前', en: 'Between the check and today' })
    return change({ paidOn: on, receivedBy: input.receivedBy ?? null })
  },
})

export const voidSubsidy = voidAction(subsidy, {
  zh: '已发放的须先追回。作废后该次分娩可重新申请。确定作废？',
  en: 'What was paid must come back first. The delivery can be applied for again. Void it?',
})

export const townshipWork = [apply] as const
export const countyWork = [check, pay, voidSubsidy] as const
