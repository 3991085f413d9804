import { bind, type BoundFigure, type Comparison } from '@kangheng/kernel/wording/bound.ts'
import { decimal, ratio, text, whole } from '@kangheng/kernel/wording/decimal.ts'
import type { FigureRef, PlaceRef } from '@kangheng/kernel/wording/model.ts'
import { rankFigures, rankOf } from '@kangheng/kernel/wording/ranking.ts'
import { sampleFigure } from '@kangheng/kernel/testing/figures.ts'

/** The 16 townships of the sample county; their numbers are invented and add up to the county's. */
const TOWNSHIPS: readonly (readonly [string, string, number, number, number, number])[] = [
  ['530721001', '黄山街道', 35840, 17421, 16807, 4584],
  ['530721102', '石鼓镇', 17920, 8062, 8075, 1963],
  ['530721103', '巨甸镇', 19806, 10982, 10531, 2168],
  ['530721104', '白沙镇', 11318, 4906, 4603, 1301],
  ['530721105', '拉市镇', 14147, 7504, 7541, 1881],
  ['530721106', '奉科镇', 8489, 4201, 3772, 1047],
  ['530721107', '鸣音镇', 8489, 3654, 3622, 1011],
  ['530721203', '太安乡', 10375, 5441, 5037, 1342],
  ['530721204', '龙蟠乡', 11318, 4823, 4385, 1407],
  ['530721205', '黎明傈僳族乡', 14147, 7201, 6525, 1677],
  ['530721206', '鲁甸乡', 12261, 5308, 4926, 1683],
  ['530721207', '塔城乡', 9432, 4125, 4069, 1260],
  ['530721208', '大具乡', 7545, 3826, 3494, 878],
  ['530721209', '宝山乡', 8489, 5019, 4816, 1094],
  ['530721212', '石头白族乡', 7545, 3352, 3238, 959],
  ['530721213', '九河白族乡', 22636, 10526, 9846, 3176],
]

export const COUNTY: PlaceRef = {
  code: '530721',
  title: { zh: '玉龙纳西族自治县', en: 'Yulong Naxi Autonomous County' },
}

const RESIDENTS = { zh: '年末常住居民', en: 'usual residents at period end' }
const SIGNED = { zh: '有效签约居民', en: 'residents with an active contract' }

/** A period with its base: the same period one year earlier. */
export interface SamplePeriod {
  readonly id: string
  readonly zh: string
  readonly lastId: string
  readonly lastZh: string
  readonly closedOn: string | null
}

type When = Pick<FigureRef, 'period' | 'status' | 'closedOn'>

function stamp(period: SamplePeriod, last: boolean): When {
  const [id, zh] = last ? [period.lastId, period.lastZh] : [period.id, period.zh]
  const closed = last || period.closedOn !== null
  return {
    period: { id, title: { zh, en: id } },
    status: closed ? 'closed' : 'provisional',
    closedOn: last ? '2025-01-06' : period.closedOn,
  }
}

function signed(place: PlaceRef, value: number, when: When): FigureRef {
  return sampleFigure({
    title: { zh: '签约居民数', en: 'Signed residents' },
    place,
    value: String(value),
    ...when,
    link: linkOf('family-doctor.signed', place, when),
  })
}

function linkOf(indicator: string, place: PlaceRef, when: When): string {
  return `/figures/${indicator}/${place.code}/${when.period.id}`
}

function coverage(place: PlaceRef, numerator: number, denominator: number, when: When): FigureRef {
  return sampleFigure({
    indicator: 'family-doctor.coverage',
    title: { zh: '签约覆盖率', en: 'Contract coverage' },
    place,
    unit: '%',
    decimals: 2,
    value: text(ratio(whole(numerator), whole(denominator), 100, 2)),
    numerator: { title: SIGNED, value: String(numerator) },
    denominator: { title: RESIDENTS, value: String(denominator) },
    ...when,
    link: linkOf('family-doctor.coverage', place, when),
  })
}

