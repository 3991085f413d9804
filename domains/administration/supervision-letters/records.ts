import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { causes, gravities } from './escalation.ts'
import { letters } from './tables.ts'

export const supervisionLetter = defineRecord({
  id: 'supervision-letters.letter',
  title: { zh: '督办通知书', en: 'Supervision letter' },
  description: {
    zh: '要求一个单位限期整改的通知，经答复、复查后销号',
    en: 'Asks a unit to put something right by a day; answered, re-checked, closed',
  },
  table: letters,
  states: {
    issued: { zh: '待答复', en: 'To be answered' },
    answered: { zh: '待复查', en: 'To be re-checked' },
    closed: { zh: '已销号', en: 'Closed' },
    escalated: { zh: '已升级', en: 'Escalated' },
  },
  happenedOn: { zh: '签发日期', en: 'Issued on' },
  fields: {
    number: { title: { zh: '文号', en: 'Number' } },
    unitName: { title: { zh: '被督办单位', en: 'Unit' } },
    gravity: { title: { zh: '等级', en: 'Gravity' }, values: gravities },
    cause: { title: { zh: '事由', en: 'Cause' }, values: causes },
    title: { title: { zh: '事项', en: 'Matter' } },
    facts: { title: { zh: '存在问题', en: 'What is wrong' } },
    demands: { title: { zh: '督办要求', en: 'What is asked' } },
    answerBy: { title: { zh: '答复期限', en: 'Answer by' } },
    measures: { title: { zh: '整改措施', en: 'Measures' } },
    evidence: { title: { zh: '佐证', en: 'Evidence' } },
    answeredOn: { title: { zh: '答复日期', en: 'Answered on' } },
    answeredBy: { title: { zh: '答复人', en: 'Answered by' } },
    recheckBy: { title: { zh: '复查期限', en: 'Re-check by' } },
    recheckedOn: { title: { zh: '复查日期', en: 'Re-checked on' } },
    opinion: { title: { zh: '复查意见', en: 'Opinion' } },
    returned: { title: { zh: '退回次数', en: 'Sent back' } },
    previous: { title: { zh: '前一份督办', en: 'Letter before' }, refersTo: 'record:supervision-letters.letter' },
  },
  list: ['number', 'unitName', 'gravity', 'title', 'answerBy', 'answeredOn', 'recheckedOn', 'state'],
})
