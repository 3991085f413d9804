import { chineseDate } from './appendix.ts'
import { tablesOf } from './figures.ts'
import { flatten } from '@kangheng/kernel/wording/flatten.ts'
import { headingNumbers, sectionHeadings } from './headings.ts'
import { pageMarks } from './marks.ts'
import type { Block, ReportDocument, TableBlock } from '@kangheng/kernel/wording/model.ts'
import { printCell } from '@kangheng/kernel/wording/print.ts'
import { columnHead, tableFacts, tableNotes } from './table.ts'

function tableText(table: TableBlock, number: number): string[] {
  const head = table.columns.map((column) => `${column.group ? `${column.group}·` : ''}${columnHead(column)}`)
  const rows = table.rows.map((row) =>
    row.cells.map((cell) => (cell.kind === 'text' ? cell.text : printCell(cell.figure))),
  )
  const facts = tableFacts(table).map(({ label, value }) => `${label.zh}：${value.zh}`)
  const lines = [head, ...rows].map((cells) => cells.join('\t'))
  return [`表${number}　${table.title}`, facts.join('　'), ...lines, ...tableNotes(table).map((note) => `注：${note}`)]
}

/**
 * The document as plain text, one paragraph a line and table cells between tabs: what the figure check reads, and what
 * goes where no formatting can.
 */
export function renderText(document: ReportDocument): string {
  const tables = tablesOf(document)
  const blocks = (list: readonly Block[]): string[] => {
    const numbers = headingNumbers(list)
    return list.flatMap((block) => {
      if (block.kind === 'heading') return [`${numbers.get(block)}${block.text}`]
      if (block.kind === 'table') return tableText(block, tables.indexOf(block) + 1)
      return [
        flatten(block.parts)
          .map((part) => part.text)
          .join(''),
      ]
    })
  }
  const headings = sectionHeadings(document)
  const lines = [
    ...pageMarks(document).map((mark) => mark.zh),
    ...(document.documentNumber ? [document.documentNumber] : []),
    document.title.replaceAll('\n', ''),
    ...(document.addressees ? [`${document.addressees}：`] : []),
    ...blocks(document.opening),
    ...document.sections.flatMap((section, index) => [headings[index]!, ...blocks(section.blocks)]),
    document.organisation,
    ...(document.issuedOn ? [chineseDate(document.issuedOn)] : []),
    ...(document.attachments ?? []).flatMap(({ title, blocks: list }) => [title, ...blocks(list)]),
  ]
  return `${lines.join('\n')}\n`
}
