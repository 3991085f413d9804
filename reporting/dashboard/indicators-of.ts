import type { House } from '@kangheng/kernel/domain/registry.ts'
import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { loadUserIndicators } from '@kangheng/kernel/indicator/user-indicator.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'

/** Declared indicators and those defined at run time, by id. */
export async function indicatorsOf(
  connection: Connection,
  house: House,
  county: string,
): Promise<ReadonlyMap<string, Indicator>> {
  const defined = await loadUserIndicators(connection, house, county)
  return new Map([...house.indicators, ...defined.map((each) => [each.id, each] as const)])
}
