import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { withHouseRights } from '@kangheng/kernel/access/house-rights.ts'
import { findSettingValue } from '@kangheng/kernel/access/settings.ts'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { prefixRange } from '@kangheng/kernel/person/search.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { closeReasons, media } from './codes.ts'
import { groupOf } from './groups.ts'
import * as inputs from './inputs.ts'
import { composeNumber, MOST_RECORDS, numberPrefix, villagePartOf } from './number.ts'
import { healthRecord } from './records.ts'
import { healthRecords } from './tables.ts'

type Context = Pick<ActionContext, 'connection' | 'county' | 'find'>

/** The open record of a person; undefined when there is none. */
export const findOpenRecord = (context: Context, person: string) =>
  context.find(
    healthRecord,
    and(eq(healthRecords.person, person), eq(healthRecords.state, 'open'), isNull(healthRecords.voidedAt)),
  )

/** The open record of a person. @throws Refusal when there is none. */
export async function getOpenRecord(context: Context, person: string) {
  const record = await findOpenRecord(context, person)
  return (
    record ??
    refuse('person', {
      zh: '此人尚未建立健康档案，请先建档',
      en: 'This person has no health record yet; open one first',
    })
  )
}

/** The part a county has assigned to a village whose statistical code has no counterpart (setting `health-record.village-parts`). */
async function assignedPart(context: Context, division: string): Promise<string | undefined> {
  const { connection, county } = context
  const parts = await findSettingValue<Record<string, string>>(connection, county, 'health-record.village-parts')
  return parts?.[division]
}

/**
 * The next number of a village. Numbers are never given twice, so those of records that have moved away count as well:
 * the last one is looked up with the house's rights, one transaction at a time.
 */
async function nextNumber(context: Context, division: string): Promise<string> {
  const part = villagePartOf(division) ?? (await assignedPart(context, division))
  if (!part) {
    return refuse('person', {
      zh: '该村（社区）的统计代码没有对应的档案编码段，请管理员在系统设置中指定',
      en: 'The village’s code has no counterpart in record numbers; the administrator must assign one',
    })
  }
  const prefix = numberPrefix(division, part)
  const { from, to } = prefixRange(prefix)
  const [last] = await withHouseRights(context.connection, async () => {
    await context.connection.query(`select pg_advisory_xact_lock(hashtext('health-record'), hashtext($1))`, [prefix])
    return context.connection.query<{ number: string | null }>(
      `select max(number) as number from health_record where county = $1 and number >= $2 and number < $3`,
      [context.county, from, to],
    )
  })
  const serial = Number(last?.number?.slice(prefix.length) ?? 0) + 1
  if (serial > MOST_RECORDS)
    refuse('person', { zh: '该村（社区）的档案编号已用完', en: 'The village has no record numbers left' })
  return composeNumber(prefix, serial)
}

export const openRecord = defineAction(healthRecord, {
  name: 'open',
  title: { zh: '建立健康档案', en: 'Open a health record' },
  on: 'new',
  to: 'open',
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('建档日期', 'Opened on'),
    medium: inputs.choice(media, { zh: '介质', en: 'Medium' }).default('electronic'),
    responsibleDoctor: inputs.short('责任医生', 'Responsible doctor'),
    contactName: inputs.short('联系人', 'Contact'),
    contactRelation: inputs.short('联系人与本人关系', 'Relation of the contact'),
    maternal: inputs.yesNo('孕产妇', 'Pregnant or postpartum'),
    diabetes: inputs.yesNo('糖尿病患者', 'Diabetes'),
    hypertension: inputs.yesNo('高血压患者', 'Hypertension'),
  }),
  async run(context) {
    const { person: id, happenedOn = context.today, maternal, diabetes, hypertension, ...cover } = context.input
    const person = await getPerson(context, id)
    assertAlive(person)
    if (person.state !== 'resident')
      refuse('person', { zh: '此人已迁出，请先登记迁入', en: 'This person has left; register the arrival first' })
    if (happenedOn < person.birth)
      refuse('happenedOn', { zh: '建档日期早于出生日期', en: 'The day lies before the birth' })
    const known = await findOpenRecord(context, id)
    if (known)
      refuse(
        'person',
        { zh: `此人已有健康档案，编号${known.number}`, en: `There is a record already: ${known.number}` },
        { record: known.id },
      )
    const number = await nextNumber(context, person.division)
    const group = groupOf(person, happenedOn, { maternal, diabetes, hypertension })
    return context.create({ person: id, division: person.division, happenedOn, number, group, ...cover })
  },
})

export const updateRecord = defineAction(healthRecord, {
  name: 'update',
  title: { zh: '更新档案封面', en: 'Update the cover' },
  on: 'existing',
  from: ['open'],
  input: z.object({
    medium: inputs.choice(media, { zh: '介质', en: 'Medium' }).optional(),
    responsibleDoctor: inputs.short('责任医生', 'Responsible doctor'),
    contactName: inputs.short('联系人', 'Contact'),
    contactRelation: inputs.short('联系人与本人关系', 'Relation of the contact'),
  }),
  run: (context) =>
    context.change(Object.fromEntries(Object.entries(context.input).filter(([, value]) => value !== undefined))),
})

export const closeRecord = defineAction(healthRecord, {
  name: 'close',
  title: { zh: '终止档案', en: 'Close the record' },
  on: 'existing',
  from: ['open'],
  to: 'closed',
  confirm: {
    zh: '终止后不再计入建档数，可以恢复。确定终止吗？',
    en: 'A closed record no longer counts; it can be reopened. Close it?',
  },
  input: z.object({
    on: inputs.day('终止日期', 'Closed on'),
    closeReason: inputs.choice(closeReasons, { zh: '终止原因', en: 'Reason' }),
  }),
  run(context) {
    const { on: closedOn = context.today, closeReason } = context.input
    if (closedOn < context.current.happenedOn)
      refuse('on', { zh: '终止日期早于建档日期', en: 'The day lies before the opening' })
    if (closedOn > context.today) refuse('on', { zh: '终止日期不能晚于今天', en: 'The day lies in the future' })
    return context.change({ closedOn, closeReason })
  },
})

export const reopenRecord = defineAction(healthRecord, {
  name: 'reopen',
  title: { zh: '恢复档案', en: 'Reopen the record' },
  on: 'existing',
  from: ['closed'],
  to: 'open',
  input: z.object({}),
  async run(context) {
    const person = await getPerson(context, context.current.person!)
    assertAlive(person)
    if (await findOpenRecord(context, person.id))
      refuse('person', { zh: '此人已有另一份使用中的档案', en: 'The person has another open record' })
    return context.change({ closedOn: null, closeReason: null })
  },
})
