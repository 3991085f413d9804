import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { countyTruth, linesOf, published } from './truth.ts'

test('the published figures agree with each other', () => {
  const { monitored, 'out-of-poverty': out } = published.register
  assert.equal(linesOf(monitored), 3579)
  assert.equal(linesOf(out), 12013)
  assert.equal(linesOf(monitored) + linesOf(out) - monitored.due - out.due, 95)
  assert.equal(monitored.due + out.due, 15497)
  assert.equal(((100 * published.signed) / published.residents).toFixed(2), '48.39')
  assert.equal(((100 * published.keySigned) / published.key).toFixed(2), '72.62')
})

test('a smaller county keeps the proportions and loses nothing that exists', () => {
  for (const scale of [0.005, 0.01, 0.05, 0.3]) {
    const truth = countyTruth(scale)
    const near = (part: number, whole: number, rate: number, by: number) =>
      assert.ok(Math.abs((100 * part) / whole - rate) <= by)
    near(truth.signed, truth.residents, (100 * published.signed) / published.residents, 100 / truth.residents)
    near(truth.keySigned, truth.key, 72.62, 100 / truth.key)
    assert.ok(truth.register.monitored.duplicate >= 1 && truth.register['out-of-poverty'].duplicate === 0)
    assert.ok(truth.keySigned >= truth.register.monitored.due + truth.register['out-of-poverty'].due)
    assert.ok(truth.signed > truth.keySigned && truth.residents > truth.key)
  }
  for (const scale of [0, 0.001, 2, Number.NaN]) assert.throws(() => countyTruth(scale), Refusal)
})
