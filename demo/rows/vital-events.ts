import { clinicCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { arrivals, births, deaths, departures, moves } from '@kangheng/domains/population/resident/tables.ts'
import { isoOf, RECORDS_FROM } from '../days.ts'
import type { Model } from '../model.ts'
import type { Resident } from '../people/model.ts'
import { randomOf } from '../random.ts'
import { certificateNumber } from './deaths.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

const ORIGINS = [
  '丽江市古城区',
  '永胜县',
  '宁蒗县',
  '剑川县',
  '鹤庆县',
  '香格里拉市',
  '维西县',
  '大理市',
  '昆明市',
  '四川省盐源县',
  '贵州省毕节市',
]
const DESTINATIONS = [
  '丽江市古城区',
  '昆明市',
  '大理市',
  '香格里拉市',
  '浙江省',
  '广东省',
  '江苏省',
  '四川省成都市',
  '永胜县',
]
const reasonOf = (random: ReturnType<typeof randomOf>, person: Resident) => {
  const age = (person.cameOn - person.birth) / 365.25
  if (age < 16) return 'family'
  if (person.sex === 'female' && age < 34 && random.chance(0.6)) return 'marriage'
  return ['work', 'work', 'return', 'family', 'study', 'housing'][random.int(0, 5)]!
}

/** Records of births, deaths, arrivals, departures and moves of the two years. */
export function vitalTables(model: Model): TableRows[] {
  const { county, seed, population, births: born, deaths: died, idOf } = model
  const random = randomOf(seed, 'vital events')
  const inRecords = (day: number | null) => day !== null && day >= RECORDS_FROM
  let serial = 0
  // A person has at most one event of each kind, so that one series of identifiers serves all four.
  const head = (person: Resident, on: number): CopyValue[] => {
    const { village } = person.household
    const day = isoOf(on)
    return [
      county,
      idOf('vital-event', serial++),
      village.code,
      clinicCode(village.code),
      person.id,
      day,
      'registered',
      evening(day),
    ]
  }
  const where = (rows: readonly Resident[], row: (person: Resident) => CopyValue[]) => rows.map(row)
  const came = population.people.filter((person) => person.cameBy === 'arrival' && inRecords(person.cameOn))
  const left = population.people.filter((person) => person.leftBy === 'departure' && inRecords(person.leftOn))
  const birthRows = born.map(({ child, mother, motherName, weight, weeks, place }) => {
    const certificate = `V53${String(random.int(0, 9_999_999)).padStart(7, '0')}`
    return [
      ...head(child, child.birth),
      child.sex,
      mother?.id ?? null,
      motherName,
      weight,
      weeks,
      1,
      place,
      certificate,
    ]
  })
  // What they died of stands on the certificate.
  const deathRows = died.map(({ person, on, place, reportedOn }, index) => [
    ...head(person, on),
    place,
    reportedOn === null ? null : certificateNumber(model, index),
  ])
  const arrivalRows = where(came, (person) => [
    ...head(person, person.cameOn),
    random.pick(ORIGINS),
    reasonOf(random, person),
    'settled',
    person.registered !== null,
  ])
  const departureRows = where(left, (person) => [
    ...head(person, person.leftOn!),
    random.pick(DESTINATIONS),
    reasonOf(random, person),
    'settled',
    person.registered?.to !== null,
  ])
  const moved = population.people.filter((person) => person.movedFrom !== null)
  const moveRows = moved.map((person) => {
    const { village, on, registrationMoves } = person.movedFrom!
    const day = isoOf(on)
    const at = [village.code, clinicCode(village.code), person.id, day, 'registered', evening(day)]
    const reason = ['marriage', 'family', 'work', 'housing'][random.weighted([4, 3, 3, 2])]!
    return [county, idOf('vital-event', serial++), ...at, person.household.village.code, reason, registrationMoves]
  })
  const moving = ['reason', 'stay', 'registrationMoves'] as const
  return [
    rowsFor(
      births,
      [
        ...recordColumns,
        'sex',
        'mother',
        'motherName',
        'birthWeight',
        'gestationalWeeks',
        'plurality',
        'deliveredAt',
        'certificate',
      ],
      birthRows.length,
      birthRows,
    ),
    rowsFor(deaths, [...recordColumns, 'place', 'certificate'], deathRows.length, deathRows),
    rowsFor(arrivals, [...recordColumns, 'origin', ...moving], arrivalRows.length, arrivalRows),
    rowsFor(departures, [...recordColumns, 'destination', ...moving], departureRows.length, departureRows),
    rowsFor(moves, [...recordColumns, 'toDivision', 'reason', 'registrationMoves'], moveRows.length, moveRows),
  ]
}
