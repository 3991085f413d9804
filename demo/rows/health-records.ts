import { clinicCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { useOfService } from '@kangheng/domains/public-health/family-doctor/index.ts'
import * as tables from '@kangheng/domains/public-health/health-record/tables.ts'
import { type Day, isoOf, isoOrNull, RECORDS_FROM, TODAY, yearsBetween } from '../days.ts'
import { serialIn } from '../layer.ts'
import type { Model } from '../model.ts'
import type { Resident } from '../people/model.ts'
import { evidenceOf } from '../services/evidence.ts'
import { planFreeUses, planHealthRecords, type FreeUse, type HealthRecord } from '../services/health-records.ts'
import { randomOf } from '../random.ts'
import { campaignTables } from './examination-campaigns.ts'
import { examinationColumns, examinationRows, type MadeForms } from './examinations.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

function head(county: string, id: string, person: Resident, institution: string, on: Day, state: string): CopyValue[] {
  const day = isoOf(on)
  return [county, id, person.household.village.code, institution, person.id, day, state, evening(day)]
}

const clinicOf = (person: Resident) => clinicCode(person.household.village.code)

function* recordRows({ county, idOf }: Model, records: readonly HealthRecord[]): Generator<CopyValue[]> {
  for (const record of records) {
    const { person, closedOn, compliantSince } = record
    yield [
      ...head(
        county,
        idOf('health-record', record.index),
        person,
        clinicOf(person),
        record.openedOn,
        closedOn === null ? 'open' : 'closed',
      ),
      ...[record.number, record.electronic ? 'electronic' : 'paper', record.group, record.doctor],
      ...[isoOrNull(compliantSince), isoOrNull(closedOn)],
      closedOn === null ? null : person.leftBy === 'death' ? 'died' : 'departed',
    ]
  }
}

const BLOOD = ['O', 'A', 'B', 'AB', 'unknown'] as const
const NOTHING = '[]'
const NO_FAMILY_HISTORY = '{"father":[],"mother":[],"siblings":[],"children":[]}'

function* formRows(model: Model, records: readonly HealthRecord[]): Generator<CopyValue[]> {
  const { county, seed, idOf, key } = model
  const random = randomOf(seed, 'basic forms')
  for (const record of records) {
    const { person, compliantSince } = record
    if (compliantSince === null) continue
    const age = yearsBetween(person.birth, TODAY)
    const groups = key.groupsOf(person)
    const diseases = (['hypertension', 'diabetes', 'tuberculosis'] as const).filter((each) => groups.includes(each))
    const education =
      age < 6
        ? null
        : age < 13
          ? 'primary'
          : (['illiterate', 'primary', 'junior-high', 'senior-high', 'college'] as const)[
              random.weighted(age > 60 ? [22, 50, 22, 4, 2] : [2, 24, 44, 18, 12])
            ]!
    yield [
      ...head(county, idOf('basic-form', record.index), person, clinicOf(person), compliantSince, 'recorded'),
      ...[idOf('health-record', record.index), BLOOD[random.weighted([30, 27, 27, 8, 8])]!, education],
      ...[age < 16 ? 'none' : 'farmer', age < 20 ? 'single' : 'married', '["resident"]', NOTHING, NOTHING],
      JSON.stringify(diseases.map((disease) => ({ disease }))),
      ...[NOTHING, NO_FAMILY_HISTORY, '无', groups.includes('disabled') ? '["limbs"]' : NOTHING],
      ...[random.chance(0.93) ? 'tap' : 'well', random.chance(0.86) ? 'sanitary' : 'compost'],
    ]
  }
}

function* useRows(model: Model, records: readonly HealthRecord[], free: readonly FreeUse[]): Generator<CopyValue[]> {
  const { county, deliveries, idOf } = model
  const services = Map.groupBy(deliveries.entries(), ([, delivery]) => delivery.contract.person)
  const others = Map.groupBy(free.entries(), ([, use]) => use.record)
  for (const record of records) {
    const { person } = record
    for (const [index, { contract, service, on }] of services.get(person) ?? []) {
      const kind = useOfService[service]
      if (!kind || on < record.openedOn) continue
      const from = evidenceOf(service)
      const evidence =
        from === 'health-record.use'
          ? [null, null]
          : [from, idOf(from === 'family-doctor.service' ? 'service' : 'examination', index)]
      yield [
        ...head(county, idOf('record-use', index), person, contract.team.institution, on, 'recorded'),
        ...[idOf('health-record', record.index), kind, ...evidence],
      ]
    }
    for (const [index, { kind, on }] of others.get(record) ?? []) {
      yield [
        ...head(county, idOf('record-use', deliveries.length + index), person, clinicOf(person), on, 'recorded'),
        ...[idOf('health-record', record.index), kind, null, null],
      ]
    }
  }
}

/** Cards handed out since the spring of 2024, to whoever asked. */
function cardRows({ county, layer, seed, idOf }: Model, records: readonly HealthRecord[]): CopyValue[][] {
  const random = randomOf(seed, 'cards')
  const holders = records
    .filter((record) => record.person.leftOn === null && record.openedOn < RECORDS_FROM && random.chance(0.16))
    .map((record) => ({ record, on: random.int(RECORDS_FROM + 70, TODAY) }))
    .sort((one, other) => one.on - other.on)
  return holders.map(({ record, on }, index) => [
    ...head(county, idOf('card', index), record.person, clinicOf(record.person), on, 'valid'),
    county + String(serialIn(layer, index) + 1).padStart(9, '0'),
  ])
}

/** Health records with their basic information and the services written into them. */
export function healthRecordTables(model: Model): TableRows[] {
  const records = planHealthRecords(model.population, model.contracts, model.key, model.seed)
  const free = planFreeUses(records, model.contracts, model.seed)
  const checks = model.deliveries.filter(({ service }) => evidenceOf(service) === 'health-record.examination').length
  const cards = cardRows(model, records)
  const made: MadeForms = new Map()
  const compliant = records.filter((record) => record.compliantSince !== null).length
  return [
    rowsFor(
      tables.healthRecords,
      [...recordColumns, 'number', 'medium', 'group', 'responsibleDoctor', 'compliantSince', 'closedOn', 'closeReason'],
      records.length,
      recordRows(model, records),
    ),
    rowsFor(
      tables.basicForms,
      // prettier-ignore
      [...recordColumns, 'healthRecord', 'bloodType', 'education', 'occupation', 'marriage', 'payments', 'allergies', 'exposures', 'diseases', 'operations', 'familyHistory', 'hereditary', 'disabilities', 'water', 'toilet'],
      compliant,
      formRows(model, records),
    ),
    rowsFor(
      tables.examinations,
      examinationColumns,
      checks + model.checkUps.length,
      examinationRows(model, records, made),
    ),
    ...campaignTables(model, made),
    rowsFor(tables.healthCards, [...recordColumns, 'number'], cards.length, cards),
    rowsFor(
      tables.recordUses,
      [...recordColumns, 'healthRecord', 'kind', 'evidenceRecord', 'evidenceId'],
      model.deliveries.length + free.length,
      useRows(model, records, free),
    ),
  ]
}
