import { lazy, Suspense, useEffect, useState } from 'react'
import { Problem } from '../api/problem.ts'
import { common } from '../language/common.ts'
import { useWords } from '../language/words.ts'
import { knownDevices } from '../offline/known-devices.ts'
import { keepPages } from '../offline/service-worker-client.ts'
import { useDeviceState } from '../offline/state.ts'
import { Failure, Loading } from '../parts/states.tsx'
import { useSessionQuery } from '../session/session.ts'
import { useHouseQuery } from './house.ts'
import { Layout } from './layout.tsx'

const SignIn = lazy(() => import('../session/sign-in.tsx'))
const SetUp = lazy(() => import('../session/set-up.tsx'))
const NewPassword = lazy(() => import('../session/new-password.tsx'))
const UnsubscribePage = lazy(() => import('../dashboards/unsubscribe-page.tsx'))
const LockPage = lazy(() => import('../offline/lock-page.tsx'))

/** The server cannot be reached, for whatever reason. */
const isAway = (error: unknown) => error instanceof Problem && (error.status === 0 || error.status >= 502)

/**
 * Lets in who is signed in; shows the others where to begin. The address stays, so that work goes on there afterwards. Where somebody works without a
 * connection, the device's own door comes first.
 */
export function Gate() {
  const t = useWords(common)
  const device = useDeviceState()
  const devices = knownDevices()
  const [signingIn, setSigningIn] = useState(false)
  const [workingOffline, setWorkingOffline] = useState(false)
  const session = useSessionQuery()
  const account = session.data?.account
  const inside = account != null && account.secondFactor !== 'pending' && !account.mustChangePassword
  const carries = inside && account.rights.includes('work-offline')
  const locked = device.phase === 'closed'
  const away = session.data === undefined && (isAway(session.failureReason) || !navigator.onLine)
  const own = devices.filter((each) => each.account === account?.id)
  const atDoor = locked && (inside ? own.length > 0 : devices.length > 0 && (away || workingOffline))
  const house = useHouseQuery(inside && !atDoor)
  useEffect(() => {
    if (carries) void keepPages()
  }, [carries])
  // Signing in ends with another account, or with the same one and the server's consent.
  useEffect(() => setSigningIn(false), [account?.id, device.connection])
  // The link of a mail leads here, whoever is signed in.
  if (location.pathname === '/unsubscribe') {
    return (
      <Suspense fallback={<Loading />}>
        <UnsubscribePage />
      </Suspense>
    )
  }
  if (atDoor) {
    return (
      <Suspense fallback={<Loading />}>
        <LockPage
          devices={inside ? own : devices}
          account={inside ? account : null}
          onSignIn={!inside && !away ? () => setWorkingOffline(false) : undefined}
        />
      </Suspense>
    )
  }
  if (session.data && inside && house.data && !signingIn) return <Layout onSignIn={() => setSigningIn(true)} />
  const error = session.error ?? house.error
  return (
    <Suspense fallback={<Loading />}>
      {error ? (
        <div style={{ maxWidth: '40rem', margin: '4rem auto', padding: '0 1rem' }}>
          <Failure error={error} retry={() => void (session.error ? session.refetch() : house.refetch())} />
        </div>
      ) : !session.data || (inside && !signingIn) ? (
        <div style={{ maxWidth: '60rem', margin: '2rem auto', padding: '0 1rem' }} aria-label={t.loading}>
          <Loading />
        </div>
      ) : session.data.setupNeeded ? (
        <SetUp />
      ) : account && account.secondFactor !== 'pending' && !signingIn ? (
        <NewPassword />
      ) : (
        <SignIn
          session={session.data}
          onWorkOffline={devices.length > 0 && locked ? () => setWorkingOffline(true) : undefined}
        />
      )}
    </Suspense>
  )
}
