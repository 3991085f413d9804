import { centreCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { codeTitle } from '@kangheng/domains/public-health/cause-of-death/index.ts'
import { reportDueOn, reviewDueOn } from '@kangheng/domains/public-health/chronic-disease-report/rules.ts'
import { chronicCases } from '@kangheng/domains/public-health/chronic-disease-report/tables.ts'
import { isoOf, isoOrNull, yearsBetween } from '../days.ts'
import type { Model } from '../model.ts'
import { planChronicCases, type ChronicCase } from '../services/chronic-cases.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

function row({ county, idOf }: Model, each: ChronicCase, index: number): CopyValue[] {
  const { person, kind, code, basis, on, reportedOn, reviewedOn, lastFollowedOn, followUpOn, diedOn } = each
  const village = person.household.village.code
  const [day, reported] = [isoOf(on), isoOf(reportedOn)]
  const due = reportDueOn(day)
  const state = reviewedOn === null ? 'reported' : followUpOn === null ? 'closed' : 'reviewed'
  const institution = index % 3 ? `H${county}001` : centreCode(village.slice(0, 9))
  return [
    ...[county, idOf('chronic-case', index), village, institution, person.id, day, state, evening(reported)],
    ...[kind, code, codeTitle(code)!.zh, basis, true, day, '玉龙县人民医院', kind === 'cancer' ? 'unknown' : null],
    ...[
      '和医生（演示）',
      reported,
      due,
      reported <= due,
      yearsBetween(person.birth, on),
      person.sex,
      reviewDueOn(reported),
    ],
    ...[isoOrNull(reviewedOn), isoOrNull(lastFollowedOn), diedOn !== null ? 'dead' : lastFollowedOn ? 'alive' : null],
    ...[isoOrNull(followUpOn), isoOrNull(diedOn), each.fatal],
  ]
}

/** Report cards of attacks and cancers. */
export function chronicCaseTables(model: Model): TableRows[] {
  const rows = planChronicCases(model).map((each, index) => row(model, each, index))
  return [
    rowsFor(
      chronicCases,
      // prettier-ignore
      [...recordColumns, 'kind', 'code', 'disease', 'basis', 'first', 'diagnosedOn', 'hospital', 'stage', 'doctor', 'reportedOn', 'reportDueOn', 'inTime', 'age', 'sex', 'reviewDueOn', 'reviewedOn', 'lastFollowedOn', 'condition', 'followUpOn', 'diedOn', 'fatal'],
      rows.length,
      rows,
    ),
  ]
}
