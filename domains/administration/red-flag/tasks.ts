import { sql } from 'drizzle-orm'
import { addDays, addMonths, isoDate, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { monthOf, quarterOf } from '@kangheng/kernel/period/period.ts'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { awards as a, reviews as r, standings as s } from './tables.ts'

/** Days after a quarter’s end until its review is published, and after that until a lagging township has answered. LOCAL. */
const REVIEW_WITHIN = 45
const ANSWER_WITHIN = 15

/** The quarter that ended last before a day, and its last day. */
export function lastQuarter(today: IsoDate): { quarter: string; ended: IsoDate } {
  const month = Number(today.slice(5, 7))
  const begins = isoDate(Number(today.slice(0, 4)), month - ((month - 1) % 3), 1)
  return { quarter: quarterOf(monthOf(addMonths(begins, -1))), ended: addDays(begins, -1) }
}

const reviewDue = defineTask({
  id: 'red-flag.review-due',
  title: { zh: '季度讲评待公布', en: 'Quarterly review due' },
  record: 'red-flag.award',
  action: 'red-flag.review.compute',
  severity: 'routine',
  query: ({ county, today }) => {
    const { quarter, ended } = lastQuarter(today)
    return sql`select ${a.id} as id, ${a.id} as record_id, ${a.person} as person, ${a.division} as division, ${a.institution} as institution,
        ${addDays(ended, REVIEW_WITHIN)}::date as due_on from ${a}
      where ${a.county} = ${county} and ${a.state} = 'in-force' and ${a.voidedAt} is null and ${a.issuedOn} <= ${ended}::date
        and not exists (select 1 from ${r} where ${r.county} = ${a.county} and ${r.award} = ${a.id} and ${r.quarter} = ${quarter}
          and ${r.state} = 'published' and ${r.voidedAt} is null)`
  },
})

const answerDue = defineTask({
  id: 'red-flag.answer-due',
  title: { zh: '讲评落后待说明', en: 'Lagging to be answered' },
  record: 'red-flag.standing',
  action: 'red-flag.standing.answer',
  severity: 'routine',
  query: ({ county }) =>
    sql`select ${s.id} as id, ${s.id} as record_id, ${s.person} as person, ${s.division} as division, ${s.institution} as institution,
        ${s.publishedOn} + ${ANSWER_WITHIN}::int as due_on from ${s}
      where ${s.county} = ${county} and ${s.state} = 'published' and ${s.mark} = 'lagging' and ${s.answer} is null and ${s.voidedAt} is null`,
})

export const tasks = [reviewDue, answerDue]
