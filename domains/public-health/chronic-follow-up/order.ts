import type { IsoDate } from '@kangheng/kernel/period/date.ts'

/** Days in order; what was found decides between visits of one day (two files of one person joined), never who was entered first. */
export function byDay<Visit extends { readonly id: string; readonly on: IsoDate }>(one: Visit, other: Visit): number {
  if (one.on !== other.on) return one.on < other.on ? -1 : 1
  const key = ({ id, ...found }: Visit) => `${JSON.stringify(Object.entries(found).sort())} ${id}`
  return key(one) < key(other) ? -1 : 1
}
