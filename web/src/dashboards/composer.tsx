import { lazy, Suspense, useEffect, useState } from 'react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { CellData } from '@kangheng/drawing/cell-data.ts'
import { post } from '../api/client.ts'
import { newRequestId } from '../api/request-id.ts'
import { useText } from '../language/language.tsx'
import { common } from '../language/common.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { useCatalogue } from '../shell/house.ts'
import { act } from './act.ts'
import { CellTools, ResizeCorner } from './cell-tools.tsx'
import { moveCell, newCell, resizeCell } from './choices.ts'
import { DashboardCell } from './dashboard-cell.tsx'
import { DashboardGrid } from './dashboard-grid.tsx'
import type { Cell, OpenDashboard } from './types.ts'
import { useDashboard, useDashboards } from './use-dashboards.ts'
import { words } from './words.ts'
import '../forms/forms.css'
import './composer.css'

const CellForm = lazy(() => import('./cell-form.tsx'))
const SavedViews = lazy(() => import('./saved-views.tsx'))

/** What is composed: title, roles, views. */
interface Draft {
  titleZh: string
  titleEn: string
  sharedWith: string[]
  cells: Cell[]
}

const draftOf = (board: OpenDashboard | undefined): Draft =>
  board
    ? {
        titleZh: board.dashboard.title.zh,
        titleEn: board.dashboard.title.en === board.dashboard.title.zh ? '' : board.dashboard.title.en,
        sharedWith: board.dashboard.sharedWith,
        cells: board.dashboard.definition,
      }
    : { titleZh: '', titleEn: '', sharedWith: [], cells: [] }

/** The figures of the views as they are composed: read again when what is shown changes, not when a view is moved. */
function useFiguresOf(cells: readonly Cell[]): ReadonlyMap<string, CellData> {
  const shown = cells
    .filter((cell) => cell.indicators.length > 0)
    .map((cell) => ({ ...cell, width: 1, height: 1 }))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
  const query = useQuery({
    queryKey: ['dashboard-preview', JSON.stringify(shown)],
    queryFn: () => post<{ cells: CellData[] }>('/api/dashboards/preview', { cells: shown }),
    enabled: shown.length > 0,
    placeholderData: keepPreviousData,
  })
  return new Map(query.data?.cells.map((cell) => [cell.id, cell]))
}

