import { useSyncExternalStore } from 'react'

let waiting: ServiceWorker | null = null
const listeners = new Set<() => void>()

function note(worker: ServiceWorker | null) {
  waiting = worker
  for (const listener of listeners) listener()
}

/** How often a page that stays open asks whether there is a new version. */
const LOOK = 60 * 60_000

/**
 * Keeps the pages themselves on the device, so that they open without a network. A new version is fetched in the background and waits until somebody asks for
 * it, or until no page is open any more.
 */
export async function keepPages(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  const registration = await navigator.serviceWorker.register('/service-worker.js')
  const look = () => {
    const { installing, waiting: ready } = registration
    // Without a controller this is the first version: there is nothing it would replace.
    if (ready && navigator.serviceWorker.controller) note(ready)
    installing?.addEventListener('statechange', look)
  }
  look()
  registration.addEventListener('updatefound', look)
  setInterval(() => void registration.update().catch(() => {}), LOOK)
}

/** Changes to the version that waits, and loads the page anew under it. */
export function applyUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting?.postMessage('take-over')
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether a new version waits. */
export function useUpdateReady(): boolean {
  return useSyncExternalStore(subscribe, () => waiting !== null)
}
