import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { bind, type BoundFigure, type Comparison, type Phrase } from './bound.ts'
import type { FigureRef } from './model.ts'
import { en, sentenceText, zh } from './say.ts'
import { sampleFigure, sampleRate } from '../testing/figures.ts'
import { ordinal } from './wording-en.ts'
import { TEN_THOUSAND_YUAN } from './units.ts'

const inZh = (phrase: Phrase) => sentenceText(zh`${phrase}`)
const inEn = (phrase: Phrase) => sentenceText(en`${phrase}`)

function count(value: string | null, comparison: Comparison = {}, change = {}): BoundFigure {
  return bind(sampleFigure({ value, ...change }), comparison)
}

function rate(value: string | null, comparison: Comparison = {}, change = {}): BoundFigure {
  return bind(sampleRate(value, change), comparison)
}

const base = (value: string | null, change = {}): FigureRef => sampleFigure({ value, ...change })

describe('on a year before', () => {
  const spoken = (value: string | null, before: FigureRef | undefined) =>
    inZh(count(value, before ? { sameTimeLastYear: before } : {}).sameTimeLastYear)

  test('a quantity grows or falls in percent', () => {
    assert.equal(spoken('106351', base('103054')), '同比增长3.2%')
    assert.equal(spoken('98500', base('100000')), '同比下降1.5%')
    assert.equal(spoken('100', base('100')), '同比持平')
    assert.equal(spoken('100001', base('100000')), '同比基本持平')
    assert.equal(spoken('200', base('100')), '同比增长100.0%')
  })

  test('a rate rises or falls in points, of its own kind', () => {
    const points = (value: string, before: string, unit = '%') =>
      inZh(rate(value, { sameTimeLastYear: sampleRate(before, { unit }) }, { unit }).sameTimeLastYear)
    assert.equal(points('48.39', '45.17'), '同比提高3.22个百分点')
    assert.equal(points('45.17', '48.39'), '同比下降3.22个百分点')
    assert.equal(points('48.39', '48.39'), '同比持平')
    assert.equal(points('48.39', '0.00'), '同比提高48.39个百分点')
    assert.equal(points('4.12', '5.02', '‰'), '同比下降0.90个千分点')
  })

  test('a rate per 100,000 grows in percent, as summaries print it', () => {
    const spoken = (value: string, before: string) =>
      inZh(rate(value, { sameTimeLastYear: sampleRate(before, { unit: '/10万' }) }, { unit: '/10万' }).sameTimeLastYear)
    assert.equal(spoken('145.50', '154.74'), '同比下降5.97%')
    assert.equal(spoken('9.80', '9.80'), '同比持平')
  })

  test('missing, zero and not applicable read differently', () => {
    assert.equal(spoken('12', undefined), '')
    assert.equal(spoken('12', base(null)), '上年无数据')
    assert.equal(spoken('12', base(null, { absence: 'not-applicable' })), '上年无可比数据')
    assert.equal(spoken('12', base('0')), '上年为0人，同比增加12人')
    assert.equal(spoken('0', base('0')), '同比持平')
    assert.equal(spoken('0', base('8')), '同比下降100.0%')
    assert.equal(spoken(null, base('8')), '')
  })

  test('part of a year is compared with the same part of the last one', () => {
    const change = { period: { id: '2025-11-ytd', title: { zh: '2025年1—11月', en: '2025 Jan–11' } } }
    assert.equal(inZh(count('12', { sameTimeLastYear: base(null) }, change).sameTimeLastYear), '上年同期无数据')
    assert.equal(
      inEn(count('12', { sameTimeLastYear: base('10') }, change).sameTimeLastYear),
      'up 20.0% on the same period last year',
    )
  })

  test('a changed definition is said', () => {
    const changed = count('120', { sameTimeLastYear: base('100') }, { definitionVersion: 2 })
    assert.equal(inZh(changed.sameTimeLastYear), '同比增长20.0%（口径有调整）')
  })

  test('in English', () => {
    const spokenEn = (value: string, before: string | null) =>
      inEn(count(value, { sameTimeLastYear: base(before) }).sameTimeLastYear)
    assert.equal(spokenEn('106351', '103054'), 'up 3.2% on the year before')
    assert.equal(spokenEn('98500', '100000'), 'down 1.5% on the year before')
    assert.equal(spokenEn('100', '100'), 'unchanged from the year before')
    assert.equal(spokenEn('12', '0'), 'up 12 people from 0 people in the year before')
    assert.equal(spokenEn('12', null), 'no data for the year before')
    const coverage = rate('48.39', { sameTimeLastYear: sampleRate('45.17') })
    assert.equal(inEn(coverage.sameTimeLastYear), 'up 3.22 percentage points on the year before')
  })
})

