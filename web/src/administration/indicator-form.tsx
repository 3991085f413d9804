import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { post } from '../api/client.ts'
import { asProblem } from '../api/problem.ts'
import { newRequestId } from '../api/request-id.ts'
import { queries } from '../api/queries.ts'
import type { UserMeasure } from '../api/administration-types.ts'
import type { Better, Text } from '../api/types.ts'
import { Fields } from '../forms/form-fields.tsx'
import type { FormField } from '../forms/schema.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { notice } from '../parts/notice.tsx'
import { Failure } from '../parts/states.tsx'
import { useCatalogue, useConfigurable } from '../shell/house.ts'
import { MeasureEditor } from './measure-editor.tsx'
import { words } from './words.ts'

const plain = { kind: 'text', long: false } as const
const directions: readonly Better[] = ['higher', 'lower', 'neither']
const empty: UserMeasure = { count: 'records', conditions: [] }

const entry = (name: string, title: Text, control: FormField['control'], required = true, hint?: Text): FormField => ({
  name,
  title,
  control,
  required,
  hint,
  unit: undefined,
  preset: undefined,
})

/** Defines an indicator over a kind of record. */
export function IndicatorForm({ onDone }: { onDone: () => void }) {
  const t = useWords(words)
  const say = useText()
  const { indicators } = useCatalogue()
  const records = useConfigurable()
  const [values, setValues] = useState<Record<string, unknown>>({
    better: 'higher',
    decimals: 2,
    kind: 'ratio',
    unit: '%',
  })
  const [requestId, setRequestId] = useState(newRequestId)
  const [numerator, setNumerator] = useState<UserMeasure>(empty)
  const [denominator, setDenominator] = useState<UserMeasure | { indicator: string }>(empty)
  const type = records.get(String(values.record))
  const fields = [
    entry('record', words.record, {
      kind: 'choice',
      values: Object.fromEntries([...records.values()].map((record) => [record.id, record.title])),
    }),
    entry('id', words.indicatorId, plain, true, words.indicatorIdHint),
    entry('titleZh', words.titleZh, plain),
    entry('titleEn', words.titleEn, plain),
    entry('unit', words.unit, plain),
    entry('decimals', words.decimals, { kind: 'number', whole: true, min: 0, max: 4 }),
    entry('better', words.better, {
      kind: 'choice',
      values: Object.fromEntries(directions.map((direction) => [direction, words[direction]])),
    }),
    entry('basis', words.basis, plain, true, words.basisHint),
    entry('kind', words.indicatorKind, { kind: 'choice', values: { quantity: words.quantity, ratio: words.ratio } }),
  ]
  const save = useMutation({
    mutationFn: () =>
      post('/api/admin/indicators', {
        requestId,
        id: values.id,
        title: { zh: values.titleZh, en: values.titleEn },
        unit: values.unit,
        decimals: values.decimals,
        better: values.better,
        basis: { zh: values.basis, en: values.basis },
        record: values.record,
        kind: values.kind,
        numerator,
        ...(values.kind === 'ratio' ? { denominator } : {}),
      }),
    onError: () => setRequestId(newRequestId()),
    onSuccess: () => {
      notice(t.saved)
      void queries.invalidateQueries({ queryKey: ['house'] })
      onDone()
    },
  })
  const problem = save.error ? asProblem(save.error) : undefined
  const over = 'indicator' in denominator ? 'indicator' : 'record'
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {problem && <Failure error={problem} />}
      <Fields fields={fields} values={values} onChange={setValues} errors={problem?.fields ?? {}} />
      {type && (
        <>
          <p className="form-label">{values.kind === 'ratio' ? t.numerator : t.countWhat}</p>
          <MeasureEditor type={type} measure={numerator} onChange={setNumerator} />
          {values.kind === 'ratio' && (
            <>
              <p className="form-label">{t.denominator}</p>
              <div className="condition">
                <select
                  className="field"
                  aria-label={t.denominator}
                  value={over}
                  onChange={(event) =>
                    setDenominator(
                      event.target.value === 'record'
                        ? empty
                        : { indicator: [...indicators.values()].find((item) => item.kind === 'quantity')?.id ?? '' },
                    )
                  }
                >
                  <option value="record">{t.sameRecord}</option>
                  <option value="indicator">{t.otherIndicator}</option>
                </select>
                {'indicator' in denominator && (
                  <select
                    className="field"
                    aria-label={t.otherIndicator}
                    value={denominator.indicator}
                    onChange={(event) => setDenominator({ indicator: event.target.value })}
                  >
                    {[...indicators.values()]
                      .filter((indicator) => indicator.kind === 'quantity')
                      .map((indicator) => (
                        <option key={indicator.id} value={indicator.id}>
                          {say(indicator.title)}
                        </option>
                      ))}
                  </select>
                )}
              </div>
              {!('indicator' in denominator) && (
                <MeasureEditor type={type} measure={denominator} onChange={setDenominator} />
              )}
            </>
          )}
        </>
      )}
      <div className="form-actions">
        <Button type="submit" look="main" busy={save.isPending} disabled={!type}>
          {t.newIndicator}
        </Button>
      </div>
    </form>
  )
}
