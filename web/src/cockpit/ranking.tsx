import type { Headline, RankedPlace } from '../api/figure-types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { LightSign } from '../parts/light.tsx'
import { drawable } from '../parts/number.ts'
import { FigureValue } from '../parts/value.tsx'
import { words } from './words.ts'

/** Ordered bars: the best first, the target as a line, last year in grey. */
export function Ranking({
  rows,
  headline,
  period,
  onPlace,
}: {
  rows: readonly RankedPlace[]
  headline: Headline
  period: string
  onPlace: (code: string) => void
}) {
  const t = useWords(words)
  const say = useText()
  const target = drawable(headline.target)
  const showTarget = headline.unit.zh === '%' || headline.unit.zh === '‰' ? target : null
  const full =
    Math.max(showTarget ?? 0, ...rows.map((row) => Math.max(drawable(row.value) ?? 0, drawable(row.lastYear) ?? 0))) *
      1.02 || 1
  const at = (amount: number) => `${((amount / full) * 100).toFixed(2)}%`
  return (
    <ol className="ranking">
      {rows.map((row) => {
        const value = drawable(row.value)
        const lastYear = drawable(row.lastYear)
        const line = drawable(row.due) ?? showTarget
        return (
          <li key={row.place}>
            <span className="ranking-rank number">{row.rank ?? ''}</span>
            <button type="button" className="ranking-name" onClick={() => onPlace(row.place)}>
              {row.name}
            </button>
            <span className={`ranking-bar ${row.light ? `light-${row.light}` : ''}`} aria-hidden>
              {lastYear !== null && <span className="ranking-before" style={{ width: at(Math.max(lastYear, 0)) }} />}
              {value !== null && <span className="ranking-now" style={{ width: at(Math.max(value, 0)) }} />}
              {line !== null && <span className="ranking-target" style={{ left: at(line) }} />}
            </span>
            <span className="ranking-value">
              {row.light && <LightSign light={row.light} named />}
              <FigureValue
                figure={{ indicator: row.indicator, place: row.place, period }}
                title={`${row.name} ${say(headline.title)}`}
                value={row.value}
                withheld={row.withheld}
              />
            </span>
          </li>
        )
      })}
      {rows.length > 0 && (
        <li className="ranking-note small quiet" aria-hidden>
          {t.rankingNote}
        </li>
      )}
    </ol>
  )
}
