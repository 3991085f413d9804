import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  advancesOf,
  budgetOf,
  clear,
  keptPercent,
  type Deduction,
  type FundRules,
  type FundUnit,
} from './allocation.ts'
import { fenOf, yuanOf } from '@kangheng/kernel/exact/money.ts'

const BANDS: Deduction = {
  kind: 'bands',
  bands: [
    { from: '90', percent: 100 },
    { from: '80', percent: 95 },
    { from: '70', percent: 90 },
    { from: '60', percent: 80 },
    { from: '0', percent: 60 },
  ],
}
const sum = (amounts: readonly bigint[]) => amounts.reduce((all, amount) => all + amount, 0n)

test('94 yuan a head in 2024 (domain notes § 9.2)', () => {
  assert.equal(yuanOf(budgetOf('94', 218_000n)), '20492000.00')
})

test('what a score keeps: by bands, or by the score itself', () => {
  for (const [score, kept] of [
    ['90', '100'],
    ['89.99', '95'],
    ['80', '95'],
    ['60', '80'],
    ['12', '60'],
  ] as const)
    assert.equal(keptPercent(BANDS, score), kept)
  assert.equal(keptPercent({ kind: 'proportion' }, '87.35'), '87.35')
  assert.equal(keptPercent({ kind: 'proportion' }, '103.5'), '100')
})

test('a year worked out by hand', () => {
  // 1,000,000 yuan, 60 % by residents, 40 % by workload, 70 % in advance.
  const rules: FundRules = {
    total: 100_000_000n,
    workloadShare: 40,
    advanceShare: 70,
    deduction: BANDS,
    aheadFrom: '90',
    villageShare: 40,
  }
  const units: FundUnit[] = [
    { residents: 5000n, workload: 100_000n, score: '96' },
    { residents: 3000n, workload: 60_000n, score: '92' },
    { residents: 2000n, workload: 40_000n, score: '78' },
  ]
  const advances = advancesOf(
    rules,
    units.map((unit) => unit.residents),
  )
  assert.deepEqual(advances.map(yuanOf), ['350000.00', '210000.00', '140000.00'])
  const [first, second, third] = clear(rules, units, advances)
  // The third loses a tenth of 200,000; 96 and 92 share it by 500,000 × 6 to 300,000 × 2.
  assert.deepEqual([third!.entitled, third!.cut, third!.final].map(yuanOf), ['200000.00', '20000.00', '180000.00'])
  assert.deepEqual([first!.reward, second!.reward].map(yuanOf), ['16666.67', '3333.33'])
  assert.deepEqual([first!.final, second!.final].map(yuanOf), ['516666.67', '303333.33'])
  assert.deepEqual([first!.clearing, second!.clearing, third!.clearing].map(yuanOf), [
    '166666.67',
    '93333.33',
    '40000.00',
  ])
  assert.equal(yuanOf(third!.forVillages), '72000.00')
})

test('where nobody is ahead, what was cut goes to the best', () => {
  const rules: FundRules = {
    total: 1_000_00n,
    workloadShare: 0,
    advanceShare: 50,
    deduction: { kind: 'proportion' },
    aheadFrom: '90',
    villageShare: 0,
  }
  const units = ['70', '80', '80'].map((score): FundUnit => ({ residents: 1n, workload: 0n, score }))
  const cleared = clear(rules, units, [0n, 0n, 0n])
  assert.equal(cleared[0]!.reward, 0n)
  assert.equal(sum(cleared.map(({ final }) => final)), rules.total)
})

test('whatever the scores, residents and workloads: the final amounts sum to the total, to the fen', () => {
  const score = fc.integer({ min: 0, max: 10_500 }).map((value) => (value / 100).toFixed(2))
  const unit = fc.record({
    residents: fc.bigInt({ min: 0n, max: 60_000n }),
    workload: fc.bigInt({ min: 0n, max: 10n ** 8n }),
    score,
  })
  const percent = fc.integer({ min: 0, max: 100 })
  const rules = fc.record({
    total: fc.bigInt({ min: 0n, max: 10n ** 11n }),
    workloadShare: percent,
    advanceShare: percent,
    villageShare: percent,
    aheadFrom: score,
    deduction: fc.oneof(fc.constant<Deduction>({ kind: 'proportion' }), fc.constant(BANDS)),
  })
  fc.assert(
    fc.property(rules, fc.array(unit, { minLength: 1, maxLength: 30 }), (rule, units) => {
      const advances = advancesOf(
        rule,
        units.map(({ residents }) => residents),
      )
      const cleared = clear(rule, units, advances)
      assert.equal(sum(cleared.map(({ final }) => final)), rule.total)
      assert.equal(sum(cleared.map(({ cut }) => cut)), sum(cleared.map(({ reward }) => reward)))
      assert.equal(sum(cleared.map(({ clearing }) => clearing)), rule.total - sum(advances))
      for (const each of cleared)
        assert.ok(each.final >= 0n && each.cut >= 0n && each.reward >= 0n && each.forVillages <= each.final)
    }),
    { numRuns: 500 },
  )
})

test('fen and yuan', () => {
  fc.assert(fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (fen) => fenOf(yuanOf(fen)) === fen))
  assert.equal(fenOf('12'), 1200n)
  assert.equal(fenOf('-0.05'), -5n)
  assert.equal(fenOf('3.500'), 350n)
  assert.throws(() => fenOf('3.505'), SyntaxError)
})
