import type { PersonRow } from '../api/people-types.ts'
import type { House, Place, RecordRow, Session, TaskRow } from '../api/types.ts'
import { todayOf } from './clock.ts'
import type { Entry, Settled } from './outbox.ts'
import type { KeptHead } from './pack.ts'

/** A resident as the pack has them. */
export interface PackPerson extends PersonRow {
  readonly pinyin: string
  readonly phone: string | null
  readonly address: string | null
  readonly villageGroup: string | null
  readonly householdNumber: string | null
}

interface Bundle {
  readonly id: string
  readonly person: PackPerson | null
  readonly rows: Readonly<Record<string, Partial<RecordRow>[]>>
  readonly tasks: readonly PackTask[]
}

/** Work of the pack: a task row without what changes from day to day. */
export type PackTask = Omit<TaskRow, 'overdueDays' | 'title' | 'divisionName'>

/** A village as the device has it, ready to be asked. */
export interface Village {
  readonly head: KeptHead
  readonly session: Session
  readonly house: Omit<House, 'today' | 'latestPeriod'>
  readonly places: readonly Place[]
  readonly tasks: readonly PackTask[]
  readonly persons: ReadonlyMap<string, PackPerson>
  /** Rows of each record, the newest first. */
  readonly rows: ReadonlyMap<string, readonly RecordRow[]>
}

const EMPTY = { institution: null, institutionName: null, person: null, personName: null, voidedAt: null }
/** What was stored without its empty fields gets back those that every row has. */
const whole = (row: Partial<RecordRow>) => ({ ...EMPTY, ...row }) as RecordRow

const newestFirst = (one: RecordRow, other: RecordRow) =>
  one.happenedOn === other.happenedOn ? (one.id < other.id ? 1 : -1) : one.happenedOn < other.happenedOn ? 1 : -1

/** Puts a village together from the parts of its pack; undefined while parts that everything needs are still missing. */
export function makeVillage(head: KeptHead, parts: ReadonlyMap<string, unknown>): Village | undefined {
  const [session, house] = [parts.get('session'), parts.get('house')]
  if (!session || !house) return undefined
  const persons = new Map<string, PackPerson>()
  const rows = new Map<string, RecordRow[]>()
  const tasks = [...((parts.get('tasks') ?? []) as PackTask[])]
  const keep = (record: string, more: readonly Partial<RecordRow>[]) => {
    const known = rows.get(record) ?? []
    rows.set(record, known)
    known.push(...more.map(whole))
  }
  for (const [name, content] of parts) {
    if (name === 'shared') for (const [record, more] of Object.entries(content as Bundle['rows'])) keep(record, more)
    if (!name.startsWith('people/')) continue
    for (const bundle of content as Bundle[]) {
      if (bundle.person) persons.set(bundle.id, bundle.person)
      tasks.push(...bundle.tasks)
      for (const [record, more] of Object.entries(bundle.rows)) keep(record, more)
    }
  }
  for (const known of rows.values()) known.sort(newestFirst)
  return {
    head,
    session: session as Session,
    house: house as Village['house'],
    places: (parts.get('places') ?? []) as Place[],
    tasks,
    persons,
    rows,
  }
}

/** The business date on the device at a moment of its corrected clock. */
export function today({ head, house }: Pick<Village, 'head' | 'house'>, now: number): string {
  return todayOf(head.today, head.heardAt, now, house.demo)
}

/** A resident whose registration waits to be sent, known by its reference. */
function registeredHere(entry: Entry, village: Village): PackPerson | undefined {
  const { name, documentNumber, sex, birth, division } = entry.input as Record<string, string | undefined>
  if (!name || entry.person || entry.row) return undefined
  const number = /^\d{17}[\dX]$/i.test(documentNumber ?? '') ? documentNumber! : undefined
  const born = birth ?? number?.replace(/^.{6}(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3') ?? ''
  const own = village.places.find((place) => place.code === village.head.village)
  return {
    id: `request:${entry.key}`,
    name,
    pinyin: '',
    sex: (sex as PackPerson['sex'] | undefined) ?? (number ? (Number(number[16]) % 2 ? 'male' : 'female') : 'unknown'),
    birth: born,
    age: null,
    division: division ?? village.head.village,
    divisionName: own?.name ?? '',
    documentMasked: null,
    phoneMasked: null,
    phone: null,
    address: null,
    villageGroup: null,
    household: null,
    householdNumber: null,
    state: 'resident',
  }
}

/** The row that an entry will make, as far as the device can tell. */
function rowOf(entry: Entry, village: Village): { record: string; row: RecordRow } | undefined {
  const action = village.house.domains.flatMap((domain) => domain.actions).find((each) => each.id === entry.action)
  const type = village.house.domains.flatMap((domain) => domain.records).find((each) => each.id === action?.record)
  if (!action || !type || action.on !== 'new') return undefined
  const { happenedOn } = entry.input as { happenedOn?: string }
  const row = whole({
    ...entry.input,
    id: `request:${entry.key}`,
    person: entry.person,
    personName: entry.personName || null,
    division: village.head.village,
    divisionName: village.places.find((place) => place.code === village.head.village)?.name ?? '',
    happenedOn: happenedOn ?? today(village, entry.enteredAt + entry.offset),
    state: Object.keys(type.states)[0] ?? '',
    version: 0,
  })
  return { record: type.id, row }
}

/**
 * The village with what was entered on the device since: people and rows that wait to be sent stand beside the others, and work that has been done here, sent
 * or not, is gone from the list until the next sync tells how things stand.
 */
export function withEntries(village: Village, entries: readonly Entry[], settled: readonly Settled[]): Village {
  const persons = new Map(village.persons)
  const rows = new Map(village.rows)
  for (const entry of entries) {
    const person = registeredHere(entry, village)
    if (person) persons.set(person.id, person)
    const made = rowOf(entry, village)
    if (made) rows.set(made.record, [made.row, ...(rows.get(made.record) ?? [])].sort(newestFirst))
  }
  const since = Date.parse(village.head.at)
  const done = new Set([
    ...entries.map((entry) => `${entry.action} ${entry.row?.id ?? entry.person}`),
    ...settled
      .filter((each) => each.outcome === 'sent' && each.at > since)
      .map((each) => `${each.action} ${each.person}`),
  ])
  const tasks = village.tasks.filter(
    (task) => !done.has(`${task.action} ${task.person}`) && !done.has(`${task.action} ${task.recordId}`),
  )
  return { ...village, persons, rows, tasks }
}
