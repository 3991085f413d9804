/** Values of own fields that a list is narrowed to, by name. */
export type Where = Readonly<Record<string, string>>

/** Reads `name~value,name~value` of an address. */
export function readWhere(text: string | undefined): Where {
  const pairs = (text ?? '').split(',').flatMap((pair): [string, string][] => {
    const at = pair.indexOf('~')
    return at > 0 && at < pair.length - 1 ? [[pair.slice(0, at), pair.slice(at + 1)]] : []
  })
  return Object.fromEntries(pairs)
}

/** The opposite of `readWhere`; fields without a value are left out. Commas stand between pairs, so a value holds none. */
export function writeWhere(where: Readonly<Record<string, string | undefined>>): string | undefined {
  const pairs = Object.entries(where).filter(([, value]) => value)
  return pairs.map(([name, value]) => `${name}~${value!.replaceAll(',', ' ')}`).join(',') || undefined
}

/** The same as parameters of a list. */
export function whereQuery(text: string | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(readWhere(text)).map(([name, value]) => [`field.${name}`, value]))
}
