import { z } from 'zod'
import { getPerson } from '@kangheng/kernel/person/registry.ts'
import {
  changeHead,
  getHousehold,
  joinHousehold,
  openHousehold,
  splitHousehold,
} from '@kangheng/kernel/person/households.ts'
import { HEAD, type Relation } from '@kangheng/kernel/person/relations.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import * as inputs from './inputs.ts'
import { householdChange } from './records.ts'

const household = field(z.uuid(), { title: { zh: '户', en: 'Household' } })
const members = field(z.array(z.object({ person: inputs.person, relation: inputs.relation })).min(1), {
  title: { zh: '成员及与户主关系', en: 'Members and their relation to the head' },
})
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
  input: z.object({ person: inputs.person, household, relation: inputs.relation }),
  async run(context) {
    const person = await getPerson(context, context.input.person)
    await joinHousehold(context, person, await getHousehold(context, context.input.household), context.input.relation)
    return context.create({ person: person.id, household: context.input.household, kind: 'joined', members: 1 })
  },
})

export const splitAHousehold = defineAction(householdChange, {
  name: 'split',
  title: { zh: '分户', en: 'Split a household' },
  on: 'new',
  to: 'done',
  input: z.object({ household, members }),
  async run(context) {
    const from = await getHousehold(context, context.input.household)
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
  input: z.object({ household, members }),
  async run(context) {
    const { id, division } = await getHousehold(context, context.input.household)
    await changeHead(context, await getHousehold(context, id), relationMap(context.input.members))
    return context.create({
      person: headOf(context.input.members),
      division,
      household: id,
      kind: 'head',
      members: context.input.members.length,
    })
  },
})
