import { defineRecord, type FieldDefinition } from '@kangheng/kernel/record/define-record.ts'
import { selfCareGrades } from '../older-people/index.ts'
import * as codes from './codes.ts'
import * as tables from './tables.ts'

const field = (zh: string, en: string, more: Omit<FieldDefinition, 'title'> = {}): FieldDefinition => ({
  title: { zh, en },
  ...more,
})
const unit = (zh: string, en = zh) => ({ unit: { zh, en } })
const HOME = { refersTo: 'record:care-homes.home' } as const
const STAY = { refersTo: 'record:care-homes.stay' } as const

export const home = defineRecord({
  id: 'care-homes.home',
  title: { zh: '养老机构', en: 'Home for older people' },
  description: {
    zh: '一家养老机构：床位、医养结合方式、合作的医疗卫生机构和协议期限',
    en: 'One home: beds, how medical care comes to it, by whom and until when',
  },
  table: tables.homes,
  happenedOn: { zh: '登记日期', en: 'Listed on' },
  states: { open: { zh: '运营', en: 'Open' }, closed: { zh: '已停办', en: 'Closed' } },
  photos: true,
  fields: {
    name: field('名称', 'Name'),
    kind: field('类型', 'Kind', { values: codes.homeKinds }),
    beds: field('床位', 'Beds', unit('张', 'beds')),
    nursingBeds: field('护理型床位', 'Nursing beds', unit('张', 'beds')),
    link: field('医养结合方式', 'Medical care', { values: codes.links }),
    partner: field('合作医疗卫生机构', 'Partner', { refersTo: 'institution' }),
    linkedFrom: field('协议起始', 'Agreed from'),
    linkedUntil: field('协议至', 'Agreed until'),
    closedOn: field('停办日期', 'Closed on'),
  },
  list: ['name', 'division', 'kind', 'beds', 'link', 'partner', 'linkedUntil', 'state'],
  filters: ['kind', 'link'],
  board: ['care-homes.stay'],
})

export const stay = defineRecord({
  id: 'care-homes.stay',
  title: { zh: '入住老人', en: 'Living in a home' },
  description: {
    zh: '一名老人在养老机构的一段居住；医疗照护计划和巡诊期限由记录推算',
    en: 'Somebody’s time in a home; plan and next round follow from what was recorded',
  },
  table: tables.stays,
  happenedOn: { zh: '入住日期', en: 'Moved in on' },
  states: { living: { zh: '在住', en: 'Living there' }, ended: { zh: '已离开', en: 'Left' } },
  onePerPerson: ['living'],
  fields: {
    home: field('养老机构', 'Home', HOME),
    selfCareGrade: field('自理能力', 'Self-care', { values: selfCareGrades }),
    doctor: field('责任医生', 'Doctor in charge'),
    planUntil: field('照护计划至', 'Plan until'),
    lastRoundOn: field('末次巡诊', 'Last round'),
    roundDueOn: field('下次巡诊最迟', 'Next round by'),
    endedOn: field('离开日期', 'Left on'),
    endReason: field('离开原因', 'Why', { values: codes.endReasons }),
  },
  list: [
    'person',
    'home',
    'division',
    'happenedOn',
    'selfCareGrade',
    'planUntil',
    'lastRoundOn',
    'roundDueOn',
    'state',
  ],
  filters: ['home', 'selfCareGrade'],
  overview: ['home', 'selfCareGrade', 'planUntil', 'lastRoundOn', 'roundDueOn'],
  board: ['care-homes.plan', 'care-homes.round'],
})

export const plan = defineRecord({
  id: 'care-homes.plan',
  title: { zh: '医疗照护计划', en: 'Plan of medical care' },
  description: {
    zh: '入住老人的一份医疗照护计划，有效半年',
    en: 'What medical care somebody in a home gets, for half a year',
  },
  table: tables.plans,
  happenedOn: { zh: '制定日期', en: 'Made on' },
  states: { made: { zh: '已制定', en: 'Made' } },
  fields: {
    stay: field('入住', 'Stay', STAY),
    needs: field('照护重点', 'Needs', { values: codes.needs }),
    goals: field('目标和措施', 'Goals and measures'),
    doctor: field('制定医生', 'Made by'),
    validUntil: field('有效期至', 'Valid until'),
  },
  list: ['person', 'division', 'happenedOn', 'needs', 'validUntil', 'doctor'],
})

export const round = defineRecord({
  id: 'care-homes.round',
  title: { zh: '养老机构巡诊', en: 'Round in a home' },
  description: {
    zh: '医务人员在养老机构对一名老人的一次巡诊，需要时转诊并追踪结果',
    en: 'One person seen on a round, referred where needed, with the result',
  },
  table: tables.rounds,
  happenedOn: { zh: '巡诊日期', en: 'Seen on' },
  states: {
    recorded: { zh: '已记录', en: 'Recorded' },
    referred: { zh: '已转诊，待反馈', en: 'Referred' },
    back: { zh: '转诊已反馈', en: 'Result known' },
  },
  photos: true,
  fields: {
    stay: field('入住', 'Stay', STAY),
    services: field('服务内容', 'Services', { values: codes.services }),
    systolic: field('收缩压', 'Systolic', unit('mmHg')),
    diastolic: field('舒张压', 'Diastolic', unit('mmHg')),
    glucose: field('末梢血糖', 'Glucose', unit('mmol/L')),
    finding: field('病情', 'Finding'),
    advice: field('处理和指导', 'Advice'),
    doctor: field('巡诊医生', 'Doctor'),
    referredTo: field('转诊机构及科室', 'Referred to'),
    referralReason: field('转诊原因', 'Why referred'),
    result: field('转诊结果', 'Result'),
    resultOn: field('反馈日期', 'Known on'),
    dueOn: field('下次巡诊最迟', 'Next round by'),
  },
  list: ['person', 'division', 'happenedOn', 'systolic', 'diastolic', 'glucose', 'finding', 'referredTo', 'state'],
  trend: [{ field: 'systolic' }, { field: 'diastolic' }],
})
