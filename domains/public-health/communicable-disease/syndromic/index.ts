import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { bureauSection, countyInstitution, diseaseControl, townshipCentre } from '../../../roles.ts'
import { communicableDisease } from '../index.ts'
import { reportCount, voidCount } from './actions.ts'
import { indicators } from './indicators.ts'
import { syndromeCount } from './records.ts'

const reporting = [reportCount, voidCount]

/** Syndromic surveillance: what clinics, pharmacies and schools count by day before anybody has a diagnosis. */
export const syndromicSurveillance = defineDomain({
  id: 'syndromic',
  wing: 'public-health',
  title: { zh: '症状监测', en: 'Syndromic surveillance' },
  description: {
    zh: '发热门诊、流感样病例、腹泻病、药店销售和学校缺勤的日报与预警',
    en: 'Daily counts of fever clinics, influenza-like illness, diarrhoea, pharmacy sales and school absence, and their signals',
  },
  needs: [communicableDisease],
  records: [syndromeCount],
  actions: reporting,
  indicators,
  grants: [
    grant(townshipCentre, { may: reporting, sees: [syndromeCount] }),
    grant(countyInstitution, { may: reporting, sees: [syndromeCount] }),
    grant(diseaseControl, { may: reporting, sees: [syndromeCount] }),
    grant(bureauSection, { sees: [syndromeCount] }),
  ],
})

export { readSyndromes } from './read.ts'
