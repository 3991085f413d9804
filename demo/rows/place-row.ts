import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { isoOf, type Day } from '../days.ts'
import { evening } from './load-table.ts'

/** The columns of a record that concerns a place and no person. */
export function placeRow(
  county: string,
  id: string,
  place: { readonly division: string; readonly institution?: string },
  on: Day,
  state: string,
): CopyValue[] {
  const day = isoOf(on)
  return [county, id, place.division, place.institution ?? null, null, day, state, evening(day)]
}
