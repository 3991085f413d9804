import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { notice } from '../parts/notice.tsx'
import { PageHead, Panel } from '../parts/page.tsx'
import { Failure, Nothing, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { useAccount } from '../session/session.ts'
import { useAddress } from '../shell/address.ts'
import { useCatalogue } from '../shell/house.ts'
import { CancelAppointment } from './cancel-appointment.tsx'
import type { FamilyAppointment, FamilyView } from './family-types.ts'
import { familyWords } from './family-words.ts'
import { OpenSessions } from './open-sessions.tsx'
import { useAct } from './use-act.ts'
import { useWeekday } from './use-weekday.ts'
import './vaccination.css'

const TONES = { overdue: 'bad', due: 'warn', future: 'plain' } as const

function Coming({ rows }: { rows: FamilyView['coming'] }) {
  const t = useWords(familyWords)
  const say = useText()
  return (
    <Panel title={t.coming}>
      <DataTable
        caption={t.coming}
        quietCaption
        empty={t.nothingComing}
        rows={rows}
        rowKey={(row) => `${row.dose.zh} ${row.from}`}
        columns={[
          { key: 'dose', title: t.dose, head: true, render: (row) => say(row.dose) },
          {
            key: 'standing',
            title: t.standing,
            render: (row) => <Chip tone={TONES[row.standing]}>{t[row.standing]}</Chip>,
          },
          {
            key: 'from',
            title: t.from,
            narrow: true,
            render: (row) => (row.standing === 'future' ? <span className="number">{row.from}</span> : t.now),
          },
          {
            key: 'latest',
            title: t.latest,
            narrow: true,
            render: (row) => <span className="number">{row.latest}</span>,
          },
        ]}
      />
    </Panel>
  )
}

function Given({ rows }: { rows: FamilyView['given'] }) {
  const t = useWords(familyWords)
  const say = useText()
  return (
    <Panel title={t.given}>
      <DataTable
        caption={t.given}
        quietCaption
        empty={t.nothingGiven}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'vaccine', title: t.vaccine, head: true, render: (row) => say(row.vaccine) },
          {
            key: 'counts',
            title: t.counts,
            render: (row) => row.counts.map(say).join('、') || <span className="quiet">{t.doesNotCount}</span>,
          },
          { key: 'on', title: t.on, narrow: true, render: (row) => <span className="number">{row.on}</span> },
        ]}
      />
    </Panel>
  )
}

function Earlier({ rows }: { rows: readonly FamilyAppointment[] }) {
  const t = useWords(familyWords)
  const say = useText()
  const { records } = useCatalogue()
  const states = records.get('immunization.appointment')?.states ?? {}
  if (rows.length === 0) return null
  return (
    <Panel title={t.earlier}>
      <DataTable
        caption={t.earlier}
        quietCaption
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'when',
            title: t.when,
            head: true,
            render: (row) => (
              <span className="number">
                {row.heldOn} {row.slot}
              </span>
            ),
          },
          { key: 'clinic', title: t.clinic, render: (row) => row.clinic },
          { key: 'state', title: t.state, render: (row) => <Chip>{say(states[row.state])}</Chip> },
        ]}
      />
    </Panel>
  )
}

/** The appointment that stands, or the sessions one may choose. */
function Booking({ view }: { view: FamilyView }) {
  const t = useWords(familyWords)
  const say = useText()
  const weekday = useWeekday()
  const act = useAct()
  const standing = view.appointments.find(({ state }) => state === 'booked')
  return (
    <>
      {act.error && <Failure error={act.error} />}
      {standing && (
        <Panel title={t.booked} className="family-appointment">
          <p className="family-when">
            <strong className="number">
              {standing.heldOn} {standing.slot}
            </strong>{' '}
            {weekday(standing.heldOn)} · {standing.clinic}
          </p>
          <p>
            {t.willGet}
            {standing.doses.map(say).join('、')}
          </p>
          <p className="quiet small">{t.bookedHint}</p>
          <CancelAppointment
            busy={act.isPending}
            onCancel={(reason) =>
              act.mutate(
                {
                  action: 'appointment.cancel',
                  input: { reason },
                  on: { id: standing.id, version: standing.version },
                },
                { onSuccess: () => notice(t.cancelled) },
              )
            }
          />
        </Panel>
      )}
      {!standing && (
        <OpenSessions
          sessions={view.sessions}
          busy={act.isPending}
          onBook={(session, slot) =>
            act.mutate(
              { action: 'appointment.book', input: { person: view.person, session, slot } },
              { onSuccess: () => notice(t.bookedNow) },
            )
          }
        />
      )}
      <Earlier rows={view.appointments.filter((each) => each !== standing)} />
    </>
  )
}

/** What a family does about vaccinations by itself: what is due, when to go, what was given. */
export default function FamilyPage() {
  const t = useWords(familyWords)
  const account = useAccount()
  const [filters, setFilters] = useAddress<'person'>()
  const query = useQuery({
    queryKey: ['board', 'family', filters.person ?? ''],
    queryFn: ({ signal }) => get<FamilyView>('/api/me/vaccination', { person: filters.person }, signal),
    staleTime: 0,
  })
  return (
    <Ready query={query}>
      {(view) => (
        <>
          <PageHead title={t.title} about={t.about}>
            {view.certificate && (
              <Link to="/certificates/$id" params={{ id: view.person }} className="button">
                {t.certificate}
              </Link>
            )}
          </PageHead>
          {view.family.length > 1 && (
            <div className="family-who" role="group" aria-label={t.who}>
              {view.family.map(({ id, name, birth }) => (
                <button
                  key={id}
                  type="button"
                  className={id === view.person ? 'button button-main' : 'button'}
                  aria-pressed={id === view.person}
                  onClick={() => setFilters({ person: id })}
                >
                  {name} <span className="small">{id === account.person ? t.self : t.born(birth)}</span>
                </button>
              ))}
            </div>
          )}
          {view.card === null ? (
            <Nothing title={t.noCard} hint={t.noCardHint} />
          ) : (
            <>
              <Booking view={view} />
              <Coming rows={view.coming} />
            </>
          )}
          <Given rows={view.given} />
        </>
      )}
    </Ready>
  )
}
