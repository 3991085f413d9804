import { Link } from '@tanstack/react-router'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Failure } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { minutesUntil } from './minutes.ts'
import type { Visit } from './types.ts'
import { useAct } from './use-act.ts'
import { words } from './words.ts'

const timeOf = (moment: string) => moment.slice(11)

/** How long somebody still stays; the words say it, the colour helps. */
export function StayChip({ until, now }: { until: string; now: string }) {
  const t = useWords(words)
  const left = minutesUntil(now, until)
  return left > 0 ? <Chip tone="warn">{t.minutesLeft(left)}</Chip> : <Chip tone="good">{t.timeUp}</Chip>
}

function Waiting({ visit, now }: { visit: Visit; now: string }) {
  const t = useWords(words)
  const act = useAct()
  const on = { id: visit.id, version: visit.version }
  const waits = visit.state !== 'observing'
  const next = visit.state === 'registered' ? t.doPreCheck : visit.state === 'checked' ? t.doVaccinate : t.doLeave
  return (
    <li className={`vaccination-visit ${visit.calledAt ? 'vaccination-called' : ''}`}>
      <p className="vaccination-who">
        <strong className="number">{t.number(visit.number)}</strong> {visit.name}{' '}
        <span className="quiet small number">{visit.birth}</span>
      </p>
      <p className="small">
        {visit.calledAt && <Chip tone="accent">{t.calledAt(timeOf(visit.calledAt))}</Chip>}
        {visit.observeUntil && !waits && (
          <>
            {t.until(timeOf(visit.observeUntil))} <StayChip until={visit.observeUntil} now={now} />
          </>
        )}
      </p>
      <p className="vaccination-ways no-print">
        {waits && (
          <Button busy={act.isPending} onClick={() => act.mutate({ action: 'visit.call', on })}>
            {visit.calledAt ? t.callAgain : t.call}
          </Button>
        )}
        {waits && visit.calledAt && (
          <Button busy={act.isPending} onClick={() => act.mutate({ action: 'visit.pass-over', on })}>
            {t.passOver}
          </Button>
        )}
        <Link to="/vaccination/$id" params={{ id: visit.id } as never} className="button button-main">
          {next}
        </Link>
      </p>
      {act.error && <Failure error={act.error} />}
    </li>
  )
}

/** One queue of the morning, in the order of turn. */
export function Queue({ title, visits, now }: { title: string; visits: readonly Visit[]; now: string }) {
  const t = useWords(words)
  return (
    <section className="panel vaccination-queue">
      <div className="panel-head">
        <h2>{title}</h2>
        <span className="panel-aside number">{visits.length}</span>
      </div>
      {visits.length === 0 ? (
        <p className="quiet">{t.nobody}</p>
      ) : (
        <ul>
          {visits.map((visit) => (
            <Waiting key={visit.id} visit={visit} now={now} />
          ))}
        </ul>
      )}
    </section>
  )
}
