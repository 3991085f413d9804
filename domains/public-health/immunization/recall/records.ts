import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { vaccineTitles } from '../codes.ts'
import { recallNotices } from './tables.ts'

/** How somebody is told. */
export const ways = {
  phone: { zh: '电话', en: 'by phone' },
  visit: { zh: '上门', en: 'at home' },
  message: { zh: '短信或微信', en: 'by message' },
  clinic: { zh: '到接种门诊时', en: 'at the clinic' },
} as const

export const recallNotice = defineRecord({
  id: 'immunization.recall-notice',
  title: { zh: '疫苗召回告知', en: 'Notice of a recall' },
  description: {
    zh: '把停用批次告知受种者或监护人的一次联系：谁、何时、怎样告知',
    en: 'One attempt to tell somebody of a stopped lot: who told, when and how',
  },
  table: recallNotices,
  follows: 'person',
  states: { told: { zh: '已告知', en: 'Told' }, missed: { zh: '未联系上', en: 'Not reached' } },
  happenedOn: { zh: '联系日期', en: 'On' },
  fields: {
    vaccination: { title: { zh: '接种记录', en: 'Vaccination' }, refersTo: 'record:immunization.vaccination' },
    vaccine: { title: { zh: '疫苗', en: 'Vaccine' }, values: vaccineTitles },
    lotNumber: { title: { zh: '批号', en: 'Lot' } },
    way: { title: { zh: '方式', en: 'How' }, values: ways },
    toldBy: { title: { zh: '告知人', en: 'Told by' } },
    note: { title: { zh: '情况', en: 'Note' } },
  },
  filters: ['vaccine', 'lotNumber'],
  list: ['person', 'division', 'vaccine', 'lotNumber', 'happenedOn', 'way', 'toldBy', 'state'],
})
