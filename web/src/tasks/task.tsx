import { Link } from '@tanstack/react-router'
import type { TaskRow } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { LightSign } from '../parts/light.tsx'
import { Chip } from '../parts/status.tsx'
import { useCatalogue, useHouse } from '../shell/house.ts'
import { words } from './words.ts'
import './tasks.css'

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

/** One piece of due work. In a person's file (`ofPerson`) it says what is to be done, in a list also for whom. */
export function Task({ row, ofPerson = false, way = true }: { row: TaskRow; ofPerson?: boolean; way?: boolean }) {
  const t = useWords(words)
  const say = useText()
  const { today } = useHouse()
  const light = row.overdueDays > 0 ? (row.severity === 'statutory' ? 'red' : 'yellow') : 'green'
  return (
    <li className={`task light-${light}`}>
      <LightSign light={light} />
      <div className="task-words">
        <p>
          <strong>
            {row.person && !ofPerson ? (
              <Link to="/people/$id" params={{ id: row.person }}>
                {row.personName}
              </Link>
            ) : (
              say(row.title)
            )}
          </strong>
          {!ofPerson && <span className="quiet"> {row.divisionName}</span>}
        </p>
        {row.person && !ofPerson && <p>{say(row.title)}</p>}
        <p className="small">
          <span className={row.overdueDays > 0 ? 'task-overdue' : 'quiet'}>
            {row.overdueDays > 0
              ? t.overdueDays(row.overdueDays)
              : row.dueOn === today
                ? t.dueToday
                : t.dueOn(row.dueOn)}
          </span>{' '}
          {row.severity === 'statutory' && <Chip tone="bad">{t.statutory}</Chip>}
        </p>
      </div>
      {way && <Way row={row} />}
    </li>
  )
}
