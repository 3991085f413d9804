import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import * as tables from '@kangheng/domains/public-health/healthy-places/tables.ts'
import {
  editionOn,
  gradeOf,
  isSurveyMonth,
  readingText,
  vectors,
  type CountName,
  type Counts,
  type Vector,
} from '@kangheng/domains/public-health/healthy-places/vectors.ts'
import { planOf } from '../county-plan.ts'
import { RECORD_YEARS, dayOf, isoOf, isoOrNull, TODAY } from '../days.ts'
import type { Model } from '../model.ts'
import { randomOf, type Random } from '../random.ts'
import { recordColumns, rowsFor, type TableRows } from './load-table.ts'
import { placeRow } from './place-row.ts'

type Row = CopyValue[]
const monthsOfRecords = () =>
  RECORD_YEARS.flatMap((year) =>
    Array.from({ length: 12 }, (_, index) => ({
      month: index + 1,
      first: dayOf(`${year}-${String(index + 1).padStart(2, '0')}-01`),
    })),
  )
const COUNTS = [
  ...['rooms', 'positiveRooms', 'insects', 'eggRooms', 'traceRooms', 'metres', 'traces', 'dips', 'positiveDips'],
  ...['larvae', 'catches', 'landed', 'sites', 'positiveSites', 'facilities', 'goodFacilities'],
] as const satisfies readonly CountName[]

/** What a survey counted; `much` is the density, 1 about grade B. */
function countsOf(vector: Vector, much: number, random: Random): Counts {
  const positive = (of: number, percent: number) =>
    Math.min(of, Math.round(Math.max(0, random.normal((of * percent * much) / 100, of * 0.006))))
  const facilities = { facilities: 60, goodFacilities: 60 - positive(60, 3) }
  switch (vector) {
    case 'rodent':
      return { rooms: 100, positiveRooms: positive(100, 2), metres: 2000, traces: positive(100, 3), ...facilities }
    case 'mosquito': {
      const positiveDips = positive(100, 2)
      const counts = {
        metres: 5000,
        traces: positive(100, 1.4),
        dips: 100,
        positiveDips,
        larvae: positiveDips * random.int(2, 4),
      }
      return { ...counts, catches: 10, landed: positive(100, 7) }
    }
    case 'fly': {
      const positiveRooms = positive(100, 4)
      return {
        rooms: 100,
        positiveRooms,
        insects: positiveRooms * 2,
        sites: 50,
        positiveSites: positive(50, 2),
        ...facilities,
      }
    }
    case 'cockroach':
      return { rooms: 100, positiveRooms: positive(100, 2), eggRooms: positive(100, 1.2), traceRooms: positive(100, 3) }
  }
}

/** A point in every township, surveyed in the months of each vector; a weak township leaves some out. */
function vectorRows(
  model: Model,
  townships: readonly (readonly [string, string, string])[],
): [points: Row[], surveys: Row[]] {
  const { county, seed, idOf } = model
  const random = randomOf(seed, 'vectors')
  const [points, surveys]: [Row[], Row[]] = [[], []]
  for (const [township, name, village] of townships) {
    const { services } = planOf(township)
    const point = idOf('vector-point', points.length)
    points.push([
      ...placeRow(county, point, { division: village }, dayOf('2023-12-01'), 'active'),
      ...[`${name}集镇`, true, true, true, true],
    ])
    for (const { month, first } of monthsOfRecords())
      for (const vector of Object.keys(vectors) as Vector[]) {
        const on = first + random.int(8, 24)
        if (!isSurveyMonth(vector, month) || on > TODAY || !random.chance(0.7 + 0.28 * services)) continue
        const counts = countsOf(vector, (2.35 - services) * Math.max(0.3, random.normal(1, 0.45)), random)
        const { grade, readings } = gradeOf(vector, counts)
        surveys.push([
          ...placeRow(county, idOf('vector-survey', surveys.length), { division: village }, on, 'recorded'),
          ...[point, `${name}集镇`, vector, ...COUNTS.map((count) => counts[count] ?? null)],
          ...[vector === 'fly' ? false : null, readingText(readings), grade, editionOn(vector, isoOf(on))],
        ])
      }
  }
  return [points, surveys]
}

/** A clean-up of most villages every month, a larger one in April, the month of the campaign; and what each village reports of a year. */
function villageRows({ county, layer, seed, idOf, population }: Model): [drives: Row[], sanitation: Row[]] {
  const random = randomOf(seed, 'clean-ups')
  const [drives, sanitation]: [Row[], Row[]] = [[], []]
  for (const { code, residents } of population.villages) {
    const { services } = planOf(code)
    for (const { month, first } of monthsOfRecords()) {
      const on = first + random.int(0, 27)
      if (on > TODAY || !random.chance(0.55 + 0.4 * services)) continue
      const more = month === 4 ? 2 : 1
      drives.push([
        ...placeRow(county, idOf('clean-up', drives.length), { division: code }, on, 'recorded'),
        ...[month === 4 ? 'campaign' : 'monthly', random.int(12, 60) * more, (random.int(40, 320) * more) / 100],
        ...[random.int(0, 6), random.int(0, 400), random.int(0, 9)],
      ])
    }
    const households = Math.max(20, Math.round((residents * layer.of) / 3.6))
    const begins = 0.62 + 0.2 * services + random.int(-6, 6) / 100
    // A third of the villages have not reported the year that ends today.
    const years = [2023, 2024, ...(random.chance(0.66) ? [2025] : [])]
    for (const [index, year] of years.entries()) {
      const share = Math.min(0.98, begins + 0.035 * index)
      const sanitary = Math.round(households * share)
      const on = dayOf(`${year}-12-31`)
      sanitation.push([
        ...placeRow(county, idOf('village-sanitation', sanitation.length), { division: code }, on, 'reported'),
        ...[
          year,
          households,
          sanitary,
          Math.round(sanitary * 0.86),
          Math.round(households * Math.min(0.995, 0.9 + 0.02 * index)),
        ],
        ...[random.int(1, 5), index + 1 < years.length ? `${years[index + 1]}-12-31` : null],
      ])
    }
  }
  return [drives, sanitation]
}

