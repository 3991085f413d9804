import { LEAST_YEARS, MOST_YEARS } from '@kangheng/demo/days.ts'
import { LEAST_SCALE, published } from '@kangheng/demo/truth.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { optional, type Arguments } from '../arguments.ts'

/** How large a demo county is made: the whole county or a part of it at once, or any number of residents in layers. */
export interface DemoSize {
  readonly scale: number
  readonly residents: number
  readonly layers: boolean
}

/** The county as it was published. */
export const wholeCounty: DemoSize = { scale: 1, residents: published.residents, layers: false }

/** The numbers of households and health records in a village have five digits. */
const MOST = 2_000_000
/** More than this an embedded database is not made for. */
const MOST_EMBEDDED = 300_000
const LEAST = Math.ceil(published.residents * LEAST_SCALE)

function sizeOfResidents(residents: number, onPostgres: boolean): DemoSize {
  if (!Number.isInteger(residents) || residents < LEAST || residents > MOST)
    refuse('residents', {
      zh: `--residents 应为${LEAST}至${MOST}的整数`,
      en: `--residents is a whole number from ${LEAST} to ${MOST}`,
    })
  if (residents > MOST_EMBEDDED && !onPostgres)
    refuse('residents', {
      zh: `超过${MOST_EMBEDDED}人的演示县须使用 PostgreSQL：请设置 DATABASE_URL（不要加 --data），或减少 --residents`,
      en: `A demo county of more than ${MOST_EMBEDDED} residents needs PostgreSQL: set DATABASE_URL (without --data), or ask for fewer --residents`,
    })
  return { scale: residents / published.residents, residents, layers: residents > published.residents }
}

/** The size that a command asks for by --scale or --residents. @throws Refusal when it asks for both, or for what cannot be made. */
export function demoSizeOf(given: Arguments, onPostgres: boolean): DemoSize {
  const residents = optional(given, 'residents')
  const scale = optional(given, 'scale')
  if (residents !== undefined && scale !== undefined)
    refuse('residents', {
      zh: '--scale 与 --residents 只能给出一个',
      en: 'Give either --scale or --residents, not both',
    })
  if (residents !== undefined) return sizeOfResidents(Number(residents), onPostgres)
  const asked = Number(scale ?? 1)
  if (!(asked > 0 && asked <= 1))
    refuse('scale', { zh: '--scale 应大于0且不超过1', en: '--scale lies above 0 and not above 1' })
  return { scale: asked, residents: Math.round(published.residents * asked), layers: false }
}

/** The years of records that a command asks for by --years; undefined when it does not. @throws Refusal when they cannot be made */
export function yearsOf(given: Arguments): number | undefined {
  const asked = optional(given, 'years')
  if (asked === undefined) return undefined
  const years = Number(asked)
  if (!Number.isInteger(years) || years < LEAST_YEARS || years > MOST_YEARS)
    refuse('years', {
      zh: `--years 应为${LEAST_YEARS}至${MOST_YEARS}的整数：少于两年无法同比，2021年以前没有居住记录`,
      en: `--years is a whole number from ${LEAST_YEARS} to ${MOST_YEARS}: with fewer nothing can be compared with last year, and before 2021 nobody's residence is known`,
    })
  return years
}
