import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { getPerson, type PersonWriter } from '@kangheng/kernel/person/registry.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { voidAction } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { death as deathRecord, endByDeath } from '../../population/resident/index.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import type { Place } from './codes.ts'
import { causes, circumstances } from './inputs.ts'
import { reportDueOn, reviewDueOn } from './limits.ts'
import { chainWords, deceasedOf, readChain, readPartTwo, selected, type EnteredCauses } from './reading.ts'
import { certificate } from './records.ts'

type RegisterPlace = 'institution' | 'home' | 'way' | 'elsewhere'
const registerPlace: Readonly<Record<Place, RegisterPlace>> = {
  ...{ institution: 'institution', way: 'way', home: 'home' },
  ...{ 'care-home': 'elsewhere', elsewhere: 'elsewhere', unknown: 'elsewhere' },
}

type Registering = Pick<ActionContext, 'today' | 'find' | 'createOther' | 'changeOther'> &
  PersonWriter & { readonly input: { readonly person: string; readonly happenedOn?: string | undefined } }

/** The register's row of the death; registers the death where it is not known yet. */
async function registered(context: Registering, place: Place, number: string) {
  const { person: id, happenedOn } = context.input
  const { table } = deathRecord
  const known = await context.find(deathRecord, and(eq(table.person, id), isNull(table.voidedAt)))
  if (!known) {
    const row = await endByDeath(context, id, happenedOn ?? context.today)
    return context.createOther(deathRecord, {
      ...row,
      state: 'registered',
      place: registerPlace[place],
      certificate: number,
    })
  }
  if (happenedOn && happenedOn !== known.happenedOn)
    refuse('happenedOn', {
      zh: `全员人口登记的死亡日期是${known.happenedOn}，请核对后更正其中之一`,
      en: `The register of residents has ${known.happenedOn}; compare, and correct one of them`,
    })
  return context.changeOther(deathRecord, known, { certificate: number })
}

/** What the rules make of Part I and II. */
function coded(entered: EnteredCauses, person: { sex: string; birth: IsoDate }, diedOn: IsoDate) {
  const deceased = deceasedOf(person, diedOn)
  const chain = readChain(entered, deceased)
  const partTwo = readPartTwo(entered.partTwo, deceased)
  const words = { partOne: chainWords(chain, entered), partTwo: partTwo.join(' ') || null }
  return { chain, ...words, ...selected(chain, partTwo) }
}

export const report = defineAction(certificate, {
  name: 'report',
  title: { zh: '报告死亡医学证明书', en: 'Report a certificate of death' },
  on: 'new',
  to: 'coded',
  conceal: ['number'],
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('死亡日期', 'Died on'),
    ...circumstances,
    ...causes,
  }),
  async run(context) {
    const { input, today, actor } = context
    const { number, place, diagnosedAt, basis, doctor } = input
    const { table } = certificate
    const standing = isNull(table.voidedAt)
    if (await context.find(certificate, and(eq(table.person, input.person), standing)))
      refuse('person', { zh: '此人已有死亡医学证明书', en: 'There is a certificate of this person already' })
    if (await context.find(certificate, and(eq(table.number, number), standing)))
      refuse('number', { zh: '该证明书编号已使用', en: 'This number has been used' })
    const person = await getPerson(context, input.person)
    const died = await registered(context, place, number)
    const issuedOn = input.issuedOn ?? today
    if (issuedOn < died.happenedOn || issuedOn > today)
      refuse('issuedOn', { zh: '填写日期应在死亡之后、今天之前', en: 'Between the death and today' })
    const deceased = deceasedOf(person, died.happenedOn)
    const due = reportDueOn(died.happenedOn)
    return context.create({
      ...{ person: input.person, division: died.division, happenedOn: died.happenedOn },
      ...{ number, place, diagnosedAt, basis, doctor: doctor || actor.name, issuedOn },
      ...{ reportedOn: today, reportDueOn: due, inTime: today <= due, workDueOn: reviewDueOn(today) },
      ...{ sex: deceased.sex, age: deceased.age, ageInDays: deceased.days },
      ...coded(input, person, died.happenedOn),
    })
  },
})

export const amend = defineAction(certificate, {
  name: 'amend',
  title: { zh: '订正死因', en: 'Amend the causes' },
  on: 'existing',
  from: ['to-code', 'coded', 'returned'],
  to: 'coded',
  input: z.object(causes),
  async run(context) {
    const { input, current, today, change } = context
    const person = await getPerson(context, current.person!)
    const values = coded(input, person, current.happenedOn)
    return change({ ...values, returnReason: null, workDueOn: reviewDueOn(today) })
  },
})

export const voidCertificate = voidAction(certificate, {
  zh: '作废后该死亡重新列为无证明书；全员人口的死亡登记不变，登记错人的另行作废。确定作废？',
  en: 'The death counts as one without certificate; the register keeps it. Void it?',
})
