import type { Text } from '../language/language.tsx'

export type { Text }

/** Kernel functions a role may use. */
export type Right =
  | 'see-figures'
  | 'see-persons'
  | 'see-own-person'
  | 'import'
  | 'export'
  | 'set-targets'
  | 'close-periods'
  | 'write-bulletin'
  | 'write-summary'
  | 'sign-summary'
  | 'manage-accounts'
  | 'configure'
  | 'see-journal'
  | 'merge-persons'
  | 'work-offline'

export interface Account {
  id: string
  username: string
  name: string
  role: string
  roleTitle: Text
  division: string
  divisionName: string
  institution: string | null
  institutionName: string | null
  person: string | null
  rights: Right[]
  unmasked: boolean
  mustChangePassword: boolean
  secondFactor: 'none' | 'pending' | 'on'
}

export interface DemoAccount {
  username: string
  password: string
  roleTitle: Text
  divisionName: string
}

export interface Session {
  setupNeeded: boolean
  demo: boolean
  account: Account | null
  demoAccounts?: DemoAccount[]
}

export type FieldKind = 'text' | 'number' | 'date' | 'yes-no' | 'choice' | 'reference'

export interface Field {
  title: Text
  kind: FieldKind
  values?: Record<string, Text>
  unit?: Text
  masked?: string
  refersTo?: string
  extension?: true
  required?: true
}

export interface RecordType {
  id: string
  title: Text
  description: Text
  happenedOn: Text
  states: Record<string, Text>
  list: string[]
  /** Own fields by which the list can be narrowed. */
  filters: string[]
  /** Fields of the newest row that tell how things stand with a person. */
  overview: string[]
  /** Numbers drawn over time in a person's file. */
  trend: { field: string; goals?: { fromAge: number; below: number }[] }[]
  /** Types of records that refer to this one and stand on its page. */
  board: string[]
  /** How rows stand on a line in time in a person's file. */
  timeline?: {
    line: string
    episode?: string
    from?: string
    to?: string
    label?: string
    colour?: { field: string; colours: Record<string, MarkColour> }
  }
  fields: Record<string, Field>
  actions: string[]
  /** Photos can be added to its rows. */
  photos?: boolean
  /** Paper forms its rows can be printed as. */
  forms?: { id: string; title: Text }[]
}

/** Colours of a mark on a line in time. */
export type MarkColour = 'green' | 'yellow' | 'orange' | 'red' | 'purple'

/** The part of JSON Schema that actions' inputs use. */
export interface Schema {
  type?: string | string[]
  title?: string
  titleEn?: string
  description?: string
  enum?: (string | number)[]
  const?: string | number | boolean
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  default?: unknown
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  'x-help'?: Text
  'x-multiline'?: boolean
  'x-photo'?: boolean
  'x-refers-to'?: string
  'x-unit'?: Text | string
  'x-values'?: Record<string, Text>
}

export interface Action {
  id: string
  record: string
  name: string
  title: Text
  on: 'new' | 'existing'
  from?: string[]
  confirm?: Text
  /** This reader may send a workbook of it. */
  importable?: true
  input: Schema
}

export type Better = 'higher' | 'lower' | 'neither'

export interface Indicator {
  id: string
  title: Text
  unit: Text
  decimals: number
  better: Better
  basis: Text
  source: string
  kind: 'ratio' | 'quantity' | 'derived'
  version: number
  headline: boolean
  numerator: Text
  denominator?: Text
}

export interface TaskKind {
  id: string
  title: Text
  record: string
  severity: 'statutory' | 'routine'
}

export interface Domain {
  id: string
  wing: string
  title: Text
  description: Text
  records: RecordType[]
  actions: Action[]
  indicators: Indicator[]
  tasks: TaskKind[]
}

export interface House {
  county: { code: string; name: string; englishName: string }
  today: string
  demo: boolean
  latestPeriod: string
  domains: Domain[]
  wings: { id: string; title: Text }[]
  roles: { id: string; title: Text }[]
  /** Every record type, for who may configure; its rows need not be visible. */
  configurable?: RecordType[]
}

export type Level = 'county' | 'township' | 'village' | 'institution'

export interface Place {
  code: string
  name: string
  englishName?: string
  level: Level
  kind?: string
  parent: string | null
  x?: number
  y?: number
  leaf: boolean
}

export interface PlaceDetail extends Place {
  ancestors: { code: string; name: string }[]
  beds?: number | null
  equipment?: unknown
  dependsOn?: { code: string; name: string } | string | null
  ownership?: string | null
}

export interface RecordRow {
  id: string
  division: string
  divisionName: string
  institution: string | null
  institutionName: string | null
  person: string | null
  personName: string | null
  happenedOn: string
  state: string
  version: number
  voidedAt: string | null
  extra?: Record<string, unknown>
  [field: string]: unknown
}

export interface Page<Row> {
  rows: Row[]
  next: string | null
  total?: number | null
}

export interface HistoryEntry {
  at: string
  accountName: string
  action: Text
  changes: { field: Text; before: unknown; after: unknown }[]
}

export interface RecordDetail {
  row: RecordRow
  history: HistoryEntry[]
  actions: string[]
}

export interface ActionAnswer {
  record: string
  id: string
  version: number
  person: string | null
  result: unknown
  replayed: boolean
}

export interface TaskRow {
  task: string
  title: Text
  record: string
  recordId: string
  person: string | null
  personName: string | null
  division: string
  divisionName: string
  institution: string | null
  dueOn: string
  overdueDays: number
  severity: 'statutory' | 'routine'
  action: string | null
}

export interface TaskCount {
  task: string
  title: Text
  open: number
  overdue: number
}

export interface TaskList extends Page<TaskRow> {
  counts: TaskCount[]
}
