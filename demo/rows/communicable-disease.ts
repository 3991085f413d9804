import { centreCode } from '@kangheng/kernel/place/institution-plan.ts'
import { minutesBetween } from '@kangheng/kernel/period/moment.ts'
import { findDisease } from '@kangheng/domains/public-health/communicable-disease/notifiable/list.ts'
import { diseaseSignals, notifiableCases } from '@kangheng/domains/public-health/communicable-disease/tables.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { isoOf, isoOrNull } from '../days.ts'
import type { Model } from '../model.ts'
import { planDiseaseSignals, type DemoSignal } from '../services/disease-signals.ts'
import { planNotifiableCases, reviewedOn, type DemoCase } from '../services/notifiable-cases.ts'
import { recordColumns, rowsFor, type TableRows } from './load-table.ts'

const HOSPITAL_DISEASES = new Set(['tuberculosis', 'viral-hepatitis', 'syphilis', 'aids', 'gonorrhoea', 'brucellosis'])
const stamp = (moment: string) => `${moment}:00+08`

interface Diseases {
  readonly cases: readonly DemoCase[]
  readonly signals: readonly DemoSignal[]
}
const planned = new WeakMap<Model, Diseases>()

/** Cases and signals of a model; looking through five years of series takes a while, and events are told of their signals. Only the first layer has signals. */
export function diseasesOf(model: Model): Diseases {
  let known = planned.get(model)
  if (!known) {
    const first = model.layer.index === 0
    const cases = planNotifiableCases(model.population, model.seed, first)
    known = { cases, signals: first ? planDiseaseSignals(cases, model.seed) : [] }
    planned.set(model, known)
  }
  return known
}

/** Report cards and signals of early warning. */
export function communicableDiseaseTables(model: Model): TableRows[] {
  const { county, idOf } = model
  const { cases, signals } = diseasesOf(model)
  const institutionOf = (each: DemoCase, village: string) =>
    HOSPITAL_DISEASES.has(each.disease) ? `H${county}001` : centreCode(village.slice(0, 9))
  const caseRows = cases.map((each, number): CopyValue[] => {
    const { code, shortName } = each.person.household.village
    const disease = findDisease(each.disease)!
    return [
      ...[county, idOf('notifiable-case', number), code, institutionOf(each, code), each.person.id, isoOf(each.on)],
      ...[each.reviewedAt ? 'reviewed' : 'reported', stamp(each.reportedAt)],
      ...[each.disease, each.subtype, disease.class, each.category, each.course, each.diagnosedAt],
      ...[isoOrNull(each.diedOn), each.group, each.workplace, each.schoolClass, each.guardian],
      ...[each.complete ? `${shortName}${each.person.household.group}` : null, 'county', '接诊医生'],
      ...[
        each.reportedAt,
        each.reportDueAt,
        each.reviewDueAt,
        each.reviewDueAt.slice(0, 10),
        each.reviewedAt,
        reviewedOn(each),
      ],
      ...[each.reportedAt <= each.reportDueAt, each.reviewedAt ? each.reviewedAt <= each.reviewDueAt : null],
      ...[each.complete, each.counted, disease.confidential === true],
    ]
  })
  const signalRows = signals.map((each, number): CopyValue[] => [
    ...[county, idOf('disease-signal', number), each.division, `H${county}004`, null, each.raisedAt.slice(0, 10)],
    ...[each.state, stamp(each.raisedAt)],
    ...[each.disease, each.method, each.rule, each.level, each.place, each.from, each.until],
    ...[each.observed, each.expected?.toFixed(2) ?? null, each.upper?.toFixed(2) ?? null],
    ...[
      JSON.stringify(each.cases.map((index) => idOf('notifiable-case', index))),
      each.raisedAt,
      each.verifyDueAt,
      each.verifyDueOn,
    ],
    ...[each.verifiedAt, each.verifiedAt ? minutesBetween(each.raisedAt, each.verifiedAt) : null],
    ...[each.verifiedAt ? each.verifiedAt <= each.verifyDueAt : null, each.investigatedAt],
    ...[each.investigatedAt ? minutesBetween(each.verifiedAt!, each.investigatedAt) : null, each.closedAt],
    ...[each.grade, each.gradeSource, each.dismissal],
  ])
  return [
    rowsFor(
      notifiableCases,
      [
        ...recordColumns,
        ...(['disease', 'subtype', 'diseaseClass', 'category', 'course', 'diagnosedAt'] as const),
        ...(['diedOn', 'group', 'workplace', 'schoolClass', 'guardian', 'address', 'origin', 'doctor'] as const),
        ...(['reportedAt', 'reportDueAt', 'reviewDueAt', 'reviewDueOn', 'reviewedAt', 'reviewedOn'] as const),
        ...(['reportedInTime', 'reviewedInTime', 'complete', 'counted', 'confidential'] as const),
      ],
      caseRows.length,
      caseRows,
    ),
    rowsFor(
      diseaseSignals,
      [
        ...recordColumns,
        ...(['disease', 'method', 'rule', 'level', 'place', 'fromOn', 'untilOn'] as const),
        ...(['observed', 'expected', 'upper', 'cases', 'raisedAt', 'verifyDueAt', 'verifyDueOn'] as const),
        ...(['verifiedAt', 'verifyMinutes', 'verifiedInTime', 'investigatedAt', 'investigateMinutes'] as const),
        ...(['closedAt', 'grade', 'gradeSource', 'dismissal'] as const),
      ],
      signalRows.length,
      signalRows,
    ),
  ]
}
