import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { techniqueKinds, zones } from './capability.ts'
import { stageTitles, techniques } from './child-stages.ts'
import { constitutions, guidanceKinds } from './constitution.ts'
import * as tables from './tables.ts'

const recorded = { recorded: { zh: '已记录', en: 'Recorded' } }

export const constitutionSurvey = defineRecord({
  id: 'traditional-chinese-medicine.constitution',
  title: { zh: '老年人体质辨识', en: 'Constitution of an older person' },
  description: {
    zh: '33项体质问卷一份，体质由系统按规范判定，并给予保健指导',
    en: 'One questionnaire of 33 items; the constitution follows from the norm, with guidance',
  },
  table: tables.constitutionSurveys,
  happenedOn: { zh: '辨识日期', en: 'Asked on' },
  states: recorded,
  photos: true,
  fields: {
    main: { title: { zh: '主要体质', en: 'Main constitution' }, values: constitutions },
    found: { title: { zh: '判定体质', en: 'Found' }, values: constitutions },
    tendencies: { title: { zh: '倾向体质', en: 'Tendencies' }, values: constitutions },
    guidance: { title: { zh: '保健指导', en: 'Guidance' }, values: guidanceKinds },
    advice: { title: { zh: '指导意见', en: 'Advice' } },
    doctor: { title: { zh: '医生', en: 'Doctor' } },
  },
  list: ['person', 'division', 'happenedOn', 'main', 'tendencies', 'guidance'],
  filters: ['main'],
  overview: ['main', 'tendencies'],
})

export const childService = defineRecord({
  id: 'traditional-chinese-medicine.child-service',
  title: { zh: '儿童中医药健康管理', en: 'TCM service for a child' },
  description: {
    zh: '6至36月龄儿童的一次中医药服务：起居饮食指导和传授手法',
    en: 'One service for a child of 6 to 36 months: guidance and a technique taught to the parents',
  },
  table: tables.childServices,
  happenedOn: { zh: '服务日期', en: 'Served on' },
  states: recorded,
  photos: true,
  fields: {
    stage: { title: { zh: '月龄', en: 'Stage' }, values: stageTitles },
    technique: { title: { zh: '传授手法', en: 'Technique taught' }, values: techniques },
    livingGuided: { title: { zh: '起居饮食指导', en: 'Guidance on living and diet' } },
    nextOn: { title: { zh: '下次服务', en: 'Next service' } },
    doctor: { title: { zh: '医生', en: 'Doctor' } },
  },
  list: ['person', 'division', 'happenedOn', 'stage', 'technique', 'nextOn'],
  filters: ['stage'],
})

export const capability = defineRecord({
  id: 'traditional-chinese-medicine.capability',
  title: { zh: '机构中医药服务能力', en: 'TCM capability of an institution' },
  description: {
    zh: '一家机构自某日起的中医馆（阁）、适宜技术、人员和中药饮片',
    en: 'What an institution offers from a day on: zone, techniques, staff, prepared medicines',
  },
  table: tables.capabilities,
  happenedOn: { zh: '起始日期', en: 'From' },
  states: { current: { zh: '现行', en: 'Current' }, past: { zh: '已更新', en: 'Superseded' } },
  fields: {
    zone: { title: { zh: '中医综合服务区', en: 'Zone' }, values: zones },
    techniques: { title: { zh: '开展的适宜技术', en: 'Techniques' }, values: techniqueKinds },
    kinds: { title: { zh: '技术类别数', en: 'Kinds of techniques' } },
    practitioners: { title: { zh: '中医类别医师', en: 'Practitioners' }, unit: { zh: '人', en: 'people' } },
    dispensary: { title: { zh: '能提供中药饮片', en: 'Prepared medicines' } },
    endedOn: { title: { zh: '终止日期', en: 'Until' } },
  },
  list: ['institution', 'division', 'happenedOn', 'zone', 'kinds', 'practitioners', 'dispensary', 'state'],
  filters: ['zone'],
})
