/**
 * Kinds of rows the demo makes; each has its own range of identifiers. Rows of one kind get rising identifiers,
 * which keeps bulk loading into their indexes fast.
 */
const kinds = [
  'person',
  'household',
  'episode',
  'health-record',
  'record-use',
  'basic-form',
  'examination',
  'card',
  'vital-event',
  'team',
  'member',
  'package',
  'contract',
  'service',
  'delivery',
  'membership',
  'relief-household',
  'relief-entry',
  'illness',
  'treatment',
  'link',
  'visit',
  'account',
  'record-use',
  'vital-event',
  'immunization-card',
  'vaccination',
  'vaccine-lot',
  'adverse-event',
  'notifiable-case',
  'disease-signal',
  'chronic-patient',
  'chronic-visit',
  'chronic-screening',
  'check-up',
  'assessment',
  'emergency-plan',
  'emergency-team',
  'emergency-stock',
  'emergency-drill',
  'emergency-duty',
  'emergency-event',
  'emergency-report',
  'emergency-task',
  'emergency-dispatch',
  'emergency-entry',
  'medical-support',
  'disaster-relief',
  'child-in-care',
  'newborn-visit',
  'child-check-up',
  'child-concern',
  'pregnancy',
  'antenatal-visit',
  'special-case',
  'birth-record',
  'newborn',
  'postpartum-visit',
  'death-report',
  'death-review',
  'death-certificate',
  'chronic-case',
  'screening-course',
  'screening-entry',
  'case-investigation',
  'case-contact',
  'contact-observation',
  'transmission-link',
  'disease-cluster',
  'disease-cluster-case',
  'rabies-exposure',
  'rabies-dose',
  'snail-survey',
  'fluorosis-survey',
] as const
export type IdKind = (typeof kinds)[number]

/** 1 January 2024, 00:00 UTC, in milliseconds. */
const EPOCH = 1_704_067_200_000

/** Gives the identifiers of a demo: UUIDs of version 7 that depend on seed, kind and number only. */
export function idMaker(seed: number): (kind: IdKind, number: number) => string {
  const tail = (Math.imul(seed, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')
  const heads = new Map(
    kinds.map((kind, index) => {
      const time = (EPOCH + index).toString(16).padStart(12, '0')
      return [kind, `${time.slice(0, 8)}-${time.slice(8)}-7`] as const
    }),
  )
  return (kind, number) => {
    const digits = number.toString(16).padStart(9, '0')
    return `${heads.get(kind)!}${digits.slice(0, 3)}-8${digits.slice(3, 6)}-${digits.slice(6)}0${tail}`
  }
}
