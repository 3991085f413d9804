import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import type { Page, RecordRow, Text } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { PageHead } from '../parts/page.tsx'
import { PeriodChoice } from '../parts/period-choice.tsx'
import { periodTitle } from '../parts/period.ts'
import { Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { useAddress } from '../shell/address.ts'
import { useCatalogue, useHouse } from '../shell/house.ts'
import { GravityBadge, LetterState } from './letter-state.tsx'
import { words } from './words.ts'

interface Warning {
  id: string
  level: 'yellow' | 'red'
  place: string
  placeName: string
  indicator: string
  title: Text
  text: Text
  period: string
  since: string
  letters: { id: string; number: string; gravity: string; state: string }[]
}

/** Letters that wait first, then by number, newest first. */
const order = (row: RecordRow) => (row.state === 'issued' ? 0 : row.state === 'answered' ? 1 : 2)

/** What is known already when a letter is sent about a warning. */
function fillOf(warning: Warning, say: (text: Text) => string): string {
  return new URLSearchParams({
    place: warning.place,
    gravity: warning.level,
    cause: 'figure',
    indicator: warning.indicator,
    period: warning.period,
    title: `${warning.title.zh}滞后`,
    facts: `${warning.placeName}${say(warning.text)}。`,
  }).toString()
}

/** Warnings of the month and the letters that were sent: one place to see who lags, who was asked, and who has not answered. */
export default function Supervision() {
  const t = useWords(words)
  const say = useText()
  const house = useHouse()
  const { records, actions } = useCatalogue()
  const type = records.get('supervision-letters.letter')
  const sends = actions.has('supervision-letters.letter.issue')
  const [filters, setFilters] = useAddress<'period'>()
  const period = filters.period ?? house.latestPeriod
  const letters = useQuery({
    queryKey: ['records', 'supervision-letters.letter', 'board'],
    queryFn: () => get<Page<RecordRow>>('/api/records/supervision-letters.letter', { limit: 200 }),
  })
  const warnings = useQuery({
    queryKey: ['supervision-matters', period],
    queryFn: () => get<{ warnings: Warning[] }>('/api/supervision-letters/matters', { period }),
  })
  return (
    <>
      <PageHead title={t.title} about={t.about}>
        <PeriodChoice
          value={period}
          latest={house.latestPeriod}
          kinds={['month']}
          onChange={(next) => setFilters({ period: next })}
        />
      </PageHead>
      <Ready query={letters}>
        {({ rows }) => (
          <DataTable
            caption={t.letters}
            note={
              <Link to="/records/$record" params={{ record: 'supervision-letters.letter' }}>
                {t.allLetters}
              </Link>
            }
            empty={t.noLetters}
            rows={[...rows].sort(
              (one, other) => order(one) - order(other) || Number(other['serial']) - Number(one['serial']),
            )}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'number',
                title: t.number,
                head: true,
                render: (row) => (
                  <Link to="/records/$record/$id" params={{ record: 'supervision-letters.letter', id: row.id }}>
                    {String(row['number'])}
                  </Link>
                ),
              },
              { key: 'gravity', title: t.gravity, render: (row) => <GravityBadge row={row} type={type} /> },
              { key: 'unit', title: t.unit, render: (row) => String(row['unitName']) },
              { key: 'matter', title: t.matter, render: (row) => String(row['title']) },
              {
                key: 'answer',
                title: t.answerBy,
                narrow: true,
                render: (row) => <span className="number">{String(row['answerBy'])}</span>,
              },
              {
                key: 'state',
                title: t.state,
                render: (row) => <LetterState row={row} type={type} today={house.today} />,
              },
            ]}
          />
        )}
      </Ready>
      <Ready query={warnings}>
        {({ warnings: rows }) => (
          <DataTable
            caption={t.warnings}
            note={say(periodTitle(period))}
            empty={t.none}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              { key: 'place', title: t.place, head: true, narrow: true, render: (row) => row.placeName },
              {
                key: 'level',
                title: t.gravity,
                render: (row) => <Chip tone={row.level === 'red' ? 'bad' : 'warn'}>{t[row.level]}</Chip>,
              },
              { key: 'what', title: t.what, render: (row) => say(row.text) },
              {
                key: 'since',
                title: t.since,
                narrow: true,
                render: (row) => <span className="number">{row.since}</span>,
              },
              {
                key: 'ways',
                title: '',
                render: (row) => {
                  const waiting = row.letters.find((letter) => letter.state === 'issued' || letter.state === 'answered')
                  if (waiting)
                    return (
                      <Link to="/records/$record/$id" params={{ record: 'supervision-letters.letter', id: waiting.id }}>
                        {t.sent} {waiting.number}
                      </Link>
                    )
                  return (
                    sends &&
                    row.place.length > 6 && (
                      <Link
                        to="/do/$action"
                        params={{ action: 'supervision-letters.letter.issue' }}
                        search={{ fill: fillOf(row, say) } as never}
                        className="button"
                      >
                        {t.send}
                      </Link>
                    )
                  )
                },
              },
            ]}
          />
        )}
      </Ready>
    </>
  )
}
