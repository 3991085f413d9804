import { and, asc, eq, gte, isNull, lt, lte, or } from 'drizzle-orm'
import { z } from 'zod'
import { requireCountyAccount } from '@kangheng/kernel/access/county-account.ts'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { findPeriod, type Period } from '@kangheng/kernel/period/period.ts'
import { rangeOf } from '@kangheng/kernel/place/code.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { draw } from './draw.ts'
import { readUnitFigures } from './readings.ts'
import { objection, round, sample, sheet } from './records.ts'
import type { Item, UnitKind } from './rules.ts'
import { evidenceOf, scoredColumns } from './score-sheet-row.ts'
import { ranksOf, readyRuleSet } from './scoring/score-sheet.ts'
import { getRuleSet, indicatorsOf, rulesOf } from './stored.ts'
import { objections, sheets } from './tables.ts'
import { unitsOf } from './units.ts'

/** The appraisal concerns every unit of the county, so that somebody who sees one township only cannot run it. */
const requireCounty = (context: Pick<ActionContext, 'actor' | 'county'>) =>
  requireCountyAccount(context, 'round', {
    zh: '考核由县级账号组织',
    en: 'Appraisals are run by accounts of the county',
  })

function periodOf(id: string): Period {
  return (
    findPeriod(id) ??
    refuse('period', { zh: '请写成 2024、2025-Q2 或 2025-06-ytd', en: 'Write 2024, 2025-Q2 or 2025-06-ytd' })
  )
}

const sheetsOf = ({ findAll }: Pick<ActionContext, 'findAll'>, id: string) =>
  findAll(sheet, and(eq(sheets.round, id), isNull(sheets.voidedAt)))

export const openRound = defineAction(round, {
  name: 'open',
  title: { zh: '启动考核', en: 'Open an appraisal' },
  on: 'new',
  to: 'open',
  input: z.object({
    name: field(z.string().trim().min(2).max(80), { title: { zh: '名称', en: 'Name' } }),
    ruleSet: field(z.uuid(), { title: { zh: '考核细则', en: 'Rule set' }, refersTo: 'record:appraisal.rule-set' }),
    period: field(z.string().trim().max(12), {
      title: { zh: '考核时期', en: 'Period' },
      help: {
        zh: '例如 2024（全年）、2025-06-ytd（上半年）',
        en: 'For example 2024, or 2025-06-ytd for the first half',
      },
    }),
  }),
  async run(context) {
    const { input, county, house, connection, find, create, createOther, today } = context
    requireCounty(context)
    const period = periodOf(input.period)
    if (period.ends > today) refuse('period', { zh: `${period.id} 尚未结束`, en: `${period.id} is not over` })
    const rules = await getRuleSet({ find }, input.ruleSet)
    if (rules.state !== 'issued')
      refuse('ruleSet', { zh: '细则尚未印发，或已废止', en: 'The rule set has not been issued, or was retired' })
    const unitKind = rules.unitKind as UnitKind
    const units = await unitsOf(connection, unitKind, { county, house, on: period.ends })
    if (units.length === 0) refuse('ruleSet', { zh: '没有这类单位', en: 'There are no such units' })
    const row = await create({ name: input.name, ruleSet: rules.id, unitKind, period: period.id, division: county })
    for (const unit of units)
      await createOther(sheet, {
        state: 'open',
        division: unit.division,
        institution: unit.institution,
        round: row.id,
        unit: unit.key,
        unitName: unit.name,
        places: [...unit.places],
      })
    return row
  },
})

/** Ids of the records of an item's kind in a unit's places and the period, in a fixed order. */
async function population(
  { connection, house, county }: ActionContext,
  item: Item,
  places: readonly string[],
  period: Period,
): Promise<string[]> {
  const table = house.records.get(item.sample!.record)?.table
  if (!table)
    return refuse('ruleSet', {
      zh: `没有记录类型 ${item.sample!.record}`,
      en: `There is no record ${item.sample!.record}`,
    })
  const within = places.map((place) => {
    const { from, to } = rangeOf(place)
    return and(gte(table.division, from), lt(table.division, to))
  })
  const rows = await ormOf(connection)
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.county, county), isNull(table.voidedAt), lte(table.happenedOn, period.ends), or(...within)))
    .orderBy(asc(table.id))
  return rows.map((row) => String(row.id))
}

export const drawSamples = defineAction(round, {
  name: 'draw',
  title: { zh: '抽取样本', en: 'Draw the samples' },
  on: 'existing',
  from: ['open'],
  confirm: { zh: '样本只抽一次，抽后不能重抽。确定抽取？', en: 'Samples are drawn once and for all. Draw?' },
  input: z.object({
    seed: field(z.string().trim().min(4).max(60), {
      title: { zh: '抽样种子', en: 'Seed' },
      help: {
        zh: '当众确定的编号，例如方案文号加现场抽出的数；任何人可用它重算同样的样本',
        en: 'A text fixed in public; with it anybody can draw the same samples again',
      },
    }),
  }),
  async run(context) {
    const { input, current, find, change, createOther, house } = context
    requireCounty(context)
    if (current.seed !== null) return refuse('seed', { zh: '样本已经抽取', en: 'The samples were drawn already' })
    const rules = rulesOf(await getRuleSet({ find }, current.ruleSet))
    const period = periodOf(current.period)
    for (const unit of await sheetsOf(context, current.id))
      for (const item of rules.items.filter((each) => each.sample)) {
        const { record, size, question } = item.sample!
        const drawn = draw(
          `${input.seed}|${item.code}|${unit.unit}`,
          await population(context, item, unit.places, period),
          size,
        )
        for (const [index, subject] of drawn.entries())
          await createOther(sample, {
            state: 'drawn',
            division: unit.division,
            institution: unit.institution,
            sheet: unit.id,
            unitName: unit.unitName,
            item: item.code,
            question: `${house.records.get(record)!.title.zh}：${question.zh}`,
            number: index + 1,
            record,
            subject,
          })
      }
    return change({ seed: input.seed })
  },
})

