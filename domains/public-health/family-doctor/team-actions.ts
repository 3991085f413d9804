import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { isWithin } from '@kangheng/kernel/place/code.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { dayInput, teamInput } from './inputs.ts'
import { keyGroupTitles, packageGroupIds } from './key-groups.ts'
import { serviceItemIds, serviceItems } from './service-items.ts'
import { members, packages } from './tables.ts'
import { grades, member, memberKinds, servicePackage, team, type MemberKind } from './team-records.ts'

const teamName = field(z.string().trim().min(2).max(60), { title: { zh: '团队名称', en: 'Name' } })
const villagesInput = field(
  z
    .array(z.string().regex(/^\d{12}$/))
    .min(1)
    .max(40),
  {
    title: { zh: '责任村（社区）', en: 'Villages' },
    refersTo: 'division',
  },
)
const countyHospital = field(z.string().optional(), {
  title: { zh: '县级对口医院', en: 'County hospital' },
  refersTo: 'institution',
})
const cityHospital = field(z.string().trim().max(60).optional(), { title: { zh: '上级对口医院', en: 'City hospital' } })

function checkVillages(villages: readonly string[], division: string): void {
  const outside = villages.find((village) => !isWithin(village, division))
  if (outside) {
    refuse('villages', {
      zh: `${outside}不在团队所属的${division}内`,
      en: `${outside} does not lie in ${division}, where the team belongs`,
    })
  }
}

export const formTeam = defineAction(team, {
  name: 'form',
  title: { zh: '组建团队', en: 'Form a team' },
  on: 'new',
  to: 'active',
  input: z.object({
    name: teamName,
    division: field(z.string().regex(/^\d{9}(\d{3})?$/), {
      title: { zh: '所属乡镇或村', en: 'Township or village' },
      refersTo: 'division',
    }),
    institution: field(z.string(), { title: { zh: '所属机构', en: 'Institution' }, refersTo: 'institution' }),
    villages: villagesInput,
    countyHospital,
    cityHospital,
    happenedOn: dayInput('组建日期', 'Formed on'),
  }),
  run({ input, create }) {
    checkVillages(input.villages, input.division)
    return create({ ...input, happenedOn: input.happenedOn })
  },
})

export const changeTeam = defineAction(team, {
  name: 'change',
  title: { zh: '调整团队', en: 'Change a team' },
  on: 'existing',
  from: ['active'],
  input: z.object({ name: teamName, villages: villagesInput, countyHospital, cityHospital }),
  run({ input, current, change }) {
    checkVillages(input.villages, current.division)
    return change(input)
  },
})

export const dissolveTeam = defineAction(team, {
  name: 'dissolve',
  title: { zh: '撤销团队', en: 'Dissolve a team' },
  on: 'existing',
  from: ['active'],
  to: 'dissolved',
  confirm: {
    zh: '撤销后团队不能再签约，成员随之离队。确定撤销？',
    en: 'The team can sign no more and its members leave it. Dissolve it?',
  },
  input: z.object({ on: dayInput('撤销日期', 'Dissolved on') }),
  async run({ input, today, current, change, changeOther, findAll }) {
    const on = input.on ?? today
    const serving = await findAll(member, and(eq(members.team, current.id), isNull(members.leftOn)))
    for (const each of serving) await changeOther(member, each, { state: 'left', leftOn: on })
    return change({ dissolvedOn: on })
  },
})

const memberKindIds = Object.keys(memberKinds) as [MemberKind, ...MemberKind[]]

