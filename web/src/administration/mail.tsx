import { useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { get, post, put } from '../api/client.ts'
import { Fields } from '../forms/form-fields.tsx'
import { SavingForm } from '../forms/saving-form.tsx'
import type { FormField } from '../forms/schema.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { notice } from '../parts/notice.tsx'
import { PageHead, Panel } from '../parts/page.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { words } from './mail-words.ts'

interface Settings {
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  user: string
  from: string
  site: string
  hasPassword: boolean
}

interface Mail {
  settings: Settings | null
  font: boolean
  deliveries: { sent: number; waiting: number; failed: number }
}

function MailForm({ mail, onSaved }: { mail: Mail; onSaved: () => void }) {
  const t = useWords(words)
  const [values, setValues] = useState<Record<string, unknown>>(
    mail.settings
      ? { ...mail.settings, port: String(mail.settings.port) }
      : { security: 'tls', port: '465', site: location.origin },
  )
  const text = (
    name: 'host' | 'port' | 'user' | 'from' | 'site',
    required: boolean,
    hint?: FormField['hint'],
  ): FormField => ({
    name,
    title: words[name],
    hint,
    required,
    unit: undefined,
    preset: undefined,
    control: { kind: 'text', long: false },
  })
  const fields: FormField[] = [
    text('host', true),
    {
      ...text('host', true),
      name: 'security',
      title: words.security,
      control: { kind: 'choice', values: { tls: words.tls, starttls: words.starttls, none: words.none } },
    },
    text('port', true),
    text('user', false, words.userHint),
  ]
  const whence: FormField[] = [text('from', true, words.fromHint), text('site', true, words.siteHint)]
  const [password, setPassword] = useState('')
  const save = useMutation({
    mutationFn: () => {
      const { host, security, user = '', from, site } = values
      return put('/api/admin/mail', {
        ...{ host, security, user, from, site },
        port: Number(values['port']),
        ...(password ? { password } : {}),
      })
    },
    onSuccess: () => {
      setPassword('')
      notice(t.saved)
      onSaved()
    },
  })
  return (
    <SavingForm save={save} label={t.save}>
      {(errors) => (
        <>
          <Fields fields={fields} values={values} onChange={setValues} errors={errors} />
          <label className="form-field" style={{ display: 'block' }}>
            <span className="form-label">{t.password}</span>
            <input
              className="field"
              type="password"
              autoComplete="new-password"
              placeholder={mail.settings?.hasPassword ? t.passwordKept : ''}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
          <Fields fields={whence} values={values} onChange={setValues} errors={errors} />
        </>
      )}
    </SavingForm>
  )
}

function Try() {
  const t = useWords(words)
  const [to, setTo] = useState('')
  const send = useMutation({
    mutationFn: () => post('/api/admin/mail/test', { to: to.trim() }),
    onSuccess: () => notice(t.tried),
  })
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <input
        className="field filters-grow"
        type="email"
        required
        aria-label={t.tryTo}
        placeholder={t.tryTo}
        value={to}
        onChange={(event) => setTo(event.target.value)}
      />
      <Button type="submit" busy={send.isPending}>
        {t.try}
      </Button>
      {send.error && <Failure error={send.error} />}
    </form>
  )
}

/** How mail leaves the house. */
export default function MailPage() {
  const t = useWords(words)
  const query = useQuery({ queryKey: ['mail'], queryFn: () => get<Mail>('/api/admin/mail') })
  return (
    <>
      <PageHead title={t.title} about={t.about} />
      <Ready query={query}>
        {(mail) => (
          <>
            {!mail.font && <p className="failure">{t.noFont}</p>}
            <Panel>
              <MailForm key={JSON.stringify(mail.settings)} mail={mail} onSaved={() => void query.refetch()} />
            </Panel>
            {mail.settings && (
              <Panel
                title={t.try}
                aside={t.deliveries(mail.deliveries.sent, mail.deliveries.waiting, mail.deliveries.failed)}
              >
                <Try />
              </Panel>
            )}
          </>
        )}
      </Ready>
    </>
  )
}
