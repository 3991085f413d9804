import { drawable } from './number.ts'

interface Point {
  period: string
  value: string | null
}

const width = 120
const height = 34
const inset = 3

/** Points of a line; a missing month breaks it. */
function segments(points: readonly Point[], low: number, high: number, count: number): string {
  const span = high - low || 1
  let pen = 'M'
  return points
    .map((point, index) => {
      const value = drawable(point.value)
      if (value === null) {
        pen = 'M'
        return ''
      }
      const x = inset + (index * (width - 2 * inset)) / Math.max(count - 1, 1)
      const y = height - inset - ((value - low) * (height - 2 * inset)) / span
      const step = `${pen}${x.toFixed(1)} ${y.toFixed(1)}`
      pen = 'L'
      return step
    })
    .join('')
}

/** A year at a glance: this year in the accent with its last point marked, last year in grey. */
export function Sparkline({
  points,
  before = [],
  label,
}: {
  points: readonly Point[]
  before?: readonly Point[]
  label: string
}) {
  const values = [...points, ...before].map((point) => drawable(point.value)).filter((value) => value !== null)
  if (values.length < 2) return <svg className="sparkline" viewBox={`0 0 ${width} ${height}`} aria-hidden />
  const low = Math.min(...values)
  const high = Math.max(...values)
  const count = Math.max(points.length, before.length)
  const lastIndex = points.findLastIndex((point) => point.value !== null)
  const last = lastIndex < 0 ? null : drawable(points[lastIndex]!.value)
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path d={segments(before, low, high, count)} className="sparkline-before" />
      <path d={segments(points, low, high, count)} className="sparkline-now" />
      {last !== null && (
        <circle
          className="sparkline-last"
          r="2.6"
          cx={inset + (lastIndex * (width - 2 * inset)) / Math.max(count - 1, 1)}
          cy={height - inset - ((last - low) * (height - 2 * inset)) / (high - low || 1)}
        />
      )}
    </svg>
  )
}
