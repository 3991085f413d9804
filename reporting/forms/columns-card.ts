import type { Text } from '@kangheng/kernel/text/text.ts'
import { text } from './markup.ts'
import { formHead, type FormPerson } from './people.ts'

/** One line of a card: its heading, and what stands in the column of a visit. */
export type CardLine<Visit> = readonly [heading: string, cell: (visit: Visit, column: number) => string]

/** A card on which visits stand side by side. */
export interface Card<Visit> {
  readonly title: string
  /** What stands above the columns, such as the age; as many as there are columns. */
  readonly heads: readonly string[]
  readonly lines: readonly CardLine<Visit>[]
}

/** The numbered choices of a cell, the one chosen ticked; `chosen` is the place in the list, from 1, or several. */
export function ticked(titles: readonly string[], chosen: number | readonly number[] | null | undefined): string {
  const marks = typeof chosen === 'number' ? [chosen] : (chosen ?? [])
  return titles
    .map((title, index) => `${marks.includes(index + 1) ? '☑' : '□'}${index + 1}&nbsp;${text(title)}`)
    .join(' ')
}

/** The choices of a list of codes in the order of the list. */
export function tickedCode(
  codes: Readonly<Record<string, Text>>,
  chosen: string | readonly string[] | null | undefined,
): string {
  const keys = Object.keys(codes)
  const given = chosen === null || chosen === undefined ? [] : typeof chosen === 'string' ? [chosen] : chosen
  return ticked(
    keys.map((key) => codes[key]!.zh),
    given.map((key) => keys.indexOf(key) + 1),
  )
}

/** A card of more lines than this is set closer, to stay on one page. */
const DENSE_FROM = 24

/** The card of one person; a column without a visit is left to be written by hand. */
export function columnsCard<Visit>(
  card: Card<Visit>,
  person: FormPerson,
  visits: readonly (Visit | undefined)[],
): string {
  const row = (heading: string, cells: readonly string[]) =>
    `<tr><th>${heading}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  const rows = card.lines.map(([heading, cell]) =>
    row(
      heading,
      card.heads.map((_, column) => (visits[column] ? cell(visits[column], column) : '')),
    ),
  )
  const heads = card.heads.some(Boolean)
    ? row(
        '',
        card.heads.map((head) => `<b>${text(head)}</b>`),
      )
    : ''
  return `<h1>${card.title}</h1>${formHead(person)}<table${card.lines.length > DENSE_FROM ? ' class="dense"' : ''}>${heads}${rows.join('')}</table>`
}

/**
 * Puts visits into columns by their place; of two that belong to the same column the later one begins a card of its own, for nothing that was recorded is left
 * out of print.
 */
export function inColumns<Visit>(
  visits: readonly Visit[],
  columns: number,
  columnOf: (visit: Visit) => number,
): (Visit | undefined)[][] {
  const cards: (Visit | undefined)[][] = []
  for (const visit of visits) {
    const column = columnOf(visit)
    let card = cards.find((each) => each[column] === undefined)
    if (!card) cards.push((card = Array.from<Visit | undefined>({ length: columns })))
    card[column] = visit
  }
  return cards
}
