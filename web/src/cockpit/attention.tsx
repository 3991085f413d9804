import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import type { Cockpit, Warning } from '../api/figure-types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { LightSign } from '../parts/light.tsx'
import { figureName } from '../parts/value.tsx'
import { words } from './words.ts'

/** Lines shown at first, so that both lists end where the eye still is. */
const SHOWN = 8

/** Work past its day, by kind, the most first; leads to the list. */
export function OverdueWork({ tasks, place }: { tasks: Cockpit['tasks']; place: string }) {
  const t = useWords(words)
  const say = useText()
  const [all, setAll] = useState(false)
  const waiting = tasks.filter((task) => task.overdue > 0).toSorted((a, b) => b.overdue - a.overdue)
  if (waiting.length === 0) return <p className="quiet">{t.nothingOverdue}</p>
  const shown = all ? waiting : waiting.slice(0, SHOWN)
  return (
    <ul className="attention">
      {shown.map((task) => (
        <li key={task.task}>
          <Link to="/tasks" search={{ kind: task.task, place, overdue: '1' }} className="attention-row">
            <LightSign light="red" named />
            <span>{say(task.title)}</span>
            <span className="number attention-count">{t.overdueOf(task.overdue, task.open)}</span>
          </Link>
        </li>
      ))}
      <More hidden={waiting.length - shown.length} say={t.moreKinds} onMore={() => setAll(true)} />
    </ul>
  )
}

/** Ends a list of which the first are shown. */
function More({ hidden, say, onMore }: { hidden: number; say: (count: number) => string; onMore: () => void }) {
  if (hidden === 0) return null
  return (
    <li>
      <button type="button" className="link-button" onClick={onMore}>
        {say(hidden)}
      </button>
    </li>
  )
}

/** What misses its target: red first. Each leads to the figure. */
export function Warnings({ warnings, period }: { warnings: readonly Warning[]; period: string }) {
  const t = useWords(words)
  const say = useText()
  const [all, setAll] = useState(false)
  if (warnings.length === 0) return <p className="quiet">{t.noWarnings}</p>
  const sorted = warnings.toSorted((a, b) => (a.level === b.level ? 0 : a.level === 'red' ? -1 : 1))
  const shown = all ? sorted : sorted.slice(0, SHOWN)
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
      <More hidden={sorted.length - shown.length} say={t.moreWarnings} onMore={() => setAll(true)} />
    </ul>
  )
}
