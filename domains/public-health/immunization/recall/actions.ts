import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import * as inputs from '../inputs.ts'
import { vaccination } from '../records.ts'
import { vaccinations } from '../tables.ts'
import { recallNotice, ways } from './records.ts'
import { stoppedLots } from './stopped.ts'

const vaccinationField = field(z.uuid(), {
  title: { zh: '接种记录', en: 'Vaccination' },
  refersTo: 'record:immunization.vaccination',
})
const way = inputs.choice(ways, { zh: '方式', en: 'How' })
const reached = z.object({
  vaccination: vaccinationField,
  way,
  note: field(z.string().trim().min(2).max(500).optional(), {
    title: { zh: '告知情况', en: 'What was said' },
    multiline: true,
  }),
})

/** The dose of which somebody is told; only of a lot that a clinic or the county has stopped. */
async function recalledDose(context: Pick<ActionContext, 'connection' | 'county' | 'find'>, id: string) {
  const given = await context.find(vaccination, and(eq(vaccinations.id, id), isNull(vaccinations.voidedAt)))
  if (!given?.person) return refuse('vaccination', { zh: '没有这条接种记录', en: 'There is no such vaccination' })
  const { lotNumber, vaccine, person, division } = given
  if (lotNumber === null)
    return refuse('vaccination', { zh: '这一剂没有登记批号', en: 'No lot was recorded for this dose' })
  const stopped = await stoppedLots(context.connection, context.county)
  if (!stopped.some((each) => each.vaccine === vaccine && each.lotNumber === lotNumber))
    refuse('vaccination', {
      zh: `批号${lotNumber}没有停用，请先停用该批次再告知受种者`,
      en: `Lot ${lotNumber} is not stopped; stop it before people are told`,
    })
  return { person, division, vaccination: given.id, vaccine, lotNumber }
}

export const tell = defineAction(recallNotice, {
  name: 'tell',
  title: { zh: '告知受种者', en: 'Tell the person' },
  on: 'new',
  to: 'told',
  input: reached,
  async run(context) {
    const { note, ...input } = context.input
    const dose = await recalledDose(context, input.vaccination)
    return context.create({ ...dose, way: input.way, note: note ?? null, toldBy: context.actor.name })
  },
})

export const miss = defineAction(recallNotice, {
  name: 'miss',
  title: { zh: '未联系上', en: 'Nobody reached' },
  on: 'new',
  to: 'missed',
  input: reached.extend({ note: inputs.long('未联系上的原因', 'Why nobody was reached') }),
  async run(context) {
    const { note, way: by, vaccination: id } = context.input
    const dose = await recalledDose(context, id)
    return context.create({ ...dose, way: by, note, toldBy: context.actor.name })
  },
})
