import { useState } from 'react'
import InputNumber from 'antd/es/input-number'
import { useLanguage, useText, type Text } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { PlaceField } from '../places/place-path.tsx'
import { useHouse } from '../shell/house.ts'
import { DateField } from './date-field.tsx'
import { PhotoField } from './photo-field.tsx'
import { PersonReference, RecordReference } from './reference-field.tsx'
import type { Control as ControlKind } from './schema.ts'
import { words } from './words.ts'

interface Props {
  id: string
  control: ControlKind
  value: unknown
  onChange: (value: unknown) => void
  invalid: boolean
  describedBy: string
  label: string
  required: boolean
  siblings: Readonly<Record<string, unknown>>
}

function Choices({
  values,
  chosen,
  onChange,
  id,
  type,
  label,
}: {
  values: Record<string, Text>
  chosen: readonly string[]
  onChange: (value: string, on: boolean) => void
  id: string
  type: 'radio' | 'checkbox'
  label: string
}) {
  const say = useText()
  return (
    <div className="choices" role={type === 'radio' ? 'radiogroup' : 'group'} aria-label={label}>
      {Object.entries(values).map(([value, title]) => (
        <label key={value} className="choice">
          <input
            type={type}
            name={id}
            value={value}
            checked={chosen.includes(value)}
            onChange={(event) => onChange(value, event.target.checked)}
          />
          {say(title)}
        </label>
      ))}
    </div>
  )
}

/** From so many options on, a list is narrowed by typing and scrolls; what is chosen always shows. */
const MANY = 14

/** Several choices. */
function ManyChoices(props: Omit<Parameters<typeof Choices>[0], 'type'>) {
  const t = useWords(words)
  const say = useText()
  const [wanted, want] = useState('')
  const { values, chosen } = props
  const all = Object.entries(values)
  if (all.length < MANY) return <Choices {...props} type="checkbox" />
  const fits = all.filter(([value, title]) => chosen.includes(value) || say(title).includes(wanted.trim()))
  return (
    <div className="choices-many">
      <input
        type="search"
        value={wanted}
        placeholder={t.narrow}
        aria-label={`${props.label} ${t.narrow}`}
        onChange={(event) => want(event.target.value)}
      />
      <Choices {...props} values={Object.fromEntries(fits)} type="checkbox" />
    </div>
  )
}

const yesNo = { true: words.yes, false: words.no }

/** The input of one field, by its kind. Groups and lists are drawn by the form itself. */
export function Control({ id, control, value, onChange, invalid, describedBy, label, required, siblings }: Props) {
  const t = useWords(words)
  const say = useText()
  const house = useHouse()
  const { language } = useLanguage()
  const shared = {
    id,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
    'aria-required': required || undefined,
  }
  const text = typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value)
  switch (control.kind) {
    case 'text':
      return control.long ? (
        <textarea
          {...shared}
          className="field"
          rows={4}
          maxLength={control.maxLength}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          {...shared}
          className="field"
          maxLength={control.maxLength}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'number':
      return (
        <InputNumber
          {...shared}
          value={typeof value === 'number' ? value : null}
          {...(control.min === undefined ? {} : { min: control.min })}
          {...(control.max === undefined ? {} : { max: control.max })}
          {...(control.whole ? { precision: 0 } : {})}
          inputMode={control.whole ? 'numeric' : 'decimal'}
          onChange={(next) => onChange(next ?? undefined)}
          {...(invalid ? { status: 'error' as const } : {})}
        />
      )
    case 'date':
      return (
        <DateField id={id} value={text || undefined} onChange={onChange} invalid={invalid} describedBy={describedBy} />
      )
    case 'photo':
      return <PhotoField id={id} value={text} onChange={onChange} describedBy={describedBy} />
    case 'yes-no':
      return (
        <Choices
          id={id}
          type="radio"
          label={label}
          values={yesNo}
          chosen={value === undefined ? [] : [String(value)]}
          onChange={(next) => onChange(next === 'true')}
        />
      )
    case 'choice':
      if (Object.keys(control.values).length <= 5)
        return (
          <Choices
            id={id}
            type="radio"
            label={label}
            values={control.values}
            chosen={text ? [text] : []}
            onChange={(next) => onChange(next)}
          />
        )
      return (
        <select
          {...shared}
          className="field"
          value={text}
          lang={language}
          onChange={(event) => onChange(event.target.value || undefined)}
        >
          <option value="">{t.choose}</option>
          {Object.entries(control.values).map(([key, title]) => (
            <option key={key} value={key}>
              {say(title)}
            </option>
          ))}
        </select>
      )
    case 'many': {
      const chosen = Array.isArray(value) ? value.map(String) : []
      return (
        <ManyChoices
          id={id}
          label={label}
          values={control.values}
          chosen={chosen}
          onChange={(next, on) => onChange(on ? [...chosen, next] : chosen.filter((item) => item !== next))}
        />
      )
    }
    case 'reference': {
      const props = { id, value: text || undefined, onChange, invalid, describedBy }
      if (control.to === 'person') return <PersonReference {...props} />
      if (control.to === 'institution' || control.to === 'division')
        return <PlaceField {...props} kind={control.to} top={house.county.code} clearable />
      return <RecordReference {...props} record={control.to.replace(/^record:/, '')} siblings={siblings} />
    }
    case 'group':
    case 'list':
      return null
  }
}
