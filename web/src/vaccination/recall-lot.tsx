import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { download, get } from '../api/client.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { notice } from '../parts/notice.tsx'
import { grouped } from '../parts/number.ts'
import { PageHead, Panel } from '../parts/page.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { useRight } from '../session/session.ts'
import { useAddress } from '../shell/address.ts'
import { useCatalogue } from '../shell/house.ts'
import { RecallContact } from './recall-contact.tsx'
import type { Recall, Recipient, Standing, StockOfLot } from './recall-types.ts'
import { recallWords } from './recall-words.ts'
import { vaccineTitles } from './vaccine-titles.ts'

const TONES = { open: 'bad', missed: 'warn', told: 'good' } as const
const STANDINGS = ['open', 'missed', 'told'] as const

function Stock({ rows, stopped }: { rows: readonly StockOfLot[]; stopped: boolean }) {
  const t = useWords(recallWords)
  const say = useText()
  const { records, actions } = useCatalogue()
  const states = records.get('immunization.lot')?.states ?? {}
  const mayStop = actions.has('immunization.lot.stop')
  return (
    <Panel title={t.stock}>
      {!stopped && <p>{t.stopFirst}</p>}
      <DataTable
        caption={t.stock}
        quietCaption
        empty={t.noStock}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'clinic',
            title: t.clinic,
            head: true,
            render: (row) => (
              <Link to="/records/$record/$id" params={{ record: 'immunization.lot', id: row.id }}>
                {row.institutionName ?? '—'}
              </Link>
            ),
          },
          { key: 'manufacturer', title: t.manufacturer, render: (row) => row.manufacturer },
          {
            key: 'expires',
            title: t.expires,
            narrow: true,
            render: (row) => <span className="number">{row.expiresOn}</span>,
          },
          { key: 'left', title: t.left, align: 'right', render: (row) => grouped(row.left) },
          {
            key: 'state',
            title: t.state,
            render: (row) => (
              <Chip tone={row.state === 'stopped' ? 'bad' : 'plain'}>
                {say(states[row.state])} {row.stoppedOn}
              </Chip>
            ),
          },
          { key: 'reason', title: t.reason, render: (row) => row.stoppedReason ?? '—' },
          {
            key: 'ways',
            title: '',
            render: (row) =>
              mayStop &&
              row.state !== 'stopped' && (
                <Link
                  to="/do/$action"
                  params={{ action: 'immunization.lot.stop' }}
                  search={{ id: row.id }}
                  className="button button-danger"
                >
                  {t.stop}
                </Link>
              ),
          },
        ]}
      />
    </Panel>
  )
}

function Told({ row }: { row: Recipient }) {
  const t = useWords(recallWords)
  const say = useText()
  const { records } = useCatalogue()
  const ways = records.get('immunization.recall-notice')?.fields['way']?.values ?? {}
  return (
    <>
      <Chip tone={TONES[row.standing]}>{t[row.standing]}</Chip>
      {row.notice && (
        <span className="quiet small">
          {' '}
          {row.notice.on} {row.notice.by} {say(ways[row.notice.way])}
          {row.notice.attempts > 1 && ` · ${t.attempts(row.notice.attempts)}`}
          {row.notice.note && ` · ${row.notice.note}`}
        </span>
      )}
    </>
  )
}

function People({ rows, stopped, mayTell }: { rows: readonly Recipient[]; stopped: boolean; mayTell: boolean }) {
  const t = useWords(recallWords)
  const say = useText()
  const { records } = useCatalogue()
  const severities = records.get('immunization.adverse-event')?.fields['severity']?.values ?? {}
  return (
    <DataTable
      caption={t.people}
      quietCaption
      empty={t.nobody}
      rows={rows}
      rowKey={(row) => row.vaccination}
      columns={[
        {
          key: 'name',
          title: t.name,
          head: true,
          render: (row) => (
            <>
              <Link to="/people/$id" params={{ id: row.person }}>
                {row.name}
              </Link>{' '}
              {(row.residence === 'departed' || row.residence === 'died') && <Chip>{t[row.residence]}</Chip>}
            </>
          ),
        },
        { key: 'birth', title: t.birth, narrow: true, render: (row) => <span className="number">{row.birth}</span> },
        { key: 'place', title: t.place, render: (row) => row.divisionName },
        {
          key: 'phone',
          title: t.phone,
          narrow: true,
          render: (row) => <span className="number">{row.phone ?? '—'}</span>,
        },
        {
          key: 'given',
          title: t.givenOn,
          render: (row) => (
            <>
              <span className="number">{row.givenOn}</span> <span className="quiet small">{row.institutionName}</span>
            </>
          ),
        },
        {
          key: 'event',
          title: t.events,
          render: (row) =>
            row.event ? (
              <Link to="/records/$record/$id" params={{ record: 'immunization.adverse-event', id: row.event.id }}>
                {say(severities[row.event.severity])}
              </Link>
            ) : (
              '—'
            ),
        },
        { key: 'standing', title: t.standing, render: (row) => (stopped ? <Told row={row} /> : '—') },
        {
          key: 'ways',
          title: '',
          render: (row) =>
            stopped && mayTell && row.standing !== 'told' && row.residence !== 'died' ? (
              <RecallContact vaccination={row.vaccination} />
            ) : null,
        },
      ]}
    />
  )
}

