import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { notifiableCase } from '../records.ts'
import { notifiableCases as c } from '../tables.ts'
import { diseaseTitles } from '../titles.ts'
import { investigatedDiseases } from './course.ts'
import { caseInvestigations as i } from './tables.ts'

/** Reviewed cards of diseases whose single cases are investigated, with their investigation. */
export const toInvestigate = new QueryBuilder()
  .select({
    county: c.county,
    id: c.id,
    person: c.person,
    division: c.division,
    disease: c.disease,
    reviewedOn: sql<string>`${c.reviewedOn}`.as('card_reviewed_on'),
    investigatedOn: sql<string | null>`${i.happenedOn}`.as('case_investigated_on'),
    inTime: i.inTime,
  })
  .from(c)
  .leftJoin(i, and(eq(i.county, c.county), eq(i.case, c.id), isNull(i.voidedAt)))
  .where(and(eq(c.state, 'reviewed'), isNull(c.voidedAt), inArray(c.disease, [...investigatedDiseases])))
  .as('case_to_investigate')

export const toInvestigateRelation = defineRelation({
  id: 'communicable-disease.to-investigate',
  title: { zh: '应开展个案调查的病例', en: 'Cases to be investigated' },
  from: toInvestigate,
  columns: toInvestigate,
  tables: [c, i],
  record: notifiableCase as never,
  show: {
    disease: { title: { zh: '病名', en: 'Disease' }, value: toInvestigate.disease, values: diseaseTitles },
    reviewed_on: { title: { zh: '审核日期', en: 'Reviewed on' }, value: toInvestigate.reviewedOn },
    investigated_on: { title: { zh: '调查日期', en: 'Investigated on' }, value: toInvestigate.investigatedOn },
    in_time: { title: { zh: '24小时内调查', en: 'Within 24 hours' }, value: toInvestigate.inTime },
  },
})
