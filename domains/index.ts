import type { DomainDefinition } from '@kangheng/kernel/domain/define-domain.ts'
import { appraisal } from './administration/appraisal/index.ts'
import { basicServicesFund } from './administration/basic-services-fund/index.ts'
import { targetLetters } from './administration/target-letters/index.ts'
import { supervisionLetters } from './administration/supervision-letters/index.ts'
import { emergencyCommand } from './emergency/command/index.ts'
import { resident } from './population/resident/index.ts'
import { causeOfDeath } from './public-health/cause-of-death/index.ts'
import { childHealth } from './public-health/child-health/index.ts'
import { chronicDiseaseReport } from './public-health/chronic-disease-report/index.ts'
import { communicableDisease } from './public-health/communicable-disease/index.ts'
import { endemicDisease } from './public-health/communicable-disease/endemic/index.ts'
import { rabiesExposureClinic } from './public-health/communicable-disease/rabies-exposure/index.ts'
import { diabetes } from './public-health/diabetes/index.ts'
import { familyDoctor } from './public-health/family-doctor/index.ts'
import { healthRecords } from './public-health/health-record/index.ts'
import { hypertension } from './public-health/hypertension/index.ts'
import { immunization } from './public-health/immunization/index.ts'
import { maternalHealth } from './public-health/maternal-health/index.ts'
import { olderPeople } from './public-health/older-people/index.ts'
import { povertyRelief } from './public-health/poverty-relief/index.ts'
import { screening } from './public-health/screening/index.ts'

/** The lines of business of the house, in the order of the navigation. */
export const domains: readonly DomainDefinition[] = [
  resident,
  healthRecords,
  familyDoctor,
  hypertension,
  diabetes,
  olderPeople,
  childHealth,
  maternalHealth,
  screening,
  immunization,
  povertyRelief,
  communicableDisease,
  rabiesExposureClinic,
  endemicDisease,
  causeOfDeath,
  chronicDiseaseReport,
  emergencyCommand,
  targetLetters,
  appraisal,
  basicServicesFund,
  supervisionLetters,
]
