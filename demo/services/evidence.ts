import { useOfService, type ServiceKind } from '@kangheng/domains/public-health/family-doctor/index.ts'

/** Services that the team records itself. */
const OWN: readonly ServiceKind[] = [
  'record-update',
  'health-guidance',
  'medication-guidance',
  'home-visit',
  'rehabilitation',
]

/** Where the demo keeps the record of a service: with the team, as an examination, or as an entry of the health record. */
export type Evidence = 'family-doctor.service' | 'health-record.examination' | 'health-record.use'

/** The record a service is proved by. */
export function evidenceOf(service: ServiceKind): Evidence {
  if (service === 'older-check') return 'health-record.examination'
  return OWN.includes(service) || useOfService[service] === null ? 'family-doctor.service' : 'health-record.use'
}
