import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { addDays } from '../../period/date.ts'
import { defineAction } from '../../record/define-action.ts'
import { defineRecord } from '../../record/define-record.ts'
import { field } from '../../record/field.ts'
import { refuse } from '../../text/refusal.ts'
import { loans } from './tables.ts'

export const loan = defineRecord({
  id: 'umbrella.loan',
  title: { zh: '雨伞借用', en: 'Umbrella loan' },
  description: { zh: '一把伞借给一个人', en: 'One umbrella lent to one person' },
  table: loans,
  happenedOn: { zh: '借出日期', en: 'Lent on' },
  states: {
    lent: { zh: '借出', en: 'Lent' },
    returned: { zh: '已还', en: 'Returned' },
    lost: { zh: '遗失', en: 'Lost' },
  },
  fields: {
    umbrella: { title: { zh: '伞号', en: 'Umbrella' } },
    dueOn: { title: { zh: '应还日期', en: 'Due on' } },
    returnedOn: { title: { zh: '归还日期', en: 'Returned on' } },
    deposit: { title: { zh: '押金', en: 'Deposit' }, unit: { zh: '分', en: 'fen' } },
  },
  list: ['umbrella', 'person', 'happenedOn', 'dueOn', 'returnedOn', 'state'],
})

export const lend = defineAction(loan, {
  name: 'lend',
  title: { zh: '借出', en: 'Lend' },
  on: 'new',
  to: 'lent',
  input: z.object({
    person: field(z.uuid(), { title: { zh: '借用人', en: 'Borrower' }, refersTo: 'person' }),
    umbrella: field(z.string().regex(/^U\d{3}$/), { title: { zh: '伞号', en: 'Umbrella' } }),
    days: field(z.int().min(1).max(14), { title: { zh: '借期', en: 'Days' }, unit: { zh: '天', en: 'days' } }),
    deposit: field(z.int().min(0).default(0), { title: { zh: '押金', en: 'Deposit' } }),
    happenedOn: field(z.iso.date().optional(), { title: { zh: '借出日期', en: 'Lent on' } }),
  }),
  async run({ input, today, find, create }) {
    const held = await find(loan, and(eq(loans.umbrella, input.umbrella), eq(loans.state, 'lent')))
    if (held)
      return refuse('umbrella', { zh: `这把伞自${held.happenedOn}起已借出`, en: `Lent since ${held.happenedOn}` })
    return create({
      person: input.person,
      umbrella: input.umbrella,
      deposit: input.deposit,
      dueOn: addDays(input.happenedOn ?? today, input.days),
    })
  },
})

export const giveBack = defineAction(loan, {
  name: 'give-back',
  title: { zh: '归还', en: 'Give back' },
  on: 'existing',
  from: ['lent'],
  to: 'returned',
  input: z.object({ on: field(z.iso.date().optional(), { title: { zh: '归还日期', en: 'Returned on' } }) }),
  run: ({ input, today, change }) => change({ returnedOn: input.on ?? today }),
})

export const reportLost = defineAction(loan, {
  name: 'report-lost',
  title: { zh: '报失', en: 'Report lost' },
  on: 'existing',
  from: ['lent'],
  to: 'lost',
  input: z.object({}),
  run: ({ today, change }) => change({ returnedOn: today }),
})
