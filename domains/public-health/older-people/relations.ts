import { and, eq, gt, isNull, or, sql, type SQL } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { residenceEpisodes as e } from '@kangheng/kernel/person/tables.ts'
import { examination, healthRecord } from '../health-record/index.ts'
import { OLDER_FROM } from './actions.ts'
import { olderAssessments as a } from './tables.ts'

const x = examination.table
const h = healthRecord.table

/**
 * What the form of an older person's examination must hold. Source: 国家基本公共卫生服务规范（第三版）老年人健康管理, 体格检查 and
 * 辅助检查: blood count, urine, liver, kidney, fasting glucose, lipids, ECG, abdominal ultrasound; way of living; guidance.
 */
const required = [
  ...[x.exercise, x.smoking, x.drinking, x.systolicLeft, x.diastolicLeft, x.height, x.weight],
  ...[x.haemoglobin, x.whiteCells, x.platelets, x.urineProtein, x.alanineTransaminase, x.bilirubin],
  ...[x.creatinine, x.urea, x.fastingGlucose, x.cholesterol, x.triglycerides, x.ecg, x.ultrasound],
]

const isComplete: SQL = sql.join(
  [...required.map((column) => sql`${column} is not null`), sql`${x.guidance} <> '[]'::jsonb`],
  sql` and `,
)

const year = sql`extract(year from ${x.happenedOn})::int`
const nextYear = sql`make_date(${year} + 1, 1, 1)`
/** The first assessment of the same year, where the form itself has no self-care score. */
const assessedOn = sql`case when ${x.selfCareScore} is not null then ${x.happenedOn} else (select min(${a.happenedOn}) from ${a}
  where ${a.county} = ${x.county} and ${a.person} = ${x.person} and ${a.voidedAt} is null
    and ${a.happenedOn} >= make_date(${year}, 1, 1) and ${a.happenedOn} < ${nextYear}) end`

/** Examinations of usual residents from 65, from their day to the end of their year; the record must be open for the complete ones. */
export const examined = new QueryBuilder()
  .select({
    county: x.county,
    id: x.id,
    person: x.person,
    division: e.division,
    examinedOn: sql<string>`${x.happenedOn}`.as('examined_on'),
    complete: sql<boolean>`(${isComplete})`.as('complete'),
    validFrom:
      sql<string>`greatest(${x.happenedOn}, ${e.startsOn}, (${e.birth} + make_interval(years => ${sql.raw(String(OLDER_FROM))}))::date)`.as(
        'counts_from',
      ),
    validTo: sql<string>`least(${nextYear}, ${e.endsOn})`.as('counts_to'),
    recordTo: sql<string>`least(${nextYear}, ${e.endsOn}, ${h.closedOn})`.as('record_to'),
    assessedOn: sql<string>`${assessedOn}`.as('assessed_on'),
  })
  .from(x)
  .innerJoin(
    e,
    and(
      eq(e.county, x.county),
      eq(e.person, x.person),
      eq(e.kind, 'usual'),
      or(isNull(e.endsOn), gt(e.endsOn, x.happenedOn)),
      sql`(${e.birth} + make_interval(years => ${sql.raw(String(OLDER_FROM))}))::date < ${nextYear}`,
    ),
  )
  .innerJoin(h, and(eq(h.county, x.county), eq(h.id, x.healthRecord), isNull(h.voidedAt)))
  .where(isNull(x.voidedAt))
  .as('older_examined')

export const examinedRelation = defineRelation({
  id: 'older-people.examined',
  title: { zh: '年内体检的老年人', en: 'Older people examined in the year' },
  from: examined,
  columns: examined,
  tables: [x, e, h, a],
  record: examination as never,
  show: { examined_on: { title: { zh: '体检日期', en: 'Examined on' }, value: examined.examinedOn } },
})
