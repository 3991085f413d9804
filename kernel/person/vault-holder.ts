import type { Vault } from './vault.ts'

let vault: Vault | undefined

/** Gives the process its vault; done once at start, before anything reads or writes persons. */
export function setVault(opened: Vault): void {
  vault = opened
}

/** The vault of this process. @throws Error when none was opened, which is a fault of the start-up. */
export function getVault(): Vault {
  if (!vault) throw new Error('No vault has been opened: call setVault(openVault(secret)) when the program starts')
  return vault
}
