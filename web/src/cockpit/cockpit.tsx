import { useEffect } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import type { Cockpit as CockpitData } from '../api/figure-types.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { LightBadge } from '../parts/light.tsx'
import { momentText } from '../parts/moment.tsx'
import { PageHead, Panel } from '../parts/page.tsx'
import { endMonth, periodTitle } from '../parts/period.ts'
import { PeriodChoice } from '../parts/period-choice.tsx'
import { Nothing, Ready } from '../parts/states.tsx'
import { StatusMark } from '../parts/status.tsx'
import { bracketed } from '../parts/unit.tsx'
import { TileMap } from '../parts/tile-map.tsx'
import { PlacePath } from '../places/place-path.tsx'
import { useAccount } from '../session/session.ts'
import { useAddress } from '../shell/address.ts'
import { useCatalogue, useHouse } from '../shell/house.ts'
import { OverdueWork, Warnings } from './attention.tsx'
import { HeadlineCard } from './headline-card.tsx'
import { Ranking } from './ranking.tsx'
import { words } from './words.ts'
import './cockpit.css'

function Freshness({ data }: { data: CockpitData }) {
  const t = useWords(words)
  const { computedAt, stale, lastRecordAt } = data.freshness
  return (
    <span className="freshness small quiet">
      {data.status && <StatusMark status={data.status} />}
      {computedAt && (
        <span>
          {t.freshness} <span className="number">{momentText(computedAt)}</span>
        </span>
      )}
      <span>{stale > 0 ? t.stale(stale) : t.upToDate}</span>
      {lastRecordAt && (
        <span>
          {t.lastRecord}{' '}
          <span className="number">{lastRecordAt.length > 10 ? momentText(lastRecordAt) : lastRecordAt}</span>
        </span>
      )}
    </span>
  )
}

/** Where do we stand, who lags, why. */
export default function Cockpit() {
  const t = useWords(words)
  const say = useText()
  const { language } = useLanguage()
  const house = useHouse()
  const account = useAccount()
  const { indicators } = useCatalogue()
  const [filters, setFilters] = useAddress<'place' | 'period' | 'indicator'>()
  const place = filters.place ?? account.division
  // It stands at a month: a quarter or a year in an address is shown at its last month.
  const asked = filters.period ?? house.latestPeriod
  const last = endMonth(asked)
  const period = asked === last || last <= house.latestPeriod ? last : house.latestPeriod
  const query = useQuery({
    queryKey: ['cockpit', place, period, filters.indicator],
    queryFn: ({ signal }) => get<CockpitData>('/api/cockpit', { place, period, indicator: filters.indicator }, signal),
    placeholderData: keepPreviousData,
  })
  // The server ranks by the first headline indicator; where that one has no figures yet, the next that has is shown.
  const { data: seen } = query
  const unranked =
    filters.indicator === undefined &&
    seen !== undefined &&
    !query.isPlaceholderData &&
    seen.ranking.length === 0 &&
    seen.map.length === 0
  const next =
    unranked && place.length < 12 ? seen.headline.find((item) => item.better !== 'neither')?.indicator : undefined
  useEffect(() => {
    if (next) setFilters({ indicator: next }, true)
  }, [next, setFilters])
  const goTo = (code: string) => setFilters({ place: code })
  return (
    <>
      <PageHead title={t.title} about={query.data && <Freshness data={query.data} />}>
        <PlacePath code={place} top={account.division} onChange={goTo} />
        <PeriodChoice
          value={period}
          kinds={['month']}
          latest={house.latestPeriod}
          onChange={(next) => setFilters({ period: next })}
        />
      </PageHead>
      <Ready query={query} lines={10}>
        {(data) => {
          const chosen =
            data.headline.find((item) => item.indicator === (filters.indicator ?? data.ranking[0]?.indicator)) ??
            data.headline[0]
          if (!chosen) return <Nothing title={t.noHeadline} hint={t.noHeadlineHint} />
          const about = `${data.place.name} · ${say(periodTitle(chosen.period ?? period))} · ${say(chosen.title)}${bracketed(say(chosen.unit), language)}`
          return (
            <div
              className={query.isPlaceholderData ? 'cockpit cockpit-waiting' : 'cockpit'}
              aria-busy={query.isPlaceholderData}
            >
              <h2 className="unseen">{t.headline}</h2>
              <div className="headlines">
                {data.headline.map((headline) => (
                  <HeadlineCard
                    key={headline.indicator}
                    headline={headline}
                    place={data.place.code}
                    period={headline.period ?? data.period.id}
                    basis={say(indicators.get(headline.indicator)?.basis)}
                    chosen={headline.indicator === chosen.indicator}
                    onChoose={() => setFilters({ indicator: headline.indicator }, true)}
                  />
                ))}
              </div>
              {(data.ranking.length > 0 || data.map.length > 0) && (
                <div className="cockpit-pair">
                  <Panel title={t.ranking} aside={about}>
                    <Ranking
                      rows={data.ranking}
                      headline={chosen}
                      period={chosen.period ?? data.period.id}
                      onPlace={goTo}
                    />
                  </Panel>
                  <Panel title={t.map} aside={about}>
                    <TileMap tiles={data.map} unit={say(chosen.unit)} label={`${t.map} ${about}`} onChoose={goTo} />
                    <p className="map-legend small quiet">
                      {data.map.some((tile) => tile.light) && (
                        <>
                          <LightBadge light="green" />
                          <LightBadge light="yellow" />
                          <LightBadge light="red" />
                        </>
                      )}
                      <span>{t.mapNote}</span>
                    </p>
                  </Panel>
                </div>
              )}
              <div className="cockpit-pair">
                <Panel
                  title={t.overdue}
                  aside={
                    <Link to="/tasks" search={{ place: data.place.code }}>
                      {t.allWork}
                    </Link>
                  }
                >
                  <OverdueWork tasks={data.tasks} place={data.place.code} />
                </Panel>
                <Panel title={t.warnings}>
                  <Warnings warnings={data.warnings} period={data.period.id} />
                </Panel>
              </div>
            </div>
          )
        }}
      </Ready>
    </>
  )
}
