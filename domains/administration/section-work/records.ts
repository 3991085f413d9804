import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { meetingKinds, origins, programmes } from './codes.ts'
import * as tables from './tables.ts'

const title = (zh: string, en: string) => ({ title: { zh, en } })
const percent = { zh: '%', en: '%' }

export const meeting = defineRecord({
  id: 'section-work.meeting',
  title: { zh: '会议', en: 'Meeting' },
  description: {
    zh: '一次会议；议定的事项逐项交办，有责任单位、时限和办结凭据',
    en: 'A meeting; what it decided is set as matters, each with owner, day and evidence',
  },
  table: tables.meetings,
  states: { held: { zh: '已召开', en: 'Held' } },
  happenedOn: { zh: '会议日期', en: 'Held on' },
  photos: true,
  fields: {
    subject: title('会议名称', 'Subject'),
    kind: { ...title('类别', 'Kind'), values: meetingKinds },
    chair: title('主持人', 'Chair'),
    section: title('承办股室', 'Section'),
    venue: title('地点', 'Where'),
    attendance: { ...title('参会人数', 'Present'), unit: { zh: '人', en: '' } },
    minutes: title('会议纪要', 'Minutes'),
  },
  list: ['subject', 'kind', 'happenedOn', 'chair', 'section', 'attendance'],
  filters: ['kind', 'section'],
  board: ['section-work.matter'],
})

export const matter = defineRecord({
  id: 'section-work.matter',
  title: { zh: '交办事项', en: 'Matter' },
  description: {
    zh: '会议议定、公文交办或重点工作中的一件事：责任单位、时限、进展、凭据，由交办股室确认办结',
    en: 'Something decided, asked for by a document or set as a key task: owner, day, progress and evidence; confirmed by the section that set it',
  },
  table: tables.matters,
  states: {
    open: { zh: '办理中', en: 'Under way' },
    reported: { zh: '已报办结', en: 'Reported done' },
    done: { zh: '已办结', en: 'Done' },
    withdrawn: { zh: '已撤销', en: 'Withdrawn' },
  },
  happenedOn: { zh: '交办日期', en: 'Set on' },
  photos: true,
  fields: {
    title: title('事项', 'Matter'),
    origin: { ...title('来源', 'Origin'), values: origins },
    meeting: { ...title('会议', 'Meeting'), refersTo: 'record:section-work.meeting' },
    number: title('文号', 'Number'),
    sender: title('来文单位', 'From'),
    programme: { ...title('所属专项', 'Programme'), values: programmes },
    setBy: title('交办股室', 'Set by'),
    ownerName: title('责任单位', 'Owner'),
    responsible: title('责任人', 'Responsible'),
    dueOn: title('办结时限', 'Due on'),
    firstDueOn: title('原定时限', 'First due on'),
    reason: title('延期或撤销理由', 'Reason'),
    letterItem: { ...title('对应责任书项目', 'Item of a letter'), refersTo: 'record:target-letters.item' },
    indicator: title('对应指标', 'Indicator'),
    progress: { ...title('进度', 'Progress'), unit: percent },
    lastNote: title('最近进展', 'Last told'),
    notedOn: title('进展日期', 'Told on'),
    evidence: title('办结情况和凭据', 'Evidence'),
    finishedOn: title('报办结日期', 'Reported done on'),
    confirmedOn: title('确认日期', 'Confirmed on'),
    opinion: title('确认意见', 'Opinion'),
    returned: title('退回次数', 'Sent back'),
  },
  list: ['title', 'ownerName', 'responsible', 'dueOn', 'progress', 'notedOn', 'origin', 'state'],
  filters: ['origin', 'programme', 'setBy', 'meeting'],
  board: ['section-work.note'],
})

export const note = defineRecord({
  id: 'section-work.note',
  title: { zh: '办理进展', en: 'Progress' },
  description: { zh: '责任单位报的一次进展', en: 'What an owner told of a matter' },
  table: tables.notes,
  states: { noted: { zh: '已报', en: 'Told' } },
  happenedOn: { zh: '日期', en: 'On' },
  fields: {
    title: title('事项', 'Matter'),
    matter: { ...title('交办事项', 'Matter'), refersTo: 'record:section-work.matter' },
    ownerName: title('责任单位', 'Owner'),
    progress: { ...title('进度', 'Progress'), unit: percent },
    note: title('进展', 'What was done'),
    obstacle: title('困难和问题', 'What stands in the way'),
  },
  list: ['happenedOn', 'title', 'ownerName', 'progress', 'note', 'obstacle'],
})
