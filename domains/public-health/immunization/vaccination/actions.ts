import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { daysBetween } from '@kangheng/kernel/period/date.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import type { RowOf } from '@kangheng/kernel/record/define-record.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { noteUse } from '../../health-record/index.ts'
import { forecastReasons, routes, seriesTitles, sites, vaccineTitles } from '../codes.ts'
import { forecast } from '../forecast/forecast.ts'
import { scheduleOn } from '../forecast/schedules.ts'
import { type VaccineCode, vaccineOf } from '../forecast/vaccines.ts'
import * as inputs from '../inputs.ts'
import { card, lot, vaccination } from '../records.ts'
import { firstToUse, whyNotUsable } from '../stock/lot.ts'
import { lots } from '../tables.ts'
import { asGiven, childOf, dosesOf, exclusionsOf, findCard, settle } from './settle.ts'
import { verdictsOf } from './verdicts.ts'

type Context = Pick<
  ActionContext,
  'connection' | 'county' | 'find' | 'findAll' | 'today' | 'createOther' | 'changeOther'
>

const notUsable = {
  stopped: { zh: '该批次已停用，请换一批', en: 'The lot was stopped; take another one' },
  expired: { zh: '该批次已过有效期，请报废并换一批', en: 'The lot has expired; discard it and take another one' },
  empty: { zh: '该批次已用完，请换一批', en: 'The lot is used up; take another one' },
}

/** The lot to be used: not stopped, expired or empty, and no other lot of the vaccine expires earlier. */
async function getLot(context: Context, id: string, on: string): Promise<RowOf<typeof lots>> {
  const chosen = await context.find(lot, and(eq(lots.id, id), isNull(lots.voidedAt)))
  if (!chosen) return refuse('lot', { zh: '没有这批疫苗', en: 'There is no such lot' })
  const fault = whyNotUsable(chosen, on)
  if (fault) refuse('lot', notUsable[fault])
  const mine = chosen.institution === null ? undefined : eq(lots.institution, chosen.institution)
  const others = await context.findAll(lot, and(eq(lots.vaccine, chosen.vaccine), mine, isNull(lots.voidedAt)))
  const first = firstToUse(others, chosen.vaccine, on)
  if (first && first.expiresOn < chosen.expiresOn) {
    const { lotNumber, expiresOn } = others.find((each) => each.id === first.id)!
    refuse('lot', {
      zh: `近效期先用：请先用批号${lotNumber}（有效期至${expiresOn}），不能用的先报废`,
      en: `First expired, first out: use lot ${lotNumber} (expires ${expiresOn}) first, or discard it`,
    })
  }
  return chosen
}

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

/** What the new dose would count as; refuses one that counts for nothing, unless a reason is given. */
async function judge(context: Context, id: string, vaccine: VaccineCode, on: string, despite: string | undefined) {
  const person = await getPerson(context, id)
  assertAlive(person)
  if (on < person.birth) refuse('happenedOn', { zh: '接种日期早于出生日期', en: 'The day lies before the birth' })
  const history = [...(await dosesOf(context, id)).map(asGiven), { vaccine, date: on }]
  const schedule = scheduleOn(context.today)
  const answer = forecast({ ...childOf(person), on: context.today, schedule, doses: history })
  const verdict = verdictsOf(history, answer).at(-1)!
  const counts = verdict.dose !== null || vaccineOf(vaccine).series.length === 0
  if (!counts && despite === undefined) {
    const reasons = verdict.reasons.map((reason) => forecastReasons[reason])
    refuse('despite', {
      zh: `这一剂不计入免疫程序（${reasons.map(({ zh }) => zh).join('，')}）；确需接种的，请写明理由`,
      en: `This dose would not count (${reasons.map(({ en }) => en).join(', ')}); say why if it must be given`,
    })
  }
  return { person, ...verdict, reasons: [...verdict.reasons] }
}

/** Three checks, seven comparisons, one confirmation. Source: 预防接种工作规范, 三查七对一验证. */
const verification = {
  checked: inputs.confirmed(
    { zh: '三查', en: 'Three checks' },
    {
      zh: '查健康状况和禁忌，查接种卡与接种证，查疫苗外观、批号、有效期和注射器',
      en: 'Health and contraindications; card and certificate; look, lot and expiry of vaccine and syringe',
    },
  ),
  compared: inputs.confirmed(
    { zh: '七对', en: 'Seven comparisons' },
    {
      zh: '对姓名、年龄、疫苗品名、规格、剂量、部位、途径',
      en: 'Name, age, vaccine, presentation, quantity, site, route',
    },
  ),
  confirmedByGuardian: inputs.confirmed(
    { zh: '一验证', en: 'Confirmed' },
    { zh: '受种者或监护人验证疫苗品种和有效期', en: 'Person or guardian has confirmed vaccine and expiry' },
  ),
}

const despiteInput = field(z.string().trim().min(2).max(200).optional(), {
  title: { zh: '不计剂次仍接种的理由', en: 'Reason, when it does not count' },
})

