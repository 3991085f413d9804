import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { post, remove } from '../api/client.ts'
import { queries } from '../api/queries.ts'
import type { DemoAccount, Session } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Failure } from '../parts/states.tsx'
import { EntryField, EntryFrame } from './entry.tsx'
import { enterSession } from './session.ts'
import { words } from './words.ts'

function DemoAccounts({
  accounts,
  enter,
  busy,
}: {
  accounts: readonly DemoAccount[]
  enter: (account: DemoAccount) => void
  busy: boolean
}) {
  const t = useWords(words)
  const say = useText()
  return (
    <aside>
      <h2>{t.demoAccounts}</h2>
      <p className="quiet">{t.demoHint}</p>
      <ul className="demo-accounts">
        {accounts.map((account) => (
          <li key={account.username}>
            <button type="button" className="demo-account" disabled={busy} onClick={() => enter(account)}>
              <span>{say(account.roleTitle)}</span>
              <span className="quiet small">
                {account.divisionName} · {account.username}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  )
}

function SecondFactor({ demo }: { demo: boolean }) {
  const t = useWords(words)
  const [code, setCode] = useState('')
  const verify = useMutation({
    mutationFn: () => post<Session>('/api/session/second-factor', { code }),
    onSuccess: enterSession,
  })
  const leave = useMutation({
    mutationFn: () => remove('/api/session'),
    onSettled: () => queries.invalidateQueries({ queryKey: ['session'] }),
  })
  return (
    <EntryFrame title={t.code} hint={t.codeHint} demo={demo}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          verify.mutate()
        }}
      >
        {verify.error && <Failure error={verify.error} />}
        <EntryField
          label={t.code}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          autoFocus
          value={code}
          onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
        />
        <Button type="submit" look="main" busy={verify.isPending} disabled={code.length !== 6}>
          {t.verify}
        </Button>
      </form>
      <p className="entry-note">
        <button type="button" className="link-button" onClick={() => leave.mutate()}>
          {t.otherAccount}
        </button>
      </p>
    </EntryFrame>
  )
}

/** Sign-in: user name and password, the second factor where it is on, demonstration accounts by one click. */
export default function SignIn({
  session,
  onWorkOffline,
}: {
  session: Session
  /** Leads to the copy on this device, where there is one. */
  onWorkOffline?: (() => void) | undefined
}) {
  const t = useWords(words)
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const enter = useMutation({
    mutationFn: (input: { username: string; password: string }) => post<Session>('/api/session', input),
    onSuccess: enterSession,
  })
  if (session.account?.secondFactor === 'pending') return <SecondFactor demo={session.demo} />
  return (
    <EntryFrame
      title={t.title}
      demo={session.demo}
      aside={
        session.demoAccounts?.length ? (
          <DemoAccounts
            accounts={session.demoAccounts}
            busy={enter.isPending}
            enter={({ username, password }) => enter.mutate({ username, password })}
          />
        ) : undefined
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          enter.mutate({ username: username.trim(), password })
        }}
      >
        {enter.error && <Failure error={enter.error} />}
        <EntryField
          label={t.username}
          name="username"
          autoComplete="username"
          required
          value={username}
          onChange={(event) => setUsername(event.target.value)}
        />
        <EntryField
          label={t.password}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" look="main" busy={enter.isPending}>
          {t.enter}
        </Button>
      </form>
      {onWorkOffline && (
        <p className="entry-note">
          <button type="button" className="link-button" onClick={onWorkOffline}>
            {t.workOffline}
          </button>
        </p>
      )}
      <p className="entry-note quiet small">{t.forgotten}</p>
    </EntryFrame>
  )
}
