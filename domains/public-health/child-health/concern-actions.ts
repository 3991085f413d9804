import { z } from 'zod'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import * as codes from './codes.ts'
import { closes, nextFollowUp } from './findings.ts'
import { concern } from './records.ts'

export const followUp = defineAction(concern, {
  name: 'follow-up',
  title: { zh: '登记异常儿童随访', en: 'Follow up a child with findings' },
  on: 'existing',
  from: ['open'],
  input: z.object({
    on: inputs.day('随访日期', 'Followed up on'),
    outcome: inputs.choice(codes.outcomes, { zh: '结果', en: 'Outcome' }),
    note: inputs.long('说明', 'Note'),
  }),
  async run({ current, input, today, change }) {
    const on = input.on ?? today
    const since = current.lastFollowedOn ?? current.happenedOn
    if (on < since || on > today)
      refuse('on', { zh: `随访日期应在${since}至今天之间`, en: `Between ${since} and today` })
    const closed = closes(input.outcome)
    return change({
      outcome: input.outcome,
      firstFollowedOn: current.firstFollowedOn ?? on,
      lastFollowedOn: on,
      ...(input.note ? { note: input.note } : {}),
      ...(closed ? { state: 'closed', closedOn: on } : { dueOn: nextFollowUp(on, input.outcome === 'not-gone') }),
    })
  },
})
