/**
 * Masking defaults for readers who may not see persons in full: enough to tell two rows of a list apart, not enough to know who it is.
 * Name keeps its first character, identity number 6 + 4, phone 3 + 4, address down to the township, birth down to the year.
 */

const stars = (count: number) => '*'.repeat(Math.max(0, count))

/** 和文军 → 和**, 和军 → 和*, 阿普·木呷 → 阿*·**. */
export function maskName(name: string): string {
  const [first, ...rest] = [...name]
  if (first === undefined) return ''
  return first + rest.map((character) => (character === '·' || character === ' ' ? character : '*')).join('')
}

/** Keeps the area and the last four of an identity number; of shorter documents only the last four, and never more than half. */
export function maskIdentity(number: string): string {
  if (number.length >= 15) return number.slice(0, 6) + stars(number.length - 10) + number.slice(-4)
  const tail = Math.min(4, Math.floor(number.length / 2))
  return stars(number.length - tail) + number.slice(number.length - tail)
}

/** 13900001234 → 139****1234; shorter numbers keep at most their last four. */
export function maskPhone(phone: string): string {
  if (phone.length >= 11) return phone.slice(0, 3) + stars(phone.length - 7) + phone.slice(-4)
  const tail = Math.min(4, Math.floor(phone.length / 2))
  return stars(phone.length - tail) + phone.slice(phone.length - tail)
}

/** Only the township is told; `township` is its name, which the reader knows from the division. */
export function maskAddress(township: string): string {
  return `${township}***`
}

/** 1965-03-12 → 1965. */
export function maskBirth(birth: string): string {
  return birth.slice(0, 4)
}

/** Applies the mask a field declares (`masked` of a field definition). Address needs the township's name. */
export function maskField(kind: 'name' | 'identity' | 'phone' | 'address', value: string, township = ''): string {
  switch (kind) {
    case 'name':
      return maskName(value)
    case 'identity':
      return maskIdentity(value)
    case 'phone':
      return maskPhone(value)
    case 'address':
      return maskAddress(township)
  }
}
