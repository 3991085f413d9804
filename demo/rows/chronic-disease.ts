import { centreCode, clinicCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { firstDue } from '@kangheng/domains/public-health/chronic-follow-up/index.ts'
import {
  diabetesPatients,
  diabetesScreenings,
  diabetesVisits,
} from '@kangheng/domains/public-health/diabetes/tables.ts'
import {
  hypertensionPatients,
  hypertensionScreenings,
  hypertensionVisits,
} from '@kangheng/domains/public-health/hypertension/tables.ts'
import { type Day, isoOf, isoOrNull } from '../days.ts'
import type { Model } from '../model.ts'
import type { Resident } from '../people/model.ts'
import { diseaseIds, type DiseaseId, type Patient } from '../services/chronic-patients.ts'
import { visitsOf, type Visit } from '../services/chronic-visits.ts'
import { planScreenings, type ScreeningPlan } from '../services/screenings.ts'
import { randomOf } from '../random.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

const tables = {
  hypertension: { patients: hypertensionPatients, visits: hypertensionVisits, screenings: hypertensionScreenings },
  diabetes: { patients: diabetesPatients, visits: diabetesVisits, screenings: diabetesScreenings },
}
/** About how many visits a patient has had. */
const VISITS_EACH = 9

const head = (
  county: string,
  id: string,
  person: Resident,
  institution: string,
  on: Day,
  state: string,
): CopyValue[] => {
  const day = isoOf(on)
  return [county, id, person.household.village.code, institution, person.id, day, state, evening(day)]
}

/** Visits under contract: the days on which the contract says that a follow-up was given. */
function contractedDays({ deliveries }: Model, disease: DiseaseId): Map<Resident, Day[]> {
  const days = new Map<Resident, Day[]>()
  for (const { contract, service, on } of deliveries) {
    if (service !== `${disease}-visit`) continue
    const own = days.get(contract.person)
    if (own) own.push(on)
    else days.set(contract.person, [on])
  }
  return days
}

/** Visits one patient after the other; the last ones are kept for the patients' own rows. */
function* visitRows(
  model: Model,
  disease: DiseaseId,
  patients: readonly Patient[],
  last: Map<Patient, Visit>,
): Generator<CopyValue[]> {
  const { county, idOf, seed } = model
  const random = randomOf(seed, `visits ${disease}`)
  const contracted = contractedDays(model, disease)
  // Each disease numbers its visits by itself; the tables differ.
  let serial = 0
  for (const patient of patients) {
    const { person, index } = patient
    const village = person.household.village.code
    const [clinic, centre] = [clinicCode(village), centreCode(village.slice(0, 9))]
    for (const visit of visitsOf(random, patient, contracted.get(person) ?? [])) {
      last.set(patient, visit)
      yield [
        ...head(
          county,
          idOf('chronic-visit', serial++),
          person,
          visit.mode === 'clinic' ? centre : clinic,
          visit.on,
          'recorded',
        ),
        ...[idOf('chronic-patient', index), visit.mode, visit.systolic, visit.diastolic],
        ...[visit.mode === 'phone' ? null : random.int(60, 88), visit.glucose === null ? null : visit.glucose / 10],
        ...[
          visit.adverse,
          visit.referred ? 'seen' : null,
          visit.atGoal,
          visit.class,
          visit.step,
          visit.unsatisfiedInRow,
        ],
        ...[visit.dueOn, visit.followedOn],
      ]
    }
  }
}

function* patientRows(
  { county, idOf, key }: Model,
  patients: readonly Patient[],
  last: ReadonlyMap<Patient, Visit>,
): Generator<CopyValue[]> {
  for (const patient of patients) {
    const { person, index, from, to, lostOn, risk } = patient
    const visit = last.get(patient)
    const state = to !== null ? 'ended' : lostOn !== null ? 'lost' : 'managed'
    yield [
      ...head(county, idOf('chronic-patient', index), person, clinicCode(person.household.village.code), from, state),
      ...[isoOf(from - (index % 40)), key.people.has(person) ? 'examination' : 'first-visit', risk],
      ...[isoOrNull(lostOn), isoOrNull(to)],
      ...[to === null ? null : person.leftBy === 'death' ? 'died' : 'moved-away'],
      ...[visit ? isoOf(visit.on) : null, visit?.class ?? null, visit?.step ?? null],
      visit?.dueOn ?? firstDue(isoOf(from)),
    ]
  }
}

function* screeningRows({ county, idOf }: Model, plans: readonly ScreeningPlan[]): Generator<CopyValue[]> {
  for (const { index, person, on, systolic, diastolic, glucose, finding, dueOn } of plans)
    yield [
      ...head(
        county,
        idOf('chronic-screening', index),
        person,
        clinicCode(person.household.village.code),
        on,
        'recorded',
      ),
      ...[systolic, diastolic, glucose === null ? null : glucose / 10, finding, dueOn],
    ]
}

/** Patients, visits and screening of both diseases. */
export function chronicTables(model: Model): TableRows[] {
  return diseaseIds.flatMap((disease) => {
    const { patients: patientTable, visits: visitTable, screenings: screeningTable } = tables[disease]
    const patients = model.patients.filter((patient) => patient.disease === disease)
    const last = new Map<Patient, Visit>()
    const screenings = planScreenings(model.population, model.patients, disease, model.seed)
    return [
      rowsFor(
        visitTable,
        // prettier-ignore
        [...recordColumns, 'patient', 'mode', 'systolic', 'diastolic', 'heartRate', 'fastingGlucose', 'adverse', 'referralOutcome', 'atGoal', 'class', 'step', 'unsatisfiedInRow', 'dueOn', 'followedOn'],
        patients.length * VISITS_EACH,
        visitRows(model, disease, patients, last),
      ),
      rowsFor(
        patientTable,
        // prettier-ignore
        [...recordColumns, 'diagnosedOn', 'source', 'riskLevel', 'lostOn', 'endedOn', 'endReason', 'lastVisitOn', 'lastClass', 'lastStep', 'dueOn'],
        patients.length,
        patientRows(model, patients, last),
      ),
      rowsFor(
        screeningTable,
        [...recordColumns, 'systolic', 'diastolic', 'fastingGlucose', 'finding', 'dueOn'],
        screenings.length,
        screeningRows(model, screenings),
      ),
    ]
  })
}
