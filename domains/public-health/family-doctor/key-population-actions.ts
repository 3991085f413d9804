import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { persons } from '@kangheng/kernel/person/tables.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { keyGroupIds, keyGroupTitles, whyNotInGroup, type KeyGroupId } from './key-groups.ts'
import { dayInput, personInput } from './inputs.ts'
import { keyMembership, membershipSources } from './records.ts'
import { keyMemberships } from './tables.ts'

type Context = Pick<ActionContext, 'find' | 'createOther' | 'changeOther'>
type Source = keyof typeof membershipSources

/** The person's open membership of a group, if there is one. */
export function openMembership(context: Pick<ActionContext, 'find'>, person: string, group: KeyGroupId) {
  return context.find(
    keyMembership,
    and(
      eq(keyMemberships.person, person),
      eq(keyMemberships.group, group),
      isNull(keyMemberships.endsOn),
      isNull(keyMemberships.voidedAt),
    ),
  )
}

/** Enters a person on behalf of another register (poverty relief, chronic disease …); a person already in the group stays as entered. */
export async function enterFromRegister(
  context: Context,
  entry: { person: string; group: KeyGroupId; on: IsoDate; source: Source; sourceId: string },
): Promise<void> {
  if (await openMembership(context, entry.person, entry.group)) return
  const { person, group, on, source, sourceId } = entry
  await context.createOther(keyMembership, { state: 'member', person, group, happenedOn: on, source, sourceId })
}

/** Ends the membership that a register had opened. */
export async function endFromRegister(
  context: Context,
  entry: { person: string; group: KeyGroupId; on: IsoDate; reason: string },
): Promise<void> {
  const row = await openMembership(context, entry.person, entry.group)
  if (row) await context.changeOther(keyMembership, row, { state: 'ended', endsOn: entry.on, endReason: entry.reason })
}

const sourceIds = Object.keys(membershipSources) as [Source, ...Source[]]

export const enterGroup = defineAction(keyMembership, {
  name: 'enter',
  title: { zh: '纳入重点人群', en: 'Enter into a key group' },
  on: 'new',
  to: 'member',
  input: z.object({
    person: personInput,
    group: field(z.enum(keyGroupIds), { title: { zh: '人群类别', en: 'Group' }, values: keyGroupTitles }),
    source: field(z.enum(sourceIds), { title: { zh: '来源', en: 'Source' }, values: membershipSources }),
    happenedOn: dayInput('纳入日期', 'Entered on'),
  }),
  async run(context) {
    const { input, today, connection, county, create } = context
    if (input.group === 'mental-disorder')
      return refuse('group', {
        zh: '严重精神障碍患者由精防专干登记，签署知情同意后自动纳入',
        en: 'Patients with severe mental disorder are registered by the mental-health officer and enter with their consent',
      })
    const [person] = await ormOf(connection)
      .select()
      .from(persons)
      .where(and(eq(persons.county, county), eq(persons.id, input.person)))
    if (!person)
      return refuse('person', { zh: '查无此人，或不在您的管辖范围内', en: 'No such person within your scope' })
    const why = whyNotInGroup(input.group, person, input.happenedOn ?? today)
    if (why) return refuse('group', why)
    const open = await openMembership(context, input.person, input.group)
    if (open)
      return refuse('group', {
        zh: `此人自${open.happenedOn}起已在该类人群中`,
        en: `In this group since ${open.happenedOn}`,
      })
    return create(input)
  },
})

export const leaveGroup = defineAction(keyMembership, {
  name: 'leave',
  title: { zh: '退出重点人群', en: 'Leave a key group' },
  on: 'existing',
  from: ['member'],
  to: 'ended',
  input: z.object({
    on: dayInput('退出日期', 'Ended on'),
    reason: field(z.string().trim().min(2).max(100), { title: { zh: '退出原因', en: 'Reason' } }),
  }),
  run({ input, today, current, change }) {
    const on = input.on ?? today
    if (on < current.happenedOn) {
      return refuse('on', {
        zh: `退出日期不能早于纳入日期${current.happenedOn}`,
        en: `Not before the entry on ${current.happenedOn}`,
      })
    }
    return change({ endsOn: on, endReason: input.reason })
  },
})
