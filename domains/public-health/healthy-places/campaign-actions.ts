import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { attachAction } from '@kangheng/kernel/attachment/attach.ts'
import { addYears } from '@kangheng/kernel/period/date.ts'
import { checkPlaceCode } from '@kangheng/kernel/place/code.ts'
import { getPlace } from '@kangheng/kernel/place/find.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { applicantOf, kinds, levels, type Kind, type Level } from './codes.ts'
import { application, shortfall } from './records.ts'
import { stageAfter, type Stage, type Step } from './stages.ts'
import { getStandard, requireCounty } from './standard-actions.ts'
import { applications, shortfalls } from './tables.ts'

const RUNNING: readonly Stage[] = ['applied', 'self-checked', 'mending', 'recommended', 'named', 'suspended']
const APPLICANTS = {
  township: { zh: '乡镇', en: 'a township' },
  village: { zh: '村（社区）', en: 'a village' },
} as const

export const apply = defineAction(application, {
  name: 'apply',
  title: { zh: '申报创建', en: 'Apply' },
  on: 'new',
  to: 'applied',
  input: z.object({
    standard: field(z.uuid(), { title: { zh: '标准', en: 'Standard' }, refersTo: 'record:healthy-places.standard' }),
    division: field(z.string().min(9).max(12), {
      title: { zh: '乡镇或村（社区）', en: 'Township or village' },
      refersTo: 'division',
      help: { zh: '单位、家庭填所在的村（社区）', en: 'Of a unit or household, where it lies' },
    }),
    name: field(z.string().trim().min(2).max(60).optional(), {
      title: { zh: '单位名称或户编号', en: 'Name of the unit, number of the household' },
      help: {
        zh: '乡镇、村不填；家庭填门牌或户编号，不填姓名',
        en: 'Not for townships and villages; of a household its number, no name of a person',
      },
    }),
    institution: field(z.string().max(30).optional(), {
      title: { zh: '医疗卫生机构（是机构时填）', en: 'Institution (if it is one)' },
      refersTo: 'institution',
    }),
    responsible: field(z.string().trim().min(2).max(40), { title: { zh: '责任人', en: 'Responsible' } }),
    happenedOn: field(z.iso.date().optional(), { title: { zh: '申报日期', en: 'Applied on' } }),
  }),
  async run(context) {
    const { input, today, connection, county, find, create } = context
    const { happenedOn = today, responsible, institution = null } = input
    if (happenedOn > today) refuse('happenedOn', { zh: '申报日期不能晚于今天', en: 'The day lies in the future' })
    const rules = await getStandard(context, input.standard)
    if (rules.state !== 'issued')
      refuse('standard', { zh: '标准尚未印发，或已废止', en: 'The standard has not been issued, or was retired' })
    const [kind, level] = [rules.kind as Kind, rules.level as Level]
    const place = await getPlace(connection, county, checkPlaceCode(input.division))
    const wanted = applicantOf(kind)
    if ((wanted === 'township' || wanted === 'village') && place.level !== wanted)
      refuse('division', {
        zh: `${kinds[kind].zh}由${APPLICANTS[wanted].zh}申报，请选${APPLICANTS[wanted].zh}`,
        en: `Choose ${APPLICANTS[wanted].en}`,
      })
    const name = wanted === 'township' || wanted === 'village' ? place.name : input.name
    if (!name)
      return refuse('name', {
        zh: '请填写单位名称或户编号',
        en: 'Give the name of the unit or the number of the household',
      })
    const same = and(
      eq(applications.division, input.division),
      eq(applications.name, name),
      eq(applications.kind, kind),
      inArray(applications.state, [...RUNNING]),
      isNull(applications.voidedAt),
    )
    const known = await find(application, and(same, eq(applications.level, level)))
    if (known)
      return refuse('division', {
        zh: `${name}的${levels[level].zh}${kinds[kind].zh}已申报（${known.happenedOn}）`,
        en: `${name} applied for it on ${known.happenedOn} already`,
      })
    if (rules.requires) {
      const below = rules.requires as Level
      const before = await find(application, and(same, eq(applications.level, below), eq(applications.state, 'named')))
      if (!before)
        return refuse('division', {
          zh: `申报${levels[level].zh}的，须已命名为${levels[below].zh}${kinds[kind].zh}；如在系统启用前命名，请先补录`,
          en: `It must have been named at the ${levels[below].en.toLowerCase()} level before; if that was before this system, enter it first`,
        })
    }
    return create({
      ...{ standard: rules.id, kind, level, name, responsible, institution },
      division: input.division,
      happenedOn,
    })
  },
})

