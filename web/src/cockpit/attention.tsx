import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import type { Cockpit, Warning } from '../api/figure-types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { LightSign } from '../parts/light.tsx'
import { figureName } from '../parts/value.tsx'
import { words } from './words.ts'

/** Work past its day, by kind; leads to the list. */
export function OverdueWork({ tasks, place }: { tasks: Cockpit['tasks']; place: string }) {
  const t = useWords(words)
  const say = useText()
  const waiting = tasks.filter((task) => task.open > 0).toSorted((a, b) => b.overdue - a.overdue)
  if (waiting.length === 0) return <p className="quiet">{t.nothingOverdue}</p>
  return (
    <ul className="attention">
      {waiting.map((task) => (
        <li key={task.task}>
          <Link
            to="/tasks"
            search={{ kind: task.task, place, ...(task.overdue > 0 ? { overdue: '1' } : {}) }}
            className="attention-row"
          >
            <LightSign light={task.overdue > 0 ? 'red' : 'green'} named />
            <span>{say(task.title)}</span>
            <span className="number attention-count">{t.overdueOf(task.overdue, task.open)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** What misses its target: red first. Each leads to the figure. */
export function Warnings({ warnings, period }: { warnings: readonly Warning[]; period: string }) {
  const t = useWords(words)
  const say = useText()
  const [all, setAll] = useState(false)
  if (warnings.length === 0) return <p className="quiet">{t.noWarnings}</p>
  const sorted = warnings.toSorted((a, b) => (a.level === b.level ? 0 : a.level === 'red' ? -1 : 1))
  const shown = all ? sorted : sorted.slice(0, 8)
  return (
    <ul className="attention">
      {shown.map((warning) => (
        <li key={warning.id}>
          <Link
            to="."
            search={
              ((previous: Record<string, unknown>) => ({
                ...previous,
                figure: figureName({
                  indicator: warning.indicator,
                  place: warning.place,
                  period: warning.period ?? period,
                }),
              })) as never
            }
            resetScroll={false}
            className="attention-row"
          >
            <LightSign light={warning.level} />
            <span>
              <strong>
                {warning.placeName} · {say(warning.title)}
              </strong>
              <span className="unseen">{warning.level === 'red' ? t.redWarning : t.yellowWarning}</span>
              <br />
              <span className="small">{say(warning.text)}</span>
            </span>
            <span className="small quiet attention-count">{t.since(warning.since.slice(0, 10))}</span>
          </Link>
        </li>
      ))}
      {sorted.length > shown.length && (
        <li>
          <button type="button" className="link-button" onClick={() => setAll(true)}>
            {t.moreWarnings(sorted.length - shown.length)}
          </button>
        </li>
      )}
    </ul>
  )
}
