import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { findByDocument, findPersons } from '@kangheng/kernel/person/registry.ts'
import { persons } from '@kangheng/kernel/person/tables.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import type { RowOf } from '@kangheng/kernel/record/define-record.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import * as inputs from '../inputs.ts'
import { findCard } from '../vaccination/settle.ts'
import { kinds, schoolCheck, schoolChild } from './records.ts'
import { owedBy } from './standing.ts'
import { schoolChecks, schoolChildren } from './tables.ts'

type Context = Pick<
  ActionContext,
  'connection' | 'county' | 'find' | 'findAll' | 'today' | 'createOther' | 'changeOther'
>
type Child = RowOf<typeof schoolChildren>

export const openCheck = defineAction(schoolCheck, {
  name: 'open',
  title: { zh: '建立查验', en: 'Open a check' },
  on: 'new',
  to: 'open',
  input: z.object({
    name: field(z.string().trim().min(4).max(60), {
      title: { zh: '学校和学年', en: 'School and year' },
      help: { zh: '如“某某小学2025年秋季”，导入名单时按此名称对应', en: 'A list names the check by this' },
    }),
    kind: inputs.choice(kinds, { zh: '类别', en: 'Kind' }),
    enrolled: field(z.int().min(1).max(20_000), {
      title: { zh: '应查验人数', en: 'Children on the list' },
      unit: { zh: '人', en: 'children' },
    }),
    happenedOn: inputs.day('查验日期', 'Checked on'),
  }),
  async run(context) {
    const same = and(eq(schoolChecks.name, context.input.name), isNull(schoolChecks.voidedAt))
    if (await context.find(schoolCheck, same))
      refuse('name', { zh: '已有这个查验', en: 'There is such a check already' })
    return context.create({ ...context.input })
  },
})

/** Counts a check's children anew. */
async function recount(context: Context, id: string): Promise<void> {
  const mine = and(eq(schoolChildren.check, id), isNull(schoolChildren.voidedAt))
  const rows = await context.findAll(schoolChild, mine)
  const check = await context.find(schoolCheck, eq(schoolChecks.id, id))
  const count = (is: (row: Child) => boolean) => rows.filter(is).length
  await context.changeOther(schoolCheck, check!, {
    checked: rows.length,
    holding: count(({ holding }) => holding),
    owing: count(({ state }) => state !== 'complete'),
    caughtUp: count(({ state }) => state === 'caught-up'),
  })
}

/** The person of the register with this name and birthday, in sight and the only one. */
async function findChild(context: Context, name: string, birth: string): Promise<string | undefined> {
  const same = and(eq(persons.name, name), eq(persons.birth, birth), eq(persons.state, 'resident'))
  const rows = await findPersons(context, same)
  return rows.length === 1 ? rows[0]!.id : undefined
}

export const checkChild = defineAction(schoolChild, {
  name: 'check',
  title: { zh: '查验儿童', en: 'Check a child' },
  on: 'new',
  input: z.object({
    check: field(z.uuid(), {
      title: { zh: '查验', en: 'Check' },
      refersTo: 'record:immunization.school-check',
    }),
    name: field(z.string().trim().min(2).max(40), { title: { zh: '儿童姓名', en: 'Name' } }),
    birth: field(z.iso.date(), { title: { zh: '出生日期', en: 'Birth' } }),
    document: field(z.string().trim().max(18).optional(), {
      title: { zh: '身份证号', en: 'Identity number' },
      help: {
        zh: '填写后按号码查找，否则按姓名和出生日期',
        en: 'Looked up by it where given, otherwise by name and birth',
      },
    }),
    className: field(z.string().trim().max(30).optional(), { title: { zh: '班级', en: 'Class' } }),
    holding: field(z.boolean(), { title: { zh: '持有接种证', en: 'Shows a certificate' } }),
  }),
  conceal: ['document'],
  async run(context) {
    const { check: checkId, name, birth, document, className = null, holding } = context.input
    const check = await context.find(schoolCheck, and(eq(schoolChecks.id, checkId), isNull(schoolChecks.voidedAt)))
    if (!check || check.state !== 'open')
      return refuse('check', { zh: '没有这个查验，或查验已完成', en: 'There is no such check, or it is closed' })
    const person = document ? await byDocument(context, document) : await findChild(context, name, birth)
    const twice = and(
      eq(schoolChildren.check, check.id),
      person ? eq(schoolChildren.person, person) : and(eq(schoolChildren.name, name), eq(schoolChildren.birth, birth)),
      isNull(schoolChildren.voidedAt),
    )
    if (await context.find(schoolChild, twice))
      refuse('name', { zh: '此儿童已在这个查验的名单上', en: 'This child is on the list of the check already' })
    const known = person !== undefined && (await findCard(context, person)) !== undefined
    const missing = known ? await owedBy(context, person, check.happenedOn) : []
    const row = await context.create({
      ...(person ? { person } : { division: check.division }),
      institution: check.institution,
      happenedOn: check.happenedOn,
      state: !known ? 'unknown' : missing.length > 0 ? 'owing' : 'complete',
      ...{ check: check.id, name, birth, className, holding, missing, open: missing },
    })
    await recount(context, check.id)
    return row
  },
})

