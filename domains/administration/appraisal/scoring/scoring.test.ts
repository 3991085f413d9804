import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decimalToRational, parseDecimal } from '@kangheng/kernel/exact/decimal.ts'
import { compare, rational } from '@kangheng/kernel/exact/rational.ts'
import type { Outcome } from '@kangheng/kernel/expression/evaluate.ts'
import { itemSchema, ruleSetSchema, type WrittenRuleSet } from '../rules.ts'
import { readyItem, type Readings } from './score-item.ts'
import { ranksOf, readyRuleSet } from './score-sheet.ts'

const exact = (text: string) => decimalToRational(parseDecimal(text))

function readings(
  values: Readonly<Record<string, number | string | null>>,
  samples?: { drawn: number; judged: number; qualified: number },
): Readings {
  return {
    read(key): Outcome {
      const value = values[key]
      if (value === undefined) return 'awaiting'
      return value === null ? 'not-applicable' : exact(String(value))
    },
    samples: () => samples,
  }
}

type WrittenItem = WrittenRuleSet['items'][number]
const item = (full: string, clauses: WrittenItem['clauses'], more: Partial<WrittenItem> = {}) =>
  itemSchema.parse({
    code: 'item',
    group: { zh: '组', en: 'Group' },
    title: { zh: '项', en: 'Item' },
    source: 'domain notes § 9.1',
    full,
    clauses,
    ...more,
  })

/** The shapes of domain notes § 9.1, each with numbers worked out by hand. MOHUI and RHIP are the systems the shapes were seen in. */
const examples: readonly (readonly [string, ReturnType<typeof item>, Readings, string | null])[] = [
  [
    'yes/no (MOHUI Y01): the fact is there',
    item('2', [{ kind: 'met', when: '{plan} = 1', points: '2' }]),
    readings({ '{plan}': 1 }),
    '2.00',
  ],
  [
    'yes/no: it is not',
    item('2', [{ kind: 'met', when: '{plan} = 1', points: '2' }]),
    readings({ '{plan}': 0 }),
    '0.00',
  ],
  [
    'yes/no (MOHUI N01): full when it is absent',
    item('2', [{ kind: 'deduct-when', when: '{fault} > 0', points: '2' }]),
    readings({ '{fault}': 0 }),
    '2.00',
  ],
  // 10 × min(1, 61.2 ÷ 65) = 9.41538…
  [
    'ratio to baseline (MOHUI), below',
    item('10', [{ kind: 'ratio', value: '[a]', baseline: '65', points: '10' }]),
    readings({ '[a]': '61.2' }),
    '9.42',
  ],
  [
    'ratio to baseline, above',
    item('10', [{ kind: 'ratio', value: '[a]', baseline: '65', points: '10' }]),
    readings({ '[a]': '70' }),
    '10.00',
  ],
  [
    'ratio to the year’s target',
    item('10', [{ kind: 'ratio', value: '[a]', baseline: '[a@target]', points: '10' }]),
    readings({ '[a]': '40', '[a@target]': '50' }),
    '8.00',
  ],
  [
    'ratio where lower is better',
    item('4', [{ kind: 'ratio', value: '[a]', baseline: '6', points: '4', better: 'lower' }]),
    readings({ '[a]': '8' }),
    '3.00',
  ],
  // 8 − 3 × 0.5 − 2 × 1 = 4.5
  [
    'per-case deduction (RHIP): −0.5 a late report, −1 a missing one',
    item('8', [
      { kind: 'deduct-each', count: '{late}', points: '0.5' },
      { kind: 'deduct-each', count: '{missing}', points: '1' },
    ]),
    readings({ '{late}': 3, '{missing}': 2 }),
    '4.50',
  ],
  [
    'per-case deduction stops at nothing',
    item('8', [{ kind: 'deduct-each', count: '{late}', points: '0.5' }]),
    readings({ '{late}': 40 }),
    '0.00',
  ],
  // Short by 7.1 points: three complete steps of 2 → −1.5, four begun → −2.
  [
    'per-step deduction (RHIP): −0.5 for each 2 % below, complete steps',
    item('20', [{ kind: 'deduct-steps', value: '[a]', baseline: '95', step: '2', points: '0.5', most: '10' }]),
    readings({ '[a]': '87.9' }),
    '18.50',
  ],
  [
    'per-step deduction, steps begun',
    item('20', [
      { kind: 'deduct-steps', value: '[a]', baseline: '95', step: '2', points: '0.5', most: '10', counts: 'started' },
    ]),
    readings({ '[a]': '87.9' }),
    '18.00',
  ],
  [
    'per-step deduction ends at its own cap of 10',
    item('20', [{ kind: 'deduct-steps', value: '[a]', baseline: '95', step: '2', points: '0.5', most: '10' }]),
    readings({ '[a]': '20' }),
    '10.00',
  ],
  [
    'a step that is just reached counts',
    item('20', [{ kind: 'deduct-steps', value: '[a]', baseline: '95', step: '2', points: '0.5' }]),
    readings({ '[a]': '91' }),
    '19.00',
  ],
  // min(10, 13 × 1) + min(5, 32 × 0.1) = 10 + 3.2
  [
    'two-part maximum (RHIP): visits to 10, papers 0.1 each to 5',
    item('15', [
      { kind: 'each', count: '{visits}', points: '1', most: '10' },
      { kind: 'each', count: '{papers}', points: '0.1', most: '5' },
    ]),
    readings({ '{visits}': 13, '{papers}': 32 }),
    '13.20',
  ],
  // −1 for each of 2 industries, −0.5 for each of 3 sessions
  [
    'missing category (RHIP)',
    item('8', [
      { kind: 'deduct-each', count: '{industries}', points: '1' },
      { kind: 'deduct-each', count: '{sessions}', points: '0.5' },
    ]),
    readings({ '{industries}': 2, '{sessions}': 3 }),
    '4.50',
  ],
  // min(2, 4 × 0.2) + min(5, 12 × 0.5) = 0.8 + 5
  [
    'bonus with caps (RHIP): 0.2 a lead to 2, 0.5 a valuable lead to 5',
    item(
      '15',
      [
        { kind: 'each', count: '{leads}', points: '0.2', most: '2' },
        { kind: 'each', count: '{valuable}', points: '0.5', most: '5' },
      ],
      { bonus: true },
    ),
    readings({ '{leads}': 4, '{valuable}': 12 }),
    '5.80',
  ],
  [
    'no event in the area: the item does not apply (RHIP)',
    item('5', [{ kind: 'deduct-each', count: '{late}', points: '1' }], { appliesWhen: '{events} > 0' }),
    readings({ '{events}': 0 }),
    null,
  ],
  [
    'a rate without denominator does not apply',
    item('5', [{ kind: 'ratio', value: '[a]', baseline: '90', points: '5' }]),
    readings({ '[a]': null }),
    null,
  ],
  // 6 × 8 ÷ 10
  [
    'evidence: eight of ten samples are in order (MOHUI attachment)',
    item('6', [{ kind: 'samples', points: '6' }]),
    readings({}, { drawn: 10, judged: 10, qualified: 8 }),
    '4.80',
  ],
  [
    'evidence: a sample has not been judged yet',
    item('6', [{ kind: 'samples', points: '6' }]),
    readings({}, { drawn: 10, judged: 9, qualified: 9 }),
    null,
  ],
  // 10 × 61.25 ÷ 62.5 × … = 9.8 exactly; half up: 2 ÷ 3 of 0.0075
  [
    'half up, once, at the end',
    item('1', [{ kind: 'each', count: '{n}', points: '0.05', most: '1' }]),
    readings({ '{n}': '2.7' }),
    '0.14',
  ],
]
for (const [title, line, given, expected] of examples)
  test(title, () => assert.equal(readyItem(line, 2).score(given).score, expected))

