import type { AnyAction, AnyRecord } from '../../domain/define-domain.ts'
import type { House } from '../../domain/registry.ts'
import type { ExtensionField } from '../../record/extension.ts'
import { inputSchema, type InputSchema } from '../../record/input-schema.ts'
import { labelFields } from '../../record/references.ts'
import type { Text } from '../../text/text.ts'
import { cleanText, withoutSpaces } from '../cell-text.ts'
import type { Register, RegisterDeclaration } from '../register.ts'
import { defineRegister } from '../register.ts'
import { extensionColumn } from './extension-column.ts'
import { valueKind, type ValueKind } from './value-kind.ts'

/** One column of an action's workbook. */
export interface ActionColumn {
  /** Unique in the workbook: the input's name, `name:of` for the name that goes with a person's number, `extra.` before an added field. */
  readonly key: string
  /** The input it belongs to; of an added field its key. */
  readonly input: string
  readonly part: 'value' | 'person-name' | 'extension'
  readonly title: Text
  readonly kind: ValueKind
  /** Several values in one cell, separated by 、 or commas. */
  readonly list: boolean
  readonly required: boolean
  readonly unit: Text | undefined
  readonly help: Text | undefined
  /** Holds what identifies somebody; shown masked to readers who see persons masked. */
  readonly masked: 'name' | 'identity' | 'phone' | 'address' | undefined
  readonly field?: ExtensionField
}

/** Further names under which the two columns of a person come, beside their titles. */
const PERSON_ALIASES = {
  name: ['姓名', '居民姓名', 'Name'],
  number: ['证件号码', '身份证号', '身份证号码', '公民身份号码', '公民身份证号码', '身份证', 'Identity number'],
}
const NAME: Text = { zh: '姓名', en: 'Name' }
const NUMBER: Text = { zh: '证件号码', en: 'Identity number' }

const after = (title: Text, part: Text): Text => ({ zh: `${title.zh}${part.zh}`, en: `${title.en}: ${part.en}` })

const CONCEALED: Readonly<Record<string, ActionColumn['masked']>> = {
  documentNumber: 'identity',
  phone: 'phone',
  address: 'address',
}

/** A record without a name, number or code of its own is called by its person, and found by that person's number. */
export function calledByPerson(record: AnyRecord | undefined): boolean {
  return record !== undefined && labelFields(record).length === 0
}

function inputColumns(action: AnyAction, house: House): ActionColumn[] | undefined {
  const schema = inputSchema(action)
  const properties = Object.entries(schema.properties ?? {})
  const taken = new Set(properties.map(([, property]) => property.title))
  const people = properties.filter(([, property]) => property['x-refers-to'] === 'person').length
  const columns: ActionColumn[] = []
  for (const [name, property] of properties) {
    const required = schema.required?.includes(name) ?? false
    const value = valueKind(property)
    if (!value) {
      if (required) return undefined
      continue
    }
    columns.push(...columnsOf(name, property, value, { action, house, required, taken, alone: people === 1 }))
  }
  return columns
}

interface Surroundings {
  readonly action: AnyAction
  readonly house: House
  readonly required: boolean
  readonly taken: ReadonlySet<string | undefined>
  /** It is the only person the action is about. */
  readonly alone: boolean
}

function columnsOf(
  name: string,
  property: InputSchema,
  value: { kind: ValueKind; list: boolean },
  { action, house, required, taken, alone }: Surroundings,
): ActionColumn[] {
  const title: Text = { zh: property.title ?? name, en: property.titleEn ?? name }
  const column = {
    input: name,
    ...value,
    required,
    unit: property['x-unit'],
    help: property['x-help'],
    masked: (action.record.fields as Record<string, { masked?: ActionColumn['masked'] }>)[name]?.masked,
  }
  const { kind } = value
  if (kind.kind === 'person' && !value.list) {
    const plain = alone && !taken.has(NAME.zh) && !taken.has(NUMBER.zh)
    const clash = taken.has(after(title, NAME).zh)
    const called = clash ? { zh: `${title.zh}（已登记）`, en: `${title.en} (registered)` } : title
    const [who, number] = plain ? [NAME, NUMBER] : [after(called, NAME), after(called, NUMBER)]
    const text: ValueKind = { kind: 'text', pattern: undefined, multiline: false }
    return [
      { ...column, key: `${name}:name`, part: 'person-name', title: who, kind: text, required: false, masked: 'name' },
      { ...column, key: name, part: 'value', title: number, masked: 'identity' },
    ]
  }
  if (kind.kind === 'record' && calledByPerson(house.records.get(kind.record)))
    return [{ ...column, key: name, part: 'value', title: after(title, NUMBER), masked: 'identity' }]
  const concealed = action.conceal?.includes(name) ? (CONCEALED[name] ?? 'address') : undefined
  const personal = kind.kind === 'person' ? ('identity' as const) : concealed
  return [{ ...column, key: name, part: 'value', title, masked: column.masked ?? personal }]
}

/**
 * The columns of the workbook by which an action is imported: its inputs in their order, a person as name and number, then the fields the county has added to
 * the record. Undefined when the action makes no new record, or needs an input that no cell can hold (a list of members, an id that nobody knows).
 */
export function actionColumns(
  house: House,
  action: AnyAction,
  extensions: readonly ExtensionField[],
): ActionColumn[] | undefined {
  if (action.on !== 'new') return undefined
  const own = inputColumns(action, house)
  if (!own || !own.some((column) => column.required)) return undefined
  const taken = new Set(own.map((column) => column.title.zh))
  const added = extensions.filter((field) => field.record === action.record.id)
  return [...own, ...added.map((field) => extensionColumn(field, taken))]
}

/** Whether an action can be imported from a workbook. */
export function isImportable(house: House, action: AnyAction): boolean {
  return actionColumns(house, action, []) !== undefined
}

/** A header text as it is looked up: cleaned, with and without its spaces. */
const forms = (text: string) => [cleanText(text), withoutSpaces(cleanText(text)).replace(/[*:]/g, '')]

/** The action's columns as a register, which finds them in sheets as people send them. Of two columns with one header text the first has it. */
export function actionRegister(action: AnyAction, columns: readonly ActionColumn[]): Register<string> {
  const taken = new Set<string>()
  const free = (texts: readonly string[]) => {
    const found = [...new Set(texts.flatMap(forms))].filter((text) => text !== '' && !taken.has(text))
    for (const text of found) taken.add(text)
    return found
  }
  const aliases = new Map(columns.map((column) => [column.key, free([column.title.zh, column.title.en])]))
  for (const column of columns) {
    const own = aliases.get(column.key)!
    if (column.title.zh === NAME.zh && column.part === 'person-name') own.push(...free(PERSON_ALIASES.name))
    if (column.title.zh === NUMBER.zh && column.kind.kind === 'person') own.push(...free(PERSON_ALIASES.number))
    own.push(...free([column.key, column.input]))
  }
  const required = columns.filter((column) => column.required && column.part !== 'extension')
  const declaration: RegisterDeclaration<string> = {
    id: action.id,
    title: action.title,
    columns: Object.fromEntries(
      columns.map((column) => [column.key, { title: column.title, aliases: aliases.get(column.key)! }]),
    ),
    identifiedBy: required.map((column) => column.key),
    nameColumn: required[0]!.key,
    totalsIn: [columns[0]!.key],
    ditto: columns.filter((column) => column.masked === undefined && column.kind.kind !== 'text').map(({ key }) => key),
  }
  return defineRegister(declaration)
}
