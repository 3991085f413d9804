import type { ChainLink, Member } from './cluster-types.ts'

/** A case in the picture of a chain: its day from the first onset, and its row. */
export interface PlacedCase {
  readonly member: Member
  readonly day: number
  readonly row: number
}

const dayNumber = (on: string) => Date.parse(on) / 86_400_000

/**
 * Gives every case a row: a chain goes down from its first case, whom somebody infected stands below, in the order of onset, and the first of them in the same
 * row where the day is later. No two cases share a row and a day.
 */
export function placeChain(members: readonly Member[], links: readonly ChainLink[]): PlacedCase[] {
  if (members.length === 0) return []
  const first = Math.min(...members.map((member) => dayNumber(member.onset)))
  const byId = new Map(members.map((member) => [member.id, member]))
  const infectedBy = new Map<string, Member[]>()
  const sourced = new Set<string>()
  for (const { infector, infectee } of links) {
    const member = byId.get(infectee)
    if (!member || !byId.has(infector)) continue
    infectedBy.set(infector, [...(infectedBy.get(infector) ?? []), member])
    sourced.add(infectee)
  }
  const inOrder = (list: readonly Member[]) => list.toSorted((one, other) => one.number - other.number)
  const placed: PlacedCase[] = []
  let next = 0
  const place = (member: Member, row: number): void => {
    const day = dayNumber(member.onset) - first
    placed.push({ member, day, row })
    next = Math.max(next, row + 1)
    inOrder(infectedBy.get(member.id) ?? []).forEach((each, index) => {
      const later = dayNumber(each.onset) - first > day
      place(each, index === 0 && later ? row : next)
    })
  }
  for (const member of inOrder(members)) if (!sourced.has(member.id)) place(member, next)
  return placed
}
