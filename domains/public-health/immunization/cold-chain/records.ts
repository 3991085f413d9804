import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import * as tables from './tables.ts'

const degrees = { zh: '℃', en: '°C' }
const minutes = { zh: '分钟', en: 'min' }
const equipmentField = { title: { zh: '设备', en: 'Equipment' }, refersTo: 'record:immunization.equipment' } as const

export const kinds = {
  refrigerator: { zh: '医用冰箱', en: 'Refrigerator' },
  'cold-room': { zh: '冷库', en: 'Cold room' },
  'cold-box': { zh: '冷藏箱', en: 'Cold box' },
  vehicle: { zh: '冷藏车', en: 'Refrigerated vehicle' },
} as const

export const alarmKinds = {
  warm: { zh: '高于8℃', en: 'Above 8 °C' },
  cold: { zh: '低于2℃', en: 'Below 2 °C' },
} as const

export const equipment = defineRecord({
  id: 'immunization.equipment',
  title: { zh: '冷链设备', en: 'Cold chain equipment' },
  description: { zh: '储存疫苗的冰箱、冷藏箱和它的温度记录仪', en: 'What keeps vaccine cold, and its logger' },
  table: tables.equipment,
  states: { 'in-use': { zh: '在用', en: 'In use' }, retired: { zh: '停用', en: 'Retired' } },
  happenedOn: { zh: '启用日期', en: 'In use since' },
  fields: {
    name: { title: { zh: '名称', en: 'Name' } },
    code: { title: { zh: '设备编号', en: 'Code' } },
    kind: { title: { zh: '类别', en: 'Kind' }, values: kinds },
    logger: { title: { zh: '温度记录仪编号', en: 'Logger' } },
    endedOn: { title: { zh: '停用日期', en: 'Retired on' } },
  },
  board: ['immunization.cold-alarm', 'immunization.temperature', 'immunization.lot'],
  list: ['name', 'code', 'kind', 'logger', 'institution', 'happenedOn', 'state'],
})

export const temperature = defineRecord({
  id: 'immunization.temperature',
  title: { zh: '冷链温度', en: 'Temperature of a day' },
  description: { zh: '一台设备一天的温度记录和汇总', en: 'One day of one piece of equipment' },
  table: tables.temperatures,
  states: { kept: { zh: '已记录', en: 'Kept' } },
  happenedOn: { zh: '日期', en: 'Day' },
  fields: {
    equipment: equipmentField,
    readings: { title: { zh: '读数', en: 'Readings' } },
    count: { title: { zh: '读数次数', en: 'Readings' } },
    lowest: { title: { zh: '最低', en: 'Lowest' }, unit: degrees },
    highest: { title: { zh: '最高', en: 'Highest' }, unit: degrees },
    mean: { title: { zh: '平均', en: 'Mean' }, unit: degrees },
    minutesOut: { title: { zh: '超温', en: 'Out of range' }, unit: minutes },
    complete: { title: { zh: '监测完整', en: 'Complete' } },
  },
  filters: ['equipment'],
  list: ['equipment', 'happenedOn', 'count', 'lowest', 'highest', 'mean', 'minutesOut', 'complete', 'institution'],
})

export const coldAlarm = defineRecord({
  id: 'immunization.cold-alarm',
  title: { zh: '冷链报警', en: 'Cold chain alarm' },
  description: { zh: '设备温度超出2—8℃及其处置', en: 'Equipment outside 2–8 °C, and what was done' },
  table: tables.coldAlarms,
  states: {
    raised: { zh: '已报警', en: 'Raised' },
    acknowledged: { zh: '已确认', en: 'Acknowledged' },
    resolved: { zh: '已处置', en: 'Resolved' },
  },
  happenedOn: { zh: '发生日期', en: 'Day' },
  fields: {
    equipment: equipmentField,
    kind: { title: { zh: '类别', en: 'Kind' }, values: alarmKinds },
    startedAt: { title: { zh: '开始', en: 'Began' } },
    raisedAt: { title: { zh: '报警时间', en: 'Raised at' } },
    endedAt: { title: { zh: '恢复', en: 'Back in range' } },
    extreme: { title: { zh: '极值', en: 'Worst' }, unit: degrees },
    lots: { title: { zh: '封存批次', en: 'Lots set aside' } },
    acknowledgedAt: { title: { zh: '确认时间', en: 'Acknowledged at' } },
    timely: { title: { zh: '及时确认', en: 'Acknowledged in time' } },
    resolvedAt: { title: { zh: '处置时间', en: 'Resolved at' } },
    cause: { title: { zh: '原因', en: 'Cause' } },
    measures: { title: { zh: '处置措施', en: 'Measures' } },
  },
  filters: ['equipment'],
  list: ['equipment', 'kind', 'startedAt', 'endedAt', 'extreme', 'lots', 'acknowledgedAt', 'institution', 'state'],
})
