import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { requireCountyAccount } from '@kangheng/kernel/access/county-account.ts'
import { getPeriod, previousPeriod } from '@kangheng/kernel/period/period.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { getRuleSet, indicatorsOf, rulesOf, type UnitKind } from '../appraisal/index.ts'
import { refuseFamilyPlanning } from './family-planning.ts'
import { consecutiveOf, rankTownships } from './ranking.ts'
import { award, review, standing } from './records.ts'
import { scoreTownships } from './score-townships.ts'
import { awards, reviews, standings } from './tables.ts'

const requireCounty = (context: Pick<ActionContext, 'actor' | 'county'>) =>
  requireCountyAccount(context, 'award', {
    zh: '评比由县级账号办理',
    en: 'Flags are awarded by accounts of the county',
  })

/** The rules of an award, looked at again each time: what they name may have changed since. */
async function rulesFor(context: Pick<ActionContext, 'find' | 'connection' | 'house' | 'county'>, id: string) {
  const row = await getRuleSet(context, id)
  if (row.state !== 'issued')
    refuse('ruleSet', { zh: '细则尚未印发，或已废止', en: 'The rule set has not been issued, or was retired' })
  if (row.unitKind !== 'township' && row.unitKind !== 'township-centre')
    refuse('ruleSet', {
      zh: '流动红旗在乡镇间评比，请选考核乡镇或卫生院的细则',
      en: 'Flags travel among townships: choose a rule set for townships or their centres',
    })
  const rules = rulesOf(row)
  refuseFamilyPlanning(rules, await indicatorsOf(context))
  return { rules, unitKind: row.unitKind as UnitKind }
}

const points = (zh: string, en: string) =>
  field(z.string().regex(/^\d{1,3}(\.\d{1,2})?$/), { title: { zh, en }, unit: { zh: '分', en: 'points' } })

export const draftAward = defineAction(award, {
  name: 'draft',
  title: { zh: '拟定流动红旗', en: 'Draft a flag' },
  on: 'new',
  to: 'draft',
  input: z.object({
    name: field(z.string().trim().min(4).max(60), { title: { zh: '名称', en: 'Name' } }),
    ruleSet: field(z.uuid(), { title: { zh: '考核细则', en: 'Rule set' }, refersTo: 'record:appraisal.rule-set' }),
    items: field(z.array(z.string().trim().max(40)).max(100).default([]), {
      title: { zh: '所用项目编号', en: 'Codes of the items' },
      help: { zh: '不填为细则的全部项目', en: 'None: all items of the rule set' },
    }),
    flags: field(z.int().min(1).max(5).default(1), { title: { zh: '每季红旗面数', en: 'Flags a quarter' } }),
    flagFrom: points('授旗最低分', 'No flag below'),
    laggingBelow: points('落后线', 'Lagging below'),
  }),
  async run(context) {
    const { input, county, create } = context
    requireCounty(context)
    const { rules } = await rulesFor(context, input.ruleSet)
    const unknown = input.items.find((code) => !rules.items.some((item) => item.code === code))
    if (unknown !== undefined)
      refuse('items', { zh: `细则中没有项目 ${unknown}`, en: `The rule set has no item ${unknown}` })
    if (Number(input.laggingBelow) > Number(input.flagFrom))
      refuse('laggingBelow', { zh: '落后线不能高于授旗最低分', en: 'Nobody with a flag may lag' })
    return create({ ...input, division: county })
  },
})

export const issueAward = defineAction(award, {
  name: 'issue',
  title: { zh: '启用流动红旗', en: 'Put the flag into force' },
  on: 'existing',
  from: ['draft'],
  to: 'in-force',
  input: z.object({}),
  async run(context) {
    const { current, today, change } = context
    requireCounty(context)
    await rulesFor(context, current.ruleSet)
    return change({ issuedOn: today })
  },
})

export const retireAward = defineAction(award, {
  name: 'retire',
  title: { zh: '停用流动红旗', en: 'Retire the flag' },
  on: 'existing',
  from: ['draft', 'in-force'],
  to: 'retired',
  confirm: { zh: '停用后不再评比。确定停用？', en: 'It will no longer be awarded. Retire it?' },
  input: z.object({}),
  run(context) {
    requireCounty(context)
    return context.change({})
  },
})

const standingsOf = ({ findAll }: Pick<ActionContext, 'findAll'>, reviewId: string) =>
  findAll(standing, and(eq(standings.review, reviewId), isNull(standings.voidedAt)))

/** The last published review of an award, with who stood where. */
async function lastReview(context: Pick<ActionContext, 'findAll'>, awardId: string) {
  const published = await context.findAll(
    review,
    and(eq(reviews.award, awardId), eq(reviews.state, 'published'), isNull(reviews.voidedAt)),
  )
  const last = published.sort((one, other) => (one.quarter < other.quarter ? 1 : -1))[0]
  return { last, stood: last ? await standingsOf(context, last.id) : [] }
}

