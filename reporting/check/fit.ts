import { findPeriod, monthOf, type Period } from '@kangheng/kernel/period/period.ts'
import type { DivisionLevel } from '@kangheng/kernel/place/code.ts'
import type { Claim } from './types.ts'

/** What a document is compared with: a place under all its names, and a period. */
export type Frame = { names: readonly string[]; level: DivisionLevel | undefined; period: string }

/** What 全… and 我… may be said of at each level; 局, 院 and 系统 speak of whoever writes. */
const OWN: Readonly<Record<string, RegExp>> = {
  city: /^(?:全|我|本)(?:市|局|系统)$/,
  county: /^(?:全|我|本)(?:县|区|市|旗|局|系统)$/,
  township: /^(?:全|我|本)(?:镇|乡|街道|院)$/,
  village: /^(?:全|我|本)(?:村|社区)$/,
}

/**
 * Whether a claim speaks of the place and period it would be compared with. A claim that names another place or another time is
 * left alone: a false difference costs more trust than a missing comparison. What names neither speaks of the document's own.
 */
export function fits({ subject }: Claim, frame: Frame): boolean {
  return fitsPlace(subject.place, frame) && fitsPeriod(subject.period, findPeriod(frame.period))
}

function fitsPlace(place: string | null, { names, level }: Frame): boolean {
  if (place === null) return true
  if (/^(?:全|我|本)/.test(place)) return level === undefined || (OWN[level]?.test(place) ?? false)
  if (/^x{2}/i.test(place)) return true
  const stem = place.replace(/(?:自治县|县|区|市|镇|乡|街道)$/, '')
  return names.some(
    (name) => name === place || (stem.length >= 2 && name.startsWith(stem) && name.at(-1) === place.at(-1)),
  )
}

const QUARTERS = '一二三四'

/** The first and last month, as `YYYY-MM`, that a wording names; null when it says nothing about which. */
function span(text: string, year: string): { from: string; to: string } | null {
  const at = (month: number, of = year) => `${of}-${String(month).padStart(2, '0')}`
  const said = /^((?:19|20)\d{2})年/.exec(text)?.[1]
  const own = said ?? year
  const rest = said ? text.slice(said.length + 1) : text
  if (/去年/.test(rest)) return { from: at(1, String(Number(year) - 1)), to: at(12, String(Number(year) - 1)) }
  if (/上半年/.test(rest)) return { from: at(1), to: at(6) }
  if (/下半年/.test(rest)) return { from: at(7), to: at(12) }
  const quarter = /^(前)?([一二三四])季度/.exec(rest)
  if (quarter) {
    const number = QUARTERS.indexOf(quarter[2]!) + 1
    return { from: at(quarter[1] ? 1 : number * 3 - 2), to: at(number * 3) }
  }
  const range = /^(\d{1,2})(?:月(?:\d{1,2}日)?)? ?[-~—至到] ?(?:((?:19|20)\d{2})年)?(\d{1,2})月/.exec(rest)
  if (range) return { from: at(Number(range[1]), own), to: at(Number(range[3]), range[2] ?? own) }
  const day = /^(\d{1,2})月/.exec(rest)
  if (day) return { from: at(1, own), to: at(Number(day[1]), own) }
  if (said) return { from: at(1, said), to: at(12, said) }
  return null
}

function fitsPeriod(text: string | null, period: Period | undefined): boolean {
  if (text === null || period === undefined) return true
  const year = period.ends.slice(0, 4)
  if (/^(?:全年|今年)$/.test(text)) return true
  const said = span(text.normalize('NFKC'), year)
  if (said === null) return true
  const [from, to] = [monthOf(period.starts), monthOf(period.ends)]
  // 2025年 in a report of January to November means those months; 截至2025年11月30日 means their end.
  if (/^\d{4}年$/.test(text)) return said.to.slice(0, 4) === year
  return said.to === to && (said.from === from || said.from === `${year}-01`)
}
