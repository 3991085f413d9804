import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { mentalHealthOfficer, villageDoctor } from '../../roles.ts'
import { findings, outcomes, visitPurposes } from './codes.ts'
import { diseaseIds, diseases, isMajorDisease, MENTAL_ILLNESS } from './diseases.ts'
import { dayInput, householdInput, noteInput, personInput, yuanInput } from './inputs.ts'
import { reliefEntry, reliefIllness, reliefLink, reliefTreatment, reliefVisit } from './records.ts'
import { getReliefHousehold } from './register-actions.ts'
import { illnessClass, standingEntry } from './register.ts'
import { reliefEntries, reliefIllnesses, reliefLinks, reliefTreatments } from './tables.ts'

/** Roles that know who has a severe mental disorder. */
const knowMentalIllness: readonly string[] = [mentalHealthOfficer.id, villageDoctor.id]

export const verifyIllness = defineAction(reliefIllness, {
  name: 'verify',
  title: { zh: '核实患病', en: 'Verify an illness' },
  on: 'new',
  to: 'verified',
  input: z.object({
    person: personInput,
    disease: field(z.enum(diseaseIds), { title: { zh: '疾病', en: 'Disease' }, values: diseases }),
    foundBy: choice(findings, { zh: '核实方式', en: 'Verified by' }),
    supportOnly: field(z.boolean().default(false), {
      title: { zh: '无法治愈、需兜底保障', en: 'Beyond cure, needs full cover' },
    }),
    happenedOn: dayInput('核实日期', 'Verified on'),
  }),
  async run({ input, actor, findAll, find, create }) {
    if (input.disease === MENTAL_ILLNESS && !knowMentalIllness.includes(actor.role))
      return refuse('disease', {
        zh: '重性精神疾病由精防专干或患者所在村的村医登记',
        en: 'Registered by the mental-health officer or the patient’s village doctor',
      })
    const entries = await findAll(
      reliefEntry,
      and(eq(reliefEntries.person, input.person), isNull(reliefEntries.voidedAt)),
    )
    if (!standingEntry(entries))
      return refuse('person', { zh: '此人不在名册中', en: 'The person is not on the register' })
    const known = await find(
      reliefIllness,
      and(
        eq(reliefIllnesses.person, input.person),
        eq(reliefIllnesses.disease, input.disease),
        isNull(reliefIllnesses.endedOn),
      ),
    )
    if (known)
      return refuse('disease', { zh: `该病已于${known.happenedOn}核实`, en: `Verified on ${known.happenedOn} already` })
    return create({
      person: input.person,
      disease: input.disease,
      class: illnessClass(input.disease, input.supportOnly),
      foundBy: input.foundBy,
      ...(input.happenedOn ? { happenedOn: input.happenedOn } : {}),
    })
  },
})

export const endIllness = defineAction(reliefIllness, {
  name: 'end',
  title: { zh: '结束', en: 'End' },
  on: 'existing',
  from: ['verified'],
  to: 'ended',
  input: z.object({ on: dayInput('结束日期', 'Ended on') }),
  run: ({ input, today, change }) => change({ endedOn: input.on ?? today }),
})

export const enrol = defineAction(reliefTreatment, {
  name: 'enrol',
  title: { zh: '纳入专项救治', en: 'Enrol' },
  on: 'new',
  to: 'enrolled',
  input: z.object({
    illness: field(z.uuid(), { title: { zh: '患病核实', en: 'Illness' }, refersTo: 'record:poverty-relief.illness' }),
    hospital: field(z.string(), { title: { zh: '定点医院', en: 'Hospital' }, refersTo: 'institution' }),
    happenedOn: dayInput('建档日期', 'Enrolled on'),
  }),
  async run({ input, find, create }) {
    const illness = await find(reliefIllness, eq(reliefIllnesses.id, input.illness))
    if (!illness || illness.state !== 'verified')
      return refuse('illness', { zh: '没有这条有效的患病核实', en: 'No such verified illness' })
    if (!isMajorDisease(illness.disease)) {
      return refuse('illness', { zh: '该病不在大病专项救治病种内', en: 'Not one of the diseases of special treatment' })
    }
    const open = await find(
      reliefTreatment,
      and(eq(reliefTreatments.illness, input.illness), isNull(reliefTreatments.closedOn)),
    )
    if (open)
      return refuse('illness', { zh: `已于${open.happenedOn}纳入救治`, en: `Enrolled on ${open.happenedOn} already` })
    return create({ ...input, person: illness.person, disease: illness.disease })
  },
})

