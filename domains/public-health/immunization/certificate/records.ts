import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { certificates } from './tables.ts'

export const certificate = defineRecord({
  id: 'immunization.certificate',
  title: { zh: '预防接种证', en: 'Vaccination certificate' },
  description: {
    zh: '一人一证的电子预防接种证，带可核验的二维码',
    en: 'One per person, with a QR code that can be verified',
  },
  table: certificates,
  follows: 'person',
  onePerPerson: ['valid'],
  states: { valid: { zh: '有效', en: 'Valid' }, revoked: { zh: '已注销', en: 'Revoked' } },
  happenedOn: { zh: '发证日期', en: 'Issued on' },
  fields: {
    number: { title: { zh: '接种证号', en: 'Certificate number' } },
    revokedOn: { title: { zh: '注销日期', en: 'Revoked on' } },
    revokeReason: { title: { zh: '注销原因', en: 'Reason' } },
  },
  list: ['person', 'division', 'number', 'happenedOn', 'state', 'revokedOn'],
})
