import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { missingItems, type RecordContents } from './completeness.ts'
import { bodyMassIndex, selfCareClass } from './examination-rules.ts'
import { groupOf } from './groups.ts'

const none = { maternal: false, diabetes: false, hypertension: false }

test('one group for everybody: age and pregnancy first', () => {
  const on = '2025-06-01'
  assert.equal(groupOf({ birth: '2018-06-02', sex: 'male' }, on, none), 'child')
  assert.equal(groupOf({ birth: '2018-06-01', sex: 'male' }, on, none), 'other')
  assert.equal(
    groupOf({ birth: '1995-01-01', sex: 'female' }, on, { ...none, maternal: true, diabetes: true }),
    'maternal',
  )
  assert.equal(groupOf({ birth: '1995-01-01', sex: 'male' }, on, { ...none, maternal: true }), 'other')
  assert.equal(groupOf({ birth: '1960-06-01', sex: 'male' }, on, { ...none, hypertension: true }), 'older')
  assert.equal(
    groupOf({ birth: '1960-06-02', sex: 'male' }, on, { ...none, diabetes: true, hypertension: true }),
    'diabetes',
  )
  assert.equal(groupOf({ birth: '1970-06-02', sex: 'male' }, on, { ...none, hypertension: true }), 'hypertension')
})

const complete: RecordContents = {
  hasPhone: true,
  hasAddress: true,
  responsibleDoctor: '和医生',
  form: {
    bloodType: 'unknown',
    payments: ['resident'],
    allergies: [],
    exposures: [],
    diseases: [],
    operations: [],
    familyHistory: { father: [], mother: [], siblings: [], children: [] },
    hereditary: '无',
    disabilities: [],
    water: 'tap',
    toilet: 'sanitary',
  },
}

test('none and unknown are answers, not asked is not', () => {
  assert.deepEqual(missingItems(complete), [])
  assert.deepEqual(missingItems({ ...complete, form: { ...complete.form!, allergies: null } }), [
    { zh: '药物过敏史', en: 'drug allergies' },
  ])
  assert.deepEqual(
    missingItems({ ...complete, hasPhone: false }).map((each) => each.en),
    ['phone'],
  )
  assert.equal(missingItems({ ...complete, form: null }).length, 11)
})

test('leaving an item out never makes a record more complete', () => {
  const keys = Object.keys(complete.form!) as (keyof NonNullable<RecordContents['form']>)[]
  fc.assert(
    fc.property(fc.subarray(keys), (left) => {
      const form = {
        ...complete.form!,
        ...Object.fromEntries(left.map((key) => [key, key === 'payments' ? [] : null])),
      }
      assert.equal(missingItems({ ...complete, form: form as never }).length, left.length)
    }),
  )
})

test('body mass index and self-care', () => {
  assert.equal(bodyMassIndex(170, 65), 22.5)
  assert.equal(bodyMassIndex(undefined, 65), undefined)
  assert.deepEqual(
    [0, 3, 4, 8, 9, 18, 19].map((score) => selfCareClass(score).zh),
    ['可自理', '可自理', '轻度依赖', '轻度依赖', '中度依赖', '中度依赖', '不能自理'],
  )
})
