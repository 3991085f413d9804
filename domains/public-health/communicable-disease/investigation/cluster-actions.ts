import { and, eq, gte, inArray, isNull, lt, lte } from 'drizzle-orm'
import { z } from 'zod'
import { rangeOf } from '@kangheng/kernel/place/code.ts'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import type { RowOf } from '@kangheng/kernel/record/define-record.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { ratio, text, whole } from '@kangheng/kernel/wording/decimal.ts'
import { cardInputs } from '../inputs.ts'
import { findDisease } from '../notifiable/list.ts'
import { notifiableCase } from '../records.ts'
import { notifiableCases } from '../tables.ts'
import { clusterKinds, namedKinds, routes } from './codes.ts'
import { courseOf } from './course.ts'
import { caseInput, type CaseRow, getCase } from './investigate-actions.ts'
import { caseContact, cluster, clusterCase } from './records.ts'
import { quietUntil } from './spread.ts'
import { caseContacts, clusterCases, type clusters } from './tables.ts'

type ClusterRow = RowOf<typeof clusters>
const story = (zh: string, en: string) =>
  field(z.string().trim().min(2).max(2000), { title: { zh, en }, multiline: true })
const exposed = field(z.int().min(1).max(1_000_000).optional(), {
  title: { zh: '暴露人数', en: 'Exposed' },
  unit: { zh: '人', en: 'people' },
})
const optionalDay = (zh: string, en: string) => field(z.iso.date().optional(), { title: { zh, en } })

export const openCluster = defineAction(cluster, {
  name: 'open',
  title: { zh: '聚集性疫情立案', en: 'Open a cluster' },
  on: 'new',
  to: 'open',
  input: z.object({
    title: field(z.string().trim().min(2).max(80), { title: { zh: '名称', en: 'Title' } }),
    disease: cardInputs.disease,
    kind: choice(clusterKinds, { zh: '类型', en: 'Kind' }),
    division: field(z.string(), { title: { zh: '地点', en: 'Place' }, refersTo: 'division' }),
    site: field(z.string().trim().max(80).optional(), {
      title: { zh: '学校、单位或活动', en: 'School, workplace or event' },
      help: { zh: '与报告卡的工作单位（学校）写法一致', en: 'Written as on the report cards' },
    }),
    definition: story('病例定义', 'Case definition'),
    fromOn: field(z.iso.date(), { title: { zh: '发病日期自', en: 'Onset from' } }),
    untilOn: optionalDay('发病日期至', 'Onset until'),
    exposed,
    signal: field(z.uuid().optional(), {
      title: { zh: '预警信号', en: 'Signal' },
      refersTo: 'record:communicable-disease.signal',
    }),
  }),
  run({ input, today, create }) {
    if (findDisease(input.disease)?.confidential)
      return refuse('disease', {
        zh: '艾滋病、性病不按聚集性疫情立案',
        en: 'No clusters are opened of confidential diseases',
      })
    if (namedKinds.includes(input.kind) && !input.site)
      return refuse('site', { zh: '请填写学校、单位或活动的名称', en: 'Name the school, workplace or event' })
    if (input.fromOn > today) return refuse('fromOn', { zh: '不能晚于今天', en: 'Not later than today' })
    if (input.untilOn && input.untilOn < input.fromOn)
      return refuse('untilOn', { zh: '不能早于起始日期', en: 'Not before the first day' })
    return create({ ...input, happenedOn: today })
  },
})

const membersOf = ({ findAll }: Pick<ActionContext, 'findAll'>, id: string) =>
  findAll(clusterCase, and(eq(clusterCases.cluster, id), isNull(clusterCases.voidedAt)))

/** What the members say of their cluster. */
function summary(disease: string, members: readonly { readonly happenedOn: string }[]): Partial<ClusterRow> {
  const onsets = members.map((member) => member.happenedOn).sort()
  const last = onsets.at(-1) ?? null
  const course = last ? courseOf(disease, null, last) : undefined
  return {
    cases: members.length,
    firstOnsetOn: onsets[0] ?? null,
    lastOnsetOn: last,
    quietUntil: last && course ? quietUntil(course, last) : null,
  }
}

async function include(context: Pick<ActionContext, 'createOther'>, into: ClusterRow, card: CaseRow): Promise<void> {
  await context.createOther(clusterCase, {
    state: 'included',
    cluster: into.id,
    case: card.id,
    person: card.person,
    division: card.division,
    happenedOn: card.happenedOn,
  })
}

