import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { post } from '../api/client.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { PageHead, Panel } from '../parts/page.tsx'
import { Failure } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { certificateWords } from './certificate-words.ts'
import { Labelled } from './part-fields.tsx'

type Verification =
  | { kind: 'forged' }
  | { kind: 'revoked'; number: string; revokedOn: string | null }
  | {
      kind: 'valid' | 'changed'
      number: string
      issuedOn: string
      doses: number
      person: { id: string; name: string; birth: string } | null
    }

const TONES = { valid: 'good', changed: 'warn', revoked: 'bad', forged: 'bad' } as const

/** Verifies what the code of a certificate says: made by this house, still valid, and unchanged since it was printed. */
export default function VerifyPage() {
  const t = useWords(certificateWords)
  const [token, setToken] = useState('')
  const verify = useMutation({
    mutationFn: (text: string) => post<Verification>('/api/vaccination/certificates/verify', { token: text }),
  })
  const found = verify.data
  return (
    <>
      <PageHead title={t.verifyTitle} about={t.verifyAbout} />
      <Panel>
        <form
          className="form vaccination-form"
          onSubmit={(event) => {
            event.preventDefault()
            verify.mutate(token)
          }}
        >
          <Labelled id="token" label={t.content}>
            <input
              id="token"
              className="field"
              autoFocus
              autoComplete="off"
              value={token}
              onChange={(event) => setToken(event.target.value)}
            />
          </Labelled>
          <div className="form-actions">
            <Button type="submit" look="main" busy={verify.isPending} disabled={token.trim() === ''}>
              {t.verify}
            </Button>
          </div>
        </form>
        {verify.error && <Failure error={verify.error} />}
        {found && (
          <div role="status">
            <p>
              <Chip tone={TONES[found.kind]}>{t[found.kind]}</Chip>
            </p>
            {found.kind !== 'forged' && (
              <p className="number">
                {t.number} {found.number}
              </p>
            )}
            {(found.kind === 'valid' || found.kind === 'changed') && (
              <p>
                {t.holder}：
                {found.person ? (
                  <Link to="/people/$id" params={{ id: found.person.id }}>
                    {found.person.name} {found.person.birth}
                  </Link>
                ) : (
                  t.elsewhere
                )}
                。{t.dosesNow(found.doses)}
              </p>
            )}
          </div>
        )}
      </Panel>
    </>
  )
}
