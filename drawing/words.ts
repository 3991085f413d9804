import type { Datum, Language, Light, Text } from './cell-data.ts'
import { grouped } from './text.ts'

const words = {
  target: { zh: '目标', en: 'target' },
  due: { zh: '时序', en: 'due' },
  lastYear: { zh: '上年同期', en: 'last year' },
  onLastYear: { zh: '同比', en: 'on last year' },
  level: { zh: '持平', en: 'level' },
  noComparison: { zh: '上年无数', en: 'none last year' },
  rank: { zh: '第', en: 'rank ' },
  green: { zh: '达到序时', en: 'on course' },
  yellow: { zh: '滞后', en: 'lagging' },
  red: { zh: '严重滞后', en: 'far behind' },
  provisional: { zh: '未关账', en: 'provisional' },
  withheld: { zh: '不公开', en: 'withheld' },
  notApplicable: { zh: '不适用', en: 'n/a' },
  nothing: { zh: '没有可显示的数据', en: 'No figures to show' },
  place: { zh: '地区', en: 'Place' },
  indicator: { zh: '指标', en: 'Indicator' },
  notes: { zh: '批注', en: 'Notes' },
} as const satisfies Readonly<Record<string, Text>>

/** A wording of pictures. */
export const word = (key: keyof typeof words, language: Language): string => words[key][language]

/** What a light means, in words. */
export const lightWord = (light: Light, language: Language): string => words[light][language]

/** A value as it is read; a dash where it is missing. */
export function valueText(datum: Datum | undefined, language: Language): string {
  if (datum?.value !== null && datum?.value !== undefined) return grouped(datum.value)
  if (datum?.withheld) return word('withheld', language)
  return datum?.notApplicable ? word('notApplicable', language) : '—'
}

const POINTS: Readonly<Record<string, Text>> = {
  '%': { zh: '个百分点', en: ' pts' },
  '‰': { zh: '个千分点', en: ' per-mille pts' },
}

/** In what a figure of this unit differs from last year's: a share in points, any other rate in its own unit. */
export function changeUnit(kind: 'percent' | 'points', unit: Text, language: Language): string {
  if (kind === 'percent') return '%'
  return POINTS[unit.zh]?.[language] ?? (language === 'zh' ? unit.zh : ` ${unit.en}`)
}

/** The comparison with last year: ▲ 3.2 个百分点. */
export function changeText(change: Datum['change'], unit: Text, language: Language): string {
  if (!change) return word('noComparison', language)
  const amount = Number(change.value)
  if (amount === 0) return word('level', language)
  return `${amount > 0 ? '▲' : '▼'} ${grouped(change.value.replace(/^[-+]/, ''))}${changeUnit(change.kind, unit, language)}`
}

/** A period where space is short: 2025年11月 is 25年11月. */
export const shortTitle = (title: Text, language: Language): string =>
  language === 'zh' ? title.zh.replace(/^20/, '') : title.en
