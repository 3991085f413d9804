import { useState, type ReactNode } from 'react'
import { asProblem } from '../api/problem.ts'
import { Button } from '../parts/button.tsx'
import { Failure } from '../parts/states.tsx'

type Errors = Readonly<Record<string, string>>

/**
 * A form that is saved by one request: what is wrong with it stands above its fields and beside them, and its button tells that it is being saved.
 * `check` says what is missing before anything is sent.
 */
export function SavingForm({
  save,
  label,
  head,
  check = () => ({}),
  children,
}: {
  save: { readonly error: unknown; readonly isPending: boolean; mutate: () => void }
  /** What the button says. */
  label: string
  /** What the form is about. */
  head?: ReactNode
  check?: () => Errors
  children: (errors: Errors) => ReactNode
}) {
  const [missing, setMissing] = useState<Errors>({})
  const problem = save.error ? asProblem(save.error) : undefined
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        const found = check()
        setMissing(found)
        if (Object.keys(found).length === 0) save.mutate()
      }}
    >
      {head}
      {problem && <Failure error={problem} />}
      {children({ ...problem?.fields, ...missing })}
      <div className="form-actions">
        <Button type="submit" look="main" busy={save.isPending}>
          {label}
        </Button>
      </div>
    </form>
  )
}
