import { readCounty, type CountyData, type DivisionData } from '@kangheng/kernel/place/county-data.ts'
import { institutionPlanOf } from '@kangheng/kernel/place/data/institutions.ts'
import type { CountyInstitutions } from '@kangheng/kernel/place/institution-plan.ts'
import type { PlaceData } from '@kangheng/kernel/place/load.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import type { TableRows } from '../rows/load-table.ts'
import type { CountyTruth } from '../truth.ts'
import { countyNames, placeName } from './names.ts'

/** The invented city: a code that is not given to any (5390), and a name that says what it is. */
export const inventedCity = { code: '5390', name: '滇川市（演示）', englishName: 'Dianchuan City (demo)' } as const

/** Each county of the city is made like 玉龙: its generators name places by these codes, which are replaced by the county's own at the end. */
const MODEL = '530721'
/** Townships that the generators of the demo speak of, each with its first villages. */
const TOWNSHIPS = ['001', '102', '105', '106', '209']
const VILLAGES = 4
/** How much of the signing of 玉龙 the county with the least, and that with the most, come to. */
const SIGNING = [0.82, 1.06] as const

/** A county of the invented city. */
export interface InventedCounty {
  readonly code: string
  /** Its places as the generators know them: names of its own under the codes of the model. */
  readonly model: CountyData
  /** Its places under its own codes. */
  readonly places: PlaceData
  /** Its signing of family doctors, where 1 is the model's. */
  readonly signing: number
  /** Which of how many counties it is: they share out the identity numbers of a day. */
  readonly share: { readonly index: number; readonly of: number }
  /** Rows of the model as rows of this county. */
  translate(tables: readonly TableRows[]): TableRows[]
  /** A text or code of the model as one of this county. */
  say(text: string): string
}

/** Codes of places and what begins with them; never a part of another number. */
const CODE = /(?<![0-9a-z])530721(?=\d{0,13}(?![0-9a-z]))/g

function renamed(division: DivisionData, zh: string, en: string): DivisionData {
  const ending = ['纳西族自治县', '街道', '社区居委会', '村委会', '镇', '乡'].find((each) =>
    division.name.endsWith(each),
  )!
  const kind = division.englishName.slice(division.englishName.lastIndexOf(' ') + 1)
  return {
    ...division,
    name: zh + (ending === '纳西族自治县' ? '县' : ending === '乡' ? '乡' : ending),
    shortName: zh,
    englishName: `${en} ${kind}`,
  }
}

function modelOf(index: number, zh: string, en: string): { data: CountyData; names: Map<string, string> } {
  const original = readCounty(MODEL)
  let number = index * 7
  const names = new Map<string, string>()
  const divisions = TOWNSHIPS.flatMap((township) => {
    const within = original.divisions.filter(({ code }) => code.startsWith(MODEL + township))
    const villages = within.filter(({ code }) => code.length === 12).slice(0, VILLAGES)
    return [within[0]!, ...villages].map((each) => {
      const name = placeName((number += 1))
      const made = renamed(each, name.zh, name.en)
      // Not the short name by itself, which a person may bear.
      if (each.code.length === 9) {
        names.set(each.name, made.name)
        names.set(`${each.shortName}卫生院`, `${made.shortName}卫生院`)
      }
      return made
    })
  })
  // On the schematic map of the city, five counties in a row.
  const county = { ...renamed(original.county, zh, en), x: index % 5, y: Math.floor(index / 5) }
  const source = 'Invented for the demo city: the form of 530721, names and codes of nobody'
  return { data: { source, county, divisions }, names }
}

function institutionsOf(data: CountyData, say: (text: string) => string): CountyInstitutions {
  const plan = JSON.parse(say(JSON.stringify(institutionPlanOf(readCounty(MODEL))))) as CountyInstitutions
  const known = new Set(data.divisions.map(({ code }) => code))
  return { ...plan, private: plan.private.filter(({ division }) => known.has(division)), named: {} }
}

/** The n-th of so many counties of the invented city; always the same. @throws Refusal when the city has no name for it */
export function inventedCounty(index: number, of: number): InventedCounty {
  const name = countyNames[index]
  if (!name || of > countyNames.length)
    return refuse('counties', {
      zh: `演示市最多有${countyNames.length}个县`,
      en: `The demo city has ${countyNames.length} counties at most`,
    })
  const code = `${inventedCity.code}${21 + index}`
  const { data: model, names } = modelOf(index, ...name)
  const words: readonly (readonly [string, string])[] = [
    ['玉龙纳西族自治县', `${name[0]}县`],
    ['Yulong County', `${name[1]} County`],
    ['玉龙县', `${name[0]}县`],
    ['丽江市', '滇川市'],
    ...names,
  ]
  const inOwnCodes = (text: string) => text.replace(CODE, code)
  const say = (text: string) => inOwnCodes(words.reduce((said, [from, to]) => said.replaceAll(from, to), text))
  const own = JSON.parse(inOwnCodes(JSON.stringify(model))) as CountyData
  const [least, most] = SIGNING
  return {
    ...{ code, model, say, share: { index, of } },
    places: { divisions: own, institutions: institutionsOf(own, say) },
    signing: least + ((most - least) * ((index * 7) % of)) / Math.max(1, of - 1),
    translate: (tables) => tables.map((table) => ({ ...table, rows: translated(table.rows, say) })),
  }
}

function* translated(rows: TableRows['rows'], say: (text: string) => string): TableRows['rows'] {
  for (const row of rows) yield row.map((value) => (typeof value === 'string' ? say(value) : value))
}

/** What the records of an invented county add up to: its own signing, and as many teams as it has villages to look after. */
export function truthOfInvented(truth: CountyTruth, { model, signing }: InventedCounty): CountyTruth {
  const villages = model.divisions.filter(({ code }) => code.length === 12).length
  const teams = Math.min(truth.teams, villages)
  const { register } = truth
  const forced = register.monitored.due + register['out-of-poverty'].due + truth.specialFamilies
  return {
    ...truth,
    signed: Math.round(truth.signed * signing),
    keySigned: Math.max(forced, Math.round(truth.keySigned * signing)),
    teams,
    doctors: Math.round((truth.doctors * teams) / truth.teams),
  }
}
