import { checkDigit } from '@kangheng/kernel/person/identity-number.ts'
import type { Layer } from '../layer.ts'
import type { Random } from '../random.ts'

/** Sequence numbers of synthetic identity numbers: 800–989, which real numbers hardly use. */
const FIRST = 800
const PER_SEX = 95

/**
 * Gives synthetic identity numbers (GB 11643): right check digit, sequence 800–989, odd for men; none twice.
 * When a place has used up a day's numbers, the next of its neighbours goes on. Layers share out the numbers of each day.
 */
export function identityNumbers({
  index,
  of,
}: Pick<Layer, 'index' | 'of'>): (areas: readonly string[], birth: string, sex: 'male' | 'female') => string {
  const used = new Map<string, number>()
  const own = Math.floor(PER_SEX / of)
  const first = index * own
  return (areas, birth, sex) => {
    const day = birth.replaceAll('-', '')
    for (const area of areas) {
      const key = `${area}${day}${sex}`
      const taken = used.get(key) ?? 0
      if (taken >= own) continue
      used.set(key, taken + 1)
      const count = first + taken
      // A step coprime to the range spreads the numbers of one day.
      const sequence = FIRST + 2 * ((count * 37 + Number(day.slice(4)) * 7) % PER_SEX) + (sex === 'male' ? 1 : 0)
      const digits = `${area}${day}${sequence}`
      return digits + checkDigit(digits)
    }
    throw new Error(`No synthetic identity number is left for ${birth} in ${areas.join(', ')}`)
  }
}

/** Division codes in identity numbers: the retired county code for those born before 2003, neighbours for those who came. */
export function identityAreas(random: Random, birthYear: number): readonly string[] {
  const home = birthYear < 2003 ? '533221' : '530721'
  const neighbours = ['530702', '533222', '533223', '532930', '533421', '533423', '532932', '530722']
  const roll = random.next()
  if (roll < 0.9) return [home, ...neighbours]
  const other = random.pick(roll < 0.98 ? neighbours : ['510524', '522226', '430525', '532128', '533421'])
  return [other, home, ...neighbours]
}

const PREFIXES = [
  '138',
  '139',
  '135',
  '136',
  '158',
  '187',
  '183',
  '151',
  '130',
  '131',
  '186',
  '133',
  '153',
  '189',
  '199',
]

/** A synthetic mobile number: its middle is 0000–0002. */
export function phoneNumber(random: Random): string {
  const rest = String(random.int(0, 2)).padStart(4, '0') + String(random.int(0, 9999)).padStart(4, '0')
  return random.pick(PREFIXES) + rest
}
