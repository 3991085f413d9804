import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { members, packages, teams } from './tables.ts'

/** Who can be in a team (成员构成): general practitioner, clinician, nurse, public-health worker, village doctor. */
export const memberKinds = {
  'general-practitioner': { zh: '全科医生', en: 'General practitioner' },
  clinician: { zh: '临床（中西医）医师', en: 'Clinician' },
  nurse: { zh: '护士', en: 'Nurse' },
  'public-health': { zh: '公共卫生人员', en: 'Public-health worker' },
  'village-doctor': { zh: '村（居）医生', en: 'Village doctor' },
} as const

/** The code of a member's kind. */
export type MemberKind = keyof typeof memberKinds

/** Members who may sign contracts as the responsible doctor. */
export const signingKinds: readonly string[] = [
  'general-practitioner',
  'clinician',
  'public-health',
  'village-doctor',
] satisfies MemberKind[]

/** Package grades. */
export const grades = { basic: { zh: '基本服务包', en: 'Basic' }, paid: { zh: '有偿服务包', en: 'Paid' } } as const

export const team = defineRecord({
  id: 'family-doctor.team',
  title: { zh: '签约团队', en: 'Contract team' },
  description: {
    zh: '一个家庭医生团队及其负责的村和对口医院',
    en: 'A family doctor team, its villages and its hospitals',
  },
  table: teams,
  states: { active: { zh: '在岗', en: 'Active' }, dissolved: { zh: '已撤销', en: 'Dissolved' } },
  happenedOn: { zh: '组建日期', en: 'Formed on' },
  fields: {
    name: { title: { zh: '团队名称', en: 'Name' } },
    villages: { title: { zh: '责任村（社区）', en: 'Villages' }, refersTo: 'division' },
    countyHospital: { title: { zh: '县级对口医院', en: 'County hospital' }, refersTo: 'institution' },
    cityHospital: { title: { zh: '上级对口医院', en: 'City hospital' } },
    dissolvedOn: { title: { zh: '撤销日期', en: 'Dissolved on' } },
  },
  list: ['name', 'institution', 'villages', 'countyHospital', 'cityHospital', 'happenedOn', 'state'],
})

export const member = defineRecord({
  id: 'family-doctor.member',
  title: { zh: '团队成员', en: 'Team member' },
  description: { zh: '在一个签约团队中工作的一名医务人员', en: 'A health worker in a contract team' },
  table: members,
  states: { serving: { zh: '在队', en: 'Serving' }, left: { zh: '已离队', en: 'Left' } },
  happenedOn: { zh: '入队日期', en: 'Joined on' },
  fields: {
    team: { title: { zh: '团队', en: 'Team' }, refersTo: 'record:family-doctor.team' },
    name: { title: { zh: '姓名', en: 'Name' } },
    kind: { title: { zh: '岗位', en: 'Post' }, values: memberKinds },
    account: { title: { zh: '登录账号', en: 'Account' }, refersTo: 'account' },
    leftOn: { title: { zh: '离队日期', en: 'Left on' } },
  },
  list: ['name', 'kind', 'team', 'institution', 'happenedOn', 'state'],
})

export const servicePackage = defineRecord({
  id: 'family-doctor.package',
  title: { zh: '服务包', en: 'Service package' },
  description: { zh: '签约时约定的服务项目和每年次数', en: 'What a contract promises, and how often a year' },
  table: packages,
  states: { offered: { zh: '在用', en: 'Offered' }, retired: { zh: '停用', en: 'Retired' } },
  happenedOn: { zh: '启用日期', en: 'Offered from' },
  fields: {
    code: { title: { zh: '代码', en: 'Code' } },
    name: { title: { zh: '名称', en: 'Name' } },
    grade: { title: { zh: '类别', en: 'Grade' }, values: grades },
    fee: { title: { zh: '个人付费', en: 'Fee' }, unit: { zh: '元/年', en: 'yuan a year' } },
    groups: { title: { zh: '适用人群', en: 'For' } },
    items: { title: { zh: '服务项目和每年次数', en: 'Items and yearly counts' } },
    retiredOn: { title: { zh: '停用日期', en: 'Retired on' } },
  },
  list: ['code', 'name', 'grade', 'fee', 'happenedOn', 'state'],
})
