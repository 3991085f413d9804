import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { findInstitution } from '@kangheng/kernel/place/find.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voidAction } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import * as codes from './codes.ts'
import { authorityOf, renewFrom, validUntil } from './permission.ts'
import { certificate, permit } from './records.ts'

const number = field(z.string().trim().min(3).max(40), { title: { zh: '证书编号', en: 'Number' } })
const itemsInput = field(inputs.choices(codes.items, { zh: '服务项目', en: 'Items' }).min(1), {
  title: { zh: '服务项目', en: 'Items' },
  values: codes.items,
})
const institutionInput = field(z.string().trim().max(30), {
  title: { zh: '机构', en: 'Institution' },
  refersTo: 'institution',
})
const from = inputs.day('发证日期', 'Valid from')
const ending = z.object({
  on: inputs.day('注销日期', 'Ended on'),
  reason: field(z.string().trim().min(2).max(200), { title: { zh: '注销原因', en: 'Why' } }),
})

/** Where an institution stands. @throws Refusal when the county has none with this code. */
async function placeOf({ connection, county }: Pick<ActionContext, 'connection' | 'county'>, code: string) {
  const found = await findInstitution(connection, county, code)
  return found?.division ?? refuse('institution', { zh: '本县没有这个机构', en: 'The county has no such institution' })
}

/** Columns that follow from the first day. @throws Refusal of the future. */
function validity(on: IsoDate, today: IsoDate) {
  if (on > today) refuse('happenedOn', { zh: '发证日期不能晚于今天', en: 'The day lies in the future' })
  const until = validUntil(on)
  return { happenedOn: on, validUntil: until, renewFrom: renewFrom(until) }
}

function authorityFor(items: readonly codes.ItemId[]) {
  return (
    authorityOf(items) ??
    refuse('items', {
      zh: '产前诊断和遗传病诊断由省级许可，请分开登记',
      en: 'Prenatal and genetic diagnosis are permitted by the province; register them apart',
    })
  )
}

export const grantPermit = defineAction(permit, {
  name: 'grant',
  title: { zh: '登记执业许可', en: 'Register a permit' },
  on: 'new',
  to: 'valid',
  input: z.object({
    institution: institutionInput,
    number,
    items: itemsInput,
    happenedOn: from,
    head: inputs.short('负责人', 'Head', 30),
  }),
  async run(context) {
    const { happenedOn = context.today, ...given } = context.input
    const authority = authorityFor(given.items)
    const { table } = permit
    const same = await context.findAll(
      permit,
      and(eq(table.institution, given.institution), eq(table.state, 'valid'), isNull(table.voidedAt)),
    )
    if (same.some((each) => each.authority === authority && each.validUntil >= happenedOn))
      refuse('institution', { zh: '该机构已有有效许可，请换证', en: 'It has a valid permit; renew that' })
    return context.create({
      ...given,
      ...{ division: await placeOf(context, given.institution), authority },
      ...validity(happenedOn, context.today),
    })
  },
})

/** Days after the end of a permission within which it is still renewed rather than applied for anew. LOCAL. */
const RENEW_UNTIL = 30

function assertRenewable(current: { renewFrom: IsoDate; validUntil: IsoDate }, on: IsoDate): void {
  const last = addDays(current.validUntil, RENEW_UNTIL)
  if (on < current.renewFrom || on > last)
    refuse('happenedOn', {
      zh: `换证在${current.renewFrom}至${last}之间`,
      en: `It is renewed between ${current.renewFrom} and ${last}`,
    })
}

/** The first day of a renewed permission: the day after the old one's last, or the day of issue when that is later. */
const beginsOn = (until: IsoDate, on: IsoDate) => (on > until ? on : addDays(until, 1))

export const renewPermit = defineAction(permit, {
  name: 'renew',
  title: { zh: '换证', en: 'Renew' },
  on: 'existing',
  from: ['valid'],
  to: 'renewed',
  input: z.object({ number, items: itemsInput, happenedOn: from }),
  async run({ input, current, today, change, createOther }) {
    const { happenedOn: on = today, items } = input
    assertRenewable(current, on)
    const authority = authorityFor(items)
    if (authority !== current.authority)
      refuse('items', {
        zh: '发证机关与原证不同，请另行登记',
        en: 'Another authority permits these; register them apart',
      })
    const begins = beginsOn(current.validUntil, on)
    const until = validUntil(begins)
    await createOther(permit, {
      ...{ state: 'valid', institution: current.institution, division: current.division, happenedOn: begins },
      ...{ number: input.number, items, validUntil: until, renewFrom: renewFrom(until), authority },
      head: current.head,
    })
    return change({})
  },
})

export const endPermit = defineAction(permit, {
  name: 'end',
  title: { zh: '注销', en: 'End' },
  on: 'existing',
  from: ['valid'],
  to: 'ended',
  input: ending,
  run: ({ input, today, change }) => change({ endedOn: input.on ?? today, endReason: input.reason }),
})

export const registerStaff = defineAction(certificate, {
  name: 'register',
  title: { zh: '登记合格证', en: 'Register a certificate' },
  on: 'new',
  to: 'valid',
  input: z.object({
    name: field(z.string().trim().min(2).max(30), { title: { zh: '姓名', en: 'Name' } }),
    profession: inputs.choice(codes.professions, { zh: '专业', en: 'Profession' }),
    institution: institutionInput,
    number,
    items: itemsInput,
    happenedOn: from,
  }),
  async run(context) {
    const { happenedOn = context.today, ...given } = context.input
    const { table } = certificate
    const known = await context.find(
      certificate,
      and(eq(table.number, given.number), eq(table.state, 'valid'), isNull(table.voidedAt)),
    )
    if (known) refuse('number', { zh: '已有这个编号的合格证', en: 'There is such a certificate already' })
    return context.create({
      ...given,
      division: await placeOf(context, given.institution),
      ...validity(happenedOn, context.today),
    })
  },
})

export const renewStaff = defineAction(certificate, {
  name: 'renew',
  title: { zh: '换证', en: 'Renew' },
  on: 'existing',
  from: ['valid'],
  to: 'renewed',
  input: z.object({ number, happenedOn: from }),
  async run({ input, current, today, change, createOther }) {
    const { happenedOn: on = today } = input
    assertRenewable(current, on)
    const begins = beginsOn(current.validUntil, on)
    const until = validUntil(begins)
    await createOther(certificate, {
      ...{ state: 'valid', institution: current.institution, division: current.division, happenedOn: begins },
      ...{ name: current.name, profession: current.profession, number: input.number, items: current.items },
      ...{ validUntil: until, renewFrom: renewFrom(until) },
    })
    return change({})
  },
})

export const endStaff = defineAction(certificate, {
  name: 'end',
  title: { zh: '注销', en: 'End' },
  on: 'existing',
  from: ['valid'],
  to: 'ended',
  input: ending,
  run: ({ input, today, change }) => change({ endedOn: input.on ?? today, endReason: input.reason }),
})

const confirm = { zh: '录入错误时作废。确定作废？', en: 'For slips only. Void it?' }
export const voidPermit = voidAction(permit, confirm)
export const voidStaff = voidAction(certificate, confirm)

export const admission = [
  ...[grantPermit, renewPermit, endPermit, voidPermit],
  ...[registerStaff, renewStaff, endStaff, voidStaff],
] as const
