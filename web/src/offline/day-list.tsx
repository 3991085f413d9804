import { useMemo, useState } from 'react'
import { Link } from '@tanstack/react-router'
import type { TaskList, TaskRow } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { LightSign } from '../parts/light.tsx'
import { grouped } from '../parts/number.ts'
import { PageHead } from '../parts/page.tsx'
import { Loading, Nothing } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { columnText, columnTitle } from '../records/field-value.tsx'
import { useAddress } from '../shell/address.ts'
import { useHouse } from '../shell/house.ts'
import { Way } from '../tasks/way.tsx'
import { words as taskWords } from '../tasks/words.ts'
import { localAnswer } from './answers.ts'
import { deviceNow, shownVillage } from './device.ts'
import { lastOf, legsOf, stopsOf, type Stop } from './route.ts'
import { useDeviceState } from './state.ts'
import type { Village } from './village.ts'
import { words } from './words.ts'
import './offline.css'

/** So many people are drawn at first: a phone takes its time with five hundred. */
const SHOWN = 60

/** What was found last time, so that the doctor knows before knocking. */
function Last({ village, task }: { village: Village; task: TaskRow }) {
  const t = useWords(words)
  const say = useText()
  const last = lastOf(village, task)
  if (!last) return <p className="stop-last quiet">{t.noLast}</p>
  const { row, type, fields } = last
  return (
    <p className="stop-last">
      <span className="quiet">{t.last(row.happenedOn)}</span>{' '}
      {fields.map((name) => {
        const field = type.fields[name]
        return (
          <span key={name} className="stop-value">
            <span className="quiet">{say(columnTitle(name, type))}</span>{' '}
            <strong className="number">{columnText(row, name, type, say)}</strong>
            {field?.unit && <span className="quiet small"> {say(field.unit)}</span>}
          </span>
        )
      })}
    </p>
  )
}

function Work({ village, task }: { village: Village; task: TaskRow }) {
  const t = useWords(taskWords)
  const say = useText()
  const light = task.overdueDays > 0 ? (task.severity === 'statutory' ? 'red' : 'yellow') : 'green'
  return (
    <li className={`stop-work light-${light}`}>
      <LightSign light={light} />
      <div className="task-words">
        <p>{say(task.title)}</p>
        <p className="small">
          <span className={task.overdueDays > 0 ? 'task-overdue' : 'quiet'}>
            {task.overdueDays > 0 ? t.overdueDays(task.overdueDays) : t.dueOn(task.dueOn)}
          </span>{' '}
          {task.severity === 'statutory' && <Chip tone="bad">{t.statutory}</Chip>}
        </p>
      </div>
      <Way task={task} />
      <Last village={village} task={task} />
    </li>
  )
}

function StopCard({ village, stop }: { village: Village; stop: Stop }) {
  const t = useWords(words)
  const { person } = stop
  return (
    <li className="stop">
      <div className="stop-head">
        <Link to="/people/$id" params={{ id: person.id }} className="stop-name">
          {person.name}
        </Link>
        {person.age !== null && <span className="quiet">{t.age(person.age)}</span>}
        {person.household && person.householdNumber && (
          <Link to="/households/$id" params={{ id: person.household }} className="stop-household">
            {t.household(person.householdNumber)}
          </Link>
        )}
        {person.phone && (
          <a href={`tel:${person.phone}`} className="stop-call" aria-label={`${t.call} ${person.name}`}>
            <Icon name="call" />
          </a>
        )}
      </div>
      {person.address && <p className="quiet small">{person.address}</p>}
      <ul>
        {stop.tasks.map((task) => (
          <Work key={`${task.task}-${task.recordId}-${task.dueOn}`} village={village} task={task} />
        ))}
      </ul>
    </li>
  )
}

/** The day's work of a village from the copy on the device: who is to be visited, in the order of the way, with what was found last time. */
export default function DayList() {
  const t = useWords(words)
  const k = useWords(taskWords)
  const say = useText()
  const house = useHouse()
  const device = useDeviceState()
  const [filters, setFilters] = useAddress<'kind' | 'overdue' | 'order'>()
  const [shown, setShown] = useState(SHOWN)
  const { kind, overdue, order } = filters
  const found = useMemo(() => {
    const village = shownVillage()
    if (!village) return undefined
    const query = { limit: '100000', ...(kind ? { kind } : {}), ...(overdue ? { overdue } : {}) }
    const list = localAnswer(village, '/api/tasks', query, deviceNow()) as TaskList
    const stops = stopsOf(village, list.rows)
    // Who has the first piece of work in turn is the first stop.
    const legs = order === 'due' ? [{ group: '', stops }] : legsOf(stops)
    return { village, counts: list.counts, legs, stops: stops.length }
    // What lies on the device is read again when it has changed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [device.changes, kind, overdue, order])
  if (!found) return device.busy ? <Loading /> : <Nothing title={t.never} hint={t.about} />
  const { village, counts, legs } = found
  let room = shown
  return (
    <>
      <PageHead title={t.day} about={k.about(house.today)}>
        <Link to="/scan" className="button button-plain">
          <Icon name="scan" /> {t.scan}
        </Link>
      </PageHead>
      <div className="task-kinds no-print" role="group" aria-label={k.counts}>
        <button
          type="button"
          className="plain-button"
          aria-pressed={!kind}
          onClick={() => setFilters({ kind: undefined })}
        >
          {k.all} <span className="number">{grouped(counts.reduce((sum, count) => sum + count.open, 0))}</span>
        </button>
        {counts
          .filter((count) => count.open > 0 || count.task === kind)
          .map((count) => (
            <button
              key={count.task}
              type="button"
              className="plain-button"
              aria-pressed={kind === count.task}
              onClick={() => setFilters({ kind: count.task })}
            >
              {say(count.title)} <span className="number">{grouped(count.open)}</span>
            </button>
          ))}
      </div>
      <div className="day-orders no-print">
        <button
          type="button"
          className="plain-button"
          aria-pressed={overdue === '1'}
          onClick={() => setFilters({ overdue: overdue ? undefined : '1' })}
        >
          {k.overdueOnly}{' '}
          <span className="number">{grouped(counts.reduce((sum, count) => sum + count.overdue, 0))}</span>
        </button>
        <button
          type="button"
          className="plain-button"
          aria-pressed={order !== 'due'}
          onClick={() => setFilters({ order: undefined })}
        >
          {t.byRoute}
        </button>
        <button
          type="button"
          className="plain-button"
          aria-pressed={order === 'due'}
          onClick={() => setFilters({ order: 'due' })}
        >
          {t.byDue}
        </button>
      </div>
      {found.stops === 0 && <Nothing title={k.none} hint={k.noneHint} />}
      {legs.map((leg) => {
        const stops = leg.stops.slice(0, room)
        room -= stops.length
        if (stops.length === 0) return null
        return (
          <section key={leg.group} className="leg">
            {order !== 'due' && (
              <h2 className="leg-title">
                {leg.group ? (/^\d+$/.test(leg.group) ? t.group(leg.group) : leg.group) : t.noGroup}{' '}
                <span className="quiet small">{t.groupPeople(leg.stops.length)}</span>
              </h2>
            )}
            <ul className="stops">
              {stops.map((stop) => (
                <StopCard key={stop.person.id} village={village} stop={stop} />
              ))}
            </ul>
          </section>
        )
      })}
      {found.stops > shown && (
        <p className="table-foot">
          <Button onClick={() => setShown(shown + SHOWN)}>{t.more}</Button>
        </p>
      )}
    </>
  )
}
