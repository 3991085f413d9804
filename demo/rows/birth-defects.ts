import { centreCode, clinicCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import {
  ASK_AFTER,
  DIAGNOSIS_WITHIN,
  diagnosisTime,
  isCounted,
  REPORT_WITHIN,
  RESULT_WITHIN,
  REVIEW_WITHIN,
  screenings,
} from '@kangheng/domains/public-health/birth-defects/surveillance.ts'
import { cards, folicAcid, prenatalScreenings } from '@kangheng/domains/public-health/birth-defects/tables.ts'
import { isoOf, isoOrNull, type Day } from '../days.ts'
import type { Model } from '../model.ts'
import type { Resident } from '../people/model.ts'
import {
  planBirthDefects,
  type DefectCase,
  type FolicAcidIssue,
  type PrenatalOffer,
} from '../services/birth-defects.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

const head = (county: string, person: Resident, institution: string, id: string, on: Day, state: string) => {
  const day = isoOf(on)
  return [county, id, person.household.village.code, institution, person.id, day, state, evening(day)]
}

function cardRow({ county, idOf }: Model, each: DefectCase, index: number): CopyValue[] {
  const { pregnancy, defects, diagnosedOn, reportedOn, reviewedOn } = each
  const { child, weeks, weight, place } = pregnancy.born!
  const [bornOn, diagnosed] = [isoOf(child.birth), isoOf(diagnosedOn)]
  const finding = { bornOn, diagnosedOn: diagnosed, weeks, place }
  const died = child.leftBy === 'death' && child.leftOn !== null && child.leftOn <= child.birth + 7
  const state = reviewedOn === null ? 'reported' : 'reviewed'
  return [
    ...head(county, pregnancy.woman, `H${county}001`, idOf('birth-defect', index), child.birth, state),
    ...[idOf('newborn', pregnancy.index), 1, child.sex, weeks, weight, place, died ? 'died-early' : 'live'],
    ...[JSON.stringify(defects), defects.includes('heart') ? 'ultrasound' : 'clinical', 'confirmed', diagnosed],
    ...[diagnosed, isoOf(reportedOn), isoOf(Math.max(child.birth, diagnosedOn) + REPORT_WITHIN)],
    ...[isoOf(reportedOn + REVIEW_WITHIN), isoOrNull(reviewedOn), diagnosisTime(finding), isCounted(finding)],
  ]
}

function issueRow({ county, idOf }: Model, each: FolicAcidIssue, index: number): CopyValue[] {
  const { pregnancy, on, stage, bottles, askedOn, taking } = each
  const { woman } = pregnancy
  const clinic = clinicCode(woman.household.village.code)
  return [
    ...head(county, woman, clinic, idOf('folic-acid', index), on, taking === null ? 'issued' : 'asked'),
    ...[stage, bottles, isoOf(on + ASK_AFTER), isoOrNull(askedOn), taking],
  ]
}

function offerRow({ county, idOf }: Model, each: PrenatalOffer, index: number): CopyValue[] {
  const { pregnancy, kind, on, weeks, accepted, testedOn, result, diagnosed } = each
  const { woman } = pregnancy
  const atRisk = result === 'critical' || result === 'high'
  const state = !accepted
    ? 'declined'
    : result === null
      ? 'accepted'
      : !atRisk
        ? 'low-risk'
        : diagnosed === null
          ? 'high-risk'
          : 'closed'
  const begins = Math.max(on, pregnancy.lastPeriodOn + 7 * screenings[kind].weeks[0])
  const due =
    state === 'accepted' ? begins + RESULT_WITHIN : state === 'high-risk' ? testedOn! + DIAGNOSIS_WITHIN : null
  const done = diagnosed === 'declined' ? null : diagnosed
  return [
    ...head(
      county,
      woman,
      centreCode(woman.household.village.code.slice(0, 9)),
      idOf('prenatal-screening', index),
      on,
      state,
    ),
    ...[idOf('pregnancy', pregnancy.index), kind, weeks, accepted ? 'accepted' : 'declined', isoOrNull(testedOn)],
    ...[result, isoOrNull(due), diagnosed && (done ? 'accepted' : 'declined'), done && 'amniocentesis'],
    ...[done && (done.abnormal ? 'abnormal' : 'normal'), isoOrNull(done?.on ?? null)],
  ]
}

/** Cards, folic acid and prenatal screening. */
export function birthDefectTables(model: Model): TableRows[] {
  const { cases, issues, offers } = planBirthDefects(model)
  return [
    rowsFor(
      cards,
      // prettier-ignore
      [...recordColumns, 'newborn', 'number', 'sex', 'weeks', 'weight', 'place', 'outcome', 'defects', 'basis', 'certainty', 'diagnosedOn', 'confirmedOn', 'reportedOn', 'reportDueOn', 'reviewDueOn', 'reviewedOn', 'foundAt', 'counted'],
      cases.length,
      cases.map((each, index) => cardRow(model, each, index)),
    ),
    rowsFor(
      folicAcid,
      [...recordColumns, 'stage', 'bottles', 'askOn', 'askedOn', 'taking'],
      issues.length,
      issues.map((each, index) => issueRow(model, each, index)),
    ),
    rowsFor(
      prenatalScreenings,
      // prettier-ignore
      [...recordColumns, 'pregnancy', 'kind', 'weeks', 'answer', 'testedOn', 'result', 'dueOn', 'diagnosisAnswer', 'diagnosisMethod', 'diagnosisResult', 'diagnosedOn'],
      offers.length,
      offers.map((each, index) => offerRow(model, each, index)),
    ),
  ]
}
