import { sql } from 'drizzle-orm'
import { defineCheck, lateEntry, type QualityCheck } from '@kangheng/kernel/quality/define-check.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import type { Disease } from './disease.ts'

/** Days within which a follow-up is entered. LOCAL. */
const ENTERED_WITHIN = 15

/** What can be wrong with the follow-up of a chronic disease; `id` and `title` are those of the disease. */
export function followUpQuality({ patient, visit }: Disease, id: string, title: Text): QualityCheck[] {
  const { table: v } = visit
  const { table: p } = patient
  return [
    defineCheck(visit, {
      id: `${id}.implausible-pressure`,
      title: { zh: `${title.zh}随访血压不合常理`, en: `${title.en}: implausible pressure` },
      explanation: { zh: '录错的血压会使控制率失真', en: 'A mistyped pressure distorts the control rate' },
      remedy: { zh: '核对随访表，更正血压', en: 'Compare with the paper and correct it' },
      severity: 'error',
      // What a cuff can measure; LOCAL.
      faulty: () =>
        sql`(${v.systolic} <= ${v.diastolic} or ${v.systolic} not between 60 and 260 or ${v.diastolic} not between 30 and 160)`,
    }),
    defineCheck(visit, {
      id: `${id}.visit-before-registration`,
      title: { zh: `${title.zh}随访早于建卡`, en: `${title.en}: visit before registration` },
      explanation: { zh: '建卡前的随访不计入规范管理', en: 'It does not count for the management' },
      remedy: { zh: '核对建卡日期和随访日期', en: 'Compare both dates' },
      severity: 'warning',
      faulty: () =>
        sql`exists (select 1 from ${p} where ${p.county} = ${v.county} and ${p.id} = ${v.patient} and ${p.happenedOn} > ${v.happenedOn})`,
    }),
    lateEntry(visit, { days: ENTERED_WITHIN }),
  ]
}