const byDocument = async (context: Context, document: string) =>
  (await findByDocument(context, { kind: 'ID18', number: document }))?.id

/** Judges a child of a check by what stands on the register today. */
async function judgeAgain(context: Context, row: Child): Promise<Partial<Child>> {
  const person = row.person ?? (await findChild(context, row.name, row.birth)) ?? null
  if (!person || !(await findCard(context, person))) return {}
  const owed = await owedBy(context, person, context.today)
  // A child first found now owes what it owed on the day of the check; what came due since is not of this check.
  const missing = row.state === 'unknown' ? await owedBy(context, person, row.happenedOn) : row.missing
  const open = missing.filter((dose) => owed.includes(dose))
  if (missing.length === 0) return { person, missing, open, state: 'complete' }
  if (open.length > 0) return { person, missing, open, state: 'owing' }
  return { person, missing, open, state: 'caught-up', caughtUpOn: context.today }
}

export const recheck = defineAction(schoolChild, {
  name: 'recheck',
  title: { zh: '复核补种', en: 'Look again' },
  on: 'existing',
  from: ['owing', 'unknown'],
  input: z.object({}),
  async run(context) {
    const row = await context.change(await judgeAgain(context, context.current))
    await recount(context, row.check)
    return row
  },
})

export const notify = defineAction(schoolChild, {
  name: 'notify',
  title: { zh: '发补种通知', en: 'Give notice' },
  on: 'existing',
  from: ['owing', 'unknown'],
  input: z.object({}),
  run: ({ today, change }) => change({ notifiedOn: today }),
})

/** Looks at all children of a check who still owe something. */
export const recheckAll = defineAction(schoolCheck, {
  name: 'recheck',
  title: { zh: '复核全部应补种儿童', en: 'Look at all again' },
  on: 'existing',
  from: ['open'],
  input: z.object({}),
  async run(context) {
    const { current } = context
    const open = and(eq(schoolChildren.check, current.id), inArray(schoolChildren.state, ['owing', 'unknown']))
    for (const row of await context.findAll(schoolChild, and(open, isNull(schoolChildren.voidedAt)))) {
      const values = await judgeAgain(context, row)
      if (Object.keys(values).length > 0) await context.changeOther(schoolChild, row, values)
    }
    await recount(context, current.id)
    return context.find(schoolCheck, eq(schoolChecks.id, current.id))
  },
})

export const closeCheck = defineAction(schoolCheck, {
  name: 'close',
  title: { zh: '查验完成', en: 'Close the check' },
  on: 'existing',
  from: ['open'],
  to: 'closed',
  input: z.object({}),
  async run({ current, findAll, change }) {
    if (current.checked < current.enrolled)
      refuse('enrolled', {
        zh: `应查验${current.enrolled}人，只查验了${current.checked}人`,
        en: `${current.enrolled} on the list, ${current.checked} checked`,
      })
    const open = and(eq(schoolChildren.check, current.id), inArray(schoolChildren.state, ['owing', 'unknown']))
    const silent = await findAll(
      schoolChild,
      and(open, isNull(schoolChildren.notifiedOn), isNull(schoolChildren.voidedAt)),
    )
    if (silent.length > 0)
      refuse('state', {
        zh: `还有${silent.length}名应补种儿童没有发补种通知`,
        en: `${silent.length} children who owe doses have not been given notice`,
      })
    return change({})
  },
})