test('on the period before', () => {
  const spoken = (value: string, before: string) => inZh(count(value, { previousPeriod: base(before) }).previousPeriod)
  assert.equal(spoken('110', '100'), '环比增长10.0%')
  assert.equal(spoken('90', '100'), '环比下降10.0%')
  assert.equal(spoken('90', '90'), '环比持平')
  assert.equal(spoken('9', '0'), '上期为0人，环比增加9人')
  assert.equal(inZh(count('9').previousPeriod), '')
})

describe('change', () => {
  const spoken = (value: string, before: string) => inZh(count(value, { sameTimeLastYear: base(before) }).change)

  test('is told in the figure’s own unit', () => {
    assert.equal(spoken('106351', '103054'), '比上年增加3297人')
    assert.equal(spoken('47', '59'), '比上年减少12人')
    assert.equal(spoken('47', '47'), '与上年持平')
    assert.equal(inZh(rate('48.39', { sameTimeLastYear: sampleRate('45.17') }).change), '比上年提高3.22个百分点')
  })

  test('keeps the scale of an amount', () => {
    const money = { unit: '元', scale: TEN_THOUSAND_YUAN }
    const income = count('19324400', { sameTimeLastYear: base('11725900', money) }, money)
    assert.equal(sentenceText(zh`总收入达${income}，${income.change}`), '总收入达1932.44万元，比上年增加759.85万元')
  })
})

describe('against a target', () => {
  test('a quantity completes its target', () => {
    const spoken = (value: string | null, target: string) =>
      inZh(count(value, { target: { value: target } }).againstTarget)
    assert.equal(spoken('106351', '110000'), '完成年度目标（110000人）的96.7%')
    assert.equal(spoken('117000', '110000'), '完成年度目标（110000人）的106.4%')
    assert.equal(spoken('110000', '110000'), '完成年度目标（110000人）的100%')
    assert.equal(spoken(null, '110000'), '')
  })

  test('falling short is never rounded up to completion', () => {
    const spoken = inZh(count('109996', { target: { value: '110000' } }).againstTarget)
    assert.equal(spoken, '完成年度目标（110000人）的99.996%')
  })

  test('a rate stands above, at or below its target', () => {
    const spoken = (value: string, target: string) => inZh(rate(value, { target: { value: target } }).againstTarget)
    assert.equal(spoken('48.39', '45'), '高于目标3.39个百分点（目标45%）')
    assert.equal(spoken('48.39', '50'), '低于目标1.61个百分点（目标50%）')
    assert.equal(spoken('50.00', '50'), '达到目标（50%）')
  })

  test('where less is better the target is a limit', () => {
    const lower = (target: string): Comparison => ({ better: 'lower', target: { value: target } })
    assert.equal(inZh(rate('8.20', lower('10')).againstTarget), '低于控制目标1.80个百分点（目标10%）')
    assert.equal(inZh(rate('12.00', lower('10')).againstTarget), '高于控制目标2.00个百分点（目标10%）')
    assert.equal(inZh(count('3', lower('5')).againstTarget), '控制在目标（5人）以内')
    assert.equal(inZh(count('7', lower('5')).againstTarget), '超出控制目标2人（目标5人）')
  })

  test('nothing is said of a target that was not set', () => {
    assert.equal(inZh(count('3').againstTarget), '')
    assert.equal(inEn(count('3').againstTarget), '')
    assert.equal(
      inEn(rate('48.39', { target: { value: '50' } }).againstTarget),
      '1.61 percentage points below the target of 50%',
    )
    assert.equal(
      inEn(count('99', { target: { value: '110' } }).againstTarget),
      '90.0% of the annual target of 110 people',
    )
  })

  test('and against the time elapsed', () => {
    const spoken = (value: string) =>
      inZh(count(value, { target: { value: '1200', progress: { elapsed: 11, of: 12 } } }).againstTimeProgress)
    assert.equal(spoken('1140'), '快于时间进度3.3个百分点')
    assert.equal(spoken('1000'), '落后时间进度8.4个百分点')
    assert.equal(
      inZh(count('6', { target: { value: '12', progress: { elapsed: 6, of: 12 } } }).againstTimeProgress),
      '与时间进度持平',
    )
    assert.equal(inZh(count('6').againstTimeProgress), '')
  })
})

