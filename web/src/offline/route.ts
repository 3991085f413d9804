import type { RecordRow, RecordType, TaskRow } from '../api/types.ts'
import type { PackPerson, Village } from './village.ts'

/** Somebody to visit, with everything that is due there. */
export interface Stop {
  readonly person: PackPerson
  readonly tasks: readonly TaskRow[]
}

/** The stops of a village group, in the order of the households. */
export interface Leg {
  readonly group: string
  readonly stops: readonly Stop[]
}

const NUMERALS = '零一二三四五六七八九'

/** The number a group's name carries: 3组, 第三组, 三社, 十二组; none for a name without. */
function numberOf(group: string): number {
  const arabic = /\d+/.exec(group)
  if (arabic) return Number(arabic[0])
  const [, tens, ten, ones] = /([一二三四五六七八九])?(十)?([一二三四五六七八九])?/.exec(
    group.replace(/^[^一二三四五六七八九十]*/, ''),
  )!
  const digit = (text: string | undefined) => (text ? NUMERALS.indexOf(text) : 0)
  if (ten) return (tens ? digit(tens) : 1) * 10 + digit(ones)
  return tens ? digit(tens) : Infinity
}

const compareNames = new Intl.Collator('zh-CN', { numeric: true }).compare

function compareGroups(one: string, other: string): number {
  if (!one || !other) return Number(!one) - Number(!other)
  const [first, second] = [numberOf(one), numberOf(other)]
  return first === second || (first === Infinity && second === Infinity) ? compareNames(one, other) : first - second
}

/** Households stand in the order of their numbers, which is the order in which somebody once walked past them. */
function compareDoors(one: Stop, other: Stop): number {
  const doors = compareNames(one.person.householdNumber ?? '\uffff', other.person.householdNumber ?? '\uffff')
  return (
    doors ||
    (one.person.household ?? '').localeCompare(other.person.household ?? '') ||
    compareNames(one.person.name, other.person.name)
  )
}

/** `Map.groupBy`, which phones of a few years ago do not have. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const known = groups.get(key)
    if (known) known.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** Who is to be visited, one stop for each person. Work that concerns nobody is left out. */
export function stopsOf(village: Village, tasks: readonly TaskRow[]): Stop[] {
  const byPerson = grouped(
    tasks.filter((task) => task.person !== null),
    (task) => task.person!,
  )
  return [...byPerson].flatMap(([id, due]): Stop[] => {
    const person = village.persons.get(id)
    if (!person) return []
    return [{ person, tasks: due }]
  })
}

/** The stops as they are walked: group by group, door by door. */
export function legsOf(stops: readonly Stop[]): Leg[] {
  const groups = grouped(stops, (stop) => stop.person.villageGroup ?? '')
  return [...groups]
    .sort(([one], [other]) => compareGroups(one, other))
    .map(([group, found]) => ({ group, stops: [...found].sort(compareDoors) }))
}

/** What a record says in a line: what is measured over time, and what its list says after that; without measurements the numbers and choices of its list. */
function tellingFields(type: RecordType): string[] {
  const measured = type.trend.map((line) => line.field)
  const after = Math.max(-1, ...measured.map((name) => type.list.indexOf(name)))
  const listed = type.list
    .slice(after + 1)
    .filter((name) => type.fields[name]?.kind === 'number' || type.fields[name]?.kind === 'choice')
  return [...new Set([...measured, ...listed])]
}

/** The newest row of what a piece of work records, and the few fields of it worth seeing before knocking. */
export function lastOf(
  village: Village,
  task: TaskRow,
): { row: RecordRow; type: RecordType; fields: readonly string[] } | undefined {
  const records = village.house.domains.flatMap((domain) => domain.records)
  const action = village.house.domains.flatMap((domain) => domain.actions).find((each) => each.id === task.action)
  for (const id of [action?.record, task.record]) {
    const type = records.find((record) => record.id === id)
    const row = type && village.rows.get(type.id)?.find((each) => each.person === task.person)
    if (!type || !row) continue
    const told = id === action?.record ? tellingFields(type) : type.overview
    const fields = told.filter((name) => row[name] !== undefined && row[name] !== null)
    if (fields.length > 0) return { row, type, fields: fields.slice(0, 4) }
  }
  return undefined
}
