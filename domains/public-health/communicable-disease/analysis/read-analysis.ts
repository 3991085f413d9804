import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { rangeOf } from '@kangheng/kernel/place/code.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { notifiableDiseases } from '../notifiable/list.ts'
import { type ComparedSpan, weekOf } from './span.ts'

/** What an analysis is about. Without a disease it is about all of a class; without a class about all. */
export interface AnalysisQuery {
  readonly county: string
  readonly place: string
  readonly span: ComparedSpan
  readonly disease?: string | undefined
  readonly diseaseClass?: string | undefined
}

/** One disease in the span, in the same time of last year and in the span before. */
export interface DiseaseCount {
  readonly disease: string
  readonly diseaseClass: string
  readonly cases: number
  readonly lastYear: number
  readonly before: number
  readonly deaths: number
  readonly deathsLastYear: number
}

/** A week of the year by onset: this year, and the mean of the earlier years on record. */
export interface WeekCount {
  readonly week: number
  /** Null where the week is still to come. */
  readonly cases: number | null
  readonly earlier: number | null
}

export interface AgeGroupCount {
  readonly from: number
  /** Last completed year of age; null for the oldest group. */
  readonly to: number | null
  readonly male: number
  readonly female: number
}

export interface PlaceCount {
  readonly code: string
  readonly name: string
  readonly x: number | null
  readonly y: number | null
  readonly cases: number
}

export interface CountedCard {
  readonly id: string
  readonly disease: string
  readonly onset: IsoDate
  readonly reviewedOn: IsoDate
  readonly divisionName: string
}

export interface Analysis {
  readonly diseases: readonly DiseaseCount[]
  readonly weeks: readonly WeekCount[]
  readonly earlierYears: readonly number[]
  readonly ages: readonly AgeGroupCount[]
  readonly places: readonly PlaceCount[]
  /** The cards behind the number of one disease; empty unless a disease is asked for. */
  readonly cards: readonly CountedCard[]
}

/** Lower ends of the age groups of the epidemiological tables. */
const AGE_GROUPS = [0, 1, 5, 10, 15, 25, 45, 60] as const
const WEEKS = 53
const CARDS = 200
const YEARS_BACK = 5

/** Cards that count in published numbers (see measures.ts). */
const COUNTED = `c.county = $1 and c.state = 'reviewed' and c.counted and c.voided_at is null and c.division >= $2 and c.division < $3`
/** HIV and sexually transmitted diseases are published as totals of the county: never by village, age or sex. */
const OPEN = 'not c.confidential'

/**
 * Counts the cards as they stand now, as far as the reader sees them: by day of review for the table, by onset for the weeks, at the present address. Diseases of
 * named roles are in the table of the county only.
 */
export async function readAnalysis(connection: Connection, query: AnalysisQuery): Promise<Analysis> {
  const { county, place, span, disease, diseaseClass } = query
  const { from, to } = rangeOf(place)
  const base = [county, from, to]
  const wholeCounty = place === county
  const chosen = `($4::text is null or c.disease = $4) and ($5::text is null or c.disease_class = $5)`
  const narrowed = [...base, disease ?? null, diseaseClass ?? null]
  return {
    diseases: await countDiseases(connection, base, span, wholeCounty),
    ...(await countWeeks(connection, narrowed, chosen, span)),
    ages: await countAges(connection, narrowed, chosen, span),
    places: await connection.query<PlaceCount>(
      `select d.code, d.name, d.x, d.y, count(c.id)::int as cases from division d
         left join notifiable_case c on ${COUNTED} and ${OPEN} and ${chosen} and c.reviewed_on between $6 and $7
           and c.division >= d.code and c.division < d.code || ':'
       where d.parent = $8 group by d.code, d.name, d.x, d.y order by d.code`,
      [...narrowed, span.from, span.until, place],
    ),
    cards: disease
      ? await connection.query<CountedCard>(
          `select c.id, c.disease, c.happened_on::text as onset, c.reviewed_on::text as "reviewedOn", d.name as "divisionName"
           from notifiable_case c join division d on d.code = c.division
           where ${COUNTED} and ${OPEN} and c.disease = $4 and c.reviewed_on between $5 and $6
           order by c.happened_on desc, c.id limit ${CARDS}`,
          [...base, disease, span.from, span.until],
        )
      : [],
  }
}

