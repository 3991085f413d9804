/** What a CSV cell may hold. Numbers and booleans are written as they are; everything that people typed is text. */
export type CsvValue = string | number | boolean | null | undefined

/** A spreadsheet would run a text that begins so as a formula. */
const FORMULA = /^[=+\-@\t\r]/
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/

/**
 * Writes a CSV as Excel in China opens it: UTF-8 with byte order mark, CRLF. Texts that a spreadsheet would take for a formula get an apostrophe in
 * front, so that a name or a remark cannot run anything; numbers keep their sign. Long identity numbers keep their digits in the file, but Excel shows them
 * rounded: for people, write a workbook. Yields pieces of about 64 KB.
 */
export function* csvPieces(titles: readonly string[], rows: Iterable<readonly CsvValue[]>): Generator<string> {
  let piece = `\uFEFF${line(titles)}`
  for (const row of rows) {
    piece += line(row)
    if (piece.length < 65_536) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** The same of rows that come page by page, such as from a database: no more than a page is held. */
export async function* csvPages(
  titles: readonly string[],
  pages: AsyncIterable<Iterable<readonly CsvValue[]>>,
): AsyncGenerator<string> {
  yield* csvPieces(titles, [])
  for await (const page of pages) {
    let piece = ''
    for (const row of page) piece += line(row)
    if (piece !== '') yield piece
  }
}

function line(values: readonly CsvValue[]): string {
  return `${values.map(field).join(',')}\r\n`
}

function field(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
