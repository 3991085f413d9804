import { useDeferredValue, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { get } from '../api/client.ts'
import type { PersonFile, PersonRow } from '../api/people-types.ts'
import type { Page, RecordDetail, RecordRow, RecordType } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { rowTitle } from '../records/field-value.tsx'
import { Failure } from '../parts/states.tsx'
import { sexTitle } from '../parts/sex.ts'
import { useCatalogue } from '../shell/house.ts'
import { words } from './words.ts'

interface Props {
  id: string
  value: string | undefined
  onChange: (id: string | undefined) => void
  invalid: boolean
  describedBy: string
}

function Chosen({ name, about, onClear }: { name: string; about: string; onClear: () => void }) {
  const t = useWords(words)
  return (
    <span className="reference-chosen">
      <strong>{name}</strong> <span className="quiet small">{about}</span>
      <button type="button" className="link-button" onClick={onClear}>
        {t.chooseOther}
      </button>
    </span>
  )
}

/** Finds a resident within the reader's area. */
export function PersonReference({ id, value, onChange, invalid, describedBy }: Props) {
  const t = useWords(words)
  const say = useText()
  const [q, setQ] = useState('')
  const wanted = useDeferredValue(q.trim())
  const chosen = useQuery({
    queryKey: ['person', value],
    queryFn: () => get<PersonFile>(`/api/persons/${value}`),
    enabled: !!value,
  })
  const found = useQuery({
    queryKey: ['person-search', wanted],
    queryFn: ({ signal }) => get<Page<PersonRow>>('/api/persons', { q: wanted, limit: 8 }, signal),
    enabled: !value && wanted.length > 0,
  })
  if (value) {
    const person = chosen.data?.person
    return (
      <Chosen
        name={person?.name ?? '…'}
        about={person ? `${say(sexTitle(person.sex))} · ${person.birth} · ${person.divisionName}` : ''}
        onClear={() => onChange(undefined)}
      />
    )
  }
  return (
    <div className="reference">
      <input
        id={id}
        className="field"
        type="search"
        autoComplete="off"
        placeholder={t.findPerson}
        value={q}
        onChange={(event) => setQ(event.target.value)}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
      />
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {wanted && found.data && (
        <ul className="reference-found">
          {found.data.rows.length === 0 && <li className="quiet">{t.noneFound}</li>}
          {found.data.rows.map((person) => (
            <li key={person.id}>
              <button type="button" onClick={() => onChange(person.id)}>
                <strong>{person.name}</strong> {say(sexTitle(person.sex))}{' '}
                <span className="number">{person.birth}</span>{' '}
                <span className="quiet small">
                  {person.divisionName} {person.documentMasked ?? ''}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Rows of a type that belong to what is chosen beside: members of the chosen team, goods of the chosen store. */
function narrowing(type: RecordType, siblings: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(siblings).flatMap(([name, value]) =>
      type.fields[name]?.kind === 'reference' && typeof value === 'string' && value !== ''
        ? [[`field.${name}`, value]]
        : [],
    ),
  )
}

/** Finds a record of a type. */
export function RecordReference({
  record,
  siblings,
  id,
  value,
  onChange,
  invalid,
  describedBy,
}: Props & { record: string; siblings: Readonly<Record<string, unknown>> }) {
  const t = useWords(words)
  const say = useText()
  const { records } = useCatalogue()
  const type = records.get(record)
  const [q, setQ] = useState('')
  const [open, setOpen] = useState(false)
  const wanted = useDeferredValue(q.trim())
  // The server searches records by their person; records of no person are few and are searched here.
  const personal = type?.list.includes('person') ?? true
  const chosen = useQuery({
    queryKey: ['record', record, value],
    queryFn: () => get<RecordDetail>(`/api/records/${record}/${value}`),
    enabled: !!value,
  })
  const narrowed = type ? narrowing(type, siblings) : {}
  const found = useQuery({
    queryKey: ['record-search', record, personal ? wanted : '', narrowed],
    queryFn: ({ signal }) =>
      get<Page<RecordRow>>(
        `/api/records/${record}`,
        { ...narrowed, ...(personal ? { q: wanted, limit: 20 } : { limit: 200 }) },
        signal,
      ),
    enabled: !value && open,
  })
  const titleOf = (row: RecordRow) =>
    type ? rowTitle(row, type, say) : { name: row.divisionName, about: row.happenedOn }
  const shown = (found.data?.rows ?? [])
    .map((row) => ({ row, title: titleOf(row) }))
    .filter(({ title }) => personal || !wanted || `${title.name} ${title.about}`.includes(wanted))
    .slice(0, 40)
  if (value) {
    const title = chosen.data ? titleOf(chosen.data.row) : { name: '…', about: '' }
    return <Chosen {...title} onClear={() => onChange(undefined)} />
  }
  return (
    <div className="reference">
      <input
        id={id}
        className="field"
        type="search"
        autoComplete="off"
        placeholder={personal ? t.findPerson : t.findRecord}
        value={q}
        onFocus={() => setOpen(true)}
        onChange={(event) => setQ(event.target.value)}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
      />
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {open && found.data && (
        <ul className="reference-found">
          {shown.length === 0 && <li className="quiet">{t.noneFound}</li>}
          {shown.map(({ row, title }) => {
            return (
              <li key={row.id}>
                <button type="button" onClick={() => onChange(row.id)}>
                  <strong>{title.name}</strong> <span className="quiet small">{title.about}</span>
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