export const give = defineAction(vaccination, {
  name: 'give',
  title: { zh: '接种登记', en: 'Record a vaccination' },
  on: 'new',
  to: 'given',
  input: z.object({
    person: inputs.person,
    lot: field(z.uuid(), { title: { zh: '疫苗批次', en: 'Lot' }, refersTo: 'record:immunization.lot' }),
    site: inputs.choice(sites, { zh: '接种部位', en: 'Site' }),
    route: inputs.choice(routes, { zh: '接种途径', en: 'Route' }),
    vaccinator: inputs.short('接种人员', 'Given by'),
    happenedOn: inputs.day('接种日期', 'Given on'),
    within24Hours: field(z.boolean().default(false), {
      title: { zh: '出生24小时内', en: 'Within 24 hours of birth' },
    }),
    ...verification,
    despite: despiteInput,
  }),
  async run(context) {
    const { input, today } = context
    const on = input.happenedOn ?? today
    for (const name of ['checked', 'compared', 'confirmedByGuardian'] as const)
      if (!input[name])
        refuse(name, { zh: '未完成三查七对一验证，不能接种', en: 'Without these checks no vaccine is given' })
    const taken = await getLot(context, input.lot, on)
    const vaccine = taken.vaccine as VaccineCode
    await assertNotExcluded(context, input.person, vaccine, on)
    const { person, ...verdict } = await judge(context, input.person, vaccine, on, input.despite)
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
      despite: input.despite ?? null,
    })
    await context.changeOther(lot, taken, { used: taken.used + 1 })
    await settle(context, person.id)
    await noteUse(context, { person: person.id, on, kind: 'vaccination', record: vaccination.id, id: row.id })
    return row
  },
})

export const enter = defineAction(vaccination, {
  name: 'enter',
  title: { zh: '补录接种史', en: 'Enter an earlier dose' },
  on: 'new',
  to: 'entered',
  input: z.object({
    person: inputs.person,
    vaccine: inputs.choice(vaccineTitles, { zh: '疫苗', en: 'Vaccine' }),
    happenedOn: field(z.iso.date(), { title: { zh: '接种日期', en: 'Given on' } }),
    lotNumber: field(z.string().trim().max(40).optional(), { title: { zh: '批号', en: 'Lot' } }),
    within24Hours: field(z.boolean().default(false), {
      title: { zh: '出生24小时内', en: 'Within 24 hours of birth' },
    }),
  }),
  async run(context) {
    const { person: id, vaccine, happenedOn, lotNumber, within24Hours } = context.input
    const same = (await dosesOf(context, id)).find((each) => each.vaccine === vaccine && each.happenedOn === happenedOn)
    if (same)
      refuse('happenedOn', {
        zh: '这一天的这种疫苗已有记录',
        en: 'There is a dose of this vaccine on this day already',
      })
    // A book is entered as it is written: a dose that does not count is kept with its reason.
    const { person, ...verdict } = await judge(context, id, vaccine, happenedOn, '')
    if (within24Hours && daysBetween(person.birth, happenedOn) > 1)
      refuse('within24Hours', { zh: '接种日期已超过出生24小时', en: 'The day is more than 24 hours after birth' })
    const row = await context.create({
      person: person.id,
      division: person.division,
      happenedOn,
      vaccine,
      ...verdict,
      lotNumber: lotNumber ?? null,
      within24Hours,
    })
    await settle(context, person.id)
    return row
  },
})

export const withdraw = defineAction(vaccination, {
  name: 'withdraw',
  title: { zh: '作废', en: 'Void' },
  on: 'existing',
  confirm: {
    zh: '作废后该剂次不再计入，后面的剂次会重新判断。确定作废？',
    en: 'The dose no longer counts and later ones are judged again. Void it?',
  },
  input: z.object({ reason: inputs.long('作废原因', 'Reason') }),
  async run(context) {
    const row = await context.change(voidedBecause(context.input.reason))
    await settle(context, row.person!)
    return row
  },
})

export const openCard = defineAction(card, {
  name: 'open',
  title: { zh: '建立接种卡', en: 'Make a card' },
  on: 'new',
  to: 'open',
  input: z.object({ person: inputs.person }),
  async run(context) {
    const { person } = context.input
    assertAlive(await getPerson(context, person))
    if (await findCard(context, person))
      refuse('person', { zh: '此人已有接种卡', en: 'This person has a card already' })
    await settle(context, person)
    return findCard(context, person)
  },
})

/** A card made for the wrong person, or a second one before two files are joined; what was given stays. */
export const voidCard = defineAction(card, {
  name: 'void',
  title: { zh: '作废接种卡', en: 'Void the card' },
  on: 'existing',
  confirm: { zh: '作废后此人不再列入应种名单。确定作废？', en: 'The person leaves the list of the due. Void it?' },
  input: z.object({ reason: inputs.long('作废原因', 'Reason') }),
  run: ({ input, change }) => change(voidedBecause(input.reason)),
})
