/** Indexes the words (separated by spaces) under which each value is written. */
export function indexWords<V extends string>(words: Readonly<Record<V, string>>): ReadonlyMap<string, V> {
  const values = Object.keys(words) as V[]
  return new Map(values.flatMap((value) => words[value].split(' ').map((word) => [word, value] as const)))
}
