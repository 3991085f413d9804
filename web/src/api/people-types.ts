import type { Text } from '../language/language.tsx'
import type { RecordRow, TaskRow } from './types.ts'

export type Sex = 'male' | 'female' | 'unknown'

export interface PersonRow {
  id: string
  name: string
  sex: Sex
  birth: string
  age: number | null
  division: string
  divisionName: string
  documentMasked: string | null
  phoneMasked: string | null
  state: 'resident' | 'departed' | 'died' | 'merged'
  household: string | null
}

export interface Person extends PersonRow {
  document?: string | null
  phone?: string | null
  address?: string | null
  ethnic?: string | null
  villageGroup?: string | null
  relation?: string | null
  registration?: string | null
  version?: number
}

/** Published curves for the person's sex: the values of the lines at each key. */
export interface Curves {
  field: string
  title: Text
  along: { kind: 'age'; title: Text }
  standard: string
  lines: string[]
  keys: number[]
  values: number[][]
}

export interface PersonFile {
  person: Person
  /** What a register said in columns the county has added. */
  added?: { key: string; title: Text; text: Text }[]
  household: { id: string; name: string; relation: Text | string | null; sex: Sex; birth: string }[]
  /** Not in a village's copy on a phone. */
  residence?: {
    kind: 'usual' | 'registered'
    division: string
    divisionName: string
    startsOn: string
    endsOn: string | null
    startReason: string
    endReason: string | null
  }[]
  sections: { domain: string; title: Text; record: string; rows: RecordRow[]; curves?: Curves[] }[]
  /** Not in a village's copy on a phone. */
  readings?: { at: string; accountName: string; role: Text | string; what: Text | string }[]
  card: { number: string; qrSvg: string } | null
}

/** A household with those of its members whom the reader may see: the newest rows of each, and what is due for all. */
export interface HouseholdFile {
  id: string
  number: string
  headName: string
  division: string
  divisionName: string
  villageGroup: string | null
  members: {
    person: Omit<Person, 'relation'> & { relation?: Text | string | null }
    sections: PersonFile['sections']
  }[]
  work: TaskRow[]
}

export interface DuplicatePair {
  first: Person
  second: Person
  score: number
  reasons: Text[]
  state: 'open' | 'merged' | 'distinct'
  /** The record of the decision, by which a merge is undone. */
  decision: string | null
}

export interface Quality {
  places: { code: string; name: string; score: number | null; residents: number; errors: number }[]
  errors: { kind: string; title: Text; remedy: Text; count: number }[]
  rows: {
    kind: string
    person: string
    personName: string
    division: string
    divisionName: string
    detail: Text | string | null
  }[]
  next: string | null
}
