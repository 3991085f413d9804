import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { counsellingVisits, interventions } from './tables.ts'

/** Whom the service reaches (人群). Source: 艾滋病自愿咨询检测工作实施方案（试行）; 中国遏制与防治艾滋病规划（2024—2030年）. */
export const clientGroups = {
  general: { zh: '一般求询者', en: 'General public' },
  partner: { zh: '感染者配偶或性伴', en: 'Partner of somebody infected' },
  pregnant: { zh: '孕产妇及配偶', en: 'Pregnant woman or her spouse' },
  'sexually-transmitted': { zh: '性病就诊者', en: 'Patient with a sexually transmitted disease' },
  'men-with-men': { zh: '男男性行为者', en: 'Man who has sex with men' },
  'sex-work': { zh: '暗娼及客人', en: 'Sex worker or client' },
  'drug-use': { zh: '吸毒者', en: 'Person who uses drugs' },
  'young-student': { zh: '青年学生', en: 'Student' },
  'older-man': { zh: '老年人', en: 'Older person' },
} as const satisfies Record<string, Text>

export const ageBands = {
  'under-15': { zh: '15岁以下', en: 'under 15' },
  '15-24': { zh: '15—24岁', en: '15–24' },
  '25-49': { zh: '25—49岁', en: '25–49' },
  '50-59': { zh: '50—59岁', en: '50–59' },
  'over-60': { zh: '60岁及以上', en: '60 and over' },
} as const satisfies Record<string, Text>

export const results = {
  'not-tested': { zh: '未检测', en: 'Not tested' },
  negative: { zh: '初筛阴性', en: 'Screening negative' },
  reactive: { zh: '初筛有反应，待确证', en: 'Screening reactive, to be confirmed' },
  confirmed: { zh: '确证阳性', en: 'Confirmed positive' },
} as const satisfies Record<string, Text>

export const venues = {
  clinic: { zh: '咨询检测门诊', en: 'Clinic' },
  entertainment: { zh: '娱乐场所', en: 'Place of entertainment' },
  community: { zh: '社区或乡村', en: 'Community or village' },
  school: { zh: '学校', en: 'School' },
  worksite: { zh: '工地、厂矿', en: 'Worksite' },
  online: { zh: '网络', en: 'Online' },
} as const satisfies Record<string, Text>

const group = { title: { zh: '人群', en: 'Group' }, values: clientGroups } as const
const people = { zh: '人', en: 'people' }

export const counselling = defineRecord({
  id: 'sexual-health.counselling',
  title: { zh: '艾滋病自愿咨询检测', en: 'Counselling and testing' },
  description: {
    zh: '一名求询者的免费咨询和检测，不记姓名',
    en: 'Free counselling and testing of one visitor, without a name',
  },
  table: counsellingVisits,
  confidential: true,
  states: { recorded: { zh: '已登记', en: 'Recorded' } },
  happenedOn: { zh: '咨询日期', en: 'Day' },
  fields: {
    clientGroup: group,
    sex: {
      title: { zh: '性别', en: 'Sex' },
      values: { male: { zh: '男', en: 'Male' }, female: { zh: '女', en: 'Female' } },
    },
    ageBand: { title: { zh: '年龄段', en: 'Age' }, values: ageBands },
    tested: { title: { zh: '接受检测', en: 'Tested' } },
    result: { title: { zh: '检测结果', en: 'Result' }, values: results },
    resultTold: { title: { zh: '已告知结果', en: 'Result told' } },
    referred: { title: { zh: '已转介', en: 'Referred' } },
  },
  filters: ['clientGroup', 'result'],
  list: ['happenedOn', 'institution', 'clientGroup', 'sex', 'ageBand', 'tested', 'result', 'resultTold', 'referred'],
})

export const intervention = defineRecord({
  id: 'sexual-health.intervention',
  title: { zh: '高危行为干预', en: 'Work with people at risk' },
  description: { zh: '一次宣传干预：人群、场所、覆盖人数', en: 'One piece of outreach: group, venue, people reached' },
  table: interventions,
  states: { recorded: { zh: '已登记', en: 'Recorded' } },
  happenedOn: { zh: '干预日期', en: 'Day' },
  fields: {
    clientGroup: group,
    venue: { title: { zh: '场所', en: 'Venue' }, values: venues },
    reached: { title: { zh: '覆盖人数', en: 'Reached' }, unit: people },
    condoms: { title: { zh: '发放安全套', en: 'Condoms' }, unit: { zh: '只', en: '' } },
    leaflets: { title: { zh: '发放资料', en: 'Leaflets' }, unit: { zh: '份', en: '' } },
    toTesting: { title: { zh: '动员检测', en: 'Sent to testing' }, unit: people },
  },
  filters: ['clientGroup', 'venue'],
  list: ['happenedOn', 'division', 'clientGroup', 'venue', 'reached', 'condoms', 'leaflets', 'toTesting'],
})
