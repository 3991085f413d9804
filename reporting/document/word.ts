import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
} from 'docx'
import { appendixOf, canonicalLines, type Appendix } from './appendix.ts'
import { canonicalHead } from './digest.ts'
import { numberFigures, tablesOf } from './figures.ts'
import { flatten } from '@kangheng/kernel/wording/flatten.ts'
import { headingNumbers, sectionHeadings } from './headings.ts'
import { pageMarks } from './marks.ts'
import type { Block, PlainPart, ReportDocument } from '@kangheng/kernel/wording/model.ts'
import { appendixBlocks } from './word/appendix.ts'
import { finish } from './word/finish.ts'
import { FONT } from './word/fonts.ts'
import { sentenceSetter } from './word/inline.ts'
import { blank, letterhead, titleBlock } from './word/letterhead.ts'
import { CHARACTER, FOOTER, LINE, millimetres, PAGE, SIZE } from './word/measures.ts'
import { colophon, signature } from './word/signature.ts'
import { STYLES } from './word/styles.ts'
import { tableBlock } from './word/table.ts'

export interface WordOptions {
  /** Address of the system (`https://health.example.cn`) in front of the figures' paths; without it no link leads out. */
  readonly baseUrl?: string
}

/** Characters of the longest paragraph that is tied to the signature: eight lines. */
const LONGEST_TIED = 8 * 28

const HEADING = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const

/** Sets blocks in order; shares the memory of what was said already, so that each figure is marked once. */
function blockSetter(document: ReportDocument): (blocks: readonly Block[]) => FileChild[] {
  const final = document.sections.at(-1)?.blocks.at(-1)
  // The last paragraph goes with the signature, which must not stand on a page of its own; a long one would leave a gap.
  const tied = (parts: readonly PlainPart[]) => parts.reduce((sum, part) => sum + part.text.length, 0) <= LONGEST_TIED
  const sentence = sentenceSetter()
  const tables = tablesOf(document)
  return (blocks) => {
    const numbers = headingNumbers(blocks)
    return blocks.flatMap((block): FileChild[] => {
      if (block.kind === 'table') return tableBlock(block, tables.indexOf(block) + 1)
      if (block.kind === 'paragraph') {
        const parts = flatten(block.parts)
        const keepNext = block === final && tied(parts)
        return [new Paragraph({ style: 'OfficialText', keepNext, children: sentence(parts) })]
      }
      return [
        new Paragraph({ heading: HEADING[block.level], children: [new TextRun(`${numbers.get(block)}${block.text}`)] }),
      ]
    })
  }
}

/** 附件 at the head of a new page, its title in the third line (§7.3.4). */
function annexHead(label: string, title: string): FileChild[] {
  return [
    new Paragraph({
      style: 'OfficialLine',
      pageBreakBefore: true,
      children: [new TextRun({ text: label, font: FONT.black })],
    }),
    ...blank(),
    titleBlock(title),
    ...blank(),
  ]
}

const LIST_TITLE = '数据清单'

function annexNote(titles: readonly string[]): Paragraph[] {
  const lines = titles.map((title, index) => {
    const label = index === 0 ? '附件：' : '　　　'
    const number = titles.length > 1 ? `${index + 1}.` : ''
    return new Paragraph({
      style: 'OfficialLine',
      indent: { left: 2 * CHARACTER },
      keepNext: true,
      children: [new TextRun(`${label}${number}${title}`)],
    })
  })
  return [...blank(1, true), ...lines]
}

function body(document: ReportDocument, appendix: Appendix, options: WordOptions): FileChild[] {
  const set = blockSetter(document)
  const withLetterhead = document.kind === 'bulletin' || document.documentNumber !== undefined
  const annexes = document.attachments ?? []
  const titles = [...annexes.map((annex) => annex.title), LIST_TITLE]
  const label = (index: number) => (titles.length > 1 ? `附件${index + 1}` : '附件')
  const headings = sectionHeadings(document)
  return [
    ...(withLetterhead ? letterhead(document) : []),
    titleBlock(document.title),
    ...blank(),
    ...(document.addressees
      ? [new Paragraph({ style: 'OfficialLine', children: [new TextRun(`${document.addressees}：`)] })]
      : []),
    ...set(document.opening),
    ...document.sections.flatMap((section, index) => [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(headings[index]!)] }),
      ...set(section.blocks),
    ]),
    ...annexNote(titles),
    ...signature(document),
    ...annexes.flatMap((annex, index) => [...annexHead(label(index), annex.title), ...set(annex.blocks)]),
    ...annexHead(label(annexes.length), LIST_TITLE),
    ...appendixBlocks(appendix, document.place, options),
    ...colophon(document),
    new Paragraph({ style: 'TableFacts', keepNext: false }),
  ]
}

function header(document: ReportDocument): Header {
  const text = pageMarks(document)
    .map((mark) => mark.zh)
    .join('　　')
  const run = new TextRun({ text, font: FONT.black, size: SIZE.smallFive, color: 'C00000' })
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: text ? [run] : [] })] })
}

/** — 1 — in 四号 宋体, one character in from the outer edge (§7.5): right on odd pages, left on even ones. */
function footer(side: 'odd' | 'even'): Footer {
  const dash = '—'
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: 280 } : { left: 280 },
        spacing: { line: 280, lineRule: 'exact' },
        children: [
          new TextRun({ font: FONT.song, size: SIZE.four, children: [`${dash} `, PageNumber.CURRENT, ` ${dash}`] }),
        ],
      }),
    ],
  })
}

/** What a tool needs to verify the file: the digest, the canonical list line by line, and the order of its lines. */
function properties(document: ReportDocument, appendix: Appendix): { name: string; value: string }[] {
  const lines = canonicalLines(appendix)
  return [
    { name: 'kangheng.digest', value: appendix.digest },
    { name: 'kangheng.algorithm', value: 'SM3' },
    { name: 'kangheng.status', value: document.status },
    { name: 'kangheng.synthetic', value: String(document.synthetic) },
    { name: 'kangheng.head', value: canonicalHead(document) },
    { name: 'kangheng.order', value: lines.map(({ key }) => key).join(' ') },
    ...lines.map(({ key, line }) => ({ name: `kangheng.${key}`, value: line })),
  ]
}

/**
 * The document as .docx in the layout of GB/T 9704-2012: A4, 22 lines of 28 characters, red sender mark, document
 * number and rule for a bulletin, page numbers — 1 — outside, levels in 黑体 楷体 仿宋. Every figure in running text
 * leads to its row in the list of figures at the end, every number in a table to its column there; the list ends with
 * an SM3 digest that `verifyWord` checks. The same document gives the same bytes.
 */
export async function toWord(source: ReportDocument, options: WordOptions = {}): Promise<Buffer> {
  const document = numberFigures(source)
  const appendix = appendixOf(document)
  const file = new Document({
    title: document.title.replaceAll('\n', ''),
    creator: document.organisation,
    lastModifiedBy: document.organisation,
    description: pageMarks(document)
      .map((mark) => mark.zh)
      .join('；'),
    styles: STYLES,
    customProperties: properties(document, appendix),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: {
              top: PAGE.top,
              bottom: PAGE.bottom,
              left: PAGE.left,
              right: PAGE.right,
              header: millimetres(22),
              footer: FOOTER,
              gutter: 0,
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch: LINE },
        },
        headers: { default: header(document), even: header(document) },
        footers: { default: footer('odd'), even: footer('even') },
        children: body(document, appendix, options),
      },
    ],
  })
  return Buffer.from(finish(new Uint8Array(await Packer.toBuffer(file)), document.issuedOn))
}
