import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { fields as areas } from './rules.ts'
import * as tables from './tables.ts'

const title = (zh: string, en: string) => ({ title: { zh, en } })
const area = { ...title('专业', 'Field'), values: areas }
const SITE = 'record:supervision-assistance.site' as const

export const site = defineRecord({
  id: 'supervision-assistance.site',
  title: { zh: '协管对象', en: 'Site looked after' },
  description: {
    zh: '协管员负责巡查的供水点、学校、医疗机构等',
    en: 'A water supply, school, institution or other place that assistants patrol',
  },
  table: tables.sites,
  happenedOn: { zh: '建档日期', en: 'Listed on' },
  states: { active: { zh: '在册', en: 'Listed' }, closed: { zh: '已注销', en: 'Closed' } },
  photos: true,
  fields: {
    field: area,
    name: title('名称', 'Name'),
    address: title('地址', 'Address'),
    closedOn: title('注销日期', 'Closed on'),
  },
  list: ['name', 'field', 'division', 'address', 'institution', 'state'],
  filters: ['field'],
  board: ['supervision-assistance.patrol', 'supervision-assistance.finding'],
})

export const patrol = defineRecord({
  id: 'supervision-assistance.patrol',
  title: { zh: '协管巡查', en: 'Patrol' },
  description: { zh: '协管员对一个协管对象的一次巡查', en: 'One patrol of an assistant to one site' },
  table: tables.patrols,
  happenedOn: { zh: '巡查日期', en: 'Patrolled on' },
  states: { recorded: { zh: '已记录', en: 'Recorded' } },
  photos: true,
  fields: {
    site: { ...title('协管对象', 'Site'), refersTo: SITE },
    field: area,
    content: title('巡查内容', 'What was looked at'),
    assistant: title('协管员', 'Assistant'),
    outcome: {
      ...title('结果', 'Outcome'),
      values: {
        normal: { zh: '未发现异常', en: 'Nothing found' },
        found: { zh: '发现事件或线索', en: 'Something found' },
      },
    },
  },
  list: ['happenedOn', 'site', 'field', 'assistant', 'outcome', 'institution'],
  filters: ['field', 'outcome', 'site'],
})

export const finding = defineRecord({
  id: 'supervision-assistance.finding',
  title: { zh: '协管事件和线索', en: 'Event or lead' },
  description: {
    zh: '协管中发现的事件或线索，报告县级卫生监督机构并得到反馈',
    en: 'An event or lead found, reported upward and answered',
  },
  table: tables.findings,
  happenedOn: { zh: '发现日期', en: 'Found on' },
  states: {
    found: { zh: '待报告', en: 'To be reported' },
    reported: { zh: '已报告', en: 'Reported' },
    answered: { zh: '已反馈', en: 'Answered' },
  },
  photos: true,
  fields: {
    patrol: { ...title('巡查', 'Patrol'), refersTo: 'record:supervision-assistance.patrol' },
    site: { ...title('协管对象', 'Site'), refersTo: SITE },
    field: area,
    description: title('情况', 'What was found'),
    foundAt: title('发现时间', 'Found at'),
    reportedAt: title('报告时间', 'Reported at'),
    reportedTo: title('接报机构', 'Reported to'),
    answer: title('反馈', 'Answer'),
    answeredOn: title('反馈日期', 'Answered on'),
  },
  list: ['happenedOn', 'field', 'site', 'description', 'reportedAt', 'answeredOn', 'state'],
  filters: ['field', 'site'],
})
