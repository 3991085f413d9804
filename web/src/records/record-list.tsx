import { useState } from 'react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { download, get } from '../api/client.ts'
import { Problem } from '../api/problem.ts'
import type { Page, RecordRow, RecordType } from '../api/types.ts'
import { DateField } from '../forms/date-field.tsx'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Filters, PageHead } from '../parts/page.tsx'
import { Paging } from '../parts/paging.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { PlaceField } from '../places/place-path.tsx'
import { usePlace } from '../places/places.ts'
import { useAccount, useRight } from '../session/session.ts'
import { useAddress } from '../shell/address.ts'
import { useCatalogue } from '../shell/house.ts'
import { useColumns } from './columns.tsx'
import { PrintForms } from './print-forms.tsx'
import { readWhere, whereQuery, writeWhere, type Where } from './where.ts'
import { words } from './words.ts'

type Key = 'place' | 'state' | 'from' | 'to' | 'q' | 'person' | 'where' | 'cursor'

/** Actions whose rows come faster as files of their own kind. */
const desks: Readonly<Record<string, '/imports/results'>> = {
  'physical-examination.result.record': '/imports/results',
}

/** One own field to narrow the list by: a choice where it is coded, else its whole value. */
function OwnFilter({ name, type, where }: { name: string; type: RecordType; where: Where }) {
  const c = useWords(common)
  const say = useText()
  const [, setFilters] = useAddress<Key>()
  const field = type.fields[name]!
  const [text, setText] = useState(where[name] ?? '')
  const set = (value: string | undefined) =>
    setFilters({ where: writeWhere({ ...where, [name]: value }), cursor: undefined })
  if (field.values)
    return (
      <select
        className="field"
        aria-label={say(field.title)}
        value={where[name] ?? ''}
        onChange={(event) => set(event.target.value || undefined)}
      >
        <option value="">{`${say(field.title)}：${c.all}`}</option>
        {Object.entries(field.values).map(([value, title]) => (
          <option key={value} value={value}>
            {say(title)}
          </option>
        ))}
      </select>
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        set(text.trim() || undefined)
      }}
    >
      <input
        className="field"
        type="search"
        aria-label={say(field.title)}
        placeholder={say(field.title)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text.trim() !== (where[name] ?? '') && set(text.trim() || undefined)}
      />
    </form>
  )
}

function ListFilters({ type }: { type: RecordType }) {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const account = useAccount()
  const [filters, setFilters] = useAddress<Key>()
  const [q, setQ] = useState(filters.q ?? '')
  const set = (change: Partial<Record<Key, string | undefined>>) => setFilters({ ...change, cursor: undefined })
  const states = Object.entries(type.states)
  const where = readWhere(filters.where)
  const filtered =
    filters.where || filters.state || filters.from || filters.to || filters.q || filters.person || filters.place
  return (
    <>
      {states.length > 1 && (
        <div className="filters no-print" role="group" aria-label={c.status}>
          <button
            type="button"
            className="plain-button"
            aria-pressed={!filters.state}
            onClick={() => set({ state: undefined })}
          >
            {c.all}
          </button>
          {states.map(([state, title]) => (
            <button
              key={state}
              type="button"
              className="plain-button"
              aria-pressed={filters.state === state}
              onClick={() => set({ state })}
            >
              {say(title)}
            </button>
          ))}
        </div>
      )}
      <Filters>
        {type.list.includes('person') && (
          <form
            className="filters-grow"
            role="search"
            onSubmit={(event) => {
              event.preventDefault()
              set({ q: q.trim() || undefined })
            }}
          >
            <input
              className="field"
              type="search"
              aria-label={c.search}
              placeholder={t.searchHint}
              value={q}
              onChange={(event) => setQ(event.target.value)}
              onBlur={() => q.trim() !== (filters.q ?? '') && set({ q: q.trim() || undefined })}
            />
          </form>
        )}
        <PlaceField value={filters.place} top={account.division} onChange={(place) => set({ place })} clearable />
        {type.filters.map((name) => (
          <OwnFilter key={`${name} ${where[name] ?? ''}`} name={name} type={type} where={where} />
        ))}
        <DateField label={t.from} placeholder={t.from} value={filters.from} onChange={(from) => set({ from })} />
        <DateField label={t.to} placeholder={t.to} value={filters.to} onChange={(to) => set({ to })} />
        {filters.person && <Chip tone="accent">{t.onePerson}</Chip>}
        {Object.keys(where).some((name) => !type.filters.includes(name)) && <Chip tone="accent">{t.oneMatter}</Chip>}
        {filtered && (
          <button
            type="button"
            className="link-button"
            onClick={() => {
              setQ('')
              set({
                q: undefined,
                state: undefined,
                from: undefined,
                to: undefined,
                person: undefined,
                where: undefined,
                place: undefined,
              })
            }}
          >
            {c.clear}
          </button>
        )}
      </Filters>
    </>
  )
}

