import { centreCode, clinicCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { expectedDay, weeksOn } from '@kangheng/domains/public-health/maternal-health/course.ts'
import { shownColour } from '@kangheng/domains/public-health/maternal-health/risk.ts'
import * as tables from '@kangheng/domains/public-health/maternal-health/tables.ts'
import { type Day, isoOf, isoOrNull, RECORDS_FROM, TODAY } from '../days.ts'
import type { Model } from '../model.ts'
import type { Resident } from '../people/model.ts'
import type { Pregnancy } from '../services/maternal-health.ts'
import { unitOf } from '../services/obstetrics.ts'
import { randomOf } from '../random.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

/** The kernel's columns of a row about a person. */
function headOf(county: string, person: Resident) {
  const village = person.household.village.code
  const institutions = {
    clinic: clinicCode(village),
    centre: centreCode(village.slice(0, 9)),
    hospital: `H${county}001`,
  }
  return (id: string, at: keyof typeof institutions, on: Day, state: string): CopyValue[] => {
    const day = isoOf(on)
    return [county, id, village, institutions[at], person.id, day, state, evening(day)]
  }
}

function pregnancyRow({ county, idOf }: Model, pregnancy: Pregnancy): CopyValue[] {
  const { index, woman, lastPeriodOn, bookedOn, parity, height, weight, born, endedOn, outcome, standing } = pregnancy
  const state = endedOn !== null ? 'closed' : born ? 'postpartum' : 'pregnant'
  const { risk, highest } = standing
  const last = isoOf(lastPeriodOn)
  return [
    ...headOf(county, woman)(idOf('pregnancy', index), 'centre', bookedOn, state),
    ...[last, parity + 1, parity, height, weight, outcome, isoOrNull(endedOn), expectedDay(last)],
    ...[weeksOn(last, isoOf(bookedOn)), standing.early, standing.visits, shownColour(risk), risk.infectious],
    ...[shownColour(highest), highest.infectious, standing.lastSeenOn],
    ...(endedOn === null ? [standing.nextStep, standing.dueOn] : [null, null]),
    ...[born ? isoOf(born.child.birth) : null, standing.postpartumOn, standing.postpartumTimely],
    ...[standing.postpartumOfReturn, standing.checkedOn],
  ]
}

function* visitRows({ county, idOf }: Model, pregnancies: readonly Pregnancy[]): Generator<CopyValue[]> {
  let serial = 0
  for (const { index, woman, visits } of pregnancies) {
    const head = headOf(county, woman)
    for (const visit of visits) {
      const { on, systolic, diastolic, weight, haemoglobin, riskFactors, weeks, period, risk } = visit
      yield [
        ...head(idOf('antenatal-visit', serial++), weeks >= 28 ? 'hospital' : 'centre', on, 'recorded'),
        ...[idOf('pregnancy', index), systolic, diastolic, weight, weeks >= 20 ? weeks - 1 : null],
        ...[weeks >= 13 ? 128 + (serial % 25) : null, haemoglobin, 'negative', '["nutrition","mind"]'],
        ...[JSON.stringify(riskFactors), weeks, period, shownColour(risk), risk.infectious],
      ]
    }
  }
}

function* caseRows({ county, idOf }: Model, pregnancies: readonly Pregnancy[]): Generator<CopyValue[]> {
  let serial = 0
  for (const { index, woman, special } of pregnancies) {
    if (!special) continue
    const { from, risk, riskFactors, reportDueOn, reportedOn, referredOn, dueOn, lastFollowedOn, closedOn } = special
    const received = referredOn !== null && referredOn + 1 <= TODAY ? referredOn + 1 : null
    const state = closedOn !== null ? 'closed' : referredOn !== null && received === null ? 'referred' : 'open'
    yield [
      ...headOf(county, woman)(idOf('special-case', serial++), 'centre', from, state),
      ...[idOf('pregnancy', index), shownColour(risk), risk.infectious, JSON.stringify(riskFactors)],
      ...[isoOf(reportDueOn), isoOrNull(reportedOn), '和保健（演示）', isoOf(dueOn), isoOrNull(lastFollowedOn)],
      ...[lastFollowedOn === null ? null : 'stable', referredOn === null ? null : '玉龙县人民医院产科'],
      ...[isoOrNull(referredOn), isoOrNull(received), received === null ? null : '玉龙县人民医院', isoOrNull(closedOn)],
    ]
  }
}

const places = { hospital: 'hospital', township: 'township', elsewhere: 'home' } as const

function* deliveryRows({ county, idOf, seed }: Model, pregnancies: readonly Pregnancy[]): Generator<CopyValue[]> {
  const random = randomOf(seed, 'deliveries of mothers')
  for (const pregnancy of pregnancies) {
    const { index, woman, born } = pregnancy
    if (!born) continue
    const { child, place, caesarean, weeks, dischargedOn } = born
    const mode = caesarean ? 'caesarean' : random.chance(0.012) ? 'assisted' : 'vaginal'
    const discharged = dischargedOn <= TODAY ? isoOf(dischargedOn) : null
    yield [
      ...headOf(county, woman)(
        idOf('birth-record', index),
        place === 'hospital' ? 'hospital' : 'centre',
        child.birth,
        'recorded',
      ),
      ...[
        idOf('pregnancy', index),
        places[place],
        mode,
        Math.round(random.normal(caesarean ? 340 : 220, 70) / 10) * 10,
      ],
      ...[discharged, 1, 0, weeks, unitOf(county, pregnancy)],
    ]
  }
}

function* newbornRows(model: Model, pregnancies: readonly Pregnancy[]): Generator<CopyValue[]> {
  const { county, idOf } = model
  const inCare = new Map(model.children.map((child) => [child.person, child]))
  for (const { index, woman, born } of pregnancies) {
    if (!born) continue
    const { child, place, weight, weeks } = born
    const taken = inCare.get(child)
    yield [
      ...headOf(county, woman)(idOf('newborn', index), 'hospital', child.birth, taken ? 'handed-over' : 'born'),
      ...[idOf('birth-record', index), 1, child.sex, weight, index % 40 === 0 ? 7 : 9, true, places[place], weeks],
      ...[taken ? child.id : null, taken ? idOf('child-in-care', taken.index) : null],
      taken ? isoOf(taken.registeredOn) : null,
    ]
  }
}

function* postpartumRows({ county, idOf }: Model, pregnancies: readonly Pregnancy[]): Generator<CopyValue[]> {
  let serial = 0
  for (const { index, woman, born, homeVisits, checkedOn } of pregnancies) {
    if (!born) continue
    const head = headOf(county, woman)
    const row = (kind: 'home' | 'day-42', on: Day): CopyValue[] => [
      ...head(idOf('postpartum-visit', serial++), kind === 'home' ? 'clinic' : 'centre', on, 'recorded'),
      ...[idOf('pregnancy', index), kind, 36.5, 112 + (index % 14), 70 + (index % 9), 'normal', 'normal', 'normal'],
      ...[serial % 33 === 0 ? 'abnormal' : 'normal', 'normal', '["breast-feeding","newborn"]', on - born.child.birth],
    ]
    for (const on of homeVisits) yield row('home', on)
    if (checkedOn !== null) yield row('day-42', checkedOn)
  }
}

/** Deaths of children under five in these years, investigated and reviewed by the county. */
function deathRows({ county, idOf, population, seed }: Model): { deaths: CopyValue[][]; reviews: CopyValue[][] } {
  const random = randomOf(seed, 'reviewed deaths')
  const [deaths, reviews]: [CopyValue[][], CopyValue[][]] = [[], []]
  for (const person of population.people) {
    const { leftOn: on, leftBy, birth } = person
    if (leftBy !== 'death' || on === null || on < RECORDS_FROM || on - birth >= 5 * 365) continue
    const head = headOf(county, person)
    const id = idOf('death-report', deaths.length)
    const days = on - birth
    const cause =
      days < 28
        ? ['preterm', 'asphyxia', 'defect'][random.int(0, 2)]!
        : ['pneumonia', 'injury', 'defect', 'other'][random.int(0, 3)]!
    const reviewed = on + random.int(12, 29)
    const avoidable = (['avoidable', 'create-conditions', 'unavoidable'] as const)[random.weighted([3, 4, 3])]!
    const done = reviewed <= TODAY
    deaths.push([
      ...head(id, 'hospital', on, done ? 'reviewed' : 'investigated'),
      ...['under-five', 'hospital', cause, days, '["medical-record","survey-form"]', isoOf(Math.min(TODAY, on + 6))],
      ...[done ? 'county' : null, done ? avoidable : null, isoOf(on + 30)],
    ])
    if (done)
      reviews.push([
        ...head(idOf('death-review', reviews.length), 'hospital', reviewed, 'recorded'),
        ...[
          id,
          'county',
          avoidable,
          avoidable === 'unavoidable' ? '[]' : '["primary-care"]',
          '经县级专家组评审（演示）',
        ],
      ])
  }
  return { deaths, reviews }
}

/** Pregnancies with their visits, cases, births and what followed. */
export function maternalHealthTables(model: Model): TableRows[] {
  const { pregnancies } = model
  const births = pregnancies.filter(({ born }) => born).length
  const { deaths, reviews } = deathRows(model)
  return [
    rowsFor(
      tables.pregnancies,
      // prettier-ignore
      [...recordColumns, 'lastPeriodOn', 'gravidity', 'parity', 'height', 'weight', 'outcome', 'endedOn', 'dueDate', 'bookedWeeks', 'early', 'visits', 'colour', 'infectious', 'highestColour', 'everInfectious', 'lastSeenOn', 'nextStep', 'dueOn', 'deliveredOn', 'postpartumOn', 'postpartumTimely', 'postpartumOfReturn', 'checkedOn'],
      pregnancies.length,
      pregnancies.map((each) => pregnancyRow(model, each)),
    ),
    rowsFor(
      tables.antenatalVisits,
      // prettier-ignore
      [...recordColumns, 'pregnancy', 'systolic', 'diastolic', 'weight', 'fundalHeight', 'fetalHeartRate', 'haemoglobin', 'urineProtein', 'guidance', 'riskFactors', 'weeks', 'period', 'colour', 'infectious'],
      pregnancies.reduce((sum, { visits }) => sum + visits.length, 0),
      visitRows(model, pregnancies),
    ),
    rowsFor(
      tables.specialCases,
      // prettier-ignore
      [...recordColumns, 'pregnancy', 'colour', 'infectious', 'riskFactors', 'reportDueOn', 'reportedOn', 'responsibleDoctor', 'dueOn', 'lastFollowedOn', 'caseOutcome', 'referredTo', 'referredOn', 'receivedOn', 'receivedBy', 'closedOn'],
      pregnancies.filter(({ special }) => special).length,
      caseRows(model, pregnancies),
    ),
    rowsFor(
      tables.deliveries,
      // prettier-ignore
      [...recordColumns, 'pregnancy', 'place', 'mode', 'bloodLoss', 'dischargedOn', 'liveBirths', 'stillbirths', 'weeks', 'unit'],
      births,
      deliveryRows(model, pregnancies),
    ),
    rowsFor(
      tables.newborns,
      // prettier-ignore
      [...recordColumns, 'delivery', 'number', 'sex', 'weight', 'apgar', 'alive', 'place', 'weeks', 'child', 'childInCare', 'handedOverOn'],
      births,
      newbornRows(model, pregnancies),
    ),
    rowsFor(
      tables.postpartumVisits,
      // prettier-ignore
      [...recordColumns, 'pregnancy', 'kind', 'temperature', 'systolic', 'diastolic', 'breasts', 'lochia', 'uterus', 'wound', 'mood', 'guidance', 'daysAfter'],
      2 * births,
      postpartumRows(model, pregnancies),
    ),
    rowsFor(
      tables.reviewedDeaths,
      // prettier-ignore
      [...recordColumns, 'kind', 'place', 'cause', 'days', 'evidence', 'investigatedOn', 'level', 'avoidability', 'reviewDueOn'],
      deaths.length,
      deaths,
    ),
    rowsFor(
      tables.deathReviews,
      [...recordColumns, 'death', 'level', 'avoidability', 'failures', 'conclusion'],
      reviews.length,
      reviews,
    ),
  ]
}
