import { Link } from '@tanstack/react-router'
import type { Summary } from '../api/document-types.ts'
import { DocumentFigure } from '../document/figure-part.tsx'
import { grouped } from '../parts/number.ts'
import { Panel } from '../parts/page.tsx'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { words } from './words.ts'

/** What stops the signing: figures that may still change. */
export function Obstacles({ summary }: { summary: Summary }) {
  const t = useWords(words)
  const say = useText()
  if (summary.state === 'signed' || summary.provisional.length === 0) return null
  return (
    <details className="failure summary-obstacles">
      <summary className="failure-title">{t.provisional(summary.provisional.length)}</summary>
      <ul>
        {summary.provisional.map((figure, index) => (
          <li key={`${figure.indicator}-${figure.period.id}-${index}`}>
            {say(figure.place.title)} · {say(figure.period.title)} · {say(figure.title)}：
            <DocumentFigure
              figure={figure}
              text={figure.value === null ? '—' : `${grouped(figure.value)}${say(figure.unit)}`}
            />
          </li>
        ))}
      </ul>
      <p>
        {t.provisionalHint} <Link to="/administration/periods">{t.toPeriods}</Link>
      </p>
    </details>
  )
}

/** Material for the sections on problems and plans. */
export function Suggestions({ summary }: { summary: Summary }) {
  const t = useWords(words)
  const say = useText()
  return (
    <>
      <Panel title={t.problems}>
        <p className="quiet small">{t.problemsHint}</p>
        {summary.problems.length === 0 ? (
          <p>{t.noProblems}</p>
        ) : (
          <ul className="suggestions">
            {summary.problems.map((problem, index) => (
              <li key={index}>{say(problem.text)}</li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={t.plan}>
        <p className="quiet small">{t.planHint}</p>
        {summary.plan.length === 0 ? (
          <p>{t.noPlan}</p>
        ) : (
          <ul className="suggestions">
            {summary.plan.map((item, index) => (
              <li key={index}>{say(item.text)}</li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  )
}
