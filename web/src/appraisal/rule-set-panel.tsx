import { useQuery } from '@tanstack/react-query'
import { get } from '../api/client.ts'
import type { Page, RecordRow, Text } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Panel } from '../parts/page.tsx'
import { Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { Value } from '../parts/value.tsx'
import { useAddress } from '../shell/address.ts'
import { useHouse } from '../shell/house.ts'
import { clauseText, type Clause } from './rule-text.ts'
import { titlesFrom } from './titles.ts'
import { words } from './words.ts'
import './appraisal.css'

interface Compared {
  unit: string
  name: string
  scored: string
  outOf: string
  rank: number | null
  other: { scored: string; outOf: string; rank: number | null } | null
}

interface RuleSet {
  unitKind: string
  titles: Record<string, Text>
  rules: {
    items: {
      code: string
      group: Text
      title: Text
      full: string
      bonus: boolean
      clauses: Clause[]
      facts: { name: string; title: Text }[]
      source: string
    }[]
    vetoes: { code: string; title: Text; most: string; facts: { name: string; title: Text }[] }[]
  }
  preview: { open: number; against: { name: string; edition: number } | null; units: Compared[] } | null
}

/** The rules item by item, and what they would give on a period, beside another edition. */
export default function RuleSetPanel({ row }: { row: RecordRow }) {
  const t = useWords(words)
  const say = useText()
  const { latestPeriod } = useHouse()
  const [filters, setFilters] = useAddress<'period' | 'against'>()
  const query = useQuery({
    queryKey: ['appraisal-rule-set', row.id, filters.period, filters.against],
    queryFn: () =>
      get<RuleSet>(`/api/appraisal/rule-sets/${row.id}`, { period: filters.period, against: filters.against }),
  })
  const others = useQuery({
    queryKey: ['records', 'appraisal.rule-set', 'all'],
    queryFn: () => get<Page<RecordRow>>('/api/records/appraisal.rule-set', { limit: 100 }),
  })
  const beside = (others.data?.rows ?? []).filter((each) => each.id !== row.id && each['unitKind'] === row['unitKind'])
  const year = Number(latestPeriod.slice(0, 4))
  return (
    <Ready query={query}>
      {({ rules, titles: known, preview }) => {
        const facts = [...rules.items, ...rules.vetoes].flatMap((owner) =>
          owner.facts.map((fact) => [`{${fact.name}}`, fact.title] as const),
        )
        const titles = titlesFrom({ ...known, ...Object.fromEntries(facts) }, say)
        return (
          <>
            <Panel title={t.items}>
              <DataTable
                quietCaption
                caption={t.items}
                rows={rules.items}
                rowKey={(item) => item.code}
                columns={[
                  {
                    key: 'item',
                    title: t.item,
                    head: true,
                    render: (item) => (
                      <>
                        {say(item.title)} {item.bonus && <Chip>{t.bonusMark}</Chip>}
                        <div className="quiet small">
                          {say(item.group)} · {item.code}
                        </div>
                      </>
                    ),
                  },
                  { key: 'full', title: t.full, unit: t.points, align: 'right', render: (item) => item.full },
                  {
                    key: 'rule',
                    title: t.rule,
                    render: (item) => (
                      <ul className="appraisal-rules small">
                        {item.clauses.map((clause, index) => (
                          <li key={index}>{say(clauseText(clause, titles))}</li>
                        ))}
                      </ul>
                    ),
                  },
                  {
                    key: 'source',
                    title: t.source,
                    render: (item) => <span className="small quiet">{item.source}</span>,
                  },
                ]}
              />
              {rules.vetoes.map((veto) => (
                <p key={veto.code} className="small">
                  <Chip tone="bad">{t.vetoed}</Chip> {say(veto.title)}（≤ {veto.most}）
                </p>
              ))}
            </Panel>
            <Panel title={t.tryOn}>
              <div className="appraisal-try no-print">
                <label>
                  <span className="small quiet">{t.tryPeriod}</span>
                  <select
                    className="field"
                    value={filters.period ?? ''}
                    onChange={(event) => setFilters({ period: event.target.value || undefined })}
                  >
                    <option value="">—</option>
                    {[`${year - 1}`, `${year}-06-ytd`, `${year}-11-ytd`, `${year}`].map((period) => (
                      <option key={period} value={period}>
                        {period}
                      </option>
                    ))}
                  </select>
                </label>
                <label>
                  <span className="small quiet">{t.against}</span>
                  <select
                    className="field"
                    value={filters.against ?? ''}
                    onChange={(event) => setFilters({ against: event.target.value || undefined })}
                  >
                    <option value="">{t.nobody}</option>
                    {beside.map((each) => (
                      <option
                        key={each.id}
                        value={each.id}
                      >{`${String(each['name'])} ${String(each['year'])} · ${String(each['edition'])}`}</option>
                    ))}
                  </select>
                </label>
              </div>
              <p className="small quiet">{t.computable}</p>
              {preview && preview.open > 0 && (
                <p>
                  <Chip tone="warn">{t.provisional(preview.open)}</Chip>
                </p>
              )}
              {preview && (
                <DataTable
                  quietCaption
                  caption={t.tryOn}
                  rows={preview.units}
                  rowKey={(unit) => unit.unit}
                  columns={[
                    { key: 'rank', title: t.rank, align: 'right', narrow: true, render: (unit) => unit.rank ?? '—' },
                    { key: 'unit', title: t.unit, head: true, render: (unit) => unit.name },
                    {
                      key: 'score',
                      title: t.present,
                      unit: t.points,
                      align: 'right',
                      render: (unit) => (
                        <>
                          <Value value={unit.scored} /> <span className="quiet small">/ {unit.outOf}</span>
                        </>
                      ),
                    },
                    ...(preview.against
                      ? [
                          {
                            key: 'other',
                            title: `${t.other}（${preview.against.edition}）`,
                            unit: t.points,
                            align: 'right' as const,
                            render: (unit: Compared) =>
                              unit.other ? (
                                <>
                                  <Value value={unit.other.scored} />{' '}
                                  <span className="quiet small">/ {unit.other.outOf}</span>
                                </>
                              ) : (
                                '—'
                              ),
                          },
                          {
                            key: 'difference',
                            title: t.difference,
                            align: 'right' as const,
                            render: (unit: Compared) => (unit.other ? difference(unit.scored, unit.other.scored) : '—'),
                          },
                          {
                            key: 'other-rank',
                            title: `${t.other} ${t.rank}`,
                            align: 'right' as const,
                            render: (unit: Compared) => unit.other?.rank ?? '—',
                          },
                        ]
                      : []),
                  ]}
                />
              )}
            </Panel>
          </>
        )
      }}
    </Ready>
  )
}

/** Scores have two decimals; cents subtract without error. */
function difference(one: string, other: string): string {
  const cents = Math.round(Number(one) * 100) - Math.round(Number(other) * 100)
  return `${cents > 0 ? '+' : cents < 0 ? '−' : ''}${(Math.abs(cents) / 100).toFixed(2)}`
}
