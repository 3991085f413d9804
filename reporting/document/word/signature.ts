import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type ITableFloatOptions,
} from 'docx'
import { chineseDate } from '../appendix.ts'
import type { ReportDocument } from '@kangheng/kernel/wording/model.ts'
import { blank } from './letterhead.ts'
import { CHARACTER, PAGE, SIZE } from './measures.ts'

/** Set width in twips: digits take half a character. */
function setWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2e80 ? CHARACTER / 2 : CHARACTER), 0)
}

/** Sender and date (§7.3.5): the date four characters from the right edge, the sender centred above it. */
export function signature(document: ReportDocument): Paragraph[] {
  const right = (text: string, indent: number, keepNext: boolean) =>
    new Paragraph({
      style: 'OfficialLine',
      alignment: AlignmentType.RIGHT,
      indent: { right: Math.max(0, Math.round(indent)) },
      keepNext,
      children: [new TextRun(text)],
    })
  const lines = blank(2, true)
  const sender = setWidth(document.organisation)
  if (!document.issuedOn) return [...lines, right(document.organisation, 4 * CHARACTER, false)]
  const date = chineseDate(document.issuedOn)
  const centre = Math.max(4 * CHARACTER + setWidth(date) / 2, sender / 2)
  return [
    ...lines,
    right(document.organisation, centre - sender / 2, true),
    right(date, centre - setWidth(date) / 2, false),
  ]
}

const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000' })
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** At the foot of the type area. Measured from the page's edge, because some writers float nothing that fills the measure. */
const AT_FOOT: ITableFloatOptions = {
  horizontalAnchor: TableAnchorType.PAGE,
  absoluteHorizontalPosition: PAGE.left,
  verticalAnchor: TableAnchorType.MARGIN,
  relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
}

/** The ruled block at the foot of the last page (§7.4): copies, and who printed it when. Nothing before it is issued. */
export function colophon(document: ReportDocument): Table[] {
  if (!document.copies?.length || !document.issuedOn) return []
  const em = SIZE.four * 10
  const width = { size: PAGE.measure, type: WidthType.DXA }
  const row = (text: string, top: number, bottom: number) => {
    const paragraph = new Paragraph({
      indent: { left: 4 * em, right: em, hanging: 3 * em },
      tabStops: [{ type: TabStopType.RIGHT, position: PAGE.measure - em }],
      children: [new TextRun({ text, size: SIZE.four })],
    })
    const borders = { top: rule(top), bottom: rule(bottom), left: NONE, right: NONE }
    return new TableRow({ cantSplit: true, children: [new TableCell({ width, borders, children: [paragraph] })] })
  }
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width,
      columnWidths: [PAGE.measure],
      margins: { left: 0, right: 0, top: 0, bottom: 0 },
      float: AT_FOOT,
      rows: [
        row(`抄送：${document.copies.join('，')}。`, 8, 6),
        row(`${document.organisation}\t${chineseDate(document.issuedOn)}印发`, 6, 8),
      ],
    }),
  ]
}
