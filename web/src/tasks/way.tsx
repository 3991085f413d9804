import { Link } from '@tanstack/react-router'
import type { TaskRow } from '../api/types.ts'
import { useWords } from '../language/words.ts'
import { useCatalogue } from '../shell/house.ts'
import { startOf } from './start.ts'
import { words } from './words.ts'

/** Where a piece of work is done: its action's form, or the record. */
export function Way({ task }: { task: TaskRow }) {
  const t = useWords(words)
  const { actions } = useCatalogue()
  const action = task.action ? actions.get(task.action) : undefined
  if (action)
    return (
      <Link
        to="/do/$action"
        params={{ action: action.id }}
        search={startOf(task, action)}
        className="button button-main"
      >
        {t.doIt}
      </Link>
    )
  return (
    <Link to="/records/$record/$id" params={{ record: task.record, id: task.recordId }} className="button button-plain">
      {t.open}
    </Link>
  )
}
