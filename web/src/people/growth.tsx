import { useState } from 'react'
import type { Curves } from '../api/people-types.ts'
import type { RecordRow, RecordType } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { growthPoints, shownPart, ticks, type GrowthPoint } from './growth-scale.ts'
import { trendPoints } from './trend-points.ts'
import { words } from './words.ts'

const size = { width: 560, height: 380 }
/** Room for the values of the axes and the names of the lines. */
const edge = { left: 34, right: 46, top: 10, bottom: 26 }

/** Where an age and a value lie in the picture. */
function scaleOf(end: number, low: number, high: number) {
  const [width, height] = [size.width - edge.left - edge.right, size.height - edge.top - edge.bottom]
  return {
    x: (age: number) => edge.left + (age / end) * width,
    y: (value: number) => edge.top + ((high - value) / (high - low)) * height,
  }
}

function Picture({ curves, points, label }: { curves: Curves; points: readonly GrowthPoint[]; label: string }) {
  const t = useWords(words)
  const { end, keys, values } = shownPart(curves, points)
  const all = [...values.flat(), ...points.map((point) => point.value)]
  const [low, high] = [Math.floor(Math.min(...all)), Math.ceil(Math.max(...all))]
  const { x, y } = scaleOf(end, low, high)
  const path = (line: number) =>
    keys.map((key, at) => `${x(key).toFixed(1)},${y(values[at]![line]!).toFixed(1)}`).join(' ')
  const middle = (curves.lines.length - 1) / 2
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label} className="growth">
      {ticks(0, end, [1, 2, 3, 6, 12]).map((age) => (
        <g key={age} className="growth-tick">
          <line x1={x(age)} x2={x(age)} y1={edge.top} y2={size.height - edge.bottom} />
          <text x={x(age)} y={size.height - 10} textAnchor="middle">
            {age}
          </text>
        </g>
      ))}
      {ticks(low, high, [0.5, 1, 2, 5, 10]).map((value) => (
        <g key={value} className="growth-tick">
          <line x1={edge.left} x2={size.width - edge.right} y1={y(value)} y2={y(value)} />
          <text x={edge.left - 5} y={y(value) + 3.5} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {curves.lines.map((name, line) => (
        <g key={name} className={`growth-line growth-line-${Math.abs(line - middle)}`}>
          <polyline points={path(line)} />
          <text x={x(keys.at(-1)!) + 4} y={y(values.at(-1)![line]!) + 3.5}>
            {name}
          </text>
        </g>
      ))}
      <g className="growth-own">
        <polyline points={points.map(({ age, value }) => `${x(age).toFixed(1)},${y(value).toFixed(1)}`).join(' ')} />
        {points.map(({ age, value, on }) => (
          <circle key={on} cx={x(age)} cy={y(value)} r={3.6}>
            <title>{`${on} ${t.growthPoint(age.toFixed(1), value)}`}</title>
          </circle>
        ))}
      </g>
    </svg>
  )
}

/** A child's measurements on the curves of the standard, one measure at a time. */
export function Growth({
  type,
  rows,
  curves,
  birth,
}: {
  type: RecordType
  rows: readonly RecordRow[]
  curves: readonly Curves[]
  birth: string
}) {
  const t = useWords(words)
  const say = useText()
  const [chosen, choose] = useState(0)
  const measured = curves.filter(({ field }) => trendPoints(rows, field).length > 0)
  const shown = measured[Math.min(chosen, measured.length - 1)]
  if (!shown) return null
  const points = growthPoints(trendPoints(rows, shown.field), birth)
  const unit = type.fields[shown.field]?.unit
  const last = points.at(-1)!
  const title = `${say(shown.title)}${unit ? `（${say(unit)}）` : ''}`
  const label = `${title}：${last.on} ${t.growthPoint(last.age.toFixed(1), last.value)}${unit ? ` ${say(unit)}` : ''}`
  return (
    <figure className="trend">
      <h3>{t.growth}</h3>
      <div className="growth-choice no-print" role="group" aria-label={t.growth}>
        {measured.map((each, index) => (
          <button key={each.field} type="button" aria-pressed={each === shown} onClick={() => choose(index)}>
            {say(each.title)}
          </button>
        ))}
      </div>
      <figcaption className="small">
        {label}。{t.growthOf(shown.standard)}；{say(shown.along.title)}
      </figcaption>
      <Picture curves={shown} points={points} label={label} />
    </figure>
  )
}
