import { couldPrint, point } from './checks/precision.ts'
import { decimalToRational, parseDecimal, printRational } from '@kangheng/kernel/exact/decimal.ts'
import {
  type Rational,
  absolute,
  compare,
  divide,
  multiply,
  rational,
  subtract,
} from '@kangheng/kernel/exact/rational.ts'
import { fits, type Frame } from './fit.ts'
import { plainWords, sameUnit, splitScale } from './names.ts'
import type { Claim } from './types.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { pointsOf, unitText } from '@kangheng/kernel/wording/units.ts'

/** A published or recorded figure of one indicator, place and period. `value` is a plain decimal in `unit`; null when there is none. */
export type IndicatorFigure = {
  id: string
  /** Title, short names and synonyms under which a summary may speak of it. */
  names: readonly string[]
  unit: string
  place: string
  period: string
  value: string | null
  status: 'provisional' | 'closed' | 'revised'
}

/** What a reader decided once for ever: claims so called mean this indicator; null means none of ours. */
export type ClaimMapping = { subject: string; unit: string; indicator: string | null }

export type Reconciled = {
  claim: string
  indicator: string
  how: 'mapping' | 'name'
  printed: string
  recorded: string
  unit: string
  status: IndicatorFigure['status']
  agrees: boolean
  /** Printed less recorded, in the unit of the record. */
  difference: string
  /** Agreement or difference in words. */
  words: Text
}

/**
 * `unmapped` claims name no indicator; those in `elsewhere` speak of another place or time; for those in `absent` the county has no
 * figure.
 */
export type Reconciliation = {
  compared: Reconciled[]
  unmapped: string[]
  elsewhere: string[]
  absent: { claim: string; indicator: string }[]
}

/** 两千余人 agrees with anything this near. */
const VAGUE_ROOM = rational(1n, 10n)

/**
 * Maps claims to indicators and compares them with the figures of one place and period. Mappings of readers come first, then
 * names: the longest one that the subject of the claim ends with or equals; two indicators with equally good names leave the
 * claim unmapped. Plans and changes are not compared: they are no figures of the period.
 */
export function reconcileClaims(
  claims: readonly Claim[],
  figures: readonly IndicatorFigure[],
  mappings: readonly ClaimMapping[] = [],
  frame?: Frame,
): Reconciliation {
  const decided = new Map(
    mappings.map((mapping) => [`${plainWords(mapping.subject)}|${mapping.unit}`, mapping.indicator]),
  )
  const named = withSynonyms(figures, mappings)
  const byId = new Map(named.map((figure) => [figure.id, figure]))
  const result: Reconciliation = { compared: [], unmapped: [], elsewhere: [], absent: [] }
  for (const claim of claims) {
    if (claim.status === 'plan' || claim.kind === 'change' || claim.kind === 'target' || claim.valueMax !== undefined)
      continue
    const mapped = decided.get(`${plainWords(claim.subject.what)}|${claim.unit}`)
    if (mapped === null) continue
    const figure = mapped === undefined ? namedFigure(claim, named) : byId.get(mapped)
    if (figure === undefined || !sameUnit(claim.unit, figure.unit)) result.unmapped.push(claim.id)
    else if (frame !== undefined && !fits(claim, frame)) result.elsewhere.push(claim.id)
    else if (figure.value === null) result.absent.push({ claim: claim.id, indicator: figure.id })
    else result.compared.push(compareWith(claim, figure, figure.value, mapped === undefined ? 'name' : 'mapping'))
  }
  return withoutNamesakes(result)
}

/**
 * A name said of several things (签约率 of the residents, then of one group after the other) speaks of the indicator where its number
 * agrees, or else where it is said first; the rest is not compared. What a reader mapped is always compared.
 */
function withoutNamesakes(result: Reconciliation): Reconciliation {
  const byName = new Map<string, Reconciled[]>()
  for (const item of result.compared)
    if (item.how === 'name') byName.set(item.indicator, [...(byName.get(item.indicator) ?? []), item])
  const meant = new Set(
    [...byName.values()].flatMap((items) =>
      items.some((item) => item.agrees) ? items.filter((item) => item.agrees) : items.slice(0, 1),
    ),
  )
  const compared = result.compared.filter((item) => item.how === 'mapping' || meant.has(item))
  const left = result.compared.filter((item) => !compared.includes(item)).map((item) => item.claim)
  return { ...result, compared, unmapped: [...result.unmapped, ...left] }
}

