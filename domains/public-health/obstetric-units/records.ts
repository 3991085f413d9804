import { defineRecord, type FieldDefinition } from '@kangheng/kernel/record/define-record.ts'
import * as codes from './codes.ts'
import * as tables from './tables.ts'

const field = (zh: string, en: string, more: Omit<FieldDefinition, 'title'> = {}): FieldDefinition => ({
  title: { zh, en },
  ...more,
})
const states = {
  valid: { zh: '有效', en: 'Valid' },
  renewed: { zh: '已换证', en: 'Renewed' },
  ended: { zh: '已注销', en: 'Ended' },
}
const permission = {
  number: field('证书编号', 'Number'),
  items: field('服务项目', 'Items', { values: codes.items }),
  validUntil: field('有效期至', 'Valid until'),
  renewFrom: field('可换证日期', 'Renewable from'),
  endedOn: field('注销日期', 'Ended on'),
  endReason: field('注销原因', 'Why ended'),
}

export const permit = defineRecord({
  id: 'obstetric-units.permit',
  title: { zh: '母婴保健技术服务执业许可', en: 'Permit of maternal and child care techniques' },
  description: {
    zh: '一个机构的执业许可：项目、有效期3年、换证',
    en: 'What an institution is permitted, for three years, and its renewal',
  },
  table: tables.permits,
  happenedOn: { zh: '发证日期', en: 'Valid from' },
  states,
  fields: {
    ...permission,
    authority: field('发证机关', 'Authority', { values: codes.authorities }),
    head: field('负责人', 'Head'),
  },
  list: ['institution', 'number', 'items', 'happenedOn', 'validUntil', 'state'],
})

export const certificate = defineRecord({
  id: 'obstetric-units.certificate',
  title: { zh: '母婴保健技术考核合格证', en: 'Certificate of staff' },
  description: {
    zh: '一名技术人员的合格证：项目、所在机构、有效期',
    en: 'What a member of staff is certified for, where, and until when',
  },
  table: tables.staff,
  happenedOn: { zh: '发证日期', en: 'Valid from' },
  states,
  fields: {
    name: field('姓名', 'Name'),
    profession: field('专业', 'Profession', { values: codes.professions }),
    ...permission,
  },
  list: ['name', 'institution', 'profession', 'number', 'items', 'happenedOn', 'validUntil', 'state'],
})

export const finding = defineRecord({
  id: 'obstetric-units.finding',
  title: { zh: '产科执业问题', en: 'Finding at an obstetric unit' },
  description: {
    zh: '助产机构或人员无有效许可开展分娩：系统每日核对产生，机构整改，主管股室销号',
    en: 'Deliveries without a valid permit or certified staff: raised every day, answered by the unit, closed by the bureau',
  },
  table: tables.findings,
  happenedOn: { zh: '发现日期', en: 'Found on' },
  states: {
    open: { zh: '待整改', en: 'Open' },
    answered: { zh: '已整改，待核查', en: 'Answered' },
    closed: { zh: '已销号', en: 'Closed' },
  },
  fields: {
    kind: field('问题', 'What', { values: codes.findingKinds }),
    deliveries: field('涉及分娩', 'Deliveries', { unit: { zh: '例', en: 'deliveries' } }),
    since: field('首例日期', 'First'),
    until: field('末例日期', 'Last'),
    answerBy: field('整改期限', 'Answer by'),
    answer: field('整改情况', 'Answer'),
    answeredOn: field('整改日期', 'Answered on'),
    closedOn: field('销号日期', 'Closed on'),
    conclusion: field('核查结论', 'Conclusion'),
  },
  list: ['institution', 'kind', 'deliveries', 'since', 'until', 'answerBy', 'happenedOn', 'state'],
})

export const drill = defineRecord({
  id: 'obstetric-units.drill',
  title: { zh: '产科急救演练', en: 'Obstetric drill' },
  description: { zh: '一次产科急救演练及改进', en: 'A drill of an obstetric emergency, and what it changed' },
  table: tables.drills,
  happenedOn: { zh: '演练日期', en: 'Held on' },
  states: { held: { zh: '已演练', en: 'Held' } },
  fields: {
    scenario: field('演练内容', 'Scenario', { values: codes.scenarios }),
    participants: field('参加人数', 'Participants', { unit: { zh: '人', en: 'people' } }),
    minutes: field('用时', 'Took', { unit: { zh: '分钟', en: 'min' } }),
    problems: field('存在问题', 'Problems'),
    improvements: field('改进措施', 'Improvements'),
  },
  list: ['institution', 'happenedOn', 'scenario', 'participants', 'minutes', 'problems'],
})

export const rescue = defineRecord({
  id: 'obstetric-units.rescue',
  title: { zh: '孕产妇急救绿色通道', en: 'Obstetric rescue' },
  description: {
    zh: '一次危急重症孕产妇的呼叫、转运、接收',
    en: 'A critical case called for, moved and received',
  },
  table: tables.rescues,
  happenedOn: { zh: '日期', en: 'Day' },
  states: { called: { zh: '转运中', en: 'On the way' }, received: { zh: '已接收', en: 'Received' } },
  follows: 'person',
  fields: {
    reason: field('急救原因', 'Reason', { values: codes.scenarios }),
    receivedBy: field('接收机构', 'Received by', { refersTo: 'institution' }),
    calledAt: field('呼叫时间', 'Called at'),
    receivedAt: field('接收时间', 'Received at'),
    minutes: field('历时', 'Took', { unit: { zh: '分钟', en: 'min' } }),
    outcome: field('结果', 'Outcome', { values: codes.rescueOutcomes }),
    note: field('说明', 'Note'),
  },
  list: ['person', 'institution', 'happenedOn', 'reason', 'receivedBy', 'minutes', 'outcome', 'state'],
})
