import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import { parentDivision } from '../place/code.ts'
import type { Connection, Database } from '../store/connection.ts'
import { runSql, textArray } from '../store/orm.ts'
import { openView, type View } from '../store/view.ts'
import { countComputation, lastComputation, lockComputing, tryLockComputing } from './alone.ts'
import { baseRows, hasBase, inPlaces, scansOf, windowRows } from './compile.ts'
import { deriveFigures } from './derive-figures.ts'
import { addDifferences, differencesOf, windowsChanged, type Difference } from './differences.ts'
import type { Computation } from './engine.ts'
import { dropStatement, rankStatement } from './figure-sql.ts'
import { boundsOf, windowsFrom, type Window } from './horizon.ts'
import { measuresOf, measuresOfAll, type Indicator } from './indicator.ts'
import { addsOverPlaces, type AggregateMeasure, type Measure } from './measure.ts'
import { moveRows } from './move-rows.ts'
import type { Relation } from './relation.ts'
import { forgetMarks, readMarks, type SetMark } from './stale-marks.ts'
import { stateFigures } from './state-figures.ts'

/** More persons than this in one relation are not looked up one by one: their places are counted anew. */
const PERSONS_BY_DIFFERENCE = 2000

/** What a refresh works with. */
interface Refresh {
  readonly computation: Computation
  /** Where figures are written. */
  readonly connection: Connection
  /** The records as the marks found them. */
  readonly now: Connection
  /** The records as the last computation found them; when it is not known, places are counted anew. */
  readonly before: Connection | undefined
}

/** Figures that are to be made again: of these indicators in these windows and places, as far as they concern each other. */
interface Stale {
  readonly indicators: readonly Indicator[]
  readonly windows: readonly Window[]
  readonly places: readonly string[]
  readonly concerns?: (indicator: string, place: string) => boolean
}

type RowMeasure = Exclude<Measure, AggregateMeasure>

/** What writes have made stale in a relation, and the measures of it that are computed. */
interface MarkedRelation {
  readonly relation: Relation
  readonly measures: readonly RowMeasure[]
  readonly marks: readonly SetMark[]
}

/** Each place with those above it. */
async function placesAbove(
  connection: Connection,
  county: string,
  places: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await runSql<{ leaf: string; ancestor: string }>(
    connection,
    sql`select leaf, ancestor from place_ancestor where county = ${county} and leaf = any(${textArray(places)})`,
  )
  const above = Map.groupBy(rows, ({ leaf }) => leaf)
  return new Map([...above].map(([leaf, found]) => [leaf, found.map(({ ancestor }) => ancestor)]))
}

/** Places that marks touch in a relation. One over several tables takes its place from one of them: wherever a person has a row in any counts as touched. */
async function placesTouched(
  now: Connection,
  county: string,
  relation: Relation,
  marks: readonly SetMark[],
): Promise<string[]> {
  const places = new Set(marks.map(({ place }) => place).filter((place) => place !== null))
  const persons = [...new Set(marks.map(({ person }) => person).filter((person) => person !== null))]
  if (relation.tables.length < 2 || persons.length === 0) return [...places]
  for (const table of relation.tables) {
    const columns = getTableColumns(table)
    if (!columns['person'] || !columns['division']) continue
    const institution = columns['institution'] ? 'institution' : 'null'
    const rows = await now.queryArrays(
      `select distinct division, ${institution} from "${getTableName(table)}" where county = $1 and person = any($2::uuid[])`,
      [county, persons],
    )
    for (const row of rows) for (const place of row) if (place !== null) places.add(place as string)
  }
  return [...places]
}

