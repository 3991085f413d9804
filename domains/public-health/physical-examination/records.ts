import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { findings, stations } from './codes.ts'
import { examinedGroups } from './groups.ts'
import { items } from './items.ts'
import { flags } from './ranges.ts'
import * as tables from './tables.ts'

const itemTitles = Object.fromEntries(Object.entries(items).map(([id, { title }]) => [id, title]))

export const campaign = defineRecord({
  id: 'physical-examination.campaign',
  title: { zh: '集中体检批次', en: 'Examination campaign' },
  description: {
    zh: '一次集中体检：体检车或体检点、起止日期、召集人群',
    en: 'One campaign of examinations: vehicle, days, and who is called',
  },
  table: tables.campaigns,
  happenedOn: { zh: '制定日期', en: 'Set up on' },
  states: { open: { zh: '进行中', en: 'Open' }, closed: { zh: '已结束', en: 'Closed' } },
  fields: {
    title: { title: { zh: '名称', en: 'Name' } },
    vehicle: { title: { zh: '体检车（点）', en: 'Vehicle' } },
    startsOn: { title: { zh: '开始日期', en: 'From' } },
    endsOn: { title: { zh: '结束日期', en: 'Until' } },
    groups: { title: { zh: '召集人群', en: 'Called' }, values: examinedGroups },
  },
  list: ['title', 'vehicle', 'startsOn', 'endsOn', 'institution', 'state'],
  board: ['physical-examination.stop'],
})

export const stop = defineRecord({
  id: 'physical-examination.stop',
  title: { zh: '体检站点', en: 'Stop' },
  description: {
    zh: '体检车某日到某村，以及当日应检名单',
    en: 'The vehicle’s day in a village, with the list of the day',
  },
  table: tables.stops,
  happenedOn: { zh: '排定日期', en: 'Planned on' },
  states: {
    planned: { zh: '已排定', en: 'Planned' },
    listed: { zh: '名单已生成', en: 'List drawn up' },
    done: { zh: '已完成', en: 'Done' },
  },
  fields: {
    campaign: { title: { zh: '批次', en: 'Campaign' }, refersTo: 'record:physical-examination.campaign' },
    visitsOn: { title: { zh: '体检日期', en: 'Day' } },
    village: { title: { zh: '村（社区）', en: 'Village' }, refersTo: 'division' },
    meetingPlace: { title: { zh: '集合地点', en: 'Meeting place' } },
    called: { title: { zh: '名单人数', en: 'On the list' } },
  },
  list: ['visitsOn', 'village', 'meetingPlace', 'campaign', 'called', 'state'],
  filters: ['campaign', 'visitsOn'],
  board: ['physical-examination.attendance'],
})

export const attendance = defineRecord({
  id: 'physical-examination.attendance',
  title: { zh: '体检登记', en: 'Attendance' },
  description: {
    zh: '一名应检或到检的居民：条码、完成的项目、结果反馈',
    en: 'One resident called or come: barcode, stations done, feedback',
  },
  table: tables.attendances,
  happenedOn: { zh: '登记日期', en: 'Called or come on' },
  states: {
    called: { zh: '应检', en: 'Called' },
    arrived: { zh: '已到检', en: 'Come' },
    reported: { zh: '已反馈', en: 'Reported' },
  },
  fields: {
    stop: { title: { zh: '站点', en: 'Stop' }, refersTo: 'record:physical-examination.stop' },
    campaign: { title: { zh: '批次', en: 'Campaign' }, refersTo: 'record:physical-examination.campaign' },
    listNumber: { title: { zh: '名单序号', en: 'On the list' }, plain: true },
    household: { title: { zh: '户（小组）', en: 'Household' }, masked: 'name' },
    groups: { title: { zh: '应检类别', en: 'Called as' }, values: examinedGroups },
    barcode: { title: { zh: '样本条码', en: 'Barcode' } },
    stations: { title: { zh: '已完成项目', en: 'Stations done' }, values: stations },
    examination: { title: { zh: '健康体检表', en: 'Examination form' }, refersTo: 'record:health-record.examination' },
    finding: { title: { zh: '体检结论', en: 'Conclusion' }, values: findings },
    reportedOn: { title: { zh: '反馈日期', en: 'Reported on' } },
    advice: { title: { zh: '健康建议', en: 'Advice' } },
  },
  list: ['listNumber', 'person', 'household', 'groups', 'barcode', 'stations', 'finding', 'happenedOn', 'state'],
  filters: ['stop', 'barcode', 'finding'],
  board: ['physical-examination.result'],
})

export const result = defineRecord({
  id: 'physical-examination.result',
  title: { zh: '检验结果', en: 'Laboratory result' },
  description: {
    zh: '分析仪或手工录入的一项检验结果，按参考区间和危急值判断',
    en: 'One result of an analyser or by hand, judged by reference range and critical values',
  },
  table: tables.results,
  happenedOn: { zh: '检测日期', en: 'Measured on' },
  states: {
    judged: { zh: '已判定', en: 'Judged' },
    'to-notify': { zh: '危急待通知', en: 'Critical, to be told' },
    notified: { zh: '危急已通知', en: 'Critical, told' },
  },
  fields: {
    attendance: { title: { zh: '体检登记', en: 'Attendance' }, refersTo: 'record:physical-examination.attendance' },
    item: { title: { zh: '项目', en: 'Item' }, values: itemTitles },
    value: { title: { zh: '结果', en: 'Value' } },
    degree: { title: { zh: '定性结果', en: 'Degree' } },
    low: { title: { zh: '参考下限', en: 'Low' } },
    high: { title: { zh: '参考上限', en: 'High' } },
    flag: { title: { zh: '提示', en: 'Flag' }, values: flags },
    sample: { title: { zh: '样本号', en: 'Sample' } },
    measuredAt: { title: { zh: '检测时间', en: 'Measured at' } },
    original: { title: { zh: '原始结果', en: 'As written' } },
    device: { title: { zh: '仪器', en: 'Device' } },
    notifyBy: { title: { zh: '通知时限', en: 'To be told by' } },
    notifiedAt: { title: { zh: '通知时间', en: 'Told at' } },
    notifiedWhom: { title: { zh: '通知对象', en: 'Told whom' } },
    handling: { title: { zh: '处理', en: 'Handling' } },
  },
  list: ['person', 'item', 'value', 'degree', 'low', 'high', 'flag', 'measuredAt', 'state'],
  filters: ['item', 'flag', 'attendance', 'sample'],
})
