import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { voiding } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { creditService, uncreditService } from '../family-doctor/index.ts'
import { formInputs as inputs, noteUse, withdrawUse } from '../health-record/index.ts'
import { checkUpsOf, childOn, deriveChild, isTimely, newbornVisitsOf } from './child.ts'
import type { Finding } from './codes.ts'
import { deriveConcern, withdrawConcern } from './concern.ts'
import { daysOf } from './derive.ts'
import { newbornCard } from './inputs.ts'
import { newbornVisit } from './records.ts'
import { NEWBORN_DAYS } from './schedule.ts'
import { decimals } from './shared.ts'

export const visitNewborn = defineAction(newbornVisit, {
  name: 'record',
  title: { zh: '登记新生儿访视', en: 'Visit a newborn' },
  on: 'new',
  to: 'recorded',
  input: z.object({ person: inputs.person, happenedOn: inputs.day('访视日期', 'Visited on'), ...newbornCard }),
  async run(context) {
    const { person: id, happenedOn = context.today, ...card } = context.input
    const person = await getPerson(context, id)
    assertAlive(person)
    const child = await childOn(context, id, happenedOn)
    if (happenedOn < person.birth || happenedOn > context.today || happenedOn > addDays(person.birth, NEWBORN_DAYS))
      refuse('happenedOn', { zh: '新生儿访视应在出生后28天内', en: 'Within 28 days of birth and not in the future' })
    const others = await newbornVisitsOf(context, child)
    if (daysOf(others).includes(happenedOn))
      refuse('happenedOn', { zh: `${happenedOn}已有一次访视`, en: `There is a visit on ${happenedOn} already` })
    const own = { id: uuidv7(), child: child.id, birth: person.birth, timely: isTimely(child, person, happenedOn) }
    const values = decimals(card, ['weight', 'height', 'temperature'])
    const row = await context.create({ ...own, person: id, division: child.division, happenedOn, ...values } as never)
    const findings: Finding[] = [
      ...(card.hearingScreening === 'failed' ? (['hearing'] as const) : []),
      ...(card.abnormal || card.diseaseScreening === 'failed' || card.referredTo ? (['other'] as const) : []),
    ]
    const where = { id: own.id, on: happenedOn, child: child.id, person: id, division: child.division }
    await deriveConcern(context, { ...where, findings, severe: false, referredTo: card.referredTo ?? null })
    const seen = { newbornVisits: [...daysOf(others), happenedOn], checkUps: daysOf(await checkUpsOf(context, child)) }
    await deriveChild(context, child, seen)
    await noteUse(context, { person: id, on: happenedOn, kind: 'child-visit', record: newbornVisit.id, id: own.id })
    const evidence = { record: newbornVisit, id: own.id }
    await creditService(context, { person: id, kind: 'child-check', on: happenedOn, evidence })
    return row
  },
})

export const voidNewbornVisit = defineAction(newbornVisit, {
  ...voiding({ zh: '作废后该次访视不再计入。确定作废？', en: 'The visit will no longer count. Void it?' }),
  async run(context) {
    const { current, change } = context
    const voided = voidedBecause(context.input.reason)
    const child = await childOn(context, current.person!, current.happenedOn)
    const others = (await newbornVisitsOf(context, child)).filter((each) => each.id !== current.id)
    const seen = { newbornVisits: daysOf(others), checkUps: daysOf(await checkUpsOf(context, child)) }
    await deriveChild(context, child, seen)
    await withdrawConcern(context, current.person!, current.id, voided)
    const service = { person: current.person!, id: current.id }
    await uncreditService(context, service, voided)
    await withdrawUse(context, service, voided)
    return change(voided)
  },
})
