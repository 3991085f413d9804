import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HouseholdFile } from '../api/people-types.ts'
import { localAnswer } from './answers.ts'
import type { PackPerson, PackTask, Village } from './village.ts'

const member = (id: string, birth: string, relation: string, more: object = {}) =>
  ({
    ...{ id, name: `测试${id}`, birth, household: 'h', householdNumber: '00012', division: '530721001001' },
    ...{ divisionName: '甲村', villageGroup: '2组', state: 'resident', relation: { zh: relation, en: '' } },
    ...more,
  }) as unknown as PackPerson
const task = (person: string) =>
  ({ task: 'a', person, recordId: `r${person}`, dueOn: '2025-12-01', division: '530721001001' }) as unknown as PackTask

test('a household out of the copy on the phone: the head first, work of its members alone, nobody who has left', () => {
  const people = [
    member('1', '1950-01-01', '父亲'),
    member('2', '1980-01-01', '户主'),
    member('3', '2010-01-01', '子', { state: 'departed' }),
    member('4', '1970-01-01', '户主', { household: 'other' }),
  ]
  const village = {
    head: { today: '2025-12-20', heardAt: 0, village: '530721001001' },
    house: { domains: [], demo: true },
    places: [],
    tasks: [task('1'), task('3'), task('4')],
    persons: new Map(people.map((each) => [each.id, each])),
    rows: new Map(),
  } as unknown as Village
  const found = localAnswer(village, '/api/households/h', {}, 0) as HouseholdFile
  assert.deepEqual([found.headName, found.number, found.villageGroup], ['测试2', '00012', '2组'])
  assert.deepEqual(
    found.members.map(({ person }) => person.id),
    ['2', '1'],
  )
  assert.deepEqual(
    found.work.map(({ person }) => person),
    ['1'],
  )
  assert.equal(localAnswer(village, '/api/households/none', {}, 0), undefined)
})
