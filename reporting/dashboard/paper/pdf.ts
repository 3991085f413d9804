import PDFDocument from 'pdfkit'
import type { Mark, Scene } from '@kangheng/drawing/scene.ts'
import { paperPalette } from '@kangheng/drawing/svg.ts'
import type { PaperFont } from './font.ts'
import { PAGE } from './sheet.ts'

/** Points of a pixel: A4 across is 842 by 595 points. */
const POINTS = 841.89 / PAGE.width
/** The font has one weight; what is bold gets an outline of its own colour. */
const STRONGER = 0.035

function draw(document: PDFKit.PDFDocument, mark: Mark): void {
  if (mark.kind === 'text') {
    const { size, text, at, anchor = 'start', bold } = mark
    document.fontSize(size)
    const width = anchor === 'start' ? 0 : document.widthOfString(text) * (anchor === 'end' ? 1 : 0.5)
    document
      .fillColor(paperPalette[mark.ink])
      .strokeColor(paperPalette[mark.ink])
      .lineWidth(size * STRONGER)
    document.text(text, at[0] - width, at[1], {
      lineBreak: false,
      baseline: 'alphabetic',
      fill: true,
      stroke: bold ?? false,
    })
    return
  }
  if (mark.kind === 'circle') document.circle(mark.centre[0], mark.centre[1], mark.radius)
  else {
    const [first, ...rest] = mark.points
    if (!first) return
    document.moveTo(...first)
    for (const point of rest) document.lineTo(...point)
    if (mark.kind === 'shape') document.closePath()
  }
  const fill = mark.kind === 'line' ? undefined : mark.fill
  if (mark.ink) document.lineWidth(mark.width ?? 1).strokeColor(paperPalette[mark.ink])
  if (mark.kind === 'line' && mark.dash?.length) document.dash(mark.dash[0]!, { space: mark.dash[1]! })
  if (mark.kind === 'line' && mark.dash && mark.dash.length > 2) document.dash(mark.dash as never, {})
  if (fill && mark.ink) document.fillAndStroke(paperPalette[fill], paperPalette[mark.ink])
  else if (fill) document.fill(paperPalette[fill])
  else document.stroke()
  document.undash()
}

/** Pages as one PDF: text stays text, lines stay lines. */
export async function printScenes(pages: readonly Scene[], title: string, font: PaperFont): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    autoFirstPage: false,
    info: { Title: title, Producer: 'Kangheng' },
  })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise((resolve, reject) => document.on('end', resolve).on('error', reject))
  document.registerFont('page', font.path, font.face)
  for (const page of pages) {
    document.addPage()
    document.font('page').scale(POINTS)
    for (const mark of page) draw(document, mark)
  }
  document.end()
  await ended
  return new Uint8Array(Buffer.concat(parts))
}
