import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../language/words.ts'
import { Icon } from '../parts/icon.tsx'
import { usePlace } from './places.ts'
import { words } from './words.ts'
import './places.css'

const PlaceDialog = lazy(() => import('./place-dialog.tsx'))

/** Where we are, from the county down; every step goes up, the last button chooses elsewhere. `top` is the reader's own area. */
export function PlacePath({ code, top, onChange }: { code: string; top: string; onChange: (code: string) => void }) {
  const t = useWords(words)
  const { data: place } = usePlace(code)
  const [open, setOpen] = useState(false)
  const client = useQueryClient()
  const steps = place ? [...place.ancestors.filter((ancestor) => ancestor.code.length >= top.length), place] : []
  return (
    <nav className="place-path" aria-label={t.path}>
      <Icon name="place" />
      <ol>
        {steps.map((step, index) => (
          <li key={step.code}>
            {index < steps.length - 1 ? (
              <button type="button" className="link-button" onClick={() => onChange(step.code)}>
                {step.name}
              </button>
            ) : (
              <strong aria-current="location">{step.name}</strong>
            )}
          </li>
        ))}
      </ol>
      <button type="button" className="plain-button no-print" onClick={() => setOpen(true)}>
        {t.change}
      </button>
      {open && (
        <Suspense>
          <PlaceDialog
            start={code}
            top={top}
            onClose={() => setOpen(false)}
            onChoose={(next) => {
              setOpen(false)
              void client.prefetchQuery({ queryKey: ['place', next.code] })
              onChange(next.code)
            }}
          />
        </Suspense>
      )}
    </nav>
  )
}

/** A field that holds a place or institution. */
export function PlaceField({
  id,
  value,
  onChange,
  kind = 'division',
  top,
  clearable = false,
  invalid,
  describedBy,
}: {
  id?: string
  value: string | undefined
  onChange: (code: string | undefined) => void
  kind?: 'division' | 'institution'
  top: string
  clearable?: boolean
  invalid?: boolean
  describedBy?: string
}) {
  const t = useWords(words)
  const { data: place } = usePlace(value)
  const [open, setOpen] = useState(false)
  return (
    <span className="place-field">
      <button
        type="button"
        id={id}
        className="field place-field-button"
        onClick={() => setOpen(true)}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
      >
        <Icon name="place" />
        {value ? (
          (place?.name ?? '…')
        ) : (
          <span className="quiet">{kind === 'division' ? t.choose : t.chooseInstitution}</span>
        )}
      </button>
      {clearable && value && (
        <button type="button" className="bar-button" onClick={() => onChange(undefined)}>
          <Icon name="close" />
          <span className="unseen">{t.change}</span>
        </button>
      )}
      {open && (
        <Suspense>
          <PlaceDialog
            start={value && kind === 'division' ? value : top}
            top={top}
            kind={kind}
            onClose={() => setOpen(false)}
            onChoose={(next) => {
              setOpen(false)
              onChange(next.code)
            }}
          />
        </Suspense>
      )}
    </span>
  )
}
