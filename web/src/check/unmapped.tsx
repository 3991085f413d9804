import { lazy, Suspense, useState } from 'react'
import type { Claim } from '../api/document-types.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { DataTable } from '../parts/table.tsx'
import { wordingsOf, type Wording } from './wordings.ts'
import { words } from './words.ts'

const MapDialog = lazy(() => import('./map-dialog.tsx'))
const AT_FIRST = 12
const EXAMPLES = 4

/** What the document counts and the county does not know by that name; a reader may say what it means. */
export function Unmapped({
  claims,
  maps,
  onMapped,
}: {
  claims: readonly Claim[]
  maps: boolean
  onMapped: () => void
}) {
  const t = useWords(words)
  const [open, setOpen] = useState<Wording>()
  const [limit, setLimit] = useState(AT_FIRST)
  const wordings = wordingsOf(claims)
  if (wordings.length === 0) return null
  const rest = Math.min(AT_FIRST * 4, wordings.length - limit)
  return (
    <>
      <DataTable
        caption={t.unmapped(wordings.length)}
        note={maps ? t.unmappedHint : undefined}
        rows={wordings.slice(0, limit)}
        rowKey={(row) => `${row.what} ${row.unit}`}
        columns={[
          { key: 'what', title: t.wording, head: true, render: (row) => row.what },
          {
            key: 'printed',
            title: t.examples,
            render: ({ printed }) => printed.slice(0, EXAMPLES).join('、') + (printed.length > EXAMPLES ? '…' : ''),
          },
          ...(maps
            ? [
                {
                  key: 'map',
                  title: '',
                  render: (row: Wording) => <Button onClick={() => setOpen(row)}>{t.map}</Button>,
                },
              ]
            : []),
        ]}
      />
      {rest > 0 && <Button onClick={() => setLimit(limit + rest)}>{t.more(rest)}</Button>}
      {open && (
        <Suspense>
          <MapDialog
            wording={open}
            onClose={() => setOpen(undefined)}
            onDone={() => {
              setOpen(undefined)
              onMapped()
            }}
          />
        </Suspense>
      )}
    </>
  )
}
