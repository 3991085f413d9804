import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { expectedDay, periodAt, standingOf, weeksOn, type PregnancyCourse } from './course.ts'
import {
  asksCase,
  colourOf,
  followUpDays,
  higher,
  measuredFactors,
  reportDays,
  riskFactors,
  riskOf,
  shownColour,
} from './risk.ts'

test('expected day, weeks and the periods of the five visits', () => {
  assert.equal(expectedDay('2025-01-01'), '2025-10-08')
  assert.deepEqual(
    ['2025-01-01', '2025-01-07', '2025-01-08', '2025-04-01', '2025-04-02'].map((on) => weeksOn('2025-01-01', on)),
    [0, 0, 1, 12, 13],
  )
  const cases: [number, string][] = [
    [5, 'first'],
    [12, 'first'],
    [13, 'weeks-16'],
    [20, 'weeks-16'],
    [21, 'weeks-21'],
    [24, 'weeks-21'],
    [25, 'weeks-28'],
    [36, 'weeks-28'],
    [37, 'weeks-37'],
    [41, 'weeks-37'],
  ]
  for (const [weeks, id] of cases) assert.equal(periodAt(weeks), id, String(weeks))
})

test('the colour is the highest of the factors, purple stands beside it', () => {
  const cases: [string[], string, boolean, string, boolean][] = [
    [[], 'green', false, 'green', false],
    [['scarred-uterus'], 'yellow', false, 'yellow', false],
    [['scarred-uterus', 'placenta-praevia'], 'orange', false, 'orange', true],
    [['heart-severe', 'anaemia'], 'red', false, 'red', true],
    [['syphilis'], 'green', true, 'purple', true],
    [['syphilis', 'twins'], 'yellow', true, 'yellow', true],
  ]
  for (const [factors, colour, infectious, shown, special] of cases) {
    const risk = riskOf(factors)
    assert.deepEqual(risk, { colour, infectious })
    assert.equal(shownColour(risk), shown)
    assert.equal(asksCase(risk), special)
  }
  assert.deepEqual(higher(riskOf(['syphilis']), riskOf(['mental'])), { colour: 'orange', infectious: true })
  assert.deepEqual(
    [reportDays(riskOf(['tumour'])), reportDays(riskOf(['mental'])), reportDays(riskOf(['hiv']))],
    [1, 3, 3],
  )
  assert.deepEqual([followUpDays(riskOf(['tumour'])), followUpDays(riskOf(['mental']))], [7, 14])
  for (const [id, { zh }] of Object.entries(riskFactors))
    assert.equal(zh[0], { yellow: '黄', orange: '橙', red: '红', purple: '紫', green: '绿' }[colourOf(id)])
})

test('factors that follow from measurements', () => {
  const of = (more: object) => measuredFactors({ age: 28, bodyMassIndex: 22, haemoglobin: 120, height: 158, ...more })
  const cases: [object, string[]][] = [
    [{}, []],
    [{ age: 18 }, ['age-35']],
    [{ age: 35 }, ['age-35']],
    [{ age: 40 }, ['age-40']],
    [{ bodyMassIndex: 25 }, []],
    [{ bodyMassIndex: 25.1 }, ['bmi-25']],
    [{ bodyMassIndex: 18.4 }, ['bmi-25']],
    [{ bodyMassIndex: 28 }, ['bmi-28']],
    [{ haemoglobin: 109 }, ['anaemia']],
    [{ haemoglobin: 59 }, ['anaemia-severe']],
    [{ haemoglobin: 39 }, ['anaemia-extreme']],
    [{ height: 145 }, ['height-145']],
    [{ bodyMassIndex: null, haemoglobin: null, height: null }, []],
  ]
  for (const [more, factors] of cases) assert.deepEqual(of(more), factors, JSON.stringify(more))
})

const LAST = '2025-01-01'
const course = (more: Partial<PregnancyCourse> = {}): PregnancyCourse => ({
  ...{ lastPeriodOn: LAST, bookedOn: '2025-03-01', visits: [], delivery: null, homeVisits: [], checks: [] },
  ...more,
})
const visit = (on: string, ...factors: string[]) => ({ on, riskFactors: factors })

test('the next step: five visits, the delivery, the visit at home, the check at 42 days', () => {
  const booked = visit('2025-03-01')
  const delivered = { on: '2025-10-01', dischargedOn: '2025-10-05' }
  const cases: [Partial<PregnancyCourse>, string | null, string | null][] = [
    [{}, 'first', '2025-04-01'],
    [{ visits: [booked] }, 'weeks-16', '2025-05-27'],
    [{ visits: [booked, visit('2025-05-10')] }, 'weeks-21', '2025-06-24'],
    [{ visits: [visit('2025-07-25'), booked] }, 'weeks-37', '2025-10-14'],
    [{ visits: [visit('2025-09-20')] }, 'delivery', '2025-10-22'],
    [{ delivery: delivered }, 'postpartum-visit', '2025-10-12'],
    [{ delivery: { on: '2025-10-01', dischargedOn: null } }, 'postpartum-visit', '2025-10-11'],
    [{ delivery: delivered, homeVisits: ['2025-10-08'] }, 'day-42', '2025-11-26'],
    [{ delivery: delivered, checks: ['2025-11-13'] }, null, null],
  ]
  for (const [more, nextStep, dueOn] of cases) {
    const standing = standingOf(course(more))
    assert.deepEqual([standing.nextStep, standing.dueOn], [nextStep, dueOn], JSON.stringify(more))
  }
})

test('early booking needs the first visit before 13 weeks as well; the visit at home is measured from discharge and from birth', () => {
  assert.equal(standingOf(course({ visits: [visit('2025-04-01')] })).early, true)
  assert.equal(standingOf(course({ visits: [visit('2025-04-02')] })).early, false)
  assert.equal(standingOf(course({ bookedOn: '2025-04-02', visits: [visit('2025-04-02')] })).early, false)
  const delivery = { on: '2025-10-01', dischargedOn: '2025-10-05' }
  const at = (day: string) => {
    const { postpartumTimely, postpartumOfReturn } = standingOf(course({ delivery, homeVisits: [day] }))
    return [postpartumTimely, postpartumOfReturn]
  }
  assert.deepEqual(['2025-10-12', '2025-10-13', '2025-10-29', '2025-10-30'].map(at), [
    ...[
      [true, true],
      [false, true],
      [false, true],
      [false, false],
    ],
  ])
})

test('the same visits give the same standing in any order', () => {
  const one = fc.record({
    offset: fc.integer({ min: 30, max: 290 }),
    factors: fc.subarray(['scarred-uterus', 'mental', 'heart-severe', 'syphilis']),
  })
  const lists = fc
    .uniqueArray(one, { selector: ({ offset }) => offset, maxLength: 9 })
    .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
  fc.assert(
    fc.property(lists, (orders) => {
      const [inOrder, shuffled] = orders.map((list) =>
        standingOf(course({ visits: list.map(({ offset, factors }) => visit(addDays(LAST, offset), ...factors)) })),
      )
      assert.deepEqual(shuffled, inOrder)
    }),
  )
})
