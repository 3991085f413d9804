import type { SealedStore } from './sealed-store.ts'

/** Before the name of each picture: they lie apart from the entries, which are all read whenever one of them changes. */
const PICTURE = 'picture/'

type Input = Readonly<Record<string, unknown>>

const isPicture = (value: unknown): value is string => typeof value === 'string' && value.startsWith('data:image/')
const isName = (value: unknown): value is string => typeof value === 'string' && value.startsWith(PICTURE)

/** An entry's input with the names of its pictures in their place, and the pictures under these names. */
export function layAside(key: string, input: Input): { input: Input; pictures: Readonly<Record<string, string>> } {
  const pictures: Record<string, string> = {}
  const without = Object.entries(input).map(([field, value]) => {
    if (!isPicture(value)) return [field, value] as const
    const name = `${PICTURE}${key}/${field}`
    pictures[name] = value
    return [field, name] as const
  })
  return { input: Object.fromEntries(without), pictures }
}

/** The opposite of `layAside`: the input as it was entered. */
export async function withPictures(store: SealedStore, input: Input): Promise<Input> {
  const whole = Object.entries(input).map(
    async ([field, value]) => [field, isName(value) ? ((await store.get<string>(value)) ?? value) : value] as const,
  )
  return Object.fromEntries(await Promise.all(whole))
}

/** A change of the store by which the pictures of an input are gone. */
export const withoutPictures = (input: Input): Record<string, undefined> =>
  Object.fromEntries(
    Object.values(input)
      .filter(isName)
      .map((name) => [name, undefined]),
  )
