import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { columnText, columnTitle } from '../records/field-value.tsx'
import { episodesOf, placeOf, rowsOfLabels, type Episode, type Kept, type Mark } from './timeline-marks.ts'
import { words } from './words.ts'

const WIDTH = 560
const INSET = 12
/** Height of the line with its marks, and of each row of labels below it. */
const HEAD = 34
const ROW = 15
/** Share of the line a label takes. */
const LABEL = 0.17

/** The months that begin within an episode. */
function monthsOf({ from, to }: Episode): string[] {
  const months: string[] = []
  for (let month = new Date(`${from.slice(0, 7)}-01T00:00:00Z`); ; month.setUTCMonth(month.getUTCMonth() + 1)) {
    const day = month.toISOString().slice(0, 10)
    if (day > to) return months
    if (day >= from) months.push(day)
  }
}

function Line({ episode }: { episode: Episode }) {
  const say = useText()
  const x = (on: string) => INSET + placeOf(on, episode) * (WIDTH - 2 * INSET)
  const { marks, type, row } = episode
  const labelOf = ({ type: of, row: from }: Mark) => {
    const { label } = of.timeline!
    if (!label) return ''
    const unit = of.fields[label]?.unit
    return `${columnText(from, label, of, say)}${unit ? say(unit) : ''}`
  }
  const titleOf = (mark: Mark) => {
    const { colour } = mark.type.timeline!
    const words = [mark.on, say(mark.type.title), labelOf(mark)]
    return [...words, ...(colour ? [columnText(mark.row, colour.field, mark.type, say)] : [])].join(' ')
  }
  const rows = rowsOfLabels(
    marks.map(({ on }) => Math.min(placeOf(on, episode), 1 - LABEL / 2)),
    LABEL,
  )
  const height = HEAD + ROW * (Math.max(-1, ...rows) + 1) + 4
  const days = type.timeline!
  const ends = [days.from, days.to].filter((field) => field !== undefined)
  const about = ends.map((field) => `${say(columnTitle(field, type))} ${columnText(row, field, type, say)}`).join('，')
  return (
    <figure className="trend">
      <figcaption className="small">
        {about}；{say(columnTitle('state', type))} {columnText(row, 'state', type, say)}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={`${about}：${marks.map(titleOf).join('；')}`}
        className="timeline"
      >
        <line className="timeline-line" x1={INSET} x2={WIDTH - INSET} y1={16} y2={16} />
        {monthsOf(episode).map((month) => (
          <line key={month} className="timeline-month" x1={x(month)} x2={x(month)} y1={12} y2={20} />
        ))}
        {marks.map((mark, index) => (
          <g key={mark.id} className={`timeline-mark timeline-${mark.colour ?? 'plain'}`}>
            <line x1={x(mark.on)} x2={x(mark.on)} y1={16} y2={HEAD - 9 + ROW * rows[index]!} />
            {mark.colour ? (
              <circle cx={x(mark.on)} cy={16} r={7} />
            ) : (
              <rect x={x(mark.on) - 5.5} y={10.5} width={11} height={11} />
            )}
            <text
              x={x(mark.on)}
              y={HEAD + ROW * rows[index]!}
              textAnchor={
                placeOf(mark.on, episode) > 0.9 ? 'end' : placeOf(mark.on, episode) < 0.05 ? 'start' : 'middle'
              }
            >
              {labelOf(mark)}
              {mark.colour
                ? ` ${columnText(mark.row, mark.type.timeline!.colour!.field, mark.type, say).slice(0, 1)}`
                : ''}
            </text>
            <title>{titleOf(mark)}</title>
          </g>
        ))}
      </svg>
    </figure>
  )
}

/** Lines in time of a person's episodes, such as pregnancies with their visits and the colours of their risk. */
export function Timelines({ known }: { known: readonly Kept[] }) {
  const t = useWords(words)
  const lines = [...new Set(known.flatMap(({ type }) => (type.timeline ? [type.timeline.line] : [])))]
  const episodes = lines.flatMap((line) => episodesOf(known, line))
  if (episodes.length === 0) return null
  return (
    <>
      <h3>{t.course}</h3>
      {episodes.map((episode) => (
        <Line key={episode.id} episode={episode} />
      ))}
    </>
  )
}
