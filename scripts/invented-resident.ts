import { checkDigit } from '@kangheng/kernel/person/identity-number.ts'

/** The action that registers a resident. */
export const REGISTER = 'resident.registration.register'

/** What registers somebody who does not exist, with a number that nobody was given; `sequence` (800 to 989) tells those of a day of birth apart. */
export function inventedResident(who: { name: string; birthYear: number; sequence: number; on: string }): object {
  const digits = `530721${who.birthYear}0101${who.sequence}`
  return {
    name: who.name,
    documentNumber: digits + checkDigit(digits),
    division: '530721102201',
    happenedOn: who.on,
    usual: true,
    registered: true,
    source: 'household-visit',
  }
}
