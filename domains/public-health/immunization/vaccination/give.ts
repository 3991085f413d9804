import { z } from 'zod'
import { daysBetween } from '@kangheng/kernel/period/date.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { noteUse } from '../../health-record/index.ts'
import { routes, seriesTitles, sites } from '../codes.ts'
import { type VaccineCode, vaccineOf } from '../forecast/vaccines.ts'
import * as inputs from '../inputs.ts'
import { lot, vaccination } from '../records.ts'
import { beginObservation, visitForDose } from '../session/dose-of-visit.ts'
import { getLot } from '../stock/usable-lot.ts'
import type { vaccinations } from '../tables.ts'
import { judgeDose } from './judge-dose.ts'
import { exclusionsOf, settle } from './settle.ts'
import { assertVerified, verificationInputs } from './verification.ts'

type Context = Pick<
  ActionContext,
  'connection' | 'county' | 'find' | 'findAll' | 'today' | 'createOther' | 'changeOther'
>

/** Refuses a series the person must not be given on the day. */
async function assertNotExcluded(context: Context, person: string, vaccine: VaccineCode, on: string): Promise<void> {
  const { series } = vaccineOf(vaccine)
  for (const held of await exclusionsOf(context, person))
    if (series.includes(held.series) && (held.until === null || on < held.until))
      refuse('lot', {
        zh: `此人登记有${seriesTitles[held.series].zh}疫苗的禁忌或暂缓${held.until ? `（至${held.until}）` : ''}，请先核实并解除`,
        en: `A contraindication or deferral of ${seriesTitles[held.series].en} is registered${held.until ? ` (until ${held.until})` : ''}; verify and lift it first`,
      })
}

const giveInput = z.object({
  person: inputs.person,
  lot: field(z.uuid(), { title: { zh: '疫苗批次', en: 'Lot' }, refersTo: 'record:immunization.lot' }),
  site: inputs.choice(sites, { zh: '接种部位', en: 'Site' }),
  route: inputs.choice(routes, { zh: '接种途径', en: 'Route' }),
  vaccinator: inputs.short('接种人员', 'Given by'),
  happenedOn: inputs.day('接种日期', 'Given on'),
  within24Hours: field(z.boolean().default(false), {
    title: { zh: '出生24小时内', en: 'Within 24 hours of birth' },
  }),
  visit: field(z.uuid().optional(), {
    title: { zh: '接种就诊', en: 'Visit' },
    refersTo: 'record:immunization.visit',
    help: { zh: '门诊日的排队就诊；产房接种不填', en: 'Of the session’s queue; none for a dose at birth' },
  }),
  ...verificationInputs,
})

type GiveContext = ActionContext<typeof vaccinations, z.output<typeof giveInput>>

/** Records a dose, takes it from its lot, judges the history anew, and begins the observation of a visit. */
async function recordDose(context: GiveContext, despite: string | undefined) {
  const { input, today } = context
  const on = input.happenedOn ?? today
  assertVerified(input)
  const visit = await visitForDose(context, input.visit, { person: input.person, on })
  const taken = await getLot(context, input.lot, on)
  const vaccine = taken.vaccine as VaccineCode
  await assertNotExcluded(context, input.person, vaccine, on)
  const { person, ...verdict } = await judgeDose(context, input.person, vaccine, on, despite)
  if (input.within24Hours && daysBetween(person.birth, on) > 1)
    refuse('within24Hours', { zh: '接种日期已超过出生24小时', en: 'The day is more than 24 hours after birth' })
  const row = await context.create({
    person: person.id,
    division: person.division,
    happenedOn: on,
    vaccine,
    ...verdict,
    lot: taken.id,
    lotNumber: taken.lotNumber,
    manufacturer: taken.manufacturer,
    expiresOn: taken.expiresOn,
    site: input.site,
    route: input.route,
    vaccinator: input.vaccinator,
    within24Hours: input.within24Hours,
    verified: true,
    visit: visit?.id ?? null,
    despite: despite ?? null,
  })
  await context.changeOther(lot, taken, { used: taken.used + 1 })
  if (visit) await beginObservation(context, visit)
  await settle(context, person.id)
  await noteUse(context, { person: person.id, on, kind: 'vaccination', record: vaccination.id, id: row.id })
  return row
}

export const give = defineAction(vaccination, {
  name: 'give',
  title: { zh: '接种登记', en: 'Record a vaccination' },
  on: 'new',
  to: 'given',
  input: giveInput,
  run: (context) => recordDose(context, undefined),
})

/** The right to give a dose that does not count by the schedule: only with its reason, and never against a contraindication. */
export const giveOffSchedule = defineAction(vaccination, {
  name: 'give-off-schedule',
  title: { zh: '计划外接种登记', en: 'Record a dose off the schedule' },
  on: 'new',
  to: 'given',
  input: giveInput.extend({
    despite: field(z.string().trim().min(4).max(200), {
      title: { zh: '不计剂次仍接种的理由', en: 'Why it is given although it does not count' },
      help: {
        zh: '如应急接种、群体性预防接种、出入境要求；有禁忌的仍不能接种',
        en: 'Such as an outbreak response or a campaign; never against a contraindication',
      },
    }),
  }),
  run: (context) => recordDose(context, context.input.despite),
})
