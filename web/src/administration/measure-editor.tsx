import type { Condition, UserMeasure } from '../api/administration-types.ts'
import type { RecordType } from '../api/types.ts'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { words } from './words.ts'

const operators: readonly Condition['op'][] = ['=', '≠', '≥', '≤', 'in', 'filled']

/** The value of a condition: a choice where the field has choices. */
function ConditionValue({
  type,
  condition,
  onChange,
}: {
  type: RecordType
  condition: Condition
  onChange: (value: string) => void
}) {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  if (condition.op === 'filled') return null
  const field = type.fields[condition.field]
  const values =
    condition.field === 'state'
      ? type.states
      : field?.kind === 'yes-no'
        ? { true: { zh: c.yes, en: c.yes }, false: { zh: c.no, en: c.no } }
        : field?.values
  if (values && (condition.op === '=' || condition.op === '≠')) {
    return (
      <select
        className="field"
        aria-label={t.value}
        value={condition.value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="" />
        {Object.entries(values).map(([value, title]) => (
          <option key={value} value={value}>
            {say(title)}
          </option>
        ))}
      </select>
    )
  }
  return (
    <input
      className="field"
      aria-label={t.value}
      value={condition.value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** What is counted in a kind of record, and under which conditions. */
export function MeasureEditor({
  type,
  measure,
  onChange,
}: {
  type: RecordType
  measure: UserMeasure
  onChange: (measure: UserMeasure) => void
}) {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const numbers = Object.entries(type.fields).filter(([, field]) => field.kind === 'number')
  const count = typeof measure.count === 'object' ? `sum:${measure.count.sum}` : measure.count
  const set = (index: number, change: Partial<Condition>) =>
    onChange({
      ...measure,
      conditions: measure.conditions.map((item, position) => (position === index ? { ...item, ...change } : item)),
    })
  return (
    <div className="measure">
      <div className="condition">
        <span>{t.countWhat}</span>
        <select
          className="field"
          aria-label={t.countWhat}
          value={count}
          onChange={(event) =>
            onChange({
              ...measure,
              count: event.target.value.startsWith('sum:')
                ? { sum: event.target.value.slice(4) }
                : (event.target.value as 'records' | 'persons'),
            })
          }
        >
          <option value="records">{t.records}</option>
          <option value="persons">{t.persons}</option>
          {numbers.map(([name, field]) => (
            <option key={name} value={`sum:${name}`}>
              {t.sumOf(say(field.title))}
            </option>
          ))}
        </select>
      </div>
      <p className="small quiet">{t.conditions}</p>
      {measure.conditions.map((condition, index) => (
        <div key={index} className="condition">
          <select
            className="field"
            aria-label={t.field}
            value={condition.field}
            onChange={(event) => set(index, { field: event.target.value, value: '' })}
          >
            <option value="state">{t.state}</option>
            {Object.entries(type.fields).map(([name, field]) => (
              <option key={name} value={name}>
                {say(field.title)}
              </option>
            ))}
          </select>
          <select
            className="field"
            aria-label={t.operator}
            value={condition.op}
            onChange={(event) => set(index, { op: event.target.value as Condition['op'] })}
          >
            {operators.map((operator) => (
              <option key={operator} value={operator}>
                {operator === 'in' ? t.in : operator === 'filled' ? t.filled : operator}
              </option>
            ))}
          </select>
          <ConditionValue type={type} condition={condition} onChange={(value) => set(index, { value })} />
          <button
            type="button"
            className="link-button"
            onClick={() =>
              onChange({ ...measure, conditions: measure.conditions.filter((_, position) => position !== index) })
            }
          >
            {c.remove}
          </button>
        </div>
      ))}
      <Button
        onClick={() =>
          onChange({ ...measure, conditions: [...measure.conditions, { field: 'state', op: '=', value: '' }] })
        }
      >
        {t.addCondition}
      </Button>
    </div>
  )
}
