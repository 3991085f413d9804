import type { Actor } from '../../access/actor.ts'
import type { House } from '../../domain/registry.ts'
import type { IsoDate } from '../../period/date.ts'
import { extensionFault } from '../../record/extension.ts'
import type { Connection } from '../../store/connection.ts'
import type { Text } from '../../text/text.ts'
import { textOf } from '../cell-text.ts'
import type { Cell } from '../sheet.ts'
import { calledByPerson, type ActionColumn } from './columns.ts'
import { findPeople, numberFault, sameName, type FoundPerson } from './people.ts'
import type { Gazetteer } from './places.ts'
import { readCell, type CellReading } from './read-value.ts'
import { findRecords, findRecordsOf, narrowed, type FoundRecord } from './records.ts'

/** What is wrong with a row: in which column, and what to do. */
export interface RowFault {
  /** Title of the column; undefined when it is about the row as a whole. */
  readonly column: Text | undefined
  readonly text: Text
}

/** A row as the action will get it, or why it cannot. */
export interface ReadRow {
  readonly input: Record<string, unknown>
  readonly faults: readonly RowFault[]
}

/** Cells of a row by the key of their column; blank ones may be left out. */
export type RowCells = Readonly<Record<string, Cell>>

/** What reading rows needs to know. */
export interface InputContext {
  readonly house: House
  readonly county: string
  readonly actor: Actor
  readonly today: IsoDate
  readonly columns: readonly ActionColumn[]
  readonly gazetteer: Gazetteer
}

const BLANK: Cell = { kind: 'blank' }
const NOT_FOUND: Text = {
  zh: '查无此人，或不在您的管辖范围内：请核对证件号码，或先登记居民',
  en: 'No such person within your scope: check the number, or register the resident first',
}

/** What the references of some rows were found to mean. */
interface Found {
  readonly people: ReadonlyMap<string, FoundPerson>
  /** By column, then by the words of the cell (or the person's id). */
  readonly records: ReadonlyMap<string, ReadonlyMap<string, readonly FoundRecord[]>>
}

type Readings = ReadonlyMap<string, CellReading>

const texts = (reading: CellReading | undefined): string[] =>
  reading?.kind === 'value' ? [reading.value].flat().map(String) : []

const isNumber = (context: InputContext, { kind }: ActionColumn) =>
  kind.kind === 'person' || (kind.kind === 'record' && calledByPerson(context.house.records.get(kind.record)))

async function lookUp(connection: Connection, context: InputContext, rows: readonly Readings[]): Promise<Found> {
  const { house, county, columns, today } = context
  const said = (column: ActionColumn) => [...new Set(rows.flatMap((row) => texts(row.get(column.key))))]
  const numbers = columns.filter((column) => isNumber(context, column)).flatMap(said)
  const people = await findPeople(connection, county, numbers, today)
  const records = new Map<string, ReadonlyMap<string, readonly FoundRecord[]>>()
  for (const column of columns) {
    if (column.kind.kind !== 'record') continue
    const record = house.records.get(column.kind.record)!
    const words = said(column)
    if (words.length === 0) continue
    const ids = words.flatMap((number) => people.get(number)?.id ?? [])
    records.set(
      column.key,
      calledByPerson(record)
        ? await findRecordsOf(connection, county, record, ids)
        : await findRecords(connection, county, record, words),
    )
  }
  return { people, records }
}

/** One word of a reference, resolved; a text when it means nothing, or too much. */
function resolve(
  context: InputContext,
  column: ActionColumn,
  word: string,
  found: Found,
  others: ReadonlyMap<string, string>,
): { id: string } | { fault: Text } {
  const { kind } = column
  const several = (count: number, remedy: Text): { fault: Text } => ({
    fault: { zh: `有${count}个“${word}”，${remedy.zh}`, en: `${count} are called “${word}”: ${remedy.en}` },
  })
  switch (kind.kind) {
    case 'person':
      return found.people.get(word) ?? { fault: NOT_FOUND }
    case 'division':
    case 'institution': {
      const codes =
        kind.kind === 'division'
          ? context.gazetteer.divisions(word, kind.pattern, context.actor.division)
          : context.gazetteer.institutions(word)
      if (codes.length === 1) return { id: codes[0]! }
      if (codes.length > 1)
        return several(codes.length, {
          zh: '请在前面写明乡镇，或填代码',
          en: 'put the township before it, or enter the code',
        })
      return { fault: { zh: `没有名称或代码为“${word}”的地方`, en: `No place has the name or code “${word}”` } }
    }
    case 'record': {
      const record = context.house.records.get(kind.record)!
      const person = calledByPerson(record) ? found.people.get(word) : undefined
      if (calledByPerson(record) && !person) return { fault: NOT_FOUND }
      const hits = narrowed(record, found.records.get(column.key)?.get(person?.id ?? word) ?? [], others)
      if (hits.length === 1) return { id: hits[0]!.id }
      const { title } = record
      if (hits.length > 1) return several(hits.length, { zh: '请改填编号', en: 'enter its id instead' })
      return {
        fault: {
          zh: `您的管辖范围内没有“${word}”这个${title.zh}，请核对名称`,
          en: `${title.en} “${word}” does not exist within your scope; check the name`,
        },
      }
    }
    default:
      return { id: word }
  }
}

