import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { ageOn } from '@kangheng/kernel/period/date.ts'
import { readIdentityNumber } from '@kangheng/kernel/person/identity-number.ts'
import { readName } from '@kangheng/kernel/person/name.ts'
import { continues, maySign, termEnd } from '@kangheng/domains/public-health/family-doctor/contract.ts'
import { serviceYearOf, timesDone } from '@kangheng/domains/public-health/family-doctor/delivery.ts'
import { whyNotInGroup } from '@kangheng/domains/public-health/family-doctor/key-groups.ts'
import { isoOf, TODAY } from './days.ts'
import { cardNumber } from './ids.ts'
import { makeModel, type Model } from './model.ts'
import { livesHere, type Resident } from './people/model.ts'
import { countyTruth, linesOf } from './truth.ts'

const model = makeModel({ county: '530721', scale: 0.02, seed: 1 })
const { truth, population, contracts, deliveries, key, relief } = model
const today = isoOf(TODAY)
const activeToday = contracts.filter((contract) => contract.startsOn <= TODAY && TODAY < contract.endsOn)
const count = <Item>(items: Iterable<Item>, fits: (item: Item) => boolean) => [...items].filter(fits).length

describe('the truth', () => {
  for (const [scale, seed] of [
    [0.005, 5],
    [0.005, 1],
    [0.02, 2],
    [0.05, 3],
  ] as const) {
    test(`scale ${scale}, seed ${seed}: people, contracts, key population and register add up`, () => {
      const made = makeModel({ county: '530721', scale, seed })
      const wanted = countyTruth(scale)
      const signed = new Set(
        made.contracts.filter((each) => each.startsOn <= TODAY && TODAY < each.endsOn).map((each) => each.person),
      )
      assert.equal(made.population.residents.length, wanted.residents)
      assert.equal(
        count(signed, (person) => livesHere(person, TODAY)),
        wanted.signed,
      )
      assert.equal(made.key.people.size, wanted.key)
      assert.equal(
        count(made.key.people, (person) => signed.has(person)),
        wanted.keySigned,
      )
      assert.equal(made.key.special.size, wanted.specialFamilies)
      assert.ok([...made.key.special, ...made.relief.due].every((person) => signed.has(person)))
      for (const standing of ['monitored', 'out-of-poverty'] as const) {
        const lines = made.relief.entries.filter(
          (entry) => entry.home.standing === standing && entry.removedOn === null,
        )
        const explained = (by: string) => count(lines, (entry) => entry.disposition === by)
        const { due, died, duplicate, other } = wanted.register[standing]
        assert.equal(lines.length, linesOf(wanted.register[standing]))
        assert.deepEqual([explained('died'), explained('duplicate'), explained('other')], [died, duplicate, other])
        assert.equal(
          count(lines, (entry) => entry.disposition === null),
          due,
        )
      }
    })
  }

  test('doctors and teams are as many at every scale', () => {
    const serving = model.teams.flatMap((team) => team.members).filter((member) => member.leftOn === null)
    assert.deepEqual([serving.length, model.teams.length], [412, 89])
    assert.equal(new Set(model.teams.flatMap((team) => team.villages)).size, population.villages.length)
  })
})

test('the same seed makes the same county, another seed other people', () => {
  const digest = (made: Model) => {
    const hash = createHash('sha256')
    for (const { id, name, document, birth, household } of made.population.people)
      hash.update(`${id}${name}${document}${birth}${household.id}`)
    for (const { id, person, startsOn, endsOn, state } of made.contracts)
      hash.update(`${id}${person.id}${startsOn}${endsOn}${state}`)
    for (const { contract, item, on } of made.deliveries) hash.update(`${contract.id}${item}${on}`)
    return hash.digest('hex')
  }
  const plan = { county: '530721', scale: 0.005, seed: 1 }
  assert.equal(digest(makeModel(plan)), digest(makeModel(plan)))
  assert.notEqual(digest(makeModel(plan)), digest(makeModel({ ...plan, seed: 2 })))
})

describe('people', () => {
  test('identity numbers are valid, synthetic, nobody has another’s, and say birth and sex', () => {
    const seen = new Set<string>()
    for (const { document, birth, sex } of population.people) {
      if (document === null) continue
      const reading = readIdentityNumber(document, { reportedOn: today })
      assert.ok(reading.kind === 'document' && reading.birth === isoOf(birth) && reading.sex === sex, document)
      const sequence = Number(document.slice(14, 17))
      assert.ok(sequence >= 800 && sequence <= 989)
      assert.ok(!seen.has(document))
      seen.add(document)
    }
  })

  test('cards of two people have two numbers', () => {
    const numbers = new Set(population.people.map(({ id }) => cardNumber(id)))
    assert.equal(numbers.size, population.people.length)
  })

  test('names are names, phones are synthetic', () => {
    for (const { name, phone } of population.people) {
      assert.equal(readName(name).kind, 'valid', name)
      assert.ok(phone === null || /^1[3-9]\d000[0-2]\d{4}$/.test(phone), phone ?? '')
    }
  })

  test('residence is in order: came before leaving, registered no longer than alive', () => {
    for (const person of population.people) {
      assert.ok(person.cameOn >= person.birth)
      assert.ok(person.leftOn === null || (person.leftOn > person.cameOn && person.leftOn <= TODAY))
      const { registered, leftBy, leftOn } = person
      if (registered) assert.ok(registered.to === null || registered.to > registered.from)
      if (leftBy === 'death' && registered) assert.equal(registered.to, leftOn)
    }
  })

  test('every household has its head, and villages their number', () => {
    for (const household of population.households) assert.equal(household.members[0]!.relation, '02')
    for (const village of population.villages) {
      const here = count(population.residents, (person) => person.household.village === village)
      assert.equal(here, village.residents)
    }
  })
})