/** Titles that name nothing by themselves. */
const NAMELESS = /^(?:其他|其它|其余|合计|总计|小计|重复)/

function namedFigure(claim: Claim, figures: readonly IndicatorFigure[]): IndicatorFigure | undefined {
  const subject = plainWords(claim.subject.what)
  let best: { figure: IndicatorFigure; length: number; tied: boolean } | undefined
  if (subject.length < 2) return undefined
  for (const figure of figures) {
    if (!sameUnit(claim.unit, figure.unit)) continue
    for (const name of figure.names) {
      const wanted = plainWords(name)
      if (
        wanted.length < 2 ||
        NAMELESS.test(wanted) ||
        !(subject === wanted || (wanted.length >= 4 && subject.endsWith(wanted)))
      )
        continue
      const length = subject === wanted ? Number.MAX_SAFE_INTEGER : wanted.length
      if (best === undefined || length > best.length) best = { figure, length, tied: false }
      else if (length === best.length && figure.id !== best.figure.id) best.tied = true
    }
  }
  return best === undefined || best.tied ? undefined : best.figure
}

/** What readers mapped is a synonym from then on: it also ends longer wordings. */
function withSynonyms(figures: readonly IndicatorFigure[], mappings: readonly ClaimMapping[]): IndicatorFigure[] {
  const synonyms = new Map<string, string[]>()
  for (const { subject, indicator } of mappings)
    if (indicator !== null) synonyms.set(indicator, [...(synonyms.get(indicator) ?? []), subject])
  return figures.map((figure) => ({ ...figure, names: [...figure.names, ...(synonyms.get(figure.id) ?? [])] }))
}

/** Compares at the precision of the print; `value` is the figure's. */
function compareWith(claim: Claim, figure: IndicatorFigure, value: string, how: Reconciled['how']): Reconciled {
  const digits =
    /\d+(?:,\d{3})*(?:\.\d+)?/.exec(claim.text.normalize('NFKC'))?.[0]?.replaceAll(',', '') ?? String(claim.value)
  const printed = parseDecimal(digits)
  const claimScale = splitScale(claim.unit).scale
  const recordScale = splitScale(figure.unit).scale
  const said: Rational = multiply(decimalToRational(printed), rational(claimScale))
  const recorded: Rational = multiply(decimalToRational(parseDecimal(value)), rational(recordScale))
  // the claim may be printed more coarsely than the record, in 万 or with fewer decimals
  const exact = couldPrint(
    { exact: said, decimals: printed.decimals, scale: claimScale, baseUnit: '' },
    point(recorded),
  )
  const agrees = exact || (claim.approximate && isNear(said, recorded))
  const difference = printRational(divide(subtract(said, recorded), rational(recordScale)), 6)
  return {
    claim: claim.id,
    indicator: figure.id,
    how,
    printed: claim.text,
    recorded: value,
    unit: figure.unit,
    status: figure.status,
    agrees,
    difference,
    words: inWords(agrees, exact ? 'exact' : 'near', difference, figure.unit),
  }
}

/** 与本县数一致; 文中多36人. */
function inWords(agrees: boolean, how: 'exact' | 'near', difference: string, unit: string): Text {
  const size = difference.replace(/^-/, '')
  const points = pointsOf(unitText(unit)) ?? unitText(unit)
  if (agrees && how === 'near')
    return { zh: '约数，与本县数相近', en: 'an approximate number, near the county’s figure' }
  if (agrees && Number(size) !== 0) return { zh: '按文中位数取整后一致', en: 'agrees when rounded as printed' }
  if (agrees) return { zh: '与本县数一致', en: 'agrees with the county’s figure' }
  return difference.startsWith('-')
    ? { zh: `文中少${size}${points.zh}`, en: `the text is ${size} ${points.en} lower` }
    : { zh: `文中多${size}${points.zh}`, en: `the text is ${size} ${points.en} higher` }
}

const isNear = (said: Rational, recorded: Rational): boolean =>
  recorded.n !== 0n && compare(absolute(divide(subtract(said, recorded), recorded)), VAGUE_ROOM) <= 0
