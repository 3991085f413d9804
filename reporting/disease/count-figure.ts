import type { FigureRef, PeriodRef, PlaceRef } from '@kangheng/kernel/wording/model.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

/** What a number counted from records is called, and where these are found. */
export interface CountOf {
  /** Stands for the definition: `communicable-disease.week-cases` and what is counted. */
  readonly id: string
  readonly title: Text
  readonly place: PlaceRef
  readonly period: PeriodRef
  readonly value: number
  readonly unit: Text
  readonly link: string
  /** Counted report cards unless told. */
  readonly basis?: Text
}

const CARDS: Text = {
  zh: '已审核的临床诊断和确诊病例，按审核日期和现住址，生成时的报告卡',
  en: 'reviewed clinical and confirmed cases, by day of review and present address, as the cards stood when it was made',
}

/** A counted number as a document quotes it: its title, basis and the page behind it. It stays provisional, since records may still be corrected. */
export function countFigure({ id, title, place, period, value, unit, link, basis = CARDS }: CountOf): FigureRef {
  return {
    key: '',
    indicator: id,
    title,
    place,
    period,
    value: String(value),
    unit,
    decimals: 0,
    numerator: { title, value: String(value) },
    denominator: null,
    status: 'provisional',
    closedOn: null,
    basis,
    definitionVersion: 1,
    link,
  }
}
