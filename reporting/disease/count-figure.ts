import type { FigureRef, PeriodRef, PlaceRef } from '@kangheng/kernel/wording/model.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

/** What a number counted from report cards is called, and where its cards are found. */
export interface CountOf {
  /** Stands for the definition: `communicable-disease.week-cases` and what is counted. */
  readonly id: string
  readonly title: Text
  readonly place: PlaceRef
  readonly period: PeriodRef
  readonly value: number
  readonly unit: Text
  readonly link: string
}

const BASIS: Text = {
  zh: '已审核的临床诊断和确诊病例，按审核日期和现住址，生成时的报告卡',
  en: 'reviewed clinical and confirmed cases, by day of review and present address, as the cards stood when it was made',
}

/** A number of cards as a document quotes it: its title, basis and the page that lists the cards. It stays provisional, since cards may still be corrected. */
export function countFigure({ id, title, place, period, value, unit, link }: CountOf): FigureRef {
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
    basis: BASIS,
    definitionVersion: 1,
    link,
  }
}
