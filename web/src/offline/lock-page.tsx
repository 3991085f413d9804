import { useEffect, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import type { Account } from '../api/types.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Failure } from '../parts/states.tsx'
import { EntryFrame } from '../session/entry.tsx'
import { enterPin, PINS, setUp, standing } from './device.ts'
import type { KnownDevice } from './known-devices.ts'
import { NewPinForm, PinField } from './pin-form.tsx'
import { words } from './words.ts'
import './offline.css'

/** The door of a device: the PIN, or a new one for who has signed in and forgot it. */
export default function LockPage({
  devices,
  account,
  onSignIn,
}: {
  devices: readonly KnownDevice[]
  /** Who is signed in on the server, if that can be known. */
  account: Account | null
  /** Leads to the sign-in page; absent when the server is out of reach. */
  onSignIn?: (() => void) | undefined
}) {
  const t = useWords(words)
  const [chosen, setChosen] = useState(0)
  const known = devices[chosen] ?? devices[0]!
  const [pin, setPin] = useState('')
  const [left, setLeft] = useState(PINS)
  const [waiting, setWaiting] = useState(0)
  const [erased, setErased] = useState(false)
  const [forgotten, setForgotten] = useState(false)
  useEffect(() => {
    void standing(known.account).then((found) => {
      setErased(found.state !== 'locked')
      setWaiting(found.waiting)
    })
  }, [known.account])
  const open = useMutation({
    mutationFn: () => enterPin(known, pin),
    onSuccess: (result) => {
      setPin('')
      if (result.kind === 'wrong') setLeft(result.left)
      if (result.kind === 'erased') setErased(true)
    },
  })
  const own = account?.id === known.account ? account : null
  if (erased || forgotten) {
    return (
      <EntryFrame
        title={erased ? t.erased : t.newPin}
        hint={erased ? t.erasedHint(waiting) : own ? t.pinRule : t.forgottenHint}
      >
        {own ? (
          <NewPinForm label={t.newPin} onPin={(next) => setUp(own, next)} />
        ) : (
          onSignIn && (
            <Button look="main" onClick={onSignIn}>
              {t.toSignIn}
            </Button>
          )
        )}
        {!erased && (
          <p className="entry-note">
            <button type="button" className="link-button" onClick={() => setForgotten(false)}>
              {t.locked}
            </button>
          </p>
        )}
      </EntryFrame>
    )
  }
  return (
    <EntryFrame title={t.locked} hint={account ? t.lockedHint : t.withoutNetwork}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (pin) open.mutate()
        }}
      >
        <p className="lock-owner">
          <strong>{known.name}</strong> <span className="quiet">{known.place}</span>
          {devices.length > 1 && (
            <button type="button" className="link-button" onClick={() => setChosen((chosen + 1) % devices.length)}>
              {t.otherPerson}
            </button>
          )}
        </p>
        {open.error && <Failure error={open.error} />}
        <PinField
          name="pin"
          label={t.pin}
          error={left < PINS ? t.wrongPin(left) : undefined}
          value={pin}
          onChange={setPin}
        />
        <Button type="submit" look="main" busy={open.isPending} disabled={pin.length < 6}>
          {t.unlock}
        </Button>
      </form>
      <p className="entry-note">
        <button type="button" className="link-button" onClick={() => setForgotten(true)}>
          {t.forgotten}
        </button>
      </p>
    </EntryFrame>
  )
}
