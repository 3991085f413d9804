import type { BoundFigure } from './bound.ts'
import { compare, decimal, signOf } from './decimal.ts'
import { derive, lastYearName } from './derive.ts'
import type { FigurePart, FigureRef, PhraseName, PlainPart } from './model.ts'
import { printFigure } from './print.ts'
import { lagging, leading, rankFigures } from './ranking.ts'
import { pointsOf } from './units.ts'

const say = (text: string): PlainPart => ({ kind: 'text', text })

/** The figure with the word that carries its sign, as one linked piece: `down 1.2%`. */
function signed(figure: FigureRef, before = '', after = ''): FigurePart {
  return { kind: 'figure', figure, text: `${before}${printFigure(figure, 'en', { unsigned: true })}${after}` }
}

const plain = (figure: FigureRef): FigurePart => ({ kind: 'figure', figure, text: printFigure(figure, 'en') })

const isRate = (figure: FigureRef) => pointsOf(figure.unit) !== undefined

function caution(figure: FigureRef, base: FigureRef): PlainPart[] {
  return figure.definitionVersion === base.definitionVersion ? [] : [say(' (definition changed)')]
}

interface Against {
  readonly base: FigureRef | undefined
  readonly name: string
  readonly relative: 'same-time-last-year' | 'previous-period'
  readonly absolute: 'change' | 'previous-change'
}

function changed(bound: BoundFigure, name: Against['absolute']): FigurePart {
  const change = derive(bound, name)
  return signed(change, change.value !== null && signOf(decimal(change.value)) > 0 ? 'up ' : 'down ')
}

function compared(bound: BoundFigure, { base, name, relative, absolute }: Against): PlainPart[] {
  const { figure } = bound
  if (!base || figure.value === null) return []
  if (base.value === null) return [say(`no data for ${name}`)]
  const [now, before] = [decimal(figure.value), decimal(base.value)]
  const direction = compare(now, before)
  if (direction === 0) return [say(`unchanged from ${name}`)]
  const growth = derive(bound, relative)
  if (growth.value === null) return [changed(bound, absolute), say(` from `), plain(base), say(` in ${name}`)]
  if (signOf(decimal(growth.value)) === 0) return [say(`practically unchanged from ${name}`), ...caution(figure, base)]
  return [signed(growth, direction > 0 ? 'up ' : 'down '), say(` on ${name}`), ...caution(figure, base)]
}

function change(bound: BoundFigure): PlainPart[] {
  const { figure, comparison } = bound
  const base = comparison.sameTimeLastYear
  if (!base || figure.value === null) return []
  const name = lastYearName(figure).en
  if (base.value === null) return [say(`no data for ${name}`)]
  if (compare(decimal(figure.value), decimal(base.value)) === 0) return [say(`unchanged from ${name}`)]
  return [changed(bound, 'change'), say(` on ${name}`), ...caution(figure, base)]
}

function againstTarget(bound: BoundFigure): PlainPart[] {
  const { figure, comparison } = bound
  const target = comparison.target
  if (!target) return []
  if (figure.value === null) return []
  const goal = plain(derive(bound, 'target'))
  const standing = compare(decimal(figure.value), decimal(target.value))
  const lower = comparison.better === 'lower'
  const name = target.title?.en ?? (lower ? 'limit' : isRate(figure) ? 'target' : 'annual target')
  if (isRate(figure)) {
    if (standing === 0) return [say(`at the ${name} of `), goal]
    return [
      signed(derive(bound, 'target-gap'), '', ` ${standing > 0 ? 'above' : 'below'} the ${name}`),
      say(' of '),
      goal,
    ]
  }
  if (lower && standing <= 0) return [say(`within the ${name} of `), goal]
  if (lower) return [signed(derive(bound, 'target-gap'), '', ` over the ${name}`), say(' of '), goal]
  const completion = derive(bound, 'completion')
  return completion.value === null ? [] : [plain(completion), say(` of the ${name} of `), goal]
}

function againstTimeProgress(bound: BoundFigure): PlainPart[] {
  const gap = derive(bound, 'time-progress-gap')
  if (gap.value === null) return []
  const sign = signOf(decimal(gap.value))
  return sign === 0
    ? [say('level with the time elapsed')]
    : [signed(gap, '', sign > 0 ? ' ahead of the time elapsed' : ' behind the time elapsed')]
}

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
export function ordinal(position: number): string {
  const tens = position % 100
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][position % 10] ?? 'th')
  return `${position}${suffix}`
}

function rank(bound: BoundFigure): PlainPart[] {
  const place = bound.comparison.rank
  if (!place) return []
  const text = `${ordinal(place.position)}${place.tied > 1 ? ' (tied)' : ''} of ${place.of} ${place.kind.en}`
  const withData = place.unranked > 0 ? ' with data' : ''
  return [
    say('ranked '),
    { kind: 'figure', figure: derive(bound, 'rank'), text },
    say(`${withData} ${place.within.en}`),
  ]
}

const NAMED = 3

function standings(bound: BoundFigure, side: 'leading' | 'lagging'): PlainPart[] {
  const below = bound.comparison.below
  if (!below) return []
  const ranking = rankFigures(below.figures, bound.comparison.better)
  const valued = ranking.filter((entry) => entry.position !== null)
  const first = valued[0]
  if (!first) return []
  if (valued.length > 1 && compare(decimal(first.figure.value!), decimal(valued.at(-1)!.figure.value!)) === 0)
    return side === 'leading' ? [say(`all ${below.kind.en} at `), plain(first.figure)] : []
  const entries = side === 'leading' ? leading(ranking, NAMED) : lagging(ranking, NAMED)
  if (entries.length === 0) return []
  const named = entries.flatMap(({ figure }, index) => [
    say(`${index > 0 ? ', ' : ''}${figure.place.title.en} (`),
    plain(figure),
    say(')'),
  ])
  return [say(side === 'leading' ? 'highest placed: ' : 'lowest placed: '), ...named]
}

/** What is said in English, by the name of the phrase; an empty list when nothing can be said. */
export const WORDING_EN: Record<PhraseName, (bound: BoundFigure) => PlainPart[]> = {
  sameTimeLastYear: (bound) =>
    compared(bound, {
      base: bound.comparison.sameTimeLastYear,
      name: lastYearName(bound.figure).en,
      relative: 'same-time-last-year',
      absolute: 'change',
    }),
  previousPeriod: (bound) =>
    compared(bound, {
      base: bound.comparison.previousPeriod,
      name: 'the period before',
      relative: 'previous-period',
      absolute: 'previous-change',
    }),
  change,
  againstTarget,
  againstTimeProgress,
  rank,
  leaders: (bound) => standings(bound, 'leading'),
  laggards: (bound) => standings(bound, 'lagging'),
}

/** A figure by itself in an English sentence. */
export const figureEn = plain
