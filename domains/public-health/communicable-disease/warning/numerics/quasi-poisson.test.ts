import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dispersionOf, fitQuasiPoisson, leverages, predictLinear } from './quasi-poisson.ts'

const ones = (length: number) => new Float64Array(length).fill(1)
const steps = (length: number) => Float64Array.from({ length }, (_, index) => index)

test('without covariates the mean is the (weighted) mean', () => {
  const response = Float64Array.of(1, 2, 3, 10)
  const plain = fitQuasiPoisson({ response, design: [ones(4)] })!
  assert.ok(Math.abs(plain.fitted[0]! - 4) < 1e-9)
  const weights = Float64Array.of(1, 1, 1, 0)
  const without = fitQuasiPoisson({ response, design: [ones(4)], weights })!
  assert.ok(Math.abs(without.fitted[0]! - 2) < 1e-9)
  assert.equal(without.freedom, 2)
  assert.ok(Math.abs(dispersionOf(without, without.workingWeights) - 0.5) < 1e-5)
})

test('an exact exponential is found, with offset as well', () => {
  const time = steps(10)
  const response = time.map((t) => Math.exp(1 + 0.3 * t))
  const fit = fitQuasiPoisson({ response, design: [ones(10), time] })!
  assert.ok(Math.abs(fit.coefficients[0]! - 1) < 1e-9 && Math.abs(fit.coefficients[1]! - 0.3) < 1e-9)
  assert.ok(Math.abs(predictLinear(fit, [1, 12]).value - 4.6) < 1e-8)
  const offset = time.map((t) => 0.3 * t)
  const shifted = fitQuasiPoisson({ response, design: [ones(10)], offset })!
  assert.ok(Math.abs(shifted.coefficients[0]! - 1) < 1e-9)
})

test('leverages add up to the number of coefficients', () => {
  const design = [ones(12), steps(12)]
  const fit = fitQuasiPoisson({ response: Float64Array.of(3, 0, 2, 5, 1, 9, 4, 4, 0, 7, 8, 2), design })!
  assert.ok(Math.abs(leverages(fit, design).reduce((sum, value) => sum + value, 0) - 2) < 1e-10)
})

test('all zeros: converges at a mean that is all but zero', () => {
  const fit = fitQuasiPoisson({ response: new Float64Array(35), design: [ones(35), steps(35)] })!
  assert.equal(fit.converged, true)
  assert.ok(fit.fitted.every((mu) => mu > 0 && mu < 1e-8))
})

test('separation: zeros up to a point, cases after it, still give finite coefficients', () => {
  const response = Float64Array.from({ length: 30 }, (_, index) => (index < 15 ? 0 : 8))
  const group = Float64Array.from({ length: 30 }, (_, index) => (index < 15 ? 0 : 1))
  const fit = fitQuasiPoisson({ response, design: [ones(30), group] })!
  assert.ok(fit.coefficients.every(Number.isFinite))
  assert.ok(Math.abs(fit.fitted[29]! - 8) < 1e-8)
})

test('a single spike among zeros does not break the fit', () => {
  const response = new Float64Array(35)
  response[20] = 40
  const fit = fitQuasiPoisson({ response, design: [ones(35), steps(35)] })!
  assert.ok(fit.fitted.every(Number.isFinite))
  assert.ok(Math.abs(fit.fitted.reduce((sum, mu) => sum + mu, 0) - 40) < 1e-6)
})

test('a column that repeats another one is set aside', () => {
  const time = steps(8)
  const fit = fitQuasiPoisson({
    response: Float64Array.of(1, 2, 2, 3, 5, 4, 6, 9),
    design: [ones(8), time, time.map((t) => 2 * t)],
  })!
  assert.deepEqual(fit.independent, [true, true, false])
  assert.equal(fit.freedom, 6)
})
