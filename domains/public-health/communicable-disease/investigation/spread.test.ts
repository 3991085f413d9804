import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, daysBetween } from '@kangheng/kernel/period/date.ts'
import { notifiableDiseases } from '../notifiable/list.ts'
import { courseOf, investigatedDiseases, questionnaireOf } from './course.ts'
import {
  closesCircle,
  epidemicCurve,
  exposureWindow,
  generations,
  infectiousPeriod,
  meanSerialInterval,
  observeUntil,
  possibleExposure,
  quietUntil,
} from './spread.ts'

const ON = '2025-04-07'
const measles = courseOf('measles', null, ON)!

describe('the course of a disease', () => {
  test('measles: exposed 21 to 7 days before, contacts observed for 21 days, over after 42', () => {
    assert.deepEqual(exposureWindow(measles, ON), { from: '2025-03-17', until: '2025-03-31' })
    assert.deepEqual(infectiousPeriod(measles, ON), { from: '2025-04-06', until: '2025-04-15' })
    assert.equal(observeUntil(measles, ON), '2025-04-28')
    assert.equal(quietUntil(measles, ON), '2025-05-19')
  })

  test('a value holds from its day on; a subtype goes before the disease', () => {
    assert.equal(courseOf('covid-19', null, '2022-12-31'), undefined)
    assert.deepEqual(courseOf('covid-19', null, '2023-01-08')?.incubation, [1, 7])
    assert.deepEqual(courseOf('viral-hepatitis', 'hepatitis-a', ON)?.incubation, [15, 45])
    assert.deepEqual(courseOf('viral-hepatitis', 'hepatitis-e', ON)?.incubation, [15, 75])
    assert.equal(courseOf('viral-hepatitis', 'hepatitis-b', ON), undefined)
    assert.equal(courseOf('tuberculosis', null, ON), undefined)
  })

  test('brucellosis does not pass between people', () => {
    const brucellosis = courseOf('brucellosis', null, ON)!
    assert.equal(infectiousPeriod(brucellosis, ON), undefined)
    assert.equal(possibleExposure(brucellosis, ON, addDays(ON, 20)), undefined)
  })

  test('every course and every disease to be investigated is on the list; every disease has a questionnaire', () => {
    const ids = new Set(notifiableDiseases.map((disease) => disease.id))
    for (const disease of investigatedDiseases) assert.ok(ids.has(disease), disease)
    for (const id of ids) {
      const course = courseOf(id, null, ON)
      if (!course) continue
      assert.ok(course.incubation[0] <= course.incubation[1], id)
      assert.ok(!course.infectious || course.infectious[0] <= course.infectious[1], id)
    }
    for (const [disease, subtype, questionnaire] of [
      ['measles', null, 'respiratory'],
      ['infectious-diarrhoea', null, 'enteric'],
      ['brucellosis', null, 'zoonotic'],
      ['viral-hepatitis', 'hepatitis-a', 'enteric'],
      ['viral-hepatitis', 'hepatitis-b', 'blood-sexual'],
      ['aids', 'hiv', 'blood-sexual'],
    ] as const)
      assert.equal(questionnaireOf(disease, subtype), questionnaire)
  })
})

describe('who infected whom', () => {
  test('measles after 10 days is possible, after 3 or 40 it is not', () => {
    assert.deepEqual(possibleExposure(measles, ON, addDays(ON, 10)), { from: '2025-04-06', until: '2025-04-10' })
    assert.equal(possibleExposure(measles, ON, addDays(ON, 3)), undefined)
    assert.equal(possibleExposure(measles, ON, addDays(ON, 40)), undefined)
  })

  test('generations count from whose source is unknown; nobody infects the own source', () => {
    const links = [
      { infector: 'a', infectee: 'b' },
      { infector: 'b', infectee: 'c' },
      { infector: 'a', infectee: 'd' },
    ]
    assert.deepEqual([...generations(['c', 'b', 'a', 'd', 'e'], links)].sort(), [
      ['a', 1],
      ['b', 2],
      ['c', 3],
      ['d', 2],
      ['e', 1],
    ])
    assert.equal(closesCircle(links, { infector: 'c', infectee: 'a' }), true)
    assert.equal(closesCircle(links, { infector: 'e', infectee: 'a' }), false)
    const onsets: Record<string, string> = { a: ON, b: addDays(ON, 10), c: addDays(ON, 21), d: addDays(ON, 12) }
    assert.equal(
      meanSerialInterval(links, (id) => onsets[id]),
      11,
    )
    assert.equal(
      meanSerialInterval([], () => ON),
      undefined,
    )
  })

  test('a source outside the cluster leaves its case in the first generation', () => {
    assert.deepEqual([...generations(['b'], [{ infector: 'a', infectee: 'b' }])], [['b', 1]])
  })
})

describe('the epidemic curve', () => {
  test('has a day for every day, also those without cases', () => {
    assert.deepEqual(epidemicCurve([]), [])
    assert.deepEqual(
      epidemicCurve(['2025-04-09', '2025-04-07', '2025-04-09']).map((day) => day.cases),
      [1, 0, 2],
    )
  })

  test('property: its cases are all cases and its days have no gap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 }), (offsets) => {
        const curve = epidemicCurve(offsets.map((days) => addDays(ON, days)))
        assert.equal(
          curve.reduce((sum, day) => sum + day.cases, 0),
          offsets.length,
        )
        curve.forEach((day, index) => assert.equal(daysBetween(curve[0]!.on, day.on), index))
      }),
    )
  })

  test('property: an exposure lies in the infectious period of the one and the window of the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 60 }), (days) => {
        const infectee = addDays(ON, days)
        const span = possibleExposure(measles, ON, infectee)
        if (!span) return
        const [infectious, window] = [infectiousPeriod(measles, ON)!, exposureWindow(measles, infectee)]
        assert.ok(span.from >= infectious.from && span.until <= infectious.until)
        assert.ok(span.from >= window.from && span.until <= window.until)
      }),
    )
  })
})
