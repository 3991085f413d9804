import assert from 'node:assert/strict'
import { test } from 'node:test'
import { indicators } from './indicators.ts'
import { concernsReproduction } from './reproduction.ts'

test('births, birth rate, natural growth and sex ratio at birth judge nobody; births in institutions and deaths may', () => {
  assert.deepEqual(
    indicators.filter(concernsReproduction).map((indicator) => indicator.id),
    ['resident.births', 'resident.birth-rate', 'resident.natural-growth', 'resident.sex-ratio-at-birth'],
  )
})