export const computeRound = defineAction(round, {
  name: 'compute',
  title: { zh: '计算得分', en: 'Compute the scores' },
  on: 'existing',
  from: ['open'],
  input: z.object({}),
  async run(context) {
    const { current, find, change, changeOther, connection, county, today } = context
    requireCounty(context)
    const ready = readyRuleSet(rulesOf(await getRuleSet({ find }, current.ruleSet)))
    const rows = await sheetsOf(context, current.id)
    const units = rows.map((row) => ({
      key: row.id,
      name: row.unitName,
      division: row.division,
      institution: row.institution,
      places: row.places,
    }))
    const { byUnit, open } = await readUnitFigures(connection, {
      county,
      period: current.period,
      units,
      terms: ready.terms,
      indicators: await indicatorsOf(context),
    })
    const [fault] = open
    if (fault)
      return refuse('period', {
        zh: `只能按已关账的数计分：${fault.unit}的指标 ${fault.indicator} ${fault.fault === 'missing' ? '没有数' : '尚未关账'}（共${open.length}处）`,
        en: `Scores are computed from closed figures only: ${fault.indicator} of ${fault.unit} is ${fault.fault} (${open.length} in all)`,
      })
    const evidence = await evidenceOf(context)
    const scored = rows.map((row) => {
      const readings = { ...byUnit.get(row.id) }
      return { row, values: { readings, ...scoredColumns(ready, { readings }, evidence(row.id)) } }
    })
    const ranks = ranksOf(scored.map(({ values }) => values.total))
    const rankedOf = ranks.filter((rank) => rank !== null).length
    for (const [index, { row, values }] of scored.entries())
      await changeOther(sheet, row, {
        ...values,
        rank: ranks[index]!,
        rankedOf,
        state: values.total === null ? 'open' : 'scored',
      })
    return change({ computedOn: today })
  },
})

export const announceRound = defineAction(round, {
  name: 'announce',
  title: { zh: '公示得分', en: 'Announce the scores' },
  on: 'existing',
  from: ['open'],
  to: 'announced',
  input: z.object({}),
  async run(context) {
    const { current, find, change, changeOther, today } = context
    requireCounty(context)
    const rules = rulesOf(await getRuleSet({ find }, current.ruleSet))
    const rows = await sheetsOf(context, current.id)
    const waiting = rows.find((row) => row.state !== 'scored')
    if (waiting)
      return refuse('round', {
        zh: `${waiting.unitName}还有未填写、未签字或未核查的项目，补齐后重新计算得分`,
        en: `${waiting.unitName} still waits for entries, signatures or samples: complete them and compute again`,
      })
    for (const row of rows) await changeOther(sheet, row, { state: 'announced' })
    return change({ announcedOn: today, objectionUntil: addDays(today, rules.objectionDays) })
  },
})

export const publishRound = defineAction(round, {
  name: 'publish',
  title: { zh: '公布结果', en: 'Publish' },
  on: 'existing',
  from: ['announced'],
  to: 'published',
  confirm: { zh: '公布后得分和名次不再改变。确定公布？', en: 'Scores and ranks do not change afterwards. Publish?' },
  input: z.object({}),
  async run(context) {
    const { current, find, change, changeOther, today } = context
    requireCounty(context)
    if (today <= (current.objectionUntil ?? today))
      return refuse('round', {
        zh: `异议期到${current.objectionUntil}，期满后才能公布`,
        en: `Units may object until ${current.objectionUntil}`,
      })
    const rows = await sheetsOf(context, current.id)
    for (const row of rows) {
      const pending = await find(
        objection,
        and(eq(objections.sheet, row.id), eq(objections.state, 'raised'), isNull(objections.voidedAt)),
      )
      if (pending)
        return refuse('round', {
          zh: `${row.unitName}的异议尚未复核`,
          en: `The objection of ${row.unitName} has not been decided`,
        })
    }
    const ranks = ranksOf(rows.map((row) => row.total))
    for (const [index, row] of rows.entries())
      await changeOther(sheet, row, { state: 'published', rank: ranks[index]!, rankedOf: rows.length })
    const results = rows
      .map(({ unit, unitName, total, grade }, index) => ({ unit, unitName, total: total!, grade, rank: ranks[index]! }))
      .sort((one, other) => one.rank - other.rank || (one.unit < other.unit ? -1 : 1))
    return change({ publishedOn: today, results })
  },
})
