import {
  AlignmentType,
  Bookmark,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type FileChild,
  type ParagraphChild,
} from 'docx'
import { statusText, type Appendix, type AppendixColumn, type AppendixRow } from '../appendix.ts'
import { decimal, grouped } from '@kangheng/kernel/wording/decimal.ts'
import type { FigureRef, PlaceRef } from '@kangheng/kernel/wording/model.ts'
import { FONT } from './fonts.ts'
import { innerLink, outerLink, rowBookmark, textBookmark } from './inline.ts'
import { PAGE } from './measures.ts'
import { columnWidths, RULES } from './table.ts'

/** Address of the system, `https://…`, in front of the figures' paths; without it the list has no outward links. */
interface AppendixLinks {
  readonly baseUrl?: string | undefined
}

const ALIGN = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const

function cell(width: number, children: ParagraphChild[][], align: 'left' | 'right' | 'center' = 'left'): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: children.map(
      (line) =>
        new Paragraph({
          style: 'SmallCell',
          alignment: ALIGN[align],
          indent: align === 'right' ? { right: 60 } : {},
          children: line,
        }),
    ),
  })
}

function listTable(heads: readonly string[], shares: readonly number[], rows: (widths: number[]) => TableRow[]): Table {
  const widths = columnWidths(shares)
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: heads.map((text, index) => cell(widths[index]!, [[new TextRun({ text, font: FONT.black })]], 'center')),
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: PAGE.measure, type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 50, right: 50, top: 20, bottom: 20 },
    borders: RULES,
    rows: [head, ...rows(widths)],
  })
}

/** The name of an indicator with the place when it is not the document's own. */
function nameOf(figure: FigureRef, home: PlaceRef): string {
  return figure.place.code === home.code ? figure.title.zh : `${figure.place.title.zh}${figure.title.zh}`
}

/** Basis, formula and version of the definition. */
function definitionText(figure: FigureRef): string {
  const terms =
    figure.numerator && figure.denominator ? `${figure.numerator.title.zh}÷${figure.denominator.title.zh}` : ''
  const formula = figure.derivation?.formula.zh ?? terms
  return [`口径：${figure.basis.zh}`, ...(formula ? [formula] : []), `定义第${figure.definitionVersion}版`].join('；')
}

/** A term as the list prints it: grouped, a dash when the figure has none. */
export function termText(value: string | null | undefined): string {
  return value == null ? '—' : grouped(decimal(value))
}

const link = (figure: FigureRef, { baseUrl }: AppendixLinks) =>
  baseUrl === undefined ? undefined : `${baseUrl.replace(/\/$/, '')}${figure.link}`

function figureRow(
  { key, printed, figure, check }: AppendixRow,
  widths: number[],
  home: PlaceRef,
  links: AppendixLinks,
) {
  const back = new Bookmark({ id: rowBookmark(key), children: [innerLink(key, textBookmark(key), 'rule')] })
  return new TableRow({
    cantSplit: true,
    children: [
      cell(widths[0]!, [[back], [new TextRun({ text: check, color: '595959', size: 15 })]], 'center'),
      cell(widths[1]!, [[new TextRun(printed)]]),
      cell(widths[2]!, [
        [outerLink(nameOf(figure, home), link(figure, links))],
        [new TextRun({ text: definitionText(figure), color: '595959', size: 15 })],
      ]),
      cell(widths[3]!, [[new TextRun(termText(figure.numerator?.value))]], 'right'),
      cell(widths[4]!, [[new TextRun(termText(figure.denominator?.value))]], 'right'),
      cell(widths[5]!, [
        [new TextRun(figure.period.title.zh)],
        [new TextRun(statusText(figure.status, figure.closedOn).zh)],
      ]),
    ],
  })
}

function columnRow(column: AppendixColumn, widths: number[], links: AppendixLinks): TableRow {
  const { key, table, figure } = column
  const head = new Bookmark({ id: rowBookmark(key), children: [innerLink(table, key.replace(/C.*/, ''), 'rule')] })
  return new TableRow({
    cantSplit: true,
    children: [
      cell(widths[0]!, [[head]], 'center'),
      cell(widths[1]!, [[new TextRun(column.column)]]),
      cell(widths[2]!, [
        [outerLink(figure.title.zh, link(figure, links))],
        [new TextRun({ text: definitionText(figure), color: '595959', size: 15 })],
      ]),
      cell(widths[3]!, [[new TextRun(column.unit || '—')]], 'center'),
      cell(widths[4]!, [[new TextRun(String(column.figures))]], 'right'),
      cell(widths[5]!, [[new TextRun(figure.period.title.zh)], [new TextRun(column.status.zh)]]),
    ],
  })
}

const note = (text: string) => new Paragraph({ style: 'ListNote', children: [new TextRun(text)] })

const caption = (text: string) => new Paragraph({ style: 'TableTitle', children: [new TextRun(text)] })

/** The digest in groups of eight, which a reader can compare by eye. */
function digestGroups(digest: string): string {
  return digest.match(/.{8}/g)!.join(' ')
}

/** The list of figures: explanation, figures of the text, columns of the tables, digest and how to verify it. */
export function appendixBlocks(appendix: Appendix, home: PlaceRef, links: AppendixLinks): FileChild[] {
  const trace = links.baseUrl === undefined ? '' : '，点击指标名称查看构成该数字的明细（须有相应权限）'
  const rows = (widths: number[]) => appendix.rows.map((row) => figureRow(row, widths, home, links))
  const columns = (widths: number[]) => appendix.columns.map((column) => columnRow(column, widths, links))
  return [
    note(`本清单说明文中每一个数字的来历。点击正文中的数字到达本清单相应一行，点击编号回到正文${trace}。`),
    ...(appendix.rows.length > 0
      ? [
          caption('（一）正文中的数字'),
          listTable(['编号', '文中数字', '指标与口径', '分子', '分母', '统计期与状态'], [14, 28, 42, 20, 20, 32], rows),
        ]
      : []),
    ...(appendix.columns.length > 0
      ? [
          caption('（二）表格中的数字'),
          listTable(
            ['表号', '栏目', '指标与口径', '单位', '数字个数', '统计期与状态'],
            [11, 31, 45, 20, 16, 33],
            columns,
          ),
        ]
      : []),
    caption('数据摘要'),
    new Paragraph({
      style: 'Digest',
      children: [new Bookmark({ id: 'digest', children: [new TextRun(`SM3：${digestGroups(appendix.digest)}`)] })],
    }),
    note(
      '核验方法：将本文件交康衡系统核验，系统逐一比对正文、表格、清单与摘要。也可自行核验：取本文件自定义属性 kangheng.head 及其后各数字属性的值，按 kangheng.order 所列次序以换行相连（UTF-8，末尾不换行），其 SM3 值应与上列摘要一致；每行单独计算所得前八位即编号下方的校验码。',
    ),
  ]
}
