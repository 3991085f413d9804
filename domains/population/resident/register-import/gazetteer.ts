import { ETHNIC_GROUPS } from '@kangheng/kernel/person/ethnic-groups.ts'

/** A county with what people write instead of its official names. Codes as in the national list: 9 digits a township, 12 a village. */
export interface CountyPlaces {
  /** Province, city and county, in this order: 云南省, 丽江市, 玉龙纳西族自治县. */
  readonly ancestors: readonly string[]
  readonly townships: readonly TownshipPlaces[]
  /** Village names written with a wrong character, without ending: 武侯 for 武候. */
  readonly villageAliases?: Readonly<Record<string, string>>
}

export interface TownshipPlaces {
  readonly code: string
  readonly name: string
  readonly villages: ReadonlyArray<{ readonly code: string; readonly name: string }>
}

/** The names of one county, indexed for looking up what a register writes. */
export interface Gazetteer {
  /** A text without the names of province, city and county in front. */
  withoutAncestors(text: string): string
  /** The township of a name, whatever rank it is given. */
  findTownship(name: string): string | undefined
  /** A township at the beginning of a longer text, and the text after it. */
  leadingTownship(text: string): { township: string; rest: string } | undefined
  /** All villages of a name, whatever ending it is given. */
  findVillages(name: string): readonly VillagePlace[]
}

export interface VillagePlace {
  readonly code: string
  readonly township: string
}

const VILLAGE_ENDINGS = [
  '村民委员会',
  '村委会',
  '社区居民委员会',
  '社区居委会',
  '居民委员会',
  '居委会',
  '社区',
  '行政村',
  '村',
]
const TOWNSHIP_ENDINGS = ['民族乡', '街道办事处', '街道办', '街道', '镇', '乡']

/** Indexes a county's places. Source: rules for resident registers, 1.9. */
export function createGazetteer(county: CountyPlaces): Gazetteer {
  const ancestors = new RegExp(`^${county.ancestors.map((name) => `(?:${spellings(name).join('|')})?`).join('')}`)
  const endings = [...ethnicTownshipEndings(county), ...TOWNSHIP_ENDINGS]
  const townships = new Map<string, string>()
  const townshipStems = new Map<string, string>()
  const leading: Array<{ text: string; township: string }> = []
  const villages = new Map<string, VillagePlace[]>()
  for (const { code, name, villages: inside } of county.townships) {
    const stem = withoutEnding(name, endings)
    townships.set(name, code).set(stem, code)
    townshipStems.set(stem, code)
    leading.push(...[name, `${stem}镇`, `${stem}乡`, `${stem}街道`].map((text) => ({ text, township: code })))
    for (const village of inside) {
      const villageStem = withoutEnding(village.name, VILLAGE_ENDINGS)
      villages.set(villageStem, [...(villages.get(villageStem) ?? []), { code: village.code, township: code }])
    }
  }
  // The longest first: an official name before the short one it begins with.
  leading.sort((one, other) => other.text.length - one.text.length)

  return {
    withoutAncestors: (text) => text.replace(ancestors, ''),
    // Only a stem takes another ending: 拉市乡 is 拉市镇, but 拉市镇乡 is no place.
    findTownship: (name) => townships.get(name) ?? townshipStems.get(withoutEnding(name, endings)),
    leadingTownship(text) {
      const found = leading.find((each) => text.length > each.text.length && text.startsWith(each.text))
      return found && { township: found.township, rest: text.slice(found.text.length) }
    },
    findVillages(name) {
      const stem = withoutEnding(name, VILLAGE_ENDINGS)
      return villages.get(county.villageAliases?.[stem] ?? stem) ?? villages.get(name) ?? []
    },
  }
}

/** A place name and its short form: 玉龙纳西族自治县 is also 玉龙县. */
function spellings(name: string): string[] {
  const group = new RegExp(`(?:${ETHNIC_GROUPS.map((each) => each.zh).join('|')})+自治(?=[县州])`)
  return [name, name.replace(group, '')]
}

/** 白族乡, 傈僳族乡 … as they occur in the county. */
function ethnicTownshipEndings(county: CountyPlaces): string[] {
  return ETHNIC_GROUPS.map((group) => `${group.zh}乡`).filter((ending) =>
    county.townships.some((township) => township.name.endsWith(ending)),
  )
}

function withoutEnding(name: string, endings: readonly string[]): string {
  const ending = endings.find((each) => name.endsWith(each))
  return ending === undefined ? name : name.slice(0, -ending.length)
}
