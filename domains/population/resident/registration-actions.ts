import { z } from 'zod'
import { withHouseRights } from '@kangheng/kernel/access/house-rights.ts'
import { refreshDuplicates } from '@kangheng/kernel/person/duplicates.ts'
import { findByDocument, getPerson, type PersonFacts } from '@kangheng/kernel/person/registry.ts'
import { addPerson, correctPerson } from '@kangheng/kernel/person/residence-changes.ts'
import { rememberEffects } from '@kangheng/kernel/person/undo.ts'
import { getPlace } from '@kangheng/kernel/place/find.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { registrationSources } from './codes.ts'
import { completeFacts, readFacts } from './facts.ts'
import * as inputs from './inputs.ts'
import { correction, registration } from './records.ts'

type Writing = Pick<ActionContext, 'connection' | 'county'>

/** Refuses a village that does not exist; the actor's scope is the database's business. */
export async function assertVillage(writing: Writing, division: string, field = 'division'): Promise<void> {
  const place = await getPlace(writing.connection, writing.county, division)
  if (place.level !== 'village') refuse(field, { zh: '请选到村（社区）', en: 'Choose a village' })
}

/** Refuses a document that somebody within sight has already, and says who. */
export async function assertNew(writing: Writing, facts: PersonFacts): Promise<void> {
  const known = facts.document ? await findByDocument(writing, facts.document) : undefined
  if (known)
    refuse(
      'documentNumber',
      {
        zh: '该证件号码的居民已在库中，请直接打开其档案',
        en: 'Somebody with this document is registered already; open that file',
      },
      { person: known.id },
    )
}

/** Looks for files that may be the same person, wherever in the county they are. */
export async function lookForDuplicates(writing: Writing, person: string): Promise<void> {
  await withHouseRights(writing.connection, () => refreshDuplicates(writing.connection, writing.county, person))
}

export const registerResident = defineAction(registration, {
  name: 'register',
  title: { zh: '登记居民', en: 'Register a resident' },
  on: 'new',
  to: 'registered',
  conceal: inputs.identifying,
  input: z.object({
    ...inputs.facts,
    name: inputs.facts.name.unwrap(),
    division: inputs.division,
    happenedOn: inputs.day('居住（落户）起始日', 'Living or registered here since'),
    usual: inputs.yesNo('常住本地', 'Lives here'),
    registered: inputs.yesNo('户籍在本地', 'Registered here'),
    source: inputs.choice(registrationSources, { zh: '来源', en: 'Source' }),
  }),
  async run(context) {
    const { division, happenedOn, usual, registered, source } = context.input
    const facts = completeFacts(context.input, context.today)
    await assertVillage(context, division)
    if (!usual && !registered)
      refuse('usual', { zh: '户籍和常住至少有一项在本地', en: 'The person lives here, is registered here, or both' })
    if (happenedOn < facts.birth)
      refuse('happenedOn', { zh: '起始日早于出生日期', en: 'The day lies before the birth' })
    if (happenedOn > context.today) refuse('happenedOn', { zh: '起始日不能晚于今天', en: 'The day lies in the future' })
    await assertNew(context, facts)
    const { writer, effects } = rememberEffects(context)
    const person = await addPerson(writer, facts, {
      division,
      usualFrom: usual ? happenedOn : null,
      registeredFrom: registered ? happenedOn : null,
      reason: 'initial',
    })
    await lookForDuplicates(context, person.id)
    return context.create({ person: person.id, division, happenedOn, usual, registered, source, effects })
  },
})

export const correctResident = defineAction(correction, {
  name: 'correct',
  title: { zh: '更正信息', en: 'Correct' },
  on: 'new',
  to: 'corrected',
  conceal: inputs.identifying,
  input: z.object({
    person: inputs.person,
    ...inputs.facts,
    evidence: inputs.reason,
  }),
  async run(context) {
    const { person: id, evidence, ...entered } = context.input
    const person = await getPerson(context, id)
    const facts = readFacts(entered, context.today)
    const names = Object.keys(facts)
    if (names.length === 0) refuse('name', { zh: '请填写要更正的内容', en: 'Say what is to be corrected' })
    if (facts.document) {
      const holder = await findByDocument(context, facts.document)
      if (holder && holder.id !== id)
        refuse(
          'documentNumber',
          {
            zh: '该证件号码属于另一名居民，可能是重复档案',
            en: 'The document belongs to another file; the two may be one person',
          },
          { person: holder.id },
        )
    }
    await correctPerson(context, person, facts)
    await lookForDuplicates(context, id)
    return context.create({ person: id, facts: names, evidence })
  },
})
