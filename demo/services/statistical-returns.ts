import { RECORD_YEARS } from '../days.ts'
import { computed, type Values } from '@kangheng/domains/administration/statistical-returns/compute.ts'
import { shippedForms } from '@kangheng/domains/administration/statistical-returns/forms/index.ts'
import { dueOn } from '@kangheng/domains/administration/statistical-returns/periods.ts'
import { addDays, daysInMonth, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { getPeriod, monthsBetween } from '@kangheng/kernel/period/period.ts'
import type { CountyData } from '@kangheng/kernel/place/county-data.ts'
import { institutionPlanOf } from '@kangheng/kernel/place/data/institutions.ts'
import { planInstitutions, type InstitutionData } from '@kangheng/kernel/place/institution-plan.ts'
import { planOf } from '../county-plan.ts'
import { randomOf, type Random } from '../random.ts'

export type FormCode = keyof typeof shippedForms

/** A return of the demo, with the days on which it went its way. */
export interface DemoReturn {
  readonly form: FormCode
  readonly unit: Pick<InstitutionData, 'code' | 'name' | 'division' | 'kind' | 'beds'>
  readonly period: string
  readonly starts: IsoDate
  readonly dueOn: IsoDate
  readonly state: 'open' | 'returned' | 'submitted' | 'reviewed' | 'approved' | 'frozen'
  readonly values: Values
  /** What was sent first, where it came back. */
  readonly before: Values | undefined
  readonly reason: string | null
  readonly firstSentOn: IsoDate | null
  readonly sentOn: IsoDate | null
  readonly reviewedOn: IsoDate | null
  readonly approvedOn: IsoDate | null
  readonly frozenOn: IsoDate | null
}

/** The month whose returns are still under way on the demo's day, and those that are not through yet. */
const OPEN_MONTH = '2025-11'
const UNDER_WAY: Readonly<Record<string, DemoReturn['state']>> = {
  C530721209: 'open',
  C530721106: 'returned',
  C530721205: 'submitted',
  C530721212: 'submitted',
  C530721203: 'reviewed',
  C530721208: 'reviewed',
  H530721002: 'reviewed',
  H530721003: 'submitted',
  P530721001: 'open',
}
/** The township that is behind with everything sends late as well. */
const LAGGING = 'C530721209'

/** Fewer people come at New Year's feast, more in the cold. January to December. */
const SEASON = [1.06, 0.86, 1.02, 1, 0.99, 0.97, 0.98, 0.98, 0.99, 1.01, 1.05, 1.09]

/** What kind of house it is: outpatients of a day, and what they and the inpatients bring and cost. */
interface Profile {
  readonly outpatients: number
  readonly bedUse: number
  readonly stay: number
  readonly perVisit: number
  readonly perDischarge: number
  readonly emergency: number
}

function profileOf(unit: DemoReturn['unit']): Profile {
  switch (unit.kind) {
    case 'county-hospital':
      return { outpatients: 540, bedUse: 0.83, stay: 7.9, perVisit: 172, perDischarge: 5260, emergency: 0.11 }
    case 'tcm-hospital':
      return { outpatients: 190, bedUse: 0.78, stay: 9.1, perVisit: 148, perDischarge: 4480, emergency: 0.04 }
    case 'maternal-child':
      return { outpatients: 118, bedUse: 0.56, stay: 4.6, perVisit: 139, perDischarge: 3390, emergency: 0.05 }
    case 'specialist-hospital':
      return { outpatients: 26, bedUse: 0.88, stay: 27.4, perVisit: 185, perDischarge: 6150, emergency: 0.01 }
    default: {
      const { people, services } = planOf(unit.division)
      // Visits of a day among a thousand residents; where the county's hospital is near, most go there.
      const share = unit.kind === 'community-centre' ? 2.1 : 3.4
      return {
        outpatients: people * share * services,
        bedUse: 0.5 * services,
        stay: 6.1,
        perVisit: 64,
        perDischarge: 1680,
        emergency: 0.06,
      }
    }
  }
}

const text = (number: number) => String(Math.max(0, Math.round(number)))
const fen = (number: number) => Math.max(0, number).toFixed(2)

/** What a house counted in a month. `inHospital` are those who stayed over from the month before. */
function countsOf(unit: DemoReturn['unit'], month: string, inHospital: number, random: Random): Record<string, string> {
  const profile = profileOf(unit)
  const [year, number] = month.split('-').map(Number) as [number, number]
  const days = daysInMonth(year, number)
  const growth = 1 + 0.045 * (year - 2024) * (unit.division.length === 9 ? planOf(unit.division).trend : 1)
  const vary = (spread: number) => 1 + spread * (2 * random.next() - 1)
  const outpatient = profile.outpatients * days * SEASON[number - 1]! * growth * vary(0.05)
  const emergency = outpatient * profile.emergency * vary(0.08)
  const open = unit.beds * days
  const occupied = Math.min(
    open,
    open * profile.bedUse * (0.5 + 0.5 * SEASON[number - 1]!) * Math.sqrt(growth) * vary(0.04),
  )
  const discharges = Math.round(occupied / profile.stay / vary(0.03))
  const admissions = Math.max(0, discharges + random.int(-2, 2) + (inHospital < 3 ? 3 : 0))
  const outpatientIncome =
    (Math.round(outpatient) + Math.round(emergency)) * profile.perVisit * growth ** 0.4 * vary(0.03)
  const inpatientIncome = discharges * profile.perDischarge * growth ** 0.3 * vary(0.03)
  const medical = outpatientIncome + inpatientIncome
  const outpatientDrugs = outpatientIncome * (0.44 + 0.03 * random.next())
  const inpatientDrugs = inpatientIncome * (0.27 + 0.03 * random.next())
  const fiscal = unit.code.startsWith('P') ? 0 : medical * (unit.kind.endsWith('centre') ? 0.42 : 0.11) * vary(0.04)
  const expenses = (medical + fiscal) * (0.965 + 0.03 * random.next())
  const allDrugs = outpatientDrugs + inpatientDrugs
  const purchases = allDrugs * 0.86 * vary(0.05)
  const prescriptions = outpatient * 0.93
  const staff = Math.max(8, Math.round(unit.beds * 1.25))
  return {
    ...{ outpatient: text(outpatient), emergency: text(emergency), 'emergency-deaths': text(emergency / 2600) },
    ...{
      'outpatient-tcm': text(outpatient * 0.19),
      'home-visits': text(outpatient * 0.03),
      'other-visits': text(outpatient * 0.015),
    },
    ...{ appointments: text(outpatient * (0.07 + 0.09 * (year - 2024))), 'signed-visits': text(outpatient * 0.41) },
    ...{
      observation: text(emergency * 0.2),
      'referred-up': text(outpatient * 0.009),
      'referred-down': text(discharges * 0.05),
    },
    ...{ 'check-ups': text(outpatient * 0.12), prescriptions: text(prescriptions) },
    ...{
      'prescriptions-antibacterial': text(prescriptions * 0.16),
      'prescriptions-injection': text(prescriptions * 0.18),
    },
    'prescriptions-tcm': text(prescriptions * 0.17),
    ...{ 'in-at-start': text(inHospital), admissions: text(admissions), discharges: text(discharges) },
    ...{ 'discharge-deaths': text(discharges / 240), beds: text(unit.beds), 'open-bed-days': text(open) },
    ...{ 'occupied-bed-days': text(occupied), 'discharged-bed-days': text(discharges * profile.stay) },
    operations: text(unit.kind.endsWith('centre') ? discharges * 0.02 : discharges * 0.24),
    ...{ 'outpatient-income': fen(outpatientIncome), 'outpatient-drugs': fen(outpatientDrugs) },
    ...{ 'outpatient-tests': fen(outpatientIncome * 0.29), 'inpatient-income': fen(inpatientIncome) },
    ...{ 'inpatient-drugs': fen(inpatientDrugs), 'inpatient-tests': fen(inpatientIncome * 0.24) },
    ...{
      'herbal-income': fen(outpatientDrugs * 0.14),
      'material-income': fen(medical * 0.06),
      'insurance-paid': fen(medical * 0.57),
    },
    ...{ 'fiscal-income': fen(fiscal), 'other-income': fen(medical * 0.012), expenses: fen(expenses) },
    ...{ 'staff-expenses': fen(expenses * 0.41), 'drug-expenses': fen(allDrugs * 0.93) },
    ...{ 'essential-drugs': fen(allDrugs * (0.66 + 0.03 * random.next())), 'all-drugs': fen(allDrugs) },
    ...{ 'platform-purchases': fen(purchases * 0.97), 'all-purchases': fen(purchases) },
    ...{ staff: text(staff), doctors: text(staff * 0.36), nurses: text(staff * 0.3) },
  }
}

/** Beds, staff, equipment and rooms of a house at the end of a year. */
function resourcesOf(unit: DemoReturn['unit'] & Pick<InstitutionData, 'equipment'>): Record<string, string> {
  const all = Math.max(8, Math.round(unit.beds * 1.25))
  const shares = {
    doctors: 0.28,
    'assistant-doctors': 0.08,
    nurses: 0.3,
    pharmacists: 0.06,
    technicians: 0.08,
    'other-technical': 0.06,
    managers: 0.05,
    workers: 0.09,
  }
  const people: [string, number][] = Object.entries(shares).map(([code, share]) => [code, Math.round(all * share)])
  const columns = { total: 1, established: 0.74, women: 0.61 }
  const staff = Object.entries(columns).flatMap(([column, share]): [string, number][] => {
    const parts = people.map(([code, count]): [string, number] => [`${code}-${column}`, Math.floor(count * share)])
    return [...parts, [`staff-${column}`, parts.reduce((sum, [, count]) => sum + count, 0)]]
  })
  const { equipment: has } = unit
  const devices: [string, number | undefined][] = [
    ['ct', has.ct],
    ['mri', has.mri],
    ['x-ray', has['digital-x-ray']],
    ['ultrasound', has.ultrasound],
    ['analyser', has['biochemistry-analyser']],
    ['ventilator', has.ventilator],
    ['ambulance', has.ambulance],
  ]
  const area = 900 + unit.beds * 62
  return Object.fromEntries(
    [
      ...[['beds-planned', unit.beds] as const, ['beds', unit.beds] as const, ['beds-special', 0] as const],
      ...[['beds-opened', unit.beds * 366] as const, ...staff],
      ...devices.flatMap(([code, count = 0]) => [
        [`${code}-count`, count] as const,
        [`${code}-working`, count] as const,
      ]),
      ...[['area', area] as const, ['area-service', area * 0.8] as const, ['area-dangerous', 0] as const],
      ['area-rented', 0] as const,
    ].map(([code, count]) => [code, text(count)]),
  )
}

/** When a return was sent, looked at and closed; what came back was sent a second time. */
function wayOf(state: DemoReturn['state'], due: IsoDate, late: boolean, cameBack: boolean, random: Random) {
  const first = state === 'open' ? null : addDays(due, late ? random.int(1, 6) : -random.int(0, 5))
  const sent = first && cameBack && state !== 'returned' ? addDays(first, 3) : first
  const reviewed = sent && ['reviewed', 'approved', 'frozen'].includes(state) ? addDays(sent, random.int(1, 2)) : null
  const approved = reviewed && state !== 'reviewed' ? addDays(reviewed, 1) : null
  const frozen = approved && state === 'frozen' ? addDays(approved, 2) : null
  return { firstSentOn: first, sentOn: sent, reviewedOn: reviewed, approvedOn: approved, frozenOn: frozen }
}

/** Institutions that fill in a form, in the order of their codes. */
function unitsOf(data: CountyData, form: FormCode): InstitutionData[] {
  const kinds: readonly string[] = shippedForms[form].unitKinds
  return planInstitutions(data, institutionPlanOf(data))
    .filter((each) => kinds.includes(each.kind))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

function monthlyReturns(places: CountyData, seed: number, form: 'township-monthly' | 'hospital-monthly'): DemoReturn[] {
  const { layout, dueDay } = shippedForms[form]
  return unitsOf(places, form).flatMap((unit) => {
    const random = randomOf(seed, `returns-${unit.code}`)
    let inHospital = Math.round(unit.beds * profileOf(unit).bedUse * 0.9)
    return monthsBetween(`${RECORD_YEARS[0]}-01`, OPEN_MONTH).map((month): DemoReturn => {
      const period = getPeriod(month)
      const due = dueOn(period, dueDay)
      const state = month === OPEN_MONTH ? (UNDER_WAY[unit.code] ?? 'approved') : 'frozen'
      const late = random.chance(unit.code === LAGGING ? 0.3 : 0.03)
      const cameBack = state === 'returned' || (state === 'frozen' && random.chance(0.03))
      const counts = countsOf(unit, month, inHospital, random)
      const values = computed(layout, counts)
      inHospital = Math.max(0, Number(values['in-at-end'] ?? 0))
      // A figure of the inpatients was taken over from the wrong line.
      const before = cameBack
        ? computed(layout, { ...counts, 'discharged-bed-days': counts['occupied-bed-days']! })
        : undefined
      return {
        ...{ form, unit, period: month, starts: period.starts, dueOn: due, state, before },
        ...wayOf(state, due, late, cameBack, random),
        values: state === 'open' ? {} : state === 'returned' ? before! : values,
        reason: cameBack ? '出院者占用总床日数与出院病人登记不符，请核对' : null,
      }
    })
  })
}

function yearlyReturns(places: CountyData, seed: number): DemoReturn[] {
  const form = 'resources-yearly'
  const { layout, dueDay } = shippedForms[form]
  const period = getPeriod('2024')
  return unitsOf(places, form).map((unit) => {
    const due = dueOn(period, dueDay)
    return {
      ...{
        form,
        unit,
        period: '2024',
        starts: period.starts,
        dueOn: due,
        state: 'frozen',
        before: undefined,
        reason: null,
      },
      ...wayOf('frozen', due, unit.code === LAGGING, false, randomOf(seed, `resources-${unit.code}`)),
      values: computed(layout, resourcesOf(unit)),
    }
  })
}

/**
 * The statistical returns of the demo: two years of months up to November 2025, of which some came late, some came back and the last is under way, and the resources of 2024.
 * Numbers do not depend on how many people the demo was loaded with: beds do not either.
 */
export function planReturns(places: CountyData, seed: number): DemoReturn[] {
  return [
    ...monthlyReturns(places, seed, 'township-monthly'),
    ...monthlyReturns(places, seed, 'hospital-monthly'),
    ...yearlyReturns(places, seed),
  ]
}
