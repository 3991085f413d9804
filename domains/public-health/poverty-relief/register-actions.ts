import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { households, persons } from '@kangheng/kernel/person/tables.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field, keysOf } from '@kangheng/kernel/record/field.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { endFromRegister, enterFromRegister } from '../family-doctor/index.ts'
import { causes, dispositionIds, dispositions, monitoredKinds, otherReasons, standingIds, standings } from './codes.ts'
import { dayInput, householdInput, noteInput, personInput } from './inputs.ts'
import { reliefEntry, reliefHousehold } from './records.ts'
import { standingEntry, whyNotExplained } from './register.ts'
import { reliefEntries, reliefHouseholds } from './tables.ts'

const standingInput = field(z.enum(standingIds), { title: { zh: '类别', en: 'Standing' }, values: standings })

/** The household on the register, as long as it stands there. */
export async function getReliefHousehold({ find }: Pick<ActionContext, 'find'>, id: string) {
  const row = await find(reliefHousehold, eq(reliefHouseholds.id, id))
  if (!row || row.state !== 'listed') {
    return refuse('reliefHousehold', {
      zh: '名册中没有这一户，或已移出',
      en: 'No such household on the register, or it was removed',
    })
  }
  return row
}

export const registerHousehold = defineAction(reliefHousehold, {
  name: 'register',
  title: { zh: '登记户', en: 'Register a household' },
  on: 'new',
  to: 'listed',
  input: z.object({
    person: field(z.uuid(), {
      title: { zh: '户主（或户内一人）', en: 'Head, or anybody of the household' },
      refersTo: 'person',
    }),
    number: field(z.string().trim().min(4).max(30), { title: { zh: '户编号', en: 'Number' } }),
    standing: standingInput,
    monitoredAs: field(z.enum(keysOf(monitoredKinds)).optional(), {
      title: { zh: '监测类型', en: 'Monitored as' },
      values: monitoredKinds,
    }),
    causes: field(z.array(z.enum(keysOf(causes))).min(1), { title: { zh: '致贫原因', en: 'Causes' }, values: causes }),
    happenedOn: dayInput('建档日期', 'Registered on'),
  }),
  async run({ input, county, connection, find, create }) {
    if ((input.standing === 'monitored') !== Boolean(input.monitoredAs)) {
      return refuse('monitoredAs', {
        zh: '监测户须选监测类型，脱贫户不选',
        en: 'Monitored households have a kind, others have none',
      })
    }
    const [home] = await ormOf(connection)
      .select({ id: households.id, division: households.division, headName: households.headName })
      .from(households)
      .innerJoin(persons, and(eq(persons.county, households.county), eq(persons.household, households.id)))
      .where(and(eq(households.county, county), eq(persons.id, input.person)))
    if (!home)
      return refuse('person', {
        zh: '此人不在任何户中，或不在您的管辖范围内；请先立户',
        en: 'The person is in no household within your scope: open one first',
      })
    const known = await find(
      reliefHousehold,
      and(eq(reliefHouseholds.household, home.id), isNull(reliefHouseholds.removedOn)),
    )
    if (known)
      return refuse('person', {
        zh: `该户已在册（${known.number}）`,
        en: `On the register already (${known.number})`,
      })
    return create({
      ...input,
      household: home.id,
      monitoredAs: input.monitoredAs ?? null,
      division: home.division,
      headName: home.headName,
    })
  },
})

export const registerPerson = defineAction(reliefEntry, {
  name: 'register',
  title: { zh: '登记人员', en: 'Register a person' },
  on: 'new',
  to: 'due',
  input: z.object({
    person: personInput,
    reliefHousehold: householdInput,
    happenedOn: dayInput('纳入日期', 'Entered on'),
  }),
  async run(context) {
    const { input, today, find, findAll, create } = context
    const home = await getReliefHousehold({ find }, input.reliefHousehold)
    const entries = await findAll(
      reliefEntry,
      and(eq(reliefEntries.person, input.person), isNull(reliefEntries.voidedAt)),
    )
    const known = standingEntry(entries)
    if (known)
      return refuse('person', { zh: '此人已在册，不能重复登记', en: 'On the register already' }, { entry: known.id })
    const row = await create({ ...input, standing: home.standing })
    const on = input.happenedOn ?? today
    await enterFromRegister(context, {
      person: input.person,
      group: 'out-of-poverty',
      on,
      source: 'poverty-register',
      sourceId: row.id,
    })
    return row
  },
})

