import type { Block, HeadingBlock, Inline, TableBlock } from '../api/document-types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { DocumentFigure } from './figure-part.tsx'
import { cellText, headingNumber } from './print.ts'
import { words } from './words.ts'

/** The words of a paragraph, figures as links. */
export function Parts({ parts }: { parts: readonly Inline[] }) {
  return (
    <>
      {parts.map((part, index) => {
        if (part.kind === 'text') return <span key={index}>{part.text}</span>
        if (part.kind === 'figure') return <DocumentFigure key={index} figure={part.figure} text={part.text} />
        return (
          <span key={index}>
            <Parts parts={part.parts} />
          </span>
        )
      })}
    </>
  )
}

/** Groups of neighbouring columns under one head; null where no column has a group. */
function groupsOf(columns: TableBlock['columns']): { title: string | undefined; span: number }[] | null {
  if (!columns.some((column) => column.group)) return null
  const groups: { title: string | undefined; span: number }[] = []
  for (const column of columns) {
    const last = groups.at(-1)
    if (last && column.group !== undefined && last.title === column.group) last.span += 1
    else groups.push({ title: column.group, span: 1 })
  }
  return groups
}

/** A table of a document: says what it is, and every number in it answers. */
export function DocumentTable({ table }: { table: TableBlock }) {
  const t = useWords(words)
  const say = useText()
  const groups = groupsOf(table.columns)
  const missing = (cell: TableBlock['rows'][number]['cells'][number]) =>
    cell.kind === 'figure' && cell.figure.value === null
  return (
    <figure className="document-table">
      <figcaption>
        <span className="document-table-title">{table.title}</span>
        <span className="document-table-note">
          {say(table.place.title)} · {say(table.period.title)} · {say(table.basis)} · {t.asOf} {table.asOf}
        </span>
      </figcaption>
      <div className="document-table-scroll" tabIndex={0} role="group" aria-label={table.title}>
        <table>
          <thead>
            {groups && (
              <tr>
                {groups.map((group, index) =>
                  !group.title ? (
                    <td key={index} colSpan={group.span} />
                  ) : (
                    <th
                      key={index}
                      colSpan={group.span}
                      scope="colgroup"
                      className={group.title ? 'column-group' : undefined}
                    >
                      {group.title}
                    </th>
                  ),
                )}
              </tr>
            )}
            <tr>
              {table.columns.map((column, index) => (
                <th key={index} scope="col" className={column.kind === 'number' ? 'align-right' : undefined}>
                  {column.title}
                  {column.unit && <span className="data-table-unit">（{column.unit}）</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <tr key={index} className={row.kind === 'total' ? 'document-total' : undefined}>
                {row.cells.map((cell, position) => (
                  <td
                    key={position}
                    className={table.columns[position]?.kind === 'number' ? 'align-right number' : undefined}
                  >
                    {cell.kind === 'text' ? (
                      cell.text
                    ) : missing(cell) ? (
                      <DocumentFigure
                        figure={cell.figure}
                        text={cell.figure.absence === 'not-applicable' ? '—' : '…'}
                      />
                    ) : (
                      <DocumentFigure figure={cell.figure} text={cellText(cell.figure) ?? ''} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.notes?.map((note) => (
        <p key={note} className="document-table-note">
          {note}
        </p>
      ))}
    </figure>
  )
}

/** Numbers of the headings of one section; a higher heading starts the lower ones anew. */
export function numbersOf(blocks: readonly Block[]): Map<HeadingBlock, string> {
  const numbers = new Map<HeadingBlock, string>()
  const counts = { 2: 0, 3: 0, 4: 0 }
  for (const block of blocks) {
    if (block.kind !== 'heading') continue
    counts[block.level] += 1
    if (block.level < 4) counts[4] = 0
    if (block.level < 3) counts[3] = 0
    numbers.set(block, headingNumber(block.level, counts[block.level]))
  }
  return numbers
}

/** Headings, paragraphs and tables under one another. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  const numbers = numbersOf(blocks)
  // A draft may skip a level; the outline that is read out must not.
  let above = 2
  const outlineLevel = (level: number) => (above = Math.min(level + 1, above + 1))
  return (
    <>
      {blocks.map((block, index) => {
        if (block.kind === 'table') return <DocumentTable key={index} table={block} />
        if (block.kind === 'paragraph') {
          return (
            <p key={index} className="document-paragraph">
              <Parts parts={block.printed ?? block.parts} />
            </p>
          )
        }
        return (
          <p
            key={index}
            className={`document-heading document-heading-${block.level}`}
            role="heading"
            aria-level={outlineLevel(block.level)}
          >
            {numbers.get(block)}
            {block.text}
          </p>
        )
      })}
    </>
  )
}
