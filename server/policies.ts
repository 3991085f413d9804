import { appraisalPolicies } from '@kangheng/domains/administration/appraisal/index.ts'
import { basicServicesFundPolicies } from '@kangheng/domains/administration/basic-services-fund/index.ts'
import { redFlagPolicies } from '@kangheng/domains/administration/red-flag/index.ts'
import { statisticalReturnsPolicies } from '@kangheng/domains/administration/statistical-returns/index.ts'
import { communicableDiseasePolicies } from '@kangheng/domains/public-health/communicable-disease/index.ts'
import { familyDoctorPolicies } from '@kangheng/domains/public-health/family-doctor/index.ts'
import { healthyPlacesPolicies } from '@kangheng/domains/public-health/healthy-places/index.ts'
import { povertyReliefPolicies } from '@kangheng/domains/public-health/poverty-relief/index.ts'
import { severeMentalDisorderPolicies } from '@kangheng/domains/public-health/severe-mental-disorder/index.ts'
import { figureCheckPolicies } from '@kangheng/reporting/check/kept/index.ts'
import { dashboardPolicies } from '@kangheng/reporting/dashboard/index.ts'
import { diseaseBulletinPolicies } from '@kangheng/reporting/disease/policies.ts'
import { placePolicy, readingPolicy } from '@kangheng/kernel/access/policies.ts'

const ISSUED = `kind = 'bulletin' and state = 'issued' and place = (select kangheng.county()) collate "C"`

/** Row-level security of tables outside the kernel and the lines of business, and what a line of business adds to the general rule. */
export const extraPolicies: readonly string[] = [
  placePolicy('report', 'report', 'select, insert, update'),
  placePolicy('report_section', 'report', 'select, insert, update'),
  // What the county has issued is meant to be read: by everybody who sees figures, in every township.
  readingPolicy('report', 'figures', ISSUED),
  readingPolicy('report_section', 'figures', `report in (select id from report where ${ISSUED})`),
  diseaseBulletinPolicies,
  placePolicy('saved_view', 'figures', 'select, insert, update, delete'),
  familyDoctorPolicies,
  figureCheckPolicies,
  dashboardPolicies,
  communicableDiseasePolicies,
  severeMentalDisorderPolicies,
  povertyReliefPolicies,
  appraisalPolicies,
  redFlagPolicies,
  healthyPlacesPolicies,
  basicServicesFundPolicies,
  statisticalReturnsPolicies,
]
