import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanText } from '@kangheng/kernel/exchange/cell-text.ts'
import { createGazetteer } from './gazetteer.ts'
import { createPlaceReader, readPlace } from './place.ts'
import { yulong } from './testing/residents.ts'

const gazetteer = createGazetteer(yulong)

/** Village code, or reasons. */
function place(township: string, village: string): string {
  const reading = readPlace(cleanText(township), cleanText(village), gazetteer)
  return reading.kind === 'village' ? reading.code : reading.reasons.join()
}

const nameOf = new Map(
  yulong.townships.flatMap((township) => township.villages.map((village) => [village.code, village.name])),
)

test('every official pair of names is found', () => {
  for (const township of yulong.townships) {
    for (const village of township.villages) assert.equal(place(township.name, village.name), village.code)
  }
  assert.equal(nameOf.size, 104)
})

test('one ending of a township is dropped, not two', () => {
  for (const text of ['拉市镇镇', '拉市镇乡', '黎明傈僳族乡乡', '黄山街道办事处街道', '石头白族乡镇']) {
    assert.equal(place(text, '美泉村'), 'TOWNSHIP_UNKNOWN', text)
  }
})

test('townships with any rank, none, government, and the names above in front', () => {
  for (const text of [
    '黎明傈僳族乡',
    '黎明乡',
    '黎明',
    '黎明镇',
    '黎明民族乡',
    '黎明白族乡',
    '黎明街道办事处',
    '黎明街道办',
    '黎明街道',
    '黎明 傈僳族乡',
    '黎明傈僳族乡人民政府',
    '云南省丽江市玉龙纳西族自治县黎明傈僳族乡',
    '丽江市玉龙县黎明乡',
    '玉龙县黎明',
    '云南省玉龙县黎明乡',
    '丽江市黎明乡',
  ]) {
    assert.equal(place(text, '美乐村'), '530721205207', text)
  }
  for (const text of ['黄山', '黄山镇', '黄山街道办', '拉市乡', '拉市'])
    assert.notEqual(place(text, '美泉村'), 'TOWNSHIP_UNKNOWN', text)
})

test('unknown townships: village not looked up, but it must be there', () => {
  for (const text of ['金山白族乡', '大俱乡', '石古镇', '玉龙县', '人民政府', '黎明彝族乡', '古城区黎明乡', '0']) {
    assert.equal(place(text, '没有的村'), 'TOWNSHIP_UNKNOWN', text)
  }
  assert.equal(place('金山白族乡', ''), 'TOWNSHIP_UNKNOWN,VILLAGE_MISSING')
})

test('villages with any ending or none, the names above and the own township in front', () => {
  for (const text of [
    '白马社区居委会',
    '白马',
    '白马社区',
    '白马村',
    '白马居委会',
    '白马居民委员会',
    '白马社区居民委员会',
    '白马行政村',
    '白马村民委员会',
    '白马村委会',
    '白马 社区',
    '黄山街道白马社区',
    '黄山镇白马',
    '黄山乡白马村',
    '玉龙县黄山街道白马社区居委会',
    '云南省丽江市玉龙纳西族自治县白马社区',
  ]) {
    assert.equal(place('黄山街道', text), '530721001001', text)
  }
})

test('blank villages', () => {
  for (const text of ['', ' ', '/', '-', '—']) assert.equal(place('黄山街道', text), 'VILLAGE_MISSING', text)
})

test('unknown villages: not in the county, hamlets, another township in front', () => {
  for (const text of ['新民村委会', '白马社区1组', '黄山街道', '石鼓镇大新村', '村委会', '黄山白马', '白马村村委会']) {
    assert.equal(place('黄山街道', text), 'VILLAGE_UNKNOWN', text)
  }
})

test('a village of another township', () => {
  assert.equal(place('黄山街道', '玉龙村'), 'VILLAGE_TOWNSHIP_MISMATCH')
  assert.equal(place('黄山街道', '黄山街道玉龙村'), 'VILLAGE_TOWNSHIP_MISMATCH')
})

test('township blank: the village alone says where, or brings its township', () => {
  for (const township of ['', '/', '-', '—']) assert.equal(place(township, '美乐村'), '530721205207')
  assert.equal(place('', '黎明乡美乐村'), '530721205207')
  assert.equal(place('', '玉龙县黎明傈僳族乡美乐'), '530721205207')
  assert.equal(place('', '石鼓镇美乐村'), 'VILLAGE_TOWNSHIP_MISMATCH')
  assert.equal(place('', '没有的村'), 'VILLAGE_UNKNOWN')
  assert.equal(place('', ''), 'VILLAGE_MISSING')
})

test('武侯 is written for 武候', () => {
  assert.equal(nameOf.get(place('巨甸镇', '武侯村')), '武候村委会')
  assert.equal(nameOf.get(place('巨甸镇', '巨甸镇武候')), '武候村委会')
})

test('a village whose own name ends like an ending, and two villages of one name', () => {
  const county = {
    ancestors: ['某某省', '某某市', '甲县'],
    townships: [
      {
        code: '110000100',
        name: '东镇',
        villages: [
          { code: '110000100200', name: '新村村委会' },
          { code: '110000100201', name: '红旗村委会' },
        ],
      },
      { code: '110000101', name: '西镇', villages: [{ code: '110000101200', name: '红旗村委会' }] },
    ],
  }
  const other = createGazetteer(county)
  const read = (township: string, village: string) => readPlace(township, village, other)
  assert.deepEqual(read('东镇', '新村'), { kind: 'village', code: '110000100200' })
  assert.deepEqual(read('东镇', '新村村'), { kind: 'village', code: '110000100200' })
  assert.deepEqual(read('西镇', '红旗'), { kind: 'village', code: '110000101200' })
  assert.deepEqual(read('', '红旗村'), { kind: 'refused', reasons: ['VILLAGE_UNKNOWN'] })
  assert.deepEqual(read('', '西镇红旗村'), { kind: 'village', code: '110000101200' })
})

test('what is remembered is what would be decided', () => {
  const remember = createPlaceReader(gazetteer)
  const pairs = [
    ['黄山', '白马'],
    ['', '白马'],
    ['黄山', '白马'],
    ['x', '白马'],
  ] as const
  for (const [township, village] of pairs) {
    assert.deepEqual(remember(township, village), readPlace(township, village, gazetteer))
  }
})
