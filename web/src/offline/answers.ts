import type { HouseholdFile, PersonFile } from '../api/people-types.ts'
import type { Action, Place, RecordRow, RecordType, TaskRow, Text } from '../api/types.ts'
import { inTurn } from '../tasks/turn.ts'
import { today, type PackPerson, type Village } from './village.ts'

type Query = Readonly<Record<string, string>>
type Answer = (village: Village, query: Query, now: number, ...names: string[]) => unknown

const DAY = 86_400_000
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY)

/** One page of what was found; the mark of the next page is where it begins. */
function page<Row>(all: readonly Row[], query: Query) {
  const from = Number(query['cursor'] ?? 0)
  const limit = Number(query['limit'] ?? 50)
  return {
    rows: all.slice(from, from + limit),
    next: all.length > from + limit ? String(from + limit) : null,
    total: all.length,
  }
}

/** Records by id, as the pack's catalogue has them. */
const typeOf = (village: Village, record: string): RecordType | undefined =>
  village.house.domains.flatMap((domain) => domain.records).find((each) => each.id === record)

const titles = (village: Village) =>
  new Map(village.house.domains.flatMap((domain) => domain.tasks.map((task) => [task.id, task.title] as const)))

/** Due work with the days that have passed since. */
function workOf(village: Village, now: number): TaskRow[] {
  const day = today(village, now)
  const named = titles(village)
  const names = new Map(village.places.map((place) => [place.code, place.name]))
  return village.tasks
    .map((task) => ({
      ...task,
      title: named.get(task.task) ?? { zh: task.task, en: task.task },
      divisionName: names.get(task.division) ?? '',
      overdueDays: Math.max(0, daysBetween(task.dueOn, day)),
    }))
    .sort(inTurn(day))
}

const tasks: Answer = (village, query, now) => {
  const all = workOf(village, now)
  const kinds = village.house.domains.flatMap((domain) => domain.tasks)
  const shown = all.filter(
    (task) => (!query['kind'] || task.task === query['kind']) && (!query['overdue'] || task.overdueDays > 0),
  )
  return {
    ...page(shown, query),
    counts: kinds.map(({ id, title }) => ({
      task: id,
      title,
      open: all.filter((task) => task.task === id).length,
      overdue: all.filter((task) => task.task === id && task.overdueDays > 0).length,
    })),
  }
}

const personWork: Answer = (village, _query, now, id = '') => ({
  rows: workOf(village, now).filter((task) => task.person === id),
})

/** People whose name begins so, or the initials of whose name do; whole identity numbers stay on the server. */
export function findPeople(village: Village, q: string): PackPerson[] {
  const wanted = q.trim().toLowerCase()
  return [...village.persons.values()]
    .filter((person) => wanted === '' || person.name.startsWith(q.trim()) || person.pinyin.startsWith(wanted))
    .sort((one, other) => (one.name === other.name ? (one.id < other.id ? -1 : 1) : one.name < other.name ? -1 : 1))
}

const persons: Answer = (village, query) => page(findPeople(village, query['q'] ?? ''), query)

/** What the pack has of a person, by record. */
const sectionsOf = (village: Village, id: string): PersonFile['sections'] =>
  village.house.domains.flatMap((domain) =>
    domain.records.flatMap((record) => {
      const rows = (village.rows.get(record.id) ?? []).filter((row) => row.person === id)
      return rows.length > 0 ? [{ domain: domain.id, title: record.title, record: record.id, rows }] : []
    }),
  )

const relationOf = (member: PackPerson) => (member as { relation?: Text | null }).relation ?? null

/** What the head of a household is called among the relations. */
const HEAD = '户主'

/** Members of a household, in the order of their age. */
const membersOf = (village: Village, household: string): PackPerson[] =>
  [...village.persons.values()]
    .filter((each) => each.household === household)
    .sort((one, other) => (one.birth < other.birth ? -1 : 1))

const person: Answer = (village, _query, _now, id = '') => {
  const found = village.persons.get(id)
  if (!found) return undefined
  const household = found.household ? membersOf(village, found.household) : []
  return {
    person: found,
    household: household.map((each) => ({
      id: each.id,
      name: each.name,
      relation: relationOf(each),
      sex: each.sex,
      birth: each.birth,
    })),
    sections: sectionsOf(village, id),
    card: null,
  } satisfies PersonFile
}

