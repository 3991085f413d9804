import type { ReactNode } from 'react'
import type { Text } from '../language/language.tsx'
import { useText } from '../language/language.tsx'

/** One labelled input of a station, with what was wrong with it. */
export function Labelled({
  id,
  label,
  fault,
  children,
}: {
  id: string
  label: string
  fault?: string | undefined
  children: ReactNode
}) {
  return (
    <div className="form-field">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      {children}
      {fault && (
        <span className="field-error" role="alert">
          {fault}
        </span>
      )}
    </div>
  )
}

/** Coded values to press, one or several. */
export function Options({
  name,
  label,
  values,
  chosen,
  several = false,
  fault,
  onChange,
}: {
  name: string
  label: string
  values: Readonly<Record<string, Text>>
  chosen: readonly string[]
  several?: boolean
  fault?: string | undefined
  onChange: (chosen: string[]) => void
}) {
  const say = useText()
  return (
    <div className="form-field">
      <p className="form-label">{label}</p>
      <div className="choices" role={several ? 'group' : 'radiogroup'} aria-label={label}>
        {Object.entries(values).map(([value, title]) => (
          <label key={value} className="choice">
            <input
              type={several ? 'checkbox' : 'radio'}
              name={name}
              value={value}
              checked={chosen.includes(value)}
              onChange={(event) => {
                const others = several ? chosen.filter((each) => each !== value) : []
                onChange(event.target.checked ? [...others, value] : others)
              }}
            />
            {say(title)}
          </label>
        ))}
      </div>
      {fault && (
        <span className="field-error" role="alert">
          {fault}
        </span>
      )}
    </div>
  )
}
