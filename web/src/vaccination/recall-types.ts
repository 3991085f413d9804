/** A lot on the list of recalls. */
export interface RecallSummary {
  readonly vaccine: string
  readonly lotNumber: string
  readonly manufacturer: string
  readonly stoppedOn: string | null
  readonly stoppedReason: string | null
  readonly recipients: number
  readonly told: number
  readonly events: number
}

export type Standing = 'open' | 'missed' | 'told'

/** Somebody who had a dose of the lot; name and phone as the reader may see them. */
export interface Recipient {
  readonly vaccination: string
  readonly person: string
  readonly name: string
  readonly birth: string
  readonly residence: string
  readonly phone: string | null
  readonly divisionName: string
  readonly institutionName: string | null
  readonly givenOn: string
  readonly standing: Standing
  readonly notice: {
    readonly on: string
    readonly by: string
    readonly way: string
    readonly note: string | null
    readonly attempts: number
  } | null
  readonly event: { readonly id: string; readonly severity: string } | null
}

/** What lies of the lot in one clinic. */
export interface StockOfLot {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly institutionName: string | null
  readonly manufacturer: string
  readonly expiresOn: string
  readonly left: number
  readonly stoppedOn: string | null
  readonly stoppedReason: string | null
}

/** One lot with a page of those who had it. */
export interface Recall {
  /** Null for a lot that nobody has stopped: of it nobody is to be told. */
  readonly stoppedOn: string | null
  readonly vaccine: string
  readonly lotNumber: string
  readonly stock: readonly StockOfLot[]
  readonly counts: Readonly<Record<Standing | 'events', number>>
  readonly total: number
  readonly pages: number
  readonly rows: readonly Recipient[]
}
