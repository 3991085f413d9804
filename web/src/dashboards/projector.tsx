import { useEffect, useMemo, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { pagesOf } from '@kangheng/drawing/layout.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { useAddress } from '../shell/address.ts'
import { DashboardCell } from './dashboard-cell.tsx'
import { useDashboard, useDashboards } from './use-dashboards.ts'
import { words } from './words.ts'
import './dashboards.css'
import './projector.css'

/** Rows on one screen: what the last row of a meeting room can read. */
const ROWS = 4
const INTERVALS = [10, 20, 30, 60, 120] as const
/** Figures are read again every so many seconds; the session lives from it as from any other reading, and ends at its hour. */
const REFRESH = 60

/** Dashboards on the wall: full screen, large type, one screen after the other. */
export default function Projector() {
  const t = useWords(words)
  const say = useText()
  const navigate = useNavigate()
  const [filters, setFilters] = useAddress<'boards' | 'seconds'>()
  const list = useDashboards()
  const boards = filters.boards?.split(',') ?? list.data?.dashboards.map((board) => board.id) ?? []
  const seconds = Math.max(5, Number(filters.seconds) || 30)
  const [at, setAt] = useState(0)
  const [screen, setScreen] = useState(0)
  const [paused, setPaused] = useState(false)
  const [quiet, setQuiet] = useState(false)
  const board = boards[at % Math.max(1, boards.length)]
  const query = useDashboard(board, undefined, REFRESH)
  const screens = useMemo(() => pagesOf(query.data?.cells ?? [], ROWS), [query.data])
  const shown = screens[Math.min(screen, screens.length - 1)]
  const step = (by: 1 | -1) => {
    const next = screen + by
    if (next >= 0 && next < screens.length) {
      setScreen(next)
      return
    }
    setAt((at + by + boards.length) % Math.max(1, boards.length))
    setScreen(by > 0 ? 0 : 99)
  }
  const leave = () => {
    if (document.fullscreenElement) void document.exitFullscreen()
    void navigate(
      filters.boards && boards.length === 1
        ? { to: '/dashboards/$id', params: { id: boards[0]! } }
        : { to: '/dashboards' },
    )
  }
  const whole = () =>
    void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.())
  useEffect(() => {
    if (paused || !query.data) return undefined
    const timer = setTimeout(() => step(1), seconds * 1000)
    return () => clearTimeout(timer)
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLSelectElement) return
      if (event.key === ' ') setPaused((now) => !now)
      else if (event.key === 'ArrowRight' || event.key === 'PageDown') step(1)
      else if (event.key === 'ArrowLeft' || event.key === 'PageUp') step(-1)
      else if (event.key === 'f' || event.key === 'F') whole()
      else if (event.key === 'Escape') leave()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
  // The bar goes when nobody moves the mouse.
  useEffect(() => {
    let timer = setTimeout(() => setQuiet(true), 6000)
    const wake = () => {
      setQuiet(false)
      clearTimeout(timer)
      timer = setTimeout(() => setQuiet(true), 6000)
    }
    addEventListener('pointermove', wake)
    return () => {
      clearTimeout(timer)
      removeEventListener('pointermove', wake)
    }
  }, [])
  // On a wall of 1440 pixels pictures are drawn a third larger than on a page, on a wider one larger still.
  const scale = Math.max(1, innerWidth / 1080)
  const rows = Math.max(1, ...(shown ?? []).map(({ cell, row }) => row + cell.height))
  const { data } = query
  return (
    <div className={`projector ${quiet && !paused ? 'projector-quiet' : ''}`} role="region" aria-label={t.projecting}>
      <header className="projector-head">
        <h1>{data ? say(data.dashboard.title) : t.projecting}</h1>
        <p>
          {data?.place.name} · <span className="number">{data?.at}</span>
          {query.isRefetchError && <strong className="projector-stale"> · {t.stale}</strong>}
          {paused && <strong> · {t.paused}</strong>}
        </p>
      </header>
      {!board && list.data ? (
        <Nothing title={t.nothingToProject} />
      ) : query.error && !data ? (
        <Failure error={query.error} retry={() => void query.refetch()} />
      ) : !shown ? (
        <Loading />
      ) : (
        <div className="projector-grid" style={{ '--rows': rows } as React.CSSProperties}>
          {shown.map(({ cell, column, row }) => (
            <section
              key={cell.id}
              className={`dashboard-cell dashboard-cell-${cell.view}`}
              style={{
                gridColumn: `${column + 1} / span ${cell.width}`,
                gridRow: `${row + 1} / span ${cell.height}`,
              }}
            >
              <DashboardCell cell={cell} projected scale={scale} />
            </section>
          ))}
        </div>
      )}
      <footer className="projector-bar">
        <Button onClick={() => step(-1)}>{t.previous}</Button>
        <Button onClick={() => setPaused(!paused)} aria-pressed={paused}>
          {paused ? t.go : t.pause}
        </Button>
        <Button onClick={() => step(1)}>{t.next}</Button>
        <label>
          {t.every}{' '}
          <select
            className="field"
            value={seconds}
            onChange={(event) => setFilters({ seconds: event.target.value }, true)}
          >
            {[...new Set([...INTERVALS, seconds])].map((each) => (
              <option key={each} value={each}>
                {t.seconds(each)}
              </option>
            ))}
          </select>
        </label>
        <Button onClick={whole}>{t.fullScreen}</Button>
        <Button onClick={leave}>{t.leave}</Button>
        <span className="quiet small">{t.keys}</span>
      </footer>
    </div>
  )
}
