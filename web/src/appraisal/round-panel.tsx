import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { download, get } from '../api/client.ts'
import type { RecordRow, Text } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Panel } from '../parts/page.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { Value } from '../parts/value.tsx'
import { useRight } from '../session/session.ts'
import { words } from './words.ts'
import './appraisal.css'

interface Sheet {
  id: string
  unitName: string
  total: string | null
  bonus: string | null
  grade: string | null
  rank: number | null
  veto: string | null
  awaiting: number
  groups: (string | null)[]
}

interface Round {
  results: { unit: string; unitName: string; total: string; grade: string | null; rank: number }[]
  groups: { title: Text; full: number }[]
  sheets: Sheet[]
}

function Total({ value }: { value: string | null }) {
  return (
    <>
      {value !== null && (
        <span className="appraisal-bar" aria-hidden>
          <span style={{ width: `${Math.min(100, Number(value))}%` }} />
        </span>
      )}
      <strong>
        <Value value={value} />
      </strong>
    </>
  )
}

/** An appraisal's units in order of rank, with their scores by group; to units, what was published. */
export default function RoundPanel({ row }: { row: RecordRow }) {
  const t = useWords(words)
  const say = useText()
  const mayExport = useRight('export')
  const query = useQuery({
    queryKey: ['appraisal-round', row.id],
    queryFn: () => get<Round>(`/api/appraisal/rounds/${row.id}`),
  })
  const save = useMutation({
    mutationFn: () => download(`/api/appraisal/rounds/${row.id}/workbook`, { name: `${String(row['name'])}.xlsx` }),
  })
  return (
    <Panel
      className="appraisal-ranking"
      title={t.ranking}
      aside={
        mayExport && (
          <Button busy={save.isPending} onClick={() => save.mutate()}>
            {t.workbook}
          </Button>
        )
      }
    >
      {save.error && <Failure error={save.error} />}
      <Ready query={query}>
        {({ results, groups, sheets }) => {
          // Who stands at the county has all sheets in sight; a unit has its own, and what was published of the others.
          if (sheets.length < results.length) {
            const own = new Map(sheets.map((sheet) => [sheet.unitName, sheet.id]))
            return (
              <DataTable
                quietCaption
                caption={t.ranking}
                rows={results}
                rowKey={(each) => each.unit}
                columns={[
                  { key: 'rank', title: t.rank, align: 'right', narrow: true, render: (each) => each.rank },
                  {
                    key: 'unit',
                    title: t.unit,
                    head: true,
                    render: (each) =>
                      own.has(each.unitName) ? (
                        <Link
                          to="/records/$record/$id"
                          params={{ record: 'appraisal.sheet', id: own.get(each.unitName)! }}
                        >
                          {each.unitName}
                        </Link>
                      ) : (
                        each.unitName
                      ),
                  },
                  {
                    key: 'total',
                    title: t.total,
                    unit: t.points,
                    align: 'right',
                    render: (each) => <Total value={each.total} />,
                  },
                  { key: 'grade', title: t.grade, render: (each) => each.grade ?? '—' },
                ]}
              />
            )
          }
          return (
            <DataTable
              quietCaption
              caption={t.ranking}
              rows={sheets}
              rowKey={(each) => each.id}
              columns={[
                { key: 'rank', title: t.rank, align: 'right', narrow: true, render: (each) => each.rank ?? '—' },
                {
                  key: 'unit',
                  title: t.unit,
                  head: true,
                  render: (each) => (
                    <Link
                      className="appraisal-unit"
                      to="/records/$record/$id"
                      params={{ record: 'appraisal.sheet', id: each.id }}
                    >
                      {each.unitName}
                    </Link>
                  ),
                },
                {
                  key: 'total',
                  title: t.total,
                  unit: t.points,
                  align: 'right',
                  render: (each) => <Total value={each.total} />,
                },
                {
                  key: 'grade',
                  title: t.grade,
                  render: (each) =>
                    each.veto ? (
                      <Chip tone="bad">{t.vetoed}</Chip>
                    ) : each.awaiting > 0 ? (
                      <Chip tone="warn">{t.waiting(each.awaiting)}</Chip>
                    ) : (
                      <span className="appraisal-grade">{each.grade ?? '—'}</span>
                    ),
                },
                ...groups.map((group, index) => ({
                  key: `group-${index}`,
                  title: say(group.title),
                  unit: t.fullOf(String(group.full)),
                  align: 'right' as const,
                  render: (each: Sheet) => <Value value={each.groups[index] ?? null} />,
                })),
              ]}
            />
          )
        }}
      </Ready>
    </Panel>
  )
}
