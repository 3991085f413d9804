import { Link } from '@tanstack/react-router'
import type { TaskRow } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { LightSign } from '../parts/light.tsx'
import { Chip } from '../parts/status.tsx'
import { useHouse } from '../shell/house.ts'
import { Way } from './way.tsx'
import { words } from './words.ts'
import './tasks.css'

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
      {way && <Way task={row} />}
    </li>
  )
}