/** One lot: where it lies, who had it, who of them knows. */
export function RecallOfLot({ vaccine, lotNumber }: { vaccine: string; lotNumber: string }) {
  const t = useWords(recallWords)
  const say = useText()
  const { records, actions } = useCatalogue()
  const mayExport = useRight('export')
  const [filters, setFilters] = useAddress<'vaccine' | 'lotNumber' | 'standing' | 'page'>()
  const title = say(vaccineTitles(records)[vaccine]) || vaccine
  const { standing } = filters
  const page = Number(filters.page ?? 1)
  const query = useQuery({
    queryKey: ['board', 'recall', vaccine, lotNumber, standing ?? '', page],
    queryFn: ({ signal }) => get<Recall>('/api/vaccination/recall', { vaccine, lotNumber, standing, page }, signal),
  })
  const save = useMutation({
    mutationFn: () =>
      download('/api/vaccination/recall/export', {
        query: { vaccine, lotNumber, standing },
        name: `${t.title}-${lotNumber}.xlsx`,
      }),
    onSuccess: () => notice(t.exported),
  })
  return (
    <>
      <PageHead title={`${t.title} · ${title} ${lotNumber}`} about={t.about}>
        {mayExport && (
          <Button busy={save.isPending} onClick={() => save.mutate()}>
            {t.export}
          </Button>
        )}
        <Link to="/recalls" className="button">
          {t.back}
        </Link>
      </PageHead>
      {save.error && <Failure error={save.error} />}
      <Ready query={query}>
        {(recall) => {
          const { open, missed, told } = recall.counts
          const stopped = recall.stoppedOn !== null
          const count = (each: Standing | undefined) => (each ? recall.counts[each] : open + missed + told)
          return (
            <>
              {records.has('immunization.lot') && <Stock rows={recall.stock} stopped={stopped} />}
              <Panel title={t.people}>
                <div className="recall-standings no-print" role="group" aria-label={t.standing}>
                  {(stopped ? [undefined, ...STANDINGS] : [undefined]).map((each) => (
                    <button
                      key={each ?? 'all'}
                      type="button"
                      className="button"
                      aria-pressed={standing === each}
                      onClick={() => setFilters({ standing: each, page: undefined })}
                    >
                      {each ? t[each] : t.everybody} <span className="number">{grouped(count(each))}</span>
                    </button>
                  ))}
                  {recall.counts.events > 0 && (
                    <Chip tone="warn">
                      {t.events} {recall.counts.events}
                    </Chip>
                  )}
                </div>
                <People rows={recall.rows} stopped={stopped} mayTell={actions.has('immunization.recall-notice.tell')} />
                {recall.pages > 1 && (
                  <nav className="table-foot no-print" aria-label={t.next}>
                    <button
                      type="button"
                      className="plain-button"
                      disabled={page <= 1}
                      onClick={() => setFilters({ page: String(page - 1) })}
                    >
                      {t.previous}
                    </button>
                    <span className="quiet">{t.pageOf(page, recall.pages, recall.total)}</span>
                    <button
                      type="button"
                      className="plain-button"
                      disabled={page >= recall.pages}
                      onClick={() => setFilters({ page: String(page + 1) })}
                    >
                      {t.next}
                    </button>
                  </nav>
                )}
              </Panel>
            </>
          )
        }}
      </Ready>
    </>
  )
}
