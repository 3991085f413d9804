import type { Text } from '@kangheng/kernel/text/text.ts'
import { statusText } from './appendix.ts'
import { cellKey, parseCanonicalLine, rowCheck, sm3, type CanonicalFigure } from './digest.ts'
import type { FigureRef } from '@kangheng/kernel/wording/model.ts'
import { termText } from './word/appendix.ts'
import { readWord, type ReadRow, type ReadWord } from './word/read.ts'

/** Something in the file that is not as it was issued. */
export interface Difference {
  readonly where: 'text' | 'table' | 'list' | 'digest'
  /** Number of the figure; null for the digest. */
  readonly key: string | null
  readonly expected: string
  /** What stands there now; null when it is gone. */
  readonly found: string | null
  readonly message: Text
}

export type Verification =
  | { readonly kind: 'unreadable'; readonly message: Text }
  | { readonly kind: 'foreign'; readonly message: Text }
  | {
      readonly kind: 'checked'
      readonly intact: boolean
      readonly digest: string
      readonly figures: number
      readonly status: string
      readonly synthetic: boolean
      readonly differences: readonly Difference[]
    }

const NOWHERE: Text = { zh: '（已删去）', en: '(removed)' }

function difference(
  where: Difference['where'],
  key: string | null,
  expected: string,
  found: string | null,
): Difference {
  const places: Record<Difference['where'], Text> = {
    text: { zh: '正文', en: 'text' },
    table: { zh: '表格', en: 'table' },
    list: { zh: '数据清单', en: 'list of figures' },
    digest: { zh: '数据摘要', en: 'digest' },
  }
  const place = places[where]
  const message = {
    zh: `${place.zh}${key ? `中的 ${key}` : ''}应为“${expected}”，现为“${found ?? NOWHERE.zh}”`,
    en: `${place.en}${key ? `, ${key}` : ''}: issued as “${expected}”, now “${found ?? NOWHERE.en}”`,
  }
  return { where, key, expected, found, message }
}

const compact = (text: string) => text.replace(/\s+/g, ' ').trim()

function* compared(where: Difference['where'], key: string | null, expected: string, found: string | null | undefined) {
  if (found == null || compact(found) !== compact(expected)) yield difference(where, key, expected, found ?? null)
}

/** Figures in running text: each stands as often as it was issued, and as it was issued. */
function* textDifferences(word: ReadWord, figure: CanonicalFigure): Generator<Difference> {
  const said = word.links.filter((link) => link.anchor === figure.key).map((link) => link.text)
  for (const text of said) yield* compared('text', figure.key, figure.printed, text)
  for (let count = said.length; count < Number(figure.times); count += 1)
    yield difference('text', figure.key, figure.printed, null)
}

/** The row of a figure in the list: number and check, what is printed, terms, status. */
function* listDifferences(rows: ReadonlyMap<string, ReadRow>, figure: CanonicalFigure): Generator<Difference> {
  const term = (value: string) => termText(value === '-' ? null : value)
  const closedOn = figure.closedOn === '-' ? null : figure.closedOn
  const row = rows.get(figure.key)
  if (!row) return yield difference('list', figure.key, figure.printed, null)
  const [name, printed, , numerator, denominator, status] = row.cells
  yield* compared('list', figure.key, `${figure.key}\n${rowCheck(figure)}`, name)
  yield* compared('list', figure.key, figure.printed, printed)
  yield* compared('list', figure.key, term(figure.numerator), numerator)
  yield* compared('list', figure.key, term(figure.denominator), denominator)
  const settled = statusText(figure.status as FigureRef['status'], closedOn).zh
  yield* compared('list', figure.key, settled, status?.split('\n').at(-1))
}

/** The numbers of the tables by their keys: `T1-03-2` is table 1, row 3 below the head, column 2. */
function tableCells(word: ReadWord): Map<string, string> {
  const cells = new Map<string, string>()
  for (const table of word.tables) {
    const rows = table.filter((row) => !row.header)
    rows.forEach((row, index) => {
      for (const { anchor, text } of row.links) {
        const [, number, column] = /^T(\d+)C(\d+)$/.exec(anchor) ?? []
        if (number) cells.set(cellKey(Number(number), index + 1, Number(column)), text)
      }
    })
  }
  return cells
}

function* figureDifferences(word: ReadWord, figures: readonly CanonicalFigure[]): Generator<Difference> {
  const rows = new Map(word.tables.flat().flatMap((row) => row.bookmarks.map((name) => [name, row] as const)))
  const cells = tableCells(word)
  for (const figure of figures) {
    if (figure.key.startsWith('T')) yield* compared('table', figure.key, figure.printed, cells.get(figure.key))
    else {
      yield* textDifferences(word, figure)
      yield* listDifferences(rows, figure)
    }
  }
}

/**
 * Reads a document that `toWord` made, also after Word or LibreOffice saved it, and compares text, tables, list of figures
 * and digest with each other. Without a key this proves that nothing was changed by hand; give `digest`, as the system
 * kept it when the document was signed, to prove that it is the signed one.
 */
export function verifyWord(bytes: Uint8Array, kept: { digest?: string } = {}): Verification {
  let word: ReadWord
  try {
    word = readWord(bytes)
  } catch {
    const message = {
      zh: '文件不是可读取的 Word 文档（.docx）',
      en: 'The file is not a readable Word document (.docx)',
    }
    return { kind: 'unreadable', message }
  }
  const property = (name: string) => word.properties.get(`kangheng.${name}`)
  const [digest, head, order] = [property('digest'), property('head'), property('order')]
  if (digest === undefined || head === undefined || order === undefined) {
    const message = {
      zh: '文件中没有数据摘要，不是本系统生成的文件，或其属性已被清除',
      en: 'The file carries no digest: it was not made by this system, or its properties were removed',
    }
    return { kind: 'foreign', message }
  }
  const lines = order
    .split(' ')
    .filter((key) => key !== '')
    .map((key) => property(key) ?? '')
  const figures = lines.map(parseCanonicalLine).filter((figure) => figure !== undefined)
  const printed = word.marked
    .get('digest')
    ?.replace(/^SM3：/, '')
    .replace(/\s/g, '')
  const differences = [
    ...compared('digest', null, digest, sm3([head, ...lines].join('\n'))),
    ...compared('digest', null, digest, printed),
    ...(kept.digest === undefined ? [] : compared('digest', null, kept.digest, digest)),
    ...figureDifferences(word, figures),
  ]
  return {
    kind: 'checked',
    intact: differences.length === 0,
    digest,
    figures: figures.length,
    status: property('status') ?? '',
    synthetic: property('synthetic') === 'true',
    differences,
  }
}
