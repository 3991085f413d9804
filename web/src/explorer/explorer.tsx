import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { blobOf, download, get, handOver } from '../api/client.ts'
import type { Figure } from '../api/figure-types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { momentText } from '../parts/moment.tsx'
import { notice } from '../parts/notice.tsx'
import { PageHead, Panel } from '../parts/page.tsx'
import { periodTitle } from '../parts/period.ts'
import { Failure, Loading, Nothing, Ready } from '../parts/states.tsx'
import { useRight } from '../session/session.ts'
import { useHouse } from '../shell/house.ts'
import { Notes } from '../figures/notes.tsx'
import { useNumberedNotes } from './notes.ts'
import { useChoice, type Choice, type ChartKind } from './choice.ts'
import { Choosers } from './choosers.tsx'
import { Pictures } from './pictures.tsx'
import { cellKey, Pivot, type FigureTable } from './pivot.tsx'
import { words } from './words.ts'
import './explorer.css'

const Views = lazy(() => import('./views.tsx'))
const limit = 5000

const dataOf = (choice: Choice) => ({
  indicators: choice.indicators.map((indicator) => indicator.id),
  places: choice.places.map((place) => place.code),
  periods: [...choice.periods],
})

function useFigures(choice: Choice, enabled: boolean) {
  const { indicators, places, periods } = dataOf(choice)
  return useQuery({
    queryKey: ['figures', indicators, places, periods],
    queryFn: async ({ signal }) =>
      (
        await get<{ figures: Figure[] }>(
          '/api/figures',
          { indicators: indicators.join(','), places: places.join(','), periods: periods.join(','), compare: 1 },
          signal,
        )
      ).figures,
    enabled: enabled && indicators.length > 0 && places.length > 0,
    placeholderData: keepPreviousData,
  })
}

/** What the table says about itself, so that a copy of it can be trusted. */
function useTableNote(choice: Choice, figures: readonly Figure[] | undefined): string {
  const t = useWords(words)
  const say = useText()
  const house = useHouse()
  const first = choice.periods[0]
  const last = choice.periods.at(-1)
  const computed = figures
    ?.map((figure) => figure.computedAt ?? '')
    .sort()
    .at(-1)
  return [
    first &&
      last &&
      (first === last ? say(periodTitle(first)) : `${say(periodTitle(first))}—${say(periodTitle(last))}`),
    [...new Set(choice.indicators.map((indicator) => say(indicator.basis)))].join('、'),
    figures && (figures.some((figure) => figure.status === 'provisional') ? t.someProvisional : t.allClosed),
    momentText(computed),
    house.demo && t.synthetic,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Indicators × places × periods, as a table or a picture. */
export default function Explorer() {
  const t = useWords(words)
  const say = useText()
  const { choice, waiting, setFilters } = useChoice()
  const mayExport = useRight('export')
  const [compare, setCompare] = useState(false)
  const [views, setViews] = useState(false)
  const picture = useRef<() => string>(undefined)
  const cells = choice.indicators.length * choice.places.length * choice.periods.length
  const query = useFigures(choice, !waiting && cells <= limit)
  const note = useTableNote(choice, query.data)
  const { notes, noteOf } = useNumberedNotes(dataOf(choice), !waiting && cells <= limit)
  const figures: FigureTable = useMemo(
    () => new Map(query.data?.map((figure) => [cellKey(figure.indicator, figure.place, figure.period), figure])),
    [query.data],
  )
  const names = useMemo(
    () =>
      new Map([
        ...(query.data ?? []).map((figure) => [figure.place, figure.placeName] as const),
        ...choice.places.filter((place) => place.name).map((place) => [place.code, place.name] as const),
      ]),
    [query.data, choice.places],
  )
  const title = choice.indicators.map((indicator) => say(indicator.title)).join('、') || t.title
  const save = useMutation({
    mutationFn: () =>
      download('/api/figures/export', {
        method: 'POST',
        body: { ...dataOf(choice), format: 'xlsx' },
        name: `${title}.xlsx`,
      }),
  })
  const savePicture = () => {
    if (picture.current) handOver(blobOf(picture.current()), `${title}.png`)
  }
  return (
    <>
      <PageHead title={t.title} about={t.about}>
        <Button onClick={() => setViews(true)}>{t.views}</Button>
        <Button
          onClick={() => {
            void navigator.clipboard?.writeText(location.href).then(() => notice(t.copied))
          }}
        >
          {t.copyLink}
        </Button>
      </PageHead>
      <Choosers choice={choice} setFilters={setFilters} names={names} />
      <Panel>
        <div className="filters no-print">
          <div className="tabs" role="group" aria-label={t.chart}>
            {(['table', 'line', 'bar', 'map'] as ChartKind[]).map((chart) => (
              <button
                key={chart}
                type="button"
                className="plain-button"
                aria-pressed={choice.chart === chart}
                onClick={() => setFilters({ chart }, true)}
              >
                {t[chart]}
              </button>
            ))}
          </div>
          {choice.chart === 'table' && (
            <label className="tick">
              <input type="checkbox" checked={compare} onChange={(event) => setCompare(event.target.checked)} />
              {t.compare}
            </label>
          )}
          <span className="filters-end">
            {choice.chart !== 'table' && <Button onClick={savePicture}>{t.png}</Button>}
            {mayExport && (
              <Button busy={save.isPending} onClick={() => save.mutate()}>
                {t.excel}
              </Button>
            )}
          </span>
        </div>
        {save.error && <Failure error={save.error} />}
        {choice.indicators.length === 0 ? (
          <Nothing title={t.none} hint={t.noneHint} />
        ) : cells > limit ? (
          <Nothing title={t.tooMany} hint={t.tooManyHint(cells)} />
        ) : waiting ? (
          <Loading />
        ) : (
          <Ready query={query}>
            {() =>
              choice.chart === 'table' ? (
                <Pivot choice={choice} figures={figures} names={names} compare={compare} note={note} noteOf={noteOf} />
              ) : (
                <Pictures
                  choice={choice}
                  figures={figures}
                  names={names}
                  noteOf={noteOf}
                  onPlace={(code) => setFilters({ under: code, places: undefined })}
                  onReady={(png) => {
                    picture.current = png
                  }}
                />
              )
            }
          </Ready>
        )}
        <Notes notes={notes} named />
      </Panel>
      {views && (
        <Suspense>
          <Views choice={choice} setFilters={setFilters} onClose={() => setViews(false)} />
        </Suspense>
      )}
    </>
  )
}
