import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findDisease, notifiableDiseases, notifiableOn } from './list.ts'

const count = (day: string) => {
  const list = notifiableOn(day)
  return (['A', 'B', 'C'] as const).map((each) => list.filter((disease) => disease.class === each).length)
}

test('42 diseases are on the list now: 2 of class A, 29 of class B, 11 of class C', () => {
  assert.deepEqual(count('2026-11-23'), [2, 29, 11])
})

test('the list follows the law: 40 when it came into force, 41 with avian influenza apart before', () => {
  assert.deepEqual(count('2025-09-01'), [2, 27, 11])
  assert.deepEqual(count('2025-08-31'), [2, 28, 11])
  assert.equal(
    notifiableOn('2019-12-31').some((disease) => disease.id === 'covid-19'),
    false,
  )
  assert.deepEqual(count('2019-12-31'), [2, 26, 11])
})

test('ids of diseases and of subtypes are unique', () => {
  const ids = notifiableDiseases.map((disease) => disease.id)
  const subtypes = notifiableDiseases.flatMap((disease) =>
    disease.subtypes.map((subtype) => `${disease.id}/${subtype.id}`),
  )
  assert.equal(new Set(ids).size, ids.length)
  assert.equal(new Set(subtypes).size, subtypes.length)
})

test('what is reported within two hours: class A, SARS, pulmonary anthrax', () => {
  const urgent = notifiableDiseases.filter((disease) => disease.twoHours).map((disease) => disease.id)
  assert.deepEqual(urgent, ['plague', 'cholera', 'sars', 'anthrax'])
  assert.deepEqual(findDisease('anthrax')?.twoHours, ['anthrax-pulmonary'])
})
