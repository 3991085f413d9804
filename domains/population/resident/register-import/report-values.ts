import type { Sex } from '@kangheng/kernel/person/identity-number.ts'
import type { ResidentEntry } from './entry.ts'

/** Values of a row under the names of the report. */
export type ReportValues = Readonly<Record<string, string | number | boolean | null>>

/** Fields whose name or form in the report is that of the entry, and the names they have there. */
const NAMES = {
  sex: 'sex',
  birth: 'birth',
  ethnic: 'ethnic',
  villageCode: 'village_code',
  group: 'group',
  address: 'address',
  phone: 'phone',
  householdHead: 'household_head',
  relation: 'relation',
  hukou: 'hukou',
  poverty: 'poverty',
  hypertension: 'hypertension',
  diabetes: 'diabetes',
} as const satisfies Partial<Record<keyof ResidentEntry, string>>

const SEX: Readonly<Record<Sex, string>> = { male: '男', female: '女' }

type ReportedField = keyof typeof NAMES
const FIELDS = Object.keys(NAMES) as ReportedField[]

/** The name of a field in the report. */
export function reportName(field: ReportedField): string {
  return NAMES[field]
}

/** Some fields of an entry under their names in the report. */
export function reportFields(values: Partial<Pick<ResidentEntry, ReportedField | 'added'>>): ReportValues {
  const reported: Record<string, string | number | boolean | null> = {}
  for (const field of FIELDS) {
    const value = values[field]
    if (value !== undefined) reported[NAMES[field]] = field === 'sex' ? SEX[value as Sex] : value
  }
  for (const [key, value] of Object.entries(values.added ?? {})) reported[`extra.${key}`] = value
  return reported
}

/** All values of an entry in the form of the report: `id18` for citizens, `doc_number` for other documents, 男 and 女. */
export function reportValues(entry: ResidentEntry): ReportValues {
  return {
    name: entry.name,
    doc_type: entry.document,
    ...(entry.document === 'ID18' && { id18: entry.number }),
    ...(entry.from15 && { id_from: '15' }),
    ...(entry.document !== 'ID18' && entry.number !== null && { doc_number: entry.number }),
    ...reportFields(entry),
    ...(entry.mother !== null && { mother: entry.mother }),
  }
}
