import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import * as tables from './tables.ts'

const children = { zh: '人', en: 'children' }

/** How floating children come to be known. */
export const finds = {
  search: { zh: '主动搜索', en: 'Search round' },
  visit: { zh: '就诊、接种时发现', en: 'At a visit' },
  police: { zh: '公安、社区通报', en: 'Told by police or community' },
  school: { zh: '入托入学查验', en: 'School-entry check' },
} as const

export const floatingChild = defineRecord({
  id: 'immunization.floating-child',
  title: { zh: '流动儿童', en: 'Floating child' },
  description: {
    zh: '外来居住、由本单位管理接种的儿童',
    en: 'A child from elsewhere whose doses this clinic answers for',
  },
  table: tables.floatingChildren,
  follows: 'person',
  onePerPerson: ['in-care'],
  states: { 'in-care': { zh: '在管', en: 'In care' }, left: { zh: '已离开', en: 'Left' } },
  happenedOn: { zh: '发现日期', en: 'Found on' },
  fields: {
    cameFrom: { title: { zh: '来自', en: 'Came from' } },
    cameOn: { title: { zh: '来到日期', en: 'Came on' } },
    foundBy: { title: { zh: '发现途径', en: 'Found by' }, values: finds },
    leftOn: { title: { zh: '离开日期', en: 'Left on' } },
  },
  list: ['person', 'division', 'cameFrom', 'cameOn', 'foundBy', 'happenedOn', 'institution', 'state'],
})

export const handover = defineRecord({
  id: 'immunization.handover',
  title: { zh: '接种档案转接', en: 'Handover between clinics' },
  description: {
    zh: '儿童在接种单位之间的转接：申请、转出、接收',
    en: 'A child handed over between clinics: requested, sent, accepted',
  },
  table: tables.handovers,
  states: {
    requested: { zh: '已申请', en: 'Requested' },
    sent: { zh: '已转出', en: 'Sent' },
    accepted: { zh: '已接收', en: 'Accepted' },
    declined: { zh: '未转出', en: 'Declined' },
  },
  happenedOn: { zh: '申请日期', en: 'Requested on' },
  fields: {
    side: {
      title: { zh: '本单位', en: 'This clinic' },
      values: { taking: { zh: '接收方', en: 'Takes over' }, giving: { zh: '转出方', en: 'Hands over' } },
    },
    counterpart: { title: { zh: '对方单位', en: 'Other clinic' }, refersTo: 'institution' },
    sentOn: { title: { zh: '转出日期', en: 'Sent on' } },
    doses: { title: { zh: '转出时接种记录', en: 'Doses on the card' }, unit: { zh: '剂次', en: 'doses' } },
    note: { title: { zh: '说明', en: 'Note' } },
    endedOn: { title: { zh: '办结日期', en: 'Ended on' } },
  },
  list: ['person', 'side', 'counterpart', 'happenedOn', 'sentOn', 'doses', 'endedOn', 'state'],
})

export const searchRound = defineRecord({
  id: 'immunization.search-round',
  title: { zh: '流动儿童主动搜索', en: 'Search for floating children' },
  description: { zh: '每季度一次的流动儿童主动搜索', en: 'The quarterly search for floating children' },
  table: tables.searchRounds,
  states: { due: { zh: '待搜索', en: 'Due' }, done: { zh: '已完成', en: 'Done' } },
  happenedOn: { zh: '下达日期', en: 'Called for on' },
  fields: {
    quarter: { title: { zh: '季度', en: 'Quarter' } },
    dueOn: { title: { zh: '完成时限', en: 'Due' } },
    searchedOn: { title: { zh: '搜索日期', en: 'Searched on' } },
    villages: { title: { zh: '搜索村（社区）', en: 'Villages' } },
    households: { title: { zh: '搜索户数', en: 'Households' } },
    found: { title: { zh: '发现流动儿童', en: 'Children found' }, unit: children },
    unregistered: { title: { zh: '其中未建卡', en: 'Without a card' }, unit: children },
    zeroDose: { title: { zh: '其中零剂次', en: 'Zero-dose' }, unit: children },
  },
  filters: ['quarter'],
  list: ['quarter', 'institution', 'dueOn', 'searchedOn', 'found', 'unregistered', 'zeroDose', 'state'],
})
