import { z } from 'zod'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { daysBetween } from '@kangheng/kernel/period/date.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { voidAction } from '@kangheng/kernel/record/void-action.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { vaccineTitles } from '../codes.ts'
import * as inputs from '../inputs.ts'
import { card, vaccination } from '../records.ts'
import { judgeDose } from './judge-dose.ts'
import { dosesOf, findCard, settle } from './settle.ts'

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
    const { person, ...verdict } = await judgeDose(context, id, vaccine, happenedOn, '')
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
export const voidCard = voidAction(
  card,
  { zh: '作废后此人不再列入应种名单。确定作废？', en: 'The person leaves the list of the due. Void it?' },
  { zh: '作废接种卡', en: 'Void the card' },
)
