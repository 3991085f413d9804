import { and, asc, desc, eq, gte, inArray, isNull, lt, type SQL } from 'drizzle-orm'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { rangeOf } from '@kangheng/kernel/place/code.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { missing } from '@kangheng/kernel/text/refusal.ts'
import { findingsOf } from './checks.ts'
import { totalOf, type Values } from './compute.ts'
import { cellsOf, type Layout } from './layout.ts'
import { outliersOf } from './outliers.ts'
import { getForm, reckon, surroundingsOf } from './stored.ts'
import { forms, returns, versions } from './tables.ts'

const alive = (county: string, ...conditions: (SQL | undefined)[]) =>
  and(eq(returns.county, county), isNull(returns.voidedAt), ...conditions)

/** A return within sight. @throws Refusal when there is none. */
async function getReturn(connection: Connection, county: string, id: string) {
  const [row] = await ormOf(connection)
    .select()
    .from(returns)
    .where(alive(county, eq(returns.id, id)))
  return row ?? missing({ zh: '没有这张报表，或不在您的管辖范围内', en: 'No such return within your scope' })
}

/** The numbers of a unit in earlier periods of a form, oldest first; at most so many. */
async function historyOf(
  connection: Connection,
  row: { county: string; form: string; institution: string | null; happenedOn: IsoDate },
  most: number,
): Promise<{ period: string; values: Values }[]> {
  const rows = await ormOf(connection)
    .select({ period: returns.period, values: returns.values })
    .from(returns)
    .where(
      alive(
        row.county,
        eq(returns.form, row.form),
        eq(returns.institution, row.institution!),
        lt(returns.happenedOn, row.happenedOn),
        inArray(returns.state, ['submitted', 'reviewed', 'approved', 'frozen']),
      ),
    )
    .orderBy(desc(returns.happenedOn))
    .limit(most)
  return rows.reverse()
}

/** Everything the page of a return shows: layout, numbers with their source, comparisons, findings, numbers out of line, versions. */
export async function readReturn(connection: Connection, county: string, id: string, today: IsoDate) {
  const row = await getReturn(connection, county, id)
  const { row: form, layout } = await getForm(connection, county, row.layout)
  const around = await surroundingsOf(connection, row, layout)
  const filling = row.state === 'open' || row.state === 'returned'
  // What was sent stands as it was sent; while it is filled in, the figures are read as they are now.
  const present = filling
    ? await reckon(connection, row, layout, row.values, today)
    : { values: row.values, fromFigures: row.fromFigures, findings: findingsOf(layout, row.values, around) }
  const history = await historyOf(connection, row, 24)
  const kept = await ormOf(connection)
    .select()
    .from(versions)
    .where(and(eq(versions.county, county), eq(versions.return, id)))
    .orderBy(asc(versions.number))
  return {
    row,
    form,
    layout,
    ...present,
    previous: around.previous ?? {},
    lastYear: around.lastYear ?? {},
    lastYearIsBaseline: around.lastYearIsBaseline,
    baselines: around.baselines,
    outliers: outliersOf(layout, present.values, history),
    versions: kept.map(({ number, happenedOn, values, explanations }) => ({
      number,
      happenedOn,
      values,
      explanations,
    })),
  }
}

/** A cell whose number differs between two versions. */
export interface CellChange {
  readonly cell: string
  readonly before: string | null
  readonly after: string | null
}

/** The cells in which two versions differ, in the order of the form. */
export function changesBetween(layout: Layout, before: Values, after: Values): CellChange[] {
  return cellsOf(layout).flatMap(({ code }) =>
    before[code] === after[code] ? [] : [{ cell: code, before: before[code] ?? null, after: after[code] ?? null }],
  )
}

/** Forms of which an edition is or was in force, the newest edition of each. */
export async function listForms(connection: Connection, county: string) {
  const rows = await ormOf(connection)
    .select({
      id: forms.id,
      form: forms.form,
      name: forms.name,
      number: forms.number,
      periodKind: forms.periodKind,
      edition: forms.edition,
      dueDay: forms.dueDay,
    })
    .from(forms)
    .where(and(eq(forms.county, county), inArray(forms.state, ['issued', 'retired']), isNull(forms.voidedAt)))
    .orderBy(asc(forms.id))
  // Editions follow one another: the last of a form stands where its first stood.
  return [...new Map(rows.map((row) => [row.form, row])).values()]
}

/** How the returns of a form stand, by unit and period of a year (of ten years for a yearly form). */
export async function readBoard(connection: Connection, county: string, form: string, year: number) {
  return ormOf(connection)
    .select({
      id: returns.id,
      unit: returns.institution,
      unitName: returns.unitName,
      period: returns.period,
      state: returns.state,
      dueOn: returns.dueOn,
      firstSentOn: returns.firstSentOn,
      errors: returns.errors,
      warnings: returns.warnings,
    })
    .from(returns)
    .where(
      alive(
        county,
        eq(returns.form, form),
        gte(returns.happenedOn, `${year}-01-01`),
        lt(returns.happenedOn, `${year + 1}-01-01`),
      ),
    )
    .orderBy(asc(returns.institution), asc(returns.period))
}

export interface SheetUnit {
  readonly id: string
  readonly unit: string
  readonly unitName: string
  readonly division: string
  readonly state: string
  readonly values: Values
}

/** All units’ returns of one form and period beside each other, with their total. Rows outside the reader’s scope do not exist. */
export async function readSheet(
  connection: Connection,
  county: string,
  query: {
    readonly form: string
    readonly period: string
    readonly place?: string | undefined
    readonly approvedOnly?: boolean
  },
): Promise<{ layout: Layout; formName: string; number: string; edition: number; units: SheetUnit[]; total: Values }> {
  const range = query.place ? rangeOf(query.place) : undefined
  const rows = await ormOf(connection)
    .select({
      id: returns.id,
      layout: returns.layout,
      unit: returns.institution,
      unitName: returns.unitName,
      division: returns.division,
      state: returns.state,
      values: returns.values,
    })
    .from(returns)
    .where(
      alive(
        county,
        eq(returns.form, query.form),
        eq(returns.period, query.period),
        range ? and(gte(returns.division, range.from), lt(returns.division, range.to)) : undefined,
        query.approvedOnly ? inArray(returns.state, ['approved', 'frozen']) : undefined,
      ),
    )
    .orderBy(asc(returns.institution))
  const [first] = rows
  if (!first) return missing({ zh: '这一期没有报表', en: 'There are no returns of this period' })
  const { row, layout } = await getForm(connection, county, first.layout)
  const units = rows.map(({ layout: _, unit, ...each }) => ({ ...each, unit: unit ?? '' }))
  return {
    layout,
    formName: row.name,
    number: row.number,
    edition: row.edition,
    units,
    total: totalOf(
      layout,
      units.map((unit) => unit.values),
    ),
  }
}
