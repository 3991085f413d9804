import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { commonDivision, DUPLICATE_THRESHOLD, nearBirth, scorePair, type DuplicateFacts } from './duplicate-score.ts'

const base: DuplicateFacts = {
  id: '1',
  name: '和文军',
  pinyin: 'hwj',
  sex: 'male',
  birth: '2025-03-04',
  division: '530721102201',
  documentKind: 'NONE',
  household: null,
  motherName: '木秀英',
  phone: null,
}
const numbered = (more: Partial<DuplicateFacts>): DuplicateFacts => ({
  ...base,
  id: '2',
  documentKind: 'ID18',
  ...more,
})

test('a newborn registered again with a number is found; the reasons say why', () => {
  assert.deepEqual(scorePair(base, numbered({})), {
    score: 85,
    reasons: ['same-name-and-birth', 'same-village', 'one-without-number'],
  })
  // Named later: only birth day, mother and village agree.
  assert.deepEqual(scorePair(base, numbered({ name: '和润生', pinyin: 'hrs' }))?.reasons[0], 'same-mother-and-birth')
  assert.deepEqual(scorePair(base, numbered({ name: '和闻君', motherName: null }))?.reasons[0], 'same-sound-and-birth')
})

test('what makes two people of two files', () => {
  assert.equal(scorePair({ ...base, documentKind: 'ID18' }, numbered({})), undefined, 'two valid numbers')
  assert.equal(scorePair(base, numbered({ sex: 'female' })), undefined, 'man and woman')
  assert.equal(scorePair(base, numbered({ birth: '2024-11-20' })), undefined, 'another birth date')
  assert.equal(
    scorePair(base, numbered({ name: '木润生', pinyin: 'mrs', motherName: '和桂花' })),
    undefined,
    'another child of the day',
  )
  assert.equal(
    scorePair(base, numbered({ birth: '2025-04-03', division: '530721103201' })),
    undefined,
    'same name far away',
  )
})

test('a slip in the birth date is seen when phone and village agree', () => {
  assert.ok(nearBirth('2025-03-04', '2025-04-03'))
  assert.ok(nearBirth('2025-03-04', '2025-03-14'))
  assert.ok(!nearBirth('2025-03-04', '2024-03-14'))
  const found = scorePair({ ...base, phone: '13900000001' }, numbered({ birth: '2025-03-14', phone: '13900000001' }))
  assert.deepEqual(found?.reasons, ['same-name-near-birth', 'same-phone', 'same-village', 'one-without-number'])
})

test('the score does not depend on the order and lies between threshold and 100', () => {
  const facts = fc.record({
    id: fc.constant('x'),
    name: fc.constantFrom('和文军', '和闻君', '木润生'),
    pinyin: fc.constantFrom('hwj', 'mrs', ''),
    sex: fc.constantFrom('male' as const, 'female' as const, 'unknown' as const),
    birth: fc.constantFrom('2025-03-04', '2025-04-03', '2020-01-01'),
    division: fc.constantFrom('530721102201', '530721102202', '530721103201'),
    documentKind: fc.constantFrom('ID18', 'NONE', 'PASSPORT'),
    household: fc.constantFrom(null, 'h'),
    motherName: fc.constantFrom(null, '木秀英'),
    phone: fc.constantFrom(null, '13900000001'),
  })
  fc.assert(
    fc.property(facts, facts, (one, other) => {
      const scored = scorePair(one, other)
      assert.deepEqual(scored, scorePair(other, one))
      if (scored) assert.ok(scored.score >= DUPLICATE_THRESHOLD && scored.score <= 100)
    }),
  )
})

test('the pair belongs to whoever is responsible for both places', () => {
  assert.equal(commonDivision('530721102201', '530721102201'), '530721102201')
  assert.equal(commonDivision('530721102201', '530721102202'), '530721102')
  assert.equal(commonDivision('530721102201', '530721103201'), '530721')
})
