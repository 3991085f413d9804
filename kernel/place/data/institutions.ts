import type { CountyInstitutions } from '../institution-plan.ts'
import type { CountyData } from '../county-data.ts'
import { institutions530721 } from './institutions-530721.ts'

const plans: Readonly<Record<string, CountyInstitutions>> = { '530721': institutions530721 }

/** What a county without a plan of its own starts with: township centres and village clinics only; the rest is entered by its administrator. */
const bare = (data: CountyData): CountyInstitutions => ({
  countyName: data.county.shortName,
  englishName: data.county.englishName,
  county: [],
  private: [],
  beds: {},
  central: [],
  named: {},
})

/** The plan of a county's institutions. */
export function institutionPlanOf(data: CountyData): CountyInstitutions {
  return plans[data.county.code] ?? bare(data)
}
