import type { Figure } from '../api/figure-types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Change } from '../parts/change.tsx'
import { changeOf } from '../parts/number.ts'
import { periodTitle, shortPeriod } from '../parts/period.ts'
import { Unit } from '../parts/unit.tsx'
import { FigureValue, Value } from '../parts/value.tsx'
import type { Choice } from './choice.ts'
import type { NoteOf } from './notes.ts'
import { words } from './words.ts'
import '../parts/table.css'

export type FigureTable = ReadonlyMap<string, Figure>

export const cellKey = (indicator: string, place: string, period: string) => `${indicator}|${place}|${period}`

/** One figure with its comparison below it. */
function Cell({
  choice,
  figures,
  indicator,
  place,
  period,
  compare,
  note,
}: {
  choice: Choice
  figures: FigureTable
  note: number | undefined
  indicator: string
  place: string
  period: string
  compare: boolean
}) {
  const say = useText()
  const figure = figures.get(cellKey(indicator, place, period))
  const definition = choice.indicators.find((each) => each.id === indicator)!
  if (!figure) return <Value value={null} />
  const change = compare
    ? changeOf(figure.value, figure.lastYear, definition.kind === 'ratio', definition.decimals)
    : null
  return (
    <>
      <FigureValue
        figure={{ indicator, place, period }}
        title={`${figure.placeName} ${say(periodTitle(period))} ${say(definition.title)}`}
        value={figure.value}
        denominator={definition.kind === 'ratio' ? figure.denominator : undefined}
        withheld={figure.withheld}
        className={figure.status === 'provisional' ? 'pivot-provisional' : ''}
      />
      {note !== undefined && <sup className="note-sign number">{note}</sup>}
      {compare && (
        <span className="pivot-change">
          <Change
            change={change?.change ?? null}
            kind={change?.kind ?? null}
            unit={definition.unit}
            better={definition.better}
          />
        </span>
      )}
    </>
  )
}

/** Places down, indicators and periods across; with one place, indicators down. */
export function Pivot({
  choice,
  figures,
  names,
  compare,
  note,
  noteOf,
}: {
  choice: Choice
  figures: FigureTable
  noteOf: NoteOf
  names: ReadonlyMap<string, string>
  compare: boolean
  note: string
}) {
  const t = useWords(words)
  const say = useText()
  const byPlace = choice.places.length > 1 || choice.indicators.length === 1
  const groups = byPlace
    ? choice.indicators.map((indicator) => ({
        key: indicator.id,
        title: say(indicator.title),
        unit: say(indicator.unit),
      }))
    : [{ key: '', title: '', unit: '' }]
  const rows = byPlace
    ? choice.places.map((place) => ({ key: place.code, title: names.get(place.code) ?? place.name, unit: '' }))
    : choice.indicators.map((indicator) => ({
        key: indicator.id,
        title: say(indicator.title),
        unit: say(indicator.unit),
      }))
  const caption = byPlace
    ? groups.map((group) => group.title).join('、')
    : (names.get(choice.places[0]?.code ?? '') ?? '')
  return (
    <div className="pivot" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <caption>
          <span className="data-table-title">{caption}</span>
          <span className="data-table-note">{note}</span>
        </caption>
        <thead>
          {byPlace && groups.length > 1 && (
            <tr>
              <th scope="col" />
              {groups.map((group) => (
                <th key={group.key} scope="colgroup" colSpan={choice.periods.length} className="pivot-group">
                  {group.title}
                  <Unit unit={group.unit} />
                </th>
              ))}
            </tr>
          )}
          <tr>
            <th scope="col">{byPlace ? t.places : t.indicators}</th>
            {groups.flatMap((group) =>
              choice.periods.map((period, index) => (
                <th
                  key={`${group.key}-${period}`}
                  scope="col"
                  className={`align-right ${index === 0 ? 'pivot-first' : ''}`}
                >
                  {say(shortPeriod(period))}
                  {byPlace && groups.length === 1 && <Unit unit={group.unit} />}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, position) => (
            <tr key={row.key} className={byPlace && choice.under && position === 0 ? 'pivot-total' : undefined}>
              <th scope="row">
                {row.title}
                <Unit unit={row.unit} />
              </th>
              {groups.flatMap((group) =>
                choice.periods.map((period, index) => (
                  <td key={`${group.key}-${period}`} className={`align-right ${index === 0 ? 'pivot-first' : ''}`}>
                    <Cell
                      choice={choice}
                      figures={figures}
                      indicator={byPlace ? group.key : row.key}
                      place={byPlace ? row.key : choice.places[0]!.code}
                      period={period}
                      compare={compare}
                      note={noteOf(byPlace ? group.key : row.key, byPlace ? row.key : choice.places[0]!.code, period)}
                    />
                  </td>
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
