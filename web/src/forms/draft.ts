import { useEffect, useRef, useState } from 'react'
import { newRequestId } from '../api/request-id.ts'
import { openDevice } from '../offline/state.ts'

/**
 * What was entered and not yet saved; survives going back and reloading, ends with the browser tab. On a device that works without a connection it is sealed
 * there and survives the end of the program.
 */
export interface Draft {
  readonly requestId: string
  readonly values: Record<string, unknown>
}

function read(key: string): Draft | null {
  const device = openDevice()
  if (device) return device.readDraft(key)
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Draft | null
  } catch {
    return null
  }
}

function write(key: string, draft: Draft | null) {
  const device = openDevice()
  if (device) return device.writeDraft(key, draft)
  try {
    if (draft) sessionStorage.setItem(key, JSON.stringify(draft))
    else sessionStorage.removeItem(key)
  } catch {
    // Storage full or forbidden: the form works, only its draft is lost with the page.
  }
}

/** A form's values under a key, with the request id that makes sending them twice harmless. */
export function useDraft(name: string, initial: Record<string, unknown>) {
  const key = `kangheng.draft.${name}`
  const [draft, setDraft] = useState<Draft>(() => read(key) ?? { requestId: newRequestId(), values: initial })
  const [restored] = useState(() => read(key) !== null)
  const touched = useRef(restored)
  useEffect(() => {
    if (touched.current) write(key, draft)
  }, [key, draft])
  return {
    values: draft.values,
    requestId: draft.requestId,
    restored,
    setValues: (values: Record<string, unknown>) => {
      touched.current = true
      setDraft((before) => ({ ...before, values }))
    },
    /** After a refusal nothing was written under the old id; the next attempt is a new intention. */
    renew: () => setDraft((before) => ({ ...before, requestId: newRequestId() })),
    clear: () => {
      touched.current = false
      write(key, null)
    },
    restart: () => {
      touched.current = false
      write(key, null)
      setDraft({ requestId: newRequestId(), values: initial })
    },
  }
}
