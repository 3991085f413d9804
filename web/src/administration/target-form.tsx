import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { put } from '../api/client.ts'
import { newRequestId } from '../api/request-id.ts'
import type { Target } from '../api/figure-types.ts'
import type { Indicator, Text } from '../api/types.ts'
import { emptyRequired, Fields } from '../forms/form-fields.tsx'
import { SavingForm } from '../forms/saving-form.tsx'
import type { FormField } from '../forms/schema.ts'
import { words as formWords } from '../forms/words.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { notice } from '../parts/notice.tsx'
import { words } from './words.ts'

const entry = (name: string, title: Text, control: FormField['control'], unit?: Text): FormField => ({
  name,
  title,
  control,
  required: true,
  hint: undefined,
  unit,
  preset: undefined,
})

/** Sets or changes the target of one place. */
export function TargetForm({
  indicator,
  year,
  place,
  target,
  onDone,
}: {
  indicator: Indicator
  year: number
  place: { code: string; name: string }
  target: Target | undefined
  onDone: () => void
}) {
  const t = useWords(words)
  const f = useWords(formWords)
  const say = useText()
  const [requestId] = useState(newRequestId)
  const [values, setValues] = useState<Record<string, unknown>>({
    value: target ? Number(target.value) : undefined,
    decomposition: target?.months ? 'months' : indicator.kind === 'ratio' ? 'even' : 'cumulative-even',
  })
  const [months, setMonths] = useState<string[]>(target?.months ?? Array.from({ length: 12 }, () => ''))
  const fields = [
    entry('value', words.target, { kind: 'number', whole: false, min: 0 }, indicator.unit),
    entry('decomposition', words.decomposition, {
      kind: 'choice',
      values: { even: words.even, 'cumulative-even': words['cumulative-even'], months: words.months },
    }),
    entry('reason', words.reason, { kind: 'text', long: false }),
  ]
  const save = useMutation({
    mutationFn: () =>
      put('/api/targets', {
        requestId,
        indicator: indicator.id,
        place: place.code,
        year,
        value: String(values.value),
        ...(values.decomposition === 'months' ? { months } : { decomposition: values.decomposition }),
        reason: values.reason,
        ...(target ? { version: target.version } : {}),
      }),
    onSuccess: () => {
      notice(t.targetSaved)
      onDone()
    },
  })
  return (
    <SavingForm
      save={save}
      label={t.setTarget}
      head={
        <p className="quiet">
          {place.name} · {year} · {say(indicator.title)}
        </p>
      }
      check={() => emptyRequired(fields, values, f.required)}
    >
      {(errors) => (
        <>
          <Fields fields={fields} values={values} onChange={setValues} errors={errors} />
          {values.decomposition === 'months' && (
            <div className="month-grid">
              {months.map((value, index) => (
                <label key={index}>
                  {t.monthOf(index + 1)}
                  <input
                    className="field"
                    inputMode="decimal"
                    value={value}
                    onChange={(event) =>
                      setMonths(months.map((old, position) => (position === index ? event.target.value : old)))
                    }
                  />
                </label>
              ))}
            </div>
          )}
        </>
      )}
    </SavingForm>
  )
}
