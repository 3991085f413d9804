import { useEffect } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { download, get, post, remove } from '../api/client.ts'
import { queries, readAgain } from '../api/queries.ts'
import type { ImportRow, ImportRun } from '../api/administration-types.ts'
import type { Page } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { AskButton } from '../parts/ask.tsx'
import { Button } from '../parts/button.tsx'
import { notice } from '../parts/notice.tsx'
import { grouped } from '../parts/number.ts'
import { PageHead, Panel } from '../parts/page.tsx'
import { Paging } from '../parts/paging.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { DataTable, type Column } from '../parts/table.tsx'
import { useAddress } from '../shell/address.ts'
import { ImportStateMark } from './imports.tsx'
import { words } from './words.ts'

const RESULTS = 'examination-results'

/** What becomes of a row; its rows can be listed. */
const outcomes = ['accepted', 'duplicate', 'review', 'rejected'] as const

/** Counts that say more about the accepted rows. */
const details = ['updated', 'unchanged', 'added', 'skipped'] as const

function useOutcomeTitle(): (outcome: string) => string {
  const t = useWords(words)
  return (outcome) => (outcome in words ? t[outcome as (typeof outcomes)[number]] : outcome)
}

/** The live bar of reading or writing. */
function Progress({ run }: { run: ImportRun }) {
  const t = useWords(words)
  const share = run.total ? Math.min(100, ((run.done ?? 0) / run.total) * 100) : 5
  return (
    <Panel title={run.state === 'reading' ? t.reading : t.applying}>
      <div
        className="progress-live"
        role="progressbar"
        aria-valuenow={Math.round(share)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-label={t[run.state]}
      >
        <span style={{ width: `${share}%` }} />
      </div>
      <p className="number">{t.progress(run.done ?? 0, run.total ?? 0)}</p>
      <p className="quiet">{t.leave}</p>
    </Panel>
  )
}

const told = (value: unknown) => (value === null || value === undefined || value === '' ? '—' : String(value))

/** What a row is recognised by: a register's persons, or the first columns of an action's workbook. */
function useRowColumns(run: ImportRun): readonly Column<ImportRow>[] {
  const t = useWords(words)
  const say = useText()
  if (run.columns)
    return run.columns.map(({ key, title }) => ({
      key,
      title: say(title),
      narrow: true,
      render: (row) => told(row.values[key]),
    }))
  return [
    { key: 'name', title: t.name, narrow: true, render: (row) => told(row.values.name) },
    {
      key: 'number',
      title: t.number,
      narrow: true,
      render: (row) => <span className="number">{told(row.values.id18 ?? row.values.doc_number)}</span>,
    },
    { key: 'birth', title: t.birth, narrow: true, render: (row) => told(row.values.birth) },
    { key: 'head', title: t.head, narrow: true, render: (row) => told(row.values.household_head) },
  ]
}

/** Rows by outcome, each with its reasons and what to do about them. */
function Rows({ run, outcome }: { run: ImportRun; outcome: string }) {
  const t = useWords(words)
  const say = useText()
  const { id } = run
  const shown = useRowColumns(run)
  const title = useOutcomeTitle()
  const [filters, setFilters] = useAddress<'cursor'>()
  const query = useQuery({
    queryKey: ['import-rows', id, outcome, filters.cursor],
    queryFn: () => get<Page<ImportRow>>(`/api/imports/${id}/rows`, { outcome, limit: 50, cursor: filters.cursor }),
  })
  return (
    <Ready query={query}>
      {(page) => (
        <>
          <DataTable
            caption={`${t.rowsTitle}：${title(outcome)}`}
            rows={page.rows}
            rowKey={(row) => `${row.sheet}-${row.row}`}
            columns={[
              {
                key: 'where',
                title: `${t.sheet} · ${t.row}`,
                head: true,
                narrow: true,
                render: (row) => `${row.sheet} · ${row.row}`,
              },
              {
                key: 'reasons',
                title: t.reasons,
                render: (row) =>
                  row.reasons.length === 0 ? (
                    '—'
                  ) : (
                    <ul>
                      {row.reasons.map((reason) => (
                        <li key={reason.code}>
                          {run.record ? (
                            say(reason.text)
                          ) : (
                            <Chip tone={row.outcome === 'rejected' ? 'bad' : 'warn'}>{say(reason.text)}</Chip>
                          )}{' '}
                          <span className="quiet small">{say(reason.remedy)}</span>
                        </li>
                      ))}
                    </ul>
                  ),
              },
              ...shown,
            ]}
          />
          <Paging next={page.next} cursor={filters.cursor} onCursor={(cursor) => setFilters({ cursor })} />
        </>
      )}
    </Ready>
  )
}

function Outcome({ run }: { run: ImportRun }) {
  const t = useWords(words)
  const title = useOutcomeTitle()
  const navigate = useNavigate()
  const [filters, setFilters] = useAddress<'outcome' | 'cursor'>()
  const shown = outcomes.filter((outcome) => run.counts[outcome] !== undefined)
  const chosen =
    filters.outcome ?? shown.find((outcome) => (run.counts[outcome] ?? 0) > 0 && outcome !== 'accepted') ?? 'accepted'
  const apply = useMutation({
    mutationFn: () => post(`/api/imports/${run.id}/apply`),
    onSuccess: async () => {
      notice(t.started)
      await queries.invalidateQueries({ queryKey: ['import', run.id] })
    },
  })
  const drop = useMutation({
    mutationFn: () => remove(`/api/imports/${run.id}`),
    onSuccess: () => navigate({ to: '/imports' }),
  })
  const file = useMutation({
    mutationFn: () => download(`/api/imports/${run.id}/rejected.xlsx`, { name: 'rejected.xlsx' }),
  })
  const ofResults = run.register === RESULTS
  const faulty = (run.counts.rejected ?? 0) + (run.counts.review ?? 0)
  const error = apply.error ?? drop.error ?? file.error
  return (
    <>
      {run.state === 'preview' && <p className="confirm-note">{t.previewHint}</p>}
      {(run.unknownColumns?.length ?? 0) > 0 && (
        <p className="confirm-note" role="status">
          {t.unknownColumns(run.unknownColumns!.join(t.comma))}
        </p>
      )}
      {(run.skippedSheets?.length ?? 0) > 0 && run.record && (
        <p className="confirm-note" role="status">
          {t.skippedSheets(run.skippedSheets!.join(t.comma))}
        </p>
      )}
      <div className="outcomes" role="group" aria-label={t.outcome}>
        {shown.map((outcome) => (
          <button
            key={outcome}
            type="button"
            className="outcome"
            aria-pressed={chosen === outcome}
            onClick={() => setFilters({ outcome, cursor: undefined })}
          >
            <strong className="number">{grouped(run.counts[outcome] ?? 0)}</strong>
            {title(outcome)}
          </button>
        ))}
        {details
          .filter((detail) => (run.counts[detail] ?? 0) > 0)
          .map((detail) => (
            <div key={detail} className="outcome outcome-plain">
              <strong className="number">{grouped(run.counts[detail] ?? 0)}</strong>
              {run.record && detail === 'unchanged' ? t.writtenBefore : title(detail)}
            </div>
          ))}
      </div>
      {error && <Failure error={error} />}
      <div className="filters">
        {run.state === 'preview' && (
          <>
            {(!run.record || (run.counts.accepted ?? 0) > 0) && (
              <AskButton
                question={run.record ? t.actionApplyHint : ofResults ? t.resultsApplyHint : t.applyHint}
                busy={apply.isPending}
                onConfirm={() => apply.mutate()}
              >
                {t.apply}
              </AskButton>
            )}
            <AskButton look="danger" question={t.giveUpHint} busy={drop.isPending} onConfirm={() => drop.mutate()}>
              {t.giveUp}
            </AskButton>
          </>
        )}
        {faulty > 0 && (
          <>
            <Button busy={file.isPending} onClick={() => file.mutate()}>
              {t.rejectedFile}
            </Button>
            <span className="quiet small">{t.rejectedHint}</span>
          </>
        )}
      </div>
      <Rows run={run} outcome={chosen} />
    </>
  )
}

/** One import: live progress, preview, apply, what was refused. */
export default function ImportPage() {
  const t = useWords(words)
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const query = useQuery({
    queryKey: ['import', id],
    queryFn: () => get<ImportRun>(`/api/imports/${id}`),
    refetchInterval: (running) =>
      running.state.data?.state === 'reading' || running.state.data?.state === 'applying' ? 800 : false,
  })
  const done = query.data?.state === 'done'
  useEffect(() => {
    if (done) readAgain()
  }, [done])
  const say = useText()
  return (
    <Ready query={query}>
      {(run) => (
        <>
          <PageHead
            title={run.fileName ?? t.title}
            about={
              <>
                {run.record ? (
                  <Link to="/imports/of/$action" params={{ action: run.register }}>
                    {t.importOf(say(run.title))}
                  </Link>
                ) : (
                  <Link to={run.register === RESULTS ? '/imports/results' : '/imports'}>{say(run.title)}</Link>
                )}{' '}
                <ImportStateMark state={run.state} />{' '}
                {run.record && run.state === 'done' && (
                  <Link to="/records/$record" params={{ record: run.record }}>
                    {t.toList}
                  </Link>
                )}
              </>
            }
          />
          {run.state === 'failed' && (
            <div className="failure" role="alert">
              <p className="failure-title">{t.failed}</p>
              <p>{typeof run.problem === 'string' ? run.problem : say(run.problem)}</p>
            </div>
          )}
          {(run.state === 'reading' || run.state === 'applying') && <Progress run={run} />}
          {(run.state === 'preview' || run.state === 'done') && <Outcome run={run} />}
        </>
      )}
    </Ready>
  )
}
