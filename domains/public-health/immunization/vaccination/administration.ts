import type { routes, sites } from '../codes.ts'
import type { VaccineCode } from '../forecast/vaccines.ts'

/** How a vaccine of the programme is given. */
export interface Administration {
  readonly quantity: string
  readonly route: keyof typeof routes
  /** The sites of the norm, the usual one first. */
  readonly sites: readonly (keyof typeof sites)[]
}

const arms = ['left-arm', 'right-arm'] as const
const way = (quantity: string, route: Administration['route'], ...sites: Administration['sites']): Administration => ({
  quantity,
  route,
  sites,
})
const muscle = way('0.5 ml', 'intramuscular', ...arms, 'left-thigh', 'right-thigh')
const skin = way('0.5 ml', 'subcutaneous', ...arms)

/**
 * Quantity, route and site by vaccine. Source: 国家免疫规划疫苗儿童免疫程序及说明（2021年版）, 接种部位、接种途径、接种剂量; HepB 10 µg of yeast origin,
 * HepA-L by its instructions 0.5 or 1.0 ml. A vaccine outside the programme is given by its instructions.
 */
export const administrations: Readonly<Partial<Record<VaccineCode, Administration>>> = {
  HepB: way('10 µg', 'intramuscular', ...arms, 'left-thigh', 'right-thigh'),
  BCG: way('0.1 ml', 'intradermal', 'left-arm', 'right-arm'),
  IPV: muscle,
  bOPV: way('1粒或2滴', 'oral', 'mouth'),
  DTaP: muscle,
  DT: muscle,
  MMR: skin,
  'JE-L': skin,
  'JE-I': muscle,
  'MPSV-A': skin,
  'MPSV-AC': skin,
  'HepA-L': way('0.5或1.0 ml', 'subcutaneous', ...arms),
  'HepA-I': muscle,
  HPV2: way('0.5 ml', 'intramuscular', ...arms),
}
