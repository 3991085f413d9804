import { lazy, Suspense, useState } from 'react'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Icon } from '../parts/icon.tsx'
import { Button } from '../parts/button.tsx'
import { endMonth, kindOf, monthsBack, periodOf, periodsBack, periodTitle, type PeriodKind } from '../parts/period.ts'
import { PlaceField, PlacePath } from '../places/place-path.tsx'
import { useAccount } from '../session/session.ts'
import { useHouse } from '../shell/house.ts'
import { periodRange, type Choice, type useChoice } from './choice.ts'
import { words } from './words.ts'

const IndicatorDialog = lazy(() => import('./indicator-dialog.tsx'))

type Set = ReturnType<typeof useChoice>['setFilters']

/** A chosen thing that can be taken out again. */
function Removable({ label, onRemove }: { label: string; onRemove?: (() => void) | undefined }) {
  const c = useWords(common)
  return (
    <span className="removable">
      {label}
      {onRemove && (
        <button type="button" onClick={onRemove}>
          <Icon name="close" />
          <span className="unseen">
            {c.remove} {label}
          </span>
        </button>
      )}
    </span>
  )
}

function Indicators({ choice, setFilters }: { choice: Choice; setFilters: Set }) {
  const t = useWords(words)
  const say = useText()
  const [open, setOpen] = useState(false)
  const ids = choice.indicators.map((indicator) => indicator.id)
  return (
    <div className="chooser">
      <span className="chooser-name">{t.indicators}</span>
      <div className="chooser-body">
        {choice.indicators.map((indicator) => (
          <Removable
            key={indicator.id}
            label={say(indicator.title)}
            onRemove={() => setFilters({ indicators: ids.filter((id) => id !== indicator.id).join(',') || undefined })}
          />
        ))}
        <Button onClick={() => setOpen(true)}>{t.chooseIndicators}</Button>
      </div>
      {open && (
        <Suspense>
          <IndicatorDialog
            chosen={ids}
            onClose={() => setOpen(false)}
            onDone={(next) => {
              setOpen(false)
              setFilters({ indicators: next.join(',') })
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

function Places({
  choice,
  setFilters,
  names,
}: {
  choice: Choice
  setFilters: Set
  names: ReadonlyMap<string, string>
}) {
  const t = useWords(words)
  const account = useAccount()
  const codes = choice.places.map((place) => place.code)
  return (
    <div className="chooser">
      <span className="chooser-name">{t.places}</span>
      <div className="chooser-body">
        {choice.under ? (
          <>
            <PlacePath
              code={choice.under}
              top={account.division}
              onChange={(code) => setFilters({ under: code, places: undefined })}
            />
            <span className="quiet small">{t.withBelow}</span>
            <button
              type="button"
              className="link-button"
              onClick={() => setFilters({ places: choice.under, under: undefined })}
            >
              {t.onlyHere}
            </button>
          </>
        ) : (
          <>
            {choice.places.map((place) => (
              <Removable
                key={place.code}
                label={names.get(place.code) ?? place.name ?? '…'}
                onRemove={
                  codes.length > 1
                    ? () => setFilters({ places: codes.filter((code) => code !== place.code).join(',') })
                    : undefined
                }
              />
            ))}
            <PlaceField
              value={undefined}
              top={account.division}
              onChange={(code) =>
                code && setFilters({ places: [...new Set([...codes, code])].join(','), under: undefined })
              }
            />
            <button
              type="button"
              className="link-button"
              onClick={() => setFilters({ places: undefined, under: codes[0] })}
            >
              {t.withBelow}
            </button>
          </>
        )}
      </div>
    </div>
  )
}

function Periods({ choice, setFilters }: { choice: Choice; setFilters: Set }) {
  const t = useWords(words)
  const say = useText()
  const { latestPeriod } = useHouse()
  const first = choice.periods[0] ?? latestPeriod
  const last = choice.periods.at(-1) ?? latestPeriod
  const kind = kindOf(last)
  const all = periodsBack(kind, latestPeriod).toReversed()
  const months = monthsBack(latestPeriod, 36).reverse()
  const set = (from: string, to: string) =>
    setFilters({ periods: periodRange(from <= to ? from : to, to, months).join(',') })
  const changeKind = (next: PeriodKind) => {
    const choices = periodsBack(next, latestPeriod).reverse()
    const to = periodOf(next, endMonth(last) > latestPeriod ? latestPeriod : endMonth(last))
    const from =
      next === 'year' ? choices[0]! : choices[Math.max(0, choices.indexOf(to) - (next === 'quarter' ? 3 : 5))]!
    set(from, to)
  }
  const select = (value: string, label: string, onChange: (period: string) => void) => (
    <select className="field" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {(all.includes(value) ? all : [value, ...all]).map((period) => (
        <option key={period} value={period}>
          {say(periodTitle(period))}
        </option>
      ))}
    </select>
  )
  return (
    <div className="chooser">
      <span className="chooser-name">{t.periods}</span>
      <div className="chooser-body">
        <select
          className="field"
          aria-label={t.periods}
          value={kind}
          onChange={(event) => changeKind(event.target.value as PeriodKind)}
        >
          {(['month', 'ytd', 'quarter', 'year'] as const).map((item) => (
            <option key={item} value={item}>
              {t[item]}
            </option>
          ))}
        </select>
        {select(first, t.from, (from) => set(from, last < from ? from : last))}
        <span>—</span>
        {select(last, t.to, (to) => set(first > to ? to : first, to))}
      </div>
    </div>
  )
}

/** What to look at: indicators × places × periods. */
export function Choosers({
  choice,
  setFilters,
  names,
}: {
  choice: Choice
  setFilters: Set
  names: ReadonlyMap<string, string>
}) {
  return (
    <div className="choosers no-print">
      <Indicators choice={choice} setFilters={setFilters} />
      <Places choice={choice} setFilters={setFilters} names={names} />
      <Periods choice={choice} setFilters={setFilters} />
    </div>
  )
}
