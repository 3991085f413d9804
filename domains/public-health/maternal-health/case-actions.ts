import { z } from 'zod'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { eq } from 'drizzle-orm'
import { formInputs as inputs } from '../health-record/index.ts'
import * as codes from './codes.ts'
import { pregnancy, specialCase } from './records.ts'
import { followUpDays, riskOf } from './risk.ts'
import type { SpecialCaseRow } from './tables.ts'

/** A step of a case is dated between its opening and today. */
function checkDay(current: SpecialCaseRow, on: string, today: string): void {
  if (on < current.happenedOn || on > today)
    refuse('on', { zh: `日期应在${current.happenedOn}至今天之间`, en: `Between ${current.happenedOn} and today` })
}

export const report = defineAction(specialCase, {
  name: 'report',
  title: { zh: '报告高危孕产妇', en: 'Report a special case' },
  on: 'existing',
  from: ['open', 'referred'],
  input: z.object({
    on: inputs.day('报告日期', 'Reported on'),
    responsibleDoctor: inputs.short('专案负责医生', 'Responsible doctor'),
  }),
  run({ current, input, today, change }) {
    const on = input.on ?? today
    checkDay(current, on, today)
    if (current.reportedOn)
      refuse('on', { zh: `已于${current.reportedOn}报告`, en: `Reported on ${current.reportedOn}` })
    return change({
      reportedOn: on,
      ...(input.responsibleDoctor ? { responsibleDoctor: input.responsibleDoctor } : {}),
    })
  },
})

export const refer = defineAction(specialCase, {
  name: 'refer',
  title: { zh: '转诊高危孕产妇', en: 'Refer a special case' },
  on: 'existing',
  from: ['open'],
  to: 'referred',
  input: z.object({
    referredTo: field(z.string().trim().min(2).max(100), { title: { zh: '转诊机构', en: 'Referred to' } }),
    on: inputs.day('转诊日期', 'Referred on'),
    note: inputs.long('病情摘要', 'Summary'),
  }),
  run({ current, input, today, change }) {
    const on = input.on ?? today
    checkDay(current, on, today)
    const { referredTo, note } = input
    return change({ referredTo, referredOn: on, receivedOn: null, receivedBy: null, ...(note ? { note } : {}) })
  },
})

export const receive = defineAction(specialCase, {
  name: 'receive',
  title: { zh: '接诊高危孕产妇', en: 'Receive a special case' },
  on: 'existing',
  from: ['referred'],
  to: 'open',
  input: z.object({
    on: inputs.day('接诊日期', 'Received on'),
    receivedBy: field(z.string().trim().min(2).max(100), { title: { zh: '接诊机构', en: 'Received by' } }),
  }),
  run({ current, input, today, change }) {
    const on = input.on ?? today
    if (on < current.referredOn! || on > today)
      refuse('on', { zh: `日期应在${current.referredOn!}至今天之间`, en: `Between ${current.referredOn!} and today` })
    return change({ receivedOn: on, receivedBy: input.receivedBy })
  },
})

export const followUp = defineAction(specialCase, {
  name: 'follow-up',
  title: { zh: '登记专案随访', en: 'Follow up a special case' },
  on: 'existing',
  from: ['open', 'referred'],
  input: z.object({
    on: inputs.day('随访日期', 'Followed up on'),
    caseOutcome: inputs.choice(codes.caseOutcomes, { zh: '病情', en: 'Condition' }),
    note: inputs.long('说明', 'Note'),
  }),
  run({ current, input, today, change }) {
    const on = input.on ?? today
    checkDay(current, on, today)
    const lastFollowedOn = current.lastFollowedOn && current.lastFollowedOn > on ? current.lastFollowedOn : on
    return change({
      lastFollowedOn,
      caseOutcome: input.caseOutcome,
      dueOn: addDays(lastFollowedOn, followUpDays(riskOf(current.riskFactors))),
      ...(input.note ? { note: input.note } : {}),
    })
  },
})

/** Days after birth at which a special case is closed. Source: 孕产妇妊娠风险评估与管理工作规范. */
const CLOSE_AFTER = 42

export const closeCase = defineAction(specialCase, {
  name: 'close',
  title: { zh: '高危专案结案', en: 'Close a special case' },
  on: 'existing',
  from: ['open', 'referred'],
  to: 'closed',
  input: z.object({ on: inputs.day('结案日期', 'Closed on'), note: inputs.long('转归', 'Outcome') }),
  async run({ current, input, today, change, find }) {
    const on = input.on ?? today
    checkDay(current, on, today)
    const row = await find(pregnancy, eq(pregnancy.table.id, current.pregnancy))
    const over = row?.state === 'closed' || (row?.deliveredOn && addDays(row.deliveredOn, CLOSE_AFTER) <= on)
    if (!over)
      refuse('on', {
        zh: '产后42天或妊娠结案后方可结案',
        en: 'Not before 42 days after birth or the end of the pregnancy',
      })
    return change({ closedOn: on, ...(input.note ? { note: input.note } : {}) })
  },
})
