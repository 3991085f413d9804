import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import {
  doseTitles,
  exclusionKinds,
  forecastReasons,
  routes,
  seriesTitles,
  severities,
  sites,
  vaccineTitles,
} from './codes.ts'
import * as tables from './tables.ts'

const doses = { zh: '剂', en: 'doses' }
const vaccineField = { title: { zh: '疫苗', en: 'Vaccine' }, values: vaccineTitles }
const lotNumber = { title: { zh: '批号', en: 'Lot' } }

export const card = defineRecord({
  id: 'immunization.card',
  title: { zh: '预防接种卡', en: 'Vaccination card' },
  description: { zh: '一人一份的接种卡，带待种计划', en: 'One per person, with what is still to be given' },
  table: tables.cards,
  follows: 'person',
  onePerPerson: ['open'],
  states: { open: { zh: '在册', en: 'Open' } },
  happenedOn: { zh: '建卡日期', en: 'Made on' },
  fields: {
    number: { title: { zh: '接种卡号', en: 'Card number' } },
    wantedFrom: { title: { zh: '下次应种自', en: 'Next due from' } },
  },
  list: ['person', 'division', 'number', 'happenedOn', 'wantedFrom'],
})

export const vaccination = defineRecord({
  id: 'immunization.vaccination',
  title: { zh: '接种记录', en: 'Vaccination' },
  description: { zh: '一个人的一次接种，可追溯到批号', en: 'One dose given to one person, traceable to its lot' },
  table: tables.vaccinations,
  // The clinic of the new home must know the history.
  follows: 'person',
  states: { given: { zh: '已接种', en: 'Given' }, entered: { zh: '补录', en: 'Entered from a book' } },
  happenedOn: { zh: '接种日期', en: 'Given on' },
  fields: {
    vaccine: vaccineField,
    dose: { title: { zh: '计入剂次', en: 'Counts as' }, values: doseTitles },
    secondDose: { title: { zh: '另计入剂次', en: 'Counts as well as' }, values: doseTitles },
    reasons: { title: { zh: '不计剂次的原因', en: 'Why it does not count' }, values: forecastReasons },
    lot: { title: { zh: '库存批次', en: 'Stock' }, refersTo: 'record:immunization.lot' },
    lotNumber,
    manufacturer: { title: { zh: '生产企业', en: 'Manufacturer' } },
    expiresOn: { title: { zh: '有效期至', en: 'Expires on' } },
    site: { title: { zh: '接种部位', en: 'Site' }, values: sites },
    route: { title: { zh: '接种途径', en: 'Route' }, values: routes },
    vaccinator: { title: { zh: '接种人员', en: 'Given by' } },
    within24Hours: { title: { zh: '出生24小时内', en: 'Within 24 hours of birth' } },
    visit: { title: { zh: '接种就诊', en: 'Visit' }, refersTo: 'record:immunization.visit' },
    verified: { title: { zh: '三查七对一验证', en: 'Checked before giving' } },
    despite: { title: { zh: '不计剂次仍接种的理由', en: 'Given although it does not count' } },
  },
  filters: ['vaccine', 'lotNumber'],
  list: ['person', 'division', 'vaccine', 'dose', 'lotNumber', 'institution', 'happenedOn', 'state'],
})

export const exclusion = defineRecord({
  id: 'immunization.exclusion',
  title: { zh: '禁忌、暂缓和拒绝', en: 'Contraindications, deferrals, refusals' },
  description: { zh: '一人在一个系列上不接种的原因', en: 'Why a person is not given a series' },
  table: tables.exclusions,
  follows: 'person',
  states: { open: { zh: '有效', en: 'Holds' }, lifted: { zh: '已解除', en: 'Lifted' } },
  happenedOn: { zh: '登记日期', en: 'Found on' },
  fields: {
    series: { title: { zh: '系列', en: 'Series' }, values: seriesTitles },
    kind: { title: { zh: '类别', en: 'Kind' }, values: exclusionKinds },
    until: { title: { zh: '暂缓至', en: 'Until' } },
    note: { title: { zh: '原因', en: 'Reason' } },
  },
  list: ['person', 'division', 'series', 'kind', 'until', 'happenedOn', 'state'],
})

export const lot = defineRecord({
  id: 'immunization.lot',
  title: { zh: '疫苗批次', en: 'Vaccine lot' },
  description: { zh: '一个接种单位的一批疫苗：收、用、废、停', en: 'One lot in one clinic: received, used, discarded' },
  table: tables.lots,
  states: {
    'in-use': { zh: '可用', en: 'In use' },
    held: { zh: '封存待判', en: 'Set aside' },
    stopped: { zh: '停用', en: 'Stopped' },
  },
  happenedOn: { zh: '入库日期', en: 'Received on' },
  fields: {
    vaccine: vaccineField,
    lotNumber,
    manufacturer: { title: { zh: '生产企业', en: 'Manufacturer' } },
    expiresOn: { title: { zh: '有效期至', en: 'Expires on' } },
    received: { title: { zh: '入库', en: 'Received' }, unit: doses },
    used: { title: { zh: '使用', en: 'Used' }, unit: doses },
    discarded: { title: { zh: '报废', en: 'Discarded' }, unit: doses },
    equipment: { title: { zh: '存放设备', en: 'Kept in' }, refersTo: 'record:immunization.equipment' },
    stoppedOn: { title: { zh: '停用日期', en: 'Stopped on' } },
    stoppedReason: { title: { zh: '停用原因', en: 'Reason' } },
  },
  filters: ['vaccine', 'lotNumber'],
  board: ['immunization.vaccination'],
  list: ['vaccine', 'lotNumber', 'institution', 'expiresOn', 'received', 'used', 'discarded', 'state'],
})

export const adverseEvent = defineRecord({
  id: 'immunization.adverse-event',
  title: { zh: '疑似预防接种异常反应', en: 'Adverse event following immunization' },
  description: { zh: '接种后怀疑与接种有关的反应或事件', en: 'A reaction suspected to be due to a vaccination' },
  table: tables.adverseEvents,
  states: {
    found: { zh: '已发现', en: 'Found' },
    reported: { zh: '已报告', en: 'Reported' },
    closed: { zh: '已结案', en: 'Closed' },
  },
  happenedOn: { zh: '发生日期', en: 'Onset' },
  fields: {
    vaccination: { title: { zh: '接种记录', en: 'Vaccination' }, refersTo: 'record:immunization.vaccination' },
    vaccine: vaccineField,
    lotNumber,
    severity: { title: { zh: '程度', en: 'Severity' }, values: severities },
    symptoms: { title: { zh: '表现', en: 'Symptoms' } },
    foundAt: { title: { zh: '发现时间', en: 'Found at' } },
    reportBy: { title: { zh: '报告时限', en: 'Report by' } },
    reportedAt: { title: { zh: '报告时间', en: 'Reported at' } },
    conclusion: { title: { zh: '结论', en: 'Conclusion' } },
  },
  list: ['person', 'division', 'vaccine', 'lotNumber', 'severity', 'foundAt', 'reportBy', 'state'],
})
