import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { actors } from '../../../testing/county.ts'
import { cdc, type DiseaseCounty, hospital, openDiseaseCounty, OTHER_VILLAGE } from '../testing.ts'
import { readAnalysis } from './read-analysis.ts'
import { comparedSpan } from './span.ts'

let county: DiseaseCounty
const read = (
  actor: Parameters<typeof asActor>[2],
  query: { place?: string; period?: string; disease?: string } = {},
) =>
  asActor(county.database, county.house, actor, (connection) =>
    readAnalysis(connection, {
      county: county.county,
      place: query.place ?? '530721',
      span: comparedSpan(query.period ?? '2025-11'),
      disease: query.disease,
    }),
  )

before(async () => {
  county = await openDiseaseCounty('2025-11-20')
  const cards = [
    ['2019-03-01', undefined, { disease: 'mumps', group: 'child-at-home', guardian: '木某' }],
    ['1980-01-01', undefined, { disease: 'mumps', category: 'confirmed' }],
    ['1985-01-01', OTHER_VILLAGE, { disease: 'mumps' }],
    ['1970-01-01', undefined, { disease: 'mumps', category: 'suspected' }],
    ['1972-01-01', undefined, { disease: 'aids', subtype: 'aids', category: 'confirmed' }],
  ] as const
  for (const [birth, village, card] of cards)
    await county.report(village ? cdc : hospital, await county.enter(birth, village), card)
  await county.database.query(`update notifiable_case set state = 'reviewed', reviewed_on = happened_on`)
  const earlier = await county.report(hospital, await county.enter('1990-01-01'), {
    disease: 'mumps',
    onsetOn: '2024-11-20',
    diagnosedOn: '2024-11-20',
  })
  await county.database.query(
    `update notifiable_case set state = 'reviewed', reviewed_on = '2024-11-21' where id = $1`,
    [earlier],
  )
})
after(() => county.close())

test('cases by disease with the same time of last year; suspects do not count', async () => {
  const { diseases, ages, places } = await read(cdc)
  assert.deepEqual(
    diseases.map(({ disease, cases, lastYear }) => [disease, cases, lastYear]),
    [
      ['aids', 1, 0],
      ['mumps', 3, 1],
    ],
  )
  assert.deepEqual(
    ages
      .filter((group) => group.male + group.female > 0)
      .map((group) => [group.from, group.to, group.male + group.female]),
    [
      [5, 9, 1],
      [25, 44, 1],
      [45, 59, 1],
    ],
  )
  assert.deepEqual(
    places.map((place) => place.cases),
    [2, 1],
  )
})

test('HIV is a total of the county for who may see it, and never stands by place, age or sex', async () => {
  const seen = async (actor: Parameters<typeof asActor>[2], place?: string) =>
    (await read(actor, place ? { place } : {})).diseases.some((row) => row.disease === 'aids')
  assert.equal(await seen(cdc), true)
  assert.equal(await seen(cdc, '530721102'), false)
  assert.equal(await seen({ ...actors.bureau, account: '01900000-0000-7000-8000-0000000000ee' }), false)
  const { ages, cards } = await read(cdc, { disease: 'aids' })
  assert.deepEqual([cards.length, ages.every((group) => group.male + group.female === 0)], [0, true])
})

test('weeks of this year beside the mean of the years before, and the cards behind a number', async () => {
  const { weeks, earlierYears, cards } = await read(cdc, { disease: 'mumps', period: '2025-W47' })
  assert.deepEqual(earlierYears, [2024])
  assert.deepEqual(weeks[46], { week: 47, cases: 3, earlier: 1 })
  assert.deepEqual([weeks[47]!.cases, weeks.length], [null, 52])
  assert.equal(cards.length, 3)
})

test('a township analyses its own cases', async () => {
  const { diseases } = await read(actors.township('530721103'))
  assert.deepEqual(
    diseases.map(({ disease, cases }) => [disease, cases]),
    [['mumps', 1]],
  )
})
