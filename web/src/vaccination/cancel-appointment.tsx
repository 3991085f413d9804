import { useState } from 'react'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { familyWords } from './family-words.ts'

/** Gives an appointment up, with the reason the clinic reads. */
export function CancelAppointment({ busy, onCancel }: { busy: boolean; onCancel: (reason: string) => void }) {
  const t = useWords(familyWords)
  const reasons = t.reasons.split('|')
  const [reason, setReason] = useState(reasons[0]!)
  return (
    <div className="family-cancel">
      <label>
        <span className="quiet small">{t.reason}</span>{' '}
        <select className="field" value={reason} onChange={(event) => setReason(event.target.value)}>
          {reasons.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      <Button busy={busy} onClick={() => onCancel(reason)}>
        {t.cancel}
      </Button>
    </div>
  )
}
