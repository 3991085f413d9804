import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import type { Quality as QualityData } from '../api/people-types.ts'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { grouped } from '../parts/number.ts'
import { PageHead, Panel } from '../parts/page.tsx'
import { Paging } from '../parts/paging.tsx'
import { Nothing, Ready } from '../parts/states.tsx'
import { DataTable } from '../parts/table.tsx'
import { PlacePath } from '../places/place-path.tsx'
import { useAccount } from '../session/session.ts'
import { useAddress } from '../shell/address.ts'
import { LineQuality } from './line-quality.tsx'
import { words } from './words.ts'
import './people.css'

/** What is wrong in the residents' register, where, and how to put it right. */
export default function Quality() {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const account = useAccount()
  const [filters, setFilters] = useAddress<'place' | 'kind' | 'cursor'>()
  const place = filters.place ?? account.division
  const query = useQuery({
    queryKey: ['quality', place, filters.kind, filters.cursor],
    queryFn: () => get<QualityData>('/api/quality', { place, kind: filters.kind, cursor: filters.cursor }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <PageHead title={t.quality} about={t.qualityAbout}>
        <PlacePath
          code={place}
          top={account.division}
          onChange={(next) => setFilters({ place: next, cursor: undefined })}
        />
      </PageHead>
      <Ready query={query}>
        {(data) => {
          const shown = data.rows[0]?.kind ?? filters.kind
          const fault = data.errors.find((error) => error.kind === shown)
          return (
            <>
              <ul className="kinds">
                {data.errors
                  .filter((error) => error.count > 0)
                  .map((error) => (
                    <li key={error.kind}>
                      <button
                        type="button"
                        className="kind"
                        aria-pressed={shown === error.kind}
                        onClick={() => setFilters({ kind: error.kind, cursor: undefined })}
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
                          <button
                            type="button"
                            className="link-button"
                            onClick={() => setFilters({ place: row.code, cursor: undefined })}
                          >
                            {row.name}
                          </button>
                        ),
                      },
                      {
                        key: 'score',
                        title: t.score,
                        align: 'right',
                        render: (row) =>
                          row.score === null ? (
                            <span className="quiet">{c.notApplicable}</span>
                          ) : (
                            <>
                              <span className="score-bar" aria-hidden>
                                <span style={{ width: `${row.score}%` }} />
                              </span>
                              <span className="number">{row.score.toFixed(1)}</span>
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
                    caption={`${t.toCorrect}：${say(fault?.title)}`}
                    note={fault && `${t.remedy}：${say(fault.remedy)}`}
                    rows={data.rows}
                    rowKey={(row) => `${row.kind}-${row.person}`}
                    columns={[
                      {
                        key: 'person',
                        title: c.name,
                        head: true,
                        render: (row) => (
                          <Link to="/people/$id" params={{ id: row.person }}>
                            {row.personName}
                          </Link>
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
              <Paging next={data.next} cursor={filters.cursor} onCursor={(cursor) => setFilters({ cursor })} />
            </>
          )
        }}
      </Ready>
      <LineQuality place={place} />
    </>
  )
}
