import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import {
  causes,
  dispositions,
  findings,
  illnessClasses,
  monitoredKinds,
  otherReasons,
  outcomes,
  standings,
  visitPurposes,
} from './codes.ts'
import { diseases } from './diseases.ts'
import {
  reliefEntries,
  reliefHouseholds,
  reliefIllnesses,
  reliefLinks,
  reliefTreatments,
  reliefVisits,
} from './tables.ts'

const yuan = { zh: '元', en: 'yuan' }
const householdField = {
  title: { zh: '帮扶户', en: 'Household' },
  refersTo: 'record:poverty-relief.household',
} as const

export const reliefHousehold = defineRecord({
  id: 'poverty-relief.household',
  title: { zh: '脱贫户和监测户', en: 'Household on the register' },
  description: { zh: '名册中的一户，及其致贫原因', en: 'A household on the register, with the causes of its poverty' },
  table: reliefHouseholds,
  states: { listed: { zh: '在册', en: 'Listed' }, removed: { zh: '已移出', en: 'Removed' } },
  happenedOn: { zh: '建档日期', en: 'Registered on' },
  fields: {
    household: { title: { zh: '居民户', en: 'Resident household' } },
    number: { title: { zh: '户编号', en: 'Number' } },
    headName: { title: { zh: '户主', en: 'Head' }, masked: 'name' },
    standing: { title: { zh: '类别', en: 'Standing' }, values: standings },
    monitoredAs: { title: { zh: '监测类型', en: 'Monitored as' }, values: monitoredKinds },
    causes: { title: { zh: '致贫原因', en: 'Causes' }, values: causes },
    removedOn: { title: { zh: '移出日期', en: 'Removed on' } },
  },
  list: ['number', 'headName', 'division', 'standing', 'monitoredAs', 'happenedOn', 'state'],
})

export const reliefEntry = defineRecord({
  id: 'poverty-relief.entry',
  title: { zh: '脱贫人口和监测对象名单', en: 'Entry of the register' },
  description: {
    zh: '名册中的一人；不应签约的逐条说明原因',
    en: 'A person on the register; who is not due for a contract is explained one by one',
  },
  table: reliefEntries,
  follows: 'person',
  states: {
    due: { zh: '应签约', en: 'Due for a contract' },
    'not-due': { zh: '不应签约', en: 'Not due' },
    removed: { zh: '已移出', en: 'Removed' },
  },
  happenedOn: { zh: '纳入日期', en: 'Entered on' },
  fields: {
    reliefHousehold: householdField,
    standing: { title: { zh: '类别', en: 'Standing' }, values: standings },
    disposition: { title: { zh: '不应签约类型', en: 'Why not due' }, values: dispositions },
    dispositionOn: { title: { zh: '核实日期', en: 'Explained on' } },
    reason: { title: { zh: '具体原因', en: 'Reason' }, values: otherReasons },
    note: { title: { zh: '说明', en: 'Note' } },
    duplicateOf: { title: { zh: '重复于', en: 'Duplicate of' }, refersTo: 'record:poverty-relief.entry' },
    removedOn: { title: { zh: '移出日期', en: 'Removed on' } },
  },
  list: ['person', 'division', 'standing', 'happenedOn', 'disposition', 'dispositionOn', 'state'],
})

export const reliefIllness = defineRecord({
  id: 'poverty-relief.illness',
  title: { zh: '患病核实', en: 'Verified illness' },
  description: {
    zh: '名册人员经核实的一种疾病及分类',
    en: 'A verified illness of a person on the register, with its class',
  },
  table: reliefIllnesses,
  follows: 'person',
  // Mental disorder and AIDS are among the diseases: the journal's readers are not told.
  confidential: true,
  states: { verified: { zh: '已核实', en: 'Verified' }, ended: { zh: '已结束', en: 'Ended' } },
  happenedOn: { zh: '核实日期', en: 'Verified on' },
  fields: {
    disease: { title: { zh: '疾病', en: 'Disease' }, values: diseases },
    class: { title: { zh: '分类', en: 'Class' }, values: illnessClasses },
    foundBy: { title: { zh: '核实方式', en: 'Verified by' }, values: findings },
    endedOn: { title: { zh: '结束日期', en: 'Ended on' } },
  },
  list: ['person', 'division', 'disease', 'class', 'foundBy', 'happenedOn', 'state'],
})

