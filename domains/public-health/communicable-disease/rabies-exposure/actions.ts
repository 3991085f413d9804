import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { daysBetween } from '@kangheng/kernel/period/date.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { giveFromStock, lot as stockLot, sites, vaccineTitles } from '../../immunization/index.ts'
import { animals, animalStates, bodySites, rabiesDose, rabiesExposure } from './records.ts'
import {
  contacts,
  earlierCourse,
  gradeOf,
  immunoglobulinUnits,
  immunoglobulinUntil,
  nextDose,
  schedules,
} from './schedule.ts'
import { rabiesDoses } from './tables.ts'

const line = (zh: string, en: string) => field(z.string().trim().min(1).max(60), { title: { zh, en } })

/** Into the upper arm, of small children the thigh; never the buttock. Source: 狂犬病暴露预防处置工作规范（2023年版）. */
const { mouth: _mouth, ...injectionSites } = sites

/** What is asked whenever something is injected. Source: 预防接种工作规范（2023年版）, three checks, seven comparisons, one confirmation. */
const injection = {
  lot: field(z.uuid(), { title: { zh: '批次（库存）', en: 'Lot in stock' }, refersTo: `record:${stockLot.id}` }),
  vaccinator: line('接种人员', 'Given by'),
  verified: field(z.boolean(), { title: { zh: '已完成三查七对一验证', en: 'Verified by all points' } }),
}

function assertVerified(verified: boolean): void {
  if (!verified)
    refuse('verified', {
      zh: '须完成三查七对一验证后接种',
      en: 'Verify person, product, lot and expiry before giving it',
    })
}

export const registerExposure = defineAction(rabiesExposure, {
  name: 'register',
  title: { zh: '登记暴露', en: 'Register an exposure' },
  on: 'new',
  to: 'course',
  input: z.object({
    person: field(z.uuid(), { title: { zh: '暴露者', en: 'Who was exposed' }, refersTo: 'person' }),
    exposedOn: field(z.iso.date(), { title: { zh: '暴露日期', en: 'Exposed on' } }),
    animal: choice(animals, { zh: '致伤动物', en: 'Animal' }),
    animalState: choice(animalStates, { zh: '动物情况', en: 'State of the animal' }),
    contact: choice(contacts, { zh: '暴露方式', en: 'Exposure' }),
    site: choice(bodySites, { zh: '暴露部位', en: 'Part of the body' }),
    immunodeficient: field(z.boolean().default(false), {
      title: { zh: '免疫功能严重低下', en: 'Immunity severely impaired' },
    }),
    weightKg: field(z.number().min(1).max(250).multipleOf(0.1).optional(), {
      title: { zh: '体重', en: 'Weight' },
      unit: { zh: 'kg', en: 'kg' },
      help: { zh: 'Ⅲ级暴露必填，用于计算被动免疫制剂用量', en: 'Needed for grade III: the immunoglobulin goes by it' },
    }),
    woundTreated: field(z.boolean(), {
      title: { zh: '伤口规范处置（流水冲洗约15分钟并消毒）', en: 'Wound washed for about 15 minutes and disinfected' },
    }),
    earlierCourseOn: field(z.iso.date().optional(), {
      title: { zh: '既往全程接种完成日期', en: 'Earlier course finished on' },
    }),
    schedule: field(z.enum(['essen', 'zagreb']).optional(), {
      title: { zh: '免疫程序', en: 'Schedule' },
      values: { essen: schedules.essen.title, zagreb: schedules.zagreb.title },
      help: { zh: 'Ⅱ、Ⅲ级初次暴露必填', en: 'Needed for a first exposure of grade II or III' },
    }),
  }),
  run({ input, today, create }) {
    if (input.exposedOn > today) return refuse('exposedOn', { zh: '不能晚于今天', en: 'Not later than today' })
    if (input.contact === 'bat' && input.animal !== 'bat')
      return refuse('animal', { zh: '接触蝙蝠的，致伤动物应为蝙蝠', en: 'The contact was with a bat' })
    const grade = gradeOf(input.contact, input.immunodeficient)
    const earlier = earlierCourse(input.earlierCourseOn ?? null, input.exposedOn)
    const needsImmunoglobulin = grade === 'III' && earlier === 'none'
    if (grade !== 'I' && !input.woundTreated)
      return refuse('woundTreated', {
        zh: 'Ⅱ、Ⅲ级暴露须先按规范处置伤口',
        en: 'With grade II or III the wound is treated first',
      })
    if (needsImmunoglobulin && input.weightKg === undefined)
      return refuse('weightKg', { zh: 'Ⅲ级暴露须填体重', en: 'Give the weight: grade III needs immunoglobulin' })
    const common = {
      ...input,
      weightKg: input.weightKg?.toFixed(1) ?? null,
      happenedOn: today,
      grade,
      needsImmunoglobulin,
    }
    if (grade === 'I' || earlier === 'protected')
      return create({ ...common, state: 'no-vaccine', schedule: null, planned: 0 })
    if (earlier === 'none' && !input.schedule)
      return refuse('schedule', { zh: '请选择免疫程序', en: 'Choose the schedule' })
    const schedule = earlier === 'booster' ? 'booster' : input.schedule!
    const first = nextDose(schedule, today, [])!
    return create({
      ...common,
      schedule,
      planned: schedules[schedule].days.length,
      nextNumber: first.number,
      nextDueOn: first.dueOn,
    })
  },
})

