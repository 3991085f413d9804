import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Refusal } from '../text/refusal.ts'
import { divisionLevel, parentDivision } from './code.ts'

/** A division as the data file gives it. */
export interface DivisionData {
  readonly code: string
  readonly name: string
  /** The name without its ending: 石鼓 of 石鼓镇 and of 石鼓村委会. */
  readonly shortName: string
  readonly englishName: string
  /** Column and row on the schematic map. */
  readonly x: number
  readonly y: number
}

/** One county's divisions, townships each followed by their villages. */
export interface CountyData {
  /** Where codes and names come from, and of what year. */
  readonly source: string
  readonly county: DivisionData
  readonly divisions: readonly DivisionData[]
}

const FOLDER = new URL('./data/', import.meta.url)

/** Codes of the counties whose divisions ship with the house. */
export function availableCounties(): string[] {
  return readdirSync(FOLDER)
    .map((name) => /^(\d{6})\.json$/.exec(name)?.[1])
    .filter((code) => code !== undefined)
    .sort()
}

function faultsOf(data: CountyData): string[] {
  const codes = new Set([data.county.code, ...data.divisions.map((division) => division.code)])
  const faults = codes.size === data.divisions.length + 1 ? [] : ['a code occurs twice']
  if (divisionLevel(data.county.code) !== 'county') faults.push(`${data.county.code} is no county code`)
  for (const { code } of data.divisions) {
    if (!divisionLevel(code)) faults.push(`${code} is no division code`)
    else if (!codes.has(parentDivision(code) ?? '')) faults.push(`${code} has no parent`)
  }
  return faults
}

/**
 * The divisions of a county by its 6-digit code.
 * @throws Refusal when no data ship for it; a file `<code>.json` of the same form in `kernel/place/data` adds a county.
 */
export function readCounty(code: string): CountyData {
  const file = new URL(`${code}.json`, FOLDER)
  if (!/^\d{6}$/.test(code) || !existsSync(file)) {
    const known = availableCounties().join('、')
    throw new Refusal(
      'not-found',
      {
        zh: `没有县（区）${code}的区划数据。现有：${known}。可按同样格式放入 kernel/place/data/${code}.json`,
        en: `There are no divisions for county ${code}. Available: ${known}. A file kernel/place/data/${code}.json of the same form adds it`,
      },
      { field: 'county' },
    )
  }
  const data = JSON.parse(readFileSync(file, 'utf8')) as CountyData
  const faults = faultsOf(data)
  if (faults.length > 0) throw new Error(`${code}.json: ${faults.join('; ')}`)
  return data
}
