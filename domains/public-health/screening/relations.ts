import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { birth } from '../../population/resident/index.ts'
import { course } from './records.ts'
import { courses as c } from './tables.ts'

const b = birth.table

/**
 * Newborns screened, one row for each and programme, dated by their birth and where it is recorded, so that they are a part of the live births of the same
 * days: a first test falls days after the birth, often into the next month.
 */
export const screenedNewborns = new QueryBuilder()
  .selectDistinctOn([c.county, c.person, c.programme], {
    county: c.county,
    id: c.id,
    person: b.person,
    division: b.division,
    programme: c.programme,
    bornOn: sql<string>`${b.happenedOn}`.as('born_on'),
    screenedOn: sql<string>`${c.happenedOn}`.as('screened_on'),
  })
  .from(b)
  .innerJoin(c, and(eq(c.county, b.county), eq(c.person, b.person), inArray(c.programme, ['metabolic', 'hearing'])))
  .where(and(isNull(b.voidedAt), isNull(c.voidedAt)))
  .orderBy(c.county, c.person, c.programme, c.happenedOn)
  .as('screened_newborn')

export const screenedNewbornRelation = defineRelation({
  id: 'screening.newborn',
  title: { zh: '筛查的新生儿', en: 'Newborns screened' },
  from: screenedNewborns,
  columns: screenedNewborns,
  tables: [b, c],
  record: course as never,
  show: { screened_on: { title: course.happenedOn, value: screenedNewborns.screenedOn } },
})
