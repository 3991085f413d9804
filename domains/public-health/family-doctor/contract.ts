import { addDays, addYears, type IsoDate } from '@kangheng/kernel/period/date.ts'

/** The days of a contract: valid on [startsOn, endsOn). */
export interface Term {
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
}

/** What the rules need to know of a contract. */
export interface ContractTerm extends Term {
  readonly id: string
  readonly state: string
}

/** Length of a contract in years: normally one, up to three since 国卫基层发〔2022〕10号. */
export const CONTRACT_YEARS = { least: 1, most: 3 } as const
/** Days before the end from which a contract may be renewed, and after it in which a new one still counts as renewal (local rule). */
export const RENEWAL_WINDOW = { before: 90, after: 90 } as const
/** Contracts one doctor should not exceed, 国卫基层发〔2018〕35号. More is possible, with a warning. */
export const DOCTOR_LOAD = 2000
/** How far ahead a contract may begin after it was signed. */
export const STARTS_WITHIN_DAYS = 90

/** The first day on which a contract of so many years is no longer valid. */
export function termEnd(startsOn: IsoDate, years: number): IsoDate {
  return addYears(startsOn, years)
}

/** Whether the contract is valid on the day. */
export function isActive(contract: Term, on: IsoDate): boolean {
  return contract.startsOn <= on && on < contract.endsOn
}

/** Whether two contracts share a day. */
export function overlaps(one: Term, other: Term): boolean {
  return one.startsOn < other.endsOn && other.startsOn < one.endsOn
}

/** Whether a person with these contracts may sign a further one; if not, the contract that stands in the way. */
export function maySign<Contract extends ContractTerm>(
  existing: readonly Contract[],
  term: Term,
): { readonly may: true } | { readonly may: false; readonly because: Contract } {
  const because = existing.find((contract) => overlaps(contract, term))
  return because ? { may: false, because } : { may: true }
}

/** The days on which the contract may be renewed, both included. */
export function renewalWindow(contract: Pick<Term, 'endsOn'>): { from: IsoDate; to: IsoDate } {
  return { from: addDays(contract.endsOn, -RENEWAL_WINDOW.before), to: addDays(contract.endsOn, RENEWAL_WINDOW.after) }
}

/** Whether a day lies in the contract's renewal window. Terminated contracts are not renewed but signed anew. */
export function mayRenew(contract: ContractTerm, on: IsoDate): boolean {
  const { from, to } = renewalWindow(contract)
  return contract.state === 'signed' && from <= on && on <= to
}

/** The first day of the renewed contract: it follows without a gap, or begins at once when the old one is already over. */
export function renewalStart(contract: Pick<Term, 'endsOn'>, signedOn: IsoDate): IsoDate {
  return contract.endsOn > signedOn ? contract.endsOn : signedOn
}

/** The contract a new one beginning on the day continues: the latest that ended by then and not too long before. */
export function continues<Contract extends ContractTerm>(
  existing: readonly Contract[],
  startsOn: IsoDate,
): Contract | undefined {
  return existing
    .filter(
      (contract) =>
        contract.state === 'signed' && contract.endsOn <= startsOn && startsOn <= renewalWindow(contract).to,
    )
    .sort((one, other) => (one.endsOn < other.endsOn ? 1 : -1))[0]
}

/** The term after termination on a day: the first day it is no longer valid; a contract that has not begun becomes empty. */
export function terminatedEnd(contract: Term, on: IsoDate): IsoDate {
  if (on >= contract.endsOn) return contract.endsOn
  return on < contract.startsOn ? contract.startsOn : on
}
