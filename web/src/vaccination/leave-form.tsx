import { useState } from 'react'
import { asProblem } from '../api/problem.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Panel } from '../parts/page.tsx'
import { Failure } from '../parts/states.tsx'
import { minutesUntil } from './minutes.ts'
import { Labelled, Options } from './part-fields.tsx'
import { StayChip } from './queue.tsx'
import type { Station } from './types.ts'
import { useAct } from './use-act.ts'
import { useInputs, valuesOf } from './use-inputs.ts'
import { words } from './words.ts'

/** The end of the observation: what was seen, and why when somebody leaves before the time. */
export function LeaveForm({ station: { visit, now }, onDone }: { station: Station; onDone: () => void }) {
  const t = useWords(words)
  const inputs = useInputs('visit.leave')
  const [reaction, setReaction] = useState<string[]>(['none'])
  const [symptoms, setSymptoms] = useState('')
  const [leftEarly, setLeftEarly] = useState('')
  const act = useAct(onDone)
  const until = visit.observeUntil ?? now
  const early = minutesUntil(now, until) > 0
  const faults = act.error ? asProblem(act.error).fields : {}
  const filled = (name: string, text: string) => (text.trim() ? { [name]: text } : {})
  return (
    <Panel title={t.observation} aside={<StayChip until={until} now={now} />}>
      <p>
        {t.until(until.slice(11))} <span className="quiet small">{t.again}</span>
      </p>
      <form
        className="form vaccination-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          act.mutate({
            action: 'visit.leave',
            input: { reaction: reaction[0], ...filled('symptoms', symptoms), ...filled('leftEarly', leftEarly) },
            on: { id: visit.id, version: visit.version },
          })
        }}
      >
        <Options
          name="reaction"
          label={t.reaction}
          values={valuesOf(inputs['reaction'])}
          chosen={reaction}
          onChange={setReaction}
        />
        {reaction[0] !== 'none' && (
          <Labelled id="symptoms" label={t.symptoms} fault={faults['symptoms']}>
            <input
              id="symptoms"
              className="field"
              value={symptoms}
              onChange={(event) => setSymptoms(event.target.value)}
            />
          </Labelled>
        )}
        {early && (
          <Labelled id="leftEarly" label={t.leftEarly} fault={faults['leftEarly']}>
            <input
              id="leftEarly"
              className="field"
              value={leftEarly}
              onChange={(event) => setLeftEarly(event.target.value)}
            />
          </Labelled>
        )}
        {act.error && Object.keys(faults).length === 0 && <Failure error={act.error} />}
        <div className="form-actions">
          <Button type="submit" look="main" busy={act.isPending}>
            {t.end}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