/** On a phone a row is a card of several lines; what stands below fifty of them is not found. */
const rowsAtOnce = () => (matchMedia('(max-width: 720px)').matches ? 20 : 50)

/** Any record type as a list; its filters stand in the address. */
export default function RecordList() {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const { record = '' } = useParams({ strict: false }) as { record?: string }
  const { records, actions } = useCatalogue()
  const type = records.get(record)
  const mayExport = useRight('export')
  const account = useAccount()
  const [filters, setFilters] = useAddress<Key>()
  const { cursor: _, ...chosen } = filters
  const { figure: __, where, ...rest } = chosen as typeof chosen & { figure?: string }
  const wanted = { ...rest, ...whereQuery(where) }
  const { data: place } = usePlace(filters.place)
  const columns = useColumns(type)
  const query = useQuery({
    queryKey: ['records', record, wanted, filters.cursor],
    queryFn: ({ signal }) =>
      get<Page<RecordRow>>(
        `/api/records/${record}`,
        { ...wanted, limit: rowsAtOnce(), cursor: filters.cursor },
        signal,
      ),
    placeholderData: keepPreviousData,
    enabled: type !== undefined,
  })
  const save = useMutation({
    mutationFn: () =>
      download(`/api/records/${record}/export`, {
        query: { ...wanted, format: 'xlsx' },
        name: `${say(type?.title)}.xlsx`,
      }),
  })
  if (!type) return <Failure error={new Problem(404, t.unknownRecord, '')} />
  const starts = [...actions.values()].filter((action) => action.record === record && action.on === 'new')
  return (
    <>
      <PageHead title={say(type.title)} about={say(type.description)}>
        {mayExport && (
          <Button busy={save.isPending} onClick={() => save.mutate()}>
            {t.export}
          </Button>
        )}
        <PrintForms type={type} query={wanted} />
        {starts
          .filter((action) => action.importable)
          .map((action, _index, importable) => (
            <Link
              key={`import-${action.id}`}
              to={desks[action.id] ?? '/imports/of/$action'}
              params={{ action: action.id }}
              className="button"
            >
              {importable.length > 1 ? t.importOf(say(action.title)) : t.import}
            </Link>
          ))}
        {starts.map((action) => (
          <Link
            key={action.id}
            to="/do/$action"
            params={{ action: action.id }}
            search={filters.person ? { person: filters.person } : {}}
            className="button button-main"
          >
            {say(action.title)}
          </Link>
        ))}
      </PageHead>
      {save.error && <Failure error={save.error} />}
      <ListFilters key={record} type={type} />
      <Ready query={query}>
        {(page) => (
          <>
            <DataTable
              caption={say(type.title)}
              note={`${place?.name ?? account.divisionName} · ${c.rowsOf(page.rows.length, page.total)}`}
              rows={page.rows}
              rowKey={(row) => row.id}
              columns={columns}
              rowClass={(row) => (row.voidedAt ? 'row-voided' : undefined)}
            />
            <Paging next={page.next} cursor={filters.cursor} onCursor={(cursor) => setFilters({ cursor })} />
          </>
        )}
      </Ready>
    </>
  )
}
