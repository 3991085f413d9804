import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { keyGroupTitles } from './key-groups.ts'
import { serviceItemIds, serviceItems, serviceKinds } from './service-items.ts'
import { contracts, deliveries, keyMemberships, services } from './tables.ts'
import { grades } from './team-records.ts'

/** Why a contract ended before its time. The first two end the person's need for renewal. */
export const endReasons = {
  died: { zh: '死亡', en: 'Died' },
  'moved-away': { zh: '迁出', en: 'Moved away' },
  'changed-team': { zh: '更换团队', en: 'Changed team' },
  'own-wish': { zh: '本人要求解约', en: 'Own wish' },
  other: { zh: '其他', en: 'Other' },
} as const

/** How a service was given. */
export const serviceModes = {
  clinic: { zh: '门诊', en: 'At the clinic' },
  home: { zh: '上门', en: 'At home' },
  phone: { zh: '电话', en: 'By phone' },
  online: { zh: '网络', en: 'Online' },
} as const

/** Where a person was entered into a key group from. */
export const membershipSources = {
  management: { zh: '健康管理名册', en: 'Health management register' },
  diagnosis: { zh: '确诊报告', en: 'Confirmed diagnosis' },
  'poverty-register': { zh: '脱贫人口和监测对象名册', en: 'Out-of-poverty register' },
  'family-planning': { zh: '计划生育特殊家庭名册', en: 'Special families register' },
  'disabled-federation': { zh: '残联名册', en: 'Register of the disabled' },
  'civil-affairs': { zh: '民政名册', en: 'Civil affairs register' },
} as const

const itemTitles = Object.fromEntries(serviceItemIds.map((id) => [id, serviceItems[id].title]))

export const contract = defineRecord({
  id: 'family-doctor.contract',
  title: { zh: '签约协议', en: 'Contract' },
  description: {
    zh: '一名居民与一个家庭医生团队的服务协议',
    en: 'An agreement between a resident and a family doctor team',
  },
  table: contracts,
  follows: 'person',
  states: { signed: { zh: '已签约', en: 'Signed' }, terminated: { zh: '已解约', en: 'Terminated' } },
  happenedOn: { zh: '签约日期', en: 'Signed on' },
  fields: {
    team: { title: { zh: '签约团队', en: 'Team' }, refersTo: 'record:family-doctor.team' },
    doctor: { title: { zh: '签约医生', en: 'Doctor' }, refersTo: 'record:family-doctor.member' },
    package: { title: { zh: '服务包', en: 'Package' }, refersTo: 'record:family-doctor.package' },
    household: { title: { zh: '签约家庭', en: 'Household' } },
    years: { title: { zh: '签约年限', en: 'Term' }, unit: { zh: '年', en: 'years' } },
    startsOn: { title: { zh: '生效日期', en: 'Valid from' } },
    endsOn: { title: { zh: '失效日期', en: 'No longer valid on' } },
    agreedEndsOn: { title: { zh: '约定到期日', en: 'Agreed end' } },
    grade: { title: { zh: '类别', en: 'Grade' }, values: grades },
    fee: { title: { zh: '个人付费', en: 'Fee' }, unit: { zh: '元/年', en: 'yuan a year' } },
    itemsDue: { title: { zh: '每年约定服务次数', en: 'Services agreed per year' }, unit: { zh: '次', en: 'times' } },
    renews: { title: { zh: '续签自', en: 'Renews' }, refersTo: 'record:family-doctor.contract' },
    endReason: { title: { zh: '解约原因', en: 'Reason of termination' }, values: endReasons },
    endNote: { title: { zh: '解约说明', en: 'Note on termination' } },
  },
  list: ['person', 'division', 'team', 'package', 'grade', 'happenedOn', 'startsOn', 'endsOn', 'state'],
  overview: ['state', 'team', 'package', 'startsOn', 'endsOn'],
})

export const service = defineRecord({
  id: 'family-doctor.service',
  title: { zh: '签约服务记录', en: 'Service' },
  description: { zh: '团队为签约居民提供的一次服务', en: 'One service given by the team to a contracted resident' },
  table: services,
  states: { given: { zh: '已提供', en: 'Given' } },
  happenedOn: { zh: '服务日期', en: 'Given on' },
  fields: {
    contract: { title: { zh: '协议', en: 'Contract' }, refersTo: 'record:family-doctor.contract' },
    doctor: { title: { zh: '服务人员', en: 'By' }, refersTo: 'record:family-doctor.member' },
    kind: { title: { zh: '服务内容', en: 'Service' }, values: serviceKinds },
    mode: { title: { zh: '服务方式', en: 'Mode' }, values: serviceModes },
    note: { title: { zh: '记录', en: 'Note' } },
  },
  list: ['person', 'division', 'kind', 'mode', 'doctor', 'happenedOn'],
})

export const delivery = defineRecord({
  id: 'family-doctor.delivery',
  title: { zh: '履约记录', en: 'Delivery' },
  description: { zh: '由一次真实服务完成的约定项目', en: 'A contracted item fulfilled by a real service' },
  table: deliveries,
  states: { credited: { zh: '已记入', en: 'Credited' } },
  happenedOn: { zh: '服务日期', en: 'Delivered on' },
  fields: {
    contract: { title: { zh: '协议', en: 'Contract' }, refersTo: 'record:family-doctor.contract' },
    item: { title: { zh: '服务项目', en: 'Item' }, values: itemTitles },
    service: { title: { zh: '服务内容', en: 'Service' }, values: serviceKinds },
    counts: { title: { zh: '计入约定次数', en: 'Counts' } },
    yearEndsOn: { title: { zh: '服务年度止', en: 'Service year until' } },
    evidenceRecord: { title: { zh: '凭证类型', en: 'Kind of evidence' } },
    evidenceId: { title: { zh: '凭证', en: 'Evidence' }, refersTo: 'record' },
  },
  list: ['person', 'division', 'item', 'service', 'counts', 'happenedOn'],
})

export const keyMembership = defineRecord({
  id: 'family-doctor.key-membership',
  title: { zh: '重点人群', en: 'Key population' },
  description: { zh: '一名居民在一类重点人群中的一段时间', en: 'A resident’s time in one key group' },
  table: keyMemberships,
  follows: 'person',
  states: { member: { zh: '在册', en: 'Member' }, ended: { zh: '已退出', en: 'Ended' } },
  happenedOn: { zh: '纳入日期', en: 'Entered on' },
  fields: {
    group: { title: { zh: '人群类别', en: 'Group' }, values: keyGroupTitles },
    endsOn: { title: { zh: '退出日期', en: 'Ended on' } },
    source: { title: { zh: '来源', en: 'Source' }, values: membershipSources },
    sourceId: { title: { zh: '来源记录', en: 'Source record' } },
    endReason: { title: { zh: '退出原因', en: 'Reason of ending' } },
  },
  list: ['person', 'division', 'group', 'source', 'happenedOn', 'endsOn', 'state'],
})
