import { useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import Modal from 'antd/es/modal'
import { post, remove } from '../api/client.ts'
import { getList } from '../api/rows.ts'
import type { SavedView } from '../api/figure-types.ts'
import { common } from '../language/common.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { notice } from '../parts/notice.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { useAccount } from '../session/session.ts'
import type { Choice, useChoice } from './choice.ts'
import { words } from './words.ts'

/** Saved and shared views: open, save, delete, copy the link. */
export default function Views({
  choice,
  setFilters,
  onClose,
}: {
  choice: Choice
  setFilters: ReturnType<typeof useChoice>['setFilters']
  onClose: () => void
}) {
  const t = useWords(words)
  const c = useWords(common)
  const account = useAccount()
  const [title, setTitle] = useState('')
  const [shared, setShared] = useState(false)
  const query = useQuery({
    queryKey: ['views'],
    queryFn: () => getList<SavedView>('/api/views'),
  })
  const save = useMutation({
    mutationFn: () =>
      post('/api/views', {
        title: title.trim(),
        shared,
        state: {
          indicators: choice.indicators.map((indicator) => indicator.id),
          places: choice.under ? [] : choice.places.map((place) => place.code),
          ...(choice.under ? { under: choice.under } : {}),
          periods: choice.periods,
          chart: choice.chart,
        },
      }),
    onSuccess: () => {
      setTitle('')
      notice(c.saved)
      void query.refetch()
    },
  })
  const drop = useMutation({ mutationFn: (id: string) => remove(`/api/views/${id}`), onSuccess: () => query.refetch() })
  const open = (view: SavedView) => {
    const { indicators, places, under, periods, chart } = view.state
    setFilters({
      indicators: indicators.join(','),
      places: places.join(',') || undefined,
      under,
      periods: periods.join(','),
      chart,
    })
    onClose()
  }
  return (
    <Modal open title={t.views} footer={null} onCancel={onClose}>
      <Ready query={query}>
        {(views) =>
          views.length === 0 ? (
            <p className="quiet">{t.noViews}</p>
          ) : (
            <ul className="views">
              {views.map((view) => (
                <li key={view.id}>
                  <button type="button" className="link-button" onClick={() => open(view)}>
                    {view.title}
                  </button>
                  {view.shared && <Chip tone="accent">{t.sharedMark}</Chip>}
                  {view.account === account.id && (
                    <button type="button" className="link-button" onClick={() => drop.mutate(view.id)}>
                      {c.remove}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Ready>
      {(save.error ?? drop.error) && <Failure error={save.error ?? drop.error} />}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <h3 className="section-title">{t.saveView}</h3>
        <input
          className="field"
          required
          aria-label={t.viewTitle}
          placeholder={t.viewTitle}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <label className="tick">
          <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} />
          {t.shared}
        </label>
        <div className="form-actions">
          <Button type="submit" look="main" busy={save.isPending}>
            {c.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
