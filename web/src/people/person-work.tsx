import { useQuery } from '@tanstack/react-query'
import { get } from '../api/client.ts'
import type { TaskRow } from '../api/types.ts'
import { useWords } from '../language/words.ts'
import { Panel } from '../parts/page.tsx'
import { Ready } from '../parts/states.tsx'
import { Task } from '../tasks/task.tsx'
import { words } from './words.ts'

/** What is to be done for the person, overdue first, each with the way to do it. Asked for apart, so that the file does not wait for it. */
export function PersonWork({ person, own }: { person: string; own: boolean }) {
  const t = useWords(words)
  const query = useQuery({
    queryKey: ['tasks', 'person', person],
    queryFn: () => get<{ rows: TaskRow[] }>(`/api/persons/${person}/work`),
  })
  return (
    <Panel title={t.work}>
      <Ready query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="quiet">{t.noWork}</p>
          ) : (
            <ul className="tasks">
              {rows.map((row) => (
                <Task key={`${row.task}-${row.recordId}`} row={row} ofPerson way={!own} />
              ))}
            </ul>
          )
        }
      </Ready>
    </Panel>
  )
}
