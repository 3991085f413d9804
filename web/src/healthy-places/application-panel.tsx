import { useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { get, post } from '../api/client.ts'
import { queries } from '../api/queries.ts'
import { newRequestId } from '../api/request-id.ts'
import type { ActionAnswer, Page, RecordRow } from '../api/types.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Panel } from '../parts/page.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { useCatalogue } from '../shell/house.ts'
import { inOrder, lossesOf, scoreOf, type Mark, type StandardItem } from './score-sheet.ts'
import { words } from './words.ts'
import './healthy-places.css'

const CHECK = 'healthy-places.check.record'
/** Where a check of some kind is due. */
const CHECKED = ['applied', 'self-checked', 'named', 'suspended']
const MOST_ITEMS = 200
const NOTHING: Mark = { points: '', why: '' }

function Sheet({ row, items, onDone }: { row: RecordRow; items: readonly StandardItem[]; onDone: () => void }) {
  const t = useWords(words)
  const [marks, setMarks] = useState<Readonly<Record<string, Mark>>>({})
  const [inspectors, setInspectors] = useState('')
  const [requestId, setRequestId] = useState(newRequestId)
  const write = (code: string, part: Partial<Mark>) =>
    setMarks((before) => ({ ...before, [code]: { ...NOTHING, ...before[code], ...part } }))
  const submit = useMutation({
    mutationFn: () => {
      const input = { application: row.id, inspectors, losses: lossesOf(items, marks) }
      return post<ActionAnswer>(`/api/actions/${CHECK}`, { requestId, input })
    },
    onSuccess: async () => {
      onDone()
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => (queryKey[0] === 'record' || queryKey[0] === 'board') && queryKey.includes(row.id),
      })
    },
    // What was refused is another intention once it has been corrected.
    onError: () => setRequestId(newRequestId()),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit.mutate()
      }}
    >
      <p className="quiet small">{t.about}</p>
      <DataTable
        quietCaption
        caption={t.title}
        rows={items}
        rowKey={(item) => item.code}
        empty={t.empty}
        columns={[
          {
            key: 'requirement',
            title: t.item,
            head: true,
            render: (item) => (
              <>
                {item.code} {item.requirement} {item.decisive && <Chip tone="warn">{t.decisive}</Chip>}
                <div className="quiet small">{item.part}</div>
              </>
            ),
          },
          { key: 'full', title: t.full, unit: t.points, align: 'right', render: (item) => Number(item.points) },
          {
            key: 'lost',
            title: t.lost,
            unit: t.points,
            render: (item) => (
              <input
                className="field score-lost"
                type="number"
                min={0.5}
                max={Number(item.points)}
                step={0.5}
                aria-label={t.lostAt(item.code)}
                value={marks[item.code]?.points ?? ''}
                onChange={(event) => write(item.code, { points: event.target.value })}
              />
            ),
          },
          {
            key: 'why',
            title: t.why,
            render: (item) => (
              <input
                className="field score-why"
                maxLength={300}
                aria-label={t.whyAt(item.code)}
                value={marks[item.code]?.why ?? ''}
                onChange={(event) => write(item.code, { why: event.target.value })}
              />
            ),
          },
        ]}
      />
      <div className="score-foot">
        <label className="form-label" htmlFor="score-inspectors">
          {t.inspectors}
        </label>
        <input
          id="score-inspectors"
          className="field"
          required
          minLength={2}
          maxLength={80}
          value={inspectors}
          onChange={(event) => setInspectors(event.target.value)}
        />
        <output>
          {t.score} <strong>{scoreOf(items, marks)}</strong>
        </output>
        <Button type="submit" look="main" busy={submit.isPending}>
          {t.submit}
        </Button>
      </div>
      {submit.error && <Failure error={submit.error} />}
    </form>
  )
}

/** The standard of an applicant as a sheet to be scored, where a check is due and the reader may record it. */
export default function ApplicationPanel({ row }: { row: RecordRow }) {
  const t = useWords(words)
  const { actions } = useCatalogue()
  const [open, setOpen] = useState(false)
  const query = useQuery({
    queryKey: ['standard-items', row['standard']],
    enabled: open,
    queryFn: ({ signal }) =>
      get<Page<RecordRow & StandardItem>>(
        '/api/records/healthy-places.standard-item',
        { 'field.standard': String(row['standard']), limit: MOST_ITEMS },
        signal,
      ),
  })
  if (!actions.has(CHECK) || !CHECKED.includes(row.state)) return null
  return (
    <Panel title={t.title} aside={<Button onClick={() => setOpen(!open)}>{open ? t.close : t.open}</Button>}>
      {open && (
        <Ready query={query}>
          {({ rows }) => <Sheet row={row} items={inOrder(rows)} onDone={() => setOpen(false)} />}
        </Ready>
      )}
    </Panel>
  )
}
