import { z } from 'zod'
import { findByDocument, getPerson, type Person } from '@kangheng/kernel/person/registry.ts'
import { usualFrom } from '@kangheng/kernel/person/residence.ts'
import { addPerson, movePerson, recordArrival, recordDeparture } from '@kangheng/kernel/person/residence-changes.ts'
import { rememberEffects } from '@kangheng/kernel/person/undo.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { completeFacts, documentOf } from './facts.ts'
import * as inputs from './inputs.ts'
import { arrival, departure, move } from './records.ts'
import { assertVillage, lookForDuplicates } from './registration-actions.ts'

const place = (zh: string, en: string) => field(z.string().trim().min(2).max(100), { title: { zh, en } })

const notInFuture = (day: string, today: string) => {
  if (day > today) refuse('happenedOn', { zh: '日期不能晚于今天', en: 'The day lies in the future' })
}

export const registerArrival = defineAction(arrival, {
  name: 'register',
  title: { zh: '登记迁入', en: 'Register an arrival' },
  on: 'new',
  to: 'registered',
  conceal: inputs.identifying,
  input: z.object({
    person: field(z.uuid().optional(), {
      title: { zh: '居民', en: 'Resident' },
      refersTo: 'person',
      help: {
        zh: '曾在库中的人直接选择；新来的人填写下面各项',
        en: 'Choose somebody who was here before, or fill in the facts of somebody new',
      },
    }),
    ...inputs.facts,
    division: inputs.division,
    happenedOn: inputs.day('迁入日期', 'Came on'),
    origin: place('迁出地', 'From'),
    reason: inputs.moveReason,
    stay: inputs.stay,
    registrationMoves: inputs.registrationMoves,
  }),
  async run(context) {
    const { division, happenedOn, origin, reason, stay, registrationMoves } = context.input
    notInFuture(happenedOn, context.today)
    await assertVillage(context, division)
    const { writer, effects } = rememberEffects(context)
    let person: Person | undefined = context.input.person ? await getPerson(context, context.input.person) : undefined
    const document = context.input.documentNumber
      ? documentOf(context.input.documentNumber, context.today).document
      : null
    person ??= document ? await findByDocument(context, document) : undefined
    if (person) person = await recordArrival(writer, person, { on: happenedOn, division, stay, registrationMoves })
    else {
      const facts = completeFacts(context.input, context.today)
      if (happenedOn < facts.birth)
        refuse('happenedOn', { zh: '迁入日期早于出生日期', en: 'The day lies before the birth' })
      const registeredFrom = registrationMoves ? happenedOn : null
      const residence = {
        division,
        usualFrom: usualFrom(happenedOn, stay, registrationMoves),
        registeredFrom,
        reason: 'arrival' as const,
      }
      person = await addPerson(writer, facts, residence)
      await lookForDuplicates(context, person.id)
    }
    return context.create({
      person: person.id,
      division: person.division,
      happenedOn,
      origin,
      reason,
      stay,
      registrationMoves,
      effects,
    })
  },
})

export const registerDeparture = defineAction(departure, {
  name: 'register',
  title: { zh: '登记迁出', en: 'Register a departure' },
  on: 'new',
  to: 'registered',
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('迁出日期', 'Left on'),
    destination: place('迁往地', 'To'),
    reason: inputs.moveReason,
    stay: inputs.stay,
    registrationMoves: inputs.registrationMoves,
  }),
  async run(context) {
    const { person: id, happenedOn, destination, reason, stay, registrationMoves } = context.input
    notInFuture(happenedOn, context.today)
    if (registrationMoves && stay === 'temporary') {
      refuse('stay', { zh: '户籍迁出的，期限应为长期', en: 'Whose registration leaves, leaves for good' })
    }
    const { writer, effects } = rememberEffects(context)
    const person = await recordDeparture(writer, await getPerson(context, id), {
      on: happenedOn,
      stay,
      registrationMoves,
    })
    return context.create({
      person: id,
      division: person.division,
      happenedOn,
      destination,
      reason,
      stay,
      registrationMoves,
      effects,
    })
  },
})

export const registerMove = defineAction(move, {
  name: 'register',
  title: { zh: '办理县内迁移', en: 'Move within the county' },
  on: 'new',
  to: 'registered',
  conceal: inputs.identifying,
  confirm: {
    zh: '迁移后，该居民的档案由迁入地管理，迁出地不再能查看。确定办理吗？',
    en: 'From then on the new place keeps the file and this place no longer sees it. Go on?',
  },
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('迁移日期', 'Moved on'),
    toDivision: inputs.division,
    reason: inputs.moveReason,
    registrationMoves: inputs.registrationMoves,
    address: inputs.facts.address,
    villageGroup: inputs.facts.villageGroup,
  }),
  async run(context) {
    const { person: id, happenedOn, toDivision, reason, registrationMoves, address, villageGroup } = context.input
    notInFuture(happenedOn, context.today)
    await assertVillage(context, toDivision, 'toDivision')
    const person = await getPerson(context, id)
    const { writer, effects } = rememberEffects(context)
    const details = { address: address ?? null, villageGroup: villageGroup ?? null }
    await movePerson(writer, person, { on: happenedOn, division: toDivision, registrationMoves, ...details })
    return context.create({
      person: id,
      division: person.division,
      happenedOn,
      toDivision,
      reason,
      registrationMoves,
      effects,
    })
  },
})
