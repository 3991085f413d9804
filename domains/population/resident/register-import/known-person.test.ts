import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideAgainstKnown, type KnownPerson } from './known-person.ts'
import type { ResidentEntry } from './entry.ts'

const entry: ResidentEntry = {
  name: '和文军',
  document: 'ID18',
  number: '533221196503088015',
  from15: false,
  sex: 'male',
  birth: '1965-03-08',
  ethnic: '纳西族',
  villageCode: '530721001001',
  group: '3',
  address: null,
  phone: '13900012070',
  householdHead: null,
  relation: null,
  hukou: null,
  poverty: false,
  hypertension: null,
  diabetes: null,
  mother: null,
}

function known(changes: Partial<ResidentEntry>): KnownPerson {
  return { id: 'p1', name: changes.name ?? entry.name, values: { ...entry, ...changes } }
}

test('nobody known: new', () => {
  assert.deepEqual(decideAgainstKnown(entry, undefined), { kind: 'new' })
})

test('the same name: what is missing is filled, what differs is told, nothing else', () => {
  assert.deepEqual(decideAgainstKnown(entry, known({})), { kind: 'known', person: 'p1', fills: {}, differs: [] })
  assert.deepEqual(
    decideAgainstKnown(
      entry,
      known({ ethnic: null, poverty: null, phone: '13900012071', villageCode: '530721001002', address: 'x' }),
    ),
    { kind: 'known', person: 'p1', fills: { ethnic: '纳西族', poverty: false }, differs: ['villageCode', 'phone'] },
  )
})

test('once filled, the same row fills nothing', () => {
  const first = decideAgainstKnown(entry, known({ ethnic: null }))
  assert.ok(first.kind === 'known')
  assert.deepEqual(decideAgainstKnown(entry, known({ ethnic: null, ...first.fills })), {
    kind: 'known',
    person: 'p1',
    fills: {},
    differs: [],
  })
})

test('names are compared in their normal form', () => {
  assert.equal(decideAgainstKnown(entry, known({ name: '和　文军（大）' })).kind, 'known')
})

test('another name waits for review', () => {
  assert.deepEqual(decideAgainstKnown(entry, known({ name: '木春' })), {
    kind: 'conflict',
    person: 'p1',
    outcome: 'conflict-with-known:p1',
  })
})
