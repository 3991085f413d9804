import type { House } from '../domain/registry.ts'
import { registrationKinds, sexes } from '../person/codes.ts'
import { ethnicTitles } from '../person/ethnic-groups.ts'
import { relations } from '../person/relations.ts'
import type { Text } from '../text/text.ts'

/** Entries that belong to no line of business. */
const ACTIONS: Readonly<Record<string, Text>> = {
  'account.create': { zh: '新建账号', en: 'Create account' },
  'account.change': { zh: '修改账号', en: 'Change account' },
  'account.disable': { zh: '停用账号', en: 'Disable account' },
  'account.enable': { zh: '启用账号', en: 'Enable account' },
  'account.reset': { zh: '重置密码', en: 'Reset password' },
  'account.unlock': { zh: '解锁账号', en: 'Unlock account' },
  'extension-field.define': { zh: '设置扩展字段', en: 'Define extension field' },
  'indicator.define': { zh: '设置自定义指标', en: 'Define indicator' },
  'figures.close': { zh: '月度关账', en: 'Close month' },
  'figures.revise': { zh: '修订数据', en: 'Revise figure' },
  'target.set': { zh: '下达目标', en: 'Set target' },
  'demo.load': { zh: '生成演示数据', en: 'Make demo data' },
  'import.residents': { zh: '导入居民花名册', en: 'Import residents' },
}

/** Title of whatever an entry of the journal was done by. */
export function titleOfEntry(house: House, action: string): Text {
  return house.actions.get(action)?.title ?? ACTIONS[action] ?? { zh: action, en: action }
}

/** Columns of tables that belong to no line of business, and the kernel's own of every record. */
const COLUMNS: Readonly<Record<string, Text>> = {
  division: { zh: '区划', en: 'Division' },
  institution: { zh: '机构', en: 'Institution' },
  person: { zh: '居民', en: 'Resident' },
  state: { zh: '状态', en: 'State' },
  voidedReason: { zh: '作废原因', en: 'Reason for voiding' },
  voidedAt: { zh: '作废时间', en: 'Voided at' },
  happenedOn: { zh: '日期', en: 'Date' },
  startsOn: { zh: '起始日期', en: 'From' },
  endsOn: { zh: '终止日期', en: 'Until' },
  startReason: { zh: '起始原因', en: 'Reason of the beginning' },
  endReason: { zh: '终止原因', en: 'Reason of the end' },
  kind: { zh: '类型', en: 'Kind' },
  name: { zh: '名称（姓名）', en: 'Name' },
  pinyin: { zh: '拼音首字母', en: 'Pinyin initials' },
  sex: { zh: '性别', en: 'Sex' },
  birth: { zh: '出生日期', en: 'Birth date' },
  ethnic: { zh: '民族', en: 'Nationality' },
  documentKind: { zh: '证件类型', en: 'Kind of document' },
  documentCipher: { zh: '证件号码', en: 'Document number' },
  documentKey: { zh: '证件检索码', en: 'Search key of the document' },
  phoneCipher: { zh: '联系电话', en: 'Phone' },
  addressCipher: { zh: '详细住址', en: 'Address' },
  villageGroup: { zh: '村民小组', en: 'Village group' },
  household: { zh: '家庭', en: 'Household' },
  relation: { zh: '与户主关系', en: 'Relation to head' },
  registration: { zh: '户籍类型', en: 'Kind of registration' },
  motherName: { zh: '母亲姓名', en: "Mother's name" },
  diedOn: { zh: '死亡日期', en: 'Died on' },
  mergedInto: { zh: '并入', en: 'Merged into' },
  headName: { zh: '户主', en: 'Head of household' },
  number: { zh: '编号', en: 'Number' },
  system: { zh: '号码类型', en: 'Kind of number' },
  key: { zh: '检索码', en: 'Search key' },
  cipher: { zh: '密文', en: 'Ciphertext' },
  first: { zh: '第一人', en: 'First' },
  second: { zh: '第二人', en: 'Second' },
  kept: { zh: '保留的档案', en: 'Kept' },
  absorbed: { zh: '并入的档案', en: 'Absorbed' },
  reasons: { zh: '依据', en: 'Reasons' },
  reason: { zh: '理由', en: 'Reason' },
  score: { zh: '相似度', en: 'Score' },
  username: { zh: '登录名', en: 'User name' },
  role: { zh: '角色', en: 'Role' },
  disabled: { zh: '停用', en: 'Disabled' },
  value: { zh: '数值', en: 'Value' },
  indicator: { zh: '指标', en: 'Indicator' },
  place: { zh: '地区', en: 'Place' },
  period: { zh: '时期', en: 'Period' },
  year: { zh: '年度', en: 'Year' },
  decomposition: { zh: '分解方式', en: 'Decomposition' },
  months: { zh: '各月目标', en: 'By month' },
  responsible: { zh: '责任单位', en: 'Responsible' },
}

/** Title of a column of any table. */
export function titleOfColumn(name: string): Text {
  return COLUMNS[name] ?? { zh: name, en: name }
}

const RESIDENCE = { usual: { zh: '常住', en: 'Usual' }, registered: { zh: '户籍', en: 'Registered' } }
const STATES = {
  resident: { zh: '在册', en: 'Resident' },
  departed: { zh: '已迁出', en: 'Departed' },
  died: { zh: '已死亡', en: 'Died' },
  merged: { zh: '已合并', en: 'Merged' },
  voided: { zh: '已作废', en: 'Voided' },
  open: { zh: '待处理', en: 'Open' },
  distinct: { zh: '确认非同一人', en: 'Different persons' },
}
const REASONS = {
  initial: { zh: '初始登记', en: 'Initial' },
  birth: { zh: '出生', en: 'Birth' },
  arrival: { zh: '迁入', en: 'Arrival' },
  correction: { zh: '更正', en: 'Correction' },
  death: { zh: '死亡', en: 'Death' },
  departure: { zh: '迁出', en: 'Departure' },
  merge: { zh: '合并', en: 'Merge' },
}

/** Titles of coded values in tables that belong to no line of business. */
const VALUES: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  sex: sexes,
  kind: RESIDENCE,
  state: STATES,
  startReason: REASONS,
  endReason: REASONS,
  registration: registrationKinds,
  ethnic: ethnicTitles,
  relation: relations,
}

/** A value in words where it is coded; of roles and indicators the house knows the titles. */
export function titleOfValue(house: House, name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value ?? null
  if (name === 'role') return house.roles.get(value)?.role.title ?? value
  if (name === 'indicator') return house.indicators.get(value)?.title ?? value
  return VALUES[name]?.[value] ?? value
}
