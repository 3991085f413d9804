import { useEffect } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { PageHead, Panel } from '../parts/page.tsx'
import { Failure, Nothing, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { useLive } from '../records/board.tsx'
import { useAddress } from '../shell/address.ts'
import { useCatalogue } from '../shell/house.ts'
import { Queue } from './queue.tsx'
import type { Appointment, Morning } from './types.ts'
import { useAct } from './use-act.ts'
import { words } from './words.ts'
import './vaccination.css'

function Appointments({
  rows,
  session,
  open,
  later,
}: {
  rows: readonly Appointment[]
  session: string
  open: boolean
  /** The session is still to come: its families are reminded, nobody arrives. */
  later: boolean
}) {
  const t = useWords(words)
  const say = useText()
  const { records } = useCatalogue()
  const type = records.get('immunization.appointment')
  const act = useAct()
  return (
    <Panel title={t.appointments}>
      {act.error && <Failure error={act.error} />}
      <DataTable
        caption={t.appointments}
        quietCaption
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'slot', title: t.slot, narrow: true, render: (row) => <span className="number">{row.slot}</span> },
          {
            key: 'name',
            title: t.name,
            head: true,
            render: (row) => (
              <Link to="/people/$id" params={{ id: row.person }}>
                {row.name}
              </Link>
            ),
          },
          { key: 'birth', title: t.birth, narrow: true, render: (row) => <span className="number">{row.birth}</span> },
          {
            key: 'due',
            title: t.due,
            render: (row) => row.doses.map((dose) => say(type?.fields['doses']?.values?.[dose])).join('、'),
          },
          {
            key: 'phone',
            title: t.phone,
            narrow: true,
            render: (row) => <span className="number">{row.phone ?? '—'}</span>,
          },
          { key: 'state', title: t.state, render: (row) => <Chip>{say(type?.states[row.state])}</Chip> },
          {
            key: 'ways',
            title: '',
            render: (row) =>
              open &&
              row.state === 'booked' &&
              (later ? (
                <Button
                  busy={act.isPending}
                  disabled={row.remindedAt !== null}
                  onClick={() =>
                    act.mutate({
                      action: 'appointment.remind',
                      input: { by: 'phone' },
                      on: { id: row.id, version: row.version },
                    })
                  }
                >
                  {row.remindedAt ? t.reminded : t.remind}
                </Button>
              ) : (
                <Button
                  busy={act.isPending}
                  onClick={() => act.mutate({ action: 'visit.arrive', input: { person: row.person, session } })}
                >
                  {t.arrive}
                </Button>
              )),
          },
        ]}
      />
    </Panel>
  )
}

/** The morning at the clinic: who is invited, who waits for what, who is observed until when. Followed live. */
export default function MorningPage() {
  const t = useWords(words)
  const { actions } = useCatalogue()
  const [filters, setFilters] = useAddress<'session' | 'on'>()
  const query = useQuery({
    queryKey: ['board', 'vaccination', filters.on ?? '', filters.session ?? ''],
    queryFn: ({ signal }) =>
      get<Morning>('/api/vaccination/morning', { on: filters.on, session: filters.session }, signal),
    staleTime: 0,
  })
  const found = query.data?.session?.id
  useEffect(() => {
    if (found && found !== filters.session) setFilters({ session: found }, true)
  }, [found, filters.session, setFilters])
  useLive('immunization.session', found ?? '', found !== undefined)
  const day = (
    <input
      type="date"
      className="field vaccination-day"
      aria-label={t.day}
      value={filters.on ?? query.data?.now.slice(0, 10) ?? ''}
      onChange={(event) => setFilters({ on: event.target.value || undefined, session: undefined })}
    />
  )
  return (
    <Ready query={query}>
      {({ session, sessions, visits, appointments, now }) => {
        if (!session)
          return (
            <>
              <PageHead title={t.title} about={t.about}>
                {day}
              </PageHead>
              <Nothing title={t.noSession} hint={t.noSessionHint}>
                {actions.has('immunization.session.plan') && (
                  <Link
                    to="/do/$action"
                    params={{ action: 'immunization.session.plan' }}
                    className="button button-main"
                  >
                    {t.plan}
                  </Link>
                )}
              </Nothing>
            </>
          )
        const ended = (state: string) => visits.filter((each) => each.state === state).length
        const open = session.state === 'open'
        return (
          <>
            <PageHead
              title={t.title}
              about={`${session.institutionName ?? ''} · ${session.heldOn} ${session.opensAt}—${session.closesAt} · ${t.about}`}
            >
              {day}
              {sessions.length > 1 && (
                <select
                  className="field"
                  aria-label={t.session}
                  value={session.id}
                  onChange={(event) => setFilters({ session: event.target.value })}
                >
                  {sessions.map((each) => (
                    <option key={each.id} value={each.id}>
                      {each.institutionName ?? each.heldOn}
                    </option>
                  ))}
                </select>
              )}
              {open &&
                ['immunization.visit.arrive', 'immunization.appointment.book'].map((action) => (
                  <Link
                    key={action}
                    to="/do/$action"
                    params={{ action }}
                    search={{ fill: `session=${session.id}` } as never}
                    className="button"
                  >
                    {action.endsWith('book') ? t.book : t.walkIn}
                  </Link>
                ))}
              <Link
                to="/records/$record/$id"
                params={{ record: 'immunization.session', id: session.id }}
                className="button"
              >
                {t.record}
              </Link>
            </PageHead>
            <ul className="vaccination-slots">
              {session.slots.map(({ slot, left }) => (
                <li key={slot} className={left > 0 ? '' : 'vaccination-slot-full'}>
                  <span className="number">{slot}</span> <span className="quiet small">{t.left(left)}</span>
                </li>
              ))}
            </ul>
            <div className="vaccination-board">
              <Queue title={t.forPreCheck} visits={visits.filter(({ state }) => state === 'registered')} now={now} />
              <Queue title={t.forDose} visits={visits.filter(({ state }) => state === 'checked')} now={now} />
              <Queue title={t.observing} visits={visits.filter(({ state }) => state === 'observing')} now={now} />
            </div>
            <p className="quiet small vaccination-done">
              {t.doneCount(ended('left'), ended('deferred'), ended('gone'))}
            </p>
            <Appointments
              rows={appointments}
              session={session.id}
              open={open}
              later={session.heldOn > now.slice(0, 10)}
            />
          </>
        )
      }}
    </Ready>
  )
}
