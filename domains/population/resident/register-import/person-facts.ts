import { dayMeant, type DateReading } from '@kangheng/kernel/exchange/date-cell.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { IdentityDocument, Sex } from '@kangheng/kernel/person/identity-number.ts'
import { contradictsBirth } from './birth-date.ts'
import { isNewborn } from './newborn.ts'
import type { ReasonCode } from './reasons.ts'
import type { SexReading } from './sex.ts'

/** Birth date and sex of a row, decided from document and columns together. They count only when there are no reasons. */
export interface PersonFacts {
  readonly reasons: readonly ReasonCode[]
  readonly birth?: IsoDate
  readonly sex?: Sex
}

/** The columns beside the document. */
export interface PersonColumns {
  readonly birth: DateReading
  readonly sex: SexReading
  readonly reportedOn: IsoDate
}

/** What is wrong with the columns themselves, whatever the document says. */
export function unreadableColumns({ birth, sex }: PersonColumns): ReasonCode[] {
  const reasons: ReasonCode[] = []
  if (birth.kind === 'unreadable') reasons.push('BIRTH_FORMAT')
  if (sex === 'invalid') reasons.push('SEX_INVALID')
  return reasons
}

/** A document that holds birth date and sex: both come from it, the columns may only agree. Source: rules 1.4, 1.5, 1.8. */
export function factsOfNumber(
  document: IdentityDocument & { birth: IsoDate; sex: Sex },
  columns: PersonColumns,
): PersonFacts {
  const reasons: ReasonCode[] = []
  if (columns.birth.kind === 'unreadable') reasons.push('BIRTH_FORMAT')
  else if (contradictsBirth(columns.birth, document.birth)) reasons.push('BIRTH_MISMATCH')
  if (columns.sex === 'invalid') reasons.push('SEX_INVALID')
  else if (columns.sex !== 'blank' && columns.sex !== document.sex) reasons.push('SEX_MISMATCH')
  return { reasons, birth: document.birth, sex: document.sex }
}

/** A passport or permit: birth date and sex must stand in their columns. Source: rules 1.7. */
export function factsOfColumns(columns: PersonColumns): PersonFacts {
  const birth = dayMeant(columns.birth, columns.reportedOn)
  const sex = knownSex(columns.sex)
  const incomplete: ReasonCode[] = birth === undefined || sex === undefined ? ['OTHER_DOC_INCOMPLETE'] : []
  return { reasons: [...incomplete, ...unreadableColumns(columns)], birth, sex }
}

/** No number at all: a newborn with sex and mother is accepted, everybody else is not. Source: rules 1.6. */
export function factsWithoutNumber(columns: PersonColumns, mother: string | undefined): PersonFacts {
  const birth = dayMeant(columns.birth, columns.reportedOn)
  const sex = knownSex(columns.sex)
  const own: ReasonCode[] = []
  if (birth === undefined || !isNewborn(birth, columns.reportedOn)) own.push('ID_MISSING')
  else if (sex === undefined || mother === undefined) own.push('NEWBORN_INCOMPLETE')
  return { reasons: [...own, ...unreadableColumns(columns)], birth, sex }
}

function knownSex(reading: SexReading): Sex | undefined {
  return reading === 'male' || reading === 'female' ? reading : undefined
}
