import { Link } from '@tanstack/react-router'
import type { PersonFile as File } from '../api/people-types.ts'
import type { RecordRow, Text } from '../api/types.ts'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Moment } from '../parts/moment.tsx'
import { Facts, Panel } from '../parts/page.tsx'
import { sexTitle } from '../parts/sex.ts'
import { Chip } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { columnStand } from '../records/columns.tsx'
import { columnText } from '../records/field-value.tsx'
import { useCatalogue } from '../shell/house.ts'
import { Overview } from './overview.tsx'
import { PersonWork } from './person-work.tsx'
import { ServiceTimeline } from './service-timeline.tsx'
import { words } from './words.ts'
import './people.css'

/** Text in the reader's language, or a plain word as it is. */
function useEither(): (value: Text | string | null | undefined) => string {
  const say = useText()
  return (value) => (typeof value === 'string' ? value : value ? say(value) : '—')
}

function Basic({ file }: { file: File }) {
  const t = useWords(words)
  const say = useText()
  const either = useEither()
  const { person } = file
  const registrations: Record<string, string> = {
    rural: t.rural,
    urban: t.urban,
    resident: t.residentRegistration,
    collective: t.collective,
  }
  return (
    <Panel title={t.basic} aside={<Chip tone={person.state === 'resident' ? 'plain' : 'warn'}>{t[person.state]}</Chip>}>
      <Facts
        facts={[
          [t.sex, say(sexTitle(person.sex))],
          [t.birth, <span className="number">{person.birth}</span>],
          [t.age, person.age ?? '—'],
          [t.document, <span className="number">{person.document ?? person.documentMasked ?? '—'}</span>],
          [t.phone, <span className="number">{person.phone ?? person.phoneMasked ?? '—'}</span>],
          [t.division, person.divisionName],
          person.address != null && [t.address, person.address],
          person.villageGroup != null && [t.group, person.villageGroup],
          person.ethnic != null && [t.ethnic, either(person.ethnic)],
          person.relation != null && [t.relation, either(person.relation)],
          person.registration != null && [
            t.registration,
            registrations[person.registration] ?? either(person.registration),
          ],
          ...(file.added ?? []).map((field) => [say(field.title), say(field.text)] as const),
        ]}
      />
    </Panel>
  )
}

