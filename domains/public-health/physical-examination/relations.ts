import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { residenceEpisodes as e } from '@kangheng/kernel/person/tables.ts'
import { examination } from '../health-record/index.ts'

const x = examination.table
const query = new QueryBuilder()
/** An examination counts for its calendar year and the next one. */
const lapses = sql`make_date(extract(year from ${x.happenedOn})::int + 2, 1, 1)`

/** Usual residents with an examination in a year or the one before, for the days on which that holds. */
export const examined = query
  .select({
    county: x.county,
    id: x.id,
    person: x.person,
    division: e.division,
    examinedOn: sql<string>`${x.happenedOn}`.as('examined_on'),
    validFrom: sql<string>`greatest(${x.happenedOn}, ${e.startsOn})`.as('counts_from'),
    validTo: sql<string>`least(${lapses}, ${e.endsOn})`.as('counts_to'),
  })
  .from(x)
  .innerJoin(
    e,
    and(
      eq(e.county, x.county),
      eq(e.person, x.person),
      eq(e.kind, 'usual'),
      or(isNull(e.endsOn), gt(e.endsOn, x.happenedOn)),
    ),
  )
  .where(isNull(x.voidedAt))
  .as('examined_in_two_years')

export const examinedRelation = defineRelation({
  id: 'physical-examination.examined',
  title: { zh: '两年内体检的常住居民', en: 'Residents examined within two years' },
  from: examined,
  columns: examined,
  tables: [x, e],
  record: examination as never,
  show: { examined_on: { title: { zh: '体检日期', en: 'Examined on' }, value: examined.examinedOn } },
})
