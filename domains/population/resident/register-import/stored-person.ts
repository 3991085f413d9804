import { ETHNIC_GROUPS, findEthnicGroupByName } from '@kangheng/kernel/person/ethnic-groups.ts'
import { relationCode, relations } from '@kangheng/kernel/person/relations.ts'
import type { HukouKind, Relation, ResidentEntry } from './entry.ts'

/** Kinds of registration as they are stored. */
export type StoredRegistration = 'rural' | 'urban' | 'resident' | 'collective'

const REGISTRATIONS: Readonly<Record<HukouKind, StoredRegistration>> = {
  农业户口: 'rural',
  非农业户口: 'urban',
  居民户口: 'resident',
  集体户口: 'collective',
}

/** What a register says about groups of people; other lines of business have registers of their own and may look here. */
export interface RegisterFlags {
  readonly poverty?: boolean
  readonly hypertension?: boolean
  readonly diabetes?: boolean
}

/** The stored codes of an entry's words; null where the entry says nothing. */
export function storedCodes(entry: Pick<ResidentEntry, 'ethnic' | 'relation' | 'hukou'>) {
  return {
    ethnic: entry.ethnic === null ? null : (findEthnicGroupByName(entry.ethnic)?.code ?? null),
    relation: entry.relation === null ? null : (relationCode(entry.relation) ?? null),
    registration: entry.hukou === null ? null : REGISTRATIONS[entry.hukou],
  }
}

const ETHNIC_NAMES = new Map(ETHNIC_GROUPS.map((group) => [group.code, group.zh]))
const HUKOU = new Map(Object.entries(REGISTRATIONS).map(([word, stored]) => [stored as string, word as HukouKind]))

/** The register's words for stored codes. A sibling is stored without telling brothers from sisters and is read by the person's sex. */
export function registerWords(stored: {
  ethnic: string | null
  relation: string | null
  registration: string | null
  sex: string
}): Pick<ResidentEntry, 'ethnic' | 'relation' | 'hukou'> {
  const title = stored.relation === null ? null : (relations as Record<string, { zh: string }>)[stored.relation]?.zh
  const relation = stored.relation === '70' ? (stored.sex === 'male' ? '兄弟' : '姐妹') : (title ?? null)
  return {
    ethnic: stored.ethnic === null ? null : (ETHNIC_NAMES.get(stored.ethnic) ?? null),
    relation: relation as Relation | null,
    hukou: stored.registration === null ? null : (HUKOU.get(stored.registration) ?? null),
  }
}

/** The flags of an entry, as they are stored with the person; only what the register states. */
export function storedFlags(
  entry: Partial<Pick<ResidentEntry, 'poverty' | 'hypertension' | 'diabetes'>>,
): RegisterFlags {
  const stated = Object.entries({
    poverty: entry.poverty,
    hypertension: entry.hypertension,
    diabetes: entry.diabetes,
  }).filter(([, value]) => typeof value === 'boolean')
  return Object.fromEntries(stated) as RegisterFlags
}
