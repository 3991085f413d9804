import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { intervalDays, mayFollow, selectUnderlying, type Condition } from './chain.ts'
import { causeGroupOf, isMajorChronic } from './groups.ts'
import { icdBlocks } from './icd/blocks.ts'
import { icdCategories } from './icd/categories.ts'
import { codeTitle, findBlock, ICD_PATTERN } from './icd/code.ts'
import { codeFault, underlyingFault, vagueReason } from './plausibility.ts'

const condition = (code: string, days: number | null = null): Condition => ({ code, days })
const select = (...codes: string[]) => selectUnderlying(codes.map((code) => condition(code)))

test('intervals as certificates have them', () => {
  for (const [text, days] of [
    ['3天', 3],
    ['约2年', 730],
    ['6个月', 180],
    ['2周', 14],
    ['12小时', 0.5],
    ['不详', null],
    ['很久', undefined],
  ] as const)
    assert.equal(intervalDays(text), days, text)
})

test('the underlying cause by the general principle, and what is left to the coder', () => {
  assert.deepEqual(select('I64'), { kind: 'chosen', code: 'I64', rule: 'only-one' })
  // Examples in the manner of volume 2: bleeding varices of portal hypertension of cirrhosis of hepatitis B.
  assert.deepEqual(select('K92.0', 'I85.0', 'K74.6', 'B18.1'), {
    kind: 'chosen',
    code: 'B18.1',
    rule: 'general-principle',
  })
  assert.deepEqual(select('J96.9', 'J44.1'), { kind: 'chosen', code: 'J44.1', rule: 'general-principle' })
  // Hypertension behind a haemorrhage of the brain, in Part I or II, is coded to the haemorrhage; with heart failure to I11.
  assert.deepEqual(select('G93.5', 'I61.9', 'I10'), { kind: 'chosen', code: 'I61.9', rule: 'linkage' })
  assert.deepEqual(selectUnderlying([condition('I10')], ['I63.9']), { kind: 'chosen', code: 'I63.9', rule: 'linkage' })
  assert.deepEqual(select('I50.9', 'I10'), { kind: 'chosen', code: 'I11', rule: 'linkage' })
  assert.deepEqual(select('I21.9', 'I25.1'), { kind: 'chosen', code: 'I21.9', rule: 'linkage' })
  assert.deepEqual(select('I61.9', 'R54'), { kind: 'chosen', code: 'I61.9', rule: 'ill-defined' })
  // A lung cancer is not due to a stroke; a fracture's fall is not due to a car.
  assert.deepEqual(select('C34.9', 'I64'), { kind: 'ask', proposed: 'C34.9', line: 1 })
  assert.deepEqual(select('J96.9', 'C34.9', 'I10'), { kind: 'ask', proposed: 'C34.9', line: 2 })
  // The cause came later than its effect.
  assert.deepEqual(selectUnderlying([condition('I50.9', 3650), condition('I21.9', 2)]), {
    kind: 'ask',
    proposed: 'I50.9',
    line: 1,
  })
  assert.throws(() => selectUnderlying([]), RangeError)
})

test('whatever the lines, the cause is one of them', () => {
  const code = fc.constantFrom(...icdBlocks.map(({ from }) => from))
  const line = fc.record({ code, days: fc.option(fc.integer({ min: 0, max: 10_000 })) })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      const found = selectUnderlying(lines)
      const code = found.kind === 'ask' ? found.proposed : found.code
      assert.ok(['I11', 'I12'].includes(code) || lines.some((each) => each.code === code))
      const sound = lines.every((each, index) => index + 1 === lines.length || mayFollow(each, lines[index + 1]!))
      assert.equal(found.kind === 'chosen', sound)
    }),
  )
})

test('codes that cannot be, by sex and age', () => {
  const man = { sex: 'male', age: 70, days: 25_600 } as const
  const woman = { sex: 'female', age: 70, days: 25_600 } as const
  const child = { sex: 'male', age: 3, days: 1100 } as const
  const newborn = { sex: 'female', age: 0, days: 3 } as const
  for (const [code, who, fine] of [
    ['I64', man, true],
    ['C53.9', man, false],
    ['C53.9', woman, true],
    ['C61', woman, false],
    ['O72.1', woman, false],
    ['O72.1', { ...woman, age: 30 }, true],
    ['P22.0', child, false],
    ['P22.0', newborn, true],
    ['R95', newborn, false],
    ['X70', child, false],
    ['I21.9', child, false],
    ['R54', { ...man, age: 50 }, false],
    ['D49', man, false],
  ] as const)
    assert.equal(codeFault(code, who) === undefined, fine, code)
  assert.notEqual(underlyingFault('S06.9'), undefined)
  assert.equal(underlyingFault('V89.2'), undefined)
})

test('codes that say little', () => {
  for (const [code, reason] of [
    ['R99', 'ill-defined'],
    ['I50.9', 'intermediate'],
    ['C80', 'unknown-site'],
    ['Y34', 'undetermined-injury'],
    ['I64', undefined],
  ] as const)
    assert.equal(vagueReason(code), reason, code)
})

test('each code in one group, and the four chronic diseases', () => {
  for (const [code, group, chronic] of [
    ['I21.9', 'heart-disease', true],
    ['I64', 'cerebrovascular-disease', true],
    ['I71', 'other', true],
    ['C34.9', 'malignant-neoplasm', true],
    ['J44.9', 'respiratory-disease', true],
    ['J18.9', 'respiratory-disease', false],
    ['E11.9', 'endocrine', true],
    ['V89.2', 'injury', false],
    ['R54', 'ill-defined', false],
  ] as const) {
    assert.equal(causeGroupOf(code), group, code)
    assert.equal(isMajorChronic(code), chronic, code)
  }
})

test('the classification: blocks follow each other, categories lie within them', () => {
  for (const [index, block] of icdBlocks.entries()) {
    assert.ok(block.from <= block.to, block.from)
    if (index > 0) assert.ok(block.from > icdBlocks[index - 1]!.to, block.from)
  }
  for (const code of icdCategories.keys()) {
    assert.match(code, ICD_PATTERN)
    assert.ok(findBlock(code), code)
  }
  assert.equal(codeTitle('I21.4')!.zh, '急性心肌梗死')
  assert.equal(codeTitle('I20.0')!.zh, '缺血性心脏病')
  assert.equal(codeTitle('E37'), undefined)
})
