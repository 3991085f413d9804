import { useOfService, type ServiceKind } from '@kangheng/domains/public-health/family-doctor/index.ts'

/** Services that the team records itself; all others are entries of the health record, and these are their evidence. */
const OWN: readonly ServiceKind[] = [
  'record-update',
  'health-guidance',
  'medication-guidance',
  'home-visit',
  'rehabilitation',
]

/** Whether the evidence of a service is an entry of the health record. */
export function isRecordUse(service: ServiceKind): boolean {
  return !OWN.includes(service) && useOfService[service] !== null
}
