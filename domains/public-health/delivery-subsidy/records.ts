import { defineRecord, type FieldDefinition } from '@kangheng/kernel/record/define-record.ts'
import { places } from '../maternal-health/index.ts'
import { subsidies } from './tables.ts'

const field = (zh: string, en: string, more: Omit<FieldDefinition, 'title'> = {}): FieldDefinition => ({
  title: { zh, en },
  ...more,
})
const yuan = { unit: { zh: '元', en: 'yuan' } }

export const subsidy = defineRecord({
  id: 'delivery-subsidy.subsidy',
  title: { zh: '住院分娩补助', en: 'Delivery subsidy' },
  description: {
    zh: '一次住院分娩的农村孕产妇补助：申请、审核、发放，每次分娩一次',
    en: 'The subsidy of one delivery in an institution: applied for, checked, paid, once for each delivery',
  },
  table: subsidies,
  happenedOn: { zh: '申请日期', en: 'Applied on' },
  states: {
    applied: { zh: '待审核', en: 'To be checked' },
    checked: { zh: '已审核，待发放', en: 'To be paid' },
    declined: { zh: '不予补助', en: 'Declined' },
    paid: { zh: '已发放', en: 'Paid' },
  },
  follows: 'person',
  fields: {
    delivery: field('分娩记录', 'Delivery', { refersTo: 'record:maternal-health.delivery' }),
    deliveredOn: field('分娩日期', 'Delivered on'),
    place: field('分娩地点', 'Place', { values: places }),
    cost: field('住院费用', 'Cost', yuan),
    reimbursed: field('医保报销', 'Reimbursed', yuan),
    amount: field('补助金额', 'Amount', yuan),
    accountEnd: field('收款账号后四位', 'Account ends in'),
    dueOn: field('最迟办理日期', 'Due by'),
    checkedOn: field('审核日期', 'Checked on'),
    checkedBy: field('审核人', 'Checked by', { refersTo: 'account' }),
    declineReason: field('不予补助原因', 'Why declined'),
    paidOn: field('发放日期', 'Paid on'),
    receivedBy: field('领取人', 'Received by', { masked: 'name' }),
  },
  list: ['person', 'division', 'happenedOn', 'deliveredOn', 'place', 'amount', 'dueOn', 'paidOn', 'state'],
})
