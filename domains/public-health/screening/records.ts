import { defineRecord, type FieldDefinition } from '@kangheng/kernel/record/define-record.ts'
import { programmeTitles, resultTitles, stepTitles } from './programmes.ts'
import { courses, entries } from './tables.ts'

const field = (zh: string, en: string, more: Omit<FieldDefinition, 'title'> = {}): FieldDefinition => ({
  title: { zh, en },
  ...more,
})

/** What a call came to. */
export const calls = {
  reached: { zh: '已通知，约定时间', en: 'Reached' },
  'not-reached': { zh: '未联系上', en: 'Not reached' },
  refused: { zh: '本人（监护人）不同意', en: 'Declined' },
} as const

export const course = defineRecord({
  id: 'screening.course',
  title: { zh: '筛查', en: 'Screening' },
  description: {
    zh: '一人一次筛查：初筛、召回、复查、确诊、治疗，直到结案；召回三次未到为失访',
    en: 'One screening: first test, recall, further tests, diagnosis, treatment, until it is closed; lost after three calls',
  },
  table: courses,
  happenedOn: { zh: '初筛日期', en: 'First test on' },
  states: {
    recall: { zh: '待召回', en: 'To be recalled' },
    confirmed: { zh: '已确诊，待治疗', en: 'Confirmed' },
    treated: { zh: '已治疗', en: 'Treated' },
    negative: { zh: '已排除', en: 'Negative' },
    lost: { zh: '失访', en: 'Lost' },
  },
  follows: 'person',
  fields: {
    programme: field('项目', 'Programme', { values: programmeTitles }),
    partner: field('配偶（对象）', 'Partner', { refersTo: 'person' }),
    firstResult: field('初筛结果', 'First result', { values: resultTitles }),
    inTime: field('按时初筛', 'First test in time'),
    step: field('下一步', 'Next step', { values: stepTitles }),
    dueOn: field('最迟日期', 'Due by'),
    lastResult: field('最近结果', 'Last result', { values: resultTitles }),
    lastOn: field('最近检查', 'Last test on'),
    confirmedOn: field('确诊日期', 'Confirmed on'),
    early: field('早期', 'Early'),
    recalls: field('召回次数', 'Calls'),
    lastRecallOn: field('末次召回', 'Last call'),
    treatment: field('治疗', 'Treatment'),
    treatedOn: field('治疗日期', 'Treated on'),
    note: field('备注', 'Note'),
  },
  list: [
    'person',
    'division',
    'happenedOn',
    'programme',
    'firstResult',
    'lastResult',
    'step',
    'dueOn',
    'recalls',
    'state',
  ],
  filters: ['programme', 'step'],
  board: ['screening.entry'],
})

export const entry = defineRecord({
  id: 'screening.entry',
  title: { zh: '筛查复查和召回', en: 'Further test or call' },
  description: { zh: '筛查中的一次复查结果或召回', en: 'A further result of a screening, or a call' },
  table: entries,
  happenedOn: { zh: '日期', en: 'On' },
  states: { recorded: { zh: '已记录', en: 'Recorded' } },
  follows: 'person',
  fields: {
    course: field('筛查', 'Screening', { refersTo: 'record:screening.course' }),
    step: field('步骤', 'Step', { values: stepTitles }),
    result: field('结果', 'Result', { values: resultTitles }),
    call: field('召回', 'Call', { values: calls }),
    note: field('备注', 'Note'),
  },
  list: ['person', 'division', 'happenedOn', 'step', 'result', 'call'],
})
