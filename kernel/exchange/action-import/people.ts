import { numberedKinds } from '../../person/document.ts'
import {
  PRECISION_LIMIT,
  normaliseIdentityText,
  readIdentityNumber,
  type IdentityProblem,
} from '../../person/identity-number.ts'
import { normaliseName } from '../../person/name.ts'
import { getVault } from '../../person/vault-holder.ts'
import type { IsoDate } from '../../period/date.ts'
import type { Connection } from '../../store/connection.ts'
import type { Text } from '../../text/text.ts'
import type { Cell } from '../sheet.ts'

/** Somebody the actor may see, found by number. */
export interface FoundPerson {
  readonly id: string
  readonly name: string
}

const PROBLEMS: Readonly<Record<IdentityProblem, Text>> = {
  'precision-lost': {
    zh: '证件号码被存成数字，末几位已丢失：请把该列设为“文本”后重新录入',
    en: 'The number was stored as a figure and lost its last digits: format the column as text and type it again',
  },
  format: {
    zh: '证件号码位数或字符不对，请按证件逐位核对',
    en: 'Wrong length or characters: check it against the document',
  },
  area: { zh: '证件号码前两位不是省份代码，请按证件核对', en: 'The number begins with no province: check it' },
  'birth-date': { zh: '证件号码中的出生日期不存在，请按证件核对', en: 'The birth date in the number does not exist' },
  'check-digit': { zh: '证件号码校验位不符，请按证件逐位核对', en: 'The check digit does not fit: check every digit' },
}

/** What is wrong with a number by itself; undefined when it can be looked up. A number cell of 16 digits has lost some. */
export function numberFault(text: string, cell: Cell, today: IsoDate): Text | undefined {
  if (cell.kind === 'number' && Math.abs(cell.value) >= PRECISION_LIMIT) return PROBLEMS['precision-lost']
  const reading = readIdentityNumber(text, { reportedOn: today, mentionsTaiwan: true })
  if (reading.kind === 'refused') return PROBLEMS[reading.problem]
  return reading.kind === 'none' ? { zh: '请填证件号码', en: 'Enter the identity number' } : undefined
}

function keysOf(text: string, today: IsoDate): string[] {
  const reading = readIdentityNumber(text, { reportedOn: today, mentionsTaiwan: true })
  if (reading.kind !== 'document') return []
  // Somebody may have been registered under the short form.
  const numbers = reading.from15 ? [reading.number, normaliseIdentityText(text)] : [reading.number]
  return numbers.flatMap((number) => numberedKinds.map((kind) => getVault().blindIndex(kind, number)))
}

/** Persons by their numbers, as far as the connection's actor may see them. Documents taken over in a merge lead to who has them now. */
export async function findPeople(
  connection: Connection,
  county: string,
  numbers: readonly string[],
  today: IsoDate,
): Promise<Map<string, FoundPerson>> {
  const numberOf = new Map(numbers.flatMap((number) => keysOf(number, today).map((key) => [key, number] as const)))
  if (numberOf.size === 0) return new Map()
  const rows = await connection.query<FoundPerson & { key: string }>(
    `select p.id, p.name, p.document_key as key from person p where p.county = $1 and p.document_key = any($2::text[])
     union all
     select p.id, p.name, i.key from person_identifier i join person p on p.county = i.county and p.id = i.person
       where i.county = $1 and i.system = 'document' and i.key = any($2::text[])`,
    [county, [...numberOf.keys()]],
  )
  return new Map(rows.map(({ key, id, name }) => [numberOf.get(key)!, { id, name }]))
}

/** Whether a name in a workbook is the name in the file. */
export function sameName(one: string, other: string): boolean {
  return normaliseName(one) === normaliseName(other)
}