function Card({ card }: { card: NonNullable<File['card']> }) {
  const t = useWords(words)
  return (
    <Panel title={t.card} className="health-card">
      <img
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(card.qrSvg)}`}
        alt={t.cardAlt(card.number)}
        width={168}
        height={168}
      />
      <p className="number">{card.number}</p>
      <p className="quiet small">{t.cardHint}</p>
    </Panel>
  )
}

/** Records of a person that have a page of their own, to be shown and printed. */
const shownAt: Readonly<Record<string, string>> = { 'immunization.certificate': '/certificates/$id' }

/** One domain's records of the person, and what may be begun for them. */
function Section({ section, person, own }: { section: File['sections'][number]; person: string; own: boolean }) {
  const t = useWords(words)
  const say = useText()
  const { records, actions } = useCatalogue()
  const type = records.get(section.record)
  const starts = own
    ? []
    : [...actions.values()].filter((action) => action.record === section.record && action.on === 'new')
  if (!type) return null
  const names = type.list.filter((name) => name !== 'person' && name !== 'division')
  return (
    <Panel
      title={say(section.title)}
      aside={
        <span className="section-ways no-print">
          {shownAt[section.record] && section.rows.some((row) => row.state === 'valid') && (
            <Link to={shownAt[section.record] as '/'} params={{ id: person } as never}>
              {t.showAndPrint}
            </Link>
          )}
          {starts.map((action) => (
            <Link key={action.id} to="/do/$action" params={{ action: action.id }} search={{ person }}>
              {say(action.title)}
            </Link>
          ))}
          {!own && section.rows.length > 0 && (
            <Link to="/records/$record" params={{ record: section.record }} search={{ person }}>
              {t.allRows}
            </Link>
          )}
        </span>
      }
    >
      {section.rows.length === 0 ? (
        <p className="quiet">{t.noRows}</p>
      ) : (
        <DataTable
          caption={say(section.title)}
          quietCaption
          rows={section.rows}
          rowKey={(row) => row.id}
          columns={names.map((name, index) => ({
            ...columnStand(name, type, say),
            head: index === 0,
            render: (row: RecordRow) => {
              const text = columnText(row, name, type, say)
              if (index > 0 || own) return text
              return (
                <Link to="/records/$record/$id" params={{ record: type.id, id: row.id }}>
                  {text}
                </Link>
              )
            },
          }))}
        />
      )}
    </Panel>
  )
}

function Household({ file, own }: { file: File; own: boolean }) {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const either = useEither()
  const others = file.household.filter((member) => member.id !== file.person.id)
  return (
    <Panel
      title={t.household}
      aside={
        !own &&
        file.person.household && (
          <Link to="/households/$id" params={{ id: file.person.household }} className="no-print">
            {t.householdFile}
          </Link>
        )
      }
    >
      {others.length === 0 ? (
        <p className="quiet">{t.alone}</p>
      ) : (
        <DataTable
          caption={t.household}
          quietCaption
          rows={others}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              title: c.name,
              head: true,
              render: (row) =>
                own ? (
                  row.name
                ) : (
                  <Link to="/people/$id" params={{ id: row.id }}>
                    {row.name}
                  </Link>
                ),
            },
            { key: 'relation', title: t.relation, render: (row) => either(row.relation) },
            { key: 'sex', title: t.sex, render: (row) => say(sexTitle(row.sex)) },
            {
              key: 'birth',
              title: t.birth,
              narrow: true,
              render: (row) => <span className="number">{row.birth}</span>,
            },
          ]}
        />
      )}
    </Panel>
  )
}

function Residence({ file }: { file: File }) {
  const t = useWords(words)
  const reasons: Record<string, string> = {
    initial: t.initial,
    birth: t.birthReason,
    arrival: t.arrival,
    correction: t.correction,
    death: t.death,
    departure: t.departure,
    merge: t.merge,
  }
  return (
    <Panel title={t.residence}>
      <DataTable
        caption={t.residence}
        quietCaption
        rows={file.residence ?? []}
        rowKey={(row) => `${row.kind}-${row.startsOn}-${row.division}`}
        columns={[
          { key: 'division', title: t.division, head: true, render: (row) => `${row.divisionName} · ${t[row.kind]}` },
          { key: 'from', title: t.from, narrow: true, render: (row) => <span className="number">{row.startsOn}</span> },
          {
            key: 'until',
            title: t.until,
            narrow: true,
            render: (row) => <span className="number">{row.endsOn ?? t.present}</span>,
          },
          {
            key: 'reason',
            title: t.reason,
            render: (row) =>
              [reasons[row.startReason] ?? row.startReason, row.endReason && (reasons[row.endReason] ?? row.endReason)]
                .filter(Boolean)
                .join(' → '),
          },
        ]}
      />
    </Panel>
  )
}

function Readings({ file }: { file: File }) {
  const t = useWords(words)
  const either = useEither()
  return (
    <Panel title={t.readings}>
      <DataTable
        caption={t.readings}
        quietCaption
        empty={t.noReadings}
        rows={file.readings ?? []}
        rowKey={(row) => `${row.at}-${row.accountName}`}
        columns={[
          { key: 'reader', title: t.reader, head: true, render: (row) => row.accountName },
          { key: 'role', title: t.role, render: (row) => either(row.role) },
          { key: 'what', title: t.what, render: (row) => either(row.what) },
          { key: 'at', title: t.at, narrow: true, render: (row) => <Moment at={row.at} /> },
        ]}
      />
    </Panel>
  )
}

/** Everything known about one resident, by line of business. `own`: it is the reader's own file. */
export function PersonFileView({ file, own = false }: { file: File; own?: boolean }) {
  return (
    <div className="person-file">
      <div className="person-main">
        <Basic file={file} />
        {file.person.state === 'resident' && <PersonWork person={file.person.id} own={own} />}
        <Overview file={file} />
        <ServiceTimeline file={file} own={own} />
        {file.sections.map((section) => (
          <Section key={section.record} section={section} person={file.person.id} own={own} />
        ))}
      </div>
      <div className="person-side">
        {file.card && <Card card={file.card} />}
        <Household file={file} own={own} />
        {file.residence && <Residence file={file} />}
        {file.readings && <Readings file={file} />}
      </div>
    </div>
  )
}
