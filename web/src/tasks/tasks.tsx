import { lazy } from 'react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import type { TaskList, TaskRow } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { useDeviceState } from '../offline/state.ts'
import { Button } from '../parts/button.tsx'
import { LightSign } from '../parts/light.tsx'
import { grouped } from '../parts/number.ts'
import { Filters, PageHead } from '../parts/page.tsx'
import { Nothing, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { PlaceField } from '../places/place-path.tsx'
import { useAccount } from '../session/session.ts'
import { useAddress } from '../shell/address.ts'
import { useCatalogue, useHouse } from '../shell/house.ts'
import { words } from './words.ts'
import './tasks.css'

const DayList = lazy(() => import('../offline/day-list.tsx'))

/** Where a piece of work is done: its action's form, or the record. */
function Way({ row }: { row: TaskRow }) {
  const t = useWords(words)
  const { actions } = useCatalogue()
  const action = row.action ? actions.get(row.action) : undefined
  if (action) {
    const search = action.on === 'existing' ? { id: row.recordId } : row.person ? { person: row.person } : {}
    return (
      <Link to="/do/$action" params={{ action: action.id }} search={search} className="button button-main">
        {t.doIt}
      </Link>
    )
  }
  return (
    <Link to="/records/$record/$id" params={{ record: row.record, id: row.recordId }} className="button button-plain">
      {t.open}
    </Link>
  )
}

function Task({ row }: { row: TaskRow }) {
  const t = useWords(words)
  const say = useText()
  const light = row.overdueDays > 0 ? (row.severity === 'statutory' ? 'red' : 'yellow') : 'green'
  return (
    <li className={`task light-${light}`}>
      <LightSign light={light} />
      <div className="task-words">
        <p>
          <strong>
            {row.person ? (
              <Link to="/people/$id" params={{ id: row.person }}>
                {row.personName}
              </Link>
            ) : (
              say(row.title)
            )}
          </strong>
          <span className="quiet"> {row.divisionName}</span>
        </p>
        {row.person && <p>{say(row.title)}</p>}
        <p className="small">
          <span className={row.overdueDays > 0 ? 'task-overdue' : 'quiet'}>
            {row.overdueDays > 0
              ? t.overdueDays(row.overdueDays)
              : row.overdueDays === 0
                ? t.dueToday
                : t.dueOn(row.dueOn)}
          </span>{' '}
          {row.severity === 'statutory' && <Chip tone="bad">{t.statutory}</Chip>}
        </p>
      </div>
      <Way row={row} />
    </li>
  )
}

/** The day's work: from the copy on this device where there is one, otherwise from the server. */
export default function Tasks() {
  const { phase, syncedAt } = useDeviceState()
  return phase === 'open' && syncedAt ? <DayList /> : <ServerTasks />
}

/** The most overdue first; made for one hand and a phone. */
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
              {rows.length === 0 ? (
                <Nothing title={t.none} hint={t.noneHint} />
              ) : (
                <ul className="tasks">
                  {rows.map((row) => (
                    <Task key={`${row.task}-${row.recordId}-${row.dueOn}`} row={row} />
                  ))}
                </ul>
              )}
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
