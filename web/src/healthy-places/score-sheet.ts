/** A line of a standard as the list of records gives it. */
export interface StandardItem {
  readonly code: string
  readonly part: string
  readonly requirement: string
  readonly points: string
  readonly decisive: boolean
}

/** What an inspector wrote at a line; empty texts where nothing was lost. */
export interface Mark {
  readonly points: string
  readonly why: string
}

/** Lines in the order of their numbers: 2.10 after 2.9. */
export const inOrder = <Line extends { readonly code: string }>(lines: readonly Line[]): Line[] =>
  [...lines].sort((one, other) => one.code.localeCompare(other.code, 'en', { numeric: true }))

const number = (text: string) => (text.trim() === '' ? 0 : Number(text))

/** All points less those lost, as far as numbers have been written; half points add up exactly. */
export function scoreOf(items: readonly StandardItem[], marks: Readonly<Record<string, Mark>>): string {
  const total = items.reduce(
    (sum, item) => sum + Number(item.points) - (number(marks[item.code]?.points ?? '') || 0),
    0,
  )
  return total.toFixed(1)
}

/** What is handed in: lines at which something was written. */
export function lossesOf(items: readonly StandardItem[], marks: Readonly<Record<string, Mark>>) {
  return items.flatMap(({ code }) => {
    const mark = marks[code]
    if (!mark || (mark.points.trim() === '' && mark.why.trim() === '')) return []
    return [{ code, points: number(mark.points), why: mark.why.trim() }]
  })
}