const PLACES = [
  ['street', '集镇主街'],
  ['market', '农贸市场'],
  ['restaurant', '主街餐饮店'],
  ['school', '中心完小周边'],
  ['public-toilet', '集镇公厕'],
  ['refuse', '垃圾收集点'],
] as const
const FOUND = [
  ['refuse', '摊位后有垃圾堆放'],
  ['stalls', '占道经营、乱贴小广告'],
  ['toilet', '蹲位不洁、无洗手液'],
  ['breeding', '积水容器未清理'],
] as const
const EVERY = 30

/** Six places of every township seat, patrolled about every month; problems mostly put right by their day. */
function gridRows(
  model: Model,
  townships: readonly (readonly [string, string, string])[],
): [places: Row[], patrols: Row[], problems: Row[]] {
  const { county, seed, idOf } = model
  const random = randomOf(seed, 'grid')
  const [places, patrols, problems]: [Row[], Row[], Row[]] = [[], [], []]
  for (const [township, town, division] of townships)
    for (const [index, [kind, title]] of PLACES.entries()) {
      const { services } = planOf(township)
      const [id, name] = [idOf('grid-place', places.length), `${town}${title}`]
      const since = dayOf('2023-12-20') + index
      let on = since + EVERY
      let next = on
      for (; on <= TODAY; on += EVERY + random.int(-6, services < 0.95 ? 14 : 5)) {
        next = on + EVERY
        const found = random.chance(0.16) ? random.pick(FOUND) : undefined
        const patrol = idOf('grid-patrol', patrols.length)
        patrols.push([
          ...placeRow(county, patrol, { division }, on, 'recorded'),
          ...[id, name, `${town}网格员`, found ? 1 : 0],
        ])
        if (!found) continue
        const corrected = on + (random.chance(0.7 + 0.22 * services) ? random.int(1, 7) : random.int(9, 25))
        const done = corrected <= TODAY
        const closed = done && corrected + 5 <= TODAY
        problems.push([
          ...placeRow(
            county,
            idOf('grid-problem', problems.length),
            { division },
            on,
            closed ? 'closed' : done ? 'corrected' : 'found',
          ),
          ...[
            id,
            patrol,
            name,
            ...found,
            isoOf(on + 7),
            done ? '已整改，附照片' : null,
            isoOrNull(done ? corrected : null),
          ],
          ...[isoOrNull(closed ? corrected + 5 : null), closed ? '复查属实' : null],
        ])
      }
      places.push([
        ...placeRow(county, id, { division }, since, 'active'),
        ...[name, kind, `G${township.slice(6)}-${index + 1}`, `${town}网格员`, EVERY, isoOf(next)],
      ])
    }
  return [places, patrols, problems]
}

/** Vectors, clean-ups, toilets and water, and patrols of two years. */
export function healthyPlaceTables(model: Model): TableRows[] {
  const townships = [...Map.groupBy(model.population.villages, ({ code }) => code.slice(0, 9))].map(
    ([township, [seat]]) => [township, seat!.townshipName, seat!.code] as const,
  )
  const [points, surveys] = vectorRows(model, townships)
  const [drives, sanitation] = villageRows(model)
  const [places, patrols, problems] = gridRows(model, townships)
  // prettier-ignore
  return [
    rowsFor(tables.vectorPoints, [...recordColumns, 'name', 'rodent', 'mosquito', 'fly', 'cockroach'], points.length, points),
    rowsFor(tables.surveys, [...recordColumns, 'point', 'name', 'vector', ...COUNTS, 'exposedFood', 'readings', 'grade', 'edition'], surveys.length, surveys),
    rowsFor(tables.drives, [...recordColumns, 'kind', 'participants', 'refuse', 'corners', 'ditches', 'breedingSites'], drives.length, drives),
    rowsFor(tables.sanitation, [...recordColumns, 'year', 'households', 'sanitaryToilets', 'harmlessToilets', 'pipedWater', 'publicToilets', 'replacedOn'], sanitation.length, sanitation),
    rowsFor(tables.gridPlaces, [...recordColumns, 'name', 'kind', 'grid', 'warden', 'everyDays', 'nextPatrolOn'], places.length, places),
    rowsFor(tables.patrols, [...recordColumns, 'place', 'name', 'warden', 'problems'], patrols.length, patrols),
    rowsFor(tables.problems, [...recordColumns, 'place', 'patrol', 'name', 'kind', 'what', 'mendBy', 'measures', 'correctedOn', 'recheckedOn', 'opinion'], problems.length, problems),
  ]
}
