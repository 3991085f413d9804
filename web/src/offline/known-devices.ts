const storageKey = 'kangheng.devices'

/** Somebody who has a village's copy on this device: what the door shows before it is unlocked. */
export interface KnownDevice {
  readonly account: string
  readonly name: string
  readonly place: string
  /** Names this device towards the server. */
  readonly device: string
}

/** Everybody who works with this device, the last one first. */
export function knownDevices(): KnownDevice[] {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '[]') as KnownDevice[]
  } catch {
    return []
  }
}

/** Remembers somebody as the last one who worked here. */
export function rememberDevice(known: KnownDevice): void {
  const others = knownDevices().filter((each) => each.account !== known.account)
  localStorage.setItem(storageKey, JSON.stringify([known, ...others]))
}
