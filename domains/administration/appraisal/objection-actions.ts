import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { objection, sheet } from './records.ts'
import { code, points } from './rules.ts'
import { evidenceOf, scoredColumns } from './score-sheet-row.ts'
import { readyRuleSet } from './scoring/score-sheet.ts'
import { getRound, getRuleSet, getSheet, rulesOf } from './stored.ts'
import { objections } from './tables.ts'

const long = (zh: string, en: string) =>
  field(z.string().trim().min(4).max(1000), { title: { zh, en }, multiline: true })

export const raiseObjection = defineAction(objection, {
  name: 'raise',
  title: { zh: '提出异议', en: 'Object' },
  on: 'new',
  to: 'raised',
  input: z.object({
    sheet: field(z.uuid(), { title: { zh: '评分表', en: 'Sheet' }, refersTo: 'record:appraisal.sheet' }),
    item: field(code, { title: { zh: '项目编号', en: 'Item' } }),
    reason: long('理由', 'Reason'),
    evidence: field(z.string().trim().max(500).optional(), { title: { zh: '材料', en: 'Evidence' } }),
  }),
  async run({ input, find, create, today }) {
    const owner = await getSheet({ find }, input.sheet)
    if (owner.state !== 'announced')
      return refuse('sheet', { zh: '只能在公示期内提出异议', en: 'Objections are possible while scores are announced' })
    const appraisal = await getRound({ find }, owner.round)
    if (appraisal.objectionUntil === null || today > appraisal.objectionUntil)
      return refuse('sheet', {
        zh: `异议期已于${appraisal.objectionUntil}截止`,
        en: `The time for objections ended on ${appraisal.objectionUntil}`,
      })
    const rules = rulesOf(await getRuleSet({ find }, appraisal.ruleSet))
    const item = rules.items.find((each) => each.code === input.item)
    const line = owner.lines.find((each) => each.item === input.item)
    if (!item || !line?.score)
      return refuse('item', { zh: '评分表中没有这一项的得分', en: 'The sheet has no score of that item' })
    const open = await find(
      objection,
      and(
        eq(objections.sheet, owner.id),
        eq(objections.item, item.code),
        eq(objections.state, 'raised'),
        isNull(objections.voidedAt),
      ),
    )
    if (open) return refuse('item', { zh: '这一项的异议正在复核', en: 'An objection to this item is under review' })
    return create({
      division: owner.division,
      institution: owner.institution,
      sheet: owner.id,
      unitName: owner.unitName,
      item: item.code,
      title: item.title.zh,
      scored: line.score,
      reason: input.reason,
      evidence: input.evidence ?? null,
      decideBy: addDays(today, rules.reviewDays),
    })
  },
})

/** Scores a sheet anew after a decision; the figures and entries it was scored from stay as they are. */
async function rescore(context: Pick<ActionContext, 'find' | 'findAll' | 'changeOther'>, id: string): Promise<void> {
  const owner = await getSheet(context, id)
  const appraisal = await getRound(context, owner.round)
  const ready = readyRuleSet(rulesOf(await getRuleSet(context, appraisal.ruleSet)))
  const evidence = await evidenceOf(context, id)
  await context.changeOther(sheet, owner, scoredColumns(ready, owner, evidence(id)))
}

export const upholdObjection = defineAction(objection, {
  name: 'uphold',
  title: { zh: '采纳', en: 'Uphold' },
  on: 'existing',
  from: ['raised'],
  to: 'upheld',
  input: z.object({
    points: field(points, { title: { zh: '复核得分', en: 'Score by the decision' } }),
    decision: long('复核意见', 'Decision'),
  }),
  async run(context) {
    const { input, current, find, change, today } = context
    const owner = await getSheet({ find }, current.sheet)
    const appraisal = await getRound({ find }, owner.round)
    const item = rulesOf(await getRuleSet({ find }, appraisal.ruleSet)).items.find((each) => each.code === current.item)
    if (!item || Number(input.points) > Number(item.full))
      return refuse('points', {
        zh: `该项满分${item?.full ?? 0}分`,
        en: `The item has ${item?.full ?? 0} points in full`,
      })
    const row = await change({ points: input.points, decision: input.decision, decidedOn: today })
    await rescore(context, current.sheet)
    return row
  },
})

export const rejectObjection = defineAction(objection, {
  name: 'reject',
  title: { zh: '不采纳', en: 'Reject' },
  on: 'existing',
  from: ['raised'],
  to: 'rejected',
  input: z.object({ decision: long('复核意见', 'Decision') }),
  run: ({ input, change, today }) => change({ decision: input.decision, decidedOn: today }),
})