/** Photos of the applicant, of what was found and of what was mended. */
export const photoOfApplication = attachAction(application)

/** The stage that a step leads to. @throws Refusal when it cannot be taken from where the application stands. */
export function stageOr(current: { state: string }, step: Step): Stage {
  return (
    stageAfter(current.state as Stage, step) ??
    refuse('state', {
      zh: `“${application.states[current.state as Stage]!.zh}”时不能这样做`,
      en: `That cannot be done while it is “${application.states[current.state as Stage]!.en}”`,
    })
  )
}

/** What of an application is still to be mended. */
export const toMend = ({ findAll }: Pick<ActionContext, 'findAll'>, id: string) =>
  findAll(shortfall, and(eq(shortfalls.application, id), eq(shortfalls.state, 'to-mend'), isNull(shortfalls.voidedAt)))

export const reportMended = defineAction(application, {
  name: 'mended',
  title: { zh: '报告整改完成', en: 'Report that all is mended' },
  on: 'existing',
  from: ['mending'],
  input: z.object({}),
  async run(context) {
    const { current, change } = context
    const [open, ...more] = await toMend(context, current.id)
    if (open)
      return refuse('state', {
        zh: `还有${more.length + 1}项未整改，例如${open.code}：${open.why}；请逐项登记整改情况`,
        en: `${more.length + 1} items are not mended yet, for example ${open.code}: ${open.why}`,
      })
    return change({ state: stageOr(current, { kind: 'mended' }), mendBy: null })
  },
})

export const nameApplicant = defineAction(application, {
  name: 'name',
  title: { zh: '登记命名', en: 'Record the naming' },
  on: 'existing',
  from: ['recommended'],
  input: z.object({
    number: field(z.string().trim().min(4).max(60), { title: { zh: '命名文号', en: 'Number' } }),
    on: field(z.iso.date().optional(), { title: { zh: '命名日期', en: 'Named on' } }),
  }),
  async run(context) {
    const { input, current, today, change } = context
    requireCounty(context)
    const { on = today, number } = input
    if (on > today || on < (current.selfCheckedOn ?? current.happenedOn))
      refuse('on', { zh: '命名日期须在自查达标之后、今天之前', en: 'The day lies before the check or in the future' })
    const { validYears } = await getStandard(context, current.standard)
    const recheckDueOn = addYears(on, validYears)
    return change({ state: stageOr(current, { kind: 'name' }), number, namedOn: on, recheckDueOn })
  },
})

const reason = field(z.string().trim().min(4).max(300), { title: { zh: '理由', en: 'Reason' }, multiline: true })

/** The steps that end an application, with a reason. */
const ending = (
  name: string,
  step: 'decline' | 'revoke' | 'withdraw',
  words: { title: { zh: string; en: string }; confirm: { zh: string; en: string } },
  from: readonly Stage[],
) =>
  defineAction(application, {
    name,
    ...words,
    on: 'existing',
    from,
    input: z.object({ reason }),
    run(context) {
      const { input, current, today, change } = context
      if (step !== 'withdraw') requireCounty(context)
      const state = stageOr(current, { kind: step })
      return change({ state, reason: input.reason, endedOn: today, mendBy: null })
    },
  })

export const declineApplicant = ending(
  'decline',
  'decline',
  {
    title: { zh: '登记未获命名', en: 'Record that it was not named' },
    confirm: { zh: '登记后本次申报终止。确定？', en: 'The application ends. Go on?' },
  },
  ['recommended'],
)
export const revokeName = ending(
  'revoke',
  'revoke',
  {
    title: { zh: '撤销命名', en: 'Revoke the name' },
    confirm: { zh: '撤销后须重新申报。确定撤销？', en: 'It would have to apply again. Revoke?' },
  },
  ['named', 'suspended'],
)
export const withdrawApplication = ending(
  'withdraw',
  'withdraw',
  {
    title: { zh: '撤回申报', en: 'Withdraw the application' },
    confirm: { zh: '撤回后须重新申报。确定撤回？', en: 'It would have to apply again. Withdraw?' },
  },
  ['applied', 'self-checked', 'mending'],
)
