import type { Episode, Person } from './registry.ts'
import { overlaps } from './residence.ts'

/** Facts that the kept file takes over where it has none. */
const FILLED = ['ethnic', 'phoneCipher', 'addressCipher', 'villageGroup', 'registration', 'motherName'] as const

/** What the kept file takes over from the absorbed one: only what it lacks, so that nothing is overwritten. */
export function factsToFill(kept: Person, absorbed: Person): Partial<Person> {
  const filled: Partial<Record<keyof Person, unknown>> = {}
  for (const name of FILLED) if (kept[name] === null && absorbed[name] !== null) filled[name] = absorbed[name]
  if (kept.household === null && absorbed.household !== null && kept.division === absorbed.division) {
    filled.household = absorbed.household
    filled.relation = absorbed.relation
  }
  if (kept.documentKey === null && absorbed.documentKey !== null) {
    filled.documentKind = absorbed.documentKind
    filled.documentCipher = absorbed.documentCipher
    filled.documentKey = absorbed.documentKey
  }
  return filled as Partial<Person>
}

/** What happens to one residence episode of the absorbed file. */
export type EpisodeFate = { readonly episode: Episode; readonly fate: 'joins' | 'cancelled' }

/**
 * The absorbed file's episodes: what the kept file does not know joins it; what overlaps one of its own of the same kind would count
 * the person twice and is cancelled.
 */
export function episodeFates(kept: readonly Episode[], absorbed: readonly Episode[]): EpisodeFate[] {
  const taken = [...kept]
  return absorbed.map((episode) => {
    const double = taken.some((other) => other.kind === episode.kind && overlaps(other, episode))
    if (!double) taken.push(episode)
    return { episode, fate: double ? ('cancelled' as const) : ('joins' as const) }
  })
}

type Stored = Record<string, unknown>

/** A row as JSON: ciphertext as `{ hex }`, everything else as it is. */
export function toStored(row: object): Stored {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      value instanceof Uint8Array ? { hex: Buffer.from(value).toString('hex') } : value,
    ]),
  )
}

/** The row of `toStored` again. */
export function fromStored(stored: Stored): Stored {
  return Object.fromEntries(
    Object.entries(stored).map(([key, value]) => {
      const hex = (value as { hex?: unknown } | null)?.hex
      return [key, typeof hex === 'string' ? new Uint8Array(Buffer.from(hex, 'hex')) : value]
    }),
  )
}

/** Whether two column values are the same, ciphertext by its bytes. */
export function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(toStored({ value: one ?? null })) === JSON.stringify(toStored({ value: other ?? null }))
}
