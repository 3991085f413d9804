import { useState, type ReactNode } from 'react'
import { aboutCell, drawCell } from '@kangheng/drawing/cell.ts'
import { finder, noteNumber, type CellData } from '@kangheng/drawing/cell-data.ts'
import { tableOf } from '@kangheng/drawing/table-picture.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Change } from '../parts/change.tsx'
import { LightBadge } from '../parts/light.tsx'
import { grouped } from '../parts/number.ts'
import { Unit } from '../parts/unit.tsx'
import { FigureValue } from '../parts/value.tsx'
import { word } from '@kangheng/drawing/words.ts'
import { ScenePicture } from './scene-picture.tsx'
import { words } from './words.ts'

function NoteSign({ number }: { number: number | undefined }) {
  return number === undefined ? null : <sup className="note-sign number">{number}</sup>
}

/** One figure, large. */
function NumberView({ cell }: { cell: CellData }) {
  const { language } = useLanguage()
  const say = useText()
  const [indicator] = cell.indicators
  const datum = indicator && finder(cell)(indicator.id, cell.places[0]?.code ?? '', cell.periods.at(-1)?.id ?? '')
  if (!indicator || !datum) return <p className="quiet">{word('nothing', language)}</p>
  return (
    <div className="dashboard-number">
      <p className="dashboard-value">
        <FigureValue
          figure={datum}
          title={say(cell.title)}
          value={datum.value}
          denominator={datum.notApplicable ? '0' : undefined}
          withheld={datum.withheld}
        />
        {datum.value !== null && <span className="dashboard-unit">{say(indicator.unit)}</span>}
        <NoteSign number={noteNumber(cell, datum)} />
      </p>
      <p>
        <span className="quiet">{word('onLastYear', language)}</span>{' '}
        <Change
          change={datum.change?.value ?? null}
          kind={datum.change?.kind ?? null}
          unit={indicator.unit}
          better={indicator.better}
        />
      </p>
      <p className="dashboard-target">
        {datum.target !== null && (
          <span className="quiet">
            {word('target', language)} <span className="number">{grouped(datum.target)}</span>
            {datum.due !== null && datum.due !== datum.target && (
              <>
                {' · '}
                {word('due', language)} <span className="number">{grouped(datum.due)}</span>
              </>
            )}
          </span>
        )}
        {datum.light && <LightBadge light={datum.light} />}
      </p>
    </div>
  )
}

/** The figures of a view as a table. */
function TableView({ cell }: { cell: CellData }) {
  const { language } = useLanguage()
  const say = useText()
  const table = tableOf(cell, language)
  return (
    <div className="dashboard-table" tabIndex={0} role="group" aria-label={say(cell.title)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{table.corner}</th>
            {table.columns.map((column, index) => (
              <th key={index} scope="col" className="align-right">
                {column.title}
                <Unit unit={column.unit} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              <th scope="row">
                {row.title}
                <Unit unit={row.unit} />
              </th>
              {row.data.map((datum, column) => (
                <td key={column} className="align-right">
                  {datum ? (
                    <>
                      <FigureValue
                        figure={datum}
                        title={row.title}
                        value={datum.value}
                        denominator={datum.notApplicable ? '0' : undefined}
                        withheld={datum.withheld}
                      />
                      <NoteSign number={noteNumber(cell, datum)} />
                    </>
                  ) : (
                    '—'
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A view in its frame: what it is, of where and when, and the picture. `tools` stand at its head instead of the reader's own. */
export function DashboardCell({
  cell,
  scale = 1,
  tools,
  projected = false,
}: {
  cell: CellData
  scale?: number
  tools?: ReactNode
  projected?: boolean
}) {
  const t = useWords(words)
  const { language } = useLanguage()
  const say = useText()
  const [turned, setTurned] = useState(false)
  const picture = !['number', 'table'].includes(cell.view) && !turned
  const title = say(cell.title)
  const about = aboutCell(cell, language)
  return (
    <>
      <header className="dashboard-cell-head">
        <div>
          <h2>{title}</h2>
          <p className="quiet small">{about}</p>
        </div>
        {tools}
        {!tools && !projected && !['number', 'table'].includes(cell.view) && (
          <button type="button" className="link-button small no-print" onClick={() => setTurned(!turned)}>
            {turned ? t.asPicture : t.asTable}
          </button>
        )}
      </header>
      <div className="dashboard-cell-body">
        {picture || projected ? (
          <ScenePicture
            label={`${title} ${about}`}
            scale={scale}
            draw={(width, height) => drawCell(cell, width, height, language)}
          />
        ) : cell.view === 'number' ? (
          <NumberView cell={cell} />
        ) : (
          <TableView cell={cell} />
        )}
      </div>
    </>
  )
}

/** The notes of views, each once, under the numbers that stand beside the figures. */
export function NoteList({ cells }: { cells: readonly CellData[] }) {
  const t = useWords(words)
  const notes = new Map(cells.flatMap((cell) => cell.notes).map((note) => [note.id, note]))
  if (notes.size === 0) return null
  return (
    <section className="dashboard-notes" aria-label={t.notes}>
      <h2 className="section-title">{t.notes}</h2>
      <ol>
        {[...notes.values()]
          .sort((one, other) => one.number - other.number)
          .map((note) => (
            <li key={note.id}>
              <span className="note-sign number">{note.number}</span>
              <span>
                <strong>{note.placeName}</strong> {note.text}{' '}
                <span className="quiet small">
                  {note.author} <span className="number">{note.on}</span>
                </span>
              </span>
            </li>
          ))}
      </ol>
    </section>
  )
}
