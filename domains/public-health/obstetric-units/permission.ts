import { addDays, addYears, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { ItemId } from './codes.ts'

/** Years for which a permit and a certificate are valid. Source: 母婴保健专项技术服务许可及人员资格管理办法. */
const VALID_YEARS = 3
/** Days before the end from which renewal is asked for: three months, as for the verification of an institution's licence. LOCAL. */
const RENEW_AHEAD = 90
/** Items that the province permits; the county permits all others. Source: 母婴保健法实施办法 art. 35. */
const OF_PROVINCE: readonly ItemId[] = ['prenatal-diagnosis', 'genetic-diagnosis']

/** The last day of a permission that begins on a day. */
export const validUntil = (from: IsoDate): IsoDate => addDays(addYears(from, VALID_YEARS), -1)

/** The day from which renewal is worked on. */
export const renewFrom = (until: IsoDate): IsoDate => addDays(until, -RENEW_AHEAD)

/** Who permits these items; undefined when no one authority permits all of them. */
export function authorityOf(items: readonly ItemId[]): 'county' | 'province' | undefined {
  const province = items.filter((item) => OF_PROVINCE.includes(item)).length
  if (province === 0) return 'county'
  return province === items.length ? 'province' : undefined
}
