import type { CountyData } from '@kangheng/kernel/place/county-data.ts'
import { apportion } from '../apportion.ts'
import { planOf } from '../county-plan.ts'
import { onlyLayer, serialsFrom } from '../layer.ts'
import { randomOf, type Random } from '../random.ts'
import type { Village } from './model.ts'

/** The villages with their number of usual residents: the county's (or its layer's) total divided by township and village weights. */
export function planVillages(
  county: CountyData,
  residents: number,
  seed: number,
  layer = onlyLayer(residents),
): Village[] {
  const random = randomOf(seed, 'villages')
  const townships = new Map(county.divisions.filter((each) => each.code.length === 9).map((each) => [each.code, each]))
  const villages = county.divisions.filter((each) => each.code.length === 12)
  const sums = new Map<string, number>()
  const factors = villages.map((village) => {
    const factor = 0.55 + random.next()
    const township = village.code.slice(0, 9)
    sums.set(township, (sums.get(township) ?? 0) + factor)
    return factor
  })
  const weights = villages.map((village, index) => {
    const township = village.code.slice(0, 9)
    return (planOf(township).people * factors[index]!) / sums.get(township)!
  })
  const counts = apportion(residents, weights)
  const largest = layer.largest === residents ? counts : apportion(layer.largest, weights)
  return villages.map((village, index) => ({
    code: village.code,
    shortName: village.shortName,
    townshipName: townships.get(village.code.slice(0, 9))!.name,
    community: village.name.includes('社区'),
    residents: counts[index]!,
    serialsFrom: serialsFrom(layer, largest[index]!),
  }))
}

/** A nationality of the village's township, by its weights. */
export function pickEthnic(random: Random, village: Village): string {
  const { ethnic } = planOf(village.code)
  const codes = Object.keys(ethnic).sort()
  return codes[random.weighted(codes.map((code) => ethnic[code]!))]!
}
