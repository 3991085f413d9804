import type { Text } from '../api/types.ts'

/** Cases of a place and period as the server counts them from the cards. */
export interface AnalysisAnswer {
  span: { id: string; title: Text; from: string; until: string }
  week: { year: number; week: number }
  seesAll: boolean
  diseases: {
    disease: string
    diseaseClass: 'A' | 'B' | 'C'
    title: Text
    cases: number
    lastYear: number
    deaths: number
    incidence: string | null
    /** Percent against the same time of last year, and deaths per hundred cases; two decimals. */
    change: string | null
    fatality: string | null
  }[]
  weeks: { week: number; cases: number | null; earlier: number | null }[]
  earlierYears: number[]
  ages: { from: number; to: number | null; male: number; female: number }[]
  places: { code: string; name: string; x: number | null; y: number | null; cases: number }[]
  cards: { id: string; disease: string; onset: string; reviewedOn: string; divisionName: string }[]
}
