import { cleanText } from '@kangheng/kernel/exchange/cell-text.ts'
import { normaliseName } from '@kangheng/kernel/person/name.ts'
import type { ComparedField, ComparedValues, ResidentEntry } from './entry.ts'
import { differencesOf, fillsOf, type Filling } from './merge.ts'

/** A person whom the database holds under the key of a row (see `keyOf`). */
export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly values: ComparedValues
}

/** What an accepted row means beside what is known already. */
export type KnownDecision =
  /** Nobody is known under this key. */
  | { readonly kind: 'new' }
  /** The same person: `fills` is what the row adds (nothing, mostly); `differs` is told and changes nothing. */
  | {
      readonly kind: 'known'
      readonly person: string
      readonly fills: Filling
      readonly differs: readonly ComparedField[]
    }
  /** The number belongs to another name: a person decides. */
  | { readonly kind: 'conflict'; readonly person: string; readonly outcome: `conflict-with-known:${string}` }

/**
 * Decides an accepted row against the database by the rules that hold within a file: who was there first keeps the values, missing ones are filled, another
 * name goes to review. Importing the same file again therefore changes nothing. Source: rules 1.12.
 */
export function decideAgainstKnown(row: ResidentEntry, known: KnownPerson | undefined): KnownDecision {
  if (!known) return { kind: 'new' }
  if (normaliseName(cleanText(known.name)) !== row.name) {
    return { kind: 'conflict', person: known.id, outcome: `conflict-with-known:${known.id}` }
  }
  return {
    kind: 'known',
    person: known.id,
    fills: fillsOf(known.values, row),
    differs: differencesOf(known.values, row),
  }
}