function Form({ board }: { board: OpenDashboard | undefined }) {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const navigate = useNavigate()
  const { indicators } = useCatalogue()
  const roles = useDashboards().data?.roles ?? []
  const [draft, setDraft] = useState(() => draftOf(board))
  const [requestId, setRequestId] = useState(newRequestId)
  const [editing, setEditing] = useState<Cell>()
  const [choosing, setChoosing] = useState(false)
  const [dragged, setDragged] = useState<string>()
  const [touched, setTouched] = useState(false)
  const figures = useFiguresOf(draft.cells)
  const set = (change: Partial<Draft>) => {
    setTouched(true)
    setRequestId(newRequestId())
    setDraft((before) => ({ ...before, ...change }))
  }
  useEffect(() => {
    if (!touched) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [touched])
  const save = useMutation({
    mutationFn: () => {
      const input = { ...draft, titleZh: draft.titleZh.trim(), titleEn: draft.titleEn.trim() || undefined }
      return board
        ? act('dashboard.revise', input, { id: board.dashboard.id, version: board.dashboard.version }, requestId)
        : act('dashboard.compose', input, undefined, requestId)
    },
    onSuccess: (answer) => {
      setTouched(false)
      notice(c.saved)
      void navigate({ to: '/dashboards/$id', params: { id: board?.dashboard.id ?? answer.id! } })
    },
  })
  const titleOf = (cell: Cell) =>
    say(cell.title) || cell.indicators.map((id) => say(indicators.get(id)?.title)).join('、') || t[cell.view]
  /** Where the keyboard was it stays, also after the view has moved. */
  const again = (id: string) => requestAnimationFrame(() => document.getElementById(`handle-${id}`)?.focus())
  const changesOf = (cell: Cell) => ({
    move: (by: number) => {
      set({ cells: moveCell(draft.cells, cell.id, by) })
      again(cell.id)
    },
    resize: (columns: number, rows: number) => set({ cells: resizeCell(draft.cells, cell.id, columns, rows) }),
    edit: () => setEditing(cell),
    remove: () => set({ cells: draft.cells.filter((each) => each.id !== cell.id) }),
  })
  const shown = draft.cells.map((cell): CellData => {
    const known = figures.get(cell.id)
    const { width, height, view, id } = cell
    const empty = { indicators: [], places: [], periods: [], data: [], notes: [] }
    const title = cell.title?.zh ? cell.title : { zh: titleOf(cell), en: titleOf(cell) }
    return { ...empty, ...known, id, view, width, height, title }
  })
  return (
    <>
      {save.error && <Failure error={save.error} />}
      <form
        className="composer-head"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <label>
          <span className="form-label">{t.name}</span>
          <input
            className="field"
            required
            maxLength={60}
            value={draft.titleZh}
            onChange={(event) => set({ titleZh: event.target.value })}
          />
        </label>
        <label>
          <span className="form-label">{t.nameEnglish}</span>
          <input
            className="field"
            maxLength={120}
            value={draft.titleEn}
            onChange={(event) => set({ titleEn: event.target.value })}
          />
        </label>
        <fieldset className="composer-roles">
          <legend className="form-label">{t.sharedWith}</legend>
          {roles.map((role) => (
            <label key={role.id} className="tick">
              <input
                type="checkbox"
                checked={draft.sharedWith.includes(role.id)}
                onChange={(event) =>
                  set({
                    sharedWith: event.target.checked
                      ? [...draft.sharedWith, role.id]
                      : draft.sharedWith.filter((id) => id !== role.id),
                  })
                }
              />
              {say(role.title)}
            </label>
          ))}
        </fieldset>
        <div className="form-actions">
          <Button type="submit" look="main" busy={save.isPending} disabled={draft.cells.length === 0}>
            {c.save}
          </Button>
          <Button
            onClick={() =>
              void navigate(
                board ? { to: '/dashboards/$id', params: { id: board.dashboard.id } } : { to: '/dashboards' },
              )
            }
          >
            {t.cancel}
          </Button>
          {touched && <span className="quiet small">{t.unsaved}</span>}
        </div>
      </form>
      <div className="filters">
        <Button onClick={() => setEditing(newCell('number', [], draft.cells))}>{t.addView}</Button>
        <Button onClick={() => setChoosing(true)}>{t.addSaved}</Button>
      </div>
      <p className="quiet small composer-hint">{t.composeHint}</p>
      <DashboardGrid
        cells={shown}
        render={(data, index) => {
          const cell = draft.cells[index]!
          return (
            <div
              className={`composer-cell ${dragged === cell.id ? 'composer-dragged' : ''}`}
              draggable
              onDragStart={(event) => {
                setDragged(cell.id)
                event.dataTransfer.effectAllowed = 'move'
                event.dataTransfer.setData('text/plain', cell.id)
              }}
              onDragEnd={() => setDragged(undefined)}
              onDragOver={(event) => dragged && event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault()
                if (!dragged) return
                const from = draft.cells.findIndex((each) => each.id === dragged)
                set({ cells: moveCell(draft.cells, dragged, index - from) })
              }}
            >
              <CellTools
                cell={cell}
                title={titleOf(cell)}
                at={index + 1}
                of={draft.cells.length}
                changes={changesOf(cell)}
              />
              <DashboardCell cell={data} tools={<></>} />
              <ResizeCorner onResize={changesOf(cell).resize} />
            </div>
          )
        }}
      />
      {editing && (
        <Suspense>
          <CellForm
            cell={editing}
            onClose={() => setEditing(undefined)}
            onDone={(cell) => {
              const known = draft.cells.some((each) => each.id === cell.id)
              set({
                cells: known ? draft.cells.map((each) => (each.id === cell.id ? cell : each)) : [...draft.cells, cell],
              })
              setEditing(undefined)
            }}
          />
        </Suspense>
      )}
      {choosing && (
        <Suspense>
          <SavedViews
            cells={draft.cells}
            onClose={() => setChoosing(false)}
            onDone={(cells) => {
              set({ cells: [...draft.cells, ...cells] })
              setChoosing(false)
            }}
          />
        </Suspense>
      )}
    </>
  )
}

/** Composes a dashboard, or changes one. */
export default function Composer() {
  const t = useWords(words)
  const { id } = useParams({ strict: false }) as { id?: string }
  const query = useDashboard(id)
  return (
    <>
      <PageHead title={t.composing} />
      {id ? (
        <Ready query={query}>{(board) => <Form key={board.dashboard.version} board={board} />}</Ready>
      ) : (
        <Form board={undefined} />
      )}
    </>
  )
}
