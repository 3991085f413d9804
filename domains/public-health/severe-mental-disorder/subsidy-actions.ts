import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voidAction } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import { patientOf, recordedOf } from './derive.ts'
import { subsidy } from './records.ts'
import { refusals, subsidyFor } from './subsidy.ts'

export const pay = defineAction(subsidy, {
  name: 'pay',
  title: { zh: '发放监护人补助', en: 'Pay a guardian' },
  on: 'new',
  to: 'paid',
  input: z.object({
    person: inputs.person,
    year: field(z.int().min(2016).max(2100), { title: { zh: '年度', en: 'Year' } }),
    happenedOn: inputs.day('发放日期', 'Paid on'),
    receivedBy: inputs.short('领取人（非监护人本人时填写）', 'Received by, if not the guardian', 30),
  }),
  async run(context) {
    const { person, year, happenedOn = context.today, receivedBy } = context.input
    if (happenedOn > context.today) refuse('happenedOn', { zh: '日期不能晚于今天', en: 'The day lies in the future' })
    if (year > Number(happenedOn.slice(0, 4)))
      refuse('year', { zh: '不能预发以后年度的补助', en: 'A coming year is not paid in advance' })
    const managed = await patientOf(context, person)
    const { table } = subsidy
    const paid = await context.find(
      subsidy,
      and(eq(table.person, person), eq(table.year, year), isNull(table.voidedAt)),
    )
    if (paid)
      refuse('year', { zh: `${year}年度已于${paid.happenedOn}发放`, en: `Paid for ${year} on ${paid.happenedOn}` })
    const { visits } = await recordedOf(context, managed)
    const due = subsidyFor(year, {
      guardian: managed.guardian,
      agreedOn: managed.guardianAgreedOn,
      managedFrom: managed.managedFrom,
      visits: visits.map(({ happenedOn: on, risk, incidents }) => ({ on, risk, incidents })),
    })
    if ('refused' in due) return refuse('person', refusals[due.refused])
    return context.create({
      person,
      happenedOn,
      division: managed.division,
      patient: managed.id,
      year,
      guardian: managed.guardian!,
      amount: due.amount.toFixed(2),
      receivedBy: receivedBy ?? null,
    })
  },
})

export const voidPayment = voidAction(subsidy, {
  zh: '作废后可重新发放该年度补助。确定作废？',
  en: 'The year can be paid again afterwards. Void it?',
})

export const subsidyWork = [pay, voidPayment] as const
