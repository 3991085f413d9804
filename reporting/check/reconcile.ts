import { couldPrint, point } from './checks/precision.ts'
import { decimalToRational, parseDecimal, printRational } from './exact/decimal.ts'
import { type Rational, absolute, compare, divide, multiply, rational, subtract } from './exact/rational.ts'
import type { Claim } from './types.ts'

/** A published or recorded figure of one indicator, place and period. `value` is a plain decimal in `unit`. */
export type IndicatorFigure = {
  id: string
  /** Title, short names and synonyms under which a summary may speak of it. */
  names: readonly string[]
  unit: string
  place: string
  period: string
  value: string
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
}

export type Reconciliation = { compared: Reconciled[]; unmapped: string[] }

const SCALES: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n }
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
): Reconciliation {
  const decided = new Map(
    mappings.map((mapping) => [`${normalise(mapping.subject)}|${mapping.unit}`, mapping.indicator]),
  )
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  const result: Reconciliation = { compared: [], unmapped: [] }
  for (const claim of claims) {
    if (claim.status === 'plan' || claim.kind === 'change' || claim.kind === 'target' || claim.valueMax !== undefined)
      continue
    const mapped = decided.get(`${normalise(claim.subject.what)}|${claim.unit}`)
    if (mapped === null) continue
    const figure = mapped === undefined ? namedFigure(claim, figures) : byId.get(mapped)
    if (figure === undefined || !sameUnit(claim.unit, figure.unit)) result.unmapped.push(claim.id)
    else result.compared.push(compareWith(claim, figure, mapped === undefined ? 'name' : 'mapping'))
  }
  return result
}

/** Names without places, blanks and filler, so that 全县家庭医生签约率 and 家庭医生签约率 are one. */
function normalise(name: string): string {
  return name
    .replace(/[\s“”"《》（）()]/g, '')
    .replace(/^(?:全|我|本)[国省市县区镇乡]/, '')
    .replace(/(?:总)?(?:人数|数量|总数|数)$/, '')
}

function namedFigure(claim: Claim, figures: readonly IndicatorFigure[]): IndicatorFigure | undefined {
  const subject = normalise(claim.subject.what)
  let best: { figure: IndicatorFigure; length: number; tied: boolean } | undefined
  if (subject.length < 2) return undefined
  for (const figure of figures) {
    if (!sameUnit(claim.unit, figure.unit)) continue
    for (const name of figure.names) {
      const wanted = normalise(name)
      if (wanted.length < 2 || !(subject === wanted || (wanted.length >= 4 && subject.endsWith(wanted)))) continue
      const length = subject === wanted ? Number.MAX_SAFE_INTEGER : wanted.length
      if (best === undefined || length > best.length) best = { figure, length, tied: false }
      else if (length === best.length && figure.id !== best.figure.id) best.tied = true
    }
  }
  return best === undefined || best.tied ? undefined : best.figure
}

function splitScale(unit: string): { scale: bigint; base: string } {
  const scale = SCALES[unit[0] ?? '']
  return scale === undefined || unit.length === 1 ? { scale: 1n, base: unit } : { scale, base: unit.slice(1) }
}

const ALIKE: Readonly<Record<string, string>> = { 名: '人', 位: '人', 平方米: '㎡', 毫升: 'ml' }
const baseOf = (unit: string): string => ALIKE[splitScale(unit).base] ?? splitScale(unit).base
const sameUnit = (a: string, b: string): boolean => baseOf(a) === baseOf(b)

function compareWith(claim: Claim, figure: IndicatorFigure, how: Reconciled['how']): Reconciled {
  const digits =
    /\d+(?:,\d{3})*(?:\.\d+)?/.exec(claim.text.normalize('NFKC'))?.[0]?.replaceAll(',', '') ?? String(claim.value)
  const printed = parseDecimal(digits)
  const claimScale = splitScale(claim.unit).scale
  const recordScale = splitScale(figure.unit).scale
  const said: Rational = multiply(decimalToRational(printed), rational(claimScale))
  const recorded: Rational = multiply(decimalToRational(parseDecimal(figure.value)), rational(recordScale))
  // the claim may be printed more coarsely than the record, in 万 or with fewer decimals
  const exact = couldPrint(
    { exact: said, decimals: printed.decimals, scale: claimScale, baseUnit: '' },
    point(recorded),
  )
  const agrees = exact || (claim.approximate && isNear(said, recorded))
  return {
    claim: claim.id,
    indicator: figure.id,
    how,
    printed: claim.text,
    recorded: figure.value,
    unit: figure.unit,
    status: figure.status,
    agrees,
    difference: printRational(divide(subtract(said, recorded), rational(recordScale)), 6),
  }
}

const isNear = (said: Rational, recorded: Rational): boolean =>
  recorded.n !== 0n && compare(absolute(divide(subtract(said, recorded), recorded)), VAGUE_ROOM) <= 0
