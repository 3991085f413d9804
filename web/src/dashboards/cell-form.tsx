import { lazy, Suspense, useState } from 'react'
import Modal from 'antd/es/modal'
import { views } from '@kangheng/drawing/cell-data.ts'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { periodTitle } from '../parts/period.ts'
import { PlaceField } from '../places/place-path.tsx'
import { useAccount } from '../session/session.ts'
import { useCatalogue } from '../shell/house.ts'
import { manyPeriods, newCell, singlePeriods } from './choices.ts'
import type { Cell, PeriodChoice, PlaceChoice } from './types.ts'
import { words } from './words.ts'
import '../forms/forms.css'

const IndicatorDialog = lazy(() => import('../explorer/indicator-dialog.tsx'))

const placeKinds = ['own', 'own-and-below', 'below-own', 'named', 'with-below', 'below'] as const

function placesOf(kind: (typeof placeKinds)[number], before: PlaceChoice, own: string): PlaceChoice {
  const code = 'code' in before ? before.code : 'codes' in before ? (before.codes[0] ?? own) : own
  if (kind === 'named') return { kind, codes: 'codes' in before ? before.codes : [code] }
  if (kind === 'below' || kind === 'with-below') return { kind, code }
  return { kind }
}

/** What a view shows: kind, indicators, places, periods, title. */
export default function CellForm({
  cell,
  onDone,
  onClose,
}: {
  cell: Cell
  onDone: (cell: Cell) => void
  onClose: () => void
}) {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const account = useAccount()
  const { indicators } = useCatalogue()
  const [draft, setDraft] = useState(cell)
  const [choosing, setChoosing] = useState(cell.indicators.length === 0)
  const alone = draft.view === 'number' || draft.view === 'map'
  const set = (change: Partial<Cell>) => setDraft({ ...draft, ...change })
  const title = draft.title?.zh ?? ''
  const fixed = draft.periods.kind === 'named' ? draft.periods.ids : undefined
  return (
    <Modal open title={t.view} width={620} footer={null} onCancel={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          onDone(draft)
        }}
      >
        <div className="tabs" role="group" aria-label={t.view}>
          {views.map((view) => (
            <button
              key={view}
              type="button"
              className="plain-button"
              aria-pressed={draft.view === view}
              onClick={() => {
                const { places, periods, width, height } = newCell(view, draft.indicators, [])
                set({ view, places, periods, width, height })
              }}
            >
              {t[view]}
            </button>
          ))}
        </div>
        <div className="form-field">
          <span className="form-label">{t.indicators}</span>
          <p>{draft.indicators.map((id) => say(indicators.get(id)?.title) || id).join('、') || '—'}</p>
          {alone && draft.indicators.length > 1 && <p className="field-error">{t.oneIndicator}</p>}
          <Button onClick={() => setChoosing(true)}>{t.chooseIndicators}</Button>
        </div>
        <div className="form-field">
          <label className="form-label" htmlFor="cell-places">
            {t.places}
          </label>
          <div className="form-control">
            <select
              id="cell-places"
              className="field"
              value={draft.places.kind}
              onChange={(event) =>
                set({
                  places: placesOf(event.target.value as (typeof placeKinds)[number], draft.places, account.division),
                })
              }
            >
              {placeKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t[kind]}
                </option>
              ))}
            </select>
            {'code' in draft.places && (
              <PlaceField
                value={draft.places.code}
                top={account.division}
                onChange={(code) =>
                  code && 'code' in draft.places && set({ places: { kind: draft.places.kind, code } })
                }
              />
            )}
            {draft.places.kind === 'named' && (
              <PlaceField
                value={draft.places.codes[0]}
                top={account.division}
                onChange={(code) => code && set({ places: { kind: 'named', codes: [code] } })}
              />
            )}
          </div>
        </div>
        <div className="form-field">
          <label className="form-label" htmlFor="cell-periods">
            {t.periods}
          </label>
          <select
            id="cell-periods"
            className="field"
            value={draft.periods.kind}
            onChange={(event) => set({ periods: { kind: event.target.value } as PeriodChoice })}
          >
            {[...(draft.view === 'line' ? manyPeriods : []), ...(draft.view === 'table' ? manyPeriods : [])].map(
              (kind) => (
                <option key={kind} value={kind}>
                  {t[kind]}
                </option>
              ),
            )}
            {draft.view !== 'line' &&
              singlePeriods.map((kind) => (
                <option key={kind} value={kind}>
                  {t[kind]}
                </option>
              ))}
            {fixed && (
              <option value="named" disabled>
                {t.fixed(say(periodTitle(fixed[0]!)), say(periodTitle(fixed.at(-1)!)))}
              </option>
            )}
          </select>
        </div>
        <div className="form-field">
          <label className="form-label" htmlFor="cell-title">
            {t.cellTitle}
          </label>
          <input
            id="cell-title"
            className="field"
            maxLength={60}
            value={title}
            onChange={(event) => set({ title: { zh: event.target.value, en: event.target.value } })}
          />
        </div>
        <div className="form-actions">
          <Button
            type="submit"
            look="main"
            disabled={draft.indicators.length === 0 || (alone && draft.indicators.length > 1)}
          >
            {t.apply}
          </Button>
          <Button onClick={onClose}>{c.cancel}</Button>
        </div>
      </form>
      {choosing && (
        <Suspense>
          <IndicatorDialog
            chosen={draft.indicators}
            onClose={() => setChoosing(false)}
            onDone={(ids) => {
              setChoosing(false)
              set({ indicators: ids.slice(0, 12) })
            }}
          />
        </Suspense>
      )}
    </Modal>
  )
}
