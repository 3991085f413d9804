import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { cdc, openDiseaseCounty, type DiseaseCounty } from './testing.ts'
import { watchVillages, type VillagePlace } from './village-groups.ts'

const TODAY = '2025-11-20'
const villages: VillagePlace[] = Array.from({ length: 40 }, (_, index) => ({
  ...{ code: `5307211022${String(index).padStart(2, '0')}`, name: `${index}村` },
  ...{ x: index % 8, y: Math.floor(index / 8), residents: 1000 },
}))
const cases = (disease: string, at: readonly number[], back = 1) =>
  at.map((index) => ({ disease, division: villages[index]!.code, on: addDays(TODAY, -back), cases: 2 }))

test('cases in villages side by side are a group, the same number over the county is none', () => {
  const [group, ...more] = watchVillages(cases('dysentery', [0, 1, 8]), villages, TODAY)
  assert.deepEqual(
    [group!.villages.toSorted(), group!.observed, more.length],
    [[0, 1, 8].map((at) => villages[at]!.code), 6, 0],
  )
  assert.deepEqual([group!.from, group!.to, group!.names.length], ['2025-11-14', TODAY, 3])
  const scattered = Array.from({ length: 40 }, (_, index) => index)
  assert.deepEqual(watchVillages(cases('dysentery', scattered), villages, TODAY), [])
})

test('older weeks, single villages and other diseases do not make a group', () => {
  assert.deepEqual(watchVillages(cases('dysentery', [0, 1, 8], 7), villages, TODAY), [])
  assert.deepEqual(watchVillages(cases('dysentery', [5, 5, 5]), villages, TODAY), [])
  const mixed = [...cases('dysentery', [0]), ...cases('mumps', [1])]
  assert.deepEqual(watchVillages(mixed, villages, TODAY), [])
})

let county: DiseaseCounty
before(async () => {
  county = await openDiseaseCounty(TODAY)
})
after(() => county.close())

test('running the warning raises them once, and never names villages of confidential diseases', async () => {
  const [pair] = await county.database.query<{ one: string; other: string }>(
    `select a.code as one, b.code as other from division a join division b on a.code < b.code and b.level = 'village'
     where a.level = 'village' order by (a.x - b.x) ^ 2 + (a.y - b.y) ^ 2, a.code, b.code limit 1`,
  )
  const near = [{ code: pair!.one }, { code: pair!.other }]
  // Somebody lives in every village, so that its share of the cases has a measure.
  const all = await county.database.query<{ code: string }>(`select code from division where level = 'village'`)
  let day = TODAY
  const enter = (code: string) => county.enter((day = addDays(day, -400)), code)
  for (let people = 0; people < 2; people += 1) for (const { code } of all) await enter(code)
  for (const disease of ['dysentery', 'syphilis'])
    for (const { code } of [...near, ...near])
      await county.report(cdc, await enter(code), {
        disease,
        subtype: disease === 'syphilis' ? 'syphilis-primary' : 'dysentery-bacillary',
      })
  const run = () => county.act(cdc, 'communicable-disease.signal.run', {})
  await run()
  await run()
  const found = await county.database.query<{ disease: string; note: string; observed: number }>(
    `select disease, note, observed from disease_signal where method = 'neighbouring-villages'`,
  )
  assert.deepEqual(
    found.map(({ disease, observed }) => [disease, observed]),
    [['dysentery', 4]],
  )
  assert.match(found[0]!.note, /邻近村聚集：.+、.+/)
})
