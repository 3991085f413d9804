import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { ageOn, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { assertAlive, getPerson, type Person } from '@kangheng/kernel/person/registry.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { voiding } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { creditService, uncreditService } from '../family-doctor/index.ts'
import { formInputs as inputs, noteUse, withdrawUse } from '../health-record/index.ts'
import { checkUpsOf, childOn } from './child.ts'
import { withdrawConcern } from './concern.ts'
import { daysOf, deriveCourse, ownColumns } from './derive.ts'
import { ageInMonths } from './growth/assess.ts'
import { checkUpCard } from './inputs.ts'
import { checkUp } from './records.ts'
import { checkUpAt, UNTIL_YEARS } from './schedule.ts'
import { decimals } from './shared.ts'
import type { CheckUpRow } from './tables.ts'
import { ageOfSign } from './warning-signs.ts'

const MEASURED = ['weight', 'height', 'headCircumference', 'visionLeft', 'visionRight', 'outdoorHours'] as const

function check(row: CheckUpRow, person: Person, others: readonly CheckUpRow[], today: IsoDate): void {
  const { happenedOn: on } = row
  if (on < person.birth || on > today || ageOn(person.birth, on) >= UNTIL_YEARS)
    refuse('happenedOn', { zh: '检查日期应在出生之后、满7周岁和今天之前', en: 'Between birth, today and seven years' })
  if (daysOf(others).includes(on))
    refuse('happenedOn', { zh: `${on}已有一次健康检查`, en: `There is a check-up on ${on} already` })
  if (row.weight === null && row.height === null)
    refuse('weight', { zh: '健康检查须测量体重或身长（身高）', en: 'A check-up measures weight or height' })
  if ((row.visionLeft === null) !== (row.visionRight === null))
    refuse('visionRight', { zh: '左右眼视力须同时填写', en: 'The vision of both eyes belongs together' })
  const step = checkUpAt(ageInMonths(person.birth, on))
  const strange = (row.warningSigns ?? []).find((sign) => ageOfSign(sign) !== step)
  if (strange) refuse('warningSigns', { zh: '所选预警征象不是本次检查年龄的', en: 'A sign of another age was chosen' })
}

const BLANK = {
  ...{ weight: null, height: null, headCircumference: null, haemoglobin: null, hearing: null, visionLeft: null },
  ...{ visionRight: null, cariousTeeth: null, warningSigns: null, abnormal: null, referredTo: null, followedOn: null },
}

export const recordCheckUp = defineAction(checkUp, {
  name: 'record',
  title: { zh: '登记儿童健康检查', en: 'Record a child check-up' },
  on: 'new',
  to: 'recorded',
  input: z.object({ person: inputs.person, happenedOn: inputs.day('检查日期', 'Examined on'), ...checkUpCard }),
  async run(context) {
    const { person: id, happenedOn = context.today, ...card } = context.input
    const person = await getPerson(context, id)
    assertAlive(person)
    const child = await childOn(context, id, happenedOn)
    const others = await checkUpsOf(context, child)
    const given = Object.fromEntries(
      Object.entries(decimals(card, MEASURED)).filter(([, value]) => value !== undefined),
    )
    const own = { id: uuidv7(), person: id, happenedOn, child: child.id, ...given }
    const entered = { ...BLANK, ...own, findings: [] as string[] } as unknown as CheckUpRow
    check(entered, person, others, context.today)
    const columns = ownColumns(entered, child, person)
    const row = { ...entered, ...columns }
    const derived = await deriveCourse(context, child, person, [...others, row], own.id)
    const written = await context.create({ ...own, division: child.division, ...columns, ...derived } as never)
    await noteUse(context, { person: id, on: happenedOn, kind: 'child-visit', record: checkUp.id, id: own.id })
    const evidence = { record: checkUp, id: own.id }
    await creditService(context, { person: id, kind: 'child-check', on: happenedOn, evidence })
    return written
  },
})

export const voidCheckUp = defineAction(checkUp, {
  ...voiding({
    zh: '作废后，其余检查的评价和下次服务将重新推算。确定作废？',
    en: 'What follows from the other check-ups is derived again. Void it?',
  }),
  async run(context) {
    const { current, change } = context
    const voided = voidedBecause(context.input.reason)
    const person = await getPerson(context, current.person!)
    const child = await childOn(context, person.id, current.happenedOn)
    const others = (await checkUpsOf(context, child)).filter((each) => each.id !== current.id)
    await deriveCourse(context, child, person, others, current.id)
    await withdrawConcern(context, person.id, current.id, voided)
    const service = { person: person.id, id: current.id }
    await uncreditService(context, service, voided)
    await withdrawUse(context, service, voided)
    return change(voided)
  },
})
