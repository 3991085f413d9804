import { and, eq, isNull } from 'drizzle-orm'
import { addDays, ageOn, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { getPerson, type Person } from '@kangheng/kernel/person/registry.ts'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { bodyMassIndex } from '../health-record/index.ts'
import { expectedDay, periodAt, standingOf, weeksOn } from './course.ts'
import { antenatalVisit, delivery, postpartumVisit, pregnancy, specialCase } from './records.ts'
import { asksCase, colourOf, followUpDays, higher, measuredFactors, reportDays, riskOf, shownColour } from './risk.ts'
import type { AntenatalRow, DeliveryRow, PostpartumRow, PregnancyRow } from './tables.ts'

export type CareContext = Pick<
  ActionContext,
  'connection' | 'county' | 'today' | 'find' | 'findAll' | 'createOther' | 'changeOther'
>

/** The woman's pregnancy in care that has not been closed; undefined when there is none. */
export async function findPregnancy(context: Pick<ActionContext, 'findAll'>, person: string) {
  const { table } = pregnancy
  const rows = await context.findAll(pregnancy, and(eq(table.person, person), isNull(table.voidedAt)))
  return rows.find(({ state }) => state !== 'closed')
}

/** The pregnancy a service belongs to, held against other writers until the transaction ends. */
export async function pregnancyOf(context: CareContext, person: string): Promise<PregnancyRow> {
  await getPerson(context, person)
  const row = await findPregnancy(context, person)
  if (!row) return refuse('person', { zh: '没有在管的妊娠，请先建册', en: 'No pregnancy in care; book first' })
  const lock = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'
  await context.connection.query(lock, [`${context.county} ${pregnancy.id} ${row.id}`])
  return row
}

/** Everything recorded of a pregnancy that counts. */
export interface Recorded {
  readonly visits: readonly AntenatalRow[]
  readonly delivery: DeliveryRow | undefined
  readonly postpartum: readonly PostpartumRow[]
}

/** Reads what is recorded of a pregnancy, without the row `but`. */
export async function recordedOf(context: CareContext, row: PregnancyRow, but = ''): Promise<Recorded> {
  const [v, d, p] = [antenatalVisit.table, delivery.table, postpartumVisit.table]
  const visits = await context.findAll(
    antenatalVisit,
    and(eq(v.person, row.person!), eq(v.pregnancy, row.id), isNull(v.voidedAt)),
  )
  const deliveries = await context.findAll(
    delivery,
    and(eq(d.person, row.person!), eq(d.pregnancy, row.id), isNull(d.voidedAt)),
  )
  const postpartum = await context.findAll(
    postpartumVisit,
    and(eq(p.person, row.person!), eq(p.pregnancy, row.id), isNull(p.voidedAt)),
  )
  const kept = <Row extends { id: string }>(rows: readonly Row[]) => rows.filter(({ id }) => id !== but)
  return { visits: kept(visits), delivery: kept(deliveries)[0], postpartum: kept(postpartum) }
}

const number = (value: string | null) => (value === null ? undefined : Number(value))

/** The factors of a visit: what was chosen, and what follows from age, build and haemoglobin. */
export function factorsOf(
  row: Pick<PregnancyRow, 'lastPeriodOn' | 'height' | 'weight'>,
  woman: Pick<Person, 'birth'>,
  visit: { readonly riskFactors: readonly string[]; readonly haemoglobin: number | null },
): string[] {
  const measured = measuredFactors({
    age: ageOn(woman.birth, expectedDay(row.lastPeriodOn)),
    bodyMassIndex: bodyMassIndex(number(row.height), number(row.weight)) ?? null,
    haemoglobin: visit.haemoglobin,
    height: number(row.height) ?? null,
  })
  return [...new Set([...visit.riskFactors, ...measured])]
}

/** Columns of a visit that follow from its day and factors. */
export function visitColumns(lastPeriodOn: IsoDate, on: IsoDate, riskFactors: readonly string[]) {
  const weeks = weeksOn(lastPeriodOn, on)
  const risk = riskOf(riskFactors)
  return {
    riskFactors: [...riskFactors],
    weeks,
    period: periodAt(weeks),
    colour: shownColour(risk),
    infectious: risk.infectious,
  }
}

/** Columns of a pregnancy that follow from what was recorded of it. */
export function careColumns(row: Pick<PregnancyRow, 'lastPeriodOn' | 'happenedOn'>, recorded: Recorded) {
  const { visits, delivery: delivered, postpartum } = recorded
  const days = (kind: string) => postpartum.filter((each) => each.kind === kind).map((each) => each.happenedOn)
  const standing = standingOf({
    lastPeriodOn: row.lastPeriodOn,
    bookedOn: row.happenedOn,
    visits: visits.map(({ happenedOn: on, riskFactors }) => ({ on, riskFactors })),
    delivery: delivered ? { on: delivered.happenedOn, dischargedOn: delivered.dischargedOn } : null,
    homeVisits: days('home'),
    checks: days('day-42'),
  })
  const { risk, highest, ...rest } = standing
  return {
    ...rest,
    dueDate: expectedDay(row.lastPeriodOn),
    bookedWeeks: weeksOn(row.lastPeriodOn, row.happenedOn),
    colour: shownColour(risk),
    infectious: risk.infectious,
    highestColour: shownColour(highest),
    everInfectious: highest.infectious,
    deliveredOn: delivered?.happenedOn ?? null,
  }
}

/**
 * Opens, changes or takes back the special case of a pregnancy, so that it says what the assessments say now. One that was reported or followed
 * up stays, whatever the assessments become.
 */
async function deriveCase(context: CareContext, row: PregnancyRow, visits: readonly AntenatalRow[]): Promise<void> {
  const { table } = specialCase
  const known = await context.find(
    specialCase,
    and(eq(table.person, row.person!), eq(table.pregnancy, row.id), isNull(table.voidedAt)),
  )
  const asking = visits
    .filter((visit) => asksCase(riskOf(visit.riskFactors)))
    .sort((one, other) => (one.happenedOn < other.happenedOn ? -1 : 1))
  const [first] = asking
  if (!first) {
    const touched = known && (known.reportedOn !== null || known.lastFollowedOn !== null || known.referredOn !== null)
    if (known && !touched)
      await context.changeOther(specialCase, known, voidedBecause('风险评估更正后不再需要专案管理'))
    return
  }
  const risk = asking.map((visit) => riskOf(visit.riskFactors)).reduce(higher)
  const severe = (factor: string) => ['orange', 'red', 'purple'].includes(colourOf(factor))
  const factors = [...new Set(asking.flatMap((visit) => visit.riskFactors.filter(severe)))].sort()
  const columns = {
    happenedOn: first.happenedOn,
    colour: shownColour(risk),
    infectious: risk.infectious,
    riskFactors: factors,
    reportDueOn: addDays(first.happenedOn, reportDays(riskOf(first.riskFactors))),
    dueOn: addDays(known?.lastFollowedOn ?? first.happenedOn, followUpDays(risk)),
  }
  if (known) await context.changeOther(specialCase, known, columns)
  else
    await context.createOther(specialCase, {
      ...{ state: 'open', person: row.person, division: row.division, pregnancy: row.id },
      ...columns,
    })
}

/** Derives the standing of a pregnancy and its special case again from what is recorded, and writes both. */
export async function deriveAgain(
  context: CareContext,
  row: PregnancyRow,
  recorded: Recorded,
  more: Partial<PregnancyRow> = {},
): Promise<void> {
  await context.changeOther(pregnancy, row, { ...more, ...careColumns({ ...row, ...more }, recorded) })
  await deriveCase(context, row, recorded.visits)
}

/** Judges all visits of a pregnancy again, after its beginning has changed. @returns them as they are now. */
export async function judgeVisits(context: CareContext, row: PregnancyRow, recorded: Recorded): Promise<Recorded> {
  const woman = await getPerson(context, row.person!)
  const visits: AntenatalRow[] = []
  for (const visit of recorded.visits) {
    const chosen = visit.riskFactors.filter((factor) => !MEASURED.includes(factor))
    const factors = factorsOf(row, woman, { riskFactors: chosen, haemoglobin: visit.haemoglobin })
    visits.push(
      await context.changeOther(antenatalVisit, visit, visitColumns(row.lastPeriodOn, visit.happenedOn, factors)),
    )
  }
  return { ...recorded, visits }
}
/** Factors that are never chosen alone, but follow from measurements. */
const MEASURED = ['age-35', 'age-40', 'bmi-25', 'bmi-28', 'height-145']
