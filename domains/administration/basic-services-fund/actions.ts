import { and, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { requireCountyAccount } from '@kangheng/kernel/access/county-account.ts'
import { decimalToRational, parseDecimal, roundHalfUp } from '@kangheng/kernel/exact/decimal.ts'
import { multiply, rational, sum } from '@kangheng/kernel/exact/rational.ts'
import { readFigures } from '@kangheng/kernel/indicator/read-figures.ts'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { usualPopulation } from '../../population/resident/index.ts'
import {
  appraisalRound,
  appraisalSheet,
  appraisalSheets,
  appraisalRounds,
  unitsOf,
  type Unit,
} from '../appraisal/index.ts'
import { advancesOf, budgetOf, clear, type Deduction, type FundRules } from './allocation.ts'
import { fenOf, yuanOf } from '@kangheng/kernel/exact/money.ts'
import { allotment, budget, methods, payment } from './records.ts'
import { BANDS, PAY_WITHIN, STANDARDS, WORKLOAD } from './standards.ts'
import { allotments, budgets } from './tables.ts'

type Budget = typeof budgets.$inferSelect
type Reading = Pick<ActionContext, 'connection' | 'county'>

const percent = (zh: string, en: string, from = 0, to = 100) =>
  z
    .int()
    .min(from)
    .max(to)
    .meta({ title: zh, titleEn: en, 'x-unit': { zh: '%', en: '%' } })

const requireCounty = (context: Pick<ActionContext, 'actor' | 'county'>) =>
  requireCountyAccount(context, 'year', { zh: '资金由县级账号核定', en: 'Money is fixed by accounts of the county' })

/** Closed values of some indicators at the places of the units, summed for each unit. @throws Refusal when one is missing or still open. */
async function closedValues(
  { connection, county }: Reading,
  indicators: readonly string[],
  units: readonly Unit[],
  period: string,
) {
  const figures = await readFigures(connection, {
    county,
    indicators,
    places: units.flatMap(({ places }) => places),
    periods: [period],
  })
  const at = new Map(figures.map((figure) => [`${figure.indicator}|${figure.place}`, figure]))
  return (unit: Unit, indicator: string): string => {
    const found = at.get(`${indicator}|${unit.places[0]}`)
    if (found?.value == null || found.status === 'provisional')
      return refuse('year', {
        zh: `${unit.name}在 ${period} 的指标 ${indicator} 没有数或尚未关账`,
        en: `The figure ${indicator} of ${unit.name} for ${period} is missing or not closed`,
      })
    return found.value
  }
}

const centres = ({
  connection,
  county,
  house,
  today,
}: Pick<ActionContext, 'connection' | 'county' | 'house' | 'today'>) =>
  unitsOf(connection, 'township-centre', { county, house, on: today })

export const planBudget = defineAction(budget, {
  name: 'plan',
  title: { zh: '测算年度资金', en: 'Plan the money of a year' },
  on: 'new',
  to: 'planned',
  input: z.object({
    year: field(z.int().min(2009).max(2100), { title: { zh: '年度', en: 'Year' } }),
    perHead: field(
      z
        .string()
        .regex(/^\d{1,4}(\.\d{1,2})?$/)
        .optional(),
      {
        title: { zh: '人均标准', en: 'Per resident' },
        unit: { zh: '元', en: 'yuan' },
        help: {
          zh: '不填用国家当年标准（2024年94元，2025年99元）',
          en: 'Left out: the national standard (94 yuan in 2024, 99 in 2025)',
        },
      },
    ),
    residentsAt: field(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), {
      title: { zh: '人口截至（月末）', en: 'Residents at the end of' },
      help: { zh: '例如 2024-12', en: 'For example 2024-12' },
    }),
    advanceShare: percent('预拨比例', 'Paid in advance', 30, 90).default(70),
    workloadShare: percent('按工作量分配的比例', 'By workload').default(30),
    villageShare: percent('村卫生室占比', 'For village clinics').default(40),
    method: choice(methods, { zh: '扣减办法', en: 'Deduction' }).default('bands'),
    aheadFrom: field(
      z
        .string()
        .regex(/^\d{1,3}(\.\d{1,2})?$/)
        .default('90'),
      { title: { zh: '奖励起点分', en: 'Ahead from a score of' } },
    ),
  }),
  async run(context) {
    const { input, county, find, create } = context
    requireCounty(context)
    const known = await find(budget, and(eq(budgets.year, input.year), isNull(budgets.voidedAt)))
    if (known)
      return refuse('year', { zh: `${input.year}年资金已测算`, en: `The money of ${input.year} has been planned` })
    const perHead = input.perHead ?? STANDARDS[input.year]
    if (!perHead)
      return refuse('perHead', {
        zh: `没有${input.year}年的国家标准，请填写`,
        en: `There is no national standard of ${input.year} yet: give one`,
      })
    const units = await centres(context)
    const residentsOf = await closedValues(context, [usualPopulation.id], units, input.residentsAt)
    const residents = units.reduce((all, unit) => all + BigInt(residentsOf(unit, usualPopulation.id)), 0n)
    return create({
      ...input,
      perHead,
      division: county,
      residents: Number(residents),
      total: yuanOf(budgetOf(perHead, residents)),
      bands: input.method === 'bands' ? [...BANDS] : [],
    })
  },
})

