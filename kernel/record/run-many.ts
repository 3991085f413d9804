import type { Actor } from '../access/actor.ts'
import { asActor } from '../access/scope.ts'
import { markStale } from '../indicator/mark-stale.ts'
import type { Connection } from '../store/connection.ts'
import { renewWork } from '../task/store-work.ts'
import { Refusal } from '../text/refusal.ts'
import type { RowChange } from './changes.ts'
import { findExtensionFields } from './extension.ts'
import {
  inWords,
  perform,
  permittedAction,
  runAction,
  type ActionAnswer,
  type ActionHouse,
  type ActionRequest,
} from './pipeline.ts'

/** What became of one of many requests. */
export type Outcome = ActionAnswer | Refusal

/** What contradicts the database itself rather than a rule: a key that is taken, a value out of range. */
const CONTRADICTION = /^2[23]/

/** The SQLSTATE of what was thrown; empty when it did not come from the database. */
function stateOf(error: unknown): string {
  return (((error as { cause?: unknown }).cause ?? error) as { code?: string }).code ?? ''
}

function refusalOf(error: unknown): Refusal | undefined {
  const told = inWords(error)
  if (told instanceof Refusal) return told
  if (!CONTRADICTION.test(stateOf(error))) return undefined
  return new Refusal('invalid', {
    zh: '与已有记录冲突或超出可存范围，请核对这一行是否已经录入',
    en: 'It contradicts an existing record or what can be stored; check whether it was entered before',
  })
}

/** Runs pieces of work under savepoints: a refusal undoes what its own piece wrote, and nothing else. */
function underSavepoints(connection: Connection) {
  let open = false
  return async function attempt<Result>(work: () => Promise<Result>): Promise<Result | Refusal> {
    // Released together with the next one: the way to the database costs more than a savepoint.
    await connection.execute(`${open ? 'release savepoint one_of_many;' : ''} savepoint one_of_many`)
    open = true
    try {
      return await work()
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal) throw error
      await connection.execute('rollback to savepoint one_of_many')
      return refusal
    }
  }
}

/** The added fields of the records that the requests are about. */
async function extensionsOf(connection: Connection, setting: ActionHouse) {
  const fields = await findExtensionFields(connection, setting.county)
  return (record: string) => fields.filter((field) => field.record === record)
}

/** Thrown to undo a rehearsal. */
class Rehearsed extends Error {}

/** Tries the requests in their order, each seeing what those before it would write, and undoes everything. Gives one outcome each. */
export async function rehearseActions(
  setting: ActionHouse,
  actor: Actor,
  requests: readonly ActionRequest[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  try {
    await asActor(setting.database, setting.house, actor, async (connection) => {
      const attempt = underSavepoints(connection)
      const extensions = await extensionsOf(connection, setting)
      for (const request of requests) {
        const action = permittedAction(setting.house, actor, request.action)
        const how = { rehearsal: true, extensions: extensions(action.record.id) }
        const done = await attempt(() => perform(setting, actor, request, action, connection, how))
        outcomes.push(done instanceof Refusal ? done : done.answer)
      }
      throw new Rehearsed()
    })
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error
  }
  return outcomes
}

async function together(setting: ActionHouse, actor: Actor, requests: readonly ActionRequest[]): Promise<Outcome[]> {
  const { house, county } = setting
  return asActor(setting.database, house, actor, async (connection) => {
    // In one order, so that two processes with the same rows wait for each other and do not lock each other out.
    const keys = requests.map(({ requestId }) => `${county} ${requestId}`).sort()
    await connection.query(
      'select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest($1::text[]) as sent (key)',
      [keys],
    )
    const known = await connection.query<{ id: string; answer: ActionAnswer }>(
      'select request_id as id, answer from journal where county = $1 and request_id = any($2::text[])',
      [county, requests.map(({ requestId }) => requestId)],
    )
    const answers = new Map(known.map(({ id, answer }) => [id, { ...answer, replayed: true }]))
    const changes: RowChange[] = []
    const outcomes: Outcome[] = []
    const attempt = underSavepoints(connection)
    const extensions = await extensionsOf(connection, setting)
    for (const request of requests) {
      const answer = answers.get(request.requestId)
      if (answer) {
        outcomes.push(answer)
        continue
      }
      const action = permittedAction(house, actor, request.action)
      const how = { extensions: extensions(action.record.id) }
      const done = await attempt(() => perform(setting, actor, request, action, connection, how))
      if (done instanceof Refusal) outcomes.push(done)
      else {
        changes.push(...done.changes)
        outcomes.push(done.answer)
      }
    }
    // Once, at the end and in one order: whoever waits for these marks waits for a commit only, and nobody in a circle.
    await markStale(connection, house, county, changes)
    await renewWork(connection, house, { county, today: setting.today() }, changes)
    return outcomes
  })
}

const DEADLOCK = '40P01'

/**
 * Runs many requests of one actor, each with all that `runAction` does (permission, replay, input, rules, scope, journal, stale marks), in one transaction:
 * a refused one is undone by itself and the others stand. The request ids must have been made for these very contents, as an import makes them: that an
 * id was used for something else is not looked for.
 */
export async function runActions(
  setting: ActionHouse,
  actor: Actor,
  requests: readonly ActionRequest[],
): Promise<Outcome[]> {
  try {
    return await together(setting, actor, requests)
  } catch (error) {
    // Somebody was in the way: one by one, each in a transaction of its own.
    if (stateOf(error) !== DEADLOCK) throw error
  }
  const outcomes: Outcome[] = []
  for (const request of requests) {
    const outcome = await runAction(setting, actor, request).catch((error: unknown) => {
      const refusal = refusalOf(error)
      if (refusal) return refusal
      throw error
    })
    outcomes.push(outcome)
  }
  return outcomes
}
