import { useWords } from '../language/words.ts'
import { patternOf, Patterns } from './patterns.tsx'
import type { ClusterPicture } from './cluster-types.ts'
import { words } from './words.ts'

const box = 22
const edge = { left: 26, top: 8, bottom: 34 }

/** Onsets by day: a box for each case, with its number, so that curve, chain and list can be read together, also in black and white. */
export function EpidemicCurve({ picture }: { picture: ClusterPicture }) {
  const t = useWords(words)
  const { curve, members } = picture
  const highest = Math.max(1, ...curve.map((day) => day.cases))
  const step = Math.min(box, Math.max(9, 640 / curve.length))
  const [width, height] = [edge.left + curve.length * step + 8, edge.top + highest * box + edge.bottom]
  const floor = height - edge.bottom
  const every = Math.max(1, Math.ceil(44 / step))
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${t.curve}：${t.curveNote}`}
      className="disease-picture"
      style={{ maxWidth: width * 1.3 }}
    >
      <Patterns />
      <line className="disease-axis" x1={edge.left} x2={width - 4} y1={floor} y2={floor} />
      {Array.from({ length: highest }, (_, at) => at + 1)
        .filter((count) => count === highest || count % Math.max(1, Math.ceil(highest / 5)) === 0)
        .map((count) => (
          <text key={count} className="disease-tick" x={edge.left - 5} y={floor - count * box + 5} textAnchor="end">
            {count}
          </text>
        ))}
      {curve.map(({ on }, day) => (
        <g key={on}>
          {day % every === 0 && (
            <text className="disease-tick" x={edge.left + (day + 0.5) * step} y={floor + 14} textAnchor="middle">
              {`${Number(on.slice(5, 7))}/${Number(on.slice(8))}`}
            </text>
          )}
          {members
            .filter((member) => member.onset === on)
            .map((member, at) => {
              const [x, y] = [edge.left + day * step, floor - (at + 1) * box]
              return (
                <g key={member.id}>
                  <rect
                    className="disease-box"
                    x={x}
                    y={y}
                    width={step}
                    height={box}
                    fill={patternOf(member.generation)}
                  >
                    <title>{`${t.caseNumber(member.number)} ${on} ${t.generationOf(member.generation)}`}</title>
                  </rect>
                  {step >= 14 && (
                    <text className="disease-number" x={x + step / 2} y={y + box / 2 + 4} textAnchor="middle">
                      {member.number}
                    </text>
                  )}
                </g>
              )
            })}
        </g>
      ))}
    </svg>
  )
}
