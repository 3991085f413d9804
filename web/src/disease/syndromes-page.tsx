import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Filters, PageHead, Panel } from '../parts/page.tsx'
import { Nothing, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { useAddress } from '../shell/address.ts'
import { useCatalogue } from '../shell/house.ts'
import { SyndromeCurve } from './syndrome-curve.tsx'
import type { SyndromesAnswer, SyndromeSeries } from './syndrome-types.ts'
import { syndromeWords } from './syndrome-words.ts'
import './disease.css'

const SPANS = [30, 60, 120] as const

/** The days above the limit, each leading to its report, and the signals they raised. */
function Alarms({ series }: { series: SyndromeSeries }) {
  const t = useWords(syndromeWords)
  const say = useText()
  const { records } = useCatalogue()
  const states = records.get('communicable-disease.signal')?.states ?? {}
  const alarms = series.days.filter(({ alarm }) => alarm)
  if (alarms.length === 0) return <p className="quiet small">{t.quiet}</p>
  return (
    <p className="small">
      {t.alarms(alarms.length)}：
      {alarms.map(({ id, on, count, upper }, index) => (
        <span key={id}>
          {index > 0 && '、'}
          <Link to="/records/$record/$id" params={{ record: 'syndromic.count', id }}>
            {on}
          </Link>{' '}
          <span className="number">
            {count}（{t.upper} {upper}）
          </span>
        </span>
      ))}
      {series.signals.length > 0 && (
        <>
          {'　'}
          {t.signals}：
          {series.signals.map(({ id, from, state }) => (
            <span key={id}>
              <Link to="/records/$record/$id" params={{ record: 'communicable-disease.signal', id }}>
                {from}
              </Link>{' '}
              {say(states[state])}{' '}
            </span>
          ))}
        </>
      )}
    </p>
  )
}

/** Syndromic surveillance as curves: each place by itself, with what was to be expected, and the days above it marked. */
export default function SyndromesPage() {
  const t = useWords(syndromeWords)
  const c = useWords(common)
  const say = useText()
  const { records, actions } = useCatalogue()
  const titles = records.get('syndromic.count')?.fields['syndrome']?.values ?? {}
  const [filters, setFilters] = useAddress<'days' | 'syndrome'>()
  const days = SPANS.find((span) => String(span) === filters.days) ?? 60
  const query = useQuery({
    queryKey: ['disease', 'syndromes', days, filters.syndrome ?? ''],
    queryFn: ({ signal }) =>
      get<SyndromesAnswer>('/api/disease/syndromes', { days, syndrome: filters.syndrome }, signal),
  })
  return (
    <>
      <PageHead title={t.title} about={t.about}>
        <Button onClick={() => window.print()}>{c.print}</Button>
        <Link to="/records/$record" params={{ record: 'syndromic.count' }} className="button">
          {t.list}
        </Link>
        {actions.has('syndromic.count.report') && (
          <Link to="/do/$action" params={{ action: 'syndromic.count.report' }} className="button button-main">
            {t.report}
          </Link>
        )}
      </PageHead>
      <Filters>
        <select
          className="field"
          aria-label={t.syndrome}
          value={filters.syndrome ?? ''}
          onChange={(event) => setFilters({ syndrome: event.target.value || undefined })}
        >
          <option value="">{t.every}</option>
          {Object.entries(titles).map(([value, title]) => (
            <option key={value} value={value}>
              {say(title)}
            </option>
          ))}
        </select>
        <select
          className="field"
          aria-label={t.span}
          value={days}
          onChange={(event) => setFilters({ days: event.target.value })}
        >
          {SPANS.map((span) => (
            <option key={span} value={span}>
              {t.days(span)}
            </option>
          ))}
        </select>
      </Filters>
      <Ready query={query}>
        {({ series, from, until }) =>
          series.length === 0 ? (
            <Nothing title={t.none} hint={t.noneHint} />
          ) : (
            <>
              <p className="quiet small">
                {from}—{until} · {t.legend}
              </p>
              <div className="syndrome-grid">
                {series.map((each) => (
                  <Panel
                    key={`${each.syndrome} ${each.unit}`}
                    title={`${say(each.title)} · ${each.unit}`}
                    aside={<Chip>{each.divisionName}</Chip>}
                  >
                    <SyndromeCurve series={each} from={from} until={until} />
                    <Alarms series={each} />
                  </Panel>
                ))}
              </div>
            </>
          )
        }
      </Ready>
    </>
  )
}