export const joinTeam = defineAction(member, {
  name: 'join',
  title: { zh: '加入团队', en: 'Join a team' },
  on: 'new',
  to: 'serving',
  input: z.object({
    team: teamInput,
    name: field(z.string().trim().min(2).max(40), { title: { zh: '姓名', en: 'Name' } }),
    kind: field(z.enum(memberKindIds), { title: { zh: '岗位', en: 'Post' }, values: memberKinds }),
    institution: field(z.string().optional(), {
      title: { zh: '所在机构', en: 'Institution' },
      refersTo: 'institution',
    }),
    account: field(z.uuid().optional(), { title: { zh: '登录账号', en: 'Account' } }),
    happenedOn: dayInput('入队日期', 'Joined on'),
  }),
  async run({ input, find, create }) {
    const joined = await find(team, eq(team.table.id, input.team))
    if (!joined || joined.state !== 'active')
      return refuse('team', { zh: '没有这个在岗团队', en: 'There is no such active team' })
    if (input.account) {
      const elsewhere = await find(member, and(eq(members.account, input.account), isNull(members.leftOn)))
      if (elsewhere)
        return refuse('account', { zh: '此人已在一个团队中，请先离队', en: 'Already in a team: leave it first' })
    }
    return create({ ...input, division: joined.division, institution: input.institution ?? joined.institution })
  },
})

export const leaveTeam = defineAction(member, {
  name: 'leave',
  title: { zh: '离队', en: 'Leave the team' },
  on: 'existing',
  from: ['serving'],
  to: 'left',
  input: z.object({ on: dayInput('离队日期', 'Left on') }),
  run: ({ input, today, change }) => change({ leftOn: input.on ?? today }),
})

const itemTitles = Object.fromEntries(serviceItemIds.map((id) => [id, serviceItems[id].title]))

export const offerPackage = defineAction(servicePackage, {
  name: 'offer',
  title: { zh: '新增服务包', en: 'Offer a package' },
  on: 'new',
  to: 'offered',
  input: z.object({
    code: field(z.string().regex(/^[A-Z0-9-]{2,20}$/), { title: { zh: '代码', en: 'Code' } }),
    name: field(z.string().trim().min(2).max(60), { title: { zh: '名称', en: 'Name' } }),
    grade: field(z.enum(['basic', 'paid']), { title: { zh: '类别', en: 'Grade' }, values: grades }),
    fee: field(z.number().min(0).max(100_000).multipleOf(0.01).default(0), {
      title: { zh: '个人付费', en: 'Fee' },
      unit: { zh: '元/年', en: 'yuan a year' },
    }),
    groups: field(z.array(z.enum(packageGroupIds)).default([]), {
      title: { zh: '适用人群', en: 'For' },
      values: Object.fromEntries(packageGroupIds.map((id) => [id, keyGroupTitles[id]])),
      help: {
        zh: '协议多人可见，不设只供严重精神障碍患者的服务包，请用居民服务包签约',
        en: 'Contracts are read by many: none is for patients with severe mental disorder only; they sign for the package of residents',
      },
    }),
    items: field(
      z
        .array(
          z.object({
            item: field(z.enum(serviceItemIds), { title: { zh: '服务项目', en: 'Item' }, values: itemTitles }),
            times: field(z.int().min(1).max(366), { title: { zh: '每年次数', en: 'Times a year' } }),
          }),
        )
        .min(1),
      { title: { zh: '服务项目和每年次数', en: 'Items and yearly counts' } },
    ),
    happenedOn: dayInput('启用日期', 'Offered from'),
  }),
  async run({ input, find, create, county }) {
    if (input.grade === 'basic' && input.fee > 0) {
      return refuse('fee', { zh: '基本服务包不向个人收费', en: 'The basic package is free of charge' })
    }
    const items = input.items.map((each) => each.item)
    if (new Set(items).size < items.length) {
      return refuse('items', { zh: '同一项目只能出现一次', en: 'An item may occur only once' })
    }
    const same = await find(servicePackage, and(eq(packages.code, input.code), isNull(packages.retiredOn)))
    if (same)
      return refuse('code', {
        zh: '该代码的服务包在用，请先停用',
        en: 'A package with this code is offered: retire it first',
      })
    return create({ ...input, fee: input.fee.toFixed(2), division: county })
  },
})

export const retirePackage = defineAction(servicePackage, {
  name: 'retire',
  title: { zh: '停用服务包', en: 'Retire a package' },
  on: 'existing',
  from: ['offered'],
  to: 'retired',
  input: z.object({ on: dayInput('停用日期', 'Retired on') }),
  run: ({ input, today, change }) => change({ retiredOn: input.on ?? today }),
})
