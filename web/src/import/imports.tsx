import type { ReactNode } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { download } from '../api/client.ts'
import { getList } from '../api/rows.ts'
import type { ImportRun } from '../api/administration-types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Moment } from '../parts/moment.tsx'
import { PageHead, Panel } from '../parts/page.tsx'
import { Failure, Nothing, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { useCatalogue, useHouse } from '../shell/house.ts'
import { UploadBox } from './upload-box.tsx'
import { words } from './words.ts'

/** Where an import stands. */
export function ImportStateMark({ state }: { state: ImportRun['state'] }) {
  const t = useWords(words)
  return <Chip tone={state === 'done' ? 'good' : state === 'failed' ? 'bad' : 'accent'}>{t[state]}</Chip>
}

/** Whoever may enter a result may import results. */
const RESULTS = 'physical-examination.result.record'
const TABLES = '.xlsx,.csv,.xls'

/** Uploads workbooks of one kind (a register, or an action) and lists the imports of that kind so far. */
export function ImportDesk({
  register,
  title,
  about,
  accept = TABLES,
  children,
}: {
  register: string
  title: string
  about: ReactNode
  accept?: string
  children?: ReactNode
}) {
  const t = useWords(words)
  const navigate = useNavigate()
  const query = useQuery({
    queryKey: ['imports'],
    queryFn: () => getList<ImportRun>('/api/imports'),
    refetchInterval: (running) =>
      running.state.data?.some((run) => run.state === 'reading' || run.state === 'applying') ? 1500 : false,
  })
  const template = useMutation({
    mutationFn: () => download(`/api/imports/${register}/template.xlsx`, { name: `${title}.xlsx` }),
  })
  return (
    <>
      <PageHead title={title} about={about}>
        {children}
        <Button busy={template.isPending} onClick={() => template.mutate()}>
          {t.template}
        </Button>
      </PageHead>
      {template.error && <Failure error={template.error} />}
      <UploadBox<ImportRun>
        path={`/api/imports/${register}`}
        accept={accept}
        label={accept === TABLES ? t.drop : t.dropResults}
        onDone={(run) => void navigate({ to: '/imports/$id', params: { id: run.id } })}
      />
      <Ready query={query}>
        {(all) => {
          const rows = all.filter((run) => run.register === register)
          return rows.length === 0 ? (
            <Nothing title={t.none} hint={t.noneHint} />
          ) : (
            <DataTable
              caption={t.runs}
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'file',
                  title: t.file,
                  head: true,
                  render: (row) => (
                    <Link to="/imports/$id" params={{ id: row.id }}>
                      {row.fileName ?? row.id}
                    </Link>
                  ),
                },
                { key: 'state', title: t.state, render: (row) => <ImportStateMark state={row.state} /> },
                { key: 'accepted', title: t.accepted, align: 'right', render: (row) => row.counts.accepted ?? '—' },
                { key: 'rejected', title: t.rejected, align: 'right', render: (row) => row.counts.rejected ?? '—' },
                { key: 'by', title: t.by, render: (row) => row.accountName ?? '—' },
                { key: 'at', title: t.at, narrow: true, render: (row) => <Moment at={row.startedAt} /> },
              ]}
            />
          )
        }}
      </Ready>
    </>
  )
}

/** The actions of every line of business that take a workbook from this reader. */
function OtherImports() {
  const t = useWords(words)
  const say = useText()
  const lines = useHouse()
    .domains.map((domain) => ({ ...domain, actions: domain.actions.filter((action) => action.importable) }))
    .filter((domain) => domain.actions.length > 0)
  if (lines.length === 0) return null
  return (
    <Panel title={t.others}>
      <dl className="facts">
        {lines.map((domain) => (
          <div key={domain.id}>
            <dt>{say(domain.title)}</dt>
            <dd className="word-links">
              {domain.actions.map((action) => (
                <Link key={action.id} to="/imports/of/$action" params={{ action: action.id }}>
                  {say(action.title)}
                </Link>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

/** Registers of residents, and the way to the workbooks of everything else. */
export default function Imports() {
  const t = useWords(words)
  const { actions } = useCatalogue()
  return (
    <>
      <ImportDesk register="residents" title={t.title} about={t.about}>
        {actions.has(RESULTS) && (
          <Link to="/imports/results" className="button button-plain">
            {t.resultsTitle}
          </Link>
        )}
      </ImportDesk>
      <OtherImports />
    </>
  )
}
