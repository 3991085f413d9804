import assert from 'node:assert/strict'
import { test } from 'node:test'
import { depressionGrade, isCognitionImpaired, selfCareGrade, selfCareItems } from './scales.ts'

test('self-care: the worst score is 37, and the grades are those of the norm', () => {
  const worst = Object.values(selfCareItems).reduce(
    (sum, { levels }) => sum + Math.max(...Object.keys(levels).map(Number)),
    0,
  )
  assert.equal(worst, 37)
  const grades: [number, string][] = [
    [0, 'independent'],
    [3, 'independent'],
    [4, 'light'],
    [8, 'light'],
    [9, 'medium'],
    [18, 'medium'],
    [19, 'dependent'],
    [37, 'dependent'],
  ]
  for (const [score, grade] of grades) assert.equal(selfCareGrade(score), grade, String(score))
})

test('depression by scale; a score beyond the scale has no grade', () => {
  const of = (scale: 'gds-15' | 'gds-30', scores: number[]) => scores.map((score) => depressionGrade(scale, score))
  assert.deepEqual(of('gds-30', [0, 10, 11, 20, 21, 30, 31]), [
    'none',
    'none',
    'mild',
    'mild',
    'severe',
    'severe',
    undefined,
  ])
  assert.deepEqual(of('gds-15', [4, 5, 8, 9, 11, 12, 15, 16]), [
    'none',
    'mild',
    'mild',
    'moderate',
    'moderate',
    'severe',
    'severe',
    undefined,
  ])
})

test('cognition: the limit depends on schooling', () => {
  assert.deepEqual(
    [17, 18].map((score) => isCognitionImpaired(score, 'none')),
    [true, false],
  )
  assert.deepEqual(
    [20, 21].map((score) => isCognitionImpaired(score, 'primary')),
    [true, false],
  )
  assert.deepEqual(
    [24, 25].map((score) => isCognitionImpaired(score, 'secondary')),
    [true, false],
  )
})
