import { useSyncExternalStore } from 'react'

/** How the reader wants the pages to look; kept on the device. */
export interface Appearance {
  readonly theme: 'light' | 'dark'
  readonly type: 'normal' | 'large'
}

const storageKey = 'kangheng.appearance'
const listeners = new Set<() => void>()

function initial(): Appearance {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const preset: Appearance = { theme: dark ? 'dark' : 'light', type: 'normal' }
  try {
    return { ...preset, ...(JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Appearance>) }
  } catch {
    return preset
  }
}

let present = initial()

function show() {
  document.documentElement.dataset.theme = present.theme
  document.documentElement.dataset.type = present.type
}

show()

/** Changes the appearance and remembers it. */
export function setAppearance(change: Partial<Appearance>) {
  present = { ...present, ...change }
  try {
    localStorage.setItem(storageKey, JSON.stringify(present))
  } catch {
    // A browser without storage forgets the choice with the page; nothing else depends on it.
  }
  show()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The present appearance. */
export function useAppearance(): Appearance {
  return useSyncExternalStore(subscribe, () => present)
}
