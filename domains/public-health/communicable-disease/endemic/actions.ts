import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { dayOfMoment } from '@kangheng/kernel/period/moment.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { voidAction } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { notifiableCase } from '../records.ts'
import { notifiableCases } from '../tables.ts'
import { foci, fluorosisSurvey, malariaResponse, snailSurvey } from './records.ts'
import { fluorideWithin, fluorosisControlled, malariaDue, snailFault } from './rules.ts'
import { fluorosisSurveys, malariaResponses, snailSurveys } from './tables.ts'

const whole = (zh: string, en: string, unit: readonly [string, string]) =>
  field(z.int().min(0).max(1_000_000_000), { title: { zh, en }, unit: { zh: unit[0], en: unit[1] } })
const line = (zh: string, en: string) => field(z.string().trim().max(300).optional(), { title: { zh, en } })
const AREA = ['m²', 'm²'] as const
const PEOPLE = ['人', 'people'] as const
const village = field(z.string().regex(/^\d{12}$/), {
  title: { zh: '村（社区）', en: 'Village' },
  refersTo: 'division',
  help: { zh: '监测以村为单位', en: 'Surveys are made by village' },
})
const surveyedOn = field(z.iso.date(), { title: { zh: '监测日期', en: 'Surveyed on' } })
const KNOWN = {
  zh: '该村本年度已登记；有误请先作废原记录',
  en: 'This village is recorded for the year; void the other record first if it is wrong',
}

export const respondToMalaria = defineAction(malariaResponse, {
  name: 'respond',
  title: { zh: '登记疫点处置', en: 'Record the response' },
  on: 'new',
  to: 'done',
  input: z.object({
    case: field(z.uuid(), { title: { zh: '报告卡', en: 'Report card' }, refersTo: 'record:communicable-disease.case' }),
    happenedOn: field(z.iso.date(), { title: { zh: '处置日期', en: 'Responded on' } }),
    focus: choice(foci, { zh: '疫点类型', en: 'Kind of focus' }),
    tested: whole('筛查人数', 'Tested', PEOPLE),
    positive: whole('阳性人数', 'Positive', PEOPLE),
    vectors: line('媒介调查', 'Vectors'),
    spraying: line('媒介控制', 'Vector control'),
  }),
  async run({ input, find, create }) {
    const card = await find(notifiableCase, and(eq(notifiableCases.id, input.case), isNull(notifiableCases.voidedAt)))
    if (card?.disease !== 'malaria') return refuse('case', { zh: '请选择疟疾报告卡', en: 'Choose a card of malaria' })
    const diagnosedOn = dayOfMoment(card.diagnosedAt)
    if (input.happenedOn < diagnosedOn)
      return refuse('happenedOn', {
        zh: `不能早于诊断日期${diagnosedOn}`,
        en: `Not before the diagnosis on ${diagnosedOn}`,
      })
    if (input.positive > input.tested)
      return refuse('positive', { zh: '不能多于筛查人数', en: 'Not more than were tested' })
    const known = await find(
      malariaResponse,
      and(eq(malariaResponses.case, card.id), isNull(malariaResponses.voidedAt)),
    )
    if (known) return refuse('case', { zh: '该病例的疫点已处置', en: 'The focus of this case has been dealt with' })
    const dueOn = malariaDue(diagnosedOn, 'response')
    return create({
      ...input,
      person: card.person,
      division: card.division,
      dueOn,
      inTime: input.happenedOn <= dueOn,
    })
  },
})

export const recordSnailSurvey = defineAction(snailSurvey, {
  name: 'record',
  title: { zh: '登记查螺灭螺', en: 'Record a snail survey' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    division: village,
    happenedOn: surveyedOn,
    surveyedArea: whole('查螺面积', 'Area surveyed', AREA),
    snailArea: whole('有螺面积', 'Area with snails', AREA),
    newSnailArea: whole('新发现有螺面积', 'Newly found', AREA),
    controlledArea: whole('灭螺面积', 'Area controlled', AREA),
    snailsExamined: whole('解剖螺数', 'Snails examined', ['只', 'snails']),
    infectedSnails: whole('感染性钉螺数', 'Infected snails', ['只', 'snails']),
    workers: whole('查灭螺工日', 'Person-days', ['人次', 'person-days']),
  }),
  async run({ input, find, create }) {
    const fault = snailFault(input)
    if (fault)
      return refuse(fault, {
        zh: '与其他数据矛盾：部分不能大于整体，没有有螺面积就没有可解剖的螺',
        en: 'Contradicts the others: a part is not more than its whole, and without snails none are examined',
      })
    const year = Number(input.happenedOn.slice(0, 4))
    const known = await find(
      snailSurvey,
      and(eq(snailSurveys.division, input.division), eq(snailSurveys.year, year), isNull(snailSurveys.voidedAt)),
    )
    return known ? refuse('division', KNOWN) : create({ ...input, year })
  },
})

export const recordFluorosisSurvey = defineAction(fluorosisSurvey, {
  name: 'record',
  title: { zh: '登记地氟病监测', en: 'Record a fluorosis survey' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    division: village,
    happenedOn: surveyedOn,
    fluoride: field(z.number().min(0).max(50), {
      title: { zh: '水氟', en: 'Fluoride' },
      unit: { zh: 'mg/L', en: 'mg/L' },
    }),
    smallSupply: field(z.boolean(), { title: { zh: '小型集中或分散式供水', en: 'Small supply' } }),
    children: whole('检查8—12岁儿童', 'Children of 8–12 examined', PEOPLE),
    affected: whole('氟斑牙人数', 'With dental fluorosis', PEOPLE),
  }),
  async run({ input, find, create }) {
    if (input.affected > input.children)
      return refuse('affected', { zh: '不能多于检查人数', en: 'Not more than were examined' })
    const year = Number(input.happenedOn.slice(0, 4))
    const known = await find(
      fluorosisSurvey,
      and(
        eq(fluorosisSurveys.division, input.division),
        eq(fluorosisSurveys.year, year),
        isNull(fluorosisSurveys.voidedAt),
      ),
    )
    if (known) return refuse('division', KNOWN)
    return create({
      ...input,
      year,
      fluoride: input.fluoride.toFixed(2),
      waterWithin: fluorideWithin(input.fluoride, input.smallSupply),
      controlled: fluorosisControlled(input),
    })
  },
})

const CONFIRM = { zh: '作废后不再计入统计。确定吗？', en: 'A voided record is no longer counted. Go on?' }

export const voidSnailSurvey = voidAction(snailSurvey, CONFIRM)
export const voidFluorosisSurvey = voidAction(fluorosisSurvey, CONFIRM)
