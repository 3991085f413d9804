import type { ReactNode } from 'react'
import { common } from '../language/common.ts'
import { useLanguage } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { bracketed, Unit } from './unit.tsx'
import './table.css'

/** A column: numbers stand right, their unit stands in the head. */
export interface Column<Row> {
  readonly key: string
  readonly title: ReactNode
  readonly unit?: string | undefined
  readonly align?: 'left' | 'right' | 'center'
  /** The column that names the row: a row head, and the title of the card on the phone. */
  readonly head?: boolean
  readonly narrow?: boolean
  readonly render: (row: Row, index: number) => ReactNode
}

interface Options<Row> {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** What the table is; read out first, shown above unless `quietCaption`. */
  readonly caption: ReactNode
  /** Place, period, basis, status, as of: so that a copy of the table can be trusted. */
  readonly note?: ReactNode
  readonly quietCaption?: boolean
  /** On the phone every row becomes a card; otherwise the table scrolls sideways within itself. */
  readonly cards?: boolean
  readonly empty?: ReactNode
  readonly rowClass?: (row: Row) => string | undefined
}

/** The house's table: three rules, sticky head, tabular numbers. */
export function DataTable<Row>({
  columns,
  rows,
  rowKey,
  caption,
  note,
  quietCaption = false,
  cards = true,
  empty,
  rowClass,
}: Options<Row>) {
  const t = useWords(common)
  const { language } = useLanguage()
  return (
    <div
      className={`data-table ${cards ? 'data-table-cards' : ''}`}
      tabIndex={cards ? -1 : 0}
      role="group"
      aria-label={typeof caption === 'string' ? caption : undefined}
    >
      <table>
        <caption className={quietCaption ? 'unseen' : undefined}>
          <span className="data-table-title">{caption}</span>
          {note && <span className="data-table-note">{note}</span>}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={`align-${column.align ?? 'left'}`}>
                {column.title || <span className="unseen">{t.ways}</span>}
                <Unit unit={column.unit} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && (
            <tr>
              <td className="data-table-empty" colSpan={columns.length}>
                {empty ?? t.nothingHere}
              </td>
            </tr>
          )}
          {rows.map((row, index) => (
            <tr key={rowKey(row)} className={rowClass?.(row)}>
              {columns.map((column) => {
                const Cell = column.head ? 'th' : 'td'
                return (
                  <Cell
                    key={column.key}
                    {...(column.head ? { scope: 'row' } : {})}
                    className={`align-${column.align ?? 'left'} ${column.narrow ? 'narrow' : ''} ${column.head ? 'cell-head' : ''}`}
                    data-label={
                      typeof column.title === 'string'
                        ? `${column.title}${column.unit ? bracketed(column.unit, language) : ''}`
                        : undefined
                    }
                  >
                    {column.render(row, index)}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
