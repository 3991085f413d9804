import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { addHours, type Moment, presentMoment } from '@kangheng/kernel/period/moment.ts'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import type { RowOf } from '@kangheng/kernel/record/define-record.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { notifiableCase } from '../records.ts'
import { notifiableCases } from '../tables.ts'
import { origins, questionnaires, severities, vaccinationStates } from './codes.ts'
import { courseOf, INVESTIGATE_WITHIN_HOURS, type Questionnaire, questionnaireOf } from './course.ts'
import { exposureWindow, infectiousPeriod } from './spread.ts'
import { caseInvestigation } from './records.ts'
import { caseInvestigations } from './tables.ts'

/** A report card. */
export type CaseRow = RowOf<typeof notifiableCases>

/** A report card, by whatever part it plays. */
export const cardInput = (zh: string, en: string) =>
  field(z.uuid(), { title: { zh, en }, refersTo: 'record:communicable-disease.case' })
export const caseInput = cardInput('报告卡', 'Report card')

const story = (zh: string, en: string, help?: { zh: string; en: string }) =>
  field(z.string().trim().max(1000).optional(), { title: { zh, en }, multiline: true, ...(help ? { help } : {}) })
const day = (zh: string, en: string) => field(z.iso.date().optional(), { title: { zh, en } })

/** The card of a case that is or was an illness; refuses what is no case. */
export async function getCase({ find }: Pick<ActionContext, 'find'>, id: string, name = 'case'): Promise<CaseRow> {
  const row = await find(notifiableCase, and(eq(notifiableCases.id, id), isNull(notifiableCases.voidedAt)))
  if (!row || !['reported', 'reviewed'].includes(row.state))
    return refuse(name, {
      zh: '没有这张报告卡，或已退卡、判为重卡；请选择有效的报告卡',
      en: 'No such card, or it was sent back or is a duplicate; choose one that holds',
    })
  return row
}

const inputs = {
  case: caseInput,
  severity: choice(severities, { zh: '病情', en: 'Severity' }),
  isolatedOn: day('隔离日期', 'Isolated on'),
  admittedOn: day('入院日期', 'Admitted on'),
  infectedWhere: choice(origins, { zh: '感染来源', en: 'Origin' }),
  exposure: field(z.string().trim().min(2).max(1000), {
    title: { zh: '暴露史', en: 'Exposure' },
    multiline: true,
    help: {
      zh: '可能感染日期内接触过什么人、物、场所；没有查到也请写明',
      en: 'Whom and what the case met when it can have been infected; say so if nothing was found',
    },
  }),
  travel: story('外出旅行史', 'Travel'),
  places: story('活动场所', 'Places visited', {
    zh: '传染期内到过的学校、单位、集市、医疗机构',
    en: 'Schools, workplaces, markets and clinics while infectious',
  }),
  vaccinated: choice(vaccinationStates, { zh: '相关疫苗', en: 'Vaccine' }),
  doses: field(z.int().min(1).max(10).optional(), { title: { zh: '接种剂次', en: 'Doses' } }),
  lastDoseOn: day('末次接种日期', 'Last dose'),
  similarIllness: story('周围类似病例', 'Similar illness around', {
    zh: '呼吸道和肠道传染病必填：同班、同住、同单位、共同就餐者',
    en: 'Needed for respiratory and enteric diseases: class, household, workplace, meal',
  }),
  food: story('可疑食物和就餐地点', 'Food and where it was eaten', {
    zh: '肠道传染病必填',
    en: 'Needed for enteric diseases',
  }),
  water: story('饮用水来源', 'Drinking water', { zh: '肠道传染病必填', en: 'Needed for enteric diseases' }),
  animals: story('动物接触史', 'Animals', {
    zh: '人畜共患和虫媒传染病必填：牲畜、犬、野生动物，职业暴露',
    en: 'Needed for diseases of animals and vectors: livestock, dogs, wild animals, exposure at work',
  }),
  bites: story('虫媒叮咬史', 'Bites', { zh: '蚊、蜱、蚤等', en: 'Mosquitoes, ticks, fleas' }),
  laboratory: story('实验室检测', 'Laboratory'),
  measures: story('已采取措施', 'Measures taken'),
}
type Answers = z.output<z.ZodObject<typeof inputs>>

