import { useState } from 'react'
import { asProblem } from '../api/problem.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Panel } from '../parts/page.tsx'
import { Failure } from '../parts/states.tsx'
import { Labelled, Options } from './part-fields.tsx'
import type { Station } from './types.ts'
import { useAct } from './use-act.ts'
import { useInputs, valuesOf } from './use-inputs.ts'
import { words } from './words.ts'

/** The station of the pre-check: on with the child, or put off. */
export function PreCheckForm({ station: { visit }, onPutOff }: { station: Station; onPutOff: () => void }) {
  const t = useWords(words)
  const inputs = useInputs('visit.pre-check')
  const [temperature, setTemperature] = useState('')
  const [findings, setFindings] = useState<string[]>([])
  const [assessment, setAssessment] = useState('')
  const [consentSigned, setConsentSigned] = useState(false)
  const [consentBy, setConsentBy] = useState<string[]>([])
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const pass = useAct()
  const putOff = useAct(onPutOff)
  const on = { id: visit.id, version: visit.version }
  const degrees = temperature === '' ? {} : { temperature: Number(temperature) }
  const faults = pass.error ? asProblem(pass.error).fields : {}
  const putOffFaults = putOff.error ? asProblem(putOff.error).fields : {}
  return (
    <>
      <Panel title={t.doPreCheck}>
        <form
          className="form vaccination-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            const words = assessment.trim() ? { assessment } : {}
            pass.mutate({
              action: 'visit.pre-check',
              input: { ...degrees, findings, ...words, consentSigned, consentBy: consentBy[0] },
              on,
            })
          }}
        >
          <Labelled id="temperature" label={t.temperature} fault={faults['temperature']}>
            <input
              id="temperature"
              className="field number"
              inputMode="decimal"
              value={temperature}
              onChange={(event) => setTemperature(event.target.value)}
            />
          </Labelled>
          <Options
            name="findings"
            label={t.findings}
            several
            values={valuesOf(inputs['findings'])}
            chosen={findings}
            onChange={setFindings}
            fault={faults['findings']}
          />
          {findings.length > 0 && (
            <Labelled id="assessment" label={t.assessment} fault={faults['assessment']}>
              <textarea
                id="assessment"
                className="field"
                value={assessment}
                onChange={(event) => setAssessment(event.target.value)}
              />
            </Labelled>
          )}
          <Options
            name="consentBy"
            label={t.consentBy}
            values={valuesOf(inputs['consentBy'])}
            chosen={consentBy}
            onChange={setConsentBy}
            fault={faults['consentBy']}
          />
          <label className="tick">
            <input
              type="checkbox"
              name="consentSigned"
              checked={consentSigned}
              onChange={(event) => setConsentSigned(event.target.checked)}
            />
            {t.consent}
          </label>
          {faults['consentSigned'] && (
            <span className="field-error" role="alert">
              {faults['consentSigned']}
            </span>
          )}
          {pass.error && Object.keys(faults).length === 0 && <Failure error={pass.error} />}
          <div className="form-actions">
            <Button type="submit" look="main" busy={pass.isPending}>
              {t.pass}
            </Button>
          </div>
        </form>
      </Panel>
      <details className="panel vaccination-put-off">
        <summary>{t.putOffTitle}</summary>
        <div className="form vaccination-form">
          <Labelled id="reason" label={t.reason} fault={putOffFaults['reason']}>
            <input id="reason" className="field" value={reason} onChange={(event) => setReason(event.target.value)} />
          </Labelled>
          <Labelled id="until" label={t.putOffUntil} fault={putOffFaults['until']}>
            <input
              id="until"
              type="date"
              className="field"
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          </Labelled>
          {putOff.error && Object.keys(putOffFaults).length === 0 && <Failure error={putOff.error} />}
          <div className="form-actions">
            <Button
              look="danger"
              busy={putOff.isPending}
              onClick={() => putOff.mutate({ action: 'visit.defer', input: { ...degrees, reason, until }, on })}
            >
              {t.putOff}
            </Button>
          </div>
        </div>
      </details>
    </>
  )
}
