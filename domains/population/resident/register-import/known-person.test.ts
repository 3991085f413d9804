import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideAgainstKnown, type KnownPerson } from './known-person.ts'
import type { ResidentEntry } from './entry.ts'
import { createMerger, keyOf, mergedEntry } from './merge.ts'

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

test('the key under which a person is looked up: document, or what tells newborns apart', () => {
  assert.equal(keyOf(entry), keyOf({ ...entry, name: '木春', birth: '1970-01-01' }))
  assert.notEqual(keyOf(entry), keyOf({ ...entry, document: 'PASSPORT' }))
  const newborn: ResidentEntry = { ...entry, document: 'NONE', number: null, mother: '和丽芬' }
  const keys = [
    newborn,
    { ...newborn, name: '木春' },
    { ...newborn, sex: 'female' as const },
    { ...newborn, birth: '2025-01-01' },
    { ...newborn, mother: '木丽芬' },
  ]
  assert.equal(new Set(keys.map(keyOf)).size, 5)
})

test('what is written to the database is the first row with all that later rows filled', () => {
  const compare = createMerger()
  const first = compare({ sheet: 's', row: 3 }, entry)
  compare({ sheet: 's', row: 4 }, { ...entry, address: '1组', phone: '13900012071' })
  compare({ sheet: 's', row: 5 }, { ...entry, address: '2组', hypertension: true })
  assert.ok(first.kind === 'first')
  assert.deepEqual(mergedEntry(first.first), { ...entry, address: '1组', hypertension: true })
})
