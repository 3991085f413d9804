import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { baselines, forms, returns, versions } from './tables.ts'

export const periodKinds = { month: { zh: '月报', en: 'Monthly' }, year: { zh: '年报', en: 'Yearly' } }

const period = { title: { zh: '报告期', en: 'Period' }, plain: true } as const
const formName = { title: { zh: '报表', en: 'Form' } }
const unitName = { title: { zh: '填报单位', en: 'Unit' } }

export const form = defineRecord({
  id: 'statistical-returns.form',
  title: { zh: '统计报表制度', en: 'Statistical form' },
  description: {
    zh: '一张报表的指标、公式和审核关系；印发后不再修改，调整须出新版',
    en: 'The cells, formulas and checks of a form; once issued it changes by a new edition only',
  },
  table: forms,
  states: {
    draft: { zh: '起草', en: 'Draft' },
    issued: { zh: '执行中', en: 'In force' },
    retired: { zh: '已停用', en: 'Retired' },
  },
  happenedOn: { zh: '起草日期', en: 'Drafted on' },
  fields: {
    name: { title: { zh: '报表名称', en: 'Name' } },
    form: { title: { zh: '报表代码', en: 'Code' } },
    number: { title: { zh: '表号', en: 'Number' } },
    edition: { title: { zh: '版次', en: 'Edition' }, plain: true },
    periodKind: { title: { zh: '报送周期', en: 'Frequency' }, values: periodKinds },
    dueDay: {
      title: { zh: '期后报送日', en: 'Due day' },
      unit: { zh: '日', en: 'day of the month after' },
      plain: true,
    },
    issuedOn: { title: { zh: '印发日期', en: 'Issued on' } },
  },
  list: ['name', 'number', 'form', 'edition', 'periodKind', 'dueDay', 'issuedOn', 'state'],
})

export const statisticalReturn = defineRecord({
  id: 'statistical-returns.return',
  title: { zh: '统计报表', en: 'Statistical return' },
  description: {
    zh: '一个单位一个报告期的一张报表：填报、审核、批准、锁定',
    en: 'One form of one unit for one period: filled in, reviewed, approved, frozen',
  },
  table: returns,
  states: {
    open: { zh: '待报', en: 'Open' },
    returned: { zh: '退回', en: 'Sent back' },
    submitted: { zh: '已报', en: 'Sent' },
    reviewed: { zh: '已审核', en: 'Reviewed' },
    approved: { zh: '已批准', en: 'Approved' },
    frozen: { zh: '已锁定', en: 'Frozen' },
  },
  happenedOn: { zh: '报告期首日', en: 'First day of the period' },
  fields: {
    unitName,
    formName,
    form: { title: { zh: '报表代码', en: 'Form code' } },
    period,
    dueOn: { title: { zh: '报送期限', en: 'Due on' } },
    sentOn: { title: { zh: '报送日期', en: 'Sent on' } },
    errors: { title: { zh: '审核错误', en: 'Errors' }, unit: { zh: '条', en: '' } },
    warnings: { title: { zh: '需说明', en: 'To explain' }, unit: { zh: '条', en: '' } },
    sent: { title: { zh: '报送次数', en: 'Times sent' }, unit: { zh: '次', en: '' } },
    returned: { title: { zh: '退回次数', en: 'Times sent back' }, unit: { zh: '次', en: '' } },
    returnedReason: { title: { zh: '退回原因', en: 'Why sent back' } },
    firstSentOn: { title: { zh: '首次报送', en: 'First sent on' } },
    reviewedOn: { title: { zh: '审核日期', en: 'Reviewed on' } },
    approvedOn: { title: { zh: '批准日期', en: 'Approved on' } },
    frozenOn: { title: { zh: '锁定日期', en: 'Frozen on' } },
    sentBy: { title: { zh: '报送人', en: 'Sent by' }, refersTo: 'account' },
    reviewedBy: { title: { zh: '审核人', en: 'Reviewed by' }, refersTo: 'account' },
    approvedBy: { title: { zh: '批准人', en: 'Approved by' }, refersTo: 'account' },
  },
  list: ['unitName', 'formName', 'period', 'dueOn', 'sentOn', 'errors', 'warnings', 'returned', 'state'],
  filters: ['form', 'period'],
})

export const version = defineRecord({
  id: 'statistical-returns.version',
  title: { zh: '报表报送版本', en: 'Version of a return' },
  description: { zh: '每次报送时的数字', en: 'The numbers as they were sent each time' },
  table: versions,
  states: { kept: { zh: '存档', en: 'Kept' } },
  happenedOn: { zh: '报送日期', en: 'Sent on' },
  fields: {
    return: { title: { zh: '报表', en: 'Return' }, refersTo: 'record:statistical-returns.return' },
    unitName,
    formName,
    period,
    number: { title: { zh: '第几次', en: 'No.' }, plain: true },
    sentBy: { title: { zh: '报送人', en: 'Sent by' }, refersTo: 'account' },
  },
  list: ['unitName', 'formName', 'period', 'number', 'happenedOn'],
})

export const baseline = defineRecord({
  id: 'statistical-returns.baseline',
  title: { zh: '往年基数', en: 'Baseline' },
  description: {
    zh: '本系统启用前各单位的历史数字及来源，只用于对比，不计入统计',
    en: 'Numbers of earlier years with their source; compared with, never counted',
  },
  table: baselines,
  states: { entered: { zh: '有效', en: 'In use' }, withdrawn: { zh: '已撤销', en: 'Withdrawn' } },
  happenedOn: { zh: '登记日期', en: 'Entered on' },
  fields: {
    form: { title: { zh: '报表代码', en: 'Form code' } },
    cell: { title: { zh: '单元格代码', en: 'Cell code' } },
    period,
    value: { title: { zh: '数值', en: 'Value' } },
    source: { title: { zh: '来源', en: 'Source' } },
  },
  list: ['institution', 'form', 'cell', 'period', 'value', 'source', 'state'],
  filters: ['form', 'period'],
})