export const advanceBudget = defineAction(budget, {
  name: 'advance',
  title: { zh: '预拨', en: 'Advance' },
  on: 'existing',
  from: ['planned'],
  to: 'advanced',
  confirm: { zh: '预拨后标准和比例不再改变。确定预拨？', en: 'Standard and shares do not change afterwards. Advance?' },
  input: z.object({}),
  async run(context) {
    const { current, change, createOther, today } = context
    requireCounty(context)
    const units = await centres(context)
    const residentsOf = await closedValues(context, [usualPopulation.id], units, current.residentsAt)
    const residents = units.map((unit) => BigInt(residentsOf(unit, usualPopulation.id)))
    const advances = advancesOf({ total: fenOf(current.total), advanceShare: current.advanceShare }, residents)
    for (const [index, unit] of units.entries()) {
      const place = { division: unit.division, institution: unit.institution, unitName: unit.name, year: current.year }
      const advance = yuanOf(advances[index]!)
      const row = await createOther(allotment, {
        ...place,
        state: 'advanced',
        budget: current.id,
        unit: unit.key,
        residents: Number(residents[index]),
        advance,
      })
      await createOther(payment, {
        ...place,
        state: 'due',
        allotment: row.id,
        kind: 'advance',
        amount: advance,
        dueOn: addDays(today, PAY_WITHIN),
      })
    }
    return change({ advancedOn: today })
  },
})

const rulesOf = (row: Budget): FundRules => ({
  total: fenOf(row.total),
  workloadShare: row.workloadShare,
  advanceShare: row.advanceShare,
  villageShare: row.villageShare,
  aheadFrom: row.aheadFrom,
  deduction: (row.method === 'proportion'
    ? { kind: 'proportion' }
    : { kind: 'bands', bands: row.bands }) satisfies Deduction,
})

/** Standardised workload of each unit in hundredths: services of the year by what each counts. */
async function workloads(context: Reading, units: readonly Unit[], year: number): Promise<bigint[]> {
  const countOf = await closedValues(
    context,
    WORKLOAD.map(({ indicator }) => indicator),
    units,
    String(year),
  )
  return units.map((unit) => {
    const exact = sum(
      WORKLOAD.map(({ indicator, points }) =>
        multiply(decimalToRational(parseDecimal(points)), decimalToRational(parseDecimal(countOf(unit, indicator)))),
      ),
    )
    return roundHalfUp(multiply(exact, rational(100n)), 0).digits
  })
}

