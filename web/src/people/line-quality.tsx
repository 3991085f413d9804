import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import type { Text } from '../api/types.ts'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { grouped } from '../parts/number.ts'
import { Panel } from '../parts/page.tsx'
import { Paging } from '../parts/paging.tsx'
import { Nothing, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { useAddress } from '../shell/address.ts'
import { words } from './words.ts'

interface Lines {
  lines: {
    line: string
    title: Text
    checks: {
      id: string
      title: Text
      explanation: Text
      remedy: Text
      severity: 'error' | 'warning'
      looked: number
      count: number
    }[]
  }[]
}

interface Rows {
  record: string
  rows: {
    id: string
    person: string | null
    division: string
    divisionName: string | null
    happenedOn: string | null
  }[]
  next: string | null
}

/** What every line of business checks about its own rows, how often it fails, and the rows to correct, each with its page. */
export function LineQuality({ place }: { place: string }) {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const [filters, setFilters] = useAddress<'check' | 'after'>()
  const lines = useQuery({
    queryKey: ['quality-lines', place],
    queryFn: () => get<Lines>('/api/quality/lines', { place }),
  })
  const rows = useQuery({
    queryKey: ['quality-rows', place, filters.check, filters.after],
    queryFn: () => get<Rows>('/api/quality/rows', { place, check: filters.check, cursor: filters.after }),
    enabled: filters.check !== undefined,
  })
  return (
    <>
      <Ready query={lines}>
        {({ lines: found }) => {
          // The register of residents stands above, with its own score.
          const checks = found
            .filter((line) => line.line !== 'resident')
            .flatMap((line) => line.checks.map((check) => ({ ...check, line: line.title })))
          return checks.length === 0 ? null : (
            <Panel>
              <DataTable
                caption={t.lineQuality}
                rows={checks}
                rowKey={(check) => check.id}
                columns={[
                  {
                    key: 'check',
                    title: t.checked,
                    head: true,
                    render: (check) => (
                      <>
                        <button
                          type="button"
                          className="link-button"
                          aria-pressed={filters.check === check.id}
                          onClick={() => setFilters({ check: check.id, after: undefined })}
                        >
                          {say(check.title)}
                        </button>
                        <div className="quiet small">{say(check.explanation)}</div>
                      </>
                    ),
                  },
                  { key: 'line', title: t.lineOfBusiness, render: (check) => say(check.line) },
                  {
                    key: 'severity',
                    title: t.severity,
                    render: (check) => (
                      <Chip tone={check.severity === 'error' ? 'bad' : 'warn'}>{t[check.severity]}</Chip>
                    ),
                  },
                  { key: 'looked', title: t.looked, align: 'right', render: (check) => grouped(check.looked) },
                  {
                    key: 'count',
                    title: t.errors,
                    align: 'right',
                    render: (check) => <strong>{grouped(check.count)}</strong>,
                  },
                  {
                    key: 'remedy',
                    title: t.remedy,
                    render: (check) => <span className="small">{say(check.remedy)}</span>,
                  },
                ]}
              />
            </Panel>
          )
        }}
      </Ready>
      {filters.check && (
        <Ready query={rows}>
          {(page) => (
            <Panel>
              {page.rows.length === 0 ? (
                <Nothing title={t.noErrors} />
              ) : (
                <DataTable
                  caption={t.toCorrect}
                  rows={page.rows}
                  rowKey={(row) => row.id}
                  columns={[
                    {
                      key: 'row',
                      title: c.ways,
                      head: true,
                      render: (row) =>
                        page.record === 'person' ? (
                          <Link to="/people/$id" params={{ id: row.id }}>
                            {t.open}
                          </Link>
                        ) : (
                          <Link to="/records/$record/$id" params={{ record: page.record, id: row.id }}>
                            {t.open}
                          </Link>
                        ),
                    },
                    { key: 'division', title: t.division, render: (row) => row.divisionName ?? row.division },
                    {
                      key: 'on',
                      title: c.date,
                      render: (row) => <span className="number">{row.happenedOn ?? '—'}</span>,
                    },
                  ]}
                />
              )}
              <Paging next={page.next} cursor={filters.after} onCursor={(after) => setFilters({ after })} />
            </Panel>
          )}
        </Ready>
      )}
    </>
  )
}
