import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import type { HouseholdFile } from '../api/people-types.ts'
import type { RecordRow, RecordType } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { PageHead, Panel } from '../parts/page.tsx'
import { sexTitle } from '../parts/sex.ts'
import { Nothing, Ready } from '../parts/states.tsx'
import { columnTitle, measuredText } from '../records/field-value.tsx'
import { useCatalogue } from '../shell/house.ts'
import { Task } from '../tasks/task.tsx'
import { serviceEvents } from './service-events.ts'
import { ServiceEvents } from './service-timeline.tsx'
import { words } from './words.ts'
import '../tasks/tasks.css'
import './people.css'

type Member = HouseholdFile['members'][number]

/** So many services of the whole household are shown, and so many values of how things stand. */
const SHOWN = 12
const STANDING = 3

const newestOf = (rows: readonly RecordRow[]): RecordRow | undefined =>
  rows
    .filter((row) => !row['voidedAt'])
    .toSorted((one, other) => (one.happenedOn < other.happenedOn ? 1 : -1))
    .at(0)

/** How a line of business stands with the member, in one line: its state and what else it tells. */
function Programme({ type, row }: { type: RecordType; row: RecordRow }) {
  const say = useText()
  const told = type.overview
    .map((name) => ({ name, text: measuredText(row, name, type, say) }))
    .filter(({ text }) => text !== '' && text !== '—')
    .slice(0, STANDING)
  return (
    <li>
      <strong>{say(type.title)}</strong>{' '}
      {told.map(({ name, text }) => (
        <span key={name} className="event-value">
          {name !== 'state' && <span className="quiet">{say(columnTitle(name, type))} </span>}
          {text}
        </span>
      ))}
    </li>
  )
}

function MemberCard({ member: { person, sections } }: { member: Member }) {
  const t = useWords(words)
  const say = useText()
  const { records } = useCatalogue()
  const standing = sections.flatMap(({ record, rows }) => {
    const [type, row] = [records.get(record), newestOf(rows)]
    return type && row && type.overview.length > 0 ? [{ type, row }] : []
  })
  const relation = typeof person.relation === 'string' ? person.relation : person.relation && say(person.relation)
  const phone = person.phone ?? person.phoneMasked
  return (
    <article className="member">
      <div className="member-head">
        <h3>
          <Link to="/people/$id" params={{ id: person.id }}>
            {person.name}
          </Link>
        </h3>
        <span>
          {[relation, say(sexTitle(person.sex)), person.age !== null && t.years(person.age)]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {phone && (person.phone ? <a href={`tel:${phone}`}>{phone}</a> : <span className="number">{phone}</span>)}
      </div>
      {standing.length === 0 ? (
        <p className="quiet small">{t.noProgramme}</p>
      ) : (
        <ul className="member-programmes">
          {standing.map(({ type, row }) => (
            <Programme key={type.id} type={type} row={row} />
          ))}
        </ul>
      )}
    </article>
  )
}

function HouseholdView({ file }: { file: HouseholdFile }) {
  const t = useWords(words)
  const names = new Map(file.members.map(({ person }) => [person.id, person.name]))
  const events = serviceEvents({ sections: file.members.flatMap(({ sections }) => sections) })
  if (file.members.length === 0) return <Nothing title={t.nobodyInSight} />
  return (
    <div className="household">
      <Panel title={t.household} aside={<span className="quiet">{t.peopleCount(file.members.length)}</span>}>
        {file.members.map((member) => (
          <MemberCard key={member.person.id} member={member} />
        ))}
      </Panel>
      <Panel
        title={t.householdWork}
        aside={<span className="quiet">{t.serviceCount(file.work.length)}</span>}
        className="household-work"
      >
        {file.work.length === 0 ? (
          <p className="quiet">{t.noWork}</p>
        ) : (
          <ul className="tasks">
            {file.work.map((row) => (
              <Task key={`${row.task}-${row.recordId}`} row={row} />
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={t.householdServices}>
        {events.length === 0 ? (
          <p className="quiet">{t.noRows}</p>
        ) : (
          <ServiceEvents events={events.slice(0, SHOWN)} nameOf={(row) => names.get(row.person ?? '')} />
        )}
      </Panel>
    </div>
  )
}

/** One household: who belongs to it, how things stand with each, what is due and what was done. Reading it is logged for every member by the server. */
export default function HouseholdPage() {
  const t = useWords(words)
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const query = useQuery({
    queryKey: ['person', 'household', id],
    queryFn: () => get<HouseholdFile>(`/api/households/${id}`),
  })
  return (
    <Ready query={query}>
      {(file) => {
        const address = file.members.find(({ person }) => person.address)?.person.address
        return (
          <>
            <PageHead
              title={t.householdOf(file.headName)}
              about={[t.householdNumber(file.number), file.divisionName, address].filter(Boolean).join(' · ')}
            />
            <HouseholdView file={file} />
          </>
        )
      }}
    </Ready>
  )
}
