import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { post } from '../api/client.ts'
import { asProblem } from '../api/problem.ts'
import type { Session } from '../api/types.ts'
import { queries } from '../api/queries.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Failure } from '../parts/states.tsx'
import { EntryField, EntryFrame } from './entry.tsx'
import { enterSession } from './session.ts'
import { words } from './words.ts'

/** An empty installation asks for its first administrator. */
export default function SetUp() {
  const t = useWords(words)
  const [values, setValues] = useState({ county: '', username: '', name: '', password: '' })
  const create = useMutation({
    mutationFn: () => post<Session | undefined>('/api/setup', values),
    onSuccess: (session) => {
      if (session?.account) enterSession(session)
      else void queries.invalidateQueries({ queryKey: ['session'] })
    },
  })
  const problem = create.error ? asProblem(create.error) : undefined
  const bind = (name: keyof typeof values) => ({
    name,
    value: values[name],
    error: problem?.fields[name],
    required: true,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setValues({ ...values, [name]: event.target.value }),
  })
  return (
    <EntryFrame title={t.setUp} hint={t.setUpHint}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate()
        }}
      >
        {problem && Object.keys(problem.fields).length === 0 && <Failure error={problem} />}
        <EntryField label={t.county} hint={t.countyHint} inputMode="numeric" maxLength={6} {...bind('county')} />
        <EntryField label={t.fullName} autoComplete="name" {...bind('name')} />
        <EntryField label={t.username} autoComplete="username" {...bind('username')} />
        <EntryField
          label={t.password}
          hint={t.passwordHint}
          type="password"
          autoComplete="new-password"
          {...bind('password')}
        />
        <Button type="submit" look="main" busy={create.isPending}>
          {t.create}
        </Button>
      </form>
    </EntryFrame>
  )
}
