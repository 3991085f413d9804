import type { Text } from '@kangheng/kernel/text/text.ts'

/** What is counted by day without a diagnosis, and what a signal of it is called. */
export const syndromes = {
  'fever-clinic': { zh: '发热门诊就诊', en: 'Visits to a fever clinic' },
  'influenza-like': { zh: '流感样病例', en: 'Influenza-like illness' },
  diarrhoea: { zh: '腹泻病门诊就诊', en: 'Visits for diarrhoea' },
  'pharmacy-sales': { zh: '药店退热止咳止泻药销售', en: 'Pharmacy sales against fever, cough, diarrhoea' },
  'school-absence': { zh: '学校因病缺勤', en: 'School absence due to illness' },
} as const satisfies Record<string, Text>
export type Syndrome = keyof typeof syndromes

/** Titles of what signals of syndromes carry in the place of a disease. */
export const syndromeTitles: Readonly<Record<string, Text>> = Object.fromEntries(
  Object.entries(syndromes).map(([id, title]) => [`syndrome-${id}`, title]),
)

/** The name of a syndrome in a signal. */
export const asDisease = (syndrome: Syndrome) => `syndrome-${syndrome}`
