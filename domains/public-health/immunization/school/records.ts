import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { doseTitles } from '../codes.ts'
import * as tables from './tables.ts'

const children = { zh: '人', en: 'children' }
export const kinds = {
  kindergarten: { zh: '托育机构、幼儿园', en: 'Nursery or kindergarten' },
  school: { zh: '学校', en: 'School' },
} as const

export const schoolCheck = defineRecord({
  id: 'immunization.school-check',
  title: { zh: '入托入学查验', en: 'School-entry check' },
  description: {
    zh: '一所学校一个学年的预防接种证查验和补种汇总',
    en: 'The check of certificates of one school and year, with what is caught up',
  },
  table: tables.schoolChecks,
  states: { open: { zh: '查验、补种中', en: 'Open' }, closed: { zh: '已完成', en: 'Closed' } },
  happenedOn: { zh: '查验日期', en: 'Checked on' },
  fields: {
    name: { title: { zh: '学校和学年', en: 'School and year' } },
    kind: { title: { zh: '类别', en: 'Kind' }, values: kinds },
    enrolled: { title: { zh: '应查验', en: 'On the list' }, unit: children },
    checked: { title: { zh: '已查验', en: 'Checked' }, unit: children },
    holding: { title: { zh: '持证', en: 'With certificate' }, unit: children },
    owing: { title: { zh: '应补种', en: 'To catch up' }, unit: children },
    caughtUp: { title: { zh: '已补种', en: 'Caught up' }, unit: children },
  },
  board: ['immunization.school-child'],
  list: ['name', 'kind', 'happenedOn', 'enrolled', 'checked', 'holding', 'owing', 'caughtUp', 'institution', 'state'],
})

export const schoolChild = defineRecord({
  id: 'immunization.school-child',
  title: { zh: '查验儿童', en: 'Child of a school-entry check' },
  description: {
    zh: '查验名单上的一名儿童：应补剂次、通知和补种',
    en: 'A child on a school’s list: doses to be caught up, notice, and what came of it',
  },
  table: tables.schoolChildren,
  states: {
    complete: { zh: '已全程接种', en: 'Complete' },
    owing: { zh: '应补种', en: 'To catch up' },
    unknown: { zh: '无接种资料', en: 'No record found' },
    'caught-up': { zh: '已补种', en: 'Caught up' },
  },
  happenedOn: { zh: '查验日期', en: 'Checked on' },
  fields: {
    check: { title: { zh: '查验', en: 'Check' }, refersTo: 'record:immunization.school-check' },
    name: { title: { zh: '儿童姓名', en: 'Name' }, masked: 'name' },
    birth: { title: { zh: '出生日期', en: 'Birth' } },
    className: { title: { zh: '班级', en: 'Class' } },
    holding: { title: { zh: '持有接种证', en: 'Shows a certificate' } },
    missing: { title: { zh: '应补剂次', en: 'Doses to catch up' }, values: doseTitles },
    open: { title: { zh: '尚缺剂次', en: 'Still missing' }, values: doseTitles },
    notifiedOn: { title: { zh: '补种通知日期', en: 'Notice given on' } },
    caughtUpOn: { title: { zh: '补种完成日期', en: 'Caught up on' } },
  },
  filters: ['check', 'className'],
  list: ['name', 'birth', 'className', 'holding', 'open', 'notifiedOn', 'caughtUpOn', 'check', 'state'],
})
