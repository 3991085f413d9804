import { z } from 'zod'
import { getPerson } from '@kangheng/kernel/person/registry.ts'
import {
  changeHead,
  getHousehold,
  joinHousehold,
  openHousehold,
  splitHousehold,
  type Household,
} from '@kangheng/kernel/person/households.ts'
import { HEAD, type Relation } from '@kangheng/kernel/person/relations.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import * as inputs from './inputs.ts'
import { householdChange } from './records.ts'

/** A household is named by one of its people, whom everybody knows. */
const member = field(z.uuid(), { title: { zh: '该户任一成员', en: 'Any member of the household' }, refersTo: 'person' })
const members = field(z.array(z.object({ person: inputs.person, relation: inputs.relation })).min(1), {
  title: { zh: '成员及与户主关系', en: 'Members and their relation to the head' },
})
type Reader = Parameters<typeof getPerson>[0]

async function householdOf(reader: Reader, id: string, name: string): Promise<Household> {
  const person = await getPerson(reader, id)
  if (person.household) return getHousehold(reader, person.household)
  return refuse(name, { zh: '此人尚未入户，请先立户', en: 'This person is in no household yet; open one first' })
}

const relationMap = (list: readonly { person: string; relation: Relation }[]) =>
  new Map(list.map((each) => [each.person, each.relation]))
const headOf = (list: readonly { person: string; relation: Relation }[]) =>
  list.find((each) => each.relation === HEAD)?.person ?? null

export const openAHousehold = defineAction(householdChange, {
  name: 'open',
  title: { zh: '立户', en: 'Open a household' },
  on: 'new',
  to: 'done',
  input: z.object({ person: inputs.person }),
  async run(context) {
    const head = await getPerson(context, context.input.person)
    if (head.household) {
      refuse('person', {
        zh: '此人已在户内，请办理分户',
        en: 'This person is in a household already; split it instead',
      })
    }
    const { division, name, villageGroup } = head
    const opened = await openHousehold(context, { division, headName: name, villageGroup })
    await joinHousehold(context, head, opened, HEAD)
    return context.create({ person: head.id, household: opened.id, kind: 'opened', members: 1 })
  },
})

export const joinAHousehold = defineAction(householdChange, {
  name: 'join',
  title: { zh: '入户', en: 'Join a household' },
  on: 'new',
  to: 'done',
  input: z.object({ person: inputs.person, member, relation: inputs.relation }),
  async run(context) {
    const person = await getPerson(context, context.input.person)
    const household = await householdOf(context, context.input.member, 'member')
    await joinHousehold(context, person, household, context.input.relation)
    return context.create({ person: person.id, household: household.id, kind: 'joined', members: 1 })
  },
})

export const splitAHousehold = defineAction(householdChange, {
  name: 'split',
  title: { zh: '分户', en: 'Split a household' },
  on: 'new',
  to: 'done',
  input: z.object({ members }),
  async run(context) {
    const from = await householdOf(context, context.input.members[0]!.person, 'members')
    const opened = await splitHousehold(context, from, relationMap(context.input.members))
    const { division, id } = opened
    const person = headOf(context.input.members)
    return context.create({
      person,
      division,
      household: id,
      kind: 'split',
      fromHousehold: from.id,
      members: context.input.members.length,
    })
  },
})

export const changeTheHead = defineAction(householdChange, {
  name: 'change-head',
  title: { zh: '变更户主', en: 'Change the head' },
  on: 'new',
  to: 'done',
  input: z.object({ members }),
  async run(context) {
    const household = await householdOf(context, context.input.members[0]!.person, 'members')
    const { id, division } = household
    await changeHead(context, household, relationMap(context.input.members))
    return context.create({
      person: headOf(context.input.members),
      division,
      household: id,
      kind: 'head',
      members: context.input.members.length,
    })
  },
})
