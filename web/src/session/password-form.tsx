import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { post } from '../api/client.ts'
import { asProblem } from '../api/problem.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Failure } from '../parts/states.tsx'
import { EntryField } from './entry.tsx'
import { words } from './words.ts'

/** Changes one's own password. */
export function PasswordForm({ onDone }: { onDone: () => void }) {
  const t = useWords(words)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const change = useMutation({
    mutationFn: () => post('/api/account/password', { current, next }),
    onSuccess: () => {
      setCurrent('')
      setNext('')
      setAgain('')
      onDone()
    },
  })
  const problem = change.error ? asProblem(change.error) : undefined
  const differs = again !== '' && again !== next
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!differs && again) change.mutate()
      }}
    >
      {problem && Object.keys(problem.fields).length === 0 && <Failure error={problem} />}
      <EntryField
        label={t.presentPassword}
        name="current"
        type="password"
        autoComplete="current-password"
        required
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
        error={problem?.fields.current}
      />
      <EntryField
        label={t.nextPassword}
        name="next"
        type="password"
        autoComplete="new-password"
        required
        hint={t.passwordHint}
        value={next}
        onChange={(event) => setNext(event.target.value)}
        error={problem?.fields.next}
      />
      <EntryField
        label={t.again}
        name="again"
        type="password"
        autoComplete="new-password"
        required
        value={again}
        onChange={(event) => setAgain(event.target.value)}
        error={differs ? t.different : undefined}
      />
      <Button type="submit" look="main" busy={change.isPending}>
        {t.change}
      </Button>
    </form>
  )
}
