import type { ReactNode } from 'react'
import { COLUMNS, layOut } from '@kangheng/drawing/layout.ts'
import type { CellData } from '@kangheng/drawing/cell-data.ts'
import { DashboardCell } from './dashboard-cell.tsx'
import { useSize } from './scene-picture.tsx'
import './dashboards.css'

const columnsOf = (width: number) => (width >= 900 ? COLUMNS : width >= 560 ? 2 : 1)

/** Views on a grid: four columns on a desk, two on a tablet, one below the other on a phone. */
export function DashboardGrid({
  cells,
  render,
}: {
  cells: readonly CellData[]
  render?: (cell: CellData, index: number) => ReactNode
}) {
  const [root, size] = useSize()
  const columns = columnsOf(size?.width ?? 1200)
  const placed = layOut(cells, columns)
  return (
    <div ref={root} className={`dashboard-grid dashboard-columns-${columns}`}>
      {placed.map(({ cell, column, row }, index) => (
        <section
          key={cell.id}
          className={`dashboard-cell dashboard-cell-${cell.view}`}
          style={
            columns === 1
              ? ({ '--rows': cell.height } as React.CSSProperties)
              : {
                  gridColumn: `${column + 1} / span ${cell.width}`,
                  gridRow: `${row + 1} / span ${cell.height}`,
                }
          }
        >
          {render ? render(cell, index) : <DashboardCell cell={cell} />}
        </section>
      ))}
    </div>
  )
}
