import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { getPerson, type Person, type PersonWriter } from '@kangheng/kernel/person/registry.ts'
import { addPerson, recordDeath } from '@kangheng/kernel/person/residence-changes.ts'
import { rememberEffects } from '@kangheng/kernel/person/undo.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { BIRTH_CERTIFICATE, childRelation, motherFault } from './birth-rules.ts'
import { deathPlaces, deliveryPlaces } from './codes.ts'
import { completeFacts, nameOf } from './facts.ts'
import * as inputs from './inputs.ts'
import { birth, death } from './records.ts'
import { assertNew, assertVillage, lookForDuplicates } from './registration-actions.ts'
import { births } from './tables.ts'

async function motherOf(
  context: Pick<ActionContext, 'connection' | 'county'>,
  id: string | undefined,
  bornOn: string,
): Promise<Person | undefined> {
  if (!id) return undefined
  const mother = await getPerson(context, id)
  const fault = motherFault(mother, bornOn)
  return fault ? refuse('mother', fault) : mother
}

export const registerBirth = defineAction(birth, {
  name: 'register',
  title: { zh: '登记出生', en: 'Register a birth' },
  on: 'new',
  to: 'registered',
  conceal: inputs.identifying,
  input: z.object({
    name: inputs.facts.name.unwrap(),
    sex: inputs.sex,
    happenedOn: inputs.day('出生日期', 'Born on'),
    documentNumber: inputs.facts.documentNumber,
    mother: field(z.uuid().optional(), { title: { zh: '母亲', en: 'Mother' }, refersTo: 'person' }),
    motherName: inputs.facts.motherName,
    division: inputs.division.optional(),
    registered: inputs.yesNo('户籍在本地', 'Registered here').default(true),
    ethnic: inputs.facts.ethnic,
    birthWeight: field(z.int().min(300).max(8000).optional(), {
      title: { zh: '出生体重', en: 'Birth weight' },
      unit: { zh: '克', en: 'g' },
    }),
    gestationalWeeks: field(z.int().min(20).max(45).optional(), {
      title: { zh: '孕周', en: 'Gestational age' },
      unit: { zh: '周', en: 'weeks' },
    }),
    plurality: field(z.int().min(1).max(6).default(1), { title: { zh: '胎数', en: 'Plurality' } }),
    deliveredAt: inputs.choice(deliveryPlaces, { zh: '分娩地点', en: 'Place of delivery' }),
    certificate: field(z.string().trim().toUpperCase().regex(BIRTH_CERTIFICATE).optional(), {
      title: { zh: '出生医学证明编号', en: 'Birth certificate' },
      help: { zh: '1位字母加9位数字', en: 'One letter and nine digits' },
    }),
  }),
  async run(context) {
    const {
      happenedOn,
      sex,
      mother: motherId,
      registered,
      plurality,
      birthWeight,
      gestationalWeeks,
      deliveredAt,
      certificate,
    } = context.input
    const mother = await motherOf(context, motherId, happenedOn)
    const motherName = mother?.name ?? (context.input.motherName && nameOf(context.input.motherName, 'motherName'))
    if (!motherName)
      return refuse('mother', { zh: '请选择母亲，或填写母亲姓名', en: 'Choose the mother or give her name' })
    const division = context.input.division ?? mother?.division
    if (!division) return refuse('division', { zh: '请选择村（社区）', en: 'Choose the village' })
    await assertVillage(context, division)
    const entered = { ...context.input, birth: happenedOn, motherName }
    const facts = completeFacts(entered, context.today)
    await assertNew(context, facts)
    if (certificate && (await context.find(birth, and(eq(births.certificate, certificate), isNull(births.voidedAt))))) {
      refuse('certificate', { zh: '该出生医学证明编号已登记过', en: 'This certificate is registered already' })
    }
    const { writer, effects } = rememberEffects(context)
    const household =
      mother?.household && mother.division === division
        ? { household: mother.household, relation: childRelation(mother.relation, sex) }
        : { household: null, relation: null }
    const residence = {
      division,
      usualFrom: happenedOn,
      registeredFrom: registered ? happenedOn : null,
      reason: 'birth' as const,
    }
    const child = await addPerson(writer, facts, residence, household)
    await lookForDuplicates(context, child.id)
    const details = {
      sex,
      mother: mother?.id ?? null,
      motherName,
      birthWeight,
      gestationalWeeks,
      plurality,
      deliveredAt,
      certificate,
    }
    return context.create({ person: child.id, division, happenedOn, ...details, effects })
  },
})

/**
 * Ends the residence of somebody who died, and gives the values of the row that registers the death; its action writes that row.
 * @throws Refusal when the day lies in the future or before the birth, or the person has died already.
 */
export async function endByDeath(
  context: Pick<ActionContext, 'today'> & PersonWriter,
  id: string,
  happenedOn: IsoDate,
) {
  if (happenedOn > context.today)
    refuse('happenedOn', { zh: '死亡日期不能晚于今天', en: 'The death lies in the future' })
  const { writer, effects } = rememberEffects(context)
  const person = await recordDeath(writer, await getPerson(context, id), happenedOn)
  return { person: id, division: person.division, happenedOn, effects }
}

export const registerDeath = defineAction(death, {
  name: 'register',
  title: { zh: '登记死亡', en: 'Register a death' },
  on: 'new',
  to: 'registered',
  conceal: inputs.identifying,
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('死亡日期', 'Died on'),
    place: inputs.choice(deathPlaces, { zh: '死亡地点', en: 'Place' }),
    causeCode: field(
      z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-Z]\d{2}(\.[\dX]\d{0,3})?$/)
        .optional(),
      { title: { zh: '根本死因（ICD-10）', en: 'Underlying cause (ICD-10)' } },
    ),
    cause: field(z.string().trim().max(200).optional(), { title: { zh: '死亡原因', en: 'Cause' } }),
    certificate: field(z.string().trim().max(40).optional(), {
      title: { zh: '死亡证明编号', en: 'Death certificate' },
    }),
  }),
  async run(context) {
    const { person, happenedOn, ...details } = context.input
    return context.create({ ...(await endByDeath(context, person, happenedOn)), ...details })
  },
})
