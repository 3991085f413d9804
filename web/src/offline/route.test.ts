import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TaskRow } from '../api/types.ts'
import { legsOf, stopsOf } from './route.ts'
import type { PackPerson, Village } from './village.ts'

const person = (id: string, villageGroup: string | null, householdNumber: string | null) =>
  ({ id, name: id, villageGroup, householdNumber, household: householdNumber }) as unknown as PackPerson
const people = [
  person('丁', '十二组', '001'),
  person('丙', '二组', '010'),
  person('乙', '二组', '9'),
  person('甲', '第1组', '20'),
  person('戊', null, null),
  person('己', '河西', '1'),
]
const village = { persons: new Map(people.map((each) => [each.id, each])) } as unknown as Village
const task = (who: string | null) => ({ person: who }) as TaskRow

test('groups in the order of their numbers, named ones after them, nobody’s last; doors in the order of household numbers', () => {
  const legs = legsOf(
    stopsOf(
      village,
      people.map((each) => task(each.id)),
    ),
  )
  assert.deepEqual(
    legs.map((leg) => [leg.group, leg.stops.map((stop) => stop.person.name).join('')]),
    [
      ['第1组', '甲'],
      ['二组', '乙丙'],
      ['十二组', '丁'],
      ['河西', '己'],
      ['', '戊'],
    ],
  )
})

test('one stop for each person, with all that is due there; work of nobody and of strangers is none', () => {
  const stops = stopsOf(village, [task('甲'), task('甲'), task(null), task('谁')])
  assert.deepEqual(
    stops.map((stop) => [stop.person.name, stop.tasks.length]),
    [['甲', 2]],
  )
})
