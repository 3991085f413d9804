/** Where bulletins of a kind are kept, and who may do what to them. */
export interface BulletinDesk {
  /** Address of the bulletins in the API. */
  readonly api: string
  /** Address of their list. */
  readonly home: string
  /** What the list is called. */
  readonly title: string
  readonly writes: boolean
  readonly issues: boolean
  /** What is said of a closed one to whoever may not issue it. */
  readonly waits: string
}
