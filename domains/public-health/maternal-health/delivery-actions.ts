import { and, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { getPerson } from '@kangheng/kernel/person/registry.ts'
import { findPlace } from '@kangheng/kernel/place/find.ts'
import { institutionKinds, type InstitutionKind } from '@kangheng/kernel/place/kinds.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voiding } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { takeIntoCare } from '../child-health/index.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import * as codes from './codes.ts'
import { weeksOn } from './course.ts'
import { deriveAgain, pregnancyOf, recordedOf } from './derive.ts'
import { childBorn } from './inputs.ts'
import { delivery, newborn } from './records.ts'
import type { DeliveryRow } from './tables.ts'

/** Completed weeks of the shortest pregnancy that ends in a delivery; before, it ended early. */
const LEAST_WEEKS = 20

/** The institution of the county in which a delivery was: the one named, otherwise that of the account where its level is that of the place. */
async function unitOf(context: Pick<ActionContext, 'connection' | 'county' | 'actor'> & { input: DeliveredIn }) {
  const { place, unit, deliveredAt } = context.input
  if (place !== 'hospital' && place !== 'township') return null
  const code = unit ?? (deliveredAt ? null : context.actor.institution)
  const found = code ? await findPlace(context.connection, context.county, code) : undefined
  const level = found?.kind ? levelOf(found.kind) : undefined
  if (level === (place === 'hospital' ? 'county' : 'township')) return code!
  if (unit) refuse('unit', { zh: '机构与分娩地点不符', en: 'The institution is not of the kind named as place' })
  return null
}
interface DeliveredIn {
  readonly place: string
  readonly unit?: string | undefined
  readonly deliveredAt?: string | undefined
}
const levelOf = (kind: string) =>
  kind in institutionKinds ? institutionKinds[kind as InstitutionKind].level : undefined

export const deliver = defineAction(delivery, {
  name: 'record',
  title: { zh: '登记分娩', en: 'Record a delivery' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('分娩日期', 'Delivered on'),
    place: inputs.choice(codes.places, { zh: '分娩地点', en: 'Place' }),
    unit: field(z.string().trim().max(30).optional(), {
      title: { zh: '助产机构', en: 'Institution of the county' },
      refersTo: 'institution',
      help: { zh: '不填为本机构', en: 'Your own when left out' },
    }),
    deliveredAt: inputs.short('县外分娩机构', 'Institution outside the county', 100),
    mode: inputs.choice(codes.modes, { zh: '分娩方式', en: 'Mode' }),
    bloodLoss: inputs.counted('24小时出血量', 'Loss of blood within 24 hours', 0, 10_000, 'ml'),
    complications: inputs.long('并发症', 'Complications'),
    dischargedOn: inputs.day('出院日期', 'Discharged on'),
    children: field(z.array(childBorn).min(1).max(6), { title: { zh: '出生儿', en: 'Children' } }),
  }),
  async run(context) {
    const { person: id, happenedOn = context.today, children, dischargedOn, ...given } = context.input
    const row = await pregnancyOf(context, id)
    const recorded = await recordedOf(context, row)
    if (recorded.delivery)
      refuse('person', { zh: `已登记${recorded.delivery.happenedOn}的分娩`, en: 'The delivery is recorded already' })
    const weeks = weeksOn(row.lastPeriodOn, happenedOn)
    if (happenedOn > context.today || weeks < LEAST_WEEKS || weeks > 45)
      refuse('happenedOn', { zh: '分娩应在孕20周之后、今天之前', en: 'Between 20 weeks of pregnancy and today' })
    if (recorded.visits.some((visit) => visit.happenedOn > happenedOn))
      refuse('happenedOn', { zh: '分娩日期之后还有产前检查', en: 'There is an antenatal visit after that day' })
    if (dischargedOn && (dischargedOn < happenedOn || dischargedOn > context.today))
      refuse('dischargedOn', { zh: '出院日期应在分娩之后、今天之前', en: 'Between the delivery and today' })
    const own = {
      ...given,
      unit: await unitOf(context),
      ...{ id: uuidv7(), person: id, division: row.division, happenedOn, pregnancy: row.id, weeks },
      dischargedOn: dischargedOn ?? null,
      liveBirths: children.filter((child) => child.alive).length,
      stillbirths: children.filter((child) => !child.alive).length,
    }
    const written = await context.create(own)
    for (const [index, child] of children.entries())
      await context.createOther(newborn, {
        ...{ state: child.alive ? 'born' : 'stillborn', person: id, division: row.division, happenedOn },
        ...{ delivery: own.id, number: index + 1, place: given.place, weeks },
        ...child,
        length: child.length === undefined ? null : String(child.length),
      })
    await deriveAgain(context, row, { ...recorded, delivery: written as DeliveryRow }, { state: 'postpartum' })
    return written
  },
})

export const voidDelivery = defineAction(delivery, {
  ...voiding({
    zh: '作废后妊娠回到孕期，出生儿一并作废。确定作废？',
    en: 'The pregnancy goes on, and the children are voided too. Void it?',
  }),
  async run(context) {
    const { current, change } = context
    const row = await pregnancyOf(context, current.person!)
    const recorded = await recordedOf(context, row, current.id)
    const { table } = newborn
    const children = await context.findAll(newborn, and(eq(table.delivery, current.id), isNull(table.voidedAt)))
    if (recorded.postpartum.length > 0 || children.some((each) => each.handedOverOn !== null))
      refuse('reason', { zh: '已有产后访视或已交接新生儿，不能作废', en: 'There are postpartum visits or a hand-over' })
    const voided = voidedBecause(context.input.reason)
    for (const child of children) await context.changeOther(newborn, child, voided)
    await deriveAgain(context, row, recorded, { state: 'pregnant' })
    return change(voided)
  },
})

export const handOver = defineAction(newborn, {
  name: 'hand-over',
  title: { zh: '新生儿交接', en: 'Hand a newborn over' },
  on: 'existing',
  from: ['born'],
  to: 'handed-over',
  input: z.object({
    child: field(z.uuid(), { title: { zh: '儿童（已登记出生）', en: 'Child on the register' }, refersTo: 'person' }),
    on: inputs.day('交接日期', 'Handed over on'),
  }),
  async run(context) {
    const { current, input, today, change } = context
    const on = input.on ?? today
    const child = await getPerson(context, input.child)
    if (child.birth !== current.happenedOn || child.sex !== current.sex)
      refuse('child', { zh: '出生日期或性别与分娩记录不符', en: 'Day of birth or sex differ from the delivery' })
    if (on < current.happenedOn || on > today)
      refuse('on', { zh: '交接日期应在出生之后、今天之前', en: 'Between the birth and today' })
    const taken = await context.find(newborn, and(eq(newborn.table.child, input.child), isNull(newborn.table.voidedAt)))
    if (taken) refuse('child', { zh: '该儿童已交接', en: 'This child has been handed over already' })
    const born = await context.find(delivery, eq(delivery.table.id, current.delivery))
    const childInCare = await takeIntoCare(context, {
      ...{ person: input.child, happenedOn: on, mother: current.person! },
      ...{ birthWeight: current.weight ?? undefined, gestationalWeeks: current.weeks },
      plurality: (born?.liveBirths ?? 0) + (born?.stillbirths ?? 0) || 1,
      dischargedOn: born?.dischargedOn && born.dischargedOn <= today ? born.dischargedOn : undefined,
      riskFactors: current.defect ? ['defect'] : [],
    })
    return change({ child: input.child, childInCare, handedOverOn: on })
  },
})
