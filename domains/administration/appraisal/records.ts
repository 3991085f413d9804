import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { unitKinds } from './rules.ts'
import { entries, objections, rounds, ruleSets, samples, sheets } from './tables.ts'

const unitKind = { title: { zh: '考核对象', en: 'Units' }, values: unitKinds }
const unitName = { title: { zh: '单位', en: 'Unit' } }
const sheetField = { title: { zh: '评分表', en: 'Sheet' }, refersTo: 'record:appraisal.sheet' } as const
const score = { zh: '分', en: 'points' }

export const ruleSet = defineRecord({
  id: 'appraisal.rule-set',
  title: { zh: '考核细则', en: 'Rule set' },
  description: {
    zh: '一类单位一个年度的评分项目和规则；印发后不再修改，调整须出新版',
    en: 'What a kind of unit is judged by in a year; once issued it changes by a new edition only',
  },
  table: ruleSets,
  states: {
    draft: { zh: '起草', en: 'Draft' },
    issued: { zh: '已印发', en: 'Issued' },
    retired: { zh: '已废止', en: 'Retired' },
  },
  happenedOn: { zh: '起草日期', en: 'Drafted on' },
  fields: {
    name: { title: { zh: '名称', en: 'Name' } },
    unitKind,
    year: { title: { zh: '考核年度', en: 'Year' }, plain: true },
    edition: { title: { zh: '版次', en: 'Edition' }, plain: true },
    basedOn: { title: { zh: '修订自', en: 'Edition before' }, refersTo: 'record:appraisal.rule-set' },
    issuedOn: { title: { zh: '印发日期', en: 'Issued on' } },
  },
  list: ['name', 'unitKind', 'year', 'edition', 'issuedOn', 'state'],
})

export const round = defineRecord({
  id: 'appraisal.round',
  title: { zh: '绩效考核', en: 'Appraisal' },
  description: {
    zh: '按一份细则对一类单位一个时期的考核',
    en: 'One rule set applied to all units of a kind for a period',
  },
  table: rounds,
  states: {
    open: { zh: '评分中', en: 'Being scored' },
    announced: { zh: '公示中', en: 'Announced' },
    published: { zh: '已公布', en: 'Published' },
  },
  happenedOn: { zh: '启动日期', en: 'Opened on' },
  fields: {
    name: { title: { zh: '名称', en: 'Name' } },
    ruleSet: { title: { zh: '考核细则', en: 'Rule set' }, refersTo: 'record:appraisal.rule-set' },
    unitKind,
    period: { title: { zh: '考核时期', en: 'Period' } },
    seed: { title: { zh: '抽样种子', en: 'Seed of the draw' } },
    computedOn: { title: { zh: '计分日期', en: 'Computed on' } },
    announcedOn: { title: { zh: '公示日期', en: 'Announced on' } },
    objectionUntil: { title: { zh: '异议截止', en: 'Objections until' } },
    publishedOn: { title: { zh: '公布日期', en: 'Published on' } },
  },
  list: ['name', 'unitKind', 'period', 'happenedOn', 'announcedOn', 'publishedOn', 'state'],
})

export const sheet = defineRecord({
  id: 'appraisal.sheet',
  title: { zh: '考核评分表', en: 'Score sheet' },
  description: { zh: '一个单位在一次考核中的逐项得分', en: 'The scores of one unit in one appraisal, item by item' },
  table: sheets,
  states: {
    open: { zh: '评分中', en: 'Being scored' },
    scored: { zh: '已计分', en: 'Scored' },
    announced: { zh: '公示中', en: 'Announced' },
    published: { zh: '已公布', en: 'Published' },
  },
  happenedOn: { zh: '启动日期', en: 'Opened on' },
  fields: {
    unitName,
    round: { title: { zh: '考核', en: 'Appraisal' }, refersTo: 'record:appraisal.round' },
    total: { title: { zh: '总分', en: 'Total' }, unit: score },
    base: { title: { zh: '基本分', en: 'Without bonus' }, unit: score },
    bonus: { title: { zh: '加分', en: 'Bonus' }, unit: score },
    reachable: { title: { zh: '应得满分', en: 'Points within reach' }, unit: score },
    grade: { title: { zh: '等次', en: 'Grade' } },
    rank: { title: { zh: '名次', en: 'Rank' } },
  },
  list: ['unitName', 'round', 'total', 'grade', 'rank', 'state'],
})

