/** What voiding writes: the row stays, and counts no longer. */
export interface Voided {
  readonly voidedAt: string
  readonly voidedReason: string
}

/** The columns of a row that is voided now, for this reason. */
export function voidedBecause(reason: string): Voided {
  return { voidedAt: new Date().toISOString(), voidedReason: reason }
}
