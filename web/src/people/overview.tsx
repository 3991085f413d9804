import type { PersonFile } from '../api/people-types.ts'
import type { RecordRow, RecordType } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Facts, Panel } from '../parts/page.tsx'
import { columnTitle, measuredText } from '../records/field-value.tsx'
import { useCatalogue } from '../shell/house.ts'
import { Growth } from './growth.tsx'
import { Timelines } from './timeline.tsx'
import { scaleOf, trendPoints } from './trend-points.ts'
import { words } from './words.ts'

const size = { width: 560, height: 150, inset: 14 }

/** A few measured values over time, each with its last value, and their limits as dashed lines. */
function Trend({ type, rows, age }: { type: RecordType; rows: readonly RecordRow[]; age: number }) {
  const t = useWords(words)
  const say = useText()
  const lines = type.trend
    .map(({ field, goals = [] }) => ({
      field,
      limit: goals.findLast((goal) => goal.fromAge <= age)?.below,
      points: trendPoints(rows, field),
    }))
    .filter((line) => line.points.length > 1)
  if (lines.length === 0) return null
  const limits = lines.flatMap((line) => (line.limit === undefined ? [] : [line.limit]))
  const all = lines.flatMap((line) => line.points)
  const { x, y } = scaleOf(all, limits, size)
  const label = lines
    .map(({ field, limit, points }) => {
      const unit = type.fields[field]?.unit
      const last = points.at(-1)!
      const goal = limit === undefined ? '' : `（${t.limit(limit)}）`
      return `${say(columnTitle(field, type))} ${last.value}${unit ? ` ${say(unit)}` : ''} ${last.on}${goal}`
    })
    .join('；')
  return (
    <figure className="trend">
      <figcaption className="small">{label}</figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
        {limits.map((limit) => (
          <line key={limit} className="trend-limit" x1={0} x2={size.width} y1={y(limit)} y2={y(limit)} />
        ))}
        {lines.map(({ field, points }, index) => (
          <g key={field} className={`trend-line trend-line-${index}`}>
            <polyline points={points.map(({ on, value }) => `${x(on).toFixed(1)},${y(value).toFixed(1)}`).join(' ')} />
            {points.map(({ on, value }) => (
              <circle key={on} cx={x(on)} cy={y(value)} r={2.4}>
                <title>{`${on} ${value}`}</title>
              </circle>
            ))}
          </g>
        ))}
      </svg>
    </figure>
  )
}

/** How things stand with the person in each line of business that says so, with the trend of what is measured. */
export function Overview({ file: { person, sections } }: { file: PersonFile }) {
  const t = useWords(words)
  const say = useText()
  const { records } = useCatalogue()
  const known = sections.flatMap(({ record, rows, curves = [] }) => {
    const type = records.get(record)
    const valid = rows.filter((row) => !row['voidedAt'])
    return type && valid.length > 0 ? [{ type, rows: valid, curves }] : []
  })
  const standing = known.filter(({ type }) => type.overview.length > 0)
  const drawn = known.filter(({ type }) => type.trend.length > 0)
  const curved = known.some(({ curves }) => curves.length > 0)
  if (standing.length === 0 && drawn.length === 0 && !curved) return null
  const newest = (rows: readonly RecordRow[]) =>
    rows.reduce((one, other) => (String(other['happenedOn']) > String(one['happenedOn']) ? other : one))
  return (
    <Panel title={t.overview}>
      {standing.map(({ type, rows }) => (
        <section key={type.id} className="overview-line">
          <h3>{say(type.title)}</h3>
          <Facts
            facts={type.overview.map(
              (name) => [say(columnTitle(name, type)), measuredText(newest(rows), name, type, say)] as const,
            )}
          />
        </section>
      ))}
      <Timelines known={known} />
      {drawn.map(({ type, rows }) => (
        <Trend key={type.id} type={type} rows={rows} age={person.age ?? 0} />
      ))}
      {known.map(
        ({ type, rows, curves }) =>
          curves.length > 0 && <Growth key={type.id} type={type} rows={rows} curves={curves} birth={person.birth} />,
      )}
    </Panel>
  )
}