export const giveDose = defineAction(rabiesExposure, {
  name: 'vaccinate',
  title: { zh: '接种疫苗', en: 'Give a dose' },
  on: 'existing',
  from: ['course'],
  input: z.object({ ...injection, injectionSite: choice(injectionSites, { zh: '接种部位', en: 'Site' }) }),
  async run(context) {
    const { input, current, today, findAll, createOther, change } = context
    assertVerified(input.verified)
    const due = { number: current.nextNumber!, dueOn: current.nextDueOn! }
    if (today < due.dueOn)
      return refuse('state', {
        zh: `第${due.number}剂应于${due.dueOn}接种，不得提前`,
        en: `Dose ${due.number} is due on ${due.dueOn} and not given earlier`,
      })
    const { person: patient } = current
    const taken = await giveFromStock(context, {
      ...{ person: patient!, lot: input.lot, products: ['RabV'], count: 1 },
      ...{ site: input.injectionSite, route: 'intramuscular', vaccinator: input.vaccinator },
    })
    const doses = await findAll(rabiesDose, and(eq(rabiesDoses.exposure, current.id), isNull(rabiesDoses.voidedAt)))
    await createOther(rabiesDose, {
      state: 'given',
      exposure: current.id,
      person: current.person,
      division: current.division,
      happenedOn: today,
      number: due.number,
      product: `${vaccineTitles.RabV.zh}（${taken.manufacturer}）`,
      lot: taken.lotNumber,
      daysLate: daysBetween(due.dueOn, today),
    })
    const given = [...doses.map((dose) => dose.happenedOn).sort(), today]
    const next = nextDose(current.schedule as keyof typeof schedules, current.happenedOn, given)
    return change({
      state: next ? 'course' : 'completed',
      given: given.length,
      firstDoseOn: given[0]!,
      lastDoseOn: today,
      nextNumber: next?.number ?? null,
      nextDueOn: next?.dueOn ?? null,
    })
  },
})

export const giveImmunoglobulin = defineAction(rabiesExposure, {
  name: 'immunise',
  title: { zh: '注射被动免疫制剂', en: 'Give immunoglobulin' },
  on: 'existing',
  from: ['course', 'completed'],
  input: z.object({
    ...injection,
    vials: field(z.int().min(1).max(50), {
      title: { zh: '使用支数', en: 'Vials' },
      unit: { zh: '支', en: 'vials' },
      help: {
        zh: '按体重计算的用量（人源20、马源40 IU/kg）折合支数',
        en: 'What the dose by weight (human 20, equine 40 IU/kg) comes to',
      },
    }),
  }),
  async run(context) {
    const { input, current, today, change } = context
    assertVerified(input.verified)
    if (!current.needsImmunoglobulin)
      return refuse('state', {
        zh: '仅Ⅲ级暴露且既往未全程接种者使用',
        en: 'Only for grade III without an earlier course',
      })
    if (current.immunoglobulinOn)
      return refuse('state', { zh: `已于${current.immunoglobulinOn}注射`, en: `Given on ${current.immunoglobulinOn}` })
    if (current.firstDoseOn && today > immunoglobulinUntil(current.firstDoseOn))
      return refuse('state', {
        zh: '首剂疫苗后超过7天不再使用被动免疫制剂',
        en: 'No longer given when more than seven days have passed since the first dose',
      })
    const taken = await giveFromStock(context, {
      ...{ person: current.person!, lot: input.lot, products: ['RIG-H', 'RIG-E'], count: input.vials },
      // Into and around the wound first, what is left far from the vaccine.
      ...{ site: null, route: 'intramuscular', vaccinator: input.vaccinator },
    })
    const product = taken.vaccine === 'RIG-H' ? 'human' : 'equine'
    return change({
      immunoglobulin: product,
      immunoglobulinUnits: immunoglobulinUnits(product, Number(current.weightKg)),
      immunoglobulinLot: taken.lotNumber,
      immunoglobulinOn: today,
    })
  },
})

export const stopCourse = defineAction(rabiesExposure, {
  name: 'stop',
  title: { zh: '中止接种', en: 'Stop the course' },
  on: 'existing',
  from: ['course'],
  to: 'stopped',
  confirm: { zh: '中止后不再提醒后续剂次。确定吗？', en: 'Later doses are no longer asked for. Go on?' },
  input: z.object({
    reason: field(z.string().trim().min(2).max(200), {
      title: { zh: '原因', en: 'Reason' },
      help: {
        zh: '如：伤人犬、猫观察10日健康；转外地接种；本人拒绝',
        en: 'For example: the dog was well after ten days; moved away; refused',
      },
    }),
  }),
  run: ({ input, change }) => change({ endReason: input.reason, nextNumber: null, nextDueOn: null }),
})
