import type { KeyboardEvent } from 'react'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { grouped } from '../parts/number.ts'
import type { Part, Return } from './types.ts'
import { words } from './words.ts'

/** The inputs of a form lie in one column after another; Enter and arrows move as in a spreadsheet. */
function move(event: KeyboardEvent<HTMLInputElement>) {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const form = event.currentTarget.closest('.return-form')
  const column = event.currentTarget.dataset['column']
  const inputs = [...(form?.querySelectorAll<HTMLInputElement>(`input[data-column="${column}"]`) ?? [])]
  const next = inputs[inputs.indexOf(event.currentTarget) + step]
  next?.focus()
  next?.select()
}

/** Draft values by cell; a cell that was not touched has no entry. */
export type Draft = Readonly<Record<string, string>>

interface Grid {
  readonly part: Part
  readonly data: Return
  readonly draft: Draft
  readonly writes: boolean
  readonly marked: ReadonlyMap<string, 'error' | 'warning'>
  readonly onType: (cell: string, value: string) => void
}

/** One part of a return: rows as they are printed, what is entered in inputs, last period and last year beside it, where each number comes from. */
export function PartGrid({ part, data, draft, writes, marked, onType }: Grid) {
  const t = useWords(words)
  const say = useText()
  const single = part.columns.length === 1
  const sourceOf = (cell: NonNullable<Part['rows'][number]['cells'][number]>) => {
    if (cell.source.kind === 'entered') return t.entered
    if (cell.source.kind === 'computed') return t.computed
    const day = data.fromFigures[cell.code]
    return day ? t.figureBy(day) : t.noFigure
  }
  return (
    <table className={`return-part ${single ? 'return-part-single' : ''}`}>
      <caption>{say(part.title)}</caption>
      <thead>
        <tr>
          <th scope="col">{t.item}</th>
          <th scope="col">{t.measure}</th>
          {part.columns.map((column, index) => (
            <th key={index} scope="col" className="align-right">
              {say(column.title)}
            </th>
          ))}
          {single && (
            <>
              <th scope="col" className="align-right">
                {t.previous}
              </th>
              <th scope="col" className="align-right">
                {data.lastYearIsBaseline ? t.baseline : t.lastYear}
              </th>
              <th scope="col" className="return-source">
                {t.source}
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {part.rows.map((row, at) => (
          <tr key={at}>
            <th scope="row" style={{ paddingLeft: `${0.5 + row.level * 1.1}em` }}>
              {say(row.title)}
            </th>
            <td className="quiet">{say(row.unit)}</td>
            {row.cells.map((cell, index) => {
              if (!cell) return <td key={index} />
              const { code } = cell
              const takes =
                writes &&
                (cell.source.kind === 'entered' ||
                  (cell.source.kind === 'figure' && data.fromFigures[code] === undefined))
              const value = draft[code] ?? data.values[code]
              const mark = marked.get(code)
              return (
                <td key={index} className={`return-cell ${mark ? `return-${mark}` : ''}`}>
                  {takes ? (
                    <input
                      id={`cell-${code}`}
                      data-column={`${part.columns.length}-${index}`}
                      inputMode="decimal"
                      autoComplete="off"
                      aria-label={say(row.title)}
                      aria-invalid={mark === 'error'}
                      value={draft[code] ?? (data.values[code] === undefined ? '' : data.values[code])}
                      onChange={(event) => onType(code, event.target.value.replace(/[,\s，]/g, ''))}
                      onKeyDown={move}
                      onFocus={(event) => event.target.select()}
                    />
                  ) : (
                    <span
                      id={`cell-${code}`}
                      tabIndex={-1}
                      className={cell.source.kind === 'entered' ? '' : 'return-given'}
                    >
                      {value === undefined ? '—' : grouped(value)}
                    </span>
                  )}
                </td>
              )
            })}
            {single && row.cells[0] && (
              <>
                <td className="return-before">
                  {data.previous[row.cells[0].code] === undefined ? '—' : grouped(data.previous[row.cells[0].code]!)}
                </td>
                <td className="return-before" title={data.baselines[row.cells[0].code]?.source}>
                  {data.lastYear[row.cells[0].code] === undefined ? '—' : grouped(data.lastYear[row.cells[0].code]!)}
                </td>
                <td className="return-source quiet">{sourceOf(row.cells[0])}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
