import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cardFaults } from '@kangheng/domains/public-health/communicable-disease/card-rules.ts'
import { minutesBetween } from '@kangheng/kernel/period/moment.ts'
import { dayOf, isoOf, TODAY, yearOf } from './days.ts'
import { makeModel } from './model.ts'
import { livesHere } from './people/model.ts'
import { planOutbreakWork } from './services/outbreak-work.ts'
import { planDiseaseSignals } from './services/disease-signals.ts'
import { CASES_FROM, planNotifiableCases } from './services/notifiable-cases.ts'
import { outbreakPlaces } from './services/planted-outbreaks.ts'

const { population } = makeModel({ county: '530721', scale: 0.1, seed: 1 })
const cases = planNotifiableCases(population, 1)
const signals = planDiseaseSignals(cases, 1)
const outbreak = (name: string) => cases.filter((each) => each.outbreak === name)
const firstSignal = (name: string) => signals.filter((each) => each.outbreak === name)[0]

describe('notifiable cases of the demo', () => {
  test('every card holds against the rules, and its patient lives in the county', () => {
    for (const each of cases) {
      const card = { ...each, onsetOn: isoOf(each.on), diedOn: each.diedOn === null ? null : isoOf(each.diedOn) }
      assert.deepEqual(
        cardFaults({ ...card, birth: isoOf(each.person.birth) }, '2025-12-31 23:59'),
        [],
        JSON.stringify(card.disease),
      )
      assert.ok(livesHere(each.person, each.on))
      assert.ok(each.on >= CASES_FROM && each.on <= TODAY && each.diagnosedAt <= each.reportedAt)
    }
  })

  test('five years with their seasons: hand, foot and mouth disease in early summer, influenza in winter', () => {
    assert.deepEqual([...new Set(cases.map((each) => yearOf(each.on)))], [2021, 2022, 2023, 2024, 2025])
    const share = (disease: string, months: readonly number[]) => {
      const all = cases.filter((each) => each.disease === disease)
      return all.filter((each) => months.includes(Number(isoOf(each.on).slice(5, 7)))).length / all.length
    }
    assert.ok(share('hand-foot-mouth', [4, 5, 6, 7, 8]) > 0.6)
    assert.ok(share('influenza', [11, 12, 1, 2, 3]) > 0.65)
  })

  test('most cards are in time and complete, some are not', () => {
    const late = cases.filter((each) => each.reportedAt > each.reportDueAt).length / cases.length
    assert.ok(late > 0.005 && late < 0.05)
  })

  test('the same seed makes the same cases', () => {
    assert.deepEqual(planNotifiableCases(population, 1).length, cases.length)
    assert.notDeepEqual(planNotifiableCases(population, 2).slice(0, 20), cases.slice(0, 20))
  })
})

describe('the warning finds the planted outbreaks in time', () => {
  test('norovirus in the school: on the second day, while three quarters are still to fall ill', () => {
    const all = outbreak('norovirus')
    const signal = firstSignal('norovirus')!
    assert.ok(all.length >= 20)
    assert.ok(dayOf(signal.raisedAt.slice(0, 10)) <= all[0]!.on + 2, signal.raisedAt)
    const school = signals.find(
      (each) => each.place === outbreakPlaces.school.name && each.method === 'fixed-threshold',
    )
    assert.ok(school && dayOf(school.raisedAt.slice(0, 10)) <= all[0]!.on + 2)
  })

  test('measles: at the second linked case of each of the two townships', () => {
    const all = outbreak('measles')
    for (const township of outbreakPlaces.measles) {
      const own = all.filter((each) => each.person.household.village.code.startsWith(township))
      const found = signals.find((each) => each.disease === 'measles' && each.division.startsWith(township))
      assert.ok(own.length >= 4 && found, township)
      // The imported case infects the next after ten days: two cases within ten days exist from the second generation on.
      assert.ok(dayOf(found.raisedAt.slice(0, 10)) <= own[2]!.on, `${township}: ${found.raisedAt}`)
    }
  })

  test('brucellosis rises slowly: found in the first third of its cases', () => {
    const all = outbreak('brucellosis')
    const signal = firstSignal('brucellosis')!
    const before = all.filter((each) => isoOf(each.on) <= signal.raisedAt.slice(0, 10)).length
    assert.ok(before / all.length < 1 / 3, `${before} of ${all.length}`)
  })

  test('each outbreak is one event, graded; the county is not flooded with signals', () => {
    const events = signals.filter((each) => each.state === 'event')
    assert.deepEqual(events.map((each) => each.outbreak).sort(), ['brucellosis', 'measles', 'norovirus'])
    assert.ok(events.every((each) => each.grade === 'IV' && each.gradeSource))
    assert.ok(signals.length / 104 < 4, `${signals.length / 104} a week`)
    assert.ok(signals.every((each) => each.dismissal !== null || each.state !== 'dismissed'))
    const inTime = signals.filter(
      (each) => each.verifiedAt && minutesBetween(each.raisedAt, each.verifiedAt) <= 120,
    ).length
    assert.ok(inTime / signals.length > 0.9)
  })
})

describe('the outbreaks were worked on', () => {
  const work = planOutbreakWork(population, cases, 1)

  test('each is a cluster with all its reviewed cases; measles has chains of two generations and contacts', () => {
    assert.deepEqual(
      work.clusters.map(({ outbreak, conclusion }) => [outbreak, conclusion !== null]),
      [
        ['norovirus', true],
        ['measles', true],
        ['brucellosis', false],
      ],
    )
    const measles = work.clusters[1]!.cases
    assert.equal(work.links.length, measles.length - 1)
    for (const { infector, infectee } of work.links) assert.ok(cases[infector]!.on < cases[infectee]!.on)
    const became = work.contacts.filter((contact) => contact.becameCase !== null)
    assert.equal(became.length, work.links.length)
    assert.ok(work.contacts.some((contact) => contact.state === 'observing'))
    for (const each of work.contacts) assert.ok(each.lastContactOn <= each.until && each.observedUntil <= TODAY)
  })

  test('nearly all cases that are to be investigated were, most within 24 hours', () => {
    const outbreaks = cases.filter((each) => each.outbreak !== null && each.reviewedAt).length
    const done = work.investigations.filter((each) => cases[each.case]!.outbreak !== null).length
    assert.ok(done / outbreaks > 0.85 && done <= outbreaks)
  })
})
