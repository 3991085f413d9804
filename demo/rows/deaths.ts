import { centreCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { reportDueOn, reviewDueOn } from '@kangheng/domains/public-health/cause-of-death/limits.ts'
import { causeColumns } from '@kangheng/domains/public-health/cause-of-death/reading.ts'
import { certificates } from '@kangheng/domains/public-health/cause-of-death/tables.ts'
import { isoOf, isoOrNull } from '../days.ts'
import { serialIn } from '../layer.ts'
import type { Model } from '../model.ts'
import type { Death } from '../services/deaths.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

/** The number of the certificate of a death. */
export const certificateNumber = ({ layer }: Pick<Model, 'layer'>, index: number): string =>
  `5307${String(serialIn(layer, index) + 1).padStart(8, '0')}`

/** Cause and state: what the rules left open a coder has decided by the time of the review. */
function causeOf({ found, reviewedOn }: Death) {
  if (found.state !== 'to-code' || reviewedOn === null) return found
  return { ...found, ...causeColumns(found.proposed!, 'coder'), coderReason: 'SP4：以(a)为终点的顺序的起始原因' }
}

function certificateRow(model: Model, death: Death, index: number): CopyValue[] {
  const { county, idOf } = model
  const { person, on, place, reportedOn, reviewedOn, chain, partOne, partTwo, deceased } = death
  const village = person.household.village.code
  const hospital = place === 'institution' && index % 3 > 0
  const [day, reported] = [isoOf(on), isoOf(reportedOn!)]
  const due = reportDueOn(day)
  const c = causeOf(death)
  return [
    ...[
      county,
      idOf('death-certificate', index),
      village,
      hospital ? `H${county}001` : centreCode(village.slice(0, 9)),
    ],
    ...[person.id, day, reviewedOn === null ? c.state : 'reviewed', evening(reported)],
    ...[certificateNumber(model, index), place, hospital ? 'secondary' : index % 4 ? 'secondary' : 'township'],
    ...[place === 'institution' ? 'clinical-tests' : 'clinical', JSON.stringify(chain), partOne, partTwo],
    ...['和医生（演示）', reported, reported, due, reported <= due, deceased.sex, deceased.age, deceased.days],
    ...[c.underlying, c.cause, c.causeGroup, c.majorChronic, c.vague, c.rule, c.proposed, c.coderReason],
    ...[reviewDueOn(reported), isoOrNull(reviewedOn)],
  ]
}

/** Certificates of the deaths that somebody has certified. */
export function deathTables(model: Model): TableRows[] {
  const rows = model.deaths.flatMap((death, index) =>
    death.reportedOn === null ? [] : [certificateRow(model, death, index)],
  )
  return [
    rowsFor(
      certificates,
      // prettier-ignore
      [...recordColumns, 'number', 'place', 'diagnosedAt', 'basis', 'chain', 'partOne', 'partTwo', 'doctor', 'issuedOn', 'reportedOn', 'reportDueOn', 'inTime', 'sex', 'age', 'ageInDays', 'underlying', 'cause', 'causeGroup', 'majorChronic', 'vague', 'rule', 'proposed', 'coderReason', 'workDueOn', 'reviewedOn'],
      rows.length,
      rows,
    ),
  ]
}
