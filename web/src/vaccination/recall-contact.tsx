import { useState } from 'react'
import { asProblem } from '../api/problem.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { recallWords } from './recall-words.ts'
import { useAct } from './use-act.ts'
import { useInputs, valuesOf } from './use-inputs.ts'

/** Notes in place how somebody was told, or that nobody was reached. */
export function RecallContact({ vaccination }: { vaccination: string }) {
  const t = useWords(recallWords)
  const say = useText()
  const [asking, setAsking] = useState(false)
  const [way, setWay] = useState('phone')
  const [note, setNote] = useState('')
  const act = useAct(() => setAsking(false))
  const ways = valuesOf(useInputs('recall-notice.tell')['way'])
  if (!asking) return <Button onClick={() => setAsking(true)}>{t.contact}</Button>
  const write = (action: 'tell' | 'miss') =>
    act.mutate({
      action: `recall-notice.${action}`,
      input: { vaccination, way, ...(note.trim() ? { note: note.trim() } : {}) },
    })
  return (
    <div className="recall-contact">
      <select className="field" aria-label={t.way} value={way} onChange={(event) => setWay(event.target.value)}>
        {Object.entries(ways).map(([value, title]) => (
          <option key={value} value={value}>
            {say(title)}
          </option>
        ))}
      </select>
      <input
        className="field"
        aria-label={t.note}
        placeholder={t.note}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button look="main" busy={act.isPending} onClick={() => write('tell')}>
        {t.markTold}
      </Button>
      <Button busy={act.isPending} onClick={() => write('miss')}>
        {t.markMissed}
      </Button>
      <Button look="plain" onClick={() => setAsking(false)}>
        {t.cancel}
      </Button>
      {act.error && (
        <span className="field-error" role="alert">
          {Object.values(asProblem(act.error).fields)[0] ?? asProblem(act.error).message}
        </span>
      )}
    </div>
  )
}