export const entry = defineRecord({
  id: 'appraisal.entry',
  title: { zh: '现场考核记录', en: 'Finding of the assessors' },
  description: {
    zh: '考核人员查实的数字及依据；一人填写，另一人签字后计分',
    en: 'What assessors found, with its evidence; entered by one person, counted once another has signed',
  },
  table: entries,
  states: {
    entered: { zh: '待签字', en: 'To be signed' },
    signed: { zh: '已签字', en: 'Signed' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  happenedOn: { zh: '填写日期', en: 'Entered on' },
  fields: {
    sheet: sheetField,
    unitName,
    title: { title: { zh: '内容', en: 'What' } },
    value: { title: { zh: '数值', en: 'Value' } },
    evidence: { title: { zh: '依据', en: 'Evidence' } },
    enteredBy: { title: { zh: '填写人', en: 'Entered by' }, refersTo: 'account' },
    signedBy: { title: { zh: '签字人', en: 'Signed by' }, refersTo: 'account' },
    signedOn: { title: { zh: '签字日期', en: 'Signed on' } },
  },
  list: ['unitName', 'title', 'value', 'evidence', 'happenedOn', 'signedOn', 'state'],
})

export const sample = defineRecord({
  id: 'appraisal.sample',
  title: { zh: '抽查样本', en: 'Sample' },
  description: { zh: '随机抽取的一份记录及其核查结果', en: 'A record drawn at random, and what its inspection found' },
  table: samples,
  states: {
    drawn: { zh: '待核查', en: 'To be judged' },
    qualified: { zh: '合格', en: 'In order' },
    unqualified: { zh: '不合格', en: 'Not in order' },
  },
  happenedOn: { zh: '抽取日期', en: 'Drawn on' },
  fields: {
    sheet: sheetField,
    unitName,
    question: { title: { zh: '核查内容', en: 'Question' } },
    number: { title: { zh: '序号', en: 'No.' }, plain: true },
    finding: { title: { zh: '核查情况', en: 'Finding' } },
    judgedOn: { title: { zh: '核查日期', en: 'Judged on' } },
  },
  list: ['unitName', 'number', 'question', 'finding', 'judgedOn', 'state'],
})

export const objection = defineRecord({
  id: 'appraisal.objection',
  title: { zh: '考核异议', en: 'Objection' },
  description: {
    zh: '单位对公示得分的异议和复核结论',
    en: 'A unit’s objection to an announced score, and the decision on it',
  },
  table: objections,
  states: {
    raised: { zh: '待复核', en: 'To be reviewed' },
    upheld: { zh: '采纳', en: 'Upheld' },
    rejected: { zh: '不采纳', en: 'Rejected' },
  },
  happenedOn: { zh: '提出日期', en: 'Raised on' },
  fields: {
    sheet: sheetField,
    unitName,
    title: { title: { zh: '项目', en: 'Item' } },
    scored: { title: { zh: '公示得分', en: 'Announced score' }, unit: score },
    reason: { title: { zh: '理由', en: 'Reason' } },
    evidence: { title: { zh: '材料', en: 'Evidence' } },
    decideBy: { title: { zh: '复核期限', en: 'Review until' } },
    decidedOn: { title: { zh: '复核日期', en: 'Decided on' } },
    decision: { title: { zh: '复核意见', en: 'Decision' } },
    points: { title: { zh: '复核得分', en: 'Score by the decision' }, unit: score },
  },
  list: ['unitName', 'title', 'scored', 'reason', 'happenedOn', 'decideBy', 'points', 'state'],
})
