import type { DomainDefinition } from '@kangheng/kernel/domain/define-domain.ts'
import { appraisal } from './administration/appraisal/index.ts'
import { dataQuality } from './administration/data-quality/index.ts'
import { basicServicesFund } from './administration/basic-services-fund/index.ts'
import { statisticalReturns } from './administration/statistical-returns/index.ts'
import { redFlag } from './administration/red-flag/index.ts'
import { sectionWork } from './administration/section-work/index.ts'
import { targetLetters } from './administration/target-letters/index.ts'
import { supervisionLetters } from './administration/supervision-letters/index.ts'
import { emergencyCommand } from './emergency/command/index.ts'
import { resident } from './population/resident/index.ts'
import { birthDefects } from './public-health/birth-defects/index.ts'
import { careHomes } from './public-health/care-homes/index.ts'
import { causeOfDeath } from './public-health/cause-of-death/index.ts'
import { childHealth } from './public-health/child-health/index.ts'
import { chronicDiseaseReport } from './public-health/chronic-disease-report/index.ts'
import { communicableDisease } from './public-health/communicable-disease/index.ts'
import { copd } from './public-health/copd/index.ts'
import { deliverySubsidy } from './public-health/delivery-subsidy/index.ts'
import { endemicDisease } from './public-health/communicable-disease/endemic/index.ts'
import { sexualHealth } from './public-health/communicable-disease/sexual-health/index.ts'
import { syndromicSurveillance } from './public-health/communicable-disease/syndromic/index.ts'
import { rabiesExposureClinic } from './public-health/communicable-disease/rabies-exposure/index.ts'
import { diabetes } from './public-health/diabetes/index.ts'
import { familyDoctor } from './public-health/family-doctor/index.ts'
import { healthEducation } from './public-health/health-education/index.ts'
import { healthyPlaces } from './public-health/healthy-places/index.ts'
import { healthRecords } from './public-health/health-record/index.ts'
import { hypertension } from './public-health/hypertension/index.ts'
import { immunization } from './public-health/immunization/index.ts'
import { maternalHealth } from './public-health/maternal-health/index.ts'
import { mchSurveillance } from './public-health/mch-surveillance/index.ts'
import { obstetricUnits } from './public-health/obstetric-units/index.ts'
import { olderPeople } from './public-health/older-people/index.ts'
import { physicalExamination } from './public-health/physical-examination/index.ts'
import { povertyRelief } from './public-health/poverty-relief/index.ts'
import { screening } from './public-health/screening/index.ts'
import { severeMentalDisorder } from './public-health/severe-mental-disorder/index.ts'
import { tuberculosis } from './public-health/tuberculosis/index.ts'
import { supervisionAssistance } from './public-health/supervision-assistance/index.ts'
import { traditionalChineseMedicine } from './public-health/traditional-chinese-medicine/index.ts'

/** The lines of business of the house, in the order of the navigation. */
export const domains: readonly DomainDefinition[] = [
  resident,
  healthRecords,
  familyDoctor,
  hypertension,
  diabetes,
  copd,
  olderPeople,
  careHomes,
  physicalExamination,
  traditionalChineseMedicine,
  childHealth,
  maternalHealth,
  screening,
  birthDefects,
  deliverySubsidy,
  obstetricUnits,
  immunization,
  healthEducation,
  supervisionAssistance,
  healthyPlaces,
  povertyRelief,
  communicableDisease,
  rabiesExposureClinic,
  endemicDisease,
  syndromicSurveillance,
  sexualHealth,
  causeOfDeath,
  mchSurveillance,
  chronicDiseaseReport,
  severeMentalDisorder,
  tuberculosis,
  emergencyCommand,
  targetLetters,
  sectionWork,
  appraisal,
  redFlag,
  basicServicesFund,
  supervisionLetters,
  statisticalReturns,
  dataQuality,
]
