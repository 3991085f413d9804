import { decimalToRational, parseDecimal, printDecimal, roundHalfUp } from '@kangheng/kernel/exact/decimal.ts'
import { compare, rational, type Rational } from '@kangheng/kernel/exact/rational.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

export const vectors = {
  rodent: { zh: '鼠类', en: 'Rodents' },
  mosquito: { zh: '蚊虫', en: 'Mosquitoes' },
  fly: { zh: '蝇类', en: 'Flies' },
  cockroach: { zh: '蜚蠊（蟑螂）', en: 'Cockroaches' },
} as const satisfies Record<string, Text>
export type Vector = keyof typeof vectors

export const grades = {
  A: { zh: 'A级', en: 'A' },
  B: { zh: 'B级', en: 'B' },
  C: { zh: 'C级', en: 'C' },
  below: { zh: '未达C级', en: 'Below C' },
  incomplete: { zh: '项目不全，不定级', en: 'Not all looked at' },
} as const satisfies Record<string, Text>
export type Grade = keyof typeof grades

/** By which text a survey was graded. The edition of 2025 for flies is in force; its limits have not been compared with the text yet. */
export const editions = {
  '2011': { zh: 'GB/T 27770～27773—2011', en: 'GB/T 27770 to 27773-2011' },
  '2011-to-verify': {
    zh: '2011年版阈值（2025年版已施行，待核对）',
    en: 'Limits of 2011; edition of 2025 to be verified',
  },
} as const satisfies Record<string, Text>
export type Edition = keyof typeof editions

/** What a survey counts. Metres are those walked, a catch is one person for thirty minutes, a dip 500 ml. */
export interface Counts {
  readonly rooms?: number | undefined
  readonly positiveRooms?: number | undefined
  /** Adult flies in the positive rooms. */
  readonly insects?: number | undefined
  /** Rooms with live egg cases, and with traces of cockroaches. */
  readonly eggRooms?: number | undefined
  readonly traceRooms?: number | undefined
  readonly metres?: number | undefined
  /** Rat traces, or waters with larvae, found on the way. */
  readonly traces?: number | undefined
  readonly dips?: number | undefined
  readonly positiveDips?: number | undefined
  readonly larvae?: number | undefined
  readonly catches?: number | undefined
  readonly landed?: number | undefined
  readonly sites?: number | undefined
  readonly positiveSites?: number | undefined
  readonly facilities?: number | undefined
  readonly goodFacilities?: number | undefined
}
export type CountName = keyof Counts

/** One criterion: numerator over denominator times scale, with the limit of each grade. */
export interface Criterion {
  readonly title: Text
  readonly of: CountName
  readonly per: CountName
  readonly scale: number
  readonly unit: Text
  readonly better: 'lower' | 'higher'
  /** The limit itself is outside. */
  readonly strict?: true
  /** Limits of A, B and C. */
  readonly limits: readonly [string, string, string]
  /** Does not arise where nothing was positive. */
  readonly whenPositive?: true
}

const percent = { zh: '%', en: '%' }
const rate = (
  zh: string,
  en: string,
  of: CountName,
  per: CountName,
  limits: Criterion['limits'],
  better: Criterion['better'] = 'lower',
): Criterion => ({ title: { zh, en }, of, per, scale: 100, unit: percent, better, limits })
const perKilometre = (zh: string, en: string, limits: Criterion['limits']): Criterion => ({
  ...{ title: { zh, en }, of: 'traces', per: 'metres', scale: 1000, better: 'lower', limits },
  unit: { zh: '处/千米', en: 'per km' },
})

/**
 * Limits of density, grades A to C. Source: GB/T 27770-2011 (rodents), 27771-2011 (mosquitoes), 27772-2011 (flies), 27773-2011 (cockroaches). Those of cockroaches are to be
 * verified against the text, and numbers of cockroaches in each positive room are not graded.
 */