const costs = {
  totalCost: yuanInput('总费用', 'Total cost'),
  insurancePaid: yuanInput('医保报销', 'Paid by insurance'),
  aidPaid: yuanInput('救助资金', 'Paid by aid funds'),
}

function checkCosts(input: { totalCost: number; insurancePaid: number; aidPaid: number }) {
  if (input.insurancePaid + input.aidPaid > input.totalCost + 0.001) {
    refuse('aidPaid', { zh: '报销与救助之和不能超过总费用', en: 'Insurance and aid together exceed the total cost' })
  }
  return {
    totalCost: input.totalCost.toFixed(2),
    insurancePaid: input.insurancePaid.toFixed(2),
    aidPaid: input.aidPaid.toFixed(2),
  }
}

export const treat = defineAction(reliefTreatment, {
  name: 'treat',
  title: { zh: '登记救治', en: 'Record treatment' },
  on: 'existing',
  from: ['enrolled', 'treated'],
  to: 'treated',
  input: z.object({ on: dayInput('救治日期', 'Treated on'), ...costs }),
  run: ({ input, today, current, change }) =>
    change({ treatedOn: current.treatedOn ?? input.on ?? today, ...checkCosts(input) }),
})

export const closeTreatment = defineAction(reliefTreatment, {
  name: 'close',
  title: { zh: '结案', en: 'Close' },
  on: 'existing',
  from: ['enrolled', 'treated'],
  to: 'closed',
  input: z.object({
    on: dayInput('结案日期', 'Closed on'),
    outcome: choice(outcomes, { zh: '转归', en: 'Outcome' }),
  }),
  run: ({ input, today, change }) => change({ closedOn: input.on ?? today, outcome: input.outcome }),
})

export const linkOfficial = defineAction(reliefLink, {
  name: 'link',
  title: { zh: '结对', en: 'Link an official' },
  on: 'new',
  to: 'linked',
  input: z.object({
    reliefHousehold: householdInput,
    official: field(z.string().trim().min(2).max(40), { title: { zh: '帮扶干部', en: 'Official' } }),
    unit: field(z.string().trim().min(2).max(60), { title: { zh: '单位', en: 'Unit' } }),
    account: field(z.uuid().optional(), { title: { zh: '登录账号', en: 'Account' } }),
    happenedOn: dayInput('结对日期', 'Linked on'),
  }),
  async run({ input, today, find, create, changeOther }) {
    const home = await getReliefHousehold({ find }, input.reliefHousehold)
    const open = await find(reliefLink, and(eq(reliefLinks.reliefHousehold, home.id), isNull(reliefLinks.endsOn)))
    if (open) await changeOther(reliefLink, open, { state: 'ended', endsOn: input.happenedOn ?? today })
    return create({ ...input, division: home.division })
  },
})

export const visit = defineAction(reliefVisit, {
  name: 'visit',
  title: { zh: '登记走访', en: 'Record a visit' },
  on: 'new',
  to: 'made',
  input: z.object({
    reliefHousehold: householdInput,
    purpose: choice(visitPurposes, { zh: '走访内容', en: 'Purpose' }),
    official: field(z.string().trim().max(40).optional(), { title: { zh: '走访人', en: 'By' } }),
    aid: yuanInput('慰问金（物）', 'Aid'),
    happenedOn: dayInput('走访日期', 'Visited on'),
    note: noteInput,
  }),
  async run({ input, actor, find, create }) {
    const home = await getReliefHousehold({ find }, input.reliefHousehold)
    const link = await find(reliefLink, and(eq(reliefLinks.reliefHousehold, home.id), isNull(reliefLinks.endsOn)))
    const official = input.official || link?.official || actor.name
    return create({ ...input, division: home.division, official, aid: input.aid.toFixed(2), note: input.note ?? null })
  },
})
