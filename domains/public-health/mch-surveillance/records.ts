import { defineRecord, type FieldDefinition } from '@kangheng/kernel/record/define-record.ts'
import { networks } from './networks.ts'
import { returns, surveys } from './tables.ts'

const field = (zh: string, en: string, more: Omit<FieldDefinition, 'title'> = {}): FieldDefinition => ({
  title: { zh, en },
  ...more,
})
const cases = { unit: { zh: '例', en: 'cases' } }
const network = field('监测网', 'Network', { values: networks })
const quarter = field('季度', 'Quarter', { plain: true })

export const networkReturn = defineRecord({
  id: 'mch-surveillance.return',
  title: { zh: '妇幼卫生监测季报', en: 'Return of mother and child surveillance' },
  description: {
    zh: '一个乡镇（或全县）一个季度一个监测网的报表，由记录汇总，上报后由县级审核',
    en: 'What one place reports of one network for a quarter: counted from records, submitted, reviewed by the county',
  },
  table: returns,
  happenedOn: { zh: '季度末', en: 'Quarter ends' },
  states: {
    draft: { zh: '待上报', en: 'To be submitted' },
    submitted: { zh: '已上报，待审核', en: 'Submitted' },
    returned: { zh: '已退回', en: 'Sent back' },
    reviewed: { zh: '已审核', en: 'Reviewed' },
  },
  fields: {
    network,
    quarter,
    dueOn: field('上报期限', 'Due by'),
    births: field('活产（围产儿）数', 'Births', { unit: { zh: '人', en: 'births' } }),
    events: field('监测例数', 'Cases', cases),
    unreported: field('已登记未报卡', 'Registered, not reported', cases),
    explanation: field('说明', 'Explanation'),
    compiledOn: field('汇总日期', 'Counted on'),
    submittedOn: field('上报日期', 'Submitted on'),
    reviewedOn: field('审核日期', 'Reviewed on'),
    returnReason: field('退回原因', 'Why sent back'),
  },
  list: ['network', 'quarter', 'division', 'births', 'events', 'unreported', 'dueOn', 'submittedOn', 'state'],
  filters: ['network', 'quarter'],
})

export const survey = defineRecord({
  id: 'mch-surveillance.survey',
  title: { zh: '监测漏报调查', en: 'Survey of under-reporting' },
  description: {
    zh: '一个地方一个监测网的漏报调查：查到的和其中已登记的',
    en: 'A survey of one place and network: what was found, and how much of it was registered',
  },
  table: surveys,
  happenedOn: { zh: '调查日期', en: 'Surveyed on' },
  states: { recorded: { zh: '已登记', en: 'Recorded' } },
  fields: {
    network,
    quarter,
    found: field('查到例数', 'Found', cases),
    registered: field('其中已登记', 'Registered', cases),
    missedRate: field('漏报率', 'Missed', { unit: { zh: '%', en: '%' } }),
    sources: field('核对来源', 'Sources'),
    remedy: field('补报情况', 'Remedy'),
  },
  list: ['network', 'quarter', 'division', 'happenedOn', 'found', 'registered', 'missedRate'],
  filters: ['network', 'quarter'],
})
