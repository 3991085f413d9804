import type { Headline } from '../api/figure-types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Change } from '../parts/change.tsx'
import { LightBadge } from '../parts/light.tsx'
import { drawable, grouped } from '../parts/number.ts'
import { Sparkline } from '../parts/sparkline.tsx'
import { StatusMark } from '../parts/status.tsx'
import { FigureValue } from '../parts/value.tsx'
import { words } from './words.ts'

/** How far towards the target; the dashed mark is where the calendar says it should be. */
function Progress({ headline }: { headline: Headline }) {
  const t = useWords(words)
  const say = useText()
  const value = drawable(headline.value)
  const target = drawable(headline.target)
  const due = drawable(headline.targetToDate)
  if (target === null) return <p className="quiet small">{t.noTarget}</p>
  const full = Math.max(target, value ?? 0, due ?? 0) * 1.04 || 1
  const at = (amount: number) => `${((amount / full) * 100).toFixed(2)}%`
  const unit = say(headline.unit)
  return (
    <div className="progress">
      <div className={`progress-track ${headline.light ? `light-${headline.light}` : ''}`} aria-hidden>
        {value !== null && <span className="progress-fill" style={{ width: at(Math.max(value, 0)) }} />}
        {due !== null && due !== target && <span className="progress-due" style={{ left: at(due) }} />}
        <span className="progress-target" style={{ left: at(target) }} />
      </div>
      <p className="progress-words small quiet">
        <span>
          {t.target} <span className="number">{grouped(headline.target ?? '')}</span>
          {unit}
        </span>
        {due !== null && due !== target && (
          <span>
            {t.targetToDate} <span className="number">{grouped(headline.targetToDate ?? '')}</span>
            {unit}
          </span>
        )}
        {headline.timeProgress !== null && (
          <span>
            {t.timeProgress} <span className="number">{Math.round(headline.timeProgress)}</span>%
          </span>
        )}
      </p>
    </div>
  )
}

/** One indicator: how much, against what, compared with when, at which rank, where to. */
export function HeadlineCard({
  headline,
  place,
  period,
  basis,
  chosen,
  onChoose,
}: {
  headline: Headline
  place: string
  period: string
  basis: string
  chosen: boolean
  onChoose: () => void
}) {
  const t = useWords(words)
  const say = useText()
  const title = say(headline.title)
  return (
    <article className={`headline ${chosen ? 'headline-chosen' : ''}`}>
      <div className="headline-top">
        <h3 title={basis}>{title}</h3>
        {headline.light && <LightBadge light={headline.light} />}
      </div>
      <p className="headline-number">
        <FigureValue
          figure={{ indicator: headline.indicator, place, period }}
          title={title}
          value={headline.value}
          denominator={headline.denominator}
          withheld={headline.withheld}
        />
        {headline.value !== null && <span className="headline-unit">{say(headline.unit)}</span>}
      </p>
      <div className="headline-compare">
        <span className="small quiet">{t.onLastYear}</span>
        <Change change={headline.change} kind={headline.changeKind} unit={headline.unit} better={headline.better} />
        {headline.rank !== null && headline.rankedOf !== null && (
          <span className="small quiet">{t.rank(headline.rank, headline.rankedOf)}</span>
        )}
        <StatusMark status={headline.status} />
      </div>
      <Progress headline={headline} />
      <div className="headline-foot">
        <Sparkline points={headline.trend} before={headline.lastYearTrend} label={`${title}：${t.trend}`} />
        <button type="button" className="plain-button small no-print" aria-pressed={chosen} onClick={onChoose}>
          {chosen ? t.shownBelow : t.showBelow}
        </button>
      </div>
    </article>
  )
}
