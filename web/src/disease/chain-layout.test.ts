import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeChain } from './chain-layout.ts'
import type { Member } from './cluster-types.ts'

const member = (number: number, onset: string): Member => ({
  id: `c${number}`,
  number,
  onset,
  division: '530721105201',
  category: 'confirmed',
  generation: 1,
  investigated: true,
  contacts: 0,
})
const link = (infector: number, infectee: number) => ({
  infector: `c${infector}`,
  infectee: `c${infectee}`,
  interval: 10,
})

test('a chain goes to the right with the days and down with those infected by one', () => {
  const members = [member(1, '2025-04-07'), member(2, '2025-04-17'), member(3, '2025-04-18'), member(4, '2025-04-28')]
  assert.deepEqual(
    placeChain(members, [link(1, 2), link(1, 3), link(3, 4)]).map(({ member: { number }, day, row }) => [
      number,
      day,
      row,
    ]),
    [
      [1, 0, 0],
      [2, 10, 0],
      [3, 11, 1],
      [4, 21, 1],
    ],
  )
})

test('every case stands somewhere, and no two on the same spot', () => {
  const members = Array.from({ length: 28 }, (_, index) => member(index + 1, `2025-11-${10 + (index % 6)}`))
  const placed = placeChain(members, [link(1, 2), link(1, 9), link(2, 3), link(99, 4)])
  assert.equal(placed.length, 28)
  assert.equal(new Set(placed.map(({ day, row }) => `${day} ${row}`)).size, 28)
  assert.deepEqual(placeChain([], []), [])
})
