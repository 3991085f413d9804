import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import type { Trace, TraceRow } from '../api/figure-types.ts'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { fieldText } from '../records/field-value.tsx'
import { Failure, Loading, Nothing } from '../parts/states.tsx'
import { DataTable, type Column } from '../parts/table.tsx'
import type { FigureKey } from '../parts/value.tsx'
import { useCatalogue } from '../shell/house.ts'
import { words } from './words.ts'

/** Leads to the person when the reader may see persons, else to the record. */
function RowName({ row }: { row: TraceRow }) {
  const t = useWords(words)
  const { records } = useCatalogue()
  const label = row.personName ?? row.divisionName ?? t.openRow
  if (row.record && row.recordId && records.has(row.record)) {
    return (
      <Link to="/records/$record/$id" params={{ record: row.record, id: row.recordId }}>
        {label}
      </Link>
    )
  }
  if (row.person) {
    return (
      <Link to="/people/$id" params={{ id: row.person }}>
        {label}
      </Link>
    )
  }
  return <>{label}</>
}

/** A number as the database gives it, so that a column of them is set as numbers. */
const isNumber = (value: unknown) => typeof value === 'number'

/** The rows that a numerator or denominator counts, masked as the reader may see them. */
export function TraceRows({ figure, side }: { figure: FigureKey; side: 'numerator' | 'denominator' }) {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const query = useInfiniteQuery({
    queryKey: ['trace', figure, side],
    queryFn: ({ pageParam, signal }) =>
      get<Trace>(
        `/api/figures/${figure.indicator}/${figure.place}/${figure.period}/rows`,
        { side, limit: 20, cursor: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  if (query.isPending) return <Loading lines={4} />
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />
  const [first] = query.data.pages
  const rows = query.data.pages.flatMap((page) => page.rows)
  if (!first || rows.length === 0) return <Nothing title={t.noRows} hint={t.noRowsHint} />
  const columns: Column<TraceRow>[] = [
    { key: 'name', title: t.person, head: true, render: (row) => <RowName row={row} /> },
    { key: 'division', title: t.place, render: (row) => row.divisionName ?? '—' },
    ...first.columns.map((column) => ({
      key: column.key,
      title: column.unit ? `${say(column.title)}（${say(column.unit)}）` : say(column.title),
      align: rows.some((row) => isNumber(row.values[column.key])) ? ('right' as const) : ('left' as const),
      render: (row: TraceRow) => {
        const value = row.values[column.key]
        const kind = isNumber(value) ? ('number' as const) : ('text' as const)
        return fieldText(value, { title: column.title, kind, values: column.values ?? {} }, say)
      },
    })),
  ]
  return (
    <>
      <DataTable
        caption={say(first.relation)}
        rows={rows}
        rowKey={(row) => row.key}
        columns={columns}
        note={c.rowsOf(rows.length, first.total)}
      />
      {query.hasNextPage && (
        <p className="table-foot">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t.moreRows}
          </Button>
        </p>
      )}
    </>
  )
}