const isReference = ({ kind }: ActionColumn) => ['person', 'division', 'institution', 'record'].includes(kind.kind)

function assemble(context: InputContext, readings: Readings, found: Found): ReadRow {
  const input: Record<string, unknown> = {}
  const extra: Record<string, unknown> = {}
  const faults: RowFault[] = []
  const others = new Map<string, string>()
  for (const column of context.columns) {
    const reading = readings.get(column.key) ?? { kind: 'blank' }
    if (reading.kind === 'fault') {
      faults.push({ column: column.title, text: reading.text })
      continue
    }
    if (column.part === 'person-name') continue
    if (column.part === 'extension') {
      const value = reading.kind === 'value' ? reading.value : undefined
      const text = extensionFault(column.field!, value)
      if (text) faults.push({ column: column.title, text })
      else if (value !== undefined) extra[column.input] = value
      continue
    }
    if (reading.kind === 'blank') {
      if (column.required) faults.push({ column: column.title, text: { zh: '请填写', en: 'Fill this in' } })
      continue
    }
    if (!isReference(column)) {
      input[column.input] = reading.value
      continue
    }
    const resolved = texts(reading).map((word) => resolve(context, column, word, found, others))
    for (const each of resolved) if ('fault' in each) faults.push({ column: column.title, text: each.fault })
    const ids = resolved.flatMap((each) => ('id' in each ? [each.id] : []))
    input[column.input] = column.list ? ids : ids[0]
    if (!column.list && ids[0] !== undefined && column.kind.kind === 'record')
      others.set(`record:${column.kind.record}`, ids[0])
  }
  if (Object.keys(extra).length > 0) input['extra'] = extra
  return { input, faults }
}

/** A name that is not the name of the number's owner: two people's rows have slipped, or a digit is wrong. */
function nameFaults(context: InputContext, readings: Readings, found: Found): RowFault[] {
  return context.columns.flatMap((column): RowFault[] => {
    if (column.part !== 'person-name') return []
    const [name] = texts(readings.get(column.key))
    const [number] = texts(readings.get(column.input))
    const person = number === undefined ? undefined : found.people.get(number)
    if (name === undefined || !person || sameName(name, person.name)) return []
    return [
      {
        column: column.title,
        text: {
          zh: '姓名与证件号码不是同一人，请核对',
          en: 'Name and number belong to different people; check both',
        },
      },
    ]
  })
}

/** Reads rows as inputs of the action; everything wrong with a row is told at once. The connection is under the actor's scope: what lies outside is not found. */
export async function readInputs(
  connection: Connection,
  context: InputContext,
  rows: readonly RowCells[],
): Promise<ReadRow[]> {
  const readings = rows.map((cells) => readingsOf(context, cells))
  const found = await lookUp(connection, context, readings)
  return readings.map((row) => {
    const read = assemble(context, row, found)
    return { ...read, faults: [...read.faults, ...nameFaults(context, row, found)] }
  })
}

function readingsOf(context: InputContext, cells: RowCells): Map<string, CellReading> {
  return new Map(
    context.columns.map((column) => {
      const cell = cells[column.key] ?? BLANK
      const reading = readCell(column, cell, context.today)
      if (reading.kind !== 'value' || column.list || !isNumber(context, column)) return [column.key, reading]
      const text = numberFault(textOf(cell), cell, context.today)
      return [column.key, text ? { kind: 'fault', text } : reading]
    }),
  )
}