export const clearBudget = defineAction(budget, {
  name: 'clear',
  title: { zh: '结算', en: 'Clear' },
  on: 'existing',
  from: ['advanced'],
  to: 'cleared',
  confirm: {
    zh: '按已公布的考核结果结算，结算后不再改变。确定结算？',
    en: 'It is cleared by the published appraisal and does not change afterwards. Clear?',
  },
  input: z.object({
    round: field(z.uuid(), { title: { zh: '考核', en: 'Appraisal' }, refersTo: 'record:appraisal.round' }),
  }),
  async run(context) {
    const { input, current, find, findAll, change, changeOther, createOther, today } = context
    requireCounty(context)
    const appraised = await find(appraisalRound, eq(appraisalRounds.id, input.round))
    if (!appraised || appraised.state !== 'published')
      return refuse('round', { zh: '考核结果尚未公布', en: 'The appraisal has not been published' })
    if (appraised.unitKind !== 'township-centre' || appraised.period !== String(current.year))
      return refuse('round', {
        zh: `须用${current.year}年全年对卫生院的考核`,
        en: `It takes the appraisal of township centres for the whole of ${current.year}`,
      })
    const sheets = new Map(
      (await findAll(appraisalSheet, eq(appraisalSheets.round, appraised.id))).map((row) => [row.unit, row]),
    )
    const rows = await findAll(
      allotment,
      and(eq(allotments.budget, current.id), ne(allotments.state, 'cleared'), isNull(allotments.voidedAt)),
    )
    rows.sort((one, other) => (one.unit < other.unit ? -1 : 1))
    const units = await centres(context)
    const unitOf = new Map(units.map((unit) => [unit.key, unit]))
    const known = rows.map((row) => {
      const unit = unitOf.get(row.unit)
      const score = sheets.get(row.unit)?.total
      if (unit && score != null) return { unit, score }
      return refuse('round', { zh: `${row.unitName}没有考核得分`, en: `${row.unitName} has no score` })
    })
    const work = await workloads(
      context,
      known.map(({ unit }) => unit),
      current.year,
    )
    const cleared = clear(
      rulesOf(current),
      rows.map((row, index) => ({
        residents: BigInt(row.residents),
        workload: work[index]!,
        score: known[index]!.score,
      })),
      rows.map((row) => fenOf(row.advance)),
    )
    for (const [index, row] of rows.entries()) {
      const amounts = cleared[index]!
      await changeOther(allotment, row, {
        state: 'cleared',
        workload: yuanOf(work[index]!),
        score: known[index]!.score,
        kept: amounts.kept,
        byResidents: yuanOf(amounts.byResidents),
        byWorkload: yuanOf(amounts.byWorkload),
        entitled: yuanOf(amounts.entitled),
        cut: yuanOf(amounts.cut),
        reward: yuanOf(amounts.reward),
        final: yuanOf(amounts.final),
        forVillages: yuanOf(amounts.forVillages),
        clearing: yuanOf(amounts.clearing),
      })
      if (amounts.clearing !== 0n)
        await createOther(payment, {
          state: 'due',
          division: row.division,
          institution: row.institution,
          allotment: row.id,
          unitName: row.unitName,
          year: current.year,
          kind: 'clearing',
          amount: yuanOf(amounts.clearing),
          dueOn: addDays(today, PAY_WITHIN),
        })
    }
    return change({ round: appraised.id, clearedOn: today })
  },
})

export const pay = defineAction(payment, {
  name: 'pay',
  title: { zh: '登记拨付', en: 'Record the payment' },
  on: 'existing',
  from: ['due'],
  to: 'paid',
  input: z.object({
    voucher: field(z.string().trim().min(2).max(40), { title: { zh: '凭证号', en: 'Voucher' } }),
    on: field(z.iso.date().optional(), { title: { zh: '拨付日期', en: 'Paid on' } }),
  }),
  run({ input, change, today }) {
    const paidOn = input.on ?? today
    if (paidOn > today) return refuse('on', { zh: '日期不能晚于今天', en: 'The date cannot be later than today' })
    return change({ voucher: input.voucher, paidOn })
  },
})
