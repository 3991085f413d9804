import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { asProblem } from '../api/problem.ts'
import { common } from '../language/common.ts'
import { useWords } from '../language/words.ts'
import { words } from './words.ts'
import './states.css'

/** Something is on its way; keeps the place it will need. */
export function Loading({ lines = 6 }: { lines?: number }) {
  const t = useWords(common)
  return (
    <div className="loading" role="status" aria-live="polite">
      <span className="unseen">{t.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className="loading-line" style={{ width: `${92 - ((index * 17) % 40)}%` }} />
      ))}
    </div>
  )
}

/** Nothing to show: says so, and what to do about it. */
export function Nothing({ title, hint, children }: { title?: string; hint?: string; children?: ReactNode }) {
  const t = useWords(common)
  return (
    <div className="nothing">
      <p className="nothing-title">{title ?? t.nothingHere}</p>
      <p className="quiet">{hint ?? t.nothingHereHint}</p>
      {children}
    </div>
  )
}

/** A failure: what went wrong, what to do, and a way to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  const t = useWords(words)
  const c = useWords(common)
  const problem = asProblem(error)
  const title =
    problem.message || (problem.status === 403 ? t.notAllowed : problem.status === 404 ? t.notFound : t.failed)
  const detail =
    problem.detail || (problem.status === 403 ? t.notAllowedHint : problem.status === 404 ? t.notFoundHint : '')
  return (
    <div className="failure" role="alert">
      <p className="failure-title">{title}</p>
      {detail && detail !== title && <p>{detail}</p>}
      <p className="failure-ways no-print">
        {retry && problem.status !== 403 && problem.status !== 404 && (
          <button type="button" className="plain-button" onClick={retry}>
            {c.retry}
          </button>
        )}
        {(problem.status === 403 || problem.status === 404) && <Link to="/">{t.home}</Link>}
      </p>
    </div>
  )
}

/** The three states of something read from the server, in one place. */
export function Ready<Data>({
  query,
  children,
  lines,
}: {
  query: { data: Data | undefined; error: unknown; isPending: boolean; refetch: () => unknown }
  children: (data: Data) => ReactNode
  lines?: number
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />
  return <Loading {...(lines === undefined ? {} : { lines })} />
}
