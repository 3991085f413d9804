import type { Connection } from '../connection.ts'

/** What has to be known of a table to say how it can be distributed. */
export interface TableShape {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly notNull: boolean }[]
  /** Primary key, unique and exclusion constraints and unique indexes; an index over an expression names it `null`. */
  readonly keys: readonly { readonly name: string; readonly columns: readonly (string | null)[] }[]
  readonly foreignKeys: readonly {
    readonly name: string
    readonly columns: readonly string[]
    readonly references: string
    readonly referenced: readonly string[]
  }[]
  readonly triggers: readonly string[]
  /** Rows as the planner last estimated them; for the order and the plan's print only. */
  readonly rows: number
}

const NAMES = (columns: string, table: string) =>
  `(select json_agg(a.attname::text order by k.position) from unnest(${columns}) with ordinality k (number, position)
     left join pg_attribute a on a.attrelid = ${table} and a.attnum = k.number and k.number > 0)`

const SHAPES = `
select c.relname as name, greatest(c.reltuples, 0)::float8 as rows,
  (select json_agg(json_build_object('name', a.attname, 'notNull', a.attnotnull) order by a.attnum)
     from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
  coalesce((select json_agg(json_build_object('name', i.indexrelid::regclass::text, 'columns', ${NAMES('i.indkey::int2[]', 'c.oid')}) order by i.indexrelid::regclass::text)
     from pg_index i where i.indrelid = c.oid and (i.indisunique or i.indisexclusion)), '[]') as keys,
  coalesce((select json_agg(json_build_object('name', f.conname, 'references', f.confrelid::regclass::text,
       'columns', ${NAMES('f.conkey', 'f.conrelid')}, 'referenced', ${NAMES('f.confkey', 'f.confrelid')}) order by f.conname)
     from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'), '[]') as "foreignKeys",
  coalesce((select json_agg(t.tgname order by t.tgname) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal), '[]') as triggers
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
order by c.relname`

/** The tables of the house as the catalogue has them, those of extensions left out, by name. */
export function readShapes(connection: Connection): Promise<TableShape[]> {
  return connection.query<TableShape>(SHAPES)
}
