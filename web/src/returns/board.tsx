import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import { useWords } from '../language/words.ts'
import { Filters, PageHead } from '../parts/page.tsx'
import { Nothing, Ready } from '../parts/states.tsx'
import { DataTable } from '../parts/table.tsx'
import { useAddress } from '../shell/address.ts'
import { useHouse } from '../shell/house.ts'
import type { Board, ReturnState } from './types.ts'
import { words } from './words.ts'
import './returns.css'

const STATES: readonly ReturnState[] = ['open', 'returned', 'submitted', 'reviewed', 'approved', 'frozen']
const pad = (month: number) => String(month).padStart(2, '0')

/** How the returns of a form stand: a row for each unit, a column for each period, the state in words and colour. */
export default function ReturnsBoard() {
  const t = useWords(words)
  const house = useHouse()
  const [filters, setFilters] = useAddress<'form' | 'year'>()
  const query = useQuery({
    queryKey: ['returns-board', filters.form, filters.year],
    queryFn: () => get<Board>('/api/returns/board', { form: filters.form, year: filters.year }),
  })
  const thisYear = Number(house.today.slice(0, 4))
  return (
    <>
      <PageHead title={t.title} about={t.about} />
      <Ready query={query}>
        {(board) => {
          const shown = board.forms.find((each) => each.form === board.form)
          const periods =
            shown?.periodKind === 'year'
              ? [String(board.year)]
              : Array.from({ length: 12 }, (_, index) => `${board.year}-${pad(index + 1)}`)
          const opened = periods.filter((period) => board.returns.some((each) => each.period === period))
          const units = [...new Map(board.returns.map((each) => [each.unit, each.unitName]))]
          const at = new Map(board.returns.map((each) => [`${each.unit} ${each.period}`, each]))
          const counts = STATES.map(
            (state) => [state, board.returns.filter((each) => each.state === state).length] as const,
          )
          return (
            <>
              <Filters>
                <label>
                  {t.form}{' '}
                  <select value={board.form ?? ''} onChange={(event) => setFilters({ form: event.target.value })}>
                    {board.forms.map((form) => (
                      <option key={form.form} value={form.form}>
                        {form.name}
                      </option>
                    ))}
                  </select>
                </label>
                <label>
                  {t.year}{' '}
                  <select value={board.year} onChange={(event) => setFilters({ year: event.target.value })}>
                    {[0, 1, 2, 3].map((back) => (
                      <option key={back} value={thisYear - back}>
                        {thisYear - back}
                      </option>
                    ))}
                  </select>
                </label>
                <ul className="returns-legend" aria-label={t.legend}>
                  {counts.map(([state, count]) => (
                    <li key={state} className={`return-state return-${state}`}>
                      {t[state]} {count}
                    </li>
                  ))}
                </ul>
              </Filters>
              {units.length === 0 ? (
                <Nothing title={t.none} hint={t.noneHint} />
              ) : (
                <DataTable
                  caption={shown?.name ?? t.title}
                  note={
                    <span className="returns-sheets">
                      {t.sheet}：
                      {opened.map((period) => (
                        <Link key={period} to="/returns/sheet" search={{ form: board.form!, period } as never}>
                          {period}
                        </Link>
                      ))}
                    </span>
                  }
                  rows={units}
                  rowKey={([unit]) => unit}
                  columns={[
                    {
                      key: 'unit',
                      title: t.unit,
                      head: true,
                      render: ([, name]) => <span className="returns-unit">{name}</span>,
                    },
                    ...periods.map((period) => ({
                      key: period,
                      title: shown?.periodKind === 'year' ? period : `${Number(period.slice(5))}月`,
                      align: 'center' as const,
                      narrow: true,
                      render: ([unit]: (typeof units)[number]) => {
                        const found = at.get(`${unit} ${period}`)
                        if (!found) return <span className="quiet">·</span>
                        const waits = found.firstSentOn === null && found.dueOn < board.today
                        const late = found.firstSentOn !== null && found.firstSentOn > found.dueOn
                        return (
                          <Link
                            to="/records/$record/$id"
                            params={{ record: 'statistical-returns.return', id: found.id }}
                            className={`return-state return-${found.state}`}
                            title={t.dueOn(found.dueOn)}
                          >
                            {t[found.state]}
                            {(waits || late) && <small>{waits ? t.overdue : t.late}</small>}
                          </Link>
                        )
                      },
                    })),
                  ]}
                />
              )}
            </>
          )
        }}
      </Ready>
    </>
  )
}
