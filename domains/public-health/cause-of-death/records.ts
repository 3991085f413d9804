import { sexes } from '@kangheng/kernel/person/codes.ts'
import { defineRecord, type FieldDefinition } from '@kangheng/kernel/record/define-record.ts'
import { selectionRules } from './chain.ts'
import * as codes from './codes.ts'
import { causeGroupTitles } from './groups.ts'
import { vagueReasons } from './plausibility.ts'
import { certificates } from './tables.ts'

const field = (zh: string, en: string, more: Omit<FieldDefinition, 'title'> = {}): FieldDefinition => ({
  title: { zh, en },
  ...more,
})

export const certificate = defineRecord({
  id: 'cause-of-death.certificate',
  title: { zh: '居民死亡医学证明书', en: 'Medical certificate of death' },
  description: {
    zh: '一例死亡的因果链、根本死因编码和审核；根本死因由系统按总原则选出，顺序不合理的交编码员判定',
    en: 'The sequence of causes of one death, its underlying cause and review; an improbable sequence goes to a coder',
  },
  table: certificates,
  happenedOn: { zh: '死亡日期', en: 'Died on' },
  states: {
    'to-code': { zh: '待编码', en: 'To be coded' },
    coded: { zh: '已编码，待审核', en: 'Coded' },
    returned: { zh: '已退回', en: 'Sent back' },
    reviewed: { zh: '已审核', en: 'Reviewed' },
  },
  onePerPerson: ['to-code', 'coded', 'returned', 'reviewed'],
  fields: {
    number: field('证明书编号', 'Number', { masked: 'identity' }),
    sex: field('性别', 'Sex', { values: sexes }),
    age: field('死亡年龄', 'Age', { unit: { zh: '岁', en: 'years' } }),
    place: field('死亡地点', 'Place', { values: codes.places }),
    diagnosedAt: field('最高诊断机构', 'Diagnosed at', { values: codes.diagnosedAt }),
    basis: field('诊断依据', 'Basis', { values: codes.bases }),
    partOne: field('第I部分（因果链）', 'Part I'),
    partTwo: field('第II部分（其他情况）', 'Part II'),
    underlying: field('根本死因编码', 'Underlying cause'),
    cause: field('根本死因', 'Cause'),
    causeGroup: field('死因分类', 'Group', { values: causeGroupTitles }),
    rule: field('选择依据', 'Chosen by', { values: selectionRules }),
    proposed: field('系统建议', 'Proposed'),
    coderReason: field('编码员理由', 'Reason of the coder'),
    vague: field('编码不准确', 'Vague code', { values: vagueReasons }),
    doctor: field('填写医生', 'Certified by'),
    issuedOn: field('填写日期', 'Issued on'),
    reportedOn: field('报告日期', 'Reported on'),
    reportDueOn: field('最迟报告日期', 'Report due by'),
    inTime: field('及时报告', 'In time'),
    reviewedOn: field('审核日期', 'Reviewed on'),
    returnReason: field('退回原因', 'Why sent back', { values: codes.returnReasons }),
  },
  list: [
    ...(['person', 'division', 'happenedOn', 'age', 'place', 'underlying', 'cause', 'causeGroup', 'vague'] as const),
    ...(['inTime', 'state'] as const),
  ],
  filters: ['causeGroup', 'vague', 'rule', 'place'],
})
