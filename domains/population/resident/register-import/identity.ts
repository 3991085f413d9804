import type { Cell } from '@kangheng/kernel/exchange/sheet.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import {
  PRECISION_LIMIT,
  readIdentityNumber,
  type IdentityProblem,
  type IdentityReading,
} from '@kangheng/kernel/person/identity-number.ts'
import type { ReasonCode } from './reasons.ts'

/**
 * The identity number column. A number cell of 16 digits or more has lost its last ones even if what is shown passes the check digit;
 * below that its digits are complete (a 15-digit number stored as a number). Source: rules 1.4.
 */
export function readIdentity(cell: Cell, text: string, remark: string, reportedOn: IsoDate): IdentityReading {
  if (cell.kind === 'number' && Math.abs(cell.value) >= PRECISION_LIMIT) {
    return { kind: 'refused', problem: 'precision-lost' }
  }
  return readIdentityNumber(text, { reportedOn, mentionsTaiwan: remark.includes('台') })
}

const REASONS: Readonly<Record<IdentityProblem, ReasonCode>> = {
  'precision-lost': 'ID_PRECISION_LOST',
  format: 'ID_FORMAT',
  area: 'ID_AREA',
  'birth-date': 'ID_BIRTH_INVALID',
  'check-digit': 'ID_CHECK_DIGIT',
}

/** The reason code of a refused number. */
export function identityReason(problem: IdentityProblem): ReasonCode {
  return REASONS[problem]
}