async function countDiseases(
  connection: Connection,
  base: readonly string[],
  { from, until, lastYear, before }: ComparedSpan,
  wholeCounty: boolean,
): Promise<DiseaseCount[]> {
  const rows = await connection.query<DiseaseCount>(
    `select c.disease, min(c.disease_class) as "diseaseClass",
       (count(*) filter (where c.reviewed_on between $4 and $5))::int as cases,
       (count(*) filter (where c.reviewed_on between $6 and $7))::int as "lastYear",
       (count(*) filter (where c.reviewed_on between $8 and $9))::int as before,
       (count(*) filter (where c.died_on between $4 and $5))::int as deaths,
       (count(*) filter (where c.died_on between $6 and $7))::int as "deathsLastYear"
     from notifiable_case c where ${COUNTED} ${wholeCounty ? '' : `and ${OPEN}`}
       and (c.reviewed_on >= least($6::date, $8::date) or c.died_on >= $6::date) group by c.disease`,
    [...base, from, until, lastYear.from, lastYear.until, before?.from ?? from, before?.until ?? from],
  )
  const order = new Map(notifiableDiseases.map((disease, index) => [disease.id, index]))
  return rows
    .filter((row) => row.cases + row.lastYear + row.deaths + row.deathsLastYear > 0)
    .sort((one, other) => order.get(one.disease)! - order.get(other.disease)!)
}

async function countWeeks(
  connection: Connection,
  narrowed: readonly (string | null)[],
  chosen: string,
  span: ComparedSpan,
) {
  const { year, week: lastWeek } = weekOf(span.until)
  const rows = await connection.query<{ year: number; week: number; cases: number }>(
    `select extract(isoyear from c.happened_on)::int as year, extract(week from c.happened_on)::int as week, count(*)::int as cases
     from notifiable_case c where ${COUNTED} and ${OPEN} and ${chosen} and c.happened_on >= make_date($6::int, 1, 1) - 4
     group by 1, 2`,
    [...narrowed, String(year - YEARS_BACK)],
  )
  const [first] = await connection.query<{ year: number | null }>(
    `select extract(year from min(c.happened_on))::int as year from notifiable_case c where ${COUNTED} and ${OPEN}`,
    narrowed.slice(0, 3),
  )
  const since = Math.max(first?.year ?? year, year - YEARS_BACK)
  const earlierYears = Array.from({ length: Math.max(0, year - since) }, (_, index) => since + index)
  const casesIn = (of: number, week: number) => rows.find((row) => row.year === of && row.week === week)?.cases ?? 0
  const mean = (week: number) => earlierYears.reduce((sum, each) => sum + casesIn(each, week), 0) / earlierYears.length
  const weeks = Array.from({ length: WEEKS }, (_, index): WeekCount => {
    const week = index + 1
    return {
      week,
      cases: week <= lastWeek ? casesIn(year, week) : null,
      // Few years have a week 53, and a mean over the others would be too low.
      earlier: earlierYears.length > 0 && week < WEEKS ? Math.round(mean(week) * 10) / 10 : null,
    }
  })
  return { weeks: weeks.filter(({ week, cases }) => week < WEEKS || cases !== null), earlierYears }
}

async function countAges(
  connection: Connection,
  narrowed: readonly (string | null)[],
  chosen: string,
  { from, until }: ComparedSpan,
): Promise<AgeGroupCount[]> {
  const rows = await connection.query<{ at: number; sex: string; cases: number }>(
    `select width_bucket(extract(year from age(c.happened_on, p.birth))::int, $8::int[]) as at, p.sex, count(*)::int as cases
     from notifiable_case c join person p on p.county = c.county and p.id = c.person
     where ${COUNTED} and ${OPEN} and ${chosen} and c.reviewed_on between $6 and $7 group by 1, 2`,
    [...narrowed, from, until, [...AGE_GROUPS]],
  )
  const casesOf = (at: number, sex: string) => rows.find((row) => row.at === at && row.sex === sex)?.cases ?? 0
  return AGE_GROUPS.map((lower, index) => ({
    from: lower,
    to: index + 1 < AGE_GROUPS.length ? AGE_GROUPS[index + 1]! - 1 : null,
    male: casesOf(index + 1, 'male'),
    female: casesOf(index + 1, 'female'),
  }))
}
