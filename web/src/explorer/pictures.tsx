import { lazy, Suspense, useMemo, useState } from 'react'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { periodTitle, shortPeriod } from '../parts/period.ts'
import { Loading, Nothing } from '../parts/states.tsx'
import { Unit } from '../parts/unit.tsx'
import { TileMap } from '../parts/tile-map.tsx'
import { useAppearance } from '../theme/appearance.ts'
import { useHouse } from '../shell/house.ts'
import { readInks } from './chart-inks.ts'
import { barOption, lineOption, multiplesOption, type Heading } from './chart-options.ts'
import type { Choice } from './choice.ts'
import { mapPicture } from './map-picture.ts'
import type { NoteOf } from './notes.ts'
import { cellKey, type FigureTable } from './pivot.tsx'
import { words } from './words.ts'

const Chart = lazy(() => import('./chart.tsx'))

/** The picture of one indicator: trend, order or map. Tells the page how to save it. */
export function Pictures({
  choice,
  figures,
  names,
  noteOf,
  onPlace,
  onReady,
}: {
  choice: Choice
  figures: FigureTable
  names: ReadonlyMap<string, string>
  noteOf: NoteOf
  onPlace: (code: string) => void
  onReady: (png: () => string) => void
}) {
  const t = useWords(words)
  const say = useText()
  const house = useHouse()
  const { theme, type } = useAppearance()
  const [shown, setShown] = useState<string>()
  const [at, setAt] = useState<string>()
  const indicator = choice.indicators.find((each) => each.id === shown) ?? choice.indicators[0]!
  const period = choice.periods.find((each) => each === at) ?? choice.periods.at(-1)!
  const narrow = innerWidth < 720
  const figureAt = (place: string, when: string) => figures.get(cellKey(indicator.id, place, when))
  const nameOf = (code: string) => names.get(code) ?? code
  const below = choice.under ? choice.places.slice(1) : choice.places
  const span =
    choice.chart === 'line'
      ? `${say(periodTitle(choice.periods[0]!))}—${say(periodTitle(choice.periods.at(-1)!))}`
      : say(periodTitle(period))
  const provisional = [...figures.values()].some(
    (figure) => figure.indicator === indicator.id && figure.status === 'provisional',
  )
  const head: Heading = {
    title: `${nameOf(choice.places[0]?.code ?? '')} ${say(indicator.title)}`,
    note: [span, say(indicator.basis), provisional ? t.someProvisional : t.allClosed, house.demo ? t.synthetic : '']
      .filter(Boolean)
      .join(' · '),
    unit: say(indicator.unit),
  }
  const tiles = below.map((place) => ({
    code: place.code,
    name: nameOf(place.code),
    x: place.x ?? null,
    y: place.y ?? null,
    value: figureAt(place.code, period)?.value ?? null,
  }))
  const drawn = useMemo(() => {
    const inks = readInks()
    const seriesOf = (code: string) => ({
      name: nameOf(code),
      values: choice.periods.map((when) => figureAt(code, when)?.value ?? null),
      notes: choice.periods.map((when) => noteOf(indicator.id, code, when)),
    })
    if (choice.chart === 'bar') {
      const bars = below.map((place) => ({
        name: nameOf(place.code),
        value: figureAt(place.code, period)?.value ?? null,
        lastYear: figureAt(place.code, period)?.lastYear ?? null,
        note: noteOf(indicator.id, place.code, period),
      }))
      const target =
        choice.places[0] && indicator.kind === 'ratio'
          ? (figureAt(choice.places[0].code, period)?.target ?? null)
          : null
      return {
        option: barOption(head, bars, target, { lastYear: t.lastYear, thisYear: t.thisYear, target: t.target }, inks),
        height: Math.max(260, 100 + bars.length * 25),
      }
    }
    const axis = choice.periods.map((when) => say(shortPeriod(when)))
    if (choice.places.length <= 6)
      return {
        option: lineOption(
          head,
          axis,
          choice.places.map((place) => seriesOf(place.code)),
          inks,
        ),
        height: 420,
      }
    const columns = narrow ? 2 : 4
    return {
      option: multiplesOption(
        head,
        axis,
        below.map((place) => seriesOf(place.code)),
        choice.under && indicator.kind === 'ratio' ? seriesOf(choice.under) : undefined,
        columns,
        inks,
      ),
      height: 90 + Math.ceil(below.length / columns) * 92,
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the theme is read through the tokens; the rest follows from these
  }, [choice, figures, names, noteOf, indicator, period, theme, type, narrow])
  const anyValue = [...figures.values()].some((figure) => figure.indicator === indicator.id && figure.value !== null)
  return (
    <>
      <div className="filters no-print">
        {choice.indicators.length > 1 && (
          <select
            className="field"
            aria-label={t.chartOf}
            value={indicator.id}
            onChange={(event) => setShown(event.target.value)}
          >
            {choice.indicators.map((each) => (
              <option key={each.id} value={each.id}>
                {say(each.title)}
              </option>
            ))}
          </select>
        )}
        {choice.chart !== 'line' && choice.periods.length > 1 && (
          <select
            className="field"
            aria-label={t.periodOf}
            value={period}
            onChange={(event) => setAt(event.target.value)}
          >
            {choice.periods.map((each) => (
              <option key={each} value={each}>
                {say(periodTitle(each))}
              </option>
            ))}
          </select>
        )}
      </div>
      {!anyValue ? (
        <Nothing title={t.noValues} />
      ) : choice.chart === 'map' ? (
        <MapPicture head={head} onReady={() => onReady(() => mapPicture(tiles, head, readInks()))}>
          <TileMap tiles={tiles} unit={say(indicator.unit)} label={head.title} onChoose={onPlace} />
        </MapPicture>
      ) : (
        <Suspense fallback={<Loading />}>
          <Chart {...drawn} label={`${head.title} ${head.note}`} onReady={onReady} />
        </Suspense>
      )}
    </>
  )
}

function MapPicture({ head, onReady, children }: { head: Heading; onReady: () => void; children: React.ReactNode }) {
  return (
    <figure ref={onReady}>
      <figcaption className="picture-head">
        <strong>
          {head.title}
          <Unit unit={head.unit} />
        </strong>
        <span className="quiet small">{head.note}</span>
      </figcaption>
      {children}
    </figure>
  )
}
