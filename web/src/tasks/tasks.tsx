import { lazy } from 'react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { get } from '../api/client.ts'
import type { TaskList, TaskRow } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { useDeviceState } from '../offline/state.ts'
import { Button } from '../parts/button.tsx'
import { grouped } from '../parts/number.ts'
import { Filters, PageHead } from '../parts/page.tsx'
import { Nothing, Ready } from '../parts/states.tsx'
import { PlaceField } from '../places/place-path.tsx'
import { useAccount } from '../session/session.ts'
import { useAddress } from '../shell/address.ts'
import { useHouse } from '../shell/house.ts'
import { Task } from './task.tsx'
import { LONG_OVERDUE } from './turn.ts'
import { words } from './words.ts'
import './tasks.css'

const DayList = lazy(() => import('../offline/day-list.tsx'))

/** The day's work: from the copy on this device where there is one, otherwise from the server. */
export default function Tasks() {
  const { phase, syncedAt } = useDeviceState()
  return phase === 'open' && syncedAt ? <DayList /> : <ServerTasks />
}

/** In turn, and below a heading what is overdue for long. */
function TaskLists({ rows }: { rows: readonly TaskRow[] }) {
  const t = useWords(words)
  const list = (some: readonly TaskRow[]) => (
    <ul className="tasks">
      {some.map((row) => (
        <Task key={`${row.task}-${row.recordId}-${row.dueOn}`} row={row} />
      ))}
    </ul>
  )
  const long = rows.filter((row) => row.overdueDays > LONG_OVERDUE)
  return (
    <>
      {list(rows.filter((row) => row.overdueDays <= LONG_OVERDUE))}
      {long.length > 0 && (
        <>
          <h2 className="task-group">{t.longOverdue(LONG_OVERDUE)}</h2>
          {list(long)}
        </>
      )}
    </>
  )
}

/** What is most urgent first; made for one hand and a phone. */
function ServerTasks() {
  const t = useWords(words)
  const say = useText()
  const house = useHouse()
  const account = useAccount()
  const [filters, setFilters] = useAddress<'place' | 'kind' | 'overdue'>()
  const query = useInfiniteQuery({
    queryKey: ['tasks', filters.place, filters.kind, filters.overdue],
    queryFn: ({ pageParam, signal }) =>
      get<TaskList>(
        '/api/tasks',
        { place: filters.place, kind: filters.kind, overdue: filters.overdue, limit: 30, cursor: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <PageHead title={t.title} about={t.about(house.today)} />
      <Ready query={query}>
        {({ pages }) => {
          const counts = pages[0]?.counts ?? []
          const rows = pages.flatMap((page) => page.rows)
          return (
            <>
              <div className="task-kinds no-print" role="group" aria-label={t.counts}>
                <button
                  type="button"
                  className="plain-button"
                  aria-pressed={!filters.kind}
                  onClick={() => setFilters({ kind: undefined })}
                >
                  {t.all} <span className="number">{grouped(counts.reduce((sum, count) => sum + count.open, 0))}</span>
                </button>
                {counts
                  .filter((count) => count.open > 0 || count.task === filters.kind)
                  .map((count) => (
                    <button
                      key={count.task}
                      type="button"
                      className="plain-button"
                      aria-pressed={filters.kind === count.task}
                      onClick={() => setFilters({ kind: count.task })}
                    >
                      {say(count.title)} <span className="number">{grouped(count.open)}</span>
                    </button>
                  ))}
              </div>
              <Filters>
                <button
                  type="button"
                  className="plain-button"
                  aria-pressed={filters.overdue === '1'}
                  onClick={() => setFilters({ overdue: filters.overdue ? undefined : '1' })}
                >
                  {t.overdueOnly}{' '}
                  <span className="number">{grouped(counts.reduce((sum, count) => sum + count.overdue, 0))}</span>
                </button>
                <PlaceField
                  value={filters.place}
                  top={account.division}
                  onChange={(place) => setFilters({ place })}
                  clearable
                />
              </Filters>
              {rows.length === 0 ? <Nothing title={t.none} hint={t.noneHint} /> : <TaskLists rows={rows} />}
              {query.hasNextPage && (
                <p className="table-foot">
                  <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {t.more}
                  </Button>
                </p>
              )}
            </>
          )
        }}
      </Ready>
    </>
  )
}
