import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { post, remove } from '../api/client.ts'
import { queries } from '../api/queries.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Failure } from '../parts/states.tsx'
import { useAccount } from './session.ts'
import { words } from './account-words.ts'

function CodeField({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const t = useWords(words)
  return (
    <input
      className="field code-field number"
      aria-label={t.code}
      placeholder={t.code}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={6}
      value={value}
      onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))}
    />
  )
}

/** Turns the second factor of one's own account on and off. */
export function SecondFactor() {
  const t = useWords(words)
  const account = useAccount()
  const [code, setCode] = useState('')
  const start = useMutation({
    mutationFn: () => post<{ uri: string; secret: string; qr: string }>('/api/account/second-factor/start'),
  })
  const finish = {
    onSuccess: () => {
      setCode('')
      start.reset()
      void queries.invalidateQueries({ queryKey: ['session'] })
    },
  }
  const confirm = useMutation({ mutationFn: () => post('/api/account/second-factor/confirm', { code }), ...finish })
  const stop = useMutation({ mutationFn: () => remove('/api/account/second-factor', { code }), ...finish })
  const error = start.error ?? confirm.error ?? stop.error
  const on = account.secondFactor === 'on'
  return (
    <>
      {error && <Failure error={error} />}
      {on ? (
        <form
          className="filters"
          onSubmit={(event) => {
            event.preventDefault()
            stop.mutate()
          }}
        >
          <strong>{t.factorOn}</strong>
          <CodeField value={code} onChange={setCode} />
          <Button type="submit" look="danger" busy={stop.isPending} disabled={code.length !== 6}>
            {t.stop}
          </Button>
        </form>
      ) : start.data ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            confirm.mutate()
          }}
        >
          <p>{t.scan}</p>
          <img
            className="factor-qr"
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(start.data.qr)}`}
            alt={t.qr}
            width={180}
            height={180}
          />
          <p className="small quiet">
            {t.secret}：<code>{start.data.secret}</code>
          </p>
          <div className="filters">
            <CodeField value={code} onChange={setCode} />
            <Button type="submit" look="main" busy={confirm.isPending} disabled={code.length !== 6}>
              {t.confirm}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <p className="quiet">{t.factorOff}</p>
          <p>
            <Button busy={start.isPending} onClick={() => start.mutate()}>
              {t.start}
            </Button>
          </p>
        </>
      )}
    </>
  )
}
