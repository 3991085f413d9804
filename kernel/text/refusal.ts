import type { Text } from './text.ts'

/** What a refusal is about; the server turns each kind into one HTTP status. */
export type RefusalKind =
  'invalid' | 'not-signed-in' | 'forbidden' | 'not-found' | 'conflict' | 'too-many' | 'unavailable'

/**
 * A refusal in the reader's words: which field, what is wrong and what to do.
 * It is an expected outcome of a request, not a fault of the program; `detail` carries the current state for a conflict.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly text: Text
  readonly field: string | undefined
  readonly detail: unknown

  constructor(kind: RefusalKind, text: Text, options: { field?: string; detail?: unknown } = {}) {
    super(text.en)
    this.name = 'Refusal'
    this.kind = kind
    this.text = text
    this.field = options.field
    this.detail = options.detail
  }
}

/** Refuses because one field of the input breaks a rule; throws, so that nothing after it is written. */
export function refuse(field: string, text: Text, detail?: unknown): never {
  throw new Refusal('invalid', text, { field, detail })
}

/** Refuses because the actor may not do or see this. */
export function forbid(text: Text): never {
  throw new Refusal('forbidden', text)
}

/** Refuses because the thing named does not exist where the reader may look. */
export function missing(text: Text): never {
  throw new Refusal('not-found', text)
}
