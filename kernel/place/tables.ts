import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { codeText } from '../store/columns.ts'

/** Administrative divisions. The code is the significant part of the 12-digit statistical code: 4, 6, 9 or 12 digits. */
export const divisions = pgTable('division', {
  code: codeText('code').primaryKey(),
  parent: codeText('parent'),
  level: text('level', { enum: ['city', 'county', 'township', 'village'] }).notNull(),
  name: text('name').notNull(),
  shortName: text('short_name').notNull(),
  englishName: text('english_name').notNull(),
  /** Position for the generated map: column and row of a grid. */
  x: integer('x'),
  y: integer('y'),
})

/** Institutions of every class; `dependsOn` is the institution that manages this one (village clinic → township centre). */
export const institutions = pgTable(
  'institution',
  {
    county: codeText('county').notNull(),
    code: codeText('code').notNull(),
    name: text('name').notNull(),
    englishName: text('english_name').notNull(),
    kind: text('kind').notNull(),
    division: codeText('division').notNull(),
    dependsOn: codeText('depends_on'),
    ownership: text('ownership', { enum: ['public', 'private'] })
      .notNull()
      .default('public'),
    beds: integer('beds').notNull().default(0),
    equipment: jsonb('equipment').$type<Record<string, number>>().notNull().default({}),
    openedOn: date('opened_on'),
    closedOn: date('closed_on'),
    active: boolean('active').notNull().default(true),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.code] }),
    index('institution_division').on(table.county, table.division),
  ],
)

/** Every place with each of its ancestors and itself; what measures are rolled up along. */
export const placeAncestors = pgTable(
  'place_ancestor',
  {
    county: codeText('county').notNull(),
    leaf: codeText('leaf').notNull(),
    ancestor: codeText('ancestor').notNull(),
    /** Steps from the leaf: 0 is the place itself. */
    distance: integer('distance').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.leaf, table.ancestor] }),
    index('place_ancestor_of').on(table.county, table.ancestor),
  ],
)
