import type { Level, LoadUser } from './users.ts'

/** A request of the mix. */
export interface MixRequest {
  readonly kind: string
  readonly path: string
  readonly body?: unknown
}

/** A user with a session. */
export interface SignedIn extends LoadUser {
  readonly cookie: string
}

const HEADERS = { 'x-kangheng': '1', 'content-type': 'application/json' }

/** Asks the server as a browser does. @returns whether it was answered as hoped. */
export async function ask(
  address: string,
  user: Pick<SignedIn, 'cookie' | 'address'>,
  { path, body }: Pick<MixRequest, 'path' | 'body'>,
): Promise<boolean> {
  const headers = { ...HEADERS, cookie: user.cookie, 'x-forwarded-for': user.address }
  const answer = await fetch(`${address}${path}`, {
    headers,
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })
  const said = await answer.text()
  if (!answer.ok) process.stderr.write(`${answer.status} ${path}: ${said.slice(0, 300)}\n`)
  return answer.ok
}

/** Signs in. @throws Error with what the server said. */
export async function signIn(address: string, user: LoadUser, password: string): Promise<SignedIn> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { ...HEADERS, 'x-forwarded-for': user.address },
    body: JSON.stringify({ username: user.username, password }),
  })
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`)
  await answer.arrayBuffer()
  return { ...user, cookie: answer.headers.getSetCookie()[0]!.split(';')[0]! }
}

/** A follow-up of a patient with hypertension. */
export const followUp = (person: string, on: string, requestId: string): MixRequest => ({
  kind: 'save',
  path: '/api/actions/hypertension.visit.record',
  body: { requestId, input: { person, happenedOn: on, mode: 'clinic', systolic: 128, diastolic: 82 } },
})

const INDICATOR = 'family-doctor.coverage'
const MONTH = '2025-11'
const FIGURES = ['family-doctor.coverage', 'health-record.coverage', 'hypertension.standard-rate'].join(',')

type Make = (user: LoadUser, pick: <Item>(items: readonly Item[]) => Item) => string

/** What users look at, and how often: the day's work, lists, people, figures, and now and then the rows behind one. */
const reads: readonly (readonly [kind: string, weight: number, make: Make])[] = [
  ['work list', 20, () => '/api/tasks?limit=20'],
  ['record list', 15, () => '/api/records/family-doctor.contract?limit=50'],
  ['search', 22, ({ people }, pick) => `/api/persons?limit=20&q=${encodeURIComponent(pick(people).name.slice(0, 2))}`],
  ['person', 20, ({ people }, pick) => `/api/persons/${pick(people).id}`],
  ['figure', 13, ({ division }) => `/api/figures?indicators=${FIGURES}&places=${division}&periods=${MONTH}`],
  ['trace', 3, ({ division }) => `/api/figures/${INDICATOR}/${division}/${MONTH}/rows?limit=50`],
]
/** Of a hundred requests so many save something; the bureau saves nothing. */
const SAVES: Readonly<Record<Level, number>> = { village: 7, township: 7, county: 0 }

/** The next request of a user. */
export function nextRequest(user: LoadUser, today: string, random: () => number = Math.random): MixRequest {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!
  if (random() * 100 < SAVES[user.level]) {
    const person = user.patients.pop()
    if (person) return followUp(person, today, crypto.randomUUID())
  }
  let left = random() * reads.reduce((sum, [, weight]) => sum + weight, 0)
  const [kind, , make] = reads.find(([, weight]) => (left -= weight) < 0) ?? reads[0]!
  return { kind, path: make(user, pick) }
}
