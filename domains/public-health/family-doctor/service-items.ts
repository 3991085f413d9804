import type { Text } from '@kangheng/kernel/text/text.ts'

/** Kinds of real services, whoever records them. */
export const serviceKinds = {
  'record-update': { zh: '健康档案更新', en: 'Health record update' },
  'health-assessment': { zh: '年度健康评估', en: 'Annual health assessment' },
  'health-guidance': { zh: '健康教育与咨询', en: 'Health education and advice' },
  'medication-guidance': { zh: '用药指导', en: 'Medication advice' },
  'home-visit': { zh: '上门服务', en: 'Home visit' },
  'older-check': { zh: '老年人健康体检', en: 'Check-up of the aged' },
  'chinese-medicine': { zh: '中医药保健指导', en: 'Chinese medicine advice' },
  'hypertension-visit': { zh: '高血压随访', en: 'Hypertension follow-up' },
  'diabetes-visit': { zh: '糖尿病随访', en: 'Diabetes follow-up' },
  'tuberculosis-visit': { zh: '肺结核随访', en: 'Tuberculosis follow-up' },
  'child-check': { zh: '儿童健康检查', en: 'Child check-up' },
  'maternal-visit': { zh: '孕产期保健访视', en: 'Antenatal or postpartum visit' },
  rehabilitation: { zh: '康复指导', en: 'Rehabilitation advice' },
  referral: { zh: '预约转诊', en: 'Booking and referral' },
} as const satisfies Record<string, Text>

/** The code of a kind of service. */
export type ServiceKind = keyof typeof serviceKinds

/** All kinds of services. */
export const serviceKindIds = Object.keys(serviceKinds) as [ServiceKind, ...ServiceKind[]]

interface ServiceItem {
  readonly title: Text
  /** Services that fulfil the item. */
  readonly fulfilledBy: readonly ServiceKind[]
}

/**
 * What a package can promise (服务项目). An item is fulfilled by services of its kinds, never by a tick in a form. A package stands on the contract, which many
 * read: none promises visits for severe mental disorder, which named roles alone may know of.
 */
export const serviceItems = {
  'annual-assessment': {
    title: { zh: '年度健康评估与档案更新', en: 'Annual assessment and record update' },
    fulfilledBy: ['health-assessment', 'record-update'],
  },
  guidance: {
    title: { zh: '健康教育与用药指导', en: 'Health and medication advice' },
    fulfilledBy: ['health-guidance', 'medication-guidance', 'home-visit'],
  },
  'older-check': { title: { zh: '老年人健康体检', en: 'Check-up of the aged' }, fulfilledBy: ['older-check'] },
  'chinese-medicine': {
    title: { zh: '中医药健康管理', en: 'Chinese medicine health care' },
    fulfilledBy: ['chinese-medicine'],
  },
  'hypertension-visits': {
    title: { zh: '高血压规范随访', en: 'Hypertension follow-up' },
    fulfilledBy: ['hypertension-visit'],
  },
  'diabetes-visits': { title: { zh: '糖尿病规范随访', en: 'Diabetes follow-up' }, fulfilledBy: ['diabetes-visit'] },
  'tuberculosis-visits': {
    title: { zh: '肺结核随访管理', en: 'Tuberculosis follow-up' },
    fulfilledBy: ['tuberculosis-visit'],
  },
  'child-checks': { title: { zh: '儿童健康检查', en: 'Child check-ups' }, fulfilledBy: ['child-check'] },
  'maternal-visits': {
    title: { zh: '孕产期保健', en: 'Antenatal and postpartum care' },
    fulfilledBy: ['maternal-visit'],
  },
  'home-visits': { title: { zh: '上门访视', en: 'Home visits' }, fulfilledBy: ['home-visit'] },
  rehabilitation: { title: { zh: '康复指导', en: 'Rehabilitation advice' }, fulfilledBy: ['rehabilitation'] },
  referral: { title: { zh: '优先预约转诊', en: 'Priority booking and referral' }, fulfilledBy: ['referral'] },
} as const satisfies Record<string, ServiceItem>

/** The code of an item. */
export type ServiceItemId = keyof typeof serviceItems

/** All items. */
export const serviceItemIds = Object.keys(serviceItems) as [ServiceItemId, ...ServiceItemId[]]

/** An item of a package with how often a year it is promised. */
export interface PackageItem {
  readonly item: ServiceItemId
  readonly times: number
}

/** How many services a package promises per year. */
export function itemsPerYear(items: readonly PackageItem[]): number {
  return items.reduce((sum, each) => sum + each.times, 0)
}
