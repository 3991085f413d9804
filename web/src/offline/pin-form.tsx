import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Failure } from '../parts/states.tsx'
import { EntryField } from '../session/entry.tsx'
import { pinFault } from './safe.ts'
import { words } from './words.ts'

const digits = (text: string) => text.replace(/\D/g, '').slice(0, 12)

/** One PIN as it is typed: digits, not shown. */
export function PinField({
  name,
  label,
  hint,
  error,
  value,
  onChange,
}: {
  name: string
  label: string
  hint?: string
  error?: string | undefined
  value: string
  onChange: (pin: string) => void
}) {
  return (
    <EntryField
      label={label}
      name={name}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      className="field pin-field number"
      {...(hint ? { hint } : {})}
      error={error}
      value={value}
      onChange={(event) => onChange(digits(event.target.value))}
    />
  )
}

/** Chooses a new PIN, entered twice. */
export function NewPinForm({ label, onPin }: { label: string; onPin: (pin: string) => Promise<void> }) {
  const t = useWords(words)
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [checked, setChecked] = useState(false)
  const fault = pinFault(pin)
  const differs = again !== pin
  const choose = useMutation({ mutationFn: () => onPin(pin) })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (!fault && !differs) choose.mutate()
      }}
    >
      {choose.error && <Failure error={choose.error} />}
      <PinField
        name="new-pin"
        label={t.pin}
        hint={t.pinRule}
        error={checked && fault ? (fault === 'short' ? t.pinShort : t.pinSimple) : undefined}
        value={pin}
        onChange={setPin}
      />
      <PinField
        name="new-pin-again"
        label={t.pinAgain}
        error={checked && !fault && differs ? t.pinDiffers : undefined}
        value={again}
        onChange={setAgain}
      />
      <Button type="submit" look="main" busy={choose.isPending}>
        {label}
      </Button>
    </form>
  )
}
