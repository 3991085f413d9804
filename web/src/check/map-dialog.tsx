import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import Modal from 'antd/es/modal'
import { post } from '../api/client.ts'
import { newRequestId } from '../api/request-id.ts'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { notice } from '../parts/notice.tsx'
import { Failure } from '../parts/states.tsx'
import { Unit } from '../parts/unit.tsx'
import { useHouse } from '../shell/house.ts'
import type { Wording } from './wordings.ts'
import { words } from './words.ts'

/** 万人 counts what 人 counts, and 名 as well. */
const countedIn = (unit: string) => {
  const base = unit.length > 1 ? unit.replace(/^[万亿]/, '') : unit
  return base === '名' || base === '位' ? '人' : base
}
const NONE = ''

/** Says once for ever which indicator a wording means, or that it means none. */
export default function MapDialog({
  wording,
  onDone,
  onClose,
}: {
  wording: Wording
  onDone: () => void
  onClose: () => void
}) {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const house = useHouse()
  const [subject, setSubject] = useState(wording.what)
  const [q, setQ] = useState('')
  const [indicator, setIndicator] = useState<string>()
  const [requestId] = useState(newRequestId)
  const wanted = q.trim().toLowerCase()
  const choices = house.domains
    .flatMap((domain) => domain.indicators)
    .filter(
      ({ unit, title }) =>
        countedIn(unit.zh) === countedIn(wording.unit) && `${title.zh} ${title.en}`.toLowerCase().includes(wanted),
    )
  const write = useMutation({
    mutationFn: () =>
      post('/api/actions/figure-check.mapping.map', {
        requestId,
        input: { subject: subject.trim(), unit: wording.unit, ...(indicator ? { indicator } : {}) },
      }),
    onSuccess: () => {
      notice(t.mapped)
      onDone()
    },
  })
  const choice = (id: string, label: React.ReactNode) => (
    <label key={id} className="tick">
      <input type="radio" name="indicator" checked={indicator === id} onChange={() => setIndicator(id)} />
      {label}
    </label>
  )
  return (
    <Modal open title={t.mapTitle} width={620} onCancel={onClose} footer={null}>
      <form
        className="map-form"
        onSubmit={(event) => {
          event.preventDefault()
          write.mutate()
        }}
      >
        <label>
          {t.mapWords}
          <input
            className="field"
            required
            minLength={2}
            maxLength={60}
            value={subject}
            onChange={(event) => setSubject(event.target.value)}
          />
        </label>
        <input
          className="field"
          type="search"
          aria-label={t.findIndicator}
          placeholder={t.findIndicator}
          value={q}
          onChange={(event) => setQ(event.target.value)}
          autoFocus
        />
        <div className="map-choices" role="radiogroup" aria-label={t.indicator}>
          {choices.length === 0 && <p className="quiet">{t.noSuchIndicator}</p>}
          {choices.map(({ id, title, unit }) =>
            choice(
              id,
              <>
                {say(title)} <Unit unit={say(unit)} />
              </>,
            ),
          )}
          {choice(NONE, t.noneOfOurs)}
        </div>
        {write.error && <Failure error={write.error} />}
        <div className="form-actions">
          <Button type="submit" look="main" busy={write.isPending} disabled={indicator === undefined}>
            {c.confirm}
          </Button>
          <Button onClick={onClose}>{c.cancel}</Button>
        </div>
      </form>
    </Modal>
  )
}
