import type { AnyRecord } from '@kangheng/kernel/domain/define-domain.ts'
import { service } from './records.ts'
import { serviceKindIds, type ServiceKind } from './service-items.ts'

/** A kind of record that proves services, and which. */
export interface EvidenceSource {
  readonly record: AnyRecord
  readonly services: readonly ServiceKind[]
}

/** Records a delivery may rest on. */
export const evidenceSources: readonly EvidenceSource[] = [{ record: service, services: serviceKindIds }]