const household: Answer = (village, _query, now, id = '') => {
  const members = membersOf(village, id).filter((each) => each.state === 'resident')
  const [first] = members
  if (!first) return undefined
  const head = members.find((each) => relationOf(each)?.zh === HEAD) ?? first
  const here = new Set(members.map((each) => each.id))
  return {
    id,
    number: first.householdNumber ?? '',
    headName: head.name,
    division: first.division,
    divisionName: first.divisionName,
    villageGroup: head.villageGroup,
    members: [head, ...members.filter((each) => each !== head)].map((each) => ({
      person: { ...each, relation: relationOf(each) },
      sections: sectionsOf(village, each.id),
    })),
    work: workOf(village, now).filter((task) => task.person !== null && here.has(task.person)),
  } satisfies HouseholdFile
}

function matches(row: RecordRow, query: Query, type: RecordType): boolean {
  const { person, state, from, to, q } = query
  const own = Object.entries(query).filter(([name]) => name.startsWith('field.'))
  return (
    (!person || row.person === person) &&
    (!state || row.state === state) &&
    (!from || row.happenedOn >= from) &&
    (!to || row.happenedOn <= to) &&
    (!q ||
      (row.personName ?? '').startsWith(q) ||
      (!type.list.includes('person') && JSON.stringify(row).includes(q))) &&
    own.every(([name, value]) => String(row[name.slice('field.'.length)]) === value)
  )
}

const records: Answer = (village, query, _now, record = '') => {
  const type = typeOf(village, record)
  if (!type) return undefined
  return page(
    (village.rows.get(record) ?? []).filter((row) => matches(row, query, type)),
    query,
  )
}

/**
 * Whether an action adds a picture. It is the one thing that can be done with a record before the server has it: nothing else of the record matters to it, while
 * its state and its other fields are known only when it has been made.
 */
const addsPicture = ({ input }: Action): boolean =>
  Object.values(input.properties ?? {}).some((field) => field['x-photo'])

const record: Answer = (village, _query, _now, record = '', id = '') => {
  const row = village.rows.get(record)?.find((each) => each.id === id)
  if (!row) return undefined
  const actions = village.house.domains
    .flatMap((domain) => domain.actions)
    .filter((action) => action.record === record && action.on === 'existing')
    .filter((action) => row.version > 0 || addsPicture(action))
    .filter((action) => !action.from || action.from.includes(row.state))
  return { row, history: [], actions: actions.map((action) => action.id) }
}

const isInstitution = (place: Place) => place.level === 'institution'

const places: Answer = (village, query) => {
  const kind = query['kind'] === 'institution'
  const { under, q } = query
  const found = village.places.filter(
    (place) => isInstitution(place) === kind && (under ? place.parent === under : !q || place.name.includes(q)),
  )
  return { places: found.slice(0, 200) }
}

const place: Answer = (village, _query, _now, code = '') => {
  const byCode = new Map(village.places.map((each) => [each.code, each]))
  const found = byCode.get(code)
  if (!found) return undefined
  const ancestors = []
  for (let above = byCode.get(found.parent ?? ''); above; above = byCode.get(above.parent ?? ''))
    ancestors.unshift({ code: above.code, name: above.name })
  return { ...found, ancestors }
}

const answers: readonly (readonly [RegExp, Answer])[] = [
  [/^\/api\/session$/, (village) => village.session],
  [
    /^\/api\/house$/,
    (village, _query, now) => {
      const day = today(village, now)
      return { ...village.house, today: day, latestPeriod: day.slice(0, 7) }
    },
  ],
  [/^\/api\/tasks$/, tasks],
  [/^\/api\/persons$/, persons],
  [/^\/api\/persons\/([^/]+)$/, person],
  [/^\/api\/persons\/([^/]+)\/work$/, personWork],
  [/^\/api\/households\/([^/]+)$/, household],
  [/^\/api\/records\/([^/]+)$/, records],
  [/^\/api\/records\/([^/]+)\/([^/]+)$/, record],
  [/^\/api\/places$/, places],
  [/^\/api\/places\/([^/]+)$/, place],
]

/** Whether the copy on a device can answer what is asked at this address at all. */
export const isLocal = (path: string): boolean => answers.some(([pattern]) => pattern.test(path))

/** What the server would answer, from the copy on the device; undefined for what the copy does not hold. */
export function localAnswer(village: Village, path: string, query: Query, now: number): unknown {
  for (const [pattern, answer] of answers) {
    const match = pattern.exec(path)
    if (match) return answer(village, query, now, ...match.slice(1).map(decodeURIComponent))
  }
  return undefined
}
