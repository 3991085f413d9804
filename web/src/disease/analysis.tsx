import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { get, post } from '../api/client.ts'
import type { Bulletin } from '../api/document-types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Filters, PageHead, Panel } from '../parts/page.tsx'
import { PeriodChoice } from '../parts/period-choice.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { DataTable } from '../parts/table.tsx'
import { TileMap } from '../parts/tile-map.tsx'
import { PlacePath } from '../places/place-path.tsx'
import { useAccount } from '../session/session.ts'
import { useAddress } from '../shell/address.ts'
import { useCatalogue, useHouse } from '../shell/house.ts'
import type { AnalysisAnswer } from './analysis-types.ts'
import { words } from './analysis-words.ts'
import { Pyramid } from './pyramid.tsx'
import { WeekCurve } from './week-curve.tsx'
import './disease.css'

const CLASSES = { 'class-A': 'classA', 'class-B': 'classB', 'class-C': 'classC' } as const

/** Change against last year in percent, with its sign. */
function signed(change: string | null): string {
  if (change === null) return '—'
  if (Number(change) === 0) return '0.00%'
  return change.startsWith('-') ? `▼${change.slice(1)}%` : `▲${change}%`
}

function Diseases({ analysis, wholeCounty }: { analysis: AnalysisAnswer; wholeCounty: boolean }) {
  const t = useWords(words)
  const say = useText()
  const notes = [
    say(analysis.span.title),
    analysis.diseases.every((row) => row.incidence === null) && analysis.diseases.length > 0 ? t.noRate : '',
    analysis.seesAll && wholeCounty ? t.countyOnly : t.hidden,
  ]
  return (
    <DataTable
      caption={t.table}
      note={notes.filter(Boolean).join(' · ')}
      rows={analysis.diseases}
      rowKey={(row) => row.disease}
      empty={t.none}
      columns={[
        { key: 'class', title: t.class, render: (row) => t[`class${row.diseaseClass}`] },
        {
          key: 'disease',
          title: t.disease,
          head: true,
          render: (row) => (
            <Link to="/disease-analysis" search={(known: object) => ({ ...known, disease: row.disease })}>
              {say(row.title)}
            </Link>
          ),
        },
        { key: 'cases', title: t.cases, align: 'right', render: (row) => row.cases },
        { key: 'lastYear', title: t.lastYear, align: 'right', render: (row) => row.lastYear },
        { key: 'change', title: t.change, align: 'right', render: (row) => signed(row.change) },
        { key: 'incidence', title: t.incidence, unit: '/10万', align: 'right', render: (row) => row.incidence ?? '—' },
        { key: 'deaths', title: t.deaths, align: 'right', render: (row) => row.deaths },
        {
          key: 'fatality',
          title: t.fatality,
          unit: '%',
          align: 'right',
          render: (row) => row.fatality ?? '—',
        },
      ]}
    />
  )
}

function Cards({ analysis }: { analysis: AnalysisAnswer }) {
  const t = useWords(words)
  return (
    <Panel title={t.cards}>
      <DataTable
        caption={t.cards}
        quietCaption
        note={t.cardsNote}
        rows={analysis.cards}
        rowKey={(card) => card.id}
        columns={[
          { key: 'onset', title: t.onset, head: true, render: (card) => <span className="number">{card.onset}</span> },
          { key: 'reviewed', title: t.reviewed, render: (card) => <span className="number">{card.reviewedOn}</span> },
          { key: 'village', title: t.village, render: (card) => card.divisionName },
          {
            key: 'open',
            title: '',
            render: (card) => (
              <Link to="/records/$record/$id" params={{ record: 'communicable-disease.case', id: card.id }}>
                {t.open}
              </Link>
            ),
          },
        ]}
      />
    </Panel>
  )
}

function Bulletins({ period, analysis }: { period: string; analysis: AnalysisAnswer | undefined }) {
  const t = useWords(words)
  const navigate = useNavigate()
  const save = useMutation({
    mutationFn: (which: string) => post<Bulletin>('/api/disease/bulletins', { period: which }),
    onSuccess: ({ id }) => navigate({ to: '/disease-bulletins/$id', params: { id } }),
  })
  if (!analysis?.seesAll) return null
  const { year, week } = analysis.week
  return (
    <>
      {save.error && <Failure error={save.error} />}
      {/^\d{4}-\d{2}$/.test(period) && (
        <Button busy={save.isPending} onClick={() => save.mutate(period)}>
          {t.monthly}
        </Button>
      )}
      <Button busy={save.isPending} onClick={() => save.mutate(`${year}-W${String(week).padStart(2, '0')}`)}>
        {t.weekly(week)}
      </Button>
    </>
  )
}

/** Who falls ill of what, when, at which age and where, beside last year; and the bulletins of week and month. */
export default function DiseaseAnalysis() {
  const t = useWords(words)
  const say = useText()
  const house = useHouse()
  const { records } = useCatalogue()
  const account = useAccount()
  const [filters, setFilters] = useAddress<'place' | 'period' | 'disease'>()
  const top = account.division
  const place = filters.place ?? top
  const period = filters.period ?? house.latestPeriod
  const weekly = period.includes('W')
  const query = useQuery({
    queryKey: ['disease-analysis', place, period, filters.disease],
    queryFn: ({ signal }) =>
      get<AnalysisAnswer>('/api/disease/analysis', { place, period, disease: filters.disease }, signal),
  })
  const titles = records.get('communicable-disease.case')?.fields['disease']?.values ?? {}
  return (
    <>
      <PageHead title={t.title} about={t.about}>
        <Bulletins period={period} analysis={query.data} />
      </PageHead>
      <Filters>
        <PlacePath code={place} top={top} onChange={(code) => setFilters({ place: code })} />
        {weekly ? (
          <Button onClick={() => setFilters({ period: house.latestPeriod })}>{period}</Button>
        ) : (
          <PeriodChoice value={period} latest={house.latestPeriod} onChange={(next) => setFilters({ period: next })} />
        )}
        <select
          className="field"
          aria-label={t.disease}
          value={filters.disease ?? ''}
          onChange={(event) => setFilters({ disease: event.target.value || undefined })}
        >
          <option value="">{t.all}</option>
          {Object.entries(CLASSES).map(([id, word]) => (
            <option key={id} value={id}>
              {t[word]}
            </option>
          ))}
          {Object.entries(titles).map(([id, title]) => (
            <option key={id} value={id}>
              {say(title)}
            </option>
          ))}
        </select>
      </Filters>
      <Ready query={query}>
        {(analysis) => (
          <>
            <div className="disease-columns">
              <div>
                <Panel title={t.curve}>
                  <WeekCurve analysis={analysis} />
                </Panel>
                <Panel title={t.ages}>
                  <Pyramid ages={analysis.ages} />
                </Panel>
              </div>
              <Panel title={t.map}>
                <TileMap
                  tiles={analysis.places.map(({ cases, ...each }) => ({ ...each, value: String(cases) }))}
                  unit=""
                  label={t.mapNote}
                  onChoose={(code) => code.length < 12 && setFilters({ place: code })}
                />
                <p className="quiet small">{t.mapNote}</p>
              </Panel>
            </div>
            <Panel>
              <Diseases analysis={analysis} wholeCounty={place === house.county.code} />
            </Panel>
            {analysis.cards.length > 0 && <Cards analysis={analysis} />}
          </>
        )}
      </Ready>
    </>
  )
}
