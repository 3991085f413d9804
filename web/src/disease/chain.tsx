import { useWords } from '../language/words.ts'
import { placeChain } from './chain-layout.ts'
import type { ClusterPicture } from './cluster-types.ts'
import { patternOf, Patterns } from './patterns.tsx'
import { words } from './words.ts'

const row = 34
const radius = 12
const edge = { left: 22, top: 20, bottom: 30 }

/** Who infected whom: cases by the day of onset, lines from source to infected. */
export function Chain({ picture }: { picture: ClusterPicture }) {
  const t = useWords(words)
  const placed = placeChain(picture.members, picture.links)
  const last = Math.max(1, ...placed.map((each) => each.day))
  const step = Math.min(34, Math.max(15, 620 / last))
  const [width, height] = [
    edge.left * 2 + last * step,
    edge.top + (Math.max(0, ...placed.map((each) => each.row)) + 1) * row + edge.bottom,
  ]
  const at = new Map(
    placed.map(({ member, day, row: line }) => [member.id, { x: edge.left + day * step, y: edge.top + line * row }]),
  )
  const days = picture.curve.filter((_, day) => day % Math.max(1, Math.ceil(48 / step)) === 0)
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${t.chain}：${t.chainNote}`}
      className="disease-picture"
      style={{ maxWidth: width * 1.3 }}
    >
      <Patterns />
      {days.map(({ on }) => {
        const x = edge.left + ((Date.parse(on) - Date.parse(picture.curve[0]!.on)) / 86_400_000) * step
        return (
          <g key={on}>
            <line className="disease-grid" x1={x} x2={x} y1={4} y2={height - edge.bottom + 4} />
            <text className="disease-tick" x={x} y={height - 10} textAnchor="middle">
              {`${Number(on.slice(5, 7))}/${Number(on.slice(8))}`}
            </text>
          </g>
        )
      })}
      {picture.links.map(({ infector, infectee, interval }) => {
        const [from, to] = [at.get(infector)!, at.get(infectee)!]
        return (
          <path key={infectee} className="disease-link" d={`M${from.x} ${from.y} V${to.y} H${to.x}`}>
            <title>{`${interval}${t.days}`}</title>
          </path>
        )
      })}
      {placed.map(({ member }) => {
        const { x, y } = at.get(member.id)!
        return (
          <g key={member.id}>
            <circle className="disease-box" cx={x} cy={y} r={radius} fill={patternOf(member.generation)}>
              <title>{`${t.caseNumber(member.number)} ${member.onset} ${t.generationOf(member.generation)}`}</title>
            </circle>
            <text className="disease-number" x={x} y={y + 4} textAnchor="middle">
              {member.number}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
