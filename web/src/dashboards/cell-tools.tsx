import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useWords } from '../language/words.ts'
import { Icon } from '../parts/icon.tsx'
import type { Cell } from './types.ts'
import { words } from './words.ts'

/** What can be done with a view while a page is composed. */
export interface CellChanges {
  move(by: number): void
  resize(columns: number, rows: number): void
  edit(): void
  remove(): void
}

const STEPS: Readonly<Record<string, readonly [columns: number, rows: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The handle of a view: dragged by mouse, moved and resized by keyboard; and buttons for the finger. */
export function CellTools({
  cell,
  title,
  at,
  of,
  changes,
}: {
  cell: Cell
  title: string
  at: number
  of: number
  changes: CellChanges
}) {
  const t = useWords(words)
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step) {
      if (event.shiftKey) changes.resize(...step)
      else changes.move(step[0] + step[1])
    } else if (event.key === 'Enter') changes.edit()
    else if (event.key === 'Delete') changes.remove()
    else return
    event.preventDefault()
  }
  const button = (label: string, sign: string, onClick: () => void, disabled = false) => (
    <button
      type="button"
      className="cell-tool"
      title={label}
      aria-label={`${title} ${label}`}
      disabled={disabled}
      onClick={onClick}
    >
      {sign}
    </button>
  )
  return (
    <div className="cell-tools">
      <button
        type="button"
        className="cell-handle"
        id={`handle-${cell.id}`}
        aria-label={t.handle(title, at, of, cell.width, cell.height)}
        onKeyDown={press}
        onClick={() => changes.edit()}
      >
        <Icon name="list" />
      </button>
      {button(t.earlier, '←', () => changes.move(-1), at === 1)}
      {button(t.later, '→', () => changes.move(1), at === of)}
      {button(t.narrower, '−', () => changes.resize(-1, 0), cell.width === 1)}
      {button(t.wider, '+', () => changes.resize(1, 0), cell.width === 4)}
      {button(t.lower, '↥', () => changes.resize(0, -1), cell.height === 1)}
      {button(t.higher, '↧', () => changes.resize(0, 1), cell.height === 3)}
      {button(t.edit, '✎', () => changes.edit())}
      {button(t.remove, '✕', () => changes.remove())}
    </div>
  )
}

/** The corner by which a view is drawn larger or smaller, a column or row at a time. */
export function ResizeCorner({ onResize }: { onResize: (columns: number, rows: number) => void }) {
  const t = useWords(words)
  const from = useRef<{ x: number; y: number; width: number; height: number }>(undefined)
  const start = (event: PointerEvent<HTMLSpanElement>) => {
    const cell = event.currentTarget.closest('.dashboard-cell')!
    const grid = cell.parentElement!
    const columns = getComputedStyle(grid).gridTemplateColumns.split(' ')
    from.current = {
      x: event.clientX,
      y: event.clientY,
      width: Number.parseFloat(columns[0]!) + 16,
      height: 184,
    }
    event.currentTarget.setPointerCapture(event.pointerId)
    event.preventDefault()
  }
  const move = (event: PointerEvent<HTMLSpanElement>) => {
    const began = from.current
    if (!began) return
    const columns = Math.round((event.clientX - began.x) / began.width)
    const rows = Math.round((event.clientY - began.y) / began.height)
    if (columns === 0 && rows === 0) return
    onResize(columns, rows)
    from.current = { ...began, x: began.x + columns * began.width, y: began.y + rows * began.height }
  }
  const stop = () => {
    from.current = undefined
  }
  return (
    <span
      className="cell-corner"
      title={t.resize}
      aria-hidden
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={stop}
      onPointerCancel={stop}
    />
  )
}
