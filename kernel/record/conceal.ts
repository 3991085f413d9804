import { getVault } from '../person/vault-holder.ts'
import { canonicalJson } from './journal.ts'

/**
 * An action's input as the journal keeps it: values that identify a person (document number, phone, address) are replaced by their
 * keyed digest. A replayed request still compares equal, and the number cannot be read from the journal.
 */
export function concealInput(input: unknown, names: readonly string[] = []): unknown {
  if (names.length === 0 || input === null || typeof input !== 'object') return input ?? {}
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      const hidden = names.includes(name) && value !== null && value !== undefined && value !== ''
      return [name, hidden ? `•${getVault().blindIndex(`input.${name}`, canonicalJson(value))}` : value]
    }),
  )
}
