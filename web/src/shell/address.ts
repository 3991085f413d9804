import { useCallback } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'

/** Filters of a page as they stand in its address: plain words, so that a link can be read and shared. */
export type Filters<Key extends string> = Partial<Record<Key, string>>

/** Keeps the named parameters of an address and drops the rest. */
export function keep<Key extends string>(...keys: Key[]): (search: Record<string, unknown>) => Filters<Key> {
  return (search) => {
    const kept: Filters<Key> = {}
    for (const key of keys) {
      const value = search[key]
      if (typeof value === 'string' && value !== '') kept[key] = value
    }
    return kept
  }
}

/** Addresses carry plain strings: no quotes, no JSON. */
export function readSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

/** The opposite of `readSearch`; empty values disappear. Commas and tildes stay readable. */
export function writeSearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') parameters.set(key, String(value))
  }
  const text = parameters.toString().replaceAll('%2C', ',').replaceAll('%7E', '~')
  return text ? `?${text}` : ''
}

/** The page's filters and how to change them; each change is a step in the browser's history unless `replace`. */
export function useAddress<Key extends string>(): [
  Filters<Key>,
  (change: Partial<Record<Key, string | undefined>>, replace?: boolean) => void,
] {
  const filters = useSearch({ strict: false }) as Filters<Key>
  const navigate = useNavigate()
  const change = useCallback(
    (changes: Partial<Record<Key, string | undefined>>, replace = false) => {
      void navigate({
        to: '.',
        search: ((previous: Record<string, unknown>) => ({ ...previous, ...changes })) as never,
        replace,
        resetScroll: false,
      })
    },
    [navigate],
  )
  return [filters, change]
}
