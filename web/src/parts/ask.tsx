import { useState } from 'react'
import { common } from '../language/common.ts'
import { useWords } from '../language/words.ts'
import { Button } from './button.tsx'

/** A button for what cannot be taken back: the first press asks in place, the second does it. */
export function AskButton({
  question,
  busy,
  onConfirm,
  children,
  look = 'main',
}: {
  question: string
  busy: boolean
  onConfirm: () => void
  children: string
  look?: 'main' | 'danger' | 'plain'
}) {
  const t = useWords(common)
  const [asking, setAsking] = useState(false)
  if (!asking) {
    return (
      <Button look={look} busy={busy} onClick={() => setAsking(true)}>
        {children}
      </Button>
    )
  }
  return (
    <span className="ask" role="alertdialog" aria-label={question}>
      <span>{question}</span>
      <Button
        look={look === 'plain' ? 'main' : look}
        busy={busy}
        autoFocus
        onClick={() => {
          setAsking(false)
          onConfirm()
        }}
      >
        {children}
      </Button>
      <Button onClick={() => setAsking(false)}>{t.cancel}</Button>
    </span>
  )
}
