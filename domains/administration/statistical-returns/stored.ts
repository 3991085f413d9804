import { and, eq, sql } from 'drizzle-orm'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { readFigures } from '@kangheng/kernel/indicator/read-figures.ts'
import { getPeriod } from '@kangheng/kernel/period/period.ts'
import { institutionKinds } from '@kangheng/kernel/place/kinds.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { ormOf, runSql } from '@kangheng/kernel/store/orm.ts'
import { missing, refuse } from '@kangheng/kernel/text/refusal.ts'
import { computed, type Values } from './compute.ts'
import { findingsOf, formsNamed, type Finding, type Surroundings } from './checks.ts'
import { cellsOf, layoutSchema, type Layout } from './layout.ts'
import { alignedPeriod, comparedPeriods } from './periods.ts'
import { baselines, forms, returns } from './tables.ts'

export type FormRow = typeof forms.$inferSelect
export type ReturnRow = typeof returns.$inferSelect

/** The layout of a stored form. @throws Refusal when what is stored is no layout (of a version this house no longer reads). */
export function layoutOf(row: Pick<FormRow, 'content'>): Layout {
  const read = layoutSchema.safeParse(row.content)
  return read.success ? read.data : refuse('layout', { zh: '报表内容不完整，请先完善', en: 'The form is not complete' })
}

/** A form by its id, with its layout. @throws Refusal when it is not in sight. */
export async function getForm(connection: Connection, county: string, id: string) {
  const [row] = await ormOf(connection)
    .select()
    .from(forms)
    .where(and(eq(forms.county, county), eq(forms.id, id)))
  if (!row) return missing({ zh: '没有这张报表', en: 'No such form' })
  return { row, layout: layoutOf(row) }
}

/** Institutions that fill in a form, in the order of their codes. */
export async function unitsOf(connection: Connection, county: string, kinds: readonly string[]) {
  return connection.query<{ code: string; name: string; division: string; kind: string }>(
    'select code, name, division, kind from institution where county = $1 and active and kind = any($2::text[]) order by code',
    [county, [...kinds]],
  )
}

/** Where the figures of a unit stand: those of a centre are its township’s, whoever served them. */
function figurePlace(unit: { code: string; division: string; kind: string }): string {
  const level = institutionKinds[unit.kind as keyof typeof institutionKinds]?.level
  return level === 'township' || level === 'village' ? unit.division : unit.code
}

/** The numbers that the figures have for the bound cells of some units, by unit and cell. */
export async function boundValues(
  connection: Connection,
  query: {
    county: string
    layout: Layout
    period: string
    units: readonly { code: string; division: string; kind: string }[]
  },
): Promise<ReadonlyMap<string, Record<string, string>>> {
  const bound = cellsOf(query.layout).flatMap((cell) =>
    cell.source.kind === 'figure' ? [{ code: cell.code, indicator: cell.source.indicator }] : [],
  )
  const found = new Map<string, Record<string, string>>(query.units.map(({ code }) => [code, {}]))
  if (bound.length === 0 || query.units.length === 0) return found
  const figures = await readFigures(connection, {
    county: query.county,
    indicators: [...new Set(bound.map(({ indicator }) => indicator))],
    places: [...new Set(query.units.map(figurePlace))],
    periods: [query.period],
  })
  const values = new Map(figures.map((each) => [`${each.indicator} ${each.place}`, each.value]))
  for (const unit of query.units)
    for (const { code, indicator } of bound) {
      const value = values.get(`${indicator} ${figurePlace(unit)}`)
      if (value !== undefined && value !== null) found.get(unit.code)![code] = value
    }
  return found
}

/** The unit of a stored return. */
export async function unitOf(connection: Connection, row: Pick<ReturnRow, 'county' | 'institution'>) {
  const [unit] = await connection.query<{ code: string; name: string; division: string; kind: string }>(
    'select code, name, division, kind from institution where county = $1 and code = $2',
    [row.county, row.institution],
  )
  return unit ?? missing({ zh: '没有这家机构', en: 'No such institution' })
}

/** Values that may be compared with: sent at least, not a draft. */
const SENT = sql`('submitted', 'reviewed', 'approved', 'frozen')`

/** What a return is checked against. */
export async function surroundingsOf(
  connection: Connection,
  row: Pick<ReturnRow, 'county' | 'institution' | 'form' | 'period'>,
  layout: Layout,
): Promise<Surroundings & { readonly baselines: Readonly<Record<string, { value: string; source: string }>> }> {
  const period = getPeriod(row.period)
  const { previous, lastYear } = comparedPeriods(period)
  const named = formsNamed(layout, row.form)
  const found = await runSql<{ form: string; period: string; values: Values }>(
    connection,
    sql`select form, period, "values" from ${returns} where county = ${row.county} and institution = ${row.institution} and voided_at is null and state in ${SENT}
      and ((form = ${row.form} and period in (${previous}, ${lastYear}))
        or (form = any(${sql.param(named)}::text[]) and period in (${alignedPeriod(period, 'month') ?? ''}, ${alignedPeriod(period, 'year') ?? ''})))`,
  )
  const own = (wanted: string) => found.find((each) => each.form === row.form && each.period === wanted)?.values
  const before = await ormOf(connection)
    .select({ cell: baselines.cell, value: baselines.value, source: baselines.source })
    .from(baselines)
    .where(
      and(
        eq(baselines.county, row.county),
        eq(baselines.institution, row.institution!),
        eq(baselines.form, row.form),
        eq(baselines.period, lastYear),
        eq(baselines.state, 'entered'),
      ),
    )
  const fromBaseline = Object.fromEntries(before.map(({ cell, value }) => [cell, value]))
  const ownLastYear = own(lastYear)
  const baseline = ownLastYear === undefined && before.length > 0
  return {
    form: row.form,
    previous: own(previous),
    lastYear: baseline ? fromBaseline : ownLastYear,
    lastYearIsBaseline: baseline,
    others: Object.fromEntries(found.filter(({ form }) => form !== row.form).map(({ form, values }) => [form, values])),
    baselines: Object.fromEntries(before.map(({ cell, value, source }) => [cell, { value, source }])),
  }
}

/** A return’s values after what was entered: figures read anew, computed cells reckoned, and what the checks find. */
export async function reckon(
  connection: Connection,
  row: Pick<ReturnRow, 'county' | 'institution' | 'form' | 'period'>,
  layout: Layout,
  entered: Values,
  today: IsoDate,
): Promise<{ values: Record<string, string>; fromFigures: Record<string, string>; findings: Finding[] }> {
  const unit = await unitOf(connection, row)
  const { county, period } = row
  const bound = (await boundValues(connection, { county, layout, period, units: [unit] })).get(unit.code)!
  const values = computed(layout, { ...entered, ...bound })
  const around = await surroundingsOf(connection, row, layout)
  return {
    values,
    fromFigures: Object.fromEntries(Object.keys(bound).map((cell) => [cell, today])),
    findings: findingsOf(layout, values, around),
  }
}
