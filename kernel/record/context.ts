import { and, eq, getTableColumns, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '../access/actor.ts'
import type { IsoDate } from '../period/date.ts'
import { persons } from '../person/tables.ts'
import type { Connection } from '../store/connection.ts'
import { ormOf } from '../store/orm.ts'
import { refuse, missing } from '../text/refusal.ts'
import type { RowChange } from './changes.ts'
import type { AnyAction, AnyRecord } from '../domain/define-domain.ts'
import type { House } from '../domain/registry.ts'
import type { ActionContext } from './define-action.ts'

type Row = Record<string, unknown>

/** The pieces a context is made of; `changes` collects what was written, for journal and stale figures. */
export interface ContextParts {
  readonly action: AnyAction
  readonly connection: Connection
  readonly actor: Actor
  readonly house: House
  readonly county: string
  readonly today: IsoDate
  readonly input: Row
  /** Values of extension fields sent with the request. */
  readonly extra: Row
  readonly current: Row | undefined
  readonly changes: RowChange[]
}

function keyCondition(table: PgTable, key: Row): SQL {
  const columns = getTableColumns(table) as Record<string, PgColumn>
  return and(...Object.entries(key).map(([name, value]) => eq(columns[name]!, value)))!
}

/** What actions write through. All writes go to one connection, inside one transaction, under the actor's scope. */
export function makeContext(parts: ContextParts): ActionContext {
  const { connection, actor, county, today, changes } = parts
  const orm = ormOf(connection)

  async function insertRow(table: PgTable, row: Row): Promise<Row> {
    const [after] = (await orm
      .insert(table)
      .values({ county, ...row })
      .returning()) as Row[]
    changes.push({ table, id: String(after!['id'] ?? ''), before: undefined, after: after! })
    return after!
  }

  async function updateRow(table: PgTable, key: Row, values: Row): Promise<Row> {
    const where = keyCondition(table, { county, ...key })
    const [before] = (await orm.select().from(table).where(where).for('update')) as Row[]
    if (!before) missing({ zh: '记录不存在或不在您的管辖范围内', en: 'No such record within your scope' })
    const version = 'version' in before! && !('version' in values) ? { version: Number(before!['version']) + 1 } : {}
    const [after] = (await orm
      .update(table)
      .set({ ...values, ...version })
      .where(where)
      .returning()) as Row[]
    if (!after) missing({ zh: '修改后的记录超出您的管辖范围', en: 'The changed record would leave your scope' })
    changes.push({ table, id: String(after!['id'] ?? ''), before, after: after! })
    return after!
  }

  async function placeOf(values: Row): Promise<string> {
    if (typeof values['division'] === 'string') return values['division']
    if (typeof values['person'] === 'string') {
      const [person] = await orm
        .select({ division: persons.division })
        .from(persons)
        .where(and(eq(persons.county, county), eq(persons.id, values['person'])))
      if (!person) refuse('person', { zh: '查无此人，或不在您的管辖范围内', en: 'No such person within your scope' })
      return person!.division
    }
    return actor.division
  }

  async function createRecord(record: AnyRecord, values: Row, state: string): Promise<Row> {
    const happenedOn = values['happenedOn'] ?? parts.input['happenedOn'] ?? today
    if (String(happenedOn) > today)
      refuse('happenedOn', { zh: `日期不能晚于今天（${today}）`, en: `The date cannot be later than today (${today})` })
    // What was entered into added fields belongs to the row of the action's own record, however the action makes it.
    const extra = record === parts.action.record ? { extra: { ...(values['extra'] as Row), ...parts.extra } } : {}
    return insertRow(record.table as PgTable, {
      id: uuidv7(),
      institution: actor.institution,
      recordedBy: actor.account,
      state,
      ...values,
      ...extra,
      happenedOn,
      division: await placeOf(values),
    })
  }

  const select = (record: AnyRecord, where: SQL | undefined) =>
    orm
      .select()
      .from(record.table as PgTable)
      .where(and(eq(record.table.county, county), where))
  const initialState = parts.action.to ?? Object.keys(parts.action.record.states)[0]!

  const context: Record<keyof ActionContext, unknown> = {
    input: parts.input,
    today,
    actor,
    county,
    connection,
    house: parts.house,
    current: parts.current,
    find: async (record: AnyRecord, where: SQL | undefined) => (await select(record, where).limit(1))[0],
    findAll: (record: AnyRecord, where: SQL | undefined) => select(record, where),
    create: (values: Row) => createRecord(parts.action.record, values, String(values['state'] ?? initialState)),
    change: (values: Row) => {
      const moved = parts.action.to ? { state: parts.action.to } : {}
      const extra =
        Object.keys(parts.extra).length > 0 ? { extra: { ...(parts.current!['extra'] as Row), ...parts.extra } } : {}
      return updateRow(
        parts.action.record.table as PgTable,
        { id: parts.current!['id'] },
        { ...moved, ...extra, ...values },
      )
    },
    createOther: (record: AnyRecord, values: Row) => createRecord(record, values, String(values['state'])),
    changeOther: (record: AnyRecord, row: Row, values: Row) =>
      updateRow(record.table as PgTable, { id: row['id'] }, values),
    insertRow,
    updateRow,
  }
  return context as unknown as ActionContext
}
