import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { figureDecisions, figureMappings } from './tables.ts'

export const figureMapping = defineRecord({
  id: 'figure-check.mapping',
  title: { zh: '数字口径对照', en: 'Words for indicators' },
  description: {
    zh: '文稿中的一种说法对应本县哪项指标，一次认定，以后的文稿自动对上',
    en: 'Which indicator of the county a wording of documents means; decided once, it holds for every later document',
  },
  table: figureMappings,
  happenedOn: { zh: '认定日期', en: 'Decided on' },
  states: { active: { zh: '有效', en: 'In force' }, withdrawn: { zh: '已撤销', en: 'Withdrawn' } },
  fields: {
    subject: { title: { zh: '文稿中的说法', en: 'Words in documents' } },
    unit: { title: { zh: '单位', en: 'Unit' } },
    indicatorTitle: { title: { zh: '对应指标', en: 'Indicator' } },
    indicator: { title: { zh: '指标编号', en: 'Id of the indicator' } },
  },
  list: ['subject', 'unit', 'indicatorTitle', 'happenedOn', 'state'],
})

export const figureDecision = defineRecord({
  id: 'figure-check.decision',
  title: { zh: '核数意见', en: 'Decisions on findings' },
  description: {
    zh: '对文稿核数的一处发现是采纳还是不采纳，谁、何时、为什么',
    en: 'Whether a finding of the figure check was accepted or dismissed, by whom, when and why',
  },
  table: figureDecisions,
  happenedOn: { zh: '处理日期', en: 'Decided on' },
  states: {
    accepted: { zh: '已采纳', en: 'Accepted' },
    dismissed: { zh: '不采纳', en: 'Dismissed' },
    withdrawn: { zh: '已重新处理', en: 'Reopened' },
  },
  fields: {
    documentTitle: { title: { zh: '文稿', en: 'Document' } },
    claim: { title: { zh: '数字', en: 'Figure' } },
    sentence: { title: { zh: '原句', en: 'Sentence' } },
    reason: { title: { zh: '理由', en: 'Reason' } },
    document: { title: { zh: '文稿指纹', en: 'Digest of the document' } },
    finding: { title: { zh: '发现编号', en: 'Id of the finding' } },
  },
  list: ['documentTitle', 'claim', 'sentence', 'reason', 'happenedOn', 'state'],
})
