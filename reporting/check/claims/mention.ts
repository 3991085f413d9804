import { type Rational, rational } from '@kangheng/kernel/exact/rational.ts'
import type { UnitFamily } from '../types.ts'

/** A number with its unit as it stands in the text; what it says is decided later. */
export type Mention = {
  start: number
  end: number
  value: Rational
  valueMax: Rational | null
  decimals: number
  scale: bigint
  scaleText: string
  /** Unit without 万 or 亿; empty when the text leaves it out and the context has to supply it. */
  unit: string
  family: UnitFamily | null
  vague: boolean
  chinese: boolean
}

export const percentMention = (start: number, end: number, value: Rational, vague: boolean): Mention => ({
  start,
  end,
  value,
  valueMax: null,
  decimals: 0,
  scale: 1n,
  scaleText: '',
  unit: '%',
  family: 'share',
  vague,
  chinese: true,
})

export const countMention = (start: number, end: number, value: bigint, unit: string, family: UnitFamily): Mention => ({
  ...percentMention(start, end, rational(value), false),
  unit,
  family,
})
