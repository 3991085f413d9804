import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { daysBetween } from '@kangheng/kernel/period/date.ts'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { voiding } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { creditService, uncreditService } from '../family-doctor/index.ts'
import { formInputs as inputs, noteUse, withdrawUse } from '../health-record/index.ts'
import * as codes from './codes.ts'
import { isCheckDay } from './course.ts'
import { deriveAgain, factorsOf, pregnancyOf, recordedOf, visitColumns, type CareContext } from './derive.ts'
import { antenatalCard, asText, postpartumCard } from './inputs.ts'
import { antenatalVisit, postpartumVisit } from './records.ts'
import type { AntenatalRow, PostpartumRow } from './tables.ts'

/** Notes a service in the health record and credits it to a contract. */
async function tell(
  context: ActionContext,
  record: typeof antenatalVisit | typeof postpartumVisit,
  person: string,
  on: string,
  id: string,
) {
  await noteUse(context, { person, on, kind: 'maternal-visit', record: record.id, id })
  const evidence = { record: record as typeof antenatalVisit, id }
  await creditService(context, { person, kind: 'maternal-visit', on, evidence })
}

/** Takes both back, and derives again what followed from the visit. Returns what voids it. */
async function takeBack(
  context: CareContext,
  { id, person }: { readonly id: string; readonly person: string | null },
  reason: string,
) {
  const row = await pregnancyOf(context, person!)
  await deriveAgain(context, row, await recordedOf(context, row, id))
  const voided = voidedBecause(reason)
  await uncreditService(context, { person: person!, id }, voided)
  await withdrawUse(context, { person: person!, id }, voided)
  return voided
}

export const recordVisit = defineAction(antenatalVisit, {
  name: 'record',
  title: { zh: '登记产前检查', en: 'Record an antenatal visit' },
  on: 'new',
  to: 'recorded',
  input: z.object({ person: inputs.person, happenedOn: inputs.day('检查日期', 'Examined on'), ...antenatalCard }),
  async run(context) {
    const { person: id, happenedOn = context.today, ...card } = context.input
    const woman = await getPerson(context, id)
    assertAlive(woman)
    const row = await pregnancyOf(context, id)
    const recorded = await recordedOf(context, row)
    const { delivery, visits } = recorded
    if (happenedOn < row.lastPeriodOn || happenedOn > context.today || (delivery && happenedOn > delivery.happenedOn))
      refuse('happenedOn', {
        zh: '检查日期应在末次月经之后、分娩和今天之前',
        en: 'Between the last period, the delivery and today',
      })
    if (visits.some((each) => each.happenedOn === happenedOn))
      refuse('happenedOn', { zh: `${happenedOn}已有一次产前检查`, en: `There is a visit on ${happenedOn} already` })
    const factors = factorsOf(row, woman, { riskFactors: card.riskFactors, haemoglobin: card.haemoglobin ?? null })
    const own = {
      ...card,
      ...{ id: uuidv7(), person: id, division: row.division, happenedOn, pregnancy: row.id },
      ...{ weight: asText(card.weight), fundalHeight: asText(card.fundalHeight) },
      ...visitColumns(row.lastPeriodOn, happenedOn, factors),
    }
    const written = await context.create(own)
    await deriveAgain(context, row, { ...recorded, visits: [...visits, written as AntenatalRow] })
    await tell(context as never, antenatalVisit, id, happenedOn, own.id)
    return written
  },
})

export const voidVisit = defineAction(antenatalVisit, {
  ...voiding({
    zh: '作废后风险颜色和下次服务将重新推算。确定作废？',
    en: 'Risk and next step are derived again. Void it?',
  }),
  run: async (context) => context.change(await takeBack(context, context.current, context.input.reason)),
})

export const visitMother = defineAction(postpartumVisit, {
  name: 'record',
  title: { zh: '登记产后访视或42天检查', en: 'Record a postpartum visit' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    person: inputs.person,
    kind: inputs.choice(codes.postpartumKinds, { zh: '类别', en: 'Kind' }),
    happenedOn: inputs.day('访视日期', 'Visited on'),
    ...postpartumCard,
  }),
  async run(context) {
    const { person: id, happenedOn = context.today, temperature, ...card } = context.input
    const row = await pregnancyOf(context, id)
    const recorded = await recordedOf(context, row)
    const { delivery, postpartum } = recorded
    if (!delivery) return refuse('person', { zh: '尚未登记分娩', en: 'The delivery is not recorded yet' })
    if (happenedOn < delivery.happenedOn || happenedOn > context.today)
      refuse('happenedOn', { zh: '访视日期应在分娩之后、今天之前', en: 'Between the delivery and today' })
    if (card.kind === 'day-42' && !isCheckDay(delivery.happenedOn, happenedOn))
      refuse('happenedOn', { zh: '42天检查应在产后35天之后', en: 'The 42-day check lies 35 days after birth at least' })
    if (postpartum.some((each) => each.happenedOn === happenedOn))
      refuse('happenedOn', { zh: `${happenedOn}已有一次访视`, en: `There is a visit on ${happenedOn} already` })
    const own = {
      ...card,
      ...{ id: uuidv7(), person: id, division: row.division, happenedOn, pregnancy: row.id },
      ...{ temperature: asText(temperature), daysAfter: daysBetween(delivery.happenedOn, happenedOn) },
    }
    const written = await context.create(own)
    await deriveAgain(context, row, { ...recorded, postpartum: [...postpartum, written as PostpartumRow] })
    await tell(context as never, postpartumVisit, id, happenedOn, own.id)
    return written
  },
})

export const voidMotherVisit = defineAction(postpartumVisit, {
  ...voiding({ zh: '作废后该次访视不再计入。确定作废？', en: 'The visit will no longer count. Void it?' }),
  run: async (context) => context.change(await takeBack(context, context.current, context.input.reason)),
})
