import { quantityTitle, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { readFigures, type FigureReading } from '@kangheng/kernel/indicator/read-figures.ts'
import { accumulates } from '@kangheng/kernel/indicator/targets.ts'
import { addMonths } from '@kangheng/kernel/period/date.ts'
import {
  getPeriod,
  monthOf,
  periodTitle,
  previousPeriod,
  samePeriodLastYear,
  type Period,
} from '@kangheng/kernel/period/period.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { bind, type BoundFigure, type Comparison } from '@kangheng/kernel/wording/bound.ts'
import type { FigureRef, PlaceRef } from '@kangheng/kernel/wording/model.ts'
import { rankFigures, rankOf } from '@kangheng/kernel/wording/ranking.ts'

/** Figures of a place and period ready to be spoken of, each with what it may be compared with. */
export interface Binder {
  readonly place: PlaceRef
  readonly period: Period
  /** The places directly below, in code order. */
  readonly below: readonly PlaceRef[]
  /** The figure of an indicator at the document's place (or one below) and period. */
  bound(indicator: Indicator, place?: string): BoundFigure
  /** What is aimed at in the year after a whole year: figures of that year which have no value yet, only their target. */
  readonly coming: readonly { readonly indicator: Indicator; readonly figure: BoundFigure }[]
  /** Finds a figure by its identity `indicator@place/period`; undefined when the document may not quote it. */
  lookup(identity: string): BoundFigure | undefined
}

/** What the places below are called together. */
const BELOW: Record<string, { within: Text; kind: Text }> = {
  county: { within: { zh: '全县', en: 'in the county' }, kind: { zh: '个乡镇', en: 'townships' } },
  township: { within: { zh: '全乡镇', en: 'in the township' }, kind: { zh: '个村（社区）', en: 'villages' } },
}

/** The base of 环比: the period before; for year-to-date levels (rates, stocks) the state one month earlier. */
function periodBefore(period: Period): Period | undefined {
  if (period.kind !== 'year-to-date') return previousPeriod(period)
  const month = monthOf(addMonths(period.ends.slice(0, 8) + '01', -1))
  return month.slice(0, 4) === period.id.slice(0, 4) ? getPeriod(`${month}-ytd`) : undefined
}

/** Reads everything a document about a place and period may quote, in a few queries. */
export async function openBinder(
  connection: Connection,
  request: { county: string; indicators: readonly Indicator[]; place: string; period: string },
): Promise<Binder> {
  const { county, indicators } = request
  const period = getPeriod(request.period)
  const [lastYear, before] = [samePeriodLastYear(period), periodBefore(period)]
  const periods = [period, lastYear, ...(before ? [before] : [])]
  const places = await connection.query<{
    code: string
    parent: string | null
    level: string
    name: string
    english_name: string
  }>(
    `select code, parent, level, name, english_name from division
     where code = $1 or parent = $1 or parent = (select parent from division where code = $1) order by code`,
    [request.place],
  )
  const refs = new Map<string, PlaceRef>(
    places.map((row) => [row.code, { code: row.code, title: { zh: row.name, en: row.english_name } }]),
  )
  const home = places.find((row) => row.code === request.place)
  const place = refs.get(request.place) ?? { code: request.place, title: { zh: request.place, en: request.place } }
  const below = places.filter((row) => row.parent === request.place).map((row) => refs.get(row.code)!)
  const siblings = places.filter((row) => home?.parent && row.parent === home.parent).map((row) => refs.get(row.code)!)
  const readings = await readFigures(connection, {
    county,
    indicators: indicators.map((indicator) => indicator.id),
    places: [...refs.keys()],
    periods: periods.map((each) => each.id),
  })
  const byIdentity = new Map(
    readings.map((reading) => [`${reading.indicator}@${reading.place}/${reading.period}`, reading]),
  )
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))

  function reference(indicator: Indicator, at: PlaceRef, when: Period): FigureRef {
    return figureReference(indicator, at, when, byIdentity.get(`${indicator.id}@${at.code}/${when.id}`))
  }

  function bindOne(indicator: Indicator, at: PlaceRef): BoundFigure {
    const figure = reference(indicator, at, period)
    const reading = byIdentity.get(`${indicator.id}@${at.code}/${period.id}`)
    const peers = at.code === request.place ? siblings : below
    const words =
      BELOW[
        at.code === request.place ? (home?.level === 'village' ? 'township' : 'county') : (home?.level ?? 'county')
      ] ?? BELOW['county']!
    const ranked = indicator.better !== 'neither' && peers.length > 1
    const rank = ranked
      ? rankOf(
          rankFigures(
            peers.map((peer) => reference(indicator, peer, period)),
            indicator.better,
          ),
          at.code,
          words.within,
          words.kind,
        )
      : undefined
    const target = targetOf(indicator, reading, period)
    const [yearBefore, previous] = [lastYear, accumulates(indicator) ? undefined : before].map((when) =>
      when && byIdentity.has(`${indicator.id}@${at.code}/${when.id}`) ? reference(indicator, at, when) : undefined,
    )
    // Where the records do not reach back there is nothing to compare with, and nothing to wait for.
    const comparison: Comparison = {
      better: indicator.better,
      ...(yearBefore ? { sameTimeLastYear: yearBefore } : {}),
      ...(previous ? { previousPeriod: previous } : {}),
      ...(target ? { target } : {}),
      ...(rank ? { rank } : {}),
      ...(at.code === request.place && below.length > 1 && indicator.better !== 'neither'
        ? {
            below: {
              figures: below.map((each) => reference(indicator, each, period)),
              kind: {
                zh: home?.level === 'county' ? '乡镇' : '村（社区）',
                en: home?.level === 'county' ? 'townships' : 'villages',
              },
            },
          }
        : {}),
    }
    return bind(figure, comparison)
  }

  const nextYear = period.kind === 'year' ? getPeriod(String(Number(period.id) + 1)) : undefined
  const aims = nextYear
    ? await connection.query<{ indicator: string; value: string }>(
        'select indicator, value from target where county = $1 and place = $2 and year = $3 order by indicator',
        [county, request.place, Number(nextYear.id)],
      )
    : []
  const coming = aims.flatMap(({ indicator: id, value }) => {
    const indicator = byId.get(id)
    if (!indicator || !nextYear) return []
    // It is as final as this year's figure is: nothing of the coming year is waited for.
    const { status, closedOn } = reference(indicator, place, period)
    const figure = { ...reference(indicator, place, nextYear), status, closedOn }
    return [{ indicator, figure: bind(figure, { better: indicator.better, target: { value } }) }]
  })

  const cache = new Map<string, BoundFigure>()
  function bound(indicator: Indicator, code = request.place): BoundFigure {
    const key = `${indicator.id}@${code}`
    const known = cache.get(key) ?? bindOne(indicator, refs.get(code) ?? place)
    cache.set(key, known)
    return known
  }
  return {
    place,
    period,
    below,
    bound,
    coming,
    lookup(identity) {
      const [, id = '', code = '', when] = /^([^@]+)@([^/]+)\/([^!]+)$/.exec(identity) ?? []
      const indicator = byId.get(id)
      const at = refs.get(code)
      if (!indicator || !at || (code !== request.place && !below.includes(at))) return undefined
      if (when === period.id) return bound(indicator, code)
      if (when === nextYear?.id && code === request.place)
        return coming.find((each) => each.indicator.id === id)?.figure
      const other = periods.find((each) => each.id === when)
      return other ? bind(reference(indicator, at, other)) : undefined
    },
  }
}

