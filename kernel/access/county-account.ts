import { refuse } from '../text/refusal.ts'
import type { Text } from '../text/text.ts'
import type { Actor } from './actor.ts'

/** Refuses an actor who sees a part of the county only: for actions that by their nature concern all of it. */
export function requireCountyAccount(
  { actor, county }: { actor: Pick<Actor, 'division'>; county: string },
  field: string,
  text: Text,
): void {
  if (actor.division !== county) refuse(field, text)
}