test('a rank says among whom, and ties are said', () => {
  const within = { zh: '全县', en: 'in the county' }
  const kind = { zh: '个乡镇', en: 'townships' }
  const ranked = (position: number, tied = 1, unranked = 0) =>
    rate('48.39', { rank: { position, of: 16 - unranked, tied, unranked, within, kind } }).rank
  assert.equal(inZh(ranked(3)), '在全县16个乡镇中排名第3位')
  assert.equal(inZh(ranked(2, 2)), '在全县16个乡镇中并列第2位')
  assert.equal(inZh(ranked(2, 1, 2)), '在全县有数据的14个乡镇中排名第2位')
  assert.equal(inEn(ranked(3)), 'ranked 3rd of 16 townships in the county')
  assert.equal(inEn(ranked(2, 2)), 'ranked 2nd (tied) of 16 townships in the county')
  assert.equal(inZh(rate('48.39').rank), '')
  assert.deepEqual([1, 2, 3, 4, 11, 12, 13, 21, 112].map(ordinal), [
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '112th',
  ])
})

test('the best and the last of the places below', () => {
  const kind = { zh: '乡镇', en: 'townships' }
  const places = (values: (string | null)[]) =>
    values.map((value, index) =>
      sampleRate(value, { place: { code: `53072110${index}`, title: { zh: `第${index}镇`, en: `Town ${index}` } } }),
    )
  const standings = (values: (string | null)[]) => rate('50.00', { below: { figures: places(values), kind } })
  const seven = standings(['40.00', '70.00', '60.00', '50.00', null, '30.00', '20.00', '10.00'])
  assert.equal(inZh(seven.leaders), '居前三位的是第1镇（70.00%）、第2镇（60.00%）、第3镇（50.00%）')
  assert.equal(inZh(seven.laggards), '居后三位的是第5镇（30.00%）、第6镇（20.00%）、第7镇（10.00%）')
  assert.match(
    inZh(standings(['9.00', '8.00', '7.00', '7.00', '6.00']).leaders),
    /^居前列的是第0镇（9.00%）、第1镇（8.00%）、第2镇（7.00%）、第3镇（7.00%）$/,
  )
  assert.equal(inZh(standings(['100.00', '100.00', '100.00']).leaders), '各乡镇均为100.00%')
  assert.equal(inZh(standings(['100.00', '100.00', '100.00']).laggards), '')
  assert.equal(inEn(seven.laggards), 'lowest placed: Town 5 (30.00%), Town 6 (20.00%), Town 7 (10.00%)')
})

test('property: the verb follows the sign and the number carries none', () => {
  const amounts = fc.bigInt({ min: 1n, max: 10n ** 12n }).map(String)
  fc.assert(
    fc.property(amounts, amounts, (now, before) => {
      const spoken = inZh(count(now, { sameTimeLastYear: base(before) }).sameTimeLastYear)
      const [a, b] = [BigInt(now), BigInt(before)]
      const percent = /^同比(增长|下降)(\d+\.\d)%$/.exec(spoken)
      if (!percent)
        return a === b ? spoken === '同比持平' : spoken === '同比基本持平' && 2000n * (a > b ? a - b : b - a) < b
      const tenths = BigInt(percent[2]!.replace('.', ''))
      const error = 2n * (tenths * b - 1000n * (a > b ? a - b : b - a))
      return percent[1] === (a > b ? '增长' : '下降') && error <= b && error > -b
    }),
  )
})
