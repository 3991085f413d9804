import type { RegisterRow } from '@kangheng/kernel/exchange/register.ts'
import { withoutSpaces, isBlankMark } from '@kangheng/kernel/exchange/cell-text.ts'
import { readDate } from '@kangheng/kernel/exchange/date-cell.ts'
import { readYesNo } from '@kangheng/kernel/exchange/yes-no.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { IdentityReading } from '@kangheng/kernel/person/identity-number.ts'
import { readName } from '@kangheng/kernel/person/name.ts'
import type { AddedFields } from './added-fields.ts'
import type { ResidentEntry } from './entry.ts'
import { readEthnicGroup } from './ethnic-group.ts'
import { readHukou } from './hukou.ts'
import { identityReason, readIdentity } from './identity.ts'
import { motherInRemark } from './newborn.ts'
import {
  factsOfColumns,
  factsOfNumber,
  factsWithoutNumber,
  unreadableColumns,
  type PersonColumns,
  type PersonFacts,
} from './person-facts.ts'
import { readPhone } from './phone.ts'
import type { PlaceReading } from './place.ts'
import type { ReasonCode, WarningCode } from './reasons.ts'
import type { ResidentColumn } from './register.ts'
import { readRelation } from './relation.ts'
import { readSex } from './sex.ts'
import { readVillageGroup } from './village-group.ts'

/** What a row is by itself, before other rows are looked at. `warnings` are sorted, FLAG_UNREADABLE once for each such cell. */
export type Assessment =
  | { readonly kind: 'sound'; readonly entry: ResidentEntry; readonly warnings: readonly WarningCode[] }
  | { readonly kind: 'rejected'; readonly reasons: readonly ReasonCode[] }

/** What the rules need besides the row. */
export interface AssessmentContext {
  readonly reportedOn: IsoDate
  /** Telephone area code, which completes local numbers: 0888. */
  readonly areaCode: string
  /** Reads the columns the county has added. */
  readonly readAdded: AddedFields['read']
  readonly readPlace: (townshipText: string, villageText: string) => PlaceReading
}

/** Decides one data row of the register of residents. Source: rules 1.3 to 1.11. */
export function assessRow(row: RegisterRow<ResidentColumn>, context: AssessmentContext): Assessment {
  const { cells, texts } = row
  const name = readName(texts.name)
  const identity = readIdentity(cells.id, texts.id, texts.remark, context.reportedOn)
  const mother = identity.kind === 'none' ? motherInRemark(texts.remark) : undefined
  const columns = {
    birth: readDate(cells.birth, texts.birth),
    sex: readSex(texts.sex),
    reportedOn: context.reportedOn,
  }
  const facts = decideFacts(identity, columns, mother)
  const place = context.readPlace(texts.township, texts.village)
  const reasons: ReasonCode[] = []
  if (name.kind !== 'valid') reasons.push(name.kind === 'missing' ? 'NAME_MISSING' : 'NAME_INVALID')
  reasons.push(...facts.reasons)
  if (place.kind === 'refused') reasons.push(...place.reasons)
  if (reasons.length > 0 || name.kind !== 'valid' || place.kind !== 'village' || identity.kind === 'refused') {
    return { kind: 'rejected', reasons }
  }

  const { values, warnings } = readOtherColumns(row, name.name, context)
  const entry: ResidentEntry = {
    name: name.name,
    document: identity.kind === 'none' ? 'NONE' : identity.document,
    number: identity.kind === 'none' ? null : identity.number,
    from15: identity.kind === 'document' && identity.from15,
    sex: facts.sex!,
    birth: facts.birth!,
    villageCode: place.code,
    mother: mother ?? null,
    ...values,
  }
  return { kind: 'sound', entry, warnings }
}

/** Reasons come in the order of their codes: those of the number, then those of the columns. */
function decideFacts(identity: IdentityReading, columns: PersonColumns, mother: string | undefined): PersonFacts {
  if (identity.kind === 'refused') {
    return { reasons: [identityReason(identity.problem), ...unreadableColumns(columns)] }
  }
  if (identity.kind === 'none') return factsWithoutNumber(columns, mother)
  const { birth, sex } = identity
  return birth !== undefined && sex !== undefined
    ? factsOfNumber({ ...identity, birth, sex }, columns)
    : factsOfColumns(columns)
}

/** The columns that never reject: what cannot be read becomes null with a warning. Source: rules 1.10. */
function readOtherColumns({ cells, texts }: RegisterRow<ResidentColumn>, ownName: string, context: AssessmentContext) {
  const warnings: WarningCode[] = []
  function orWarn<V>(reading: V | null | undefined, warning: WarningCode): V | null {
    if (reading === undefined) warnings.push(warning)
    return reading ?? null
  }
  // In the alphabetical order of the warnings.
  const added = context.readAdded(cells, context.reportedOn)
  for (let left = added.unreadable; left > 0; left--) warnings.push('ADDED_FIELD_UNREADABLE')
  const ethnic = orWarn(readEthnicGroup(texts.ethnic), 'ETHNIC_UNKNOWN')
  const poverty = orWarn(readYesNo(texts.poverty), 'FLAG_UNREADABLE')
  const hypertension = orWarn(readYesNo(texts.htn), 'FLAG_UNREADABLE')
  const diabetes = orWarn(readYesNo(texts.dm), 'FLAG_UNREADABLE')
  const hukou = orWarn(readHukou(texts.hukou), 'HUKOU_UNKNOWN')
  const phone = orWarn(readPhone(texts.phone, context.areaCode), 'PHONE_INVALID')
  const relation = orWarn(readRelation(texts.relation), 'RELATION_UNKNOWN')
  const head = readName(texts.head)
  const householdHead = head.kind === 'valid' ? head.name : relation === '户主' ? ownName : null
  const address = withoutSpaces(texts.address)
  return {
    warnings,
    values: {
      ethnic,
      group: readVillageGroup(texts.group),
      address: isBlankMark(address) ? null : address,
      phone,
      householdHead,
      relation,
      hukou,
      poverty,
      hypertension,
      diabetes,
      ...(Object.keys(added.values).length > 0 ? { added: added.values } : {}),
    },
  }
}
