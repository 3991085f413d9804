/** A village on the map, with what was seen and what was to be expected there. */
export interface VillageCount {
  readonly code: string
  /** Position in any unit that is the same for all. */
  readonly x: number
  readonly y: number
  readonly observed: number
  readonly expected: number
}

/** Villages that together have more than they should. */
export interface VillageGroup {
  /** Those with cases. */
  readonly villages: readonly string[]
  readonly observed: number
  readonly expected: number
  /** Kulldorff’s log likelihood ratio; larger is less likely by chance. */
  readonly logLikelihoodRatio: number
}

/** How groups are looked for. */
export interface GroupingOptions {
  /** Largest number of villages in a group, 6. */
  readonly most?: number
  /** Smallest number of cases in a group, 3. */
  readonly atLeast?: number
  /** Smallest log likelihood ratio, 4 (about p = 0.05 for some hundred villages and few cases; a parameter). */
  readonly threshold?: number
}

/**
 * Finds groups of neighbouring villages with more cases than expected, most unlikely first, none overlapping: around each village with cases its nearest
 * neighbours are added one by one, and each group is scored by Kulldorff’s Poisson likelihood ratio c ln(c/e) + (C − c) ln((C − c)/(C − e)).
 * Source: Kulldorff (1997), A spatial scan statistic, Comm. Statist. Theory Meth. 26, 1481–1496; expected counts are scaled to the observed total.
 */
export function groupVillages(villages: readonly VillageCount[], options: GroupingOptions = {}): VillageGroup[] {
  const { most = 6, atLeast = 3, threshold = 4 } = options
  const total = villages.reduce((sum, village) => sum + village.observed, 0)
  const expectedTotal = villages.reduce((sum, village) => sum + village.expected, 0)
  if (total === 0 || expectedTotal === 0) return []
  const scale = total / expectedTotal
  const candidates = villages
    .filter((village) => village.observed > 0)
    .flatMap((centre) => {
      const near = [...villages]
        .sort((one, other) => distance(centre, one) - distance(centre, other) || (one.code < other.code ? -1 : 1))
        .slice(0, most)
      return near.map((_, index) => scored(near.slice(0, index + 1), total, scale))
    })
    .filter((group) => group.observed >= atLeast && group.logLikelihoodRatio >= threshold)
    .sort(
      (one, other) => other.logLikelihoodRatio - one.logLikelihoodRatio || one.villages.length - other.villages.length,
    )
  const taken = new Set<string>()
  return candidates.filter((group) => {
    if (group.villages.some((code) => taken.has(code))) return false
    group.villages.forEach((code) => taken.add(code))
    return true
  })
}

const distance = (one: VillageCount, other: VillageCount) => (one.x - other.x) ** 2 + (one.y - other.y) ** 2

function scored(members: readonly VillageCount[], total: number, scale: number): VillageGroup {
  const observed = members.reduce((sum, village) => sum + village.observed, 0)
  const expected = members.reduce((sum, village) => sum + village.expected, 0) * scale
  const term = (count: number, mean: number) => (count === 0 ? 0 : count * Math.log(count / mean))
  const ratio = observed > expected ? term(observed, expected) + term(total - observed, total - expected) : 0
  const affected = members.filter((village) => village.observed > 0).map((village) => village.code)
  return { villages: affected, observed, expected, logLikelihoodRatio: ratio }
}
