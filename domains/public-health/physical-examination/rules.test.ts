import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupsDue, type Candidate } from './groups.ts'
import { convert, degreeOf, itemOf, plainUnit, type ItemId } from './items.ts'
import { judgeValue, type Flag } from './ranges.ts'

test('who is due: older people and patients every year, rural residents every second', () => {
  const nobody: Candidate = { ageAtYearEnd: 40, rural: false, hypertension: false, diabetes: false, lastExamined: null }
  const examples: [Partial<Candidate>, string[]][] = [
    [{}, []],
    [{ ageAtYearEnd: 65 }, ['older']],
    [{ ageAtYearEnd: 64 }, []],
    [{ ageAtYearEnd: 70, hypertension: true, diabetes: true }, ['older', 'hypertension', 'diabetes']],
    [{ ageAtYearEnd: 70, lastExamined: 2025 }, []],
    [{ ageAtYearEnd: 70, lastExamined: 2024 }, ['older']],
    [{ rural: true }, ['farmer']],
    [{ rural: true, lastExamined: 2024 }, []],
    [{ rural: true, lastExamined: 2023 }, ['farmer']],
    [{ rural: true, ageAtYearEnd: 17 }, []],
    [{ rural: true, diabetes: true }, ['diabetes']],
  ]
  for (const [given, expected] of examples)
    assert.deepEqual(groupsDue({ ...nobody, ...given }, 2025), expected, JSON.stringify(given))
})

test('items by the names of analysers, LOINC and people', () => {
  const examples: [string, ItemId | undefined][] = [
    ['HGB', 'haemoglobin'],
    ['718-7', 'haemoglobin'],
    [' glu ', 'fastingGlucose'],
    ['血肌酐', undefined],
    ['肌酐', 'creatinine'],
    ['LDL-C', 'lowDensity'],
    ['toString', undefined],
  ]
  for (const [code, item] of examples) assert.equal(itemOf(code), item, code)
})

test('units: one unit in all its spellings, conventional ones converted', () => {
  for (const spelling of ['×10⁹/L', '10^9/L', 'x10^9/l', '10 ^9/L'])
    assert.equal(plainUnit(spelling), '10^9/L', spelling)
  for (const spelling of ['μmol/L', 'µmol/L', 'umol/l']) assert.equal(plainUnit(spelling), 'UMOL/L', spelling)
  const examples: [ItemId, string, string, number | string][] = [
    ['haemoglobin', '13.5', 'g/dL', 135],
    ['haemoglobin', '135', '', 135],
    ['fastingGlucose', '126', 'mg/dL', 7],
    ['creatinine', '1', 'mg/dl', 88.4],
    ['cholesterol', '200', 'mg/dL', 5.17],
    ['triglycerides', '150', 'mg/dL', 1.69],
    ['bilirubin', '1.2', 'mg/dL', 20.5],
    ['urea', '20', 'mg/dL', 7.14],
    ['whiteCells', '6.25', '10*3/uL', 6.25],
    ['alanineTransaminase', '< 5', 'IU/L', 5],
    ['fastingGlucose', '5.6', 'g/L', 'unknown-unit'],
    ['fastingGlucose', '溶血', 'mmol/L', 'no-number'],
  ]
  for (const [item, text, unit, expected] of examples) {
    const converted = convert(item, text, unit)
    assert.equal(converted.kind === 'value' ? converted.value : converted.kind, expected, `${item} ${text} ${unit}`)
  }
})

test('degrees of urine strips', () => {
  const examples: [string, string | undefined][] = [
    ['-', 'negative'],
    ['阴性', 'negative'],
    ['Neg', 'negative'],
    ['±', 'trace'],
    ['+-', 'trace'],
    ['+', '1+'],
    ['２＋', '2+'],
    ['++', '2+'],
    ['4+', '3+'],
    ['5.5', undefined],
  ]
  for (const [text, degree] of examples) assert.equal(degreeOf(text), degree, text)
})

test('flags by sex, age and critical values; both ends of a range belong to it', () => {
  const examples: [ItemId, number, string, number, Flag][] = [
    ['haemoglobin', 115, 'female', 30, 'normal'],
    ['haemoglobin', 114, 'female', 30, 'low'],
    ['haemoglobin', 120, 'male', 30, 'low'],
    ['haemoglobin', 60, 'male', 30, 'critical-low'],
    ['creatinine', 100, 'male', 59, 'high'],
    ['creatinine', 100, 'male', 60, 'normal'],
    ['creatinine', 707, 'female', 70, 'critical-high'],
    ['fastingGlucose', 6.1, 'female', 70, 'normal'],
    ['fastingGlucose', 6.2, 'female', 70, 'high'],
    ['fastingGlucose', 2.8, 'female', 70, 'critical-low'],
    ['fastingGlucose', 16.7, 'female', 70, 'critical-high'],
    ['highDensity', 0.99, 'male', 50, 'low'],
    ['triglycerides', 9, 'unknown', 50, 'high'],
    ['haemoglobin', 10, 'unknown', 50, 'critical-low'],
  ]
  for (const [item, value, sex, age, flag] of examples)
    assert.equal(judgeValue(item, value, { sex, age, on: '2025-11-20' }).flag, flag, `${item} ${value} ${sex} ${age}`)
  assert.deepEqual(judgeValue('urea', 9, { sex: 'female', age: 60, on: '2025-11-20' }), {
    flag: 'high',
    low: 3.1,
    high: 8.8,
  })
})