export const explain = defineAction(reliefEntry, {
  name: 'explain',
  title: { zh: '说明不应签约', en: 'Explain' },
  on: 'existing',
  from: ['due'],
  to: 'not-due',
  input: z.object({
    disposition: field(z.enum(dispositionIds), { title: { zh: '类型', en: 'Why not due' }, values: dispositions }),
    on: dayInput('核实日期', 'Explained on'),
    reason: field(z.enum(keysOf(otherReasons)).optional(), {
      title: { zh: '具体原因', en: 'Reason' },
      values: otherReasons,
    }),
    duplicateOf: field(z.uuid().optional(), {
      title: { zh: '保留的名单', en: 'Entry that is kept' },
      refersTo: 'record:poverty-relief.entry',
    }),
    note: noteInput,
  }),
  async run(context) {
    const { input, today, current, county, connection, find, change } = context
    const on = input.on ?? today
    const [person] = await ormOf(connection)
      .select({ diedOn: persons.diedOn })
      .from(persons)
      .where(and(eq(persons.county, county), eq(persons.id, current.person!)))
    const kept = input.duplicateOf ? await find(reliefEntry, eq(reliefEntries.id, input.duplicateOf)) : undefined
    const fault = whyNotExplained(current, { ...input, on }, { diedOn: person?.diedOn ?? null, kept })
    if (fault) return refuse(fault.field, fault.text)
    const row = await change({
      disposition: input.disposition,
      dispositionOn: on,
      reason: input.disposition === 'other' ? input.reason! : null,
      note: input.note ?? null,
      duplicateOf: input.disposition === 'duplicate' ? input.duplicateOf! : null,
    })
    if (input.disposition !== 'duplicate') {
      await endFromRegister(context, {
        person: current.person!,
        group: 'out-of-poverty',
        on,
        reason: input.disposition,
      })
    }
    return row
  },
})

export const reopen = defineAction(reliefEntry, {
  name: 'reopen',
  title: { zh: '恢复应签约', en: 'Due again' },
  on: 'existing',
  from: ['not-due'],
  to: 'due',
  input: z.object({ note: noteInput }),
  async run(context) {
    const { input, today, current, change } = context
    if (current.disposition !== 'other') {
      return refuse('disposition', {
        zh: '只有“其他”原因可以恢复',
        en: 'Only entries explained by another reason can become due again',
      })
    }
    const row = await change({ disposition: null, dispositionOn: null, reason: null, note: input.note ?? null })
    await enterFromRegister(context, {
      person: current.person!,
      group: 'out-of-poverty',
      on: today,
      source: 'poverty-register',
      sourceId: current.id,
    })
    return row
  },
})

/** A household whose standing changes closes its entries and opens new ones, so that figures of earlier days stay what they were. */
export const changeStanding = defineAction(reliefHousehold, {
  name: 'change-standing',
  title: { zh: '调整类别', en: 'Change the standing' },
  on: 'existing',
  from: ['listed'],
  input: z.object({
    standing: standingInput,
    monitoredAs: field(z.enum(keysOf(monitoredKinds)).optional(), {
      title: { zh: '监测类型', en: 'Monitored as' },
      values: monitoredKinds,
    }),
    on: dayInput('调整日期', 'Changed on'),
  }),
  async run({ input, today, current, change, findAll, changeOther, createOther }) {
    const on = input.on ?? today
    if (input.standing === current.standing)
      return refuse('standing', { zh: '类别没有变化', en: 'The standing is the same' })
    const entries = await findAll(
      reliefEntry,
      and(
        eq(reliefEntries.reliefHousehold, current.id),
        isNull(reliefEntries.removedOn),
        isNull(reliefEntries.voidedAt),
      ),
    )
    for (const entry of entries) {
      await changeOther(reliefEntry, entry, { state: 'removed', removedOn: on })
      const { state, person, division, disposition, dispositionOn, reason, note, duplicateOf } = entry
      await createOther(reliefEntry, {
        ...{ state, person, division, disposition, dispositionOn, reason, note, duplicateOf },
        reliefHousehold: current.id,
        standing: input.standing,
        happenedOn: on,
      })
    }
    return change({
      standing: input.standing,
      monitoredAs: input.standing === 'monitored' ? (input.monitoredAs ?? 'unstable') : null,
    })
  },
})

export const removeEntry = defineAction(reliefEntry, {
  name: 'remove',
  title: { zh: '移出名单', en: 'Remove' },
  on: 'existing',
  from: ['due', 'not-due'],
  to: 'removed',
  confirm: { zh: '移出后此人不再计入名册。确定移出？', en: 'The person will no longer be counted. Remove?' },
  input: z.object({ on: dayInput('移出日期', 'Removed on'), note: noteInput }),
  async run(context) {
    const { input, today, current, change } = context
    const on = input.on ?? today
    if (current.state === 'due') {
      await endFromRegister(context, { person: current.person!, group: 'out-of-poverty', on, reason: 'removed' })
    }
    return change({ removedOn: on, note: input.note ?? current.note })
  },
})
