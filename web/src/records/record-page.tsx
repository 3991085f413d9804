import { Suspense } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import { Problem } from '../api/problem.ts'
import type { HistoryEntry, RecordDetail, RecordRow, RecordType } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Moment } from '../parts/moment.tsx'
import { Facts, PageHead, Panel } from '../parts/page.tsx'
import { Failure, Loading, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { useRight } from '../session/session.ts'
import { useCatalogue } from '../shell/house.ts'
import { Attachments } from './attachments.tsx'
import { Board, useLive } from './board.tsx'
import { fieldText, measuredText, rowTitle } from './field-value.tsx'
import { panels } from './panels.ts'
import { PrintForms } from './print-forms.tsx'
import { words } from './words.ts'
import './records.css'

/** What happened to a record: who, when, what changed. */
export function History({ entries }: { entries: readonly HistoryEntry[] }) {
  const t = useWords(words)
  const say = useText()
  if (entries.length === 0) return <p className="quiet">{t.noHistory}</p>
  return (
    <ol className="history">
      {entries.map((entry, index) => (
        <li key={`${entry.at}-${index}`}>
          <p>
            <strong>{say(entry.action)}</strong> <span className="quiet">{entry.accountName}</span>{' '}
            <Moment at={entry.at} />
          </p>
          {entry.changes.length > 0 && (
            <ul className="history-changes small">
              {entry.changes.map((change, position) => (
                <li key={position}>
                  {say(change.field)}：<span className="quiet">{fieldText(change.before, undefined, say)}</span> →{' '}
                  {fieldText(change.after, undefined, say)}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}

/** Any record: what it holds, what happened to it, what can be done with it. */
export default function RecordPage() {
  const t = useWords(words)
  const say = useText()
  const { record = '', id = '' } = useParams({ strict: false }) as { record?: string; id?: string }
  const { records, actions } = useCatalogue()
  const type = records.get(record)
  const seesPersons = useRight('see-persons')
  const query = useQuery({
    queryKey: ['record', record, id],
    queryFn: () => get<RecordDetail>(`/api/records/${record}/${id}`),
    enabled: type !== undefined,
  })
  useLive(record, id, (type?.board.length ?? 0) > 0)
  const Own = panels[record]
  if (!type) return <Failure error={new Problem(404, t.unknownRecord, '')} />
  return (
    <Ready query={query}>
      {({ row, history, actions: allowed }) => {
        const own = Object.entries(type.fields).map(
          ([name, field]) => [say(field.title), <FieldCell key={name} name={name} row={row} type={type} />] as const,
        )
        return (
          <>
            <PageHead
              title={rowTitle(row, type, say).name}
              about={
                <>
                  <Link to="/records/$record" params={{ record }}>
                    {say(type.title)}
                  </Link>{' '}
                  {row.voidedAt ? (
                    <Chip tone="bad">{t.voided}</Chip>
                  ) : (
                    <Chip tone="accent">{say(type.states[row.state])}</Chip>
                  )}
                </>
              }
            >
              <PrintForms type={type} query={{ id }} />
              {allowed
                .map((name) => actions.get(name))
                .filter((action) => action !== undefined)
                .map((action) => (
                  <Link
                    key={action.id}
                    to="/do/$action"
                    params={{ action: action.id }}
                    search={{ id }}
                    className={`button ${action.confirm ? 'button-danger' : 'button-plain'}`}
                  >
                    {say(action.title)}
                  </Link>
                ))}
            </PageHead>
            {type.board.length > 0 && <Board type={type} row={row} />}
            {Own && (
              <div className="record-own">
                <Suspense fallback={<Loading />}>
                  <Own row={row} />
                </Suspense>
              </div>
            )}
            {type.photos && <Attachments record={record} id={id} version={row.version} />}
            <div className="record-columns">
              <Panel title={t.details}>
                <Facts
                  facts={[
                    row.person !== null && [
                      t.person,
                      seesPersons ? (
                        <Link to="/people/$id" params={{ id: row.person }}>
                          {row.personName ?? t.personFile}
                        </Link>
                      ) : (
                        (row.personName ?? '—')
                      ),
                    ],
                    [t.division, row.divisionName],
                    row.institutionName !== null &&
                      row.institutionName !== undefined && [t.institution, row.institutionName],
                    [say(type.happenedOn), <span className="number">{row.happenedOn}</span>],
                    ...own,
                  ]}
                />
              </Panel>
              <Panel title={t.history} aside={t.version(row.version)}>
                <History entries={history} />
              </Panel>
            </div>
          </>
        )
      }}
    </Ready>
  )
}

/** One field of a record: with its unit, or the name of what it refers to, leading there. */
function FieldCell({ name, row, type }: { name: string; row: RecordRow; type: RecordType }) {
  const say = useText()
  const { records } = useCatalogue()
  const field = type.fields[name]
  const value = row[name]
  const text = measuredText(row, name, type, say)
  const target = field?.refersTo?.startsWith('record:') ? field.refersTo.slice('record:'.length) : undefined
  if (target && typeof value === 'string' && records.has(target)) {
    return (
      <Link to="/records/$record/$id" params={{ record: target, id: value }}>
        {text}
      </Link>
    )
  }
  return <>{text}</>
}
