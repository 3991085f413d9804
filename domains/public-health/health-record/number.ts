import { divisionLevel } from '@kangheng/kernel/place/code.ts'

/** Kinds of villages and communities, as a record number tells them apart. */
export type VillageKind = 'community' | 'village' | 'other'

/** The parts of a health record number. */
export interface RecordNumber {
  readonly county: string
  readonly township: string
  readonly villagePart: string
  readonly kind: VillageKind
  readonly serial: number
}

/**
 * The village part of a record number for a 12-digit statistical code. The two codes differ: residents' committees are 001–099 here and
 * 001–199 there, villagers' committees 101–199 here and 200–399 there, others 901–999 here and 400–599 there.
 * @returns undefined where the statistical code has no counterpart (community 100 and above, village 200 or from 300): then the county
 * assigns a part of its own.
 * Source: 国家基本公共卫生服务规范 居民健康档案编码; GB/T 10114; 统计用区划代码和城乡划分代码编制规则.
 */
export function villagePartOf(division: string): string | undefined {
  if (divisionLevel(division) !== 'village') return undefined
  const statistical = Number(division.slice(9))
  const part = (number: number, least: number, most: number) =>
    number >= least && number <= most ? String(number).padStart(3, '0') : undefined
  if (statistical < 200) return part(statistical, 1, 99)
  if (statistical < 400) return part(statistical - 100, 101, 199)
  return part(statistical + 500, 901, 999)
}

const KINDS: readonly [VillageKind, number, number][] = [
  ['community', 1, 99],
  ['village', 101, 199],
  ['other', 901, 999],
]

/** The last serial number a village can give. */
export const MOST_RECORDS = 99_999

/** The first twelve digits of the numbers of a village. */
export function numberPrefix(division: string, villagePart: string): string {
  return division.slice(0, 9) + villagePart
}

/** Puts a number together; the serial is counted in the village, from 1. */
export function composeNumber(prefix: string, serial: number): string {
  return prefix + String(serial).padStart(5, '0')
}

/** Reads a record number; undefined when it is none. */
export function readRecordNumber(text: string): RecordNumber | undefined {
  const match = /^(\d{6})(\d{3})(\d{3})(\d{5})$/.exec(text.replace(/[\s-]/g, ''))
  if (!match) return undefined
  const [, county, township, villagePart, serial] = match as unknown as [string, string, string, string, string]
  const kind = KINDS.find(([, least, most]) => Number(villagePart) >= least && Number(villagePart) <= most)?.[0]
  if (!kind || township === '000' || Number(serial) === 0) return undefined
  return { county, township, villagePart, kind, serial: Number(serial) }
}
