import { ageOn } from '@kangheng/kernel/period/date.ts'
import type { Person } from '@kangheng/kernel/person/registry.ts'
import { bodyMassIndex } from '../health-record/index.ts'
import { checkUpsOf, deriveChild, newbornVisitsOf, type CareContext } from './child.ts'
import type { Finding } from './codes.ts'
import { deriveConcern } from './concern.ts'
import { standingsOf } from './course.ts'
import { anaemiaOf, findingsOf, isVisionLow } from './findings.ts'
import { ageInMonths, growthAge, growthGrades, growthScores } from './growth/assess.ts'
import { checkUp } from './records.ts'
import { checkUpAt } from './schedule.ts'
import type { CheckUpRow, ChildRow } from './tables.ts'

/** The days of these rows. */
export const daysOf = (rows: readonly { happenedOn: string }[]) => rows.map((each) => each.happenedOn)
const number = (value: string | null) => (value === null ? null : Number(value))
const hundredths = (score: number | null) => (score === null ? null : score.toFixed(2))

/** Columns that follow from the measurements of one check-up and the child alone. */
export function ownColumns(row: CheckUpRow, child: ChildRow, person: Person) {
  const { happenedOn: on } = row
  const age = ageInMonths(person.birth, on)
  const measured = {
    weight: number(row.weight),
    height: number(row.height),
    headCircumference: number(row.headCircumference),
  }
  const scores = growthScores(
    person.sex === 'male' ? 'male' : 'female',
    growthAge(age, child.gestationalWeeks),
    measured,
  )
  const index = bodyMassIndex(measured.height ?? undefined, measured.weight ?? undefined)
  return {
    step: checkUpAt(age) ?? null,
    ageMonths: (Math.floor(age * 10) / 10).toFixed(1),
    bodyMassIndex: index === undefined ? null : String(index),
    weightScore: hundredths(scores.weightForAge),
    heightScore: hundredths(scores.heightForAge),
    buildScore: hundredths(scores.weightForHeight),
    indexScore: hundredths(scores.bodyMassIndexForAge),
    headScore: hundredths(scores.headForAge),
    ...growthGrades(scores),
    anaemia: row.haemoglobin === null ? null : anaemiaOf(row.haemoglobin, on),
  }
}

/** What a check-up found, given whether the child's growth is faltering. */
function findingsOfRow(row: CheckUpRow, person: Person, faltering: boolean): Finding[] {
  const { visionLeft: left, visionRight: right, happenedOn: on } = row
  const visionLow = left !== null && right !== null && isVisionLow(Number(left), Number(right), ageOn(person.birth, on))
  const grades = row as unknown as ReturnType<typeof growthGrades>
  return findingsOf({ ...row, ...grades, warningSigns: row.warningSigns ?? [], visionLow, faltering }, on)
}

const isSevere = ({ weightGrade, heightGrade, buildGrade, anaemia }: CheckUpRow) =>
  weightGrade === 'severely-underweight' ||
  heightGrade === 'severely-stunted' ||
  buildGrade === 'severely-wasted' ||
  anaemia === 'moderate' ||
  anaemia === 'severe'

/**
 * Derives the course of a child again from these check-ups: which follows which, growth faltering, findings and their follow-up, the next
 * step. Writes what has changed, the check-up `self` aside. @returns the columns of that one.
 */
export async function deriveCourse(
  context: CareContext,
  child: ChildRow,
  person: Person,
  rows: readonly CheckUpRow[],
  self: string,
): Promise<Pick<CheckUpRow, 'followedOn' | 'findings'> | undefined> {
  const standings = standingsOf(
    rows.map((row) => ({
      id: row.id,
      on: row.happenedOn,
      weightScore: number(row.weightScore),
      measured: row.weight !== null || row.height !== null,
    })),
  )
  let own: Pick<CheckUpRow, 'followedOn' | 'findings'> | undefined
  for (const row of rows) {
    const { followedOn, faltering } = standings.find(({ id }) => id === row.id)!
    const findings = findingsOfRow(row, person, faltering)
    const same = row.followedOn === followedOn && JSON.stringify(row.findings) === JSON.stringify(findings)
    if (row.id === self) own = { followedOn, findings }
    else if (!same) await context.changeOther(checkUp, row, { followedOn, findings })
    const where = { id: row.id, on: row.happenedOn, child: child.id, person: person.id, division: child.division }
    if (row.id === self || !same)
      await deriveConcern(context, { ...where, findings, severe: isSevere(row), referredTo: row.referredTo })
  }
  const newbornVisits = daysOf(await newbornVisitsOf(context, child))
  await deriveChild(context, child, { newbornVisits, checkUps: daysOf(rows) })
  return own
}

/** Judges all check-ups of a child again, after what is known of its birth has changed. */
export async function judgeAgain(context: CareContext, child: ChildRow, person: Person): Promise<void> {
  const rows: CheckUpRow[] = []
  for (const row of await checkUpsOf(context, child)) {
    const columns = ownColumns(row, child, person)
    const changed = (Object.keys(columns) as (keyof typeof columns)[]).some((name) => columns[name] !== row[name])
    rows.push(changed ? await context.changeOther(checkUp, row, columns) : row)
  }
  await deriveCourse(context, child, person, rows, '')
}
