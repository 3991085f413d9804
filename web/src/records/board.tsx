import { useEffect } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import { queries } from '../api/queries.ts'
import type { Page, RecordRow, RecordType } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Panel } from '../parts/page.tsx'
import { Ready } from '../parts/states.tsx'
import { DataTable } from '../parts/table.tsx'
import { useCatalogue } from '../shell/house.ts'
import { useColumns } from './columns.tsx'
import { writeWhere } from './where.ts'
import { words } from './words.ts'

/** Rows of each type that stand on a board; who needs older ones opens the list. */
const ROWS = 20
/** What another server of the same county wrote is seen after so many milliseconds; what this one wrote, at once. */
const LATEST = 20_000

/** Reads a record and its board again as soon as somebody has written there. */
export function useLive(record: string, id: string, live: boolean): void {
  useEffect(() => {
    if (!live) return
    const again = () =>
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => (queryKey[0] === 'record' || queryKey[0] === 'board') && queryKey.includes(id),
      })
    const source = new EventSource(`/api/records/${record}/${id}/live`)
    source.addEventListener('written', again)
    const timer = setInterval(again, LATEST)
    return () => {
      source.close()
      clearInterval(timer)
    }
  }, [record, id, live])
}

function BoardPart({ type, about, row }: { type: RecordType; about: RecordType; row: RecordRow }) {
  const t = useWords(words)
  const say = useText()
  const { actions } = useCatalogue()
  const field = Object.keys(type.fields).find((name) => type.fields[name]?.refersTo === `record:${about.id}`)!
  const columns = useColumns(type, field)
  const query = useQuery({
    queryKey: ['board', type.id, row.id],
    queryFn: ({ signal }) =>
      get<Page<RecordRow>>(`/api/records/${type.id}`, { [`field.${field}`]: row.id, limit: ROWS }, signal),
  })
  const starts = [...actions.values()].filter((action) => action.record === type.id && action.on === 'new')
  return (
    <Panel
      title={say(type.title)}
      aside={
        <>
          <Link to="/records/$record" params={{ record: type.id }} search={{ where: writeWhere({ [field]: row.id }) }}>
            {t.wholeList}
          </Link>
          {starts.map((action) => (
            <Link
              key={action.id}
              to="/do/$action"
              params={{ action: action.id }}
              search={{ about: `${about.id}~${row.id}`, fill: `${field}=${row.id}` }}
              className="button button-plain"
            >
              {say(action.title)}
            </Link>
          ))}
        </>
      }
    >
      <Ready query={query}>
        {(page) => (
          <DataTable
            caption={say(type.title)}
            quietCaption
            rows={page.rows}
            rowKey={(each) => each.id}
            columns={columns}
            empty={t.boardEmpty}
            rowClass={(each) => (each.voidedAt ? 'row-voided' : undefined)}
          />
        )}
      </Ready>
    </Panel>
  )
}

/** What is worked on together with a record, each type with its newest rows and what may be added. */
export function Board({ type, row }: { type: RecordType; row: RecordRow }) {
  const { records } = useCatalogue()
  const parts = type.board.map((id) => records.get(id)).filter((part) => part !== undefined)
  return (
    <div className="board">
      {parts.map((part) => (
        <BoardPart key={part.id} type={part} about={type} row={row} />
      ))}
    </div>
  )
}
