import { useEffect, useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import type { PersonRow } from '../api/people-types.ts'
import type { Page } from '../api/types.ts'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Filters, PageHead } from '../parts/page.tsx'
import { Paging } from '../parts/paging.tsx'
import { sexTitle } from '../parts/sex.ts'
import { Nothing, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { PlaceField } from '../places/place-path.tsx'
import { useAccount } from '../session/session.ts'
import { useAddress } from '../shell/address.ts'
import { words } from './words.ts'

/** Residents found by name, initials or number. */
function Found({
  rows,
  total,
  next,
}: {
  rows: readonly PersonRow[]
  total: number | null | undefined
  next: string | null
}) {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const [filters, setFilters] = useAddress<'cursor'>()
  if (rows.length === 0) return <Nothing title={t.none} hint={t.noneHint} />
  return (
    <>
      <DataTable
        caption={t.title}
        note={total === undefined ? undefined : c.rowsOf(rows.length, total)}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            title: c.name,
            head: true,
            render: (row) => (
              <Link to="/people/$id" params={{ id: row.id }}>
                {row.name}
              </Link>
            ),
          },
          { key: 'sex', title: t.sex, render: (row) => say(sexTitle(row.sex)) },
          { key: 'birth', title: t.birth, narrow: true, render: (row) => <span className="number">{row.birth}</span> },
          { key: 'age', title: t.age, align: 'right', render: (row) => row.age ?? '—' },
          { key: 'division', title: t.division, render: (row) => row.divisionName },
          {
            key: 'household',
            title: t.household,
            render: (row) =>
              row.household ? (
                <Link to="/households/$id" params={{ id: row.household }}>
                  {t.householdFile}
                </Link>
              ) : (
                '—'
              ),
          },
          {
            key: 'document',
            title: t.document,
            narrow: true,
            render: (row) => <span className="number">{row.documentMasked ?? '—'}</span>,
          },
          {
            key: 'state',
            title: t.state,
            render: (row) => <Chip tone={row.state === 'resident' ? 'plain' : 'warn'}>{t[row.state]}</Chip>,
          },
        ]}
      />
      <Paging next={next} cursor={filters.cursor} onCursor={(cursor) => setFilters({ cursor })} />
    </>
  )
}

/** Finds a resident; the search runs on the server. */
export default function People() {
  const t = useWords(words)
  const c = useWords(common)
  const account = useAccount()
  const [filters, setFilters] = useAddress<'q' | 'place' | 'cursor'>()
  const [q, setQ] = useState(filters.q ?? '')
  useEffect(() => setQ(filters.q ?? ''), [filters.q])
  const wanted = filters.q ?? ''
  const query = useQuery({
    queryKey: ['persons', wanted, filters.place, filters.cursor],
    queryFn: ({ signal }) =>
      get<Page<PersonRow>>(
        '/api/persons',
        { q: wanted, place: filters.place, limit: 50, cursor: filters.cursor },
        signal,
      ),
    enabled: wanted !== '' || filters.place !== undefined,
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <PageHead title={t.title} about={t.about} />
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          setFilters({ q: q.trim() || undefined, cursor: undefined })
        }}
      >
        <Filters>
          <input
            className="field filters-grow"
            type="search"
            aria-label={c.search}
            placeholder={t.placeholder}
            value={q}
            onChange={(event) => setQ(event.target.value)}
            autoFocus
          />
          <PlaceField
            value={filters.place}
            top={account.division}
            onChange={(place) => setFilters({ place, cursor: undefined })}
            clearable
          />
          <Button type="submit" look="main" busy={query.isFetching}>
            {c.search}
          </Button>
        </Filters>
      </form>
      {wanted || filters.place ? (
        <Ready query={query}>{(page) => <Found {...page} total={page.total} />}</Ready>
      ) : (
        <Nothing title={t.start} hint={t.startHint} />
      )}
    </>
  )
}
