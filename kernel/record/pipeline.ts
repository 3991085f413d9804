import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import { asActor } from '../access/scope.ts'
import type { AnyAction } from '../domain/define-domain.ts'
import type { House } from '../domain/registry.ts'
import { markStale } from '../indicator/mark-stale.ts'
import type { IsoDate } from '../period/date.ts'
import type { Connection, Database } from '../store/connection.ts'
import { forbid, missing, Refusal, refuse } from '../text/refusal.ts'
import { describeChange, type RowChange } from './changes.ts'
import { makeContext } from './context.ts'
import { checkExtensions, type ExtensionField } from './extension.ts'
import { concealInput } from './conceal.ts'
import { withUntold } from './restricted.ts'
import { appendEntry, canonicalJson } from './journal.ts'
import { ormOf } from '../store/orm.ts'
import { renewWork } from '../task/store-work.ts'

/** One request to act. */
export interface ActionRequest {
  readonly action: string
  /** Chosen by the sender; sending the same again gives the first answer, so an outbox may retry for ever. */
  readonly requestId: string
  /** The record the action is applied to. */
  readonly id?: string | undefined
  /** The version of it that the sender saw. */
  readonly version?: number | undefined
  readonly input: unknown
  /** When the sender's device says it happened. */
  readonly deviceAt?: string | undefined
}

/** What came of it. */
export interface ActionAnswer {
  readonly record: string
  readonly id: string | null
  readonly version: number | null
  /** Whom the record concerns: what a registration answers, so that what follows it can name the new resident. */
  readonly person: string | null
  readonly result: unknown
  readonly replayed: boolean
}

/** What the pipeline runs on. */
export interface ActionHouse {
  readonly database: Database
  readonly house: House
  readonly county: string
  today(): IsoDate
}

/** What PostgreSQL answers when row-level security refuses a row. */
const INSUFFICIENT_PRIVILEGE = '42501'
const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/
const isUuid = (text: unknown) => typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

async function findAnswer(
  connection: Connection,
  county: string,
  request: ActionRequest,
  input: unknown,
): Promise<ActionAnswer | undefined> {
  const [entry] = await connection.query<{ action: string; answer: ActionAnswer; input: unknown }>(
    'select action, answer, input from journal where county = $1 and request_id = $2',
    [county, request.requestId],
  )
  if (!entry) return undefined
  if (entry.action !== request.action || canonicalJson(entry.input) !== canonicalJson(input)) {
    throw new Refusal(
      'conflict',
      {
        zh: '该请求编号已用于另一项操作，请更换请求编号后重新提交',
        en: 'This request id was used for something else; send again with a new one',
      },
      { field: 'requestId' },
    )
  }
  return { ...entry.answer, replayed: true }
}

function parseInput(action: AnyAction, input: unknown): Record<string, unknown> {
  const parsed = action.input.safeParse(input ?? {})
  if (parsed.success) return parsed.data as Record<string, unknown>
  throw new Refusal(
    'invalid',
    { zh: '提交的内容有误，请按提示修改', en: 'Some fields need correction' },
    {
      field: parsed.error.issues[0]?.path.join('.') ?? '',
      detail: { issues: parsed.error.issues satisfies z.core.$ZodIssue[] },
    },
  )
}

async function loadCurrent(
  connection: Connection,
  county: string,
  action: AnyAction,
  request: ActionRequest,
): Promise<Record<string, unknown>> {
  if (!request.id) refuse('id', { zh: '请指明要操作的记录', en: 'Say which record is meant' })
  if (!isUuid(request.id)) missing({ zh: '记录编号无效', en: 'That is no record id' })
  const table = action.record.table
  const [row] = (await ormOf(connection)
    .select()
    .from(table)
    .where(and(eq(table.county, county), eq(table.id, request.id)))
    .for('update')) as Record<string, unknown>[]
  if (!row) missing({ zh: '记录不存在或不在您的管辖范围内', en: 'No such record within your scope' })
  if (request.version !== undefined && request.version !== row!['version']) {
    throw new Refusal(
      'conflict',
      {
        zh: '该记录已被他人修改，请查看最新内容后再提交',
        en: 'The record has changed since you saw it; look at its present state and send again',
      },
      { detail: row },
    )
  }
  if (row!['voidedAt'])
    throw new Refusal('conflict', { zh: '该记录已作废，不能再操作', en: 'The record has been voided' }, { detail: row })
  if (action.from && !action.from.includes(String(row!['state']))) {
    const states = action.record.states as Record<string, { zh: string; en: string }>
    const now = states[String(row!['state'])] ?? { zh: String(row!['state']), en: String(row!['state']) }
    throw new Refusal(
      'conflict',
      {
        zh: `当前状态为“${now.zh}”，不能${action.title.zh}`,
        en: `Its state is “${now.en}”: ${action.title.en} is not possible`,
      },
      { detail: row },
    )
  }
  return row!
}

/** An action that ran: its answer, and the rows it wrote, of which the figures have not been told yet. */
export interface Performed {
  readonly answer: ActionAnswer
  readonly changes: readonly RowChange[]
}

