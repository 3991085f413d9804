import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import type { House } from '../domain/registry.ts'
import type { Connection } from '../store/connection.ts'
import { refuse } from '../text/refusal.ts'
import type { ExtensionField } from './extension.ts'
import { appendEntry } from './journal.ts'

const text = z.object({ zh: z.string().trim().min(1).max(60), en: z.string().trim().min(1).max(120) })

/** A field as an administrator defines it. Defining a known key again makes its next version; `active: false` takes it out of use. */
export const extensionFieldSchema = z.object({
  record: z.string().max(100),
  key: z.string().regex(/^[a-z][a-zA-Z0-9_-]{0,39}$/),
  title: text,
  kind: z.enum(['text', 'number', 'date', 'yes-no', 'choice']),
  unit: text.nullish(),
  /** Values of a choice with their titles. */
  values: z.record(z.string().min(1).max(60), text).nullish(),
  required: z.boolean().default(false),
  active: z.boolean().default(true),
})

/** The definition of an extension field. */
export type ExtensionDefinition = z.output<typeof extensionFieldSchema>

/** A stored version of a field. */
export interface ExtensionVersion extends ExtensionField {
  readonly createdAt: string
}

/** The newest version of every extension field, inactive ones included. */
export function listExtensionFields(connection: Connection, county: string): Promise<ExtensionVersion[]> {
  return connection.query<ExtensionVersion>(
    `select distinct on (record, key) record, key, version, title_zh as "titleZh", title_en as "titleEn", kind, options,
       option_titles as "optionTitles", unit, required, active, created_at as "createdAt"
     from extension_field where county = $1 order by record, key, version desc`,
    [county],
  )
}

function check(house: House, definition: ExtensionDefinition, known: ExtensionVersion | undefined): void {
  const record = house.records.get(definition.record)
  if (!record) return refuse('record', { zh: '没有这种记录', en: 'There is no such record' })
  if (definition.key in record.fields)
    refuse('key', { zh: '该编号是系统字段，请换一个', en: 'This key belongs to a built-in field; choose another' })
  if (definition.kind === 'choice' && Object.keys(definition.values ?? {}).length < 2)
    refuse('values', { zh: '选项至少要有两个', en: 'A choice needs at least two values' })
  // Values already entered must stay readable.
  if (known && known.kind !== definition.kind)
    refuse('kind', {
      zh: '已使用的字段不能更改类型，请另建一个字段',
      en: 'The kind of a field in use cannot change; define another field',
    })
}

/**
 * Defines an extension field or its next version, with its journal entry. From then on forms, lists, filters, exports and run-time indicators know it.
 * Runs as the owner: only roles with the right to configure get here.
 * @returns the version.
 */
export async function defineExtensionField(
  connection: Connection,
  setting: { county: string; house: House },
  actor: Actor,
  request: { requestId: string; definition: ExtensionDefinition },
): Promise<{ record: string; key: string; version: number }> {
  const { county, house } = setting
  const { definition } = request
  await connection.query(`select pg_advisory_xact_lock(hashtext('extension-field'), hashtext($1))`, [
    `${definition.record}.${definition.key}`,
  ])
  const all = await listExtensionFields(connection, county)
  const known = all.find((field) => field.record === definition.record && field.key === definition.key)
  check(house, definition, known)
  const version = (known?.version ?? 0) + 1
  const { record, key, title, kind, values, unit, required, active } = definition
  await connection.query(
    `insert into extension_field (county, record, key, version, title_zh, title_en, kind, options, option_titles, unit, required, active, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10::jsonb, $11, $12, $13)`,
    [
      county,
      record,
      key,
      version,
      title.zh,
      title.en,
      kind,
      JSON.stringify(Object.keys(values ?? {})),
      JSON.stringify(values ?? {}),
      unit ? JSON.stringify(unit) : null,
      required,
      active,
      actor.account,
    ],
  )
  await appendEntry(connection, {
    county,
    requestId: request.requestId,
    at: new Date().toISOString(),
    deviceAt: null,
    account: actor.account,
    role: actor.role,
    action: 'extension-field.define',
    record: 'extension-field',
    recordId: null,
    person: null,
    division: actor.division,
    input: definition,
    changes: [],
    answer: { record, key, version },
  })
  return { record, key, version }
}
