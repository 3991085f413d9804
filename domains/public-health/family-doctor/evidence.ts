import type { AnyRecord } from '@kangheng/kernel/domain/define-domain.ts'
import { examination, recordUse, type RecordedService } from '../health-record/index.ts'
import { service } from './records.ts'
import { serviceKindIds, type ServiceKind } from './service-items.ts'

/** A kind of record that proves services, and which. */
export interface EvidenceSource {
  readonly record: AnyRecord
  readonly services: readonly ServiceKind[]
}

/**
 * What a service is called where it is written into the health record. Keeping the record itself is no use of it.
 */
export const useOfService: Readonly<Record<ServiceKind, RecordedService['kind'] | null>> = {
  'record-update': null,
  'health-assessment': 'examination',
  'health-guidance': 'consultation',
  'medication-guidance': 'consultation',
  'home-visit': 'follow-up',
  'older-check': 'examination',
  'chinese-medicine': 'tcm',
  'hypertension-visit': 'follow-up',
  'diabetes-visit': 'follow-up',
  'tuberculosis-visit': 'follow-up',
  'child-check': 'child-visit',
  'maternal-visit': 'maternal-visit',
  rehabilitation: 'follow-up',
  referral: 'referral',
}

/** Records a delivery may rest on: the team's own services, examinations, and entries of the health record. */
export const evidenceSources: readonly EvidenceSource[] = [
  { record: service, services: serviceKindIds },
  { record: examination, services: ['health-assessment', 'older-check'] },
  { record: recordUse, services: serviceKindIds.filter((kind) => useOfService[kind] !== null) },
]
