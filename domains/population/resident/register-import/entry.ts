import type { AddedValues } from './added-fields.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { DocumentKind, Sex } from '@kangheng/kernel/person/identity-number.ts'

/** One resident as an accepted row states them, every value in its normal form; null where the row says nothing readable. */
export interface ResidentEntry {
  readonly name: string
  /** NONE for a newborn who has no number yet. */
  readonly document: DocumentKind | 'NONE'
  readonly number: string | null
  /** Whether the row had the 15-digit form of the number. */
  readonly from15: boolean
  readonly sex: Sex
  readonly birth: IsoDate
  /** Official name of the ethnic group: 纳西族. */
  readonly ethnic: string | null
  /** 12-digit code. */
  readonly villageCode: string
  readonly group: string | null
  readonly address: string | null
  /** Digits only. */
  readonly phone: string | null
  readonly householdHead: string | null
  readonly relation: Relation | null
  readonly hukou: HukouKind | null
  readonly poverty: boolean | null
  readonly hypertension: boolean | null
  readonly diabetes: boolean | null
  /** Of newborns only. */
  readonly mother: string | null
  /** Fields the county has added; not there where the register has none of them. */
  readonly added?: AddedValues
}

/** Relations to the head of household which a register tells apart. */
export type Relation =
  | '户主'
  | '配偶'
  | '子'
  | '女'
  | '儿媳'
  | '女婿'
  | '父亲'
  | '母亲'
  | '祖父'
  | '祖母'
  | '孙子'
  | '孙女'
  | '兄弟'
  | '姐妹'
  | '其他'

/** Kinds of household registration. */
export type HukouKind = '农业户口' | '非农业户口' | '居民户口' | '集体户口'

/** What a second row of the same person may add where the first says nothing, in the order of the report. Source: rules 1.12. */
export const FILLED_FIELDS = [
  'ethnic',
  'group',
  'address',
  'phone',
  'householdHead',
  'relation',
  'hukou',
  'poverty',
  'hypertension',
  'diabetes',
] as const satisfies ReadonlyArray<keyof ResidentEntry>

export type FilledField = (typeof FILLED_FIELDS)[number]

/** What is compared between two rows of one person: what can be filled, and what a document without birth date and sex leaves open. */
export const COMPARED_FIELDS = ['sex', 'birth', 'villageCode', ...FILLED_FIELDS] as const

export type ComparedField = (typeof COMPARED_FIELDS)[number]

/** The part of an entry in which two statements about one person may complete or contradict each other. */
export type ComparedValues = Pick<ResidentEntry, ComparedField | 'added'>