export const criteria: Readonly<Record<Vector, readonly Criterion[]>> = {
  rodent: [
    rate('室内鼠迹阳性率', 'Rooms with traces', 'positiveRooms', 'rooms', ['1', '3', '5']),
    perKilometre('外环境路径指数', 'Path index outdoors', ['1', '3', '5']),
    rate('防鼠设施合格率', 'Rat-proof facilities', 'goodFacilities', 'facilities', ['97', '95', '93'], 'higher'),
  ],
  mosquito: [
    perKilometre('小型积水路径指数', 'Path index of small waters', ['0.1', '0.5', '0.8']),
    rate('大中型水体采样勺指数', 'Dip index', 'positiveDips', 'dips', ['1', '3', '5']),
    {
      ...{ title: { zh: '平均每阳性勺幼虫和蛹', en: 'Larvae in a positive dip' }, of: 'larvae', per: 'positiveDips' },
      ...{ scale: 1, unit: { zh: '只', en: '' }, better: 'lower', strict: true, whenPositive: true },
      limits: ['3', '5', '8'],
    },
    {
      ...{ title: { zh: '外环境成蚊停落指数', en: 'Landing index' }, of: 'landed', per: 'catches' },
      ...{ scale: 1, unit: { zh: '只/人次', en: 'per catch' }, better: 'lower', limits: ['0.5', '1', '1.5'] },
    },
  ],
  fly: [
    rate('室内有蝇房间阳性率', 'Rooms with flies', 'positiveRooms', 'rooms', ['3', '6', '9']),
    {
      ...{ title: { zh: '阳性间蝇密度', en: 'Flies in a positive room' }, of: 'insects', per: 'positiveRooms' },
      ...{ scale: 1, unit: { zh: '只/间', en: '' }, better: 'lower', whenPositive: true, limits: ['3', '3', '3'] },
    },
    rate('室外孳生地阳性率', 'Breeding sites outdoors', 'positiveSites', 'sites', ['1', '3', '5']),
    rate('防蝇设施合格率', 'Fly-proof facilities', 'goodFacilities', 'facilities', ['95', '90', '85'], 'higher'),
  ],
  cockroach: [
    rate('成若虫侵害率', 'Rooms with cockroaches', 'positiveRooms', 'rooms', ['1', '3', '5']),
    rate('卵鞘查获率', 'Rooms with egg cases', 'eggRooms', 'rooms', ['1', '2', '3']),
    rate('蟑迹查获率', 'Rooms with traces', 'traceRooms', 'rooms', ['3', '5', '7']),
  ],
}

const exact = (text: string): Rational => decimalToRational(parseDecimal(text))
const WORST: readonly Grade[] = ['A', 'B', 'C', 'below']

/** One criterion as it was found. */
export interface Reading {
  readonly criterion: Criterion
  /** Rounded half up to two decimals; null where it does not arise. */
  readonly value: string | null
  readonly grade: Exclude<Grade, 'incomplete'>
}

function within(value: Rational, { better, strict, whenPositive }: Criterion, limit: string): boolean {
  const order = compare(value, exact(limit))
  if (better === 'higher') return order >= 0
  return strict && (whenPositive || value.n > 0n) ? order < 0 : order <= 0
}

/** Reads one criterion; undefined where it was not looked at. */
export function readingOf(criterion: Criterion, counts: Counts): Reading | undefined {
  const [of, per] = [counts[criterion.of], counts[criterion.per]]
  if (criterion.whenPositive && per === 0) return { criterion, value: null, grade: 'A' }
  if (of === undefined || per === undefined || per === 0) return undefined
  const value = rational(BigInt(of) * BigInt(criterion.scale), BigInt(per))
  const met = criterion.limits.findIndex((limit) => within(value, criterion, limit))
  return {
    criterion,
    value: printDecimal(roundHalfUp(value, 2)),
    grade: met < 0 ? 'below' : (['A', 'B', 'C'] as const)[met]!,
  }
}

/** A survey graded: the worst of its criteria decides; without all of them there is no grade, unless one fails already. */
export interface Graded {
  readonly grade: Grade
  readonly readings: readonly Reading[]
}

/** Grades a survey. `exposedFood`: flies where food is sold that is eaten as it is, or breeding indoors, neither of which any grade allows. */
export function gradeOf(vector: Vector, counts: Counts, exposedFood = false): Graded {
  const all = criteria[vector].map((criterion) => readingOf(criterion, counts))
  const readings = all.filter((reading) => reading !== undefined)
  const worst = Math.max(0, ...readings.map(({ grade }) => WORST.indexOf(grade)))
  if (exposedFood || WORST[worst] === 'below') return { grade: 'below', readings }
  return { grade: readings.length < all.length ? 'incomplete' : WORST[worst]!, readings }
}

/** First day of GB/T 27772-2025 (flies). */
const FLIES_2025_FROM = '2025-11-01'

/** The text by which a survey of a day is graded. */
export const editionOn = (vector: Vector, day: IsoDate): Edition =>
  vector === 'fly' && day >= FLIES_2025_FROM ? '2011-to-verify' : '2011'

/** The readings in one line: 室内鼠迹阳性率2.20%（B级）. */
export const readingText = (readings: readonly Reading[]): string =>
  readings
    .map(({ criterion, value, grade }) =>
      value === null
        ? `${criterion.title.zh}无阳性`
        : `${criterion.title.zh}${value}${criterion.unit.zh}（${grades[grade].zh}）`,
    )
    .join('；')

/**
 * Whether a vector is surveyed in a month (1–12): mosquitoes and flies monthly from April to November, rodents and cockroaches every odd month.
 * Source: the rhythm of 全国病媒生物监测实施方案; for the points of a county LOCAL.
 */
export function isSurveyMonth(vector: Vector, month: number): boolean {
  return vector === 'mosquito' || vector === 'fly' ? month >= 4 && month <= 11 : month % 2 === 1
}