/** Counts a relation anew in the places that marks touch, with the statements of the full build. */
async function countAnew(
  { connection, now, computation }: Refresh,
  { relation, measures, marks }: MarkedRelation,
): Promise<Stale | undefined> {
  const { county, horizon } = computation
  const counted = new Set(measures.map(({ id }) => id))
  const indicators = computation.indicators.filter((indicator) =>
    measuresOf(indicator).some(({ id }) => counted.has(id)),
  )
  const windows = windowsFrom(horizon, marks.map((mark) => mark.fromMonth).sort()[0]!)
  const own = await placesTouched(now, county, relation, marks)
  const places = [...new Set([...(await placesAbove(connection, county, own)).values()].flat())]
  if (windows.length === 0 || places.length === 0) return undefined
  for (const scan of scansOf(measures)) {
    // Different persons of several places are counted for each ancestor; all other bases belong to the place itself.
    const within = addsOverPlaces(scan[0]!) ? own : places
    await runSql(
      connection,
      sql`delete from measure_base where county = ${county} and measure = any(${textArray(scan.map(({ id }) => id))})${inPlaces(sql`place`, within)}`,
    )
    const rows = baseRows(scan, { county, ...boundsOf(horizon), places: within })
    await moveRows(now, connection, county, 'measure_base', rows)
  }
  for (const measure of measures) {
    if (measure.kind === 'stock' || hasBase(measure)) continue
    await runSql(
      connection,
      sql`delete from measure_value where county = ${county} and measure = ${measure.id}
        and period = any(${textArray(windows.map(({ period }) => period))})${inPlaces(sql`place`, places)}`,
    )
    await moveRows(now, connection, county, 'measure_value', windowRows(measure, windows, { county, places }))
  }
  return { indicators, windows, places }
}

/** Adds what persons count now and did not count before, and the other way round. */
async function countDifferences(
  { connection, now, computation }: Refresh,
  before: Connection,
  marked: readonly MarkedRelation[],
): Promise<Stale | undefined> {
  const { county, horizon, indicators } = computation
  const windows = windowsFrom(horizon)
  const all: { stored: Difference[]; windowed: Difference[] } = { stored: [], windowed: [] }
  for (const { measures, marks } of marked) {
    const persons = [...new Set(marks.map(({ person }) => person!))]
    const found = await differencesOf({ county, horizon, windows, measures, persons }, before, now)
    all.stored.push(...found.stored)
    all.windowed.push(...found.windowed)
  }
  const differences = [...all.stored, ...all.windowed]
  if (differences.length === 0) return undefined
  await addDifferences(connection, county, all)
  const above = await placesAbove(connection, county, [...new Set(differences.map(({ place }) => place))])
  const placesOf = new Map<string, Set<string>>()
  for (const { measure, place } of differences) {
    const places = placesOf.get(measure) ?? new Set()
    placesOf.set(measure, places)
    for (const each of above.get(place) ?? [place]) places.add(each)
  }
  const concerned = new Map<string, ReadonlySet<string>>()
  for (const indicator of indicators) {
    const places = measuresOf(indicator).flatMap(({ id }) => [...(placesOf.get(id) ?? [])])
    if (places.length > 0) concerned.set(indicator.id, new Set(places))
  }
  return {
    indicators: indicators.filter(({ id }) => concerned.has(id)),
    windows: windowsChanged(windows, all),
    places: [...new Set([...concerned.values()].flatMap((places) => [...places]))],
    concerns: (indicator, place) => concerned.get(indicator)!.has(place),
  }
}

async function makeFigures({ connection, computation }: Refresh, stale: Stale): Promise<void> {
  const { county } = computation
  const { indicators, windows, places, concerns } = stale
  await stateFigures(connection, county, indicators, windows, { places, ...(concerns && { concerns }) })
  await deriveFigures(connection, county, indicators, windows, places)
  const parents = [...new Set(places.map(parentDivision).filter((code): code is string => code !== undefined))]
  await runSql(connection, rankStatement(county, indicators, windows, parents))
  await runSql(connection, dropStatement(county, indicators, windows, places))
}

