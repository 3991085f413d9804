import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { doseTitles } from '../codes.ts'
import { consents, reactions, reminders } from './codes.ts'
import { findings } from './pre-check.ts'
import * as tables from './tables.ts'

const heldOn = { title: { zh: '门诊日', en: 'Session day' } }
const sessionField = { title: { zh: '接种门诊', en: 'Session' }, refersTo: 'record:immunization.session' } as const

export const session = defineRecord({
  id: 'immunization.session',
  title: { zh: '接种门诊日', en: 'Vaccination session' },
  description: { zh: '一个接种单位的一个门诊日：时段和容量', en: 'One session day of a clinic: slots and capacity' },
  table: tables.sessions,
  states: {
    open: { zh: '开放', en: 'Open' },
    closed: { zh: '已结束', en: 'Closed' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  happenedOn: { zh: '排定日期', en: 'Planned on' },
  fields: {
    heldOn,
    opensAt: { title: { zh: '开始', en: 'Opens' } },
    closesAt: { title: { zh: '结束', en: 'Closes' } },
    slotMinutes: { title: { zh: '每时段', en: 'Slot' }, unit: { zh: '分钟', en: 'min' } },
    slotCapacity: { title: { zh: '每时段人数', en: 'Children per slot' }, unit: { zh: '人', en: 'children' } },
    cancelReason: { title: { zh: '取消原因', en: 'Reason' } },
  },
  filters: ['heldOn'],
  board: ['immunization.visit', 'immunization.appointment'],
  list: ['heldOn', 'institution', 'opensAt', 'closesAt', 'slotMinutes', 'slotCapacity', 'state'],
})

export const appointment = defineRecord({
  id: 'immunization.appointment',
  title: { zh: '接种预约', en: 'Vaccination appointment' },
  description: { zh: '一名儿童预约一个门诊日的一个时段', en: 'A child booked into a slot of a session' },
  table: tables.appointments,
  states: {
    booked: { zh: '已预约', en: 'Booked' },
    arrived: { zh: '已到诊', en: 'Came' },
    missed: { zh: '爽约', en: 'Missed' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
    rebooked: { zh: '已改约', en: 'Booked again' },
  },
  happenedOn: { zh: '预约日期', en: 'Booked on' },
  fields: {
    session: sessionField,
    heldOn,
    slot: { title: { zh: '时段', en: 'Slot' } },
    doses: { title: { zh: '应种剂次', en: 'Doses due' }, values: doseTitles },
    remindedAt: { title: { zh: '提醒时间', en: 'Reminded at' } },
    remindedBy: { title: { zh: '提醒方式', en: 'Reminded by' }, values: reminders },
    cancelReason: { title: { zh: '取消原因', en: 'Reason' } },
  },
  filters: ['heldOn', 'session'],
  list: ['person', 'division', 'heldOn', 'slot', 'doses', 'remindedAt', 'state'],
})

export const visit = defineRecord({
  id: 'immunization.visit',
  title: { zh: '接种就诊', en: 'Vaccination visit' },
  description: { zh: '一名儿童当天的登记、预检、接种和留观', en: 'Desk, pre-check, dose and observation of one child' },
  table: tables.visits,
  states: {
    registered: { zh: '候预检', en: 'Waits for pre-check' },
    checked: { zh: '候接种', en: 'Waits for the dose' },
    observing: { zh: '留观中', en: 'Under observation' },
    left: { zh: '已离开', en: 'Left' },
    deferred: { zh: '暂缓接种', en: 'Deferred' },
    gone: { zh: '未种离开', en: 'Left without a dose' },
  },
  happenedOn: { zh: '就诊日期', en: 'Day' },
  fields: {
    session: sessionField,
    appointment: { title: { zh: '预约', en: 'Appointment' }, refersTo: 'record:immunization.appointment' },
    number: { title: { zh: '排队号', en: 'Number' }, plain: true },
    arrivedAt: { title: { zh: '到诊时间', en: 'Came at' } },
    calledAt: { title: { zh: '叫号时间', en: 'Called at' } },
    passedOver: { title: { zh: '过号次数', en: 'Passed over' } },
    temperature: { title: { zh: '体温', en: 'Temperature' }, unit: { zh: '℃', en: '°C' } },
    findings: { title: { zh: '预检发现', en: 'Found at pre-check' }, values: findings },
    assessment: { title: { zh: '医生判断', en: 'Doctor’s judgement' } },
    consentBy: { title: { zh: '知情同意签字', en: 'Consent signed by' }, values: consents },
    deferUntil: { title: { zh: '暂缓至', en: 'Deferred until' } },
    withoutDose: { title: { zh: '未接种原因', en: 'Why nothing was given' } },
    doses: { title: { zh: '接种剂次', en: 'Doses given' }, unit: { zh: '剂次', en: 'doses' } },
    observedFrom: { title: { zh: '留观开始', en: 'Observed from' } },
    observeUntil: { title: { zh: '留观至', en: 'To stay until' } },
    leftAt: { title: { zh: '离开时间', en: 'Left at' } },
    leftEarly: { title: { zh: '提前离开原因', en: 'Why before the time' } },
    reaction: { title: { zh: '留观反应', en: 'Reaction' }, values: reactions },
  },
  filters: ['session'],
  list: ['number', 'person', 'arrivedAt', 'temperature', 'doses', 'observeUntil', 'leftAt', 'happenedOn', 'state'],
})
