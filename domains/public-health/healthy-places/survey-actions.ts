import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { attachAction } from '@kangheng/kernel/attachment/attach.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voidAction } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import { survey, vectorPoint } from './daily-records.ts'
import { surveys, vectorPoints } from './tables.ts'
import { editionOn, gradeOf, readingText, vectors, type CountName } from './vectors.ts'

const count = (zh: string, en: string, unit: string) => inputs.counted(zh, en, 0, 1_000_000, unit)

export const openPoint = defineAction(vectorPoint, {
  name: 'open',
  title: { zh: '设病媒监测点', en: 'Open a point' },
  on: 'new',
  to: 'active',
  input: z.object({
    name: field(z.string().trim().min(2).max(60), { title: { zh: '监测点', en: 'Point' } }),
    division: field(z.string().min(9).max(12), { title: { zh: '所在乡镇（村）', en: 'Where' }, refersTo: 'division' }),
    rodent: field(z.boolean().default(true), { title: vectors.rodent }),
    mosquito: field(z.boolean().default(true), { title: vectors.mosquito }),
    fly: field(z.boolean().default(true), { title: vectors.fly }),
    cockroach: field(z.boolean().default(true), { title: vectors.cockroach }),
    happenedOn: inputs.day('设点日期', 'Since'),
  }),
  async run({ input, find, create }) {
    const same = and(eq(vectorPoints.name, input.name), eq(vectorPoints.division, input.division))
    if (await find(vectorPoint, and(same, eq(vectorPoints.state, 'active'), isNull(vectorPoints.voidedAt))))
      refuse('name', { zh: '该监测点已在用', en: 'There is such a point already' })
    if (!input.rodent && !input.mosquito && !input.fly && !input.cockroach)
      refuse('rodent', { zh: '至少监测一种病媒', en: 'At least one vector is surveyed' })
    return create(input)
  },
})

export const closePoint = defineAction(vectorPoint, {
  name: 'close',
  title: { zh: '停用监测点', en: 'Close the point' },
  on: 'existing',
  from: ['active'],
  to: 'closed',
  input: z.object({}),
  confirm: { zh: '停用后不再要求监测。确定停用？', en: 'It will no longer be surveyed. Close it?' },
  run: ({ today, change }) => change({ closedOn: today }),
})

/** Parts that cannot exceed the whole they were counted among. */
const WITHIN: readonly (readonly [part: CountName, whole: CountName])[] = [
  ['positiveRooms', 'rooms'],
  ['eggRooms', 'rooms'],
  ['traceRooms', 'rooms'],
  ['positiveDips', 'dips'],
  ['positiveSites', 'sites'],
  ['goodFacilities', 'facilities'],
]

export const recordSurvey = defineAction(survey, {
  name: 'record',
  title: { zh: '登记病媒密度监测', en: 'Record a survey' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    point: field(z.uuid(), { title: { zh: '监测点', en: 'Point' }, refersTo: 'record:healthy-places.vector-point' }),
    vector: inputs.choice(vectors, { zh: '病媒', en: 'Vector' }),
    happenedOn: inputs.day('监测日期', 'On'),
    rooms: count('检查房间（鼠、蝇、蟑）', 'Rooms (rodents, flies, cockroaches)', '间'),
    positiveRooms: count('阳性房间（鼠、蝇、蟑）', 'Positive rooms', '间'),
    insects: count('阳性房间内蝇数（蝇）', 'Flies in these', '只'),
    eggRooms: count('有活卵鞘房间（蟑）', 'Rooms with egg cases', '间'),
    traceRooms: count('有蟑迹房间（蟑）', 'Rooms with traces', '间'),
    metres: count('外环境检查距离（鼠、蚊）', 'Walked (rodents, mosquitoes)', '米'),
    traces: count('鼠迹（鼠）或阳性积水（蚊）', 'Traces or positive waters', '处'),
    dips: count('采样勺（蚊）', 'Dips', '勺'),
    positiveDips: count('阳性勺（蚊）', 'Positive dips', '勺'),
    larvae: count('幼虫和蛹（蚊）', 'Larvae', '只'),
    catches: count('停落法人次（蚊）', 'Catches', '人次'),
    landed: count('停落蚊虫（蚊）', 'Landed', '只'),
    sites: count('检查室外孳生地（蝇）', 'Breeding sites', '处'),
    positiveSites: count('阳性孳生地（蝇）', 'Positive sites', '处'),
    facilities: count('检查防护设施（鼠、蝇）', 'Facilities', '处'),
    goodFacilities: count('合格防护设施（鼠、蝇）', 'Good facilities', '处'),
    exposedFood: inputs.yesNo('直接入口食品场所有蝇或室内有孳生地', 'Flies at food, or breeding indoors'),
  }),
  async run({ input, today, find, create }) {
    const { point, vector, happenedOn = today, exposedFood, ...counts } = input
    const held = await find(vectorPoint, and(eq(vectorPoints.id, point), isNull(vectorPoints.voidedAt)))
    if (held?.state !== 'active')
      return refuse('point', { zh: '监测点不存在或已停用', en: 'No such point, or it is closed' })
    if (happenedOn > today || happenedOn < held.happenedOn)
      refuse('happenedOn', {
        zh: '监测日期须在设点之后、今天之前',
        en: 'The day lies before the point, or in the future',
      })
    for (const [part, whole] of WITHIN)
      if ((counts[part] ?? 0) > (counts[whole] ?? 0))
        refuse(part, { zh: '阳性（合格）数不能超过检查数', en: 'More than were looked at' })
    if (exposedFood && vector !== 'fly') refuse('exposedFood', { zh: '此项只在蝇类监测时填', en: 'Only for flies' })
    const { grade, readings } = gradeOf(vector, counts, exposedFood)
    if (readings.length === 0)
      refuse('rooms', {
        zh: `没有可用于${vectors[vector].zh}定级的数，请填写`,
        en: 'Nothing was counted by which it is graded',
      })
    const same = and(eq(surveys.point, point), eq(surveys.vector, vector), eq(surveys.happenedOn, happenedOn))
    if (await find(survey, and(same, isNull(surveys.voidedAt))))
      refuse('vector', { zh: '该监测点当天已登记这种病媒', en: 'It was surveyed on that day already' })
    return create({
      ...counts,
      ...{ point, vector, happenedOn, name: held.name, division: held.division, grade },
      exposedFood: vector === 'fly' ? exposedFood : null,
      readings: readingText(readings),
      edition: editionOn(vector, happenedOn),
    })
  },
})

export const voidSurvey = voidAction(
  survey,
  { zh: '作废后该次监测不再计入。确定作废？', en: 'The survey will no longer count. Void it?' },
  { zh: '作废监测记录', en: 'Void the survey' },
)

export const photoOfSurvey = attachAction(survey)
