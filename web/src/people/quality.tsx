import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import type { Quality as QualityData } from '../api/people-types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { grouped } from '../parts/number.ts'
import { PageHead, Panel } from '../parts/page.tsx'
import { Nothing, Ready } from '../parts/states.tsx'
import { DataTable } from '../parts/table.tsx'
import { PlacePath } from '../places/place-path.tsx'
import { useAccount } from '../session/session.ts'
import { useAddress } from '../shell/address.ts'
import { words } from './words.ts'
import './people.css'

/** What is wrong in the residents' register, where, and how to put it right. */
export default function Quality() {
  const t = useWords(words)
  const say = useText()
  const account = useAccount()
  const [filters, setFilters] = useAddress<'place' | 'kind'>()
  const place = filters.place ?? account.division
  const query = useQuery({
    queryKey: ['quality', place, filters.kind],
    queryFn: () => get<QualityData>('/api/quality', { place, kind: filters.kind }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <PageHead title={t.quality} about={t.qualityAbout}>
        <PlacePath code={place} top={account.division} onChange={(next) => setFilters({ place: next })} />
      </PageHead>
      <Ready query={query}>
        {(data) => (
          <>
            <ul className="kinds">
              {data.errors.map((error) => (
                <li key={error.kind}>
                  <button
                    type="button"
                    className="kind"
                    aria-pressed={filters.kind === error.kind}
                    onClick={() => setFilters({ kind: filters.kind === error.kind ? undefined : error.kind })}
                  >
                    <strong>{say(error.title)}</strong> <span className="number">{grouped(error.count)}</span>
                    <br />
                    <span className="quiet small">
                      {t.remedy}：{say(error.remedy)}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            {data.places.length > 0 && (
              <Panel>
                <DataTable
                  caption={t.quality}
                  rows={data.places}
                  rowKey={(row) => row.code}
                  columns={[
                    {
                      key: 'name',
                      title: t.division,
                      head: true,
                      render: (row) => (
                        <button type="button" className="link-button" onClick={() => setFilters({ place: row.code })}>
                          {row.name}
                        </button>
                      ),
                    },
                    {
                      key: 'score',
                      title: t.score,
                      align: 'right',
                      render: (row) => (
                        <>
                          <span className="score-bar" aria-hidden>
                            <span style={{ width: `${Number(row.score)}%` }} />
                          </span>
                          <span className="number">{row.score}</span>
                        </>
                      ),
                    },
                    { key: 'residents', title: t.residents, align: 'right', render: (row) => grouped(row.residents) },
                    { key: 'errors', title: t.errors, align: 'right', render: (row) => grouped(row.errors) },
                  ]}
                />
              </Panel>
            )}
            <Panel>
              {data.rows.length === 0 ? (
                <Nothing title={t.noErrors} />
              ) : (
                <DataTable
                  caption={t.toCorrect}
                  rows={data.rows.filter((row) => !filters.kind || row.kind === filters.kind)}
                  rowKey={(row) => `${row.kind}-${row.person}`}
                  columns={[
                    {
                      key: 'person',
                      title: t.problem,
                      head: true,
                      render: (row) => (
                        <>
                          <Link to="/people/$id" params={{ id: row.person }}>
                            {row.personName}
                          </Link>{' '}
                          · {say(data.errors.find((error) => error.kind === row.kind)?.title)}
                        </>
                      ),
                    },
                    { key: 'division', title: t.division, render: (row) => row.divisionName },
                    {
                      key: 'detail',
                      title: t.detail,
                      render: (row) => (typeof row.detail === 'string' ? row.detail : say(row.detail)),
                    },
                  ]}
                />
              )}
            </Panel>
          </>
        )}
      </Ready>
    </>
  )
}
