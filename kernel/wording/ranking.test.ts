import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sampleRate } from '../testing/figures.ts'
import { lagging, leading, rankFigures, rankOf } from './ranking.ts'

const at = (code: string, value: string | null) => sampleRate(value, { place: { code, title: { zh: code, en: code } } })
const positions = (ranking: ReturnType<typeof rankFigures>) =>
  ranking.map((entry) => [entry.figure.place.code, entry.position])

test('equal values share the better position and the next is skipped; no value is no position', () => {
  const ranking = rankFigures([at('a', '1.0'), at('b', '3.00'), at('c', null), at('d', '3.0'), at('e', '2.0')])
  assert.deepEqual(positions(ranking), [
    ['b', 1],
    ['d', 1],
    ['e', 3],
    ['a', 4],
    ['c', null],
  ])
})

test('where less is better the least comes first', () => {
  assert.deepEqual(positions(rankFigures([at('a', '1'), at('b', '-3')], 'lower')), [
    ['b', 1],
    ['a', 2],
  ])
})

test('a rank knows how many stand with it, among how many, and who was left out', () => {
  const [within, kind] = [
    { zh: '全县', en: 'in the county' },
    { zh: '个乡镇', en: 'townships' },
  ]
  const ranking = rankFigures([at('a', '1'), at('b', '1'), at('c', null)])
  assert.deepEqual(rankOf(ranking, 'b', within, kind), { position: 1, of: 2, tied: 2, unranked: 1, within, kind })
  assert.equal(rankOf(ranking, 'c', within, kind), undefined)
  assert.equal(rankOf(ranking, 'z', within, kind), undefined)
})

test('leaders and laggards include ties at the border and never overlap', () => {
  const codes = (entries: ReturnType<typeof leading>) => entries.map((entry) => entry.figure.place.code).join('')
  const ranking = rankFigures([at('a', '5'), at('b', '4'), at('c', '3'), at('d', '3'), at('e', '1')])
  assert.equal(codes(leading(ranking, 3)), 'abcd')
  assert.equal(codes(lagging(ranking, 3)), 'e')
  assert.equal(codes(leading(rankFigures([at('a', '1'), at('b', '1')]), 3)), '')
})

test('property: a position is one more than the number of better values', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 }), (values) => {
      const ranking = rankFigures(values.map((value, index) => at(String(index), String(value))))
      return ranking.every(
        ({ figure, position }) => position === values.filter((v) => v > Number(figure.value)).length + 1,
      )
    }),
  )
})
