import type { ServiceKind } from '@kangheng/domains/public-health/family-doctor/index.ts'

/** Services that are entries into the health record rather than records of the team. */
export function isRecordUse(service: ServiceKind): boolean {
  return service === 'record-update' || service === 'health-assessment'
}
