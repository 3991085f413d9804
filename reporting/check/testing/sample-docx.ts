import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'

/**
 * A Word file for tests: every line a paragraph, numbered lines as headings, some stretches bold, red or underlined, so that
 * numbers stand in runs of different formatting, some of them broken in the middle.
 */
export async function sampleDocx(text: string, tables: readonly (readonly string[])[][] = []): Promise<Uint8Array> {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const paragraphs = lines.map((line, index) => {
    const heading = /^\s*(?:第.篇|[一二三四五六七八九十]+、)/.test(line) && line.length < 40
    return new Paragraph({
      ...(heading ? { heading: HeadingLevel.HEADING_1 } : {}),
      ...(index === 0 ? { alignment: AlignmentType.CENTER } : {}),
      children: runsOf(line, index),
    })
  })
  const grids = tables.map(
    (rows) =>
      new Table({
        rows: rows.map(
          (cells) =>
            new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
        ),
      }),
  )
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [...paragraphs, ...grids] }] })))
}

function runsOf(line: string, index: number): TextRun[] {
  const cuts = [0, ...[...line.matchAll(/\d{2,}/g)].map((match) => match.index + 1), line.length]
  return cuts.slice(0, -1).map((from, at) => {
    const text = line.slice(from, cuts[at + 1])
    const style = (index + at) % 4
    return new TextRun({
      text,
      bold: style === 1,
      ...(style === 2 ? { color: 'C00000' } : {}),
      ...(style === 3 ? { underline: {} } : {}),
    })
  })
}
