import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import type { RecordRow, Text } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Panel } from '../parts/page.tsx'
import { Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { FigureValue, Value } from '../parts/value.tsx'
import { useCatalogue } from '../shell/house.ts'
import { clauseText, type Clause } from './rule-text.ts'
import { titlesFrom } from './titles.ts'
import { words } from './words.ts'
import './appraisal.css'

interface Sheet {
  state: string
  objectionUntil: string | null
  veto: Text | null
  items: {
    code: string
    group: Text
    title: Text
    full: string
    bonus: boolean
    clauses: Clause[]
    source: string
    state: 'scored' | 'not-applicable' | 'awaiting'
    score: string | null
    decided: string | null
    samples: { drawn: number; judged: number; qualified: number } | null
  }[]
  readings: { key: string; title: Text; value: string | null; indicator?: string; of?: string }[]
  facts: {
    name: string
    title: Text
    unit: string
    item: Text
    value: string | null
    evidence: string | null
    state: string | null
  }[]
  period: string
  places: string[]
}

/** A unit's sheet: every item with its rule and score, the figures behind it, what assessors found, and the way to object. */
export default function SheetPanel({ row }: { row: RecordRow }) {
  const t = useWords(words)
  const say = useText()
  const { actions, indicators } = useCatalogue()
  const enters = actions.has('appraisal.sheet.enter')
  const objects = actions.has('appraisal.objection.raise')
  const query = useQuery({
    queryKey: ['appraisal-sheet', row.id],
    queryFn: () => get<Sheet>(`/api/appraisal/sheets/${row.id}`),
  })
  return (
    <Ready query={query}>
      {(sheet) => {
        const known = Object.fromEntries([
          ...[...indicators.values()].map((each) => [`[${each.id}]`, each.title] as const),
          ...sheet.facts.map((fact) => [`{${fact.name}}`, fact.title] as const),
        ])
        const titles = titlesFrom(known, say)
        const open = sheet.state === 'open' || sheet.state === 'scored'
        return (
          <>
            <Panel
              title={t.items}
              aside={
                sheet.state === 'announced' && sheet.objectionUntil
                  ? t.objectUntil(sheet.objectionUntil)
                  : sheet.veto && say(sheet.veto)
              }
            >
              <DataTable
                quietCaption
                caption={t.items}
                rows={sheet.items}
                rowKey={(item) => item.code}
                columns={[
                  {
                    key: 'item',
                    title: t.item,
                    head: true,
                    render: (item) => (
                      <>
                        {say(item.title)} {item.bonus && <Chip>{t.bonusMark}</Chip>}
                        <div className="quiet small">{say(item.group)}</div>
                      </>
                    ),
                  },
                  { key: 'full', title: t.full, unit: t.points, align: 'right', render: (item) => item.full },
                  {
                    key: 'score',
                    title: t.score,
                    unit: t.points,
                    align: 'right',
                    render: (item) =>
                      item.state === 'scored' ? (
                        <strong>{item.score}</strong>
                      ) : (
                        <span className="quiet">{item.state === 'awaiting' ? t.awaiting : t.notApplicable}</span>
                      ),
                  },
                  {
                    key: 'rule',
                    title: t.rule,
                    render: (item) => (
                      <>
                        <ul className="appraisal-rules small">
                          {item.clauses.map((clause, index) => (
                            <li key={index}>{say(clauseText(clause, titles))}</li>
                          ))}
                        </ul>
                        {item.samples && (
                          <div className="small quiet">{t.sampled(item.samples.qualified, item.samples.drawn)}</div>
                        )}
                        {item.decided !== null && <Chip tone="accent">{t.decided}</Chip>}
                      </>
                    ),
                  },
                  ...(objects && sheet.state === 'announced'
                    ? [
                        {
                          key: 'ways',
                          title: '',
                          render: (item: Sheet['items'][number]) =>
                            item.score !== null && (
                              <Link
                                to="/do/$action"
                                params={{ action: 'appraisal.objection.raise' }}
                                search={{ fill: `sheet=${row.id}&item=${item.code}` } as never}
                                className="button"
                              >
                                {t.object}
                              </Link>
                            ),
                        },
                      ]
                    : []),
                ]}
              />
            </Panel>
            {sheet.readings.length > 0 && (
              <Panel title={t.readings} aside={sheet.period}>
                <DataTable
                  quietCaption
                  caption={t.readings}
                  rows={sheet.readings}
                  rowKey={(reading) => reading.key}
                  columns={[
                    { key: 'indicator', title: t.indicator, head: true, render: (reading) => say(reading.title) },
                    {
                      key: 'value',
                      title: t.value,
                      align: 'right',
                      render: (reading) => {
                        const unit = reading.indicator ? indicators.get(reading.indicator)?.unit : undefined
                        const shown =
                          reading.value === null ? (
                            <span className="quiet">{t.notApplicable}</span>
                          ) : (
                            <Value value={reading.value} />
                          )
                        // A figure of one place answers back; that of a team is made of its villages.
                        return (
                          <>
                            {reading.indicator &&
                            reading.of === 'value' &&
                            sheet.places.length === 1 &&
                            reading.value !== null ? (
                              <FigureValue
                                figure={{ indicator: reading.indicator, place: sheet.places[0]!, period: sheet.period }}
                                title={say(reading.title)}
                                value={reading.value}
                              />
                            ) : (
                              shown
                            )}{' '}
                            <span className="quiet small">{unit && reading.value !== null ? say(unit) : ''}</span>
                          </>
                        )
                      },
                    },
                  ]}
                />
              </Panel>
            )}
            {sheet.facts.length > 0 && (
              <Panel title={t.findings}>
                <DataTable
                  quietCaption
                  caption={t.findings}
                  rows={sheet.facts}
                  rowKey={(fact) => fact.name}
                  columns={[
                    { key: 'what', title: t.what, head: true, render: (fact) => say(fact.title) },
                    {
                      key: 'value',
                      title: t.value,
                      align: 'right',
                      render: (fact) => (
                        <>
                          <Value value={fact.value} />{' '}
                          <span className="quiet small">{fact.value === null ? '' : fact.unit}</span>
                        </>
                      ),
                    },
                    {
                      key: 'evidence',
                      title: t.evidence,
                      render: (fact) => (
                        <>
                          {fact.evidence ?? '—'} {fact.state === 'entered' && <Chip tone="warn">{t.unsigned}</Chip>}
                        </>
                      ),
                    },
                    ...(enters && open
                      ? [
                          {
                            key: 'ways',
                            title: '',
                            render: (fact: Sheet['facts'][number]) => (
                              <Link
                                to="/do/$action"
                                params={{ action: 'appraisal.sheet.enter' }}
                                search={{ id: row.id, fill: `fact=${fact.name}` } as never}
                                className="button"
                              >
                                {t.enter}
                              </Link>
                            ),
                          },
                        ]
                      : []),
                  ]}
                />
              </Panel>
            )}
          </>
        )
      }}
    </Ready>
  )
}