/** What a questionnaire asks besides what every one does. Source: the case investigation forms of the surveillance schemes, by way of spread. */
const asked: Readonly<Record<Questionnaire, readonly ('similarIllness' | 'food' | 'water' | 'animals')[]>> = {
  respiratory: ['similarIllness'],
  enteric: ['similarIllness', 'food', 'water'],
  zoonotic: ['animals'],
  'blood-sexual': [],
}

function checkAnswers(input: Answers, questionnaire: Questionnaire, onset: string, today: string): void {
  const { zh, en } = questionnaires[questionnaire]
  for (const name of asked[questionnaire])
    if (!input[name])
      refuse(name, {
        zh: `该病用“${zh}”调查表，此项必填；没有的写“无”`,
        en: `This disease has the questionnaire “${en}”, which asks this; write “none” if there is nothing`,
      })
  for (const name of ['isolatedOn', 'admittedOn'] as const) {
    const on = input[name]
    if (on && (on < onset || on > today))
      refuse(name, { zh: `须在发病日期（${onset}）至今天之间`, en: `Must lie between onset (${onset}) and today` })
  }
  if (input.vaccinated === 'yes' && !input.doses)
    refuse('doses', { zh: '已接种的请填写剂次', en: 'Give the number of doses' })
  if (input.vaccinated !== 'yes' && (input.doses || input.lastDoseOn))
    refuse('vaccinated', {
      zh: '填写了剂次，相关疫苗应为“已接种”',
      en: 'There are doses: say that the case is vaccinated',
    })
  if (input.lastDoseOn && input.lastDoseOn > onset)
    refuse('lastDoseOn', { zh: '只填发病前的接种', en: 'Only doses before onset' })
}

const investigateCase = defineAction(caseInvestigation, {
  name: 'investigate',
  title: { zh: '个案调查', en: 'Investigate a case' },
  on: 'new',
  to: 'done',
  input: z.object(inputs),
  async run(context) {
    const { input, today, find, create } = context
    const { id, disease, subtype, happenedOn: onset, reportedAt, ...card } = await getCase(context, input.case)
    const questionnaire = questionnaireOf(disease, subtype)
    const known = await find(
      caseInvestigation,
      and(eq(caseInvestigations.case, id), isNull(caseInvestigations.voidedAt)),
    )
    if (known)
      return refuse('case', {
        zh: `该病例已于${known.happenedOn}调查，请在原调查上补充`,
        en: `Investigated on ${known.happenedOn} already; add to that investigation`,
      })
    checkAnswers(input, questionnaire, onset, today)
    return create({
      ...input,
      questionnaire,
      disease,
      confidential: card.confidential,
      person: card.person,
      division: card.division,
      happenedOn: today,
      onsetOn: onset,
      ...investigationClock(reportedAt, presentMoment(today)),
      ...investigationPeriods(disease, subtype, onset),
    })
  },
})

/** When a case was investigated, until when it should have been, and whether it was in time. */
export function investigationClock(reportedAt: Moment, investigatedAt: Moment) {
  const dueAt = addHours(reportedAt, INVESTIGATE_WITHIN_HOURS)
  return { investigatedAt, dueAt, inTime: investigatedAt <= dueAt }
}

/** When a case can have been infected and was infectious, as far as the disease has such days. */
export function investigationPeriods(disease: string, subtype: string | null, onset: IsoDate) {
  const course = courseOf(disease, subtype, onset)
  const window = course && exposureWindow(course, onset)
  const infectious = course && infectiousPeriod(course, onset)
  return {
    exposedFrom: window?.from ?? null,
    exposedUntil: window?.until ?? null,
    infectiousFrom: infectious?.from ?? null,
    infectiousUntil: infectious?.until ?? null,
  }
}

const supplementInvestigation = defineAction(caseInvestigation, {
  name: 'supplement',
  title: { zh: '补充调查', en: 'Add to the investigation' },
  on: 'existing',
  from: ['done'],
  input: z.object({
    infectedWhere: choice(origins, { zh: '感染来源', en: 'Origin' }).optional(),
    exposure: story('暴露史', 'Exposure'),
    places: inputs.places,
    laboratory: inputs.laboratory,
    measures: inputs.measures,
  }),
  run({ input, change }) {
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value))
    if (Object.keys(given).length === 0)
      return refuse('exposure', { zh: '请至少填写一项', en: 'Fill in at least one field' })
    return change(given)
  },
})

export const investigationActions = [investigateCase, supplementInvestigation]
