import { Navigate, type ErrorComponentProps } from '@tanstack/react-router'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Failure } from '../parts/states.tsx'
import { Problem } from '../api/problem.ts'
import { useAccount } from '../session/session.ts'
import { firstPage } from './navigation.ts'
import { words } from './words.ts'

/** Everyone starts where their work is. */
export function Home() {
  return <Navigate to={firstPage(useAccount())} replace />
}

/** An address that leads nowhere. */
export function NotFound() {
  return <Failure error={new Problem(404, '', '')} />
}

/** A page that could not be drawn, most often because a newer version was installed meanwhile. */
export function PageFailure({ error }: ErrorComponentProps) {
  const t = useWords(words)
  if (error instanceof Problem) return <Failure error={error} />
  return (
    <div className="failure" role="alert">
      <p className="failure-title">{t.pageFailed}</p>
      <p>{t.pageFailedHint}</p>
      <p className="failure-ways">
        <Button onClick={() => location.reload()}>{t.reload}</Button>
      </p>
    </div>
  )
}
