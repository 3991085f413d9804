import { sql, type SQL } from 'drizzle-orm'
import { addDays, addMonths, isoDate, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import {
  applications as a,
  gridPlaces as g,
  problems as b,
  sanitation as s,
  surveys as y,
  vectorPoints as v,
} from './tables.ts'
import { isSurveyMonth, vectors, type Vector } from './vectors.ts'

/** Days for the self-check after the application, for the county’s assessment after it, and for looking at a correction. LOCAL. */
const SELF_CHECK_WITHIN = 90
const ASSESS_WITHIN = 30
const LOOK_WITHIN = 7
/** Day of the month by which the surveys of the month before are entered, and last day of January for the yearly report. LOCAL. */
const SURVEY_BY = 10

type Table = typeof a | typeof g | typeof b | typeof s | typeof v
const task = (
  id: string,
  title: { zh: string; en: string },
  of: { table: Table; record: string; action: string; due: SQL },
  where: (today: IsoDate) => SQL,
) =>
  defineTask({
    id: `healthy-places.${id}`,
    title,
    record: `healthy-places.${of.record}`,
    action: `healthy-places.${of.action}`,
    severity: 'routine',
    query: ({ county, today }) =>
      sql`select ${of.table.id} as id, ${of.table.id} as record_id, ${of.table.person} as person, ${of.table.division} as division,
        ${of.table.institution} as institution, ${of.due} as due_on from ${of.table}
      where ${of.table.county} = ${county} and ${of.table.voidedAt} is null and ${where(today)}`,
  })

const ofApplication = (action: string, due: SQL) => ({ table: a, record: 'application', action, due })
const CHECK = 'check.record'

/** A point has no survey of a vector in the month that ended last, where the vector is surveyed in that month. */
const surveyMissing = (vector: Vector) =>
  defineTask({
    id: `healthy-places.survey-missing-${vector}`,
    title: { zh: `${vectors[vector].zh}密度监测未登记`, en: `Survey missing: ${vectors[vector].en}` },
    record: 'healthy-places.vector-point',
    action: 'healthy-places.survey.record',
    severity: 'routine',
    query: ({ county, today }) => {
      const begins = isoDate(Number(today.slice(0, 4)), Number(today.slice(5, 7)), 1)
      const before = addMonths(begins, -1)
      const due = isSurveyMonth(vector, Number(before.slice(5, 7)))
      return sql`select ${v.id} as id, ${v.id} as record_id, ${v.person} as person, ${v.division} as division, ${v.institution} as institution,
          ${addDays(begins, SURVEY_BY - 1)}::date as due_on from ${v}
        where ${v.county} = ${county} and ${due}::boolean and ${v.state} = 'active' and ${v[vector]} and ${v.voidedAt} is null and ${v.happenedOn} < ${begins}::date
          and not exists (select 1 from ${y} where ${y.county} = ${v.county} and ${y.point} = ${v.id} and ${y.vector} = ${vector}
            and ${y.voidedAt} is null and ${y.happenedOn} >= ${before}::date and ${y.happenedOn} < ${begins}::date)`
    },
  })

/** Work that campaigns, surveys, reports and patrols derive. */
export const tasks = [
  task(
    'self-check-due',
    { zh: '创建待自查', en: 'Self-check due' },
    ofApplication(CHECK, sql`${a.happenedOn} + ${SELF_CHECK_WITHIN}::int`),
    () => sql`${a.state} = 'applied'`,
  ),
  task(
    'assessment-due',
    { zh: '创建待县级评估', en: 'Assessment due' },
    ofApplication(CHECK, sql`${a.selfCheckedOn} + ${ASSESS_WITHIN}::int`),
    () => sql`${a.state} = 'self-checked'`,
  ),
  task(
    'mending-due',
    { zh: '创建待整改', en: 'To be mended' },
    ofApplication('application.mended', sql`${a.mendBy}`),
    () => sql`${a.state} in ('mending', 'suspended') and ${a.mendBy} is not null`,
  ),
  task(
    'recheck-due',
    { zh: '命名到期待复审', en: 'Re-check due' },
    ofApplication(CHECK, sql`${a.recheckDueOn}`),
    () => sql`${a.state} = 'named'`,
  ),
  ...(Object.keys(vectors) as Vector[]).map(surveyMissing),
  task(
    'sanitation-due',
    { zh: '改厕改水年报待填', en: 'Toilets and water to be reported' },
    {
      ...{ table: s, record: 'sanitation', action: 'sanitation.report' },
      due: sql`make_date(${s.year}::int + 2, 1, 31)`,
    },
    (today) => sql`${s.replacedOn} is null and ${s.year} < ${Number(today.slice(0, 4)) - 1}::int`,
  ),
  task(
    'patrol-due',
    { zh: '网格点位待巡查', en: 'Patrol due' },
    { table: g, record: 'grid-place', action: 'patrol.record', due: sql`${g.nextPatrolOn}` },
    () => sql`${g.state} = 'active'`,
  ),
  task(
    'problem-due',
    { zh: '巡查问题待整改', en: 'Problem to be put right' },
    { table: b, record: 'problem', action: 'problem.correct', due: sql`${b.mendBy}` },
    () => sql`${b.state} = 'found'`,
  ),
  task(
    'correction-due',
    { zh: '巡查问题待复查', en: 'Correction to be looked at' },
    { table: b, record: 'problem', action: 'problem.close', due: sql`${b.correctedOn} + ${LOOK_WITHIN}::int` },
    () => sql`${b.state} = 'corrected'`,
  ),
]
