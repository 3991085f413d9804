import { readyRuleSet, ranksOf, ruleSetSchema, type RuleSet } from '@kangheng/domains/administration/appraisal/index.ts'
import { readingsOf } from '@kangheng/domains/administration/appraisal/score-unit.ts'
import { appraisalWorkbook } from '@kangheng/reporting/appraisal/workbook.ts'
import { judge, timed, type BenchResult } from './measure.ts'

const ITEMS = 150
const UNITS = 500

/** A sheet of every shape there is, as many as a county’s longest papers have. */
function rules(items: number): RuleSet {
  const text = (index: number) => ({ zh: `项目${index}`, en: `Item ${index}` })
  return ruleSetSchema.parse({
    items: Array.from({ length: items }, (_, index) => {
      const figure = `[bench.rate-${index % 60}]`
      const fact = { name: `fact-${index}`, title: text(index) }
      const clauses = [
        [{ kind: 'ratio', value: figure, baseline: '65', points: '10' }],
        [
          {
            kind: 'deduct-steps',
            value: `(${figure} + [bench.rate-${(index + 7) % 60}]) / 2`,
            baseline: '95',
            step: '2',
            points: '0.5',
            most: '10',
            counts: 'started',
          },
        ],
        [{ kind: 'deduct-each', count: `{fact-${index}}`, points: '0.5' }],
        [
          { kind: 'each', count: `{fact-${index}}`, points: '0.3', most: '6' },
          { kind: 'met', when: `and(${figure} >= 60, {fact-${index}} > 2)`, points: '4' },
        ],
      ][index % 4]!
      return {
        code: `item-${index}`,
        group: text(Math.floor(index / 10)),
        title: text(index),
        full: '10',
        clauses,
        facts: index % 4 >= 2 ? [fact] : [],
        source: 'bench',
      }
    }),
  })
}

/** The appraisal of a large prefecture’s units: reading the rules, every score, total and rank. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const ruleSet = rules(ITEMS)
  const evidence = Array.from({ length: UNITS }, (_, unit) => ({
    figures: Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `[bench.rate-${index}]`,
        index % 17 === unit % 29 ? null : (((unit * 37 + index * 101) % 9000) / 100 + 10).toFixed(2),
      ]),
    ),
    facts: Object.fromEntries(
      Array.from({ length: ITEMS }, (_, index) => [`fact-${index}`, String((unit * 13 + index * 7) % 23)]),
    ),
    samples: {},
  }))
  const appraisal = await timed(() => {
    const ready = readyRuleSet(ruleSet)
    const sheets = evidence.map((each) => ready.score(readingsOf(each)))
    return Promise.resolve({ sheets, ranks: ranksOf(sheets.map(({ total }) => total)) })
  })
  const { sheets, ranks } = appraisal.result
  const units = sheets.slice(0, quick ? 20 : 100).map((sheet, index) => {
    const { figures, facts } = evidence[index]!
    const values = {
      ...figures,
      ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [`{${name}}`, value])),
    }
    return { name: `单位${index}`, values, samples: {}, decided: {}, sheet, rank: ranks[index]! }
  })
  const workbook = await timed(() =>
    appraisalWorkbook({ title: '考核', period: '2024', rules: ruleSet, units, titleOf: (key) => key, synthetic: true }),
  )
  const scored = sheets.reduce((sum, sheet) => sum + sheet.lines.filter((line) => line.score !== null).length, 0)
  return judge(
    'appraisal',
    [
      {
        name: 'appraisal of 500 units by 150 items',
        value: appraisal.ms / 1000,
        unit: 's',
        basis: `${scored.toLocaleString('en')} scores, ${new Set(ranks).size} ranks`,
      },
      { name: 'one score', value: (appraisal.ms * 1000) / (UNITS * ITEMS), unit: 'µs' },
      {
        name: 'workbook',
        value: workbook.ms / 1000,
        unit: 's',
        basis: `${units.length} units with live formulas, ${Math.round(workbook.result.length / 1024)} KiB`,
      },
    ],
    quick,
  )
}
