import { isTableNumber } from '../claims/table-figures.ts'

/** Text of one baseline as a page places it: left end, baseline and size in points; y grows upwards. */
export type PlacedText = { text: string; x: number; y: number; width: number; height: number }

/** A cell of a page's table with the columns it stands over. */
export type PlacedCell = { text: string; column: number; span: number }

/** A table: its rows from top to bottom, and the pieces of the page's text that it is made of. */
export type PlacedTable = { rows: PlacedCell[][]; members: ReadonlySet<PlacedText> }

/** Distances in heights of the letters. Pieces this far apart on one baseline stand in two columns. */
const COLUMN_GAP = 1.2
const SAME_BASELINE = 0.4
/** Lines of one cell lie no further apart than this, rows of one table no further than that. */
const LINE_GAP = 2
const ROW_GAP = 8
const OVERLAPPING = 1.1
/** Lines of one cell begin, or have their middle, at the same place: in points. */
const ALIGNED = 1.5
const FEWEST_ROWS = 2
const FEWEST_NUMBERS = 3

/** What stands together: one line, or the lines of a cell. */
type Cell = {
  text: string
  from: number
  to: number
  top: number
  bottom: number
  height: number
  pieces: PlacedText[]
}
type Line = { y: number; top: number; bottom: number; height: number; cells: Cell[] }
type Range = { from: number; to: number }

/**
 * Joins runs that follow each other on one baseline into pieces; a gap wider than a letter begins a new one. Gives the piece of
 * every run that is not blank.
 */
export function joinRuns(runs: readonly PlacedText[]): { pieces: PlacedText[]; pieceOf: Map<PlacedText, PlacedText> } {
  const pieces: PlacedText[] = []
  const pieceOf = new Map<PlacedText, PlacedText>()
  for (const run of runs) {
    if (run.text.trim() === '' || run.height === 0) continue
    const open = pieces.at(-1)
    const gap = open === undefined ? 0 : run.x - open.x - open.width
    if (open !== undefined && sameBaseline(open, run) && gap > -run.height && gap < COLUMN_GAP * run.height) {
      open.text += run.text
      open.width = run.x + run.width - open.x
    } else pieces.push({ ...run })
    pieceOf.set(run, pieces.at(-1)!)
  }
  return { pieces, pieceOf }
}

const sameBaseline = (a: PlacedText, b: PlacedText): boolean => Math.abs(a.y - b.y) < SAME_BASELINE * b.height

/**
 * Finds the tables of a page by where its text stands: lines of two or more pieces with numbers among them, one below the other,
 * under a line of heads, in columns that do not overlap. What is not surely a table stays prose.
 * `pieces` come in the order in which the page writes them.
 */
export function findPlacedTables(pieces: readonly PlacedText[]): PlacedTable[] {
  const lines = linesOf(cellsOf(pieces))
  const tables: PlacedTable[] = []
  let from = 0
  for (let at = 0; at < lines.length; at++) {
    if (!hasNumbers(lines[at]!)) continue
    const extent = extentOf(lines, at)
    const head = extent === null ? at : headOf(lines, at, from, extent.columns)
    const table = extent === null || head === at ? null : tableOf(lines.slice(head, extent.last + 1), extent.columns)
    if (extent === null || table === null) continue
    tables.push(table)
    at = extent.last
    from = at + 1
  }
  return tables
}

/** A page writes the lines of a cell one after the other; they begin or have their middle one below the other. */
function cellsOf(pieces: readonly PlacedText[]): Cell[] {
  const cells: Cell[] = []
  for (const piece of pieces) {
    const [from, to] = [piece.x, piece.x + piece.width]
    const above = cells.at(-1)
    const last = above?.pieces.at(-1)
    const below = above === undefined ? 0 : above.bottom - piece.y
    const continues =
      above !== undefined &&
      last !== undefined &&
      below > SAME_BASELINE * piece.height &&
      below < LINE_GAP * piece.height &&
      (Math.abs(last.x - from) < ALIGNED || Math.abs(last.x + last.width / 2 - (from + to) / 2) < ALIGNED) &&
      !isTableNumber(piece.text.trim()) &&
      !isTableNumber(above.text)
    if (continues) {
      above.text += piece.text.trim()
      above.from = Math.min(above.from, from)
      above.to = Math.max(above.to, to)
      above.bottom = piece.y
      above.pieces.push(piece)
    } else {
      const { text, y, height } = piece
      cells.push({ text: text.trim(), from, to, top: y, bottom: y, height, pieces: [piece] })
    }
  }
  return cells
}

