import { lazy, Suspense } from 'react'
import { common } from '../language/common.ts'
import { useWords } from '../language/words.ts'
import { Failure, Loading } from '../parts/states.tsx'
import { useSessionQuery } from '../session/session.ts'
import { useHouseQuery } from './house.ts'
import { Layout } from './layout.tsx'

const SignIn = lazy(() => import('../session/sign-in.tsx'))
const SetUp = lazy(() => import('../session/set-up.tsx'))
const NewPassword = lazy(() => import('../session/new-password.tsx'))

/** Lets in who is signed in; shows the others where to begin. The address stays, so that work goes on there afterwards. */
export function Gate() {
  const t = useWords(common)
  const session = useSessionQuery()
  const account = session.data?.account
  const inside = account != null && account.secondFactor !== 'pending' && !account.mustChangePassword
  const house = useHouseQuery(inside)
  if (session.data && inside && house.data) return <Layout />
  const error = session.error ?? house.error
  return (
    <Suspense fallback={<Loading />}>
      {error ? (
        <div style={{ maxWidth: '40rem', margin: '4rem auto', padding: '0 1rem' }}>
          <Failure error={error} retry={() => void (session.error ? session.refetch() : house.refetch())} />
        </div>
      ) : !session.data || inside ? (
        <div style={{ maxWidth: '60rem', margin: '2rem auto', padding: '0 1rem' }} aria-label={t.loading}>
          <Loading />
        </div>
      ) : session.data.setupNeeded ? (
        <SetUp />
      ) : account && account.secondFactor !== 'pending' ? (
        <NewPassword />
      ) : (
        <SignIn session={session.data} />
      )}
    </Suspense>
  )
}
