import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get, post } from '../api/client.ts'
import type { JournalEntry, JournalVerdict } from '../api/administration-types.ts'
import type { Page } from '../api/types.ts'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Moment } from '../parts/moment.tsx'
import { Filters, PageHead } from '../parts/page.tsx'
import { Paging } from '../parts/paging.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { DataTable } from '../parts/table.tsx'
import { fieldText } from '../records/field-value.tsx'
import { useAddress } from '../shell/address.ts'
import { useCatalogue, useConfigurable } from '../shell/house.ts'
import { words } from './words.ts'
import './administration.css'

function Verdict({ verdict }: { verdict: JournalVerdict }) {
  const t = useWords(words)
  const say = useText()
  if (verdict.ok) {
    return (
      <p className="verdict-good" role="status">
        ✓ {t.intact(verdict.entries, verdict.seals)}
      </p>
    )
  }
  const { problem } = verdict
  return (
    <div className="failure" role="alert">
      <p className="failure-title">{t.broken}</p>
      {problem && (
        <p>
          {'zh' in problem
            ? say(problem as { zh: string; en: string })
            : Object.values(problem)
                .map((part) => fieldText(part, undefined, say))
                .join('，')}
        </p>
      )}
    </div>
  )
}

/** What was written, by whom, when; and the proof that nothing was changed since. */
export default function Journal() {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const records = useConfigurable()
  const seen = useCatalogue().records
  const [filters, setFilters] = useAddress<'person' | 'record' | 'cursor'>()
  const query = useQuery({
    queryKey: ['journal', filters.person, filters.record, filters.cursor],
    queryFn: () =>
      get<Page<JournalEntry>>('/api/admin/journal', {
        person: filters.person,
        record: filters.record,
        limit: 50,
        cursor: filters.cursor,
      }),
    placeholderData: keepPreviousData,
  })
  const verify = useMutation({ mutationFn: () => post<JournalVerdict>('/api/admin/journal/verify') })
  return (
    <>
      <PageHead title={t.journal} about={t.journalAbout}>
        <Button look="main" busy={verify.isPending} onClick={() => verify.mutate()}>
          {t.verify}
        </Button>
      </PageHead>
      {verify.error && <Failure error={verify.error} />}
      {verify.data && <Verdict verdict={verify.data} />}
      <Filters>
        <select
          className="field"
          aria-label={t.record}
          value={filters.record ?? ''}
          onChange={(event) => setFilters({ record: event.target.value || undefined, cursor: undefined })}
        >
          <option value="">{c.all}</option>
          {[...records.values()].map((record) => (
            <option key={record.id} value={record.id}>
              {say(record.title)}
            </option>
          ))}
        </select>
      </Filters>
      <Ready query={query}>
        {(page) => (
          <>
            <DataTable
              caption={t.journal}
              rows={page.rows}
              rowKey={(row) => String(row.seq)}
              columns={[
                {
                  key: 'action',
                  title: t.action,
                  head: true,
                  render: (row) => (typeof row.action === 'string' ? row.action : say(row.action)),
                },
                { key: 'who', title: t.who, render: (row) => row.accountName },
                { key: 'when', title: t.when, narrow: true, render: (row) => <Moment at={row.at} /> },
                {
                  key: 'what',
                  title: t.what,
                  render: (row) => {
                    const type = row.record ? records.get(row.record) : undefined
                    if (!type) return '—'
                    return seen.has(type.id) && row.recordId ? (
                      <Link to="/records/$record/$id" params={{ record: type.id, id: row.recordId }}>
                        {say(type.title)}
                      </Link>
                    ) : (
                      say(type.title)
                    )
                  },
                },
                {
                  key: 'changes',
                  title: t.changes,
                  render: (row) =>
                    row.changes
                      ?.filter((change) => change.before !== change.after)
                      .map(
                        (change) =>
                          `${say(change.field)}：${fieldText(change.before, undefined, say)} → ${fieldText(change.after, undefined, say)}`,
                      )
                      .join('；') || '—',
                },
              ]}
            />
            <Paging next={page.next} cursor={filters.cursor} onCursor={(cursor) => setFilters({ cursor })} />
          </>
        )}
      </Ready>
    </>
  )
}