/** Lines from the top of the page down. A cell of several lines goes to the line that it stands beside. */
function linesOf(cells: readonly Cell[]): Line[] {
  const lines: Line[] = []
  const byTop = [...cells].sort((a, b) => b.top - a.top)
  for (const cell of byTop.filter(({ pieces }) => pieces.length === 1)) {
    const line = lines.at(-1)
    if (line !== undefined && line.y - cell.top < SAME_BASELINE * cell.height) line.cells.push(cell)
    else lines.push({ y: cell.top, top: cell.top, bottom: cell.top, height: cell.height, cells: [cell] })
  }
  const alone: Line[] = []
  for (const cell of byTop.filter(({ pieces }) => pieces.length > 1)) {
    const { top, bottom, height } = cell
    const middle = (top + bottom) / 2
    const beside = lines.filter(({ y }) => y < top + height && y > bottom - height)
    const line = beside.reduce<Line | null>(
      (best, next) => (best === null || Math.abs(next.y - middle) < Math.abs(best.y - middle) ? next : best),
      null,
    )
    if (line === null) alone.push({ y: middle, top, bottom, height, cells: [cell] })
    else {
      line.cells.push(cell)
      line.top = Math.max(line.top, top)
      line.bottom = Math.min(line.bottom, bottom)
    }
  }
  for (const line of lines) line.cells.sort((a, b) => a.from - b.from)
  return [...lines, ...alone].sort((a, b) => b.y - a.y)
}

const hasNumbers = ({ cells }: Line): boolean => cells.slice(1).some(({ text }) => isTableNumber(text))

/** How far down the lines of numbers reach, and their columns; null when there are too few. */
function extentOf(lines: readonly Line[], first: number): { columns: Range[]; last: number } | null {
  let columns: Range[] = []
  let [last, rows, numbers] = [first, 0, 0]
  for (let at = first; at < lines.length; at++) {
    const line = lines[at]!
    if (at > first && lines[at - 1]!.bottom - line.top > ROW_GAP * line.height) break
    if (hasNumbers(line)) {
      const joined = joinRanges([...columns, ...line.cells])
      if (joined.length < 2 || joined.length < columns.length) break
      columns = joined
      last = at
      rows++
      numbers += line.cells.filter(({ text }) => isTableNumber(text)).length
    } else if (line.cells.some((cell) => columnsUnder(columns, cell).length > 1)) break // prose runs through several
  }
  return rows >= FEWEST_ROWS && numbers >= FEWEST_NUMBERS ? { columns, last } : null
}

/** Ranges that overlap are one column. */
function joinRanges(ranges: readonly Range[]): Range[] {
  const joined: Range[] = []
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const before = joined.at(-1)
    if (before !== undefined && from < before.to) before.to = Math.max(before.to, to)
    else joined.push({ from, to })
  }
  return joined
}

const columnsUnder = (columns: readonly Range[], cell: Range): number[] =>
  columns.flatMap(({ from, to }, index) => (cell.from < to && cell.to > from ? [index] : []))

/** Where the heads begin above the first numbers; a title or a paragraph stands alone on its line. */
function headOf(lines: readonly Line[], first: number, from: number, columns: readonly Range[]): number {
  const right = columns.at(-1)!.to
  let head = first
  while (head > from) {
    const [line, below] = [lines[head - 1]!, lines[head]!]
    const gap = line.bottom - below.top
    if (gap > ROW_GAP * line.height || hasNumbers(line) || line.cells.some((cell) => cell.from >= right)) break
    if (line.cells.length < 2 && gap > OVERLAPPING * line.height) break
    head--
  }
  return head
}

/** Null when two pieces of a line fall into one column. */
function tableOf(lines: readonly Line[], columns: readonly Range[]): PlacedTable | null {
  const rows: PlacedCell[][] = []
  for (const { cells } of lines) {
    const row = cells.map((cell) => {
      const under = columnsUnder(columns, cell)
      return { text: cell.text, column: under[0] ?? nearest(columns, cell), span: Math.max(1, under.length) }
    })
    if (row.some(({ column, span }, at) => at + 1 < row.length && column + span > row[at + 1]!.column)) return null
    rows.push(row)
  }
  return { rows, members: new Set(lines.flatMap(({ cells }) => cells.flatMap(({ pieces }) => pieces))) }
}

function nearest(columns: readonly Range[], { from, to }: Range): number {
  const middle = (from + to) / 2
  const distance = (column: Range) => Math.max(column.from - middle, middle - column.to, 0)
  return columns.reduce((best, column, index) => (distance(column) < distance(columns[best]!) ? index : best), 0)
}