export const reliefTreatment = defineRecord({
  id: 'poverty-relief.treatment',
  title: { zh: '大病专项救治', en: 'Special treatment' },
  description: {
    zh: '一名患者在定点医院的专项救治及费用',
    en: 'Special treatment of a patient at a designated hospital, with its costs',
  },
  table: reliefTreatments,
  confidential: true,
  states: {
    enrolled: { zh: '已建档', en: 'Enrolled' },
    treated: { zh: '已救治', en: 'Treated' },
    closed: { zh: '已结案', en: 'Closed' },
  },
  happenedOn: { zh: '建档日期', en: 'Enrolled on' },
  fields: {
    illness: { title: { zh: '患病核实', en: 'Illness' }, refersTo: 'record:poverty-relief.illness' },
    disease: { title: { zh: '疾病', en: 'Disease' }, values: diseases },
    hospital: { title: { zh: '定点医院', en: 'Hospital' }, refersTo: 'institution' },
    treatedOn: { title: { zh: '救治日期', en: 'Treated on' } },
    closedOn: { title: { zh: '结案日期', en: 'Closed on' } },
    outcome: { title: { zh: '转归', en: 'Outcome' }, values: outcomes },
    totalCost: { title: { zh: '总费用', en: 'Total cost' }, unit: yuan },
    insurancePaid: { title: { zh: '医保报销', en: 'Paid by insurance' }, unit: yuan },
    aidPaid: { title: { zh: '救助资金', en: 'Paid by aid funds' }, unit: yuan },
  },
  list: ['person', 'division', 'disease', 'hospital', 'happenedOn', 'treatedOn', 'state'],
})

export const reliefLink = defineRecord({
  id: 'poverty-relief.link',
  title: { zh: '结对帮扶', en: 'Linked official' },
  description: { zh: '一名干部与一户的结对', en: 'An official linked to a household' },
  table: reliefLinks,
  states: { linked: { zh: '结对中', en: 'Linked' }, ended: { zh: '已结束', en: 'Ended' } },
  happenedOn: { zh: '结对日期', en: 'Linked on' },
  fields: {
    reliefHousehold: householdField,
    official: { title: { zh: '帮扶干部', en: 'Official' } },
    unit: { title: { zh: '单位', en: 'Unit' } },
    account: { title: { zh: '登录账号', en: 'Account' }, refersTo: 'account' },
    endsOn: { title: { zh: '结束日期', en: 'Ended on' } },
  },
  list: ['reliefHousehold', 'division', 'official', 'unit', 'happenedOn', 'state'],
})

export const reliefVisit = defineRecord({
  id: 'poverty-relief.visit',
  title: { zh: '走访帮扶', en: 'Support visit' },
  description: { zh: '一次入户走访', en: 'One visit to a household' },
  table: reliefVisits,
  states: { made: { zh: '已走访', en: 'Made' } },
  happenedOn: { zh: '走访日期', en: 'Visited on' },
  fields: {
    reliefHousehold: householdField,
    official: { title: { zh: '走访人', en: 'By' } },
    purpose: { title: { zh: '走访内容', en: 'Purpose' }, values: visitPurposes },
    aid: { title: { zh: '慰问金（物）', en: 'Aid' }, unit: yuan },
    note: { title: { zh: '情况', en: 'Note' } },
  },
  list: ['reliefHousehold', 'division', 'official', 'purpose', 'aid', 'happenedOn'],
})
