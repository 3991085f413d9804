import { Link } from '@tanstack/react-router'
import { Nothing, Ready } from '../parts/states.tsx'
import { DataTable, type Column } from '../parts/table.tsx'

/** The reports of a desk with their titles as links, or what is said while there is none. */
export function ReportList<Row extends { readonly id: string; readonly title: string }>({
  query,
  title,
  to,
  none,
  hint,
  columns,
}: {
  query: Parameters<typeof Ready<readonly Row[]>>[0]['query']
  title: string
  /** The page of a report, by its id. */
  to: '/bulletins/$id' | '/disease-bulletins/$id' | '/summaries/$id'
  none: string
  hint: string
  columns: readonly Column<Row>[]
}) {
  return (
    <Ready query={query}>
      {(rows) =>
        rows.length === 0 ? (
          <Nothing title={none} hint={hint} />
        ) : (
          <DataTable
            caption={title}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'title',
                title,
                head: true,
                render: (row) => (
                  <Link to={to} params={{ id: row.id }}>
                    {row.title.replaceAll('\n', '')}
                  </Link>
                ),
              },
              ...columns,
            ]}
          />
        )
      }
    </Ready>
  )
}