describe('contracts by the rules of the line of business', () => {
  const byPerson = Map.groupBy(contracts, (contract) => contract.person)
  const asRow = (contract: Model['contracts'][number]) => ({
    id: contract.id,
    state: contract.state,
    startsOn: isoOf(contract.startsOn),
    endsOn: isoOf(contract.endsOn),
  })

  test('no person has two on one day; renewals continue what they name', () => {
    for (const held of byPerson.values()) {
      const before: ReturnType<typeof asRow>[] = []
      for (const contract of held) {
        const row = asRow(contract)
        assert.ok(maySign(before, row).may, `${contract.person.id} ${row.startsOn}`)
        assert.equal(continues(before, row.startsOn)?.id ?? null, contract.renews)
        before.push(row)
      }
    }
  })

  test('terms are whole years, signed by today, for residents of the day', () => {
    for (const contract of contracts) {
      assert.equal(termEnd(isoOf(contract.startsOn), contract.years), isoOf(contract.agreedEndsOn))
      assert.ok(contract.signedOn <= TODAY && contract.signedOn <= contract.startsOn)
      assert.ok(livesHere(contract.person, contract.startsOn) || contract.startsOn > TODAY)
      assert.equal(contract.state === 'terminated', contract.endsOn < contract.agreedEndsOn)
      assert.ok(contract.team.villages.includes(contract.person.household.village.code))
    }
  })

  test('active contracts of today: one for each signed resident', () => {
    const living = activeToday.filter((contract) => livesHere(contract.person, TODAY))
    assert.equal(new Set(living.map((contract) => contract.person)).size, living.length)
    assert.equal(living.length, truth.signed)
  })

  test('deliveries lie in their service year and fill no item twice over', () => {
    const years = Map.groupBy(deliveries, (delivery) => `${delivery.contract.id} ${delivery.yearEndsOn}`)
    for (const given of years.values()) {
      const { contract } = given[0]!
      for (const { on, yearEndsOn } of given)
        assert.equal(serviceYearOf(asRow(contract), isoOf(on))?.endsOn, isoOf(yearEndsOn))
      const credited = given.map(({ item }) => ({ item, counts: true }))
      for (const { item, times } of contract.package.items) assert.ok(timesDone(item, credited) <= times)
    }
  })
})

describe('key population and register', () => {
  test('members fit their group on the day of entry, and hold it once at a time', () => {
    const open = new Set<string>()
    for (const { person, group, from, to } of key.memberships) {
      const facts = { sex: person.sex, birth: isoOf(person.birth) }
      assert.equal(whyNotInGroup(group, facts, isoOf(from)), undefined, `${group} ${facts.birth} ${isoOf(from)}`)
      assert.ok(to === null || to > from)
      if (to !== null) continue
      assert.ok(!open.has(`${person.id} ${group}`))
      open.add(`${person.id} ${group}`)
    }
  })

  test('members of the groups of hypertension and diabetes are the patients registered, since the same day', () => {
    for (const disease of ['hypertension', 'diabetes'] as const) {
      const patients = new Map(
        model.patients.filter((each) => each.disease === disease).map((each) => [each.person, each]),
      )
      assert.equal(
        patients.size,
        count(model.patients, (each) => each.disease === disease),
      )
      for (const { person, group, from, to } of key.memberships)
        if (group === disease && to === null) {
          assert.equal(patients.get(person)?.from, from)
          assert.equal(patients.get(person)?.to, null)
        }
    }
  })

  test('patients are of the age of the norm, and live here while they are managed', () => {
    for (const { person, from, to } of model.patients) {
      assert.ok(ageOn(isoOf(person.birth), isoOf(from)) >= 35)
      assert.ok(from <= TODAY && (to === null || to > from))
      assert.equal(to !== null && to !== person.leftOn, false)
    }
  })

  test('who is due lives here; duplicates name the entry that is kept; the dead had died', () => {
    const byId = new Map(relief.entries.map((entry) => [entry.id, entry]))
    const seen = new Set<Resident>()
    for (const entry of relief.entries) {
      if (entry.removedOn !== null) continue
      if (entry.disposition === 'duplicate') assert.equal(byId.get(entry.duplicateOf!)!.person, entry.person)
      else {
        assert.ok(!seen.has(entry.person))
        seen.add(entry.person)
      }
      if (entry.disposition === 'died')
        assert.ok(entry.person.leftBy === 'death' && entry.person.leftOn! <= entry.dispositionOn!)
      if (entry.disposition === null) assert.ok(livesHere(entry.person, TODAY))
    }
  })
})
