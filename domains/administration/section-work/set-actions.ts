import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { requireCountyAccount } from '@kangheng/kernel/access/county-account.ts'
import { attachAction } from '@kangheng/kernel/attachment/attach.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { meetingKinds, programmes } from './codes.ts'
import { columnsOf, requireSection, sectionInput, setting, written } from './matter-input.ts'
import { matter, meeting } from './records.ts'
import { meetings, matters } from './tables.ts'

const requireCounty = (context: Pick<ActionContext, 'actor' | 'county'>) =>
  requireCountyAccount(context, 'setBy', {
    zh: '事项由县级账号交办',
    en: 'Matters are set by accounts of the county',
  })

export const holdMeeting = defineAction(meeting, {
  name: 'hold',
  title: { zh: '登记会议', en: 'Record a meeting' },
  on: 'new',
  to: 'held',
  input: z.object({
    kind: choice(meetingKinds, { zh: '类别', en: 'Kind' }),
    subject: written('会议名称', 'Subject', 4, 120),
    happenedOn: field(z.iso.date().optional(), { title: { zh: '会议日期', en: 'Held on' } }),
    chair: written('主持人', 'Chair', 2, 40),
    section: sectionInput('承办股室', 'Section'),
    venue: field(z.string().trim().max(60).optional(), { title: { zh: '地点', en: 'Where' } }),
    attendance: field(z.int().min(1).max(5000).optional(), {
      title: { zh: '参会人数', en: 'Present' },
      unit: { zh: '人', en: '' },
    }),
    minutes: field(z.string().trim().max(2000).optional(), {
      title: { zh: '会议纪要', en: 'Minutes' },
      multiline: true,
    }),
  }),
  run(context) {
    const { input, today, county, create } = context
    requireCounty(context)
    requireSection(context, input.section, 'section')
    const { happenedOn = today } = input
    if (happenedOn > today) refuse('happenedOn', { zh: '会议日期不能晚于今天', en: 'The day lies in the future' })
    return create({ ...input, happenedOn, division: county })
  },
})

export const photos = [attachAction(meeting), attachAction(matter)] as const

export const decideMatter = defineAction(matter, {
  name: 'decide',
  title: { zh: '交办议定事项', en: 'Set what a meeting decided' },
  on: 'new',
  to: 'open',
  input: z.object({
    meeting: field(z.uuid(), { title: { zh: '会议', en: 'Meeting' }, refersTo: 'record:section-work.meeting' }),
    ...setting,
  }),
  async run(context) {
    const { input, find, create } = context
    requireCounty(context)
    const held = await find(meeting, and(eq(meetings.id, input.meeting), isNull(meetings.voidedAt)))
    if (!held) return refuse('meeting', { zh: '没有这次会议', en: 'There is no such meeting' })
    const columns = await columnsOf(context, input, held.section, held.happenedOn)
    return create({ ...columns, origin: 'meeting', meeting: held.id })
  },
})

export const receiveDocument = defineAction(matter, {
  name: 'receive',
  title: { zh: '登记公文交办', en: 'Set what a document asks for' },
  on: 'new',
  to: 'open',
  input: z.object({
    number: written('文号', 'Number', 2, 60),
    sender: written('来文单位', 'From', 2, 60),
    setBy: sectionInput('交办股室', 'Set by'),
    ...setting,
  }),
  async run(context) {
    const { input, find, create } = context
    requireCounty(context)
    const columns = await columnsOf(context, input, input.setBy)
    const same = and(eq(matters.number, input.number), eq(matters.owner, columns.owner), isNull(matters.voidedAt))
    const known = await find(matter, and(same, eq(matters.title, input.title)))
    if (known)
      return refuse('number', {
        zh: `${input.number}的这件事已于${known.happenedOn}交办给${known.ownerName}`,
        en: `${input.number} was set on ${known.happenedOn} to ${known.ownerName} already`,
      })
    return create({ ...columns, origin: 'document', number: input.number, sender: input.sender })
  },
})

export const setKeyTask = defineAction(matter, {
  name: 'set',
  title: { zh: '立项重点工作', en: 'Set a key task' },
  on: 'new',
  to: 'open',
  input: z.object({
    programme: choice(programmes, { zh: '所属专项', en: 'Programme' }),
    setBy: sectionInput('交办股室', 'Set by'),
    ...setting,
  }),
  async run(context) {
    const { input, create } = context
    requireCounty(context)
    const columns = await columnsOf(context, input, input.setBy)
    return create({ ...columns, origin: 'key-task', programme: input.programme })
  },
})
