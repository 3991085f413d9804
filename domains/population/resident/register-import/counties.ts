import type { CountyPlaces, TownshipPlaces } from './gazetteer.ts'

/** A county as the register rules see it. */
export interface RegisterCounty extends CountyPlaces {
  readonly code: string
  /** Telephone area code, with its zero. */
  readonly areaCode: string
}

/** What the register rules know of a county besides its divisions. */
const KNOWN: Readonly<Record<string, Omit<RegisterCounty, 'code' | 'townships'>>> = {
  '530721': {
    ancestors: ['云南省', '丽江市', '玉龙纳西族自治县'],
    areaCode: '0888',
    villageAliases: { 武侯: '武候' },
  },
}

/**
 * The county whose register is read, with its present divisions and the names of province, city and county. Of a county that is not known further, local
 * phone numbers without area code are not completed.
 */
export function registerCounty(
  code: string,
  townships: readonly TownshipPlaces[],
  ancestors: readonly string[] = KNOWN[code]?.ancestors ?? [],
): RegisterCounty {
  return { areaCode: '', ...KNOWN[code], code, townships, ancestors }
}

/** Villages under their townships, from a flat list of divisions in which the township's code begins the village's. */
export function nestVillages(
  divisions: ReadonlyArray<{ readonly code: string; readonly name: string }>,
): TownshipPlaces[] {
  return divisions
    .filter(({ code }) => code.length === 9)
    .map(({ code, name }) => ({
      code,
      name,
      villages: divisions.filter((village) => village.code.length === 12 && village.code.startsWith(code)),
    }))
}
