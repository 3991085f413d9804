import { decimalToRational, parseDecimal } from '@kangheng/kernel/exact/decimal.ts'
import type { Outcome } from '@kangheng/kernel/expression/evaluate.ts'
import type { SampleCount } from './scoring/score-clause.ts'
import type { Readings } from './scoring/score-item.ts'

/** What a unit's sheet is scored from: everything is kept with the sheet, so that the same sheet gives the same score again. */
export interface SheetEvidence {
  readonly figures: Readonly<Record<string, string | null>>
  /** Signed entries by the name of their fact. */
  readonly facts: Readonly<Record<string, string>>
  readonly samples: Readonly<Record<string, SampleCount>>
}

const exact = (text: string) => {
  const negative = text.startsWith('-')
  const value = decimalToRational(parseDecimal(negative ? text.slice(1) : text))
  return negative ? { n: -value.n, d: value.d } : value
}

/** The readings of a unit: a figure without value does not apply, a fact nobody has signed is awaited. */
export function readingsOf({ figures, facts, samples }: SheetEvidence): Readings {
  // Several items read the same figure.
  const known = new Map<string, Outcome>()
  const once = (key: string, find: () => Outcome): Outcome => {
    const outcome = known.get(key) ?? find()
    known.set(key, outcome)
    return outcome
  }
  const find = (key: string): Outcome => {
    const text = key.startsWith('{') ? facts[key.slice(1, -1)] : figures[key]
    return text === undefined ? 'awaiting' : text === null ? 'not-applicable' : exact(text)
  }
  return { read: (key) => once(key, () => find(key)), samples: (item) => samples[item] }
}
