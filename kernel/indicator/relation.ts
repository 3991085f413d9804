import type { Column } from 'drizzle-orm'
import type { PgTable, WithSubqueryWithSelection } from 'drizzle-orm/pg-core'
import type { SQL } from 'drizzle-orm'
import type { FieldDefinition, RecordDefinition, RecordTable } from '../record/define-record.ts'
import type { Text } from '../text/text.ts'

/** A column of a relation, or an expression over its columns. */
export type Expression = Column | SQL | SQL.Aliased

/** A column shown when a figure is traced to its rows; coded values have their titles, personal ones are masked like the field they come from. */
export interface ShownColumn extends Pick<FieldDefinition, 'title' | 'values' | 'unit' | 'masked'> {
  readonly value: Expression
}

/** What measures count: the rows of a record, or of a query over several tables. */
export interface Relation {
  readonly id: string
  readonly title: Text
  /** What stands behind FROM. */
  readonly from: PgTable | WithSubqueryWithSelection<never, never> | SQL
  readonly county: Expression
  readonly key: Expression
  readonly person: Expression | undefined
  readonly division: Expression
  readonly institution: Expression | undefined
  /** Rows that do not count (voided) are left out. */
  readonly valid: SQL | undefined
  /** A condition that every row which lasts beyond this day fulfils, over a plain column of a table: lets the database skip what is long over. */
  readonly reaching?: ((first: SQL) => SQL) | undefined
  /** A person's rows depend on rows of other persons (a newborn's on the mother's): a change then makes all of its place stale. */
  readonly readsOthers: boolean
  /** Tables whose changes make figures of this relation stale. */
  readonly tables: readonly PgTable[]
  /** The record a row can be opened as. */
  readonly record: RecordDefinition | undefined
  /** Columns shown when a figure is traced to its rows. */
  readonly show: Readonly<Record<string, ShownColumn>>
}

const relations = new WeakMap<RecordDefinition<never>, Relation>()

/** The relation of a record's own rows. */
export function relationOf<Table extends RecordTable>(record: RecordDefinition<Table>): Relation {
  const known = relations.get(record as never)
  if (known) return known
  const table = record.table as RecordTable & Record<string, Column>
  const show: Record<string, ShownColumn> = {
    happened_on: { title: record.happenedOn, value: table.happenedOn },
  }
  for (const [name, field] of Object.entries(record.fields as Record<string, FieldDefinition>)) {
    // What a row refers to is told by the row itself, which can be opened.
    if (!record.list.includes(name as never) || field.refersTo) continue
    const { title, values, unit, masked } = field
    show[name] = {
      title,
      value: table[name]!,
      ...(values && { values }),
      ...(unit && { unit }),
      ...(masked && { masked }),
    }
  }
  const relation: Relation = {
    id: record.id,
    title: record.title,
    from: table,
    county: table.county,
    key: table.id,
    person: table.person,
    division: table.division,
    institution: table.institution,
    valid: undefined,
    readsOthers: false,
    tables: [table],
    record: record as unknown as RecordDefinition,
    show,
  }
  relations.set(record as never, relation)
  return relation
}

/** The shape of a query that may serve as a relation: a drizzle subquery (`.as('name')`) with at least these columns. */
export interface RelationColumns {
  readonly county: Expression
  readonly id: Expression
  readonly division: Expression
}

/**
 * A relation over several tables: a drizzle subquery that selects at least `county, id, division`, and the columns measures use.
 * `id` is unique within the relation; `person` and `institution` are given when there are such columns.
 */
export function defineRelation(definition: {
  id: string
  title: Text
  from: unknown
  columns: RelationColumns & { person?: Expression; institution?: Expression }
  tables: readonly PgTable[]
  record?: RecordDefinition<never> | RecordDefinition
  reaching?: Relation['reaching']
  readsOthers?: boolean
  show?: Relation['show']
}): Relation {
  return {
    id: definition.id,
    title: definition.title,
    from: definition.from as Relation['from'],
    county: definition.columns.county,
    key: definition.columns.id,
    person: definition.columns.person,
    division: definition.columns.division,
    institution: definition.columns.institution,
    valid: undefined,
    reaching: definition.reaching,
    readsOthers: definition.readsOthers ?? false,
    tables: definition.tables,
    record: definition.record as RecordDefinition | undefined,
    show: definition.show ?? {},
  }
}
