import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { entry, sample, sheet } from './records.ts'
import { code, type Fact } from './rules.ts'
import { getRound, getRuleSet, getSheet, rulesOf } from './stored.ts'
import { entries } from './tables.ts'

const SCORING = {
  zh: '得分已公示，不能再改现场考核记录',
  en: 'The scores were announced; findings cannot change any more',
}

/** Somebody who enters what was found is not the one who signs it. */
const OTHER_SIGNS = {
  zh: '填写人不能签自己填写的记录，请另一人签字',
  en: 'Whoever entered it cannot sign it; somebody else must',
}

const tooMuch = (fact: Fact, value: string) => fact.most !== undefined && Number(value) > Number(fact.most)

export const enterFinding = defineAction(sheet, {
  name: 'enter',
  title: { zh: '填写现场考核', en: 'Enter a finding' },
  on: 'existing',
  from: ['open', 'scored'],
  input: z.object({
    fact: field(code, {
      title: { zh: '查实内容', en: 'Fact' },
      help: { zh: '评分表中花括号里的编号', en: 'Its name in the sheet' },
    }),
    value: field(z.string().regex(/^\d{1,9}(\.\d{1,4})?$/), { title: { zh: '数值', en: 'Value' } }),
    evidence: field(z.string().trim().min(2).max(500), {
      title: { zh: '依据', en: 'Evidence' },
      help: { zh: '查阅的材料、地点或文号', en: 'Papers seen, place, document number' },
    }),
  }),
  async run({ input, current, find, change, createOther, changeOther, actor }) {
    const owner = await getRound({ find }, current.round)
    const rules = rulesOf(await getRuleSet({ find }, owner.ruleSet))
    const fact = [...rules.items, ...rules.vetoes]
      .flatMap((each) => each.facts)
      .find((each) => each.name === input.fact)
    if (!fact) return refuse('fact', { zh: '细则中没有这项查实内容', en: 'The rule set has no such fact' })
    if (tooMuch(fact, input.value)) return refuse('value', { zh: `不能超过${fact.most}`, en: `At most ${fact.most}` })
    const known = await find(
      entry,
      and(
        eq(entries.sheet, current.id),
        eq(entries.fact, fact.name),
        isNull(entries.voidedAt),
        eq(entries.state, 'entered'),
      ),
    )
    if (known) await changeOther(entry, known, { state: 'withdrawn' })
    await createOther(entry, {
      state: 'entered',
      division: current.division,
      institution: current.institution,
      sheet: current.id,
      unitName: current.unitName,
      fact: fact.name,
      title: fact.title.zh,
      value: input.value,
      evidence: input.evidence,
      enteredBy: actor.account,
    })
    return change({})
  },
})

export const signFinding = defineAction(entry, {
  name: 'sign',
  title: { zh: '签字', en: 'Sign' },
  on: 'existing',
  from: ['entered'],
  to: 'signed',
  input: z.object({}),
  async run({ current, find, change, changeOther, actor, today }) {
    const owner = await getSheet({ find }, current.sheet)
    if (owner.state !== 'open' && owner.state !== 'scored') return refuse('sheet', SCORING)
    if (current.enteredBy === actor.account) return refuse('signedBy', OTHER_SIGNS)
    const before = await find(
      entry,
      and(
        eq(entries.sheet, current.sheet),
        eq(entries.fact, current.fact),
        eq(entries.state, 'signed'),
        isNull(entries.voidedAt),
      ),
    )
    if (before) await changeOther(entry, before, { state: 'withdrawn' })
    return change({ signedBy: actor.account, signedOn: today })
  },
})

export const withdrawFinding = defineAction(entry, {
  name: 'withdraw',
  title: { zh: '撤回', en: 'Withdraw' },
  on: 'existing',
  from: ['entered'],
  to: 'withdrawn',
  input: z.object({}),
  run: ({ change }) => change({}),
})

export const judgeSample = defineAction(sample, {
  name: 'judge',
  title: { zh: '登记核查结果', en: 'Judge the sample' },
  on: 'existing',
  from: ['drawn'],
  input: z.object({
    qualified: field(z.boolean(), { title: { zh: '合格', en: 'In order' } }),
    finding: field(z.string().trim().min(2).max(500), { title: { zh: '核查情况', en: 'Finding' } }),
  }),
  async run({ input, current, find, change, today }) {
    const owner = await getSheet({ find }, current.sheet)
    if (owner.state !== 'open' && owner.state !== 'scored') return refuse('sheet', SCORING)
    return change({ state: input.qualified ? 'qualified' : 'unqualified', finding: input.finding, judgedOn: today })
  },
})
