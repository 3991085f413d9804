import { useText } from '../language/language.tsx'
import { common } from '../language/common.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Control } from './control.tsx'
import type { FormField } from './schema.ts'
import { words } from './words.ts'
import './forms.css'

interface Surroundings {
  /** Messages by path, `items.0.code`. */
  readonly errors: Readonly<Record<string, string>>
  /** The value the record has now (or the one before it had, with its own label), as text, by field name. */
  readonly previous?: (name: string) => { text: string; value: unknown; label?: string } | undefined
  /** The other values of the form: what is chosen in one field narrows the choice in another. */
  readonly siblings?: Readonly<Record<string, unknown>>
}

type Values = Record<string, unknown>

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A list of similar entries: add, fill, remove. */
function ListField({
  field,
  path,
  value,
  onChange,
  ...around
}: {
  field: FormField & { control: { kind: 'list'; item: FormField } }
  path: string
  value: unknown
  onChange: (value: unknown) => void
} & Surroundings) {
  const t = useWords(words)
  const c = useWords(common)
  const items = Array.isArray(value) ? (value as unknown[]) : []
  const { item } = field.control
  const replace = (index: number, next: unknown) =>
    onChange(items.map((old, position) => (position === index ? next : old)))
  return (
    <div className="form-list">
      {items.map((entry, index) => (
        <div key={index} className="form-list-item">
          <Field
            field={{
              ...item,
              name: String(index),
              title: { zh: words.item.zh(index + 1), en: words.item.en(index + 1) },
            }}
            path={`${path}.${index}`}
            value={entry}
            onChange={(next) => replace(index, next)}
            {...around}
          />
          <button
            type="button"
            className="link-button"
            onClick={() => onChange(items.filter((_, position) => position !== index))}
          >
            {c.remove} {t.item(index + 1)}
          </button>
        </div>
      ))}
      <Button onClick={() => onChange([...items, item.control.kind === 'group' ? {} : ''])}>{t.addItem}</Button>
    </div>
  )
}

function Field({
  field,
  path,
  value,
  onChange,
  ...around
}: { field: FormField; path: string; value: unknown; onChange: (value: unknown) => void } & Surroundings) {
  const t = useWords(words)
  const say = useText()
  const c = useWords(common)
  const id = `field-${path.replaceAll('.', '-')}`
  const error = around.errors[path]
  const { control } = field
  const before = path.includes('.') ? undefined : around.previous?.(field.name)
  const compound = control.kind === 'group' || control.kind === 'list'
  const grouped =
    compound ||
    control.kind === 'many' ||
    control.kind === 'yes-no' ||
    (control.kind === 'choice' && Object.keys(control.values).length <= 5)
  const label = (
    <>
      {say(field.title)}
      {field.required ? (
        <span className="field-required" title={c.required}>
          *
        </span>
      ) : (
        <span className="field-optional">{c.optional}</span>
      )}
    </>
  )
  return (
    <div className={`form-field ${compound ? 'form-field-wide' : ''}`}>
      {grouped ? (
        <p className="form-label">{label}</p>
      ) : (
        <label className="form-label" htmlFor={id}>
          {label}
        </label>
      )}
      {control.kind === 'group' ? (
        <div className="form-group">
          <Fields
            fields={control.fields}
            values={isValues(value) ? value : {}}
            onChange={onChange}
            path={path}
            {...around}
          />
        </div>
      ) : control.kind === 'list' ? (
        <ListField field={{ ...field, control }} path={path} value={value} onChange={onChange} {...around} />
      ) : (
        <span className="form-control">
          <Control
            id={id}
            control={control}
            value={value}
            onChange={onChange}
            invalid={error !== undefined}
            describedBy={`${id}-note`}
            label={say(field.title)}
            required={field.required}
            siblings={around.siblings ?? {}}
          />
          {field.unit && <span className="form-unit">{say(field.unit)}</span>}
        </span>
      )}
      <p id={`${id}-note`} className="form-note">
        {error && (
          <span className="field-error" role="alert">
            {error}
          </span>
        )}
        {before && (
          <span className="quiet small">
            {before.label ?? t.now}：{before.text}{' '}
            {before.value !== null && before.value !== undefined && before.value !== value && (
              <button type="button" className="link-button" onClick={() => onChange(before.value)}>
                {t.takeOver}
              </button>
            )}
          </span>
        )}
        {field.hint && <span className="quiet small">{say(field.hint)}</span>}
      </p>
    </div>
  )
}

/** Fields under one another: label, input with unit, error, previous value, hint. */
export function Fields({
  fields,
  values,
  onChange,
  path = '',
  ...around
}: { fields: readonly FormField[]; values: Values; onChange: (values: Values) => void; path?: string } & Surroundings) {
  return (
    <>
      {fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          path={path ? `${path}.${field.name}` : field.name}
          value={values[field.name]}
          onChange={(value) => onChange({ ...values, [field.name]: value })}
          {...around}
          siblings={values}
        />
      ))}
    </>
  )
}

/** Required fields that are empty, by path. */
export function emptyRequired(
  fields: readonly FormField[],
  values: Values,
  message: string,
  path = '',
): Record<string, string> {
  const missing: Record<string, string> = {}
  for (const field of fields) {
    const at = path ? `${path}.${field.name}` : field.name
    const value = values[field.name]
    if (field.control.kind === 'group' && isValues(value))
      Object.assign(missing, emptyRequired(field.control.fields, value, message, at))
    else if (
      field.required &&
      (value === undefined ||
        value === null ||
        value === '' ||
        (Array.isArray(value) && value.length === 0 && field.control.kind !== 'many'))
    )
      missing[at] = message
  }
  return missing
}
