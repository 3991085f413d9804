import { sql } from 'drizzle-orm'
import { defineCheck, type QualityCheck } from '@kangheng/kernel/quality/define-check.ts'
import { LEAST_HISTORY, MODIFIED_LIMIT } from './outliers.ts'
import { statisticalReturn } from './records.ts'
import { returns as r } from './tables.ts'

/** The numbers that are held against the unit’s own history every night; the page of a return looks at all of them. */
const WATCHED = sql`(values ('visits'), ('discharges'), ('medical-income'), ('expenses'))`

const outOfLine = defineCheck(statisticalReturn, {
  id: 'statistical-returns.out-of-line',
  title: { zh: '报表数字偏离本单位历史', en: 'Number out of line with the unit’s history' },
  explanation: {
    zh: '诊疗人次、出院人数、收入或支出远离本单位以往各期（修正Z分数超过3.5，且超出历史范围），可能少一位或错行',
    en: 'Visits, discharges, income or expenses lie far from what they have been (modified z above 3.5, outside the range): a digit or a line may be wrong',
  },
  remedy: { zh: '打开报表核对；有误的请县级退回更正', en: 'Open the return; a wrong one is sent back' },
  severity: 'warning',
  faulty: () =>
    sql`(${r.state} not in ('open', 'returned') and exists (
      select 1 from ${WATCHED} c (cell)
      cross join lateral (
        select count(*) as n, min(v) as least, max(v) as most, percentile_cont(0.5) within group (order by v) as median, array_agg(v) as every from (
          select (h."values" ->> c.cell)::numeric as v from statistical_return h
          where h.county = ${r.county} and h.institution = ${r.institution} and h.form = ${r.form} and h.happened_on < ${r.happenedOn}
            and h.voided_at is null and h.state in ('submitted', 'reviewed', 'approved', 'frozen') and h."values" ? c.cell
          order by h.happened_on desc limit 24) history) m
      cross join lateral (select percentile_cont(0.5) within group (order by abs(v - m.median)) as mad from unnest(m.every) v) d
      where m.n >= ${LEAST_HISTORY}::int and d.mad > 0
        and abs(0.6745 * ((${r.values} ->> c.cell)::numeric - m.median)) / d.mad > ${MODIFIED_LIMIT}::numeric
        and (${r.values} ->> c.cell)::numeric not between m.least and m.most))`,
})

const late = defineCheck(statisticalReturn, {
  id: 'statistical-returns.sent-late',
  title: { zh: '报表迟报或逾期未报', en: 'Return sent late, or not yet' },
  explanation: { zh: '迟报使当月统计不全', en: 'The month’s figures are not whole until it comes' },
  remedy: { zh: '按期报送；有困难的提前说明', en: 'Send it by its day, or say beforehand why not' },
  severity: 'warning',
  faulty: (today) => sql`coalesce(${r.firstSentOn}, ${today}::date) > ${r.dueOn}`,
})

/** What can be wrong with returns besides their own checks. */
export const quality: readonly QualityCheck[] = [outOfLine, late]