function targetOf(indicator: Indicator, reading: FigureReading | undefined, period: Period): Comparison['target'] {
  if (!reading?.target) return undefined
  const month = Number(period.ends.slice(5, 7))
  const running = period.kind === 'year-to-date' && accumulates(indicator)
  return { value: reading.target, ...(running ? { progress: { elapsed: month, of: 12 } } : {}) }
}

function figureReference(
  indicator: Indicator,
  place: PlaceRef,
  period: Period,
  reading: FigureReading | undefined,
): FigureRef {
  const denominator =
    indicator.kind === 'ratio'
      ? { title: quantityTitle(indicator.denominator), value: reading?.denominator ?? null }
      : null
  return {
    key: '',
    indicator: indicator.id,
    title: indicator.title,
    place,
    period: { id: period.id, title: periodTitle(period) },
    value: reading?.value ?? null,
    ...(reading
      ? reading.value === null
        ? { absence: 'not-applicable' as const }
        : {}
      : { absence: 'missing' as const }),
    unit: indicator.unit,
    decimals: indicator.decimals,
    numerator: { title: quantityTitle(indicator.numerator), value: reading?.numerator ?? null },
    denominator,
    status: reading?.status ?? 'provisional',
    closedOn: reading?.closedOn ?? null,
    basis: indicator.basis,
    definitionVersion: reading?.definitionVersion ?? indicator.version,
    link: `/figures/${indicator.id}/${place.code}/${period.id}`,
  }
}
