import { useWords } from '../language/words.ts'
import type { AnalysisAnswer } from './analysis-types.ts'
import { words } from './analysis-words.ts'

const size = { width: 640, height: 230 }
const edge = { left: 36, right: 8, top: 12, bottom: 24 }

/** Weeks of the year as bars, the mean of the earlier years as a line: dark bars and a dashed line, so that they stay apart in black and white. */
export function WeekCurve({ analysis }: { analysis: AnalysisAnswer }) {
  const t = useWords(words)
  const { weeks, earlierYears, week } = analysis
  const highest = Math.max(1, ...weeks.flatMap((each) => [each.cases ?? 0, each.earlier ?? 0]))
  const step = (size.width - edge.left - edge.right) / weeks.length
  const floor = size.height - edge.bottom
  const y = (count: number) => floor - (count / highest) * (floor - edge.top)
  const x = (at: number) => edge.left + (at + 0.5) * step
  const line = weeks
    .flatMap(({ earlier }, at) => (earlier === null ? [] : [`${x(at).toFixed(1)},${y(earlier).toFixed(1)}`]))
    .join(' ')
  const note =
    earlierYears.length > 0
      ? t.curveNote(
          week.year,
          earlierYears.length > 1 ? `${earlierYears[0]}—${earlierYears.at(-1)}` : `${earlierYears[0]}`,
        )
      : t.curveAlone(week.year)
  return (
    <>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={note} className="disease-picture">
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line
              className="disease-grid"
              x1={edge.left}
              x2={size.width - edge.right}
              y1={y(highest * part)}
              y2={y(highest * part)}
            />
            <text className="disease-tick" x={edge.left - 5} y={y(highest * part) + 4} textAnchor="end">
              {Math.round(highest * part * 10) / 10}
            </text>
          </g>
        ))}
        {weeks.map(({ week: number, cases }, at) => (
          <g key={number}>
            {cases !== null && (
              <rect
                className="disease-bar"
                x={x(at) - step * 0.36}
                width={step * 0.72}
                y={y(cases)}
                height={floor - y(cases)}
              >
                <title>{`${t.week(number)} ${cases}`}</title>
              </rect>
            )}
            {(number === 1 || number % 8 === 0) && (
              <text className="disease-tick" x={x(at)} y={size.height - 7} textAnchor="middle">
                {t.week(number)}
              </text>
            )}
          </g>
        ))}
        {line && <polyline className="disease-mean" points={line} />}
      </svg>
      <p className="quiet small">{note}</p>
    </>
  )
}
