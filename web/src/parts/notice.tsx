import { useSyncExternalStore } from 'react'
import './notice.css'

interface NoticeText {
  readonly id: number
  readonly text: string
}

let notices: readonly NoticeText[] = []
let counter = 0
const listeners = new Set<() => void>()

function set(next: readonly NoticeText[]) {
  notices = next
  for (const listener of listeners) listener()
}

/** Says for some seconds that something was done. Failures are never said this way: they stay where they arose. */
export function notice(text: string) {
  counter += 1
  const id = counter
  set([...notices, { id, text }])
  setTimeout(() => set(notices.filter((item) => item.id !== id)), 5000)
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where notices appear; read out when they do. */
export function Notices() {
  const shown = useSyncExternalStore(subscribe, () => notices)
  return (
    <div className="notices no-print" role="status" aria-live="polite">
      {shown.map((item) => (
        <p key={item.id} className="notice">
          ✓ {item.text}
        </p>
      ))}
    </div>
  )
}
