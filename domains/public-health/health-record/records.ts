import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import * as codes from './basic-form.ts'
import { closeReasons, examCodes, media, useKinds } from './codes.ts'
import { residentGroups } from './groups.ts'
import * as tables from './tables.ts'

const unit = (zh: string, en = zh) => ({ zh, en })
const registered = { recorded: { zh: '已记录', en: 'Recorded' } }

export const healthRecord = defineRecord({
  id: 'health-record.record',
  title: { zh: '居民健康档案', en: 'Resident health record' },
  description: { zh: '一名居民一份的健康档案封面', en: 'The cover of a resident’s health record, one per person' },
  table: tables.healthRecords,
  happenedOn: { zh: '建档日期', en: 'Opened on' },
  states: { open: { zh: '使用中', en: 'Open' }, closed: { zh: '已终止', en: 'Closed' } },
  follows: 'person',
  onePerPerson: ['open'],
  fields: {
    number: { title: { zh: '档案编号', en: 'Record number' } },
    medium: { title: { zh: '介质', en: 'Medium' }, values: media },
    group: { title: { zh: '建档时人群', en: 'Group when opened' }, values: residentGroups },
    responsibleDoctor: { title: { zh: '责任医生', en: 'Responsible doctor' } },
    contactName: { title: { zh: '联系人', en: 'Contact' }, masked: 'name' },
    contactRelation: { title: { zh: '联系人与本人关系', en: 'Relation of the contact' } },
    compliantSince: { title: { zh: '规范日期', en: 'Compliant since' } },
    closedOn: { title: { zh: '终止日期', en: 'Closed on' } },
    closeReason: { title: { zh: '终止原因', en: 'Reason for closing' }, values: closeReasons },
  },
  list: ['number', 'person', 'happenedOn', 'group', 'responsibleDoctor', 'compliantSince', 'state'],
})

export const basicForm = defineRecord({
  id: 'health-record.basic',
  title: { zh: '个人基本信息表', en: 'Personal basic information' },
  description: {
    zh: '既往史、家族史、过敏史和生活环境，每次填写存一份',
    en: 'History, family history, allergies and living environment; each filling is kept',
  },
  table: tables.basicForms,
  happenedOn: { zh: '填写日期', en: 'Filled in on' },
  states: registered,
  photos: true,
  // Mental disability tells of a mental disorder. Source: 精神卫生法 art. 4 and 23.
  restricted: [{ field: 'disabilities', values: ['mind'], seenWith: 'severe-mental-disorder.patient' }],
  fields: {
    disabilities: { title: { zh: '残疾情况', en: 'Disabilities' }, values: codes.disabilities },
    bloodType: { title: { zh: '血型', en: 'Blood type' }, values: codes.bloodTypes },
    rhesus: { title: { zh: 'RH血型', en: 'Rhesus' }, values: codes.rhesusTypes },
    education: { title: { zh: '文化程度', en: 'Education' }, values: codes.educations },
    occupation: { title: { zh: '职业', en: 'Occupation' }, values: codes.occupations },
    marriage: { title: { zh: '婚姻状况', en: 'Marital status' }, values: codes.marriages },
    otherAllergy: { title: { zh: '其他药物过敏', en: 'Other drug allergy' } },
    hereditary: { title: { zh: '遗传病史', en: 'Hereditary diseases' } },
    kitchenVent: { title: { zh: '厨房排风设施', en: 'Kitchen ventilation' }, values: codes.kitchenVents },
    fuel: { title: { zh: '燃料类型', en: 'Fuel' }, values: codes.fuels },
    water: { title: { zh: '饮水', en: 'Water' }, values: codes.waters },
    toilet: { title: { zh: '厕所', en: 'Toilet' }, values: codes.toilets },
    livestock: { title: { zh: '禽畜栏', en: 'Livestock pen' }, values: codes.livestockPens },
  },
  list: ['person', 'happenedOn', 'bloodType', 'education', 'occupation', 'water', 'toilet'],
})

export const examination = defineRecord({
  id: 'health-record.examination',
  title: { zh: '健康体检', en: 'Health examination' },
  description: { zh: '一次健康体检的主要结果和指导', en: 'The main findings of an examination and the advice given' },
  table: tables.examinations,
  happenedOn: { zh: '体检日期', en: 'Examined on' },
  states: registered,
  photos: true,
  fields: {
    systolicLeft: { title: { zh: '左侧收缩压', en: 'Systolic, left' }, unit: unit('mmHg') },
    diastolicLeft: { title: { zh: '左侧舒张压', en: 'Diastolic, left' }, unit: unit('mmHg') },
    height: { title: { zh: '身高', en: 'Height' }, unit: unit('cm') },
    weight: { title: { zh: '体重', en: 'Weight' }, unit: unit('kg') },
    waist: { title: { zh: '腰围', en: 'Waist' }, unit: unit('cm') },
    bodyMassIndex: { title: { zh: '体质指数', en: 'Body mass index' }, unit: unit('kg/m²') },
    selfCareScore: { title: { zh: '自理能力评分', en: 'Self-care score' }, unit: unit('分', 'points') },
    fastingGlucose: { title: { zh: '空腹血糖', en: 'Fasting glucose' }, unit: unit('mmol/L') },
    exercise: { title: { zh: '锻炼频率', en: 'Exercise' }, values: examCodes.exercise },
    smoking: { title: { zh: '吸烟', en: 'Smoking' }, values: examCodes.smoking },
    drinking: { title: { zh: '饮酒', en: 'Drinking' }, values: examCodes.drinking },
    ecg: { title: { zh: '心电图', en: 'ECG' }, values: examCodes.result },
    ultrasound: { title: { zh: '腹部B超', en: 'Abdominal ultrasound' }, values: examCodes.result },
    abnormalities: { title: { zh: '异常情况', en: 'Abnormal findings' } },
  },
  list: [
    'person',
    'happenedOn',
    'institution',
    'systolicLeft',
    'diastolicLeft',
    'bodyMassIndex',
    'fastingGlucose',
    'abnormalities',
  ],
})

export const recordUse = defineRecord({
  id: 'health-record.use',
  title: { zh: '档案使用', en: 'Use of a record' },
  description: { zh: '写入档案的一次真实服务', en: 'A real service written into the record' },
  table: tables.recordUses,
  happenedOn: { zh: '服务日期', en: 'Served on' },
  states: registered,
  fields: {
    kind: { title: { zh: '服务', en: 'Service' }, values: useKinds },
    note: { title: { zh: '摘要', en: 'Summary' } },
  },
  list: ['person', 'happenedOn', 'institution', 'kind', 'note'],
})

export const healthCard = defineRecord({
  id: 'health-record.card',
  title: { zh: '居民健康卡', en: 'Resident health card' },
  description: { zh: '发给居民的二维码健康卡', en: 'A health card with a QR code, issued to a resident' },
  table: tables.healthCards,
  happenedOn: { zh: '发卡日期', en: 'Issued on' },
  states: { valid: { zh: '有效', en: 'Valid' }, revoked: { zh: '已注销', en: 'Revoked' } },
  onePerPerson: ['valid'],
  fields: {
    number: { title: { zh: '卡号', en: 'Card number' }, masked: 'identity' },
    revokedOn: { title: { zh: '注销日期', en: 'Revoked on' } },
    revokeReason: { title: { zh: '注销原因', en: 'Reason' } },
  },
  list: ['person', 'number', 'happenedOn', 'state', 'revokedOn'],
})
