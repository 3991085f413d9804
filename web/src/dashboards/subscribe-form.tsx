import { useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import Modal from 'antd/es/modal'
import { get } from '../api/client.ts'
import { common } from '../language/common.ts'
import { useLanguage } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { notice } from '../parts/notice.tsx'
import { Failure } from '../parts/states.tsx'
import { act } from './act.ts'
import type { Subscription, Subscriptions } from './types.ts'
import { words } from './words.ts'
import '../forms/forms.css'

/** The reader's subscriptions, and whether anything is sent at all. */
export function useSubscriptions() {
  return useQuery({ queryKey: ['subscriptions'], queryFn: () => get<Subscriptions>('/api/subscriptions') })
}

/** Why nothing is sent, if so. */
export function NotReady({ ready }: { ready: Subscriptions['ready'] }) {
  const t = useWords(words)
  if (ready.mail && ready.font) return null
  return (
    <p className="failure" role="status">
      {ready.mail ? t.noFont : t.noMail}
    </p>
  )
}

const days = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/** Subscribes a dashboard, or changes a subscription. */
export default function SubscribeForm({
  dashboard,
  subscription,
  onClose,
}: {
  dashboard: string
  subscription?: Subscription | undefined
  onClose: () => void
}) {
  const t = useWords(words)
  const c = useWords(common)
  const { language } = useLanguage()
  const known = useSubscriptions()
  const [how, setHow] = useState({
    address: subscription?.address ?? known.data?.subscriptions[0]?.address ?? '',
    format: subscription?.format ?? ('pdf' as 'pdf' | 'png'),
    rhythm: subscription?.rhythm ?? ('weekly' as 'weekly' | 'monthly'),
    onDay: subscription?.onDay ?? 1,
    hour: subscription?.hour ?? 8,
    language: subscription?.language ?? language,
  })
  const set = (change: Partial<typeof how>) => setHow({ ...how, ...change })
  const save = useMutation({
    mutationFn: () =>
      subscription
        ? act('subscription.change', how, { id: subscription.id, version: subscription.version })
        : act('subscription.subscribe', { dashboard, ...how }),
    onSuccess: () => {
      notice(subscription ? c.saved : t.subscribed)
      onClose()
    },
  })
  const choice = <Key extends 'format' | 'rhythm' | 'language'>(
    key: Key,
    label: string,
    options: readonly (readonly [(typeof how)[Key], string])[],
  ) => (
    <label className="form-field">
      <span className="form-label">{label}</span>
      <select
        className="field"
        value={how[key]}
        onChange={(event) => set({ [key]: event.target.value, ...(key === 'rhythm' ? { onDay: 1 } : {}) })}
      >
        {options.map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
  const number = (
    key: 'onDay' | 'hour',
    label: string,
    values: readonly number[],
    title: (value: number) => string,
  ) => (
    <label className="form-field">
      <span className="form-label">{label}</span>
      <select className="field" value={how[key]} onChange={(event) => set({ [key]: Number(event.target.value) })}>
        {values.map((value) => (
          <option key={value} value={value}>
            {title(value)}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <Modal open title={t.subscribe} footer={null} onCancel={onClose}>
      {known.data && <NotReady ready={known.data.ready} />}
      {save.error && <Failure error={save.error} />}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <label className="form-field">
          <span className="form-label">{t.address}</span>
          <input
            className="field"
            type="email"
            required
            autoComplete="email"
            value={how.address}
            onChange={(event) => set({ address: event.target.value })}
          />
        </label>
        <div className="subscribe-pairs">
          {choice('rhythm', t.rhythm, [
            ['weekly', t.weekly],
            ['monthly', t.monthly],
          ])}
          {how.rhythm === 'weekly'
            ? number('onDay', t.onDay, days(7), t.weekday)
            : number('onDay', t.onDay, days(28), t.dayOfMonth)}
          {number(
            'hour',
            t.hour,
            days(24).map((hour) => hour - 1),
            t.oClock,
          )}
          {choice('format', t.format, [
            ['pdf', t.formatPdf],
            ['png', t.formatPng],
          ])}
          {choice('language', t.language, [
            ['zh', t.chinese],
            ['en', t.english],
          ])}
        </div>
        <div className="form-actions">
          <Button type="submit" look="main" busy={save.isPending}>
            {c.save}
          </Button>
          <Button onClick={onClose}>{c.cancel}</Button>
        </div>
      </form>
    </Modal>
  )
}
