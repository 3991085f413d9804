import { centreCode, clinicCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { techniqueKinds } from '@kangheng/domains/public-health/traditional-chinese-medicine/capability.ts'
import { stageMonths, stages } from '@kangheng/domains/public-health/traditional-chinese-medicine/child-stages.ts'
import { advice, judgeConstitution } from '@kangheng/domains/public-health/traditional-chinese-medicine/constitution.ts'
import * as tables from '@kangheng/domains/public-health/traditional-chinese-medicine/tables.ts'
import { addMonths } from '@kangheng/kernel/period/date.ts'
import { planOf } from '../county-plan.ts'
import { isoOf, RECORDS_FROM, TODAY, yearsBetween } from '../days.ts'
import type { Model } from '../model.ts'
import { randomOf, type Random } from '../random.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

type Row = CopyValue[]

/** Items that are answered higher by those with a complaint, type by type; the first list is of those without one. */
const COMPLAINTS: readonly (readonly number[])[] = [
  [],
  [2, 3, 4, 14],
  [11, 12, 13, 29],
  [10, 21, 26, 31],
  [9, 16, 28, 32],
  [23, 25, 27, 30],
  [19, 22, 24, 33],
  [5, 6, 7, 8],
  [15, 17, 18, 20],
]
/** How often each is found among older people of the demo. */
const WEIGHTS = [34, 14, 15, 13, 9, 3, 7, 4, 1]

function answersOf(random: Random): number[] {
  const complaint = COMPLAINTS[random.weighted(WEIGHTS)]!
  const answers: number[] = Array.from({ length: 33 }, (_, index) => (index === 0 ? 4 : random.chance(0.25) ? 2 : 1))
  for (const item of complaint) answers[item - 1] = random.int(2, 4)
  return answers
}

/** So many different questionnaires are drawn from: their judgement and their texts are made once. */
const QUESTIONNAIRES = 500

function questionnaire(random: Random): Row {
  const answers = answersOf(random)
  const { scores, main, found, tendencies } = judgeConstitution(answers)
  const texts = [answers, scores, found, tendencies].map((value) => JSON.stringify(value))
  return [
    texts[0],
    texts[1],
    main ?? null,
    texts[2],
    texts[3],
    '["diet","living","exercise"]',
    main ? advice[main] : null,
  ]
}

function* constitutionRows({ county, seed, idOf, checkUps }: Model): Generator<Row> {
  const random = randomOf(seed, 'constitutions')
  const drawn = Array.from({ length: QUESTIONNAIRES }, () => questionnaire(random))
  for (const [index, { person, on, older }] of checkUps.entries()) {
    const village = person.household.village.code
    if (!older || !random.chance(0.72 + 0.2 * planOf(village).services) || yearsBetween(person.birth, on - 2) < 65)
      continue
    const day = isoOf(on)
    const centre = centreCode(village.slice(0, 9))
    yield [
      county,
      idOf('constitution', index),
      village,
      centre,
      person.id,
      day,
      'recorded',
      evening(day),
      ...random.pick(drawn),
    ]
  }
}

function* childRows({ county, seed, idOf, children }: Model): Generator<CopyValue[]> {
  const random = randomOf(seed, 'children of traditional medicine')
  let serial = 0
  for (const { person, registeredOn, endedOn } of children) {
    const village = person.household.village.code
    for (const [place, months] of stageMonths.entries()) {
      // A little late rather than early: no month is longer than 31 days.
      const on = person.birth + months * 31 + random.int(0, 20)
      const served = random.chance(0.62 + 0.3 * planOf(village).services)
      const here = on >= Math.max(registeredOn, RECORDS_FROM) && on <= TODAY && (endedOn ?? Infinity) > on
      if (!served || !here || (person.leftOn ?? Infinity) <= on || on < person.cameOn) continue
      const day = isoOf(on)
      const next = stageMonths[place + 1]
      yield [
        ...[
          county,
          idOf('child-tcm', serial++),
          village,
          clinicCode(village),
          person.id,
          day,
          'recorded',
          evening(day),
        ],
        ...[String(months), stages[months], true, next === undefined ? null : addMonths(isoOf(person.birth), next)],
      ]
    }
  }
}

/** What each centre and clinic offers since before the records begin; a few centres have added to it since. */
function* capabilityRows({ county, seed, idOf, population }: Model): Generator<CopyValue[]> {
  const random = randomOf(seed, 'capability')
  const kinds = Object.keys(techniqueKinds)
  let serial = 0
  const row = (
    institution: string,
    division: string,
    on: string,
    zone: string,
    count: number,
    practitioners: number,
    until: string | null,
  ): CopyValue[] => [
    ...[county, idOf('capability', serial++), division, institution, null, on, until ? 'past' : 'current', evening(on)],
    ...[zone, JSON.stringify(kinds.slice(0, count)), count, practitioners, count >= 4, until],
  ]
  for (const [township, villages] of Map.groupBy(population.villages, ({ code }) => code.slice(0, 9))) {
    const hall = random.chance(0.8)
    const count = random.int(3, 6)
    const improved = random.chance(0.45) ? '2025-04-01' : null
    yield row(centreCode(township), township, '2023-01-01', hall ? 'hall' : 'none', count, random.int(1, 3), improved)
    if (improved)
      yield row(centreCode(township), township, improved, 'hall', Math.min(8, count + 3), random.int(2, 5), null)
    for (const { code } of villages) {
      const offered = random.int(0, 5)
      yield row(
        clinicCode(code),
        code,
        '2023-01-01',
        offered >= 4 && random.chance(0.6) ? 'pavilion' : 'none',
        offered,
        random.chance(0.3) ? 1 : 0,
        null,
      )
    }
  }
}

/** Constitutions of older people, services for children, and what institutions offer. */
export function traditionalMedicineTables(model: Model): TableRows[] {
  const capability = [...capabilityRows(model)]
  return [
    rowsFor(
      tables.constitutionSurveys,
      [...recordColumns, 'answers', 'scores', 'main', 'found', 'tendencies', 'guidance', 'advice'],
      model.checkUps.length,
      constitutionRows(model),
    ),
    rowsFor(
      tables.childServices,
      [...recordColumns, 'stage', 'technique', 'livingGuided', 'nextOn'],
      model.children.length * 2,
      childRows(model),
    ),
    rowsFor(
      tables.capabilities,
      [...recordColumns, 'zone', 'techniques', 'kinds', 'practitioners', 'dispensary', 'endedOn'],
      capability.length,
      capability,
    ),
  ]
}
