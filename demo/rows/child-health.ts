import { centreCode, clinicCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { anaemiaOf } from '@kangheng/domains/public-health/child-health/findings.ts'
import * as tables from '@kangheng/domains/public-health/child-health/tables.ts'
import { bodyMassIndex } from '@kangheng/domains/public-health/health-record/index.ts'
import { type Day, isoOf, isoOrNull } from '../days.ts'
import type { Model } from '../model.ts'
import type { ChildInCare } from '../services/child-health.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

function headOf(county: string, { person }: ChildInCare) {
  const village = person.household.village.code
  const [clinic, centre] = [clinicCode(village), centreCode(village.slice(0, 9))]
  return (id: string, at: 'clinic' | 'centre', on: Day, state: string): CopyValue[] => {
    const day = isoOf(on)
    return [county, id, village, at === 'clinic' ? clinic : centre, person.id, day, state, evening(day)]
  }
}

function childRow({ idOf, county }: Model, child: ChildInCare): CopyValue[] {
  const { person, born, registeredOn, weight, weeks, dischargedOn, highRisk, endedOn, next } = child
  const lastSeen = Math.max(0, ...child.newbornVisits.map(({ on }) => on), ...child.checkUps.map(({ on }) => on))
  const state = endedOn === null ? 'managed' : 'ended'
  const reason = person.leftBy === 'death' ? 'died' : person.leftOn !== null ? 'moved-away' : 'seventh-birthday'
  return [
    ...headOf(county, child)(idOf('child-in-care', child.index), 'clinic', registeredOn, state),
    ...[born?.mother?.id ?? null, born?.motherName ?? person.motherName, weight, weeks, 1, isoOrNull(dischargedOn)],
    ...['[]', isoOrNull(endedOn), endedOn === null ? null : reason, highRisk],
    ...[lastSeen === 0 ? null : isoOf(lastSeen), next.nextStep, next.dueOn],
  ]
}

function* visitRows({ idOf, county, children }: Model): Generator<CopyValue[]> {
  let serial = 0
  for (const child of children) {
    const head = headOf(county, child)
    for (const { on, timely, weight } of child.newbornVisits)
      yield [
        ...head(idOf('newborn-visit', serial++), 'clinic', on, 'recorded'),
        ...[idOf('child-in-care', child.index), isoOf(child.person.birth), 'exclusive', weight],
        ...[child.index % 9 === 0 ? 'face' : 'none', on - child.person.birth > 9 ? 'fallen' : 'not-fallen'],
        ...['passed', 'passed', '["feeding","illness"]', timely],
      ]
  }
}

function* checkUpRows({ idOf, county, children }: Model): Generator<CopyValue[]> {
  let serial = 0
  for (const child of children) {
    const head = headOf(county, child)
    for (const each of child.checkUps) {
      const { on, scores, grades, vision, haemoglobin } = each
      yield [
        ...head(idOf('child-check-up', serial++), 'centre', on, 'recorded'),
        ...[idOf('child-in-care', child.index), each.feeding, each.weight, each.height, each.head, haemoglobin],
        ...[each.hearing, vision?.[0] ?? null, vision?.[1] ?? null, each.carious],
        ...[each.warningSigns === null ? null : JSON.stringify(each.warningSigns), '["feeding","growth"]', each.step],
        ...[Math.floor(each.age * 10) / 10, bodyMassIndex(each.height, each.weight) ?? null],
        ...[scores.weightForAge, scores.heightForAge, scores.weightForHeight],
        ...[scores.bodyMassIndexForAge, scores.headForAge],
        ...[grades.weightGrade, grades.heightGrade, grades.buildGrade],
        ...[haemoglobin === null ? null : anaemiaOf(haemoglobin, isoOf(on)), JSON.stringify(each.findings)],
        isoOrNull(each.followedOn),
      ]
    }
  }
}

function* concernRows({ idOf, county, children }: Model): Generator<CopyValue[]> {
  let [serial, first] = [0, 0]
  for (const child of children) {
    const head = headOf(county, child)
    for (const concern of child.concerns) {
      const { on, findings } = child.checkUps[concern.checkUp]!
      const state = concern.closedOn === null ? 'open' : 'closed'
      yield [
        ...head(idOf('child-concern', serial++), 'centre', on, state),
        ...[idOf('child-in-care', child.index), idOf('child-check-up', first + concern.checkUp)],
        ...[JSON.stringify(findings), concern.referral, isoOf(concern.firstDueOn), isoOf(concern.dueOn)],
        ...[isoOrNull(concern.firstFollowedOn), isoOrNull(concern.lastFollowedOn), concern.outcome],
        isoOrNull(concern.closedOn),
      ]
    }
    first += child.checkUps.length
  }
}

/** Children in care with their visits, check-ups and findings. */
export function childHealthTables(model: Model): TableRows[] {
  const { children } = model
  const sum = (count: (child: ChildInCare) => number) => children.reduce((all, child) => all + count(child), 0)
  return [
    rowsFor(
      tables.children,
      // prettier-ignore
      [...recordColumns, 'mother', 'motherName', 'birthWeight', 'gestationalWeeks', 'plurality', 'dischargedOn', 'riskFactors', 'endedOn', 'endReason', 'highRisk', 'lastSeenOn', 'nextStep', 'dueOn'],
      children.length,
      children.map((child) => childRow(model, child)),
    ),
    rowsFor(
      tables.newbornVisits,
      // prettier-ignore
      [...recordColumns, 'child', 'birth', 'feeding', 'weight', 'jaundice', 'navel', 'hearingScreening', 'diseaseScreening', 'guidance', 'timely'],
      sum(({ newbornVisits }) => newbornVisits.length),
      visitRows(model),
    ),
    rowsFor(
      tables.checkUps,
      // prettier-ignore
      [...recordColumns, 'child', 'feeding', 'weight', 'height', 'headCircumference', 'haemoglobin', 'hearing', 'visionLeft', 'visionRight', 'cariousTeeth', 'warningSigns', 'guidance', 'step', 'ageMonths', 'bodyMassIndex', 'weightScore', 'heightScore', 'buildScore', 'indexScore', 'headScore', 'weightGrade', 'heightGrade', 'buildGrade', 'anaemia', 'findings', 'followedOn'],
      sum(({ checkUps }) => checkUps.length),
      checkUpRows(model),
    ),
    rowsFor(
      tables.concerns,
      // prettier-ignore
      [...recordColumns, 'child', 'foundBy', 'findings', 'referral', 'firstDueOn', 'dueOn', 'firstFollowedOn', 'lastFollowedOn', 'outcome', 'closedOn'],
      sum(({ concerns }) => concerns.length),
      concernRows(model),
    ),
  ]
}
