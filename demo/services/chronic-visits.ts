import { courseOf, type VisitFindings } from '@kangheng/domains/public-health/chronic-follow-up/index.ts'
import {
  isAtGoal as isGlucoseAtGoal,
  isEmergency as isGlucoseEmergency,
} from '@kangheng/domains/public-health/diabetes/glucose.ts'
import { isAtGoal, isEmergency } from '@kangheng/domains/public-health/hypertension/pressure.ts'
import { planOf } from '../county-plan.ts'
import { RECORDS_FROM, isoOf, TODAY, yearsBetween, type Day } from '../days.ts'
import type { Random } from '../random.ts'
import type { Patient } from './chronic-patients.ts'

/** A visit with what was measured, and what follows from it by the rules of the line of business. */
export interface Visit {
  readonly on: Day
  readonly mode: 'clinic' | 'home' | 'phone'
  readonly systolic: number | null
  readonly diastolic: number | null
  /** Fasting glucose in tenths of mmol/L. */
  readonly glucose: number | null
  readonly adverse: 'none' | 'present'
  readonly referred: boolean
  readonly atGoal: boolean | null
  readonly class: string
  readonly step: string
  readonly unsatisfiedInRow: number
  readonly dueOn: string
  readonly followedOn: string | null
}

type Found = Pick<Visit, 'on' | 'mode' | 'systolic' | 'diastolic' | 'glucose' | 'adverse' | 'referred'>

/** Visits begin a quarter before the records, so that the first months have a last visit to look at. */
const firstDay = () => RECORDS_FROM - 92
const QUARTER = 91.3125
/** Pressure is higher in winter, mmHg by month. */
const season = [5, 4, 2, 0, -2, -4, -5, -4, -2, 0, 2, 4]

/** What a patient is like: level, how well the visits keep their rhythm. */
interface Nature {
  readonly systolic: number
  readonly diastolic: number
  readonly glucose: number
  readonly reliability: number
  readonly offset: number
  readonly home: number
  /** How far treatment brings the values down after a visit off the goal. */
  readonly response: number
}

function natureOf(random: Random, { person, disease }: Patient): Nature {
  const { services, trend } = planOf(person.household.village.code)
  const older = yearsBetween(person.birth, TODAY) >= 65
  const regular = random.chance(0.9)
  return {
    systolic: random.normal(disease === 'hypertension' ? (older ? 139 : 131) : 130, 9),
    diastolic: random.normal(older ? 77 : 80, 5),
    glucose: random.normal(65, 8),
    reliability: Math.min(0.995, (regular ? 0.98 : 0.72) * (0.8 + 0.2 * services) * (0.9 + 0.1 * trend)),
    offset: random.int(3, 74),
    home: older ? 0.55 : 0.3,
    response: random.chance(0.72) ? 1 : 0.15,
  }
}

function measure(random: Random, nature: Nature, { disease }: Patient, on: Day, treated: number): Found {
  const month = new Date(on * 86_400_000).getUTCMonth()
  const crisis = random.chance(0.004) ? 38 : 0
  const systolic = Math.max(
    96,
    Math.round(nature.systolic + season[month]! + random.normal(0, 6) - 6 * treated + crisis),
  )
  const diastolic = Math.max(
    52,
    Math.min(systolic - 20, Math.round(nature.diastolic + season[month]! / 2 + random.normal(0, 4) - 3 * treated)),
  )
  const glucose = Math.max(42, Math.round(nature.glucose + random.normal(0, 5) - 4 * treated))
  return {
    on,
    mode: random.chance(nature.home) ? 'home' : 'clinic',
    systolic,
    diastolic,
    glucose: disease === 'diabetes' ? glucose : null,
    adverse: random.chance(0.008) ? 'present' : 'none',
    referred: false,
  }
}

/** Findings by the rules of the line of business itself. */
function findingsOf({ disease, person }: Patient, found: Found, index: number): VisitFindings {
  const on = isoOf(found.on)
  const { systolic, diastolic } = found
  const pressure = systolic === null || diastolic === null ? undefined : { systolic, diastolic }
  const fasting = found.glucose === null ? null : found.glucose / 10
  const common = {
    id: String(index),
    on,
    adverse: found.adverse,
    complication: false,
    referralOpen: false,
    agreedOn: null,
  }
  if (disease === 'hypertension')
    return {
      ...common,
      atGoal: pressure ? isAtGoal(pressure, isoOf(person.birth), on) : null,
      emergency: pressure !== undefined && isEmergency(pressure, on),
    }
  return {
    ...common,
    atGoal: fasting === null ? null : isGlucoseAtGoal(fasting, on),
    emergency: isGlucoseEmergency({ fasting, random: null, systolic, diastolic, heartRate: null }, on),
  }
}

/** The visits of one patient up to the business date, in order: one each quarter as a rule, and checks where the rules ask for them. */
export function visitsOf(random: Random, patient: Patient, also: readonly Day[]): Visit[] {
  const nature = natureOf(random, patient)
  const first = Math.max(firstDay(), patient.from, patient.person.cameOn)
  const last = Math.min(
    TODAY,
    (patient.to ?? TODAY + 1) - 1,
    (patient.lostOn ?? TODAY + 1) - 1,
    (patient.person.leftOn ?? TODAY + 1) - 1,
  )
  const days = new Set(also.filter((on) => on >= first && on <= last))
  const quartersOf = (on: Day) => Math.floor((on - firstDay()) / QUARTER)
  const served = new Set([...days].map(quartersOf))
  for (let quarter = 0; firstDay() + quarter * QUARTER <= last; quarter += 1) {
    const on = Math.round(firstDay() + quarter * QUARTER) + nature.offset + random.int(-3, 12)
    const given = random.chance(nature.reliability)
    if (!served.has(quarter) && given && on >= first && on <= last) days.add(on)
    // Whoever is newly registered is measured on the day.
    else if (quartersOf(patient.from) === quarter && patient.from >= first && !served.has(quarter))
      days.add(patient.from)
  }
  const found: Found[] = []
  const findings: VisitFindings[] = []
  const push = (visit: Found) => {
    found.push(visit)
    findings.push(findingsOf(patient, visit, found.length - 1))
  }
  let treated = 0
  for (const on of [...days].sort((one, other) => one - other)) {
    if (found.length > 0 && on <= found.at(-1)!.on) continue
    push(measure(random, nature, patient, on, treated))
    for (let checks = 0; checks < 3; checks += 1) {
      const { atGoal, emergency, adverse } = findings.at(-1)!
      if (atGoal !== false && !emergency && adverse === 'none') break
      const intime = random.chance(0.965)
      const check = found.at(-1)!.on + (intime ? random.int(7, 14) : random.int(18, 40))
      if (!intime && random.chance(0.4)) break
      if (check > last) break
      treated = Math.min(2.5, treated + nature.response)
      if (checks === 1)
        push({
          ...measure(random, nature, patient, check, treated),
          mode: 'phone',
          systolic: null,
          diastolic: null,
          glucose: null,
          adverse: 'none',
          referred: true,
        })
      else push(measure(random, nature, patient, check, treated + nature.response))
    }
    treated *= 0.8
  }
  return courseOf(findings).map(({ id, ...standing }) => ({
    ...found[Number(id)]!,
    ...standing,
    atGoal: findings[Number(id)]!.atGoal,
  }))
}