const ratio = (code: string, full: string, notApplicable: 'full' | 'rescale' | 'exclude') =>
  item(full, [{ kind: 'ratio', value: `[${code}]`, baseline: '100', points: full }], { code, notApplicable })
const ruleSet = (written: Partial<WrittenRuleSet>) => readyRuleSet(ruleSetSchema.parse({ items: [], ...written }))

for (const [rule, total, reachable] of [
  // 48 of 60 points scaled to 100
  ['rescale', '80.00', '100.00'],
  ['full', '88.00', '100.00'],
  ['exclude', '48.00', '60.00'],
] as const)
  test(`an item that does not apply: ${rule}`, () => {
    const sheet = ruleSet({ items: [ratio('a', '60', 'full'), ratio('b', '40', rule)] }).score(
      readings({ '[a]': 80, '[b]': null }),
    )
    assert.equal(sheet.total, total)
    assert.equal(sheet.reachable, reachable)
  })

test('bonus is added, a veto limits the total, grades follow it', () => {
  const rules: Partial<WrittenRuleSet> = {
    items: [
      ratio('a', '100', 'full'),
      item('5', [{ kind: 'each', count: '{leads}', points: '1', most: '5' }], { code: 'bonus', bonus: true }),
    ],
    vetoes: [{ code: 'concealed', title: { zh: '瞒报', en: 'Concealed' }, when: '{concealed} > 0', most: '59' }],
    grades: [
      { from: '90', title: { zh: '优秀', en: 'Excellent' } },
      { from: '60', title: { zh: '合格', en: 'Passed' } },
      { from: '0', title: { zh: '不合格', en: 'Failed' } },
    ],
  }
  const good = ruleSet(rules).score(readings({ '[a]': 95, '{leads}': 3, '{concealed}': 0 }))
  assert.deepEqual([good.base, good.bonus, good.total, good.grade], ['95.00', '3.00', '98.00', '优秀'])
  const vetoed = ruleSet(rules).score(readings({ '[a]': 95, '{leads}': 3, '{concealed}': 1 }))
  assert.deepEqual([vetoed.veto, vetoed.total, vetoed.grade], ['concealed', '59.00', '不合格'])
  const open = ruleSet(rules).score(readings({ '[a]': 95 }))
  assert.equal(open.total, null)
  assert.deepEqual(open.awaiting, ['bonus', 'concealed'])
})

test('equal totals share the better rank; a unit without total has none', () => {
  assert.deepEqual(ranksOf(['90.00', '95.5', null, '95.50', '80']), [3, 1, null, 1, 4])
})

test('whatever the readings, an item lies between nothing and its full score, and better figures never cost points', () => {
  const line = item('20', [
    { kind: 'ratio', value: '[a]', baseline: '65', points: '12' },
    { kind: 'each', count: '{n}', points: '0.3', most: '8' },
    { kind: 'deduct-steps', value: '[a]', baseline: '50', step: '3', points: '0.7', most: '6' },
    { kind: 'deduct-each', count: '{late}', points: '0.5' },
  ])
  const ready = readyItem(line, 2)
  const number = fc.integer({ min: 0, max: 12_000 }).map((value) => (value / 100).toFixed(2))
  fc.assert(
    fc.property(number, number, number, number, (a, more, n, late) => {
      const better = (Number(a) + Number(more)).toFixed(2)
      const [one, other] = [a, better].map((value) =>
        exact(ready.score(readings({ '[a]': value, '{n}': n, '{late}': late })).score!),
      )
      assert.ok(compare(one!, rational(0n)) >= 0 && compare(other!, rational(20n)) <= 0)
      assert.ok(compare(one!, other!) <= 0)
    }),
  )
})
