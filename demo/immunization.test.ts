import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forecast } from '@kangheng/domains/public-health/immunization/forecast/forecast.ts'
import { scheduleOn } from '@kangheng/domains/public-health/immunization/forecast/schedules.ts'
import { isoOf, TODAY } from './days.ts'
import { makeModel } from './model.ts'
import { planVaccinations } from './services/immunization.ts'

const { population } = makeModel({ county: '530721', scale: 0.1, seed: 1 })
const children = planVaccinations(population, 1)
const today = isoOf(TODAY)

const answers = children.map(({ person, doses }) => ({
  person,
  doses,
  answer: forecast({
    birth: isoOf(person.birth),
    sex: person.sex === 'female' ? 'F' : 'M',
    on: today,
    schedule: scheduleOn(today),
    doses: doses.map(({ vaccine, on }) => ({ vaccine, date: isoOf(on) })),
  }),
}))

test('every child of 0 to 6 years has a card, but for a few', () => {
  const small = population.residents.filter((person) => person.birth > TODAY - 7 * 365)
  const withCard = new Set(children.map(({ person }) => person))
  const share = small.filter((person) => withCard.has(person)).length / small.length
  assert.ok(share > 0.98, String(share))
})

test('every dose counts: ages, intervals and editions are kept', () => {
  for (const { answer } of answers)
    for (const { doses } of answer.series) for (const dose of doses) assert.ok(dose.valid, JSON.stringify(dose))
})

test('nearly all is given, some late, some not', () => {
  const resident = answers.filter(({ person }) => person.leftOn === null && person.birth > TODAY - 7 * 365)
  const open = resident.filter(({ answer }) => answer.series.some(({ next }) => next?.status === 'overdue')).length
  assert.ok(open / resident.length > 0.03 && open / resident.length < 0.2, String(open / resident.length))
})

test('nothing is given before birth, after leaving, or in the future', () => {
  for (const { person, doses } of children)
    for (const { on } of doses)
      assert.ok(
        on >= person.birth &&
          on <= TODAY &&
          (person.leftOn === null || on < Math.max(person.leftOn, person.birth + 21)),
      )
})
