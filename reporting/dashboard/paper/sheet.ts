import { aboutCell, drawCell } from '@kangheng/drawing/cell.ts'
import type { CellData, Language, Text } from '@kangheng/drawing/cell-data.ts'
import { COLUMNS, pagesOf, type Placed } from '@kangheng/drawing/layout.ts'
import { corners, moved, type Mark, type Scene } from '@kangheng/drawing/scene.ts'
import { fitted, wrapped } from '@kangheng/drawing/text.ts'
import { word } from '@kangheng/drawing/words.ts'

/** What is put on paper, and what stands at its head and foot. */
export interface Sheet {
  readonly title: Text
  /** The place it was read for. */
  readonly place: string
  /** When it was read, in China. */
  readonly at: string
  readonly synthetic: boolean
  readonly cells: readonly CellData[]
  readonly language: Language
}

/** A page in pixels of a text 12 high: A4 across, at 96 to the inch. */
export const PAGE = { width: 1123, height: 794 } as const
const MARGIN = 36
const HEAD = 44
const GAP = 14
/** Rows of a dashboard on one page. */
const ROWS = 4
const LINE = 15

const synthetic: Text = { zh: '演示数据，人员和记录均为虚构', en: 'Synthetic data: no real people' }
const printed: Text = { zh: '取数时间', en: 'read at' }

function head({ title, place, at, synthetic: demo, language }: Sheet, page: number, pages: number): Mark[] {
  const about = [
    place,
    `${printed[language]} ${at}`,
    demo ? synthetic[language] : '',
    pages > 1 ? `${page}/${pages}` : '',
  ]
  return [
    { kind: 'text', at: [MARGIN, MARGIN + 14], text: title[language], size: 20, ink: 'ink', bold: true },
    {
      kind: 'text',
      at: [PAGE.width - MARGIN, MARGIN + 14],
      text: about.filter(Boolean).join(' · '),
      size: 11,
      ink: 'quiet',
      anchor: 'end',
    },
    {
      kind: 'line',
      points: [
        [MARGIN, MARGIN + 24],
        [PAGE.width - MARGIN, MARGIN + 24],
      ],
      ink: 'ink',
      width: 1.5,
    },
  ]
}

/** A cell in its frame: title, what it is of, and the picture. */
function framed({ cell, column, row }: Placed<CellData>, unit: number, language: Language): Mark[] {
  const step = (PAGE.width - 2 * MARGIN + GAP) / COLUMNS
  const box = {
    x: MARGIN + column * step,
    y: MARGIN + HEAD + row * (unit + GAP),
    width: cell.width * step - GAP,
    height: cell.height * unit + (cell.height - 1) * GAP,
  }
  const inside = box.width - 20
  const picture = drawCell(cell, inside, box.height - 52, language)
  return [
    { kind: 'shape', points: corners(box), ink: 'rule', width: 1 },
    {
      kind: 'text',
      at: [box.x + 10, box.y + 18],
      text: fitted(cell.title[language] || cell.title.zh, 13, inside),
      size: 13,
      ink: 'ink',
      bold: true,
    },
    {
      kind: 'text',
      at: [box.x + 10, box.y + 34],
      text: fitted(aboutCell(cell, language), 10.5, inside),
      size: 10.5,
      ink: 'quiet',
    },
    ...moved(picture, box.x + 10, box.y + 44),
  ]
}

/** The notes of a page's cells, each once, as lines. */
function noteLines(cells: readonly CellData[]): string[] {
  const notes = new Map(cells.flatMap((cell) => cell.notes).map((note) => [note.id, note]))
  return [...notes.values()]
    .sort((one, other) => one.number - other.number)
    .flatMap((note) =>
      wrapped(
        `${note.number}  ${note.placeName}：${note.text}（${note.author}，${note.on}）`,
        11,
        PAGE.width - 2 * MARGIN,
      ).slice(0, 3),
    )
}

/** A dashboard as pages of A4 across, four rows to a page, with its notes at the foot. */
export function pagesOfSheet(sheet: Sheet): Scene[] {
  const pages = pagesOf(sheet.cells, ROWS)
  return pages.map((placed, index) => {
    const { language } = sheet
    const lines = noteLines(placed.map(({ cell }) => cell)).slice(0, 9)
    const foot = lines.length > 0 ? (lines.length + 1) * LINE + 12 : 0
    const rows = Math.max(...placed.map(({ cell, row }) => row + cell.height))
    const room = PAGE.height - 2 * MARGIN - HEAD - foot - (rows - 1) * GAP
    const unit = Math.min(210, room / rows)
    const top = PAGE.height - MARGIN - foot + LINE + 6
    return [
      ...head(sheet, index + 1, pages.length),
      ...placed.flatMap((each) => framed(each, unit, language)),
      ...(lines.length > 0
        ? [
            {
              kind: 'text' as const,
              at: [MARGIN, top] as const,
              text: word('notes', language),
              size: 11,
              ink: 'ink' as const,
              bold: true,
            },
          ]
        : []),
      ...lines.map((text, line): Mark => ({
        kind: 'text',
        at: [MARGIN, top + (line + 1) * LINE],
        text,
        size: 11,
        ink: 'ink',
      })),
    ]
  })
}
