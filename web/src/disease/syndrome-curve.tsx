import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import type { SyndromeDay, SyndromeSeries } from './syndrome-types.ts'
import { syndromeWords } from './syndrome-words.ts'

const size = { width: 460, height: 190 }
const edge = { left: 34, right: 8, top: 18, bottom: 24 }
const DAY = 86_400_000

const dayNumber = (on: string) => Date.parse(`${on}T00:00:00Z`) / DAY
const short = (on: string) => `${Number(on.slice(5, 7))}/${Number(on.slice(8))}`

/** Round steps of an axis: 1, 2, 5 and their tens, no more than five of them. */
function ticksUpTo(highest: number): number[] {
  const rough = highest / 4
  const ten = 10 ** Math.floor(Math.log10(Math.max(1, rough)))
  const step = [1, 2, 5, 10].map((factor) => factor * ten).find((each) => each >= rough)!
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, index) => index * step)
}

/** Runs of days that have a value; a line is broken where nothing was to be expected. */
function runs(days: readonly SyndromeDay[], value: (day: SyndromeDay) => number | null): SyndromeDay[][] {
  const found: SyndromeDay[][] = [[]]
  for (const day of days)
    if (value(day) === null) found.push([])
    else found.at(-1)!.push(day)
  return found.filter((run) => run.length > 1)
}

/** One place's counts by day with expected and upper limit. Bars, dots and dashes differ, so that it reads in black and white as well. */
export function SyndromeCurve({ series, from, until }: { series: SyndromeSeries; from: string; until: string }) {
  const t = useWords(syndromeWords)
  const say = useText()
  const { days, unit, title } = series
  const first = dayNumber(from)
  const span = dayNumber(until) - first + 1
  const step = (size.width - edge.left - edge.right) / span
  const highest = Math.max(4, ...days.flatMap(({ count, upper }) => [count, upper ?? 0]))
  const floor = size.height - edge.bottom
  const x = (on: string) => edge.left + (dayNumber(on) - first + 0.5) * step
  const y = (count: number) => floor - (count / highest) * (floor - edge.top)
  const line = (value: (day: SyndromeDay) => number | null, className: string) =>
    runs(days, value).map((run) => (
      <polyline
        key={`${className}${run[0]!.on}`}
        className={className}
        points={run.map((day) => `${x(day.on).toFixed(1)},${y(value(day)!).toFixed(1)}`).join(' ')}
      />
    ))
  const every = Math.max(1, Math.ceil(span / 7))
  const alarms = days.filter(({ alarm }) => alarm)
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={t.picture(unit, say(title), alarms.length)}
      className="disease-picture"
    >
      {ticksUpTo(highest).map((count) => (
        <g key={count}>
          <line className="disease-grid" x1={edge.left} x2={size.width - edge.right} y1={y(count)} y2={y(count)} />
          <text className="disease-tick" x={edge.left - 5} y={y(count) + 4} textAnchor="end">
            {count}
          </text>
        </g>
      ))}
      {days.map(({ on, count, expected, upper, alarm }) => (
        <rect
          key={on}
          className={alarm ? 'syndrome-bar-above' : 'syndrome-bar'}
          x={x(on) - step * 0.38}
          width={step * 0.76}
          y={y(count)}
          height={floor - y(count)}
        >
          <title>
            {`${on} ${t.counted} ${count}${expected === null ? '' : `，${t.expected} ${expected.toFixed(1)}，${t.upper} ${upper}`}`}
          </title>
        </rect>
      ))}
      {line(({ expected }) => expected, 'syndrome-expected')}
      {line(({ upper }) => upper, 'syndrome-upper')}
      {alarms.map(({ on, count }) => (
        <text key={on} className="syndrome-mark" x={x(on)} y={y(count) - 4} textAnchor="middle">
          ▲
        </text>
      ))}
      <line className="disease-axis" x1={edge.left} x2={size.width - edge.right} y1={floor} y2={floor} />
      {Array.from({ length: span }, (_, index) => index)
        .filter((index) => index % every === 0)
        .map((index) => new Date((first + index) * DAY).toISOString().slice(0, 10))
        .map((on) => (
          <text key={on} className="disease-tick" x={x(on)} y={floor + 16} textAnchor="middle">
            {short(on)}
          </text>
        ))}
    </svg>
  )
}
