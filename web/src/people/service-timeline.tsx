import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import type { PersonFile } from '../api/people-types.ts'
import type { RecordRow, RecordType } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Panel } from '../parts/page.tsx'
import { columnText, columnTitle } from '../records/field-value.tsx'
import { useCatalogue } from '../shell/house.ts'
import { serviceEvents, type ServiceEvent } from './service-events.ts'
import { words } from './words.ts'

/** So many are shown at first, and so many of a row's values. */
const SHOWN = 8
const VALUES = 4
const HEAD: ReadonlySet<string> = new Set(['person', 'division', 'institution', 'happenedOn'])

function Values({ row, type }: { row: RecordRow; type: RecordType }) {
  const say = useText()
  const told = type.list
    .filter((name) => !HEAD.has(name))
    .map((name) => ({ name, text: columnText(row, name, type, say) }))
    .filter(({ text }) => text !== '' && text !== '—')
    .slice(0, VALUES)
  return told.map(({ name, text }) => (
    <span key={name} className="event-value">
      <span className="quiet">{say(columnTitle(name, type))}</span> {text}
      {type.fields[name]?.unit && <span className="quiet"> {say(type.fields[name].unit)}</span>}
    </span>
  ))
}

/** Services in the order of days, each with what was found. `nameOf` says whose they are, where they are of several people. */
export function ServiceEvents({
  events,
  own = false,
  nameOf,
}: {
  events: readonly ServiceEvent[]
  own?: boolean
  nameOf?: (row: RecordRow) => string | undefined
}) {
  const say = useText()
  const { records } = useCatalogue()
  return (
    <ol className="events">
      {events.map(({ on, record, row }) => {
        const type = records.get(record)
        if (!type) return null
        return (
          <li key={row.id}>
            <span className="number event-day">{on}</span>
            <div>
              <p>
                {nameOf && <strong>{nameOf(row)} </strong>}
                {own ? (
                  <strong>{say(type.title)}</strong>
                ) : (
                  <Link to="/records/$record/$id" params={{ record, id: row.id }}>
                    {say(type.title)}
                  </Link>
                )}{' '}
                <span className="quiet small">{row.institutionName ?? row.divisionName}</span>
              </p>
              <p className="small">
                <Values row={row} type={type} />
              </p>
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** All services of the person in one line in time, whoever gave them, the latest first. */
export function ServiceTimeline({ file, own }: { file: PersonFile; own: boolean }) {
  const t = useWords(words)
  const [whole, setWhole] = useState(false)
  const events = serviceEvents(file)
  if (events.length === 0) return null
  return (
    <Panel title={t.services} aside={<span className="quiet">{t.serviceCount(events.length)}</span>}>
      <ServiceEvents events={events.slice(0, whole ? undefined : SHOWN)} own={own} />
      {events.length > SHOWN && !whole && (
        <p className="table-foot no-print">
          <Button onClick={() => setWhole(true)}>{t.allServices(events.length)}</Button>
        </p>
      )}
    </Panel>
  )
}