export const computeReview = defineAction(review, {
  name: 'compute',
  title: { zh: '季度讲评排名', en: 'Rank the quarter' },
  on: 'new',
  to: 'computed',
  input: z.object({
    award: field(z.uuid(), { title: { zh: '流动红旗', en: 'Flag' }, refersTo: 'record:red-flag.award' }),
    quarter: field(z.string().regex(/^\d{4}-Q[1-4]$/), {
      title: { zh: '季度', en: 'Quarter' },
      help: { zh: '例如 2025-Q3', en: 'For example 2025-Q3' },
    }),
  }),
  async run(context) {
    const { input, today, county, find, create, createOther } = context
    requireCounty(context)
    const by = await find(award, and(eq(awards.id, input.award), isNull(awards.voidedAt)))
    if (by?.state !== 'in-force')
      return refuse('award', { zh: '该流动红旗未启用，或已停用', en: 'The flag is not in force' })
    const period = getPeriod(input.quarter)
    if (period.ends >= today) refuse('quarter', { zh: '该季度尚未结束', en: 'The quarter is not over' })
    const same = and(eq(reviews.award, by.id), eq(reviews.quarter, input.quarter), isNull(reviews.voidedAt))
    if (await find(review, same))
      refuse('quarter', {
        zh: '该季度已有讲评；重算请先作废未公布的',
        en: 'There is a review of it: void that one first',
      })
    const { last, stood } = await lastReview(context, by.id)
    if (last && last.quarter > input.quarter)
      refuse('quarter', { zh: `已公布${last.quarter}，往季不再补评`, en: `${last.quarter} was published already` })
    const { rules, unitKind } = await rulesFor(context, by.ruleSet)
    const { basis, units } = await scoreTownships(context, {
      ...{ ruleSet: by.ruleSet, unitKind, rules, items: by.items, quarter: input.quarter },
    })
    const ranked = rankTownships(units, by)
    const byUnit = new Map(units.map((unit) => [unit.unit, unit]))
    const nameOf = (unit: string) => byUnit.get(unit)!.name
    // Only the quarter just before goes on: whoever skipped one begins anew.
    const before = last?.quarter === previousPeriod(period)?.id ? stood : []
    const flagged = ranked.filter(({ mark }) => mark === 'flag')
    const lagging = ranked.flatMap(({ unit, reasons }) => (reasons === null ? [] : [`${nameOf(unit)}：${reasons}`]))
    const row = await create({
      ranking: ranked.map(({ unit, rank, score }) => `${rank} ${nameOf(unit)} ${score}分`).join('；'),
      lagging: lagging.length === 0 ? null : lagging.join('。'),
      ...{ award: by.id, name: by.name, quarter: input.quarter, basis, division: county },
      holders: flagged.map(({ unit }) => nameOf(unit)).join('、') || null,
      heldBefore:
        stood
          .filter(({ mark }) => mark === 'flag')
          .map(({ unitName }) => unitName)
          .join('、') || null,
    })
    // The last first: what was entered last stands at the head of the review’s page.
    for (const { unit, score, rank, mark, reasons } of ranked.toReversed()) {
      const { division } = byUnit.get(unit)!
      const earlier = before.find((each) => each.division === division)
      await createOther(standing, {
        ...{ state: 'computed', division, review: row.id, award: by.id, name: by.name, quarter: input.quarter },
        ...{ unitName: nameOf(unit), score, rank, rankedOf: ranked.length, mark, reasons },
        previousRank: earlier?.rank ?? null,
        consecutive: consecutiveOf(mark, earlier?.consecutive ?? 0),
      })
    }
    return row
  },
})

export const commentReview = defineAction(review, {
  name: 'comment',
  title: { zh: '填写讲评意见', en: 'Comment on the quarter' },
  on: 'existing',
  from: ['computed'],
  input: z.object({
    comment: field(z.string().trim().min(10).max(2000), {
      title: { zh: '讲评意见', en: 'Comment' },
      multiline: true,
      help: { zh: '好的做法、存在的问题、下季要求', en: 'What went well, what did not, what is asked next' },
    }),
  }),
  run: ({ input, change }) => change({ comment: input.comment }),
})

export const discardReview = defineAction(review, {
  name: 'discard',
  title: { zh: '作废未公布的讲评', en: 'Discard the review' },
  on: 'existing',
  from: ['computed'],
  confirm: { zh: '作废后可以重新排名。确定作废？', en: 'The quarter can be ranked anew. Discard it?' },
  input: z.object({
    reason: field(z.string().trim().min(2).max(200), { title: { zh: '作废原因', en: 'Reason' }, multiline: true }),
  }),
  async run(context) {
    const { input, current, change, changeOther } = context
    requireCounty(context)
    for (const row of await standingsOf(context, current.id))
      await changeOther(standing, row, voidedBecause(input.reason))
    return change(voidedBecause(input.reason))
  },
})

export const publishReview = defineAction(review, {
  name: 'publish',
  title: { zh: '公布季度讲评', en: 'Publish the review' },
  on: 'existing',
  from: ['computed'],
  to: 'published',
  confirm: {
    zh: '公布后名次和红旗归属不再改变。确定公布？',
    en: 'Ranks and holders do not change afterwards. Publish?',
  },
  input: z.object({}),
  async run(context) {
    const { current, today, change, changeOther } = context
    requireCounty(context)
    if (current.comment === null) refuse('comment', { zh: '请先填写讲评意见', en: 'The comment comes first' })
    for (const row of await standingsOf(context, current.id))
      await changeOther(standing, row, { state: 'published', publishedOn: today })
    return change({ publishedOn: today })
  },
})

export const answerStanding = defineAction(standing, {
  name: 'answer',
  title: { zh: '说明落后原因和措施', en: 'Answer for lagging' },
  on: 'existing',
  from: ['published'],
  input: z.object({
    answer: field(z.string().trim().min(10).max(1000), { title: { zh: '原因和措施', en: 'Answer' }, multiline: true }),
  }),
  run({ input, current, change }) {
    if (current.mark !== 'lagging')
      refuse('mark', { zh: '没有列入落后，不需说明', en: 'It does not lag; there is nothing to answer' })
    return change({ answer: input.answer })
  },
})