/** Computes what marks name. @returns the number of places whose figures were made again. */
async function compute(refresh: Refresh, marks: readonly SetMark[]): Promise<number> {
  const { computation, before } = refresh
  const rowMeasures = measuresOfAll(computation.indicators).filter(
    (each): each is RowMeasure => each.kind !== 'aggregate',
  )
  const measuresOfRelation = Map.groupBy(rowMeasures, ({ relation }) => relation.id)
  const byDifference: MarkedRelation[] = []
  const stale: (Stale | undefined)[] = []
  for (const [id, found] of Map.groupBy(marks, ({ relation }) => relation)) {
    const measures = measuresOfRelation.get(id)
    if (!measures) continue
    const marked = { relation: measures[0]!.relation, measures, marks: found }
    const persons = new Set(found.map(({ person }) => person))
    const personal = marked.relation.person && !marked.relation.readsOthers && !persons.has(null)
    if (before && personal && persons.size <= PERSONS_BY_DIFFERENCE) byDifference.push(marked)
    else stale.push(await countAnew(refresh, marked))
  }
  if (before && byDifference.length > 0) stale.push(await countDifferences(refresh, before, byDifference))
  let places = 0
  for (const each of stale) {
    if (!each) continue
    await makeFigures(refresh, each)
    places += each.places.length
  }
  return places
}

/**
 * Computes again what writes have made stale: the places touched are counted anew by the statements of the full build, in the periods from the earliest change on.
 * @returns the number of places whose figures were made again.
 */
export async function refreshFigures(database: Database, computation: Computation): Promise<number> {
  return database.transaction(async (connection) => {
    if (connection.engine === 'postgres') await lockComputing(connection, computation.county)
    const marks = await readMarks(connection, computation.county)
    if (marks.length === 0) return 0
    await countComputation(connection, computation.county)
    const refreshed = await compute({ computation, connection, now: connection, before: undefined }, marks)
    await forgetMarks(connection, computation.county, marks)
    return refreshed
  })
}

/** Keeps figures fresh for as long as a program runs. */
export interface Refresher {
  /** Computes again what writes have made stale. @returns the number of places whose figures were made again. */
  refresh(computation: Computation): Promise<number>
  /** To be called now and then while nothing is stale: looks at the records anew, so that the next refresh finds them as they were before its writes. */
  rest(county: string): Promise<void>
  close(): Promise<void>
}

/** Milliseconds after which a view of the records is looked at anew: the database keeps old rows for as long as it is held. */
const VIEW_AGE = 5000

/**
 * Refreshes by differences: it holds a view of the records as the last computation found them, opens one of the present, and adds to the figures what the persons
 * written about count in the one and not in the other. What that costs grows with what was written, not with the county. Where the view is missing (the first
 * time, after others have computed) or a change is of no person, places are counted anew. The embedded database has one connection, and always counts anew.
 */
export function openRefresher(database: Database): Refresher {
  if (database.engine === 'pglite')
    return {
      refresh: (computation) => refreshFigures(database, computation),
      rest: async () => {},
      close: async () => {},
    }
  let held: { view: View; computation: number; since: number } | undefined

  async function hold(view: View | undefined, computation = 0): Promise<void> {
    const last = held
    held = view && { view, computation, since: Date.now() }
    await last?.view.close()
  }

  return {
    async refresh(computation) {
      const { county } = computation
      let present: View | undefined
      try {
        const done = await database.transaction(async (connection) => {
          await lockComputing(connection, county)
          present = await openView(database)
          const marks = await readMarks(present.connection, county)
          const before =
            held?.computation === (await lastComputation(connection, county)) ? held?.view.connection : undefined
          const number = await countComputation(connection, county)
          const refreshed = await compute({ computation, connection, now: present.connection, before }, marks)
          await forgetMarks(connection, county, marks)
          return { number, refreshed }
        })
        await hold(present, done.number)
        return done.refreshed
      } catch (error) {
        await present?.close()
        await hold(undefined)
        throw error
      }
    },

    async rest(county) {
      if (held && Date.now() - held.since < VIEW_AGE) return
      await database.transaction(async (connection) => {
        if (!(await tryLockComputing(connection, county))) return
        const present = await openView(database)
        const [marks, number] = [await readMarks(present.connection, county), await lastComputation(connection, county)]
        // Nothing is stale: the figures are those of the records as they are seen now.
        if (marks.length === 0) await hold(present, number)
        else await present.close()
      })
    },

    close: () => hold(undefined),
  }
}
