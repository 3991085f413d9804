import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { attachAction } from '@kangheng/kernel/attachment/attach.ts'
import { findInstitution, findPlace } from '@kangheng/kernel/place/find.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voidAction } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import { ageGroups, FULL_MARKS, isLiterate, kinds, quotaOf, sexes, SMALLEST_BOARD, topics } from './codes.ts'
import { activity, literacy, plan } from './records.ts'
import { literacySurveys, plans } from './tables.ts'

const institutionInput = field(z.string().max(30).optional(), {
  title: { zh: '机构', en: 'Institution' },
  refersTo: 'institution',
  help: { zh: '不填为本人所在机构', en: 'Your own when left out' },
})

type Context = Pick<ActionContext, 'connection' | 'county' | 'actor'>

/** The institution that acts, or that was named. */
async function unitOf({ connection, county, actor }: Context, named: string | undefined) {
  const code = named ?? actor.institution
  const [place, detail] = code
    ? [await findPlace(connection, county, code), await findInstitution(connection, county, code)]
    : []
  if (!code || !place || !detail) return refuse('institution', { zh: '请选择机构', en: 'Choose the institution' })
  return { code, kind: place.kind ?? '', division: detail.division }
}

const planOf = ({ find }: Pick<ActionContext, 'find'>, institution: string, year: number) =>
  find(plan, and(eq(plans.institution, institution), eq(plans.year, year), isNull(plans.voidedAt)))

export const drawUpPlan = defineAction(plan, {
  name: 'draw-up',
  title: { zh: '制定年度计划', en: 'Draw up a plan' },
  on: 'new',
  to: 'current',
  input: z.object({
    institution: institutionInput,
    year: field(z.int().min(2017).max(2100), { title: { zh: '年度', en: 'Year' } }),
    note: inputs.long('说明', 'Note'),
  }),
  async run(context) {
    const { input, create } = context
    const { code, kind, division } = await unitOf(context, input.institution)
    const quota = quotaOf(kind, input.year)
    if (!quota)
      return refuse('institution', {
        zh: '规范只对乡镇卫生院、社区卫生服务中心和村卫生室（站）规定数量',
        en: 'The norm sets numbers for centres, stations and village clinics only',
      })
    if (await planOf(context, code, input.year))
      refuse('year', { zh: '该机构本年度已有计划', en: 'The institution has a plan of this year' })
    return create({ institution: code, division, year: input.year, note: input.note ?? null, ...quota })
  },
})

const count = (zh: string, en: string, unit: string) => inputs.counted(zh, en, 0, 1_000_000, unit)

export const recordActivity = defineAction(activity, {
  name: 'record',
  title: { zh: '登记健康教育活动', en: 'Record an activity' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    institution: institutionInput,
    plan: field(z.uuid().optional(), {
      title: { zh: '年度计划', en: 'Plan' },
      refersTo: 'record:health-education.plan',
    }),
    happenedOn: inputs.day('日期', 'On'),
    kind: inputs.choice(kinds, { zh: '形式', en: 'Kind' }),
    topic: inputs.choice(topics, { zh: '内容类别', en: 'Topic' }),
    title: field(z.string().trim().min(2).max(80), { title: { zh: '主题（名称）', en: 'Title' } }),
    venue: inputs.short('地点（媒体）', 'Where'),
    speaker: inputs.short('主讲（责任）人', 'By'),
    quantity: count('发放或播放', 'Copies or times', '份（次）'),
    participants: count('参加人数', 'Participants', '人'),
    certificates: count('取得证书', 'Certificates', '人'),
    area: inputs.measured('宣传栏面积', 'Area', 0.1, 200, 'm²'),
  }),
  async run(context) {
    const { input, today, find, create } = context
    const { happenedOn = today, area, ...values } = input
    const named = input.plan ? await find(plan, eq(plans.id, input.plan)) : undefined
    const unit = await unitOf(context, input.institution ?? named?.institution ?? undefined)
    if (named && named.institution !== unit.code)
      refuse('plan', { zh: '计划不是该机构的', en: 'The plan is another institution’s' })
    if (['lecture', 'consultation', 'first-aid'].includes(input.kind) && !input.participants)
      refuse('participants', { zh: '请填写参加人数', en: 'Say how many took part' })
    if (['print', 'audio-video'].includes(input.kind) && !input.quantity)
      refuse('quantity', { zh: '请填写发放份数或播放次数', en: 'Say how many were handed out or shown' })
    if (input.kind === 'board' && (area === undefined || area < SMALLEST_BOARD))
      refuse('area', {
        zh: `宣传栏面积不小于${SMALLEST_BOARD}平方米，请填写面积`,
        en: `A board has at least ${SMALLEST_BOARD} m²; say its area`,
      })
    if ((input.certificates ?? 0) > (input.participants ?? 0))
      refuse('certificates', { zh: '取得证书的人数不能超过参加人数', en: 'More certificates than participants' })
    const own = named ?? (await planOf(context, unit.code, Number(happenedOn.slice(0, 4))))
    return create({
      ...values,
      ...{ happenedOn, institution: unit.code, division: unit.division, plan: own?.id ?? null },
      area: area === undefined ? null : String(area),
    })
  },
})

export const addPhoto = attachAction(activity)

export const voidActivity = voidAction(activity, {
  zh: '作废后该活动不再计入。确定作废？',
  en: 'The activity will no longer count. Void it?',
})

export const surveyLiteracy = defineAction(literacy, {
  name: 'record',
  title: { zh: '登记素养问卷', en: 'Record a questionnaire' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    serial: field(z.string().trim().min(1).max(30), { title: { zh: '问卷编号', en: 'Serial' } }),
    division: field(z.string().min(9).max(12), {
      title: { zh: '调查点（村、社区）', en: 'Where' },
      refersTo: 'division',
    }),
    happenedOn: inputs.day('调查日期', 'Asked on'),
    sex: inputs.choice(sexes, { zh: '性别', en: 'Sex' }),
    ageGroup: inputs.choice(ageGroups, { zh: '年龄组', en: 'Age' }),
    score: field(z.number().min(0).max(200), { title: { zh: '得分', en: 'Marks' }, unit: { zh: '分', en: 'marks' } }),
    fullMarks: field(z.int().min(10).max(200).default(FULL_MARKS), {
      title: { zh: '满分', en: 'Of' },
      unit: { zh: '分', en: 'marks' },
    }),
  }),
  async run({ input, today, find, create }) {
    const { happenedOn = today, score, fullMarks } = input
    if (score > fullMarks) refuse('score', { zh: '得分不能超过满分', en: 'More marks than there are' })
    const same = and(eq(literacySurveys.serial, input.serial), eq(literacySurveys.division, input.division))
    if (await find(literacy, and(same, eq(literacySurveys.happenedOn, happenedOn), isNull(literacySurveys.voidedAt))))
      refuse('serial', { zh: '该编号的问卷已登记', en: 'This questionnaire is recorded already' })
    return create({ ...input, happenedOn, score: String(score), literate: isLiterate(score, fullMarks) })
  },
})