export const gatherCases = defineAction(cluster, {
  name: 'gather',
  title: { zh: '按定义归集病例', en: 'Gather cases by the definition' },
  on: 'existing',
  from: ['open'],
  input: z.object({}),
  async run(context) {
    const { current, findAll, change, today } = context
    const { from, to } = rangeOf(current.division)
    const found = await findAll(
      notifiableCase,
      and(
        eq(notifiableCases.disease, current.disease),
        inArray(notifiableCases.state, ['reported', 'reviewed']),
        isNull(notifiableCases.voidedAt),
        gte(notifiableCases.happenedOn, current.fromOn),
        lte(notifiableCases.happenedOn, current.untilOn ?? today),
        // A school takes pupils of other villages, so that its name decides and not where they live.
        current.site
          ? eq(notifiableCases.workplace, current.site)
          : and(gte(notifiableCases.division, from), lt(notifiableCases.division, to)),
      ),
    )
    const members = await membersOf(context, current.id)
    const inside = new Set(members.map((member) => member.case))
    const added = found.filter((card) => !inside.has(card.id))
    if (added.length === 0)
      return refuse('state', {
        zh: '没有符合定义的其他病例。请核对病种、日期、地点和学校名称，或逐例归入',
        en: 'No further case fits disease, dates, place and name; check them, or add cases one by one',
      })
    for (const card of added) await include(context, current, card)
    return change(summary(current.disease, [...members, ...added]))
  },
})

export const addCase = defineAction(cluster, {
  name: 'add-case',
  title: { zh: '归入病例', en: 'Add a case' },
  on: 'existing',
  from: ['open'],
  input: z.object({ case: caseInput }),
  async run(context) {
    const { input, current, change } = context
    const card = await getCase(context, input.case)
    if (card.disease !== current.disease) return refuse('case', { zh: '病种不同', en: 'Another disease' })
    const members = await membersOf(context, current.id)
    if (members.some((member) => member.case === card.id))
      return refuse('case', { zh: '该病例已归入', en: 'The case is included already' })
    await include(context, current, card)
    return change(summary(current.disease, [...members, card]))
  },
})

export const removeCase = defineAction(cluster, {
  name: 'remove-case',
  title: { zh: '移出病例', en: 'Remove a case' },
  on: 'existing',
  from: ['open'],
  input: z.object({
    case: caseInput,
    reason: field(z.string().trim().min(2).max(200), { title: { zh: '原因', en: 'Reason' } }),
  }),
  async run(context) {
    const { input, current, changeOther, change } = context
    const members = await membersOf(context, current.id)
    const gone = members.find((member) => member.case === input.case)
    if (!gone) return refuse('case', { zh: '该病例不在此疫情中', en: 'The case does not belong to this cluster' })
    await changeOther(clusterCase, gone, voidedBecause(input.reason))
    return change(
      summary(
        current.disease,
        members.filter((member) => member !== gone),
      ),
    )
  },
})

export const updateCluster = defineAction(cluster, {
  name: 'update',
  title: { zh: '更新暴露人数和定义', en: 'Update exposed and definition' },
  on: 'existing',
  from: ['open'],
  input: z.object({
    exposed,
    definition: story('病例定义', 'Case definition').optional(),
    untilOn: optionalDay('发病日期至', 'Onset until'),
  }),
  run: ({ input, change }) =>
    change(Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))),
})

export const closeCluster = defineAction(cluster, {
  name: 'close',
  title: { zh: '结案', en: 'Close' },
  on: 'existing',
  from: ['open'],
  to: 'closed',
  input: z.object({
    source: field(z.string().trim().min(2).max(200), { title: { zh: '传染来源', en: 'Source' } }),
    route: choice(routes, { zh: '传播途径', en: 'Route' }),
    conclusion: story('调查结论', 'Conclusion'),
    measures: story('控制措施', 'Measures'),
    exposed,
  }),
  async run(context) {
    const { input, current, today, findAll, change } = context
    const members = await membersOf(context, current.id)
    if (members.length === 0) return refuse('state', { zh: '没有病例，不能结案', en: 'There are no cases' })
    const now = summary(current.disease, members)
    if (now.quietUntil && today <= now.quietUntil)
      return refuse('state', {
        zh: `末例${now.lastOnsetOn}发病，须到${now.quietUntil}无新病例方可结案`,
        en: `The last onset was ${now.lastOnsetOn}: without a new case until ${now.quietUntil} it may be closed`,
      })
    const observed = await findAll(
      caseContact,
      and(
        inArray(
          caseContacts.case,
          members.map((member) => member.case),
        ),
        inArray(caseContacts.state, ['observing', 'symptomatic']),
        isNull(caseContacts.voidedAt),
      ),
    )
    if (observed.length > 0)
      return refuse('state', {
        zh: `还有${observed.length}名密切接触者未解除观察`,
        en: `${observed.length} contacts are still observed`,
      })
    const people = input.exposed ?? current.exposed
    if (people !== null && people < members.length)
      return refuse('exposed', { zh: '暴露人数不能少于病例数', en: 'Fewer exposed than cases' })
    return change({
      ...now,
      ...input,
      exposed: people,
      attackRate: people === null ? null : text(ratio(whole(members.length), whole(people), 100, 2)),
      closedOn: today,
    })
  },
})