const sum = (index: 2 | 3 | 4 | 5) => TOWNSHIPS.reduce((total, row) => total + row[index], 0)

/** Contracts of the county and of each township, bound to last year, a target and a rank. */
export function contractFigures(period: SamplePeriod, elapsed: number) {
  const [now, before] = [stamp(period, false), stamp(period, true)]
  const progress = { elapsed, of: 12 }
  const target = (residents: number) => String(Math.round(residents / 2))
  const townships = TOWNSHIPS.map(([code, zh, residents, current, last]) => {
    const place = { code, title: { zh, en: code } }
    return {
      place,
      residents: sampleFigure({
        indicator: 'resident.usual',
        title: { zh: '常住居民数', en: 'Usual residents' },
        place,
        value: String(residents),
        ...now,
      }),
      signed: bind(signed(place, current, now), {
        sameTimeLastYear: signed(place, last, before),
        target: { value: target(residents), progress },
      }),
      coverage: coverage(place, current, residents, now),
      lastCoverage: coverage(place, last, residents - 180, before),
    }
  })
  const ranking = rankFigures(townships.map((township) => township.coverage))
  const [within, kind] = [
    { zh: '全县', en: 'in the county' },
    { zh: '个乡镇', en: 'townships' },
  ]
  const rates = townships.map((township) => {
    const rank = rankOf(ranking, township.place.code, within, kind)
    const comparison: Comparison = {
      sameTimeLastYear: township.lastCoverage,
      target: { value: '50' },
      ...(rank ? { rank } : {}),
    }
    return { ...township, coverage: bind(township.coverage, comparison) }
  })
  const county = {
    residents: bind(
      sampleFigure({
        indicator: 'resident.usual',
        title: { zh: '常住居民数', en: 'Usual residents' },
        place: COUNTY,
        value: String(sum(2)),
        ...now,
      }),
    ),
    signed: bind(signed(COUNTY, sum(3), now), {
      sameTimeLastYear: signed(COUNTY, sum(4), before),
      target: { value: '110000', progress },
    }),
    coverage: bind(coverage(COUNTY, sum(3), sum(2), now), {
      sameTimeLastYear: coverage(COUNTY, sum(4), sum(2) - 2880, before),
      target: { value: '50' },
      below: { figures: townships.map((township) => township.coverage), kind: { zh: '乡镇', en: 'townships' } },
    }),
  }
  return { county, townships: rates }
}

interface Plain {
  readonly id: string
  readonly zh: string
  readonly value: string | null
  readonly last?: string | null
  readonly unit?: string
  readonly terms?: readonly [zh: string, value: string, zh: string, value: string]
  readonly comparison?: Comparison
  readonly change?: Partial<Omit<FigureRef, 'unit'>>
}

/** Any other figure of the county, with last year's value when there is one. */
export function countyFigure(period: SamplePeriod, plain: Plain): BoundFigure {
  const { id, zh, value, last, unit = '人', terms, comparison = {}, change = {} } = plain
  const decimals = value === null ? 2 : decimal(value).scale
  const title = { zh, en: id }
  const term = (index: 0 | 2) =>
    terms ? { title: { zh: terms[index], en: terms[index] }, value: terms[index === 0 ? 1 : 3] } : null
  const make = (of: string | null, when: When, withTerms: boolean) =>
    sampleFigure({
      indicator: id,
      title,
      place: COUNTY,
      value: of,
      unit,
      decimals,
      ...when,
      numerator: withTerms ? term(0) : null,
      denominator: withTerms ? term(2) : null,
      link: linkOf(id, COUNTY, when),
      ...change,
    })
  const base = last === undefined ? {} : { sameTimeLastYear: make(last, stamp(period, true), false) }
  return bind(make(value, stamp(period, false), true), { ...base, ...comparison })
}
