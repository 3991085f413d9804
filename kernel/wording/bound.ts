import type { Text } from '../text/text.ts'
import type { FigureRef, PhraseName } from './model.ts'

/** What a figure is held against. Time elapsed (month 11 of 12) is given when the target is for a longer period. */
export interface TargetRef {
  readonly value: string
  /** 年度目标 unless told. */
  readonly title?: Text
  readonly progress?: { readonly elapsed: number; readonly of: number }
}

/** Where a figure stands among its siblings; `tied` counts those that share the position, itself included. */
export interface RankRef {
  readonly position: number
  readonly of: number
  readonly tied: number
  /** Siblings left out of the ranking because they have no value. */
  readonly unranked: number
  /** `全县`, `in the county`. */
  readonly within: Text
  /** `个乡镇`, `townships`. */
  readonly kind: Text
}

/** Everything a figure may be compared with; what is left out is not spoken of. */
export interface Comparison {
  readonly better?: 'higher' | 'lower' | 'neither'
  readonly sameTimeLastYear?: FigureRef
  readonly previousPeriod?: FigureRef
  readonly target?: TargetRef
  readonly rank?: RankRef
  /** The same figure of the places below, and what they are called (`乡镇`, `townships`). */
  readonly below?: { readonly figures: readonly FigureRef[]; readonly kind: Text }
}

/** A wording about a figure, not yet in any language. */
export interface Phrase {
  readonly kind: 'phrase-of'
  readonly name: PhraseName
  readonly of: BoundFigure
}

/** A figure ready to be spoken of: put it, or one of its phrases, into a `zh` or `en` template. */
export interface BoundFigure extends Readonly<Record<PhraseName, Phrase>> {
  readonly kind: 'bound-figure'
  readonly figure: FigureRef
  readonly comparison: Comparison
}

const PHRASES: readonly PhraseName[] = [
  'sameTimeLastYear',
  'previousPeriod',
  'change',
  'againstTarget',
  'againstTimeProgress',
  'rank',
  'leaders',
  'laggards',
]

/** Whether the text names a phrase. */
export function isPhraseName(name: string): name is PhraseName {
  return (PHRASES as readonly string[]).includes(name)
}

/** Binds a figure to what it may be compared with. */
export function bind(figure: FigureRef, comparison: Comparison = {}): BoundFigure {
  const bound = { kind: 'bound-figure', figure, comparison } as BoundFigure
  const phrases = PHRASES.map((name) => [name, { kind: 'phrase-of', name, of: bound } satisfies Phrase])
  return Object.assign(bound, Object.fromEntries(phrases))
}