/**
 * Runs a request that is new, on a connection that is under the actor's scope: input, present state, rules, writing, journal. Marking what became stale is
 * left to the caller, who may do it once for many, and may have looked up the added fields in force. A rehearsal ends before the journal; its caller
 * undoes what was written.
 */
export async function perform(
  setting: ActionHouse,
  actor: Actor,
  request: ActionRequest,
  action: AnyAction,
  connection: Connection,
  how: { rehearsal?: boolean; extensions?: readonly ExtensionField[] } = {},
): Promise<Performed> {
  const { house, county } = setting
  const given = parseInput(action, request.input)
  const current = action.on === 'existing' ? await loadCurrent(connection, county, action, request) : undefined
  const reader = { account: actor.account, sees: house.roles.get(actor.role)?.sees ?? new Set<string>() }
  const input = current ? withUntold(action.record, reader, current, given) : given
  const changes: RowChange[] = []
  const context = makeContext({
    action,
    connection,
    actor,
    house,
    county,
    today: setting.today(),
    input,
    extra: extraOf(request.input),
    current,
    changes,
  })
  const result = (await action.run(context as never)) as Record<string, unknown> | undefined
  await checkExtensions(connection, county, action.record, changes, how.extensions)
  const written = changes.filter((change) => change.table === action.record.table)
  // A new record's action may change older ones along the way (a merge moves them); it is about the one it made.
  const main = (action.on === 'new' ? written.find((change) => !change.before) : undefined) ?? written[0] ?? changes[0]
  const id = (main?.after['id'] as string | undefined) ?? (current?.['id'] as string | undefined) ?? null
  const answer: ActionAnswer = {
    record: action.record.id,
    id,
    version: (main?.after['version'] as number | undefined) ?? null,
    person: (main?.after['person'] as string | undefined) ?? null,
    result: resultOf(result),
    replayed: false,
  }
  if (how.rehearsal) return { answer, changes }
  await appendEntry(connection, {
    county,
    requestId: request.requestId,
    at: new Date().toISOString(),
    deviceAt: request.deviceAt ? new Date(request.deviceAt).toISOString() : null,
    account: actor.account,
    role: actor.role,
    action: action.id,
    record: action.record.id,
    recordId: id,
    person: (main?.after['person'] as string | undefined) ?? null,
    division: (main?.after['division'] as string | undefined) ?? actor.division,
    input: concealInput(request.input, action.conceal),
    changes: changes.map(describeChange),
    answer,
  })
  return { answer, changes }
}

async function performOnce(
  setting: ActionHouse,
  actor: Actor,
  request: ActionRequest,
  action: AnyAction,
  connection: Connection,
): Promise<ActionAnswer> {
  const { house, county } = setting
  // Two copies of one request at the same time: the second waits here, and then finds the first's answer.
  await connection.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${county} ${request.requestId}`])
  const known = await findAnswer(connection, county, request, concealInput(request.input, action.conceal))
  if (known) return known
  const { answer, changes } = await perform(setting, actor, request, action, connection)
  await markStale(connection, house, county, changes)
  await renewWork(connection, house, { county, today: setting.today() }, changes)
  return answer
}

/** Values of extension fields travel beside the action's own input. */
function extraOf(input: unknown): Record<string, unknown> {
  const extra = (input as Record<string, unknown> | null | undefined)?.['extra']
  return extra && typeof extra === 'object' && !Array.isArray(extra) ? (extra as Record<string, unknown>) : {}
}

/** Rows an action returns are already in the answer by id; only plain results are kept. */
function resultOf(result: unknown): unknown {
  return result && typeof result === 'object' && 'county' in result ? null : (result ?? null)
}

/** The action, if the actor's role may do it. @throws Refusal otherwise. */
export function permittedAction(house: House, actor: Actor, id: string): AnyAction {
  const action = house.actions.get(id)
  if (action && house.roles.get(actor.role)?.may.has(action.id)) return action
  return forbid({ zh: '您的角色不能进行此项操作', en: 'Your role may not do this' })
}

/** What was thrown while an action ran, in words where row-level security said no. */
export function inWords(error: unknown): unknown {
  const fault = ((error as { cause?: unknown }).cause ?? error) as { code?: string }
  if (fault.code !== INSUFFICIENT_PRIVILEGE) return error
  return new Refusal('forbidden', { zh: '所填地点不在您的管辖范围内', en: 'That place lies outside your scope' })
}

/**
 * Runs an action: permission, replay, input, current state, rules, writing, journal and stale marks, in one transaction under the actor's scope.
 * @throws Refusal with the field and the remedy when any of these says no; nothing is written then.
 */
export async function runAction(setting: ActionHouse, actor: Actor, request: ActionRequest): Promise<ActionAnswer> {
  const action = permittedAction(setting.house, actor, request.action)
  if (!REQUEST_ID.test(request.requestId)) {
    return refuse('requestId', {
      zh: '请求编号须为8至64位字母、数字、-或_',
      en: 'A request id has 8 to 64 letters, digits, - or _',
    })
  }
  try {
    return await asActor(setting.database, setting.house, actor, (connection) =>
      performOnce(setting, actor, request, action, connection),
    )
  } catch (error) {
    throw inWords(error)
  }
}
