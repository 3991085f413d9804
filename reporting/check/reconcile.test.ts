import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkText } from './index.ts'
import { type ClaimMapping, type IndicatorFigure, reconcileClaims } from './reconcile.ts'

const figure = (id: string, names: string[], unit: string, value: string): IndicatorFigure => ({
  id,
  names,
  unit,
  place: '530721',
  period: '2025',
  value,
  status: 'closed',
})
const FIGURES = [
  figure('family-doctor.coverage', ['签约覆盖率', '家庭医生签约率'], '%', '48.39482'),
  figure('family-doctor.signed', ['家庭医生签约人数', '已签约'], '人', '106351'),
  figure('records.built', ['居民健康档案建档'], '份', '297612'),
  figure('elderly.managed', ['老年人健康管理'], '人', '2043'),
]
const reconcile = (text: string, mappings: ClaimMapping[] = []) =>
  reconcileClaims(checkText(text).claims, FIGURES, mappings)

test('a claim is compared at the precision it is printed with', () => {
  const { compared } = reconcile('全县签约覆盖率为48.39%，家庭医生签约106351人，居民健康档案建档29.76万份。')
  assert.deepEqual(
    compared.map((item) => [item.indicator, item.agrees]),
    [
      ['family-doctor.coverage', true],
      ['family-doctor.signed', true],
      ['records.built', true],
    ],
  )
})

test('a different figure is shown with its difference', () => {
  const { compared } = reconcile('家庭医生签约106315人。')
  assert.deepEqual([compared[0]?.agrees, compared[0]?.recorded, compared[0]?.difference], [false, '106351', '-36'])
})

test('vague numbers agree when they are near', () => {
  assert.equal(reconcile('老年人健康管理两千余人。').compared[0]?.agrees, true)
  assert.equal(reconcile('老年人健康管理3000余人。').compared[0]?.agrees, false)
})

test('what no name fits is listed, and a reader maps it once for ever', () => {
  const text = '签下居民106351人，发放手册70000本。'
  assert.equal(reconcile(text).unmapped.length, 2)
  const mapped = reconcile(text, [
    { subject: '签下居民', unit: '人', indicator: 'family-doctor.signed' },
    { subject: '发放手册', unit: '本', indicator: null },
  ])
  assert.deepEqual([mapped.compared[0]?.how, mapped.compared[0]?.agrees, mapped.unmapped], ['mapping', true, []])
})

test('plans, targets and changes are not compared', () => {
  assert.deepEqual(reconcile('计划签约106351人，签约率提高48.39%。'), {
    compared: [],
    unmapped: [],
    elsewhere: [],
    absent: [],
  })
})

test('a unit of another kind is never compared', () => assert.equal(reconcile('签约覆盖率48户。').compared.length, 0))

test('a wording that was mapped is a synonym: it ends longer wordings too', () => {
  const mapping = { subject: '签下居民', unit: '人', indicator: 'family-doctor.signed' }
  assert.equal(reconcile('全县村医共签下居民106351人。', [mapping]).compared[0]?.indicator, 'family-doctor.signed')
})

test('difference and agreement are said in words', () => {
  const words = (text: string) => reconcile(text).compared[0]?.words.zh
  assert.equal(words('家庭医生签约106315人。'), '文中少36人')
  assert.equal(words('家庭医生签约10.64万人。'), '按文中位数取整后一致')
  assert.equal(words('家庭医生签约106351人。'), '与本县数一致')
  assert.equal(words('签约覆盖率为50%。'), '文中多1.60518个百分点')
})

const frame = (period: string, level: 'county' | 'township' = 'county') => ({
  names: ['玉龙纳西族自治县', '玉龙县'],
  level,
  period,
})
const places = (text: string, at = frame('2025')) => {
  const { compared, elsewhere } = reconcileClaims(checkText(text).claims, FIGURES, [], at)
  return [compared.length, elsewhere.length]
}

test('what speaks of another place or time is not compared', () => {
  for (const own of ['全县', '我县', '玉龙县', '2025年全县', '截至2025年12月31日，全县', '2025年'])
    assert.deepEqual(places(`${own}家庭医生签约106351人。`), [1, 0], own)
  for (const other of ['全国', '全省', '奉科镇', '2024年全县', '去年全县', '上半年全县', '2025年6月，全县'])
    assert.deepEqual(places(`${other}家庭医生签约106351人。`), [0, 1], other)
  assert.deepEqual(places('1-11月，全县家庭医生签约106351人。', frame('2025-11-ytd')), [1, 0])
  assert.deepEqual(places('全县家庭医生签约106351人。', frame('2025', 'township')), [0, 1])
})

test('an indicator without a figure there is said to be absent', () => {
  const { absent } = reconcileClaims(checkText('家庭医生签约106351人。').claims, [{ ...FIGURES[1]!, value: null }])
  assert.equal(absent[0]?.indicator, 'family-doctor.signed')
})

test('a name said of several things is compared where it agrees, or where it is said first', () => {
  const rates = (text: string) => reconcile(text).compared.map((item) => [item.printed, item.agrees])
  assert.deepEqual(rates('全县签约覆盖率48.39%。重点人群签约，签约覆盖率72.6%。'), [['48.39%', true]])
  assert.deepEqual(rates('全县签约覆盖率50%。重点人群签约，签约覆盖率72.6%。'), [['50%', false]])
})

test('titles such as 其他 name nothing', () => {
  const other = figure('other', ['其他'], '人', '2')
  assert.equal(reconcileClaims(checkText('其他36人。').claims, [other]).compared.length, 0)
})
