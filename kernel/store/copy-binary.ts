import type { CopyValue } from './copy-format.ts'

/**
 * PostgreSQL's binary COPY format (documentation of COPY, “Binary Format”): loading it takes a third of the time of the text format, which the
 * embedded database must parse value by value. Each chunk is a whole file: header, rows, trailer.
 */
/** Bytes of a value of fixed length with its length; values of other lengths make room for themselves. */
const LARGEST_FIXED = 4 + 16
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')
const HEADER = Buffer.concat([SIGNATURE, Buffer.alloc(8)])
const EPOCH_DAYS = Date.UTC(2000, 0, 1) / 86_400_000
const EPOCH_MILLISECONDS = Date.UTC(2000, 0, 1)

/** A buffer that grows. */
interface Sink {
  bytes: Buffer
  at: number
}

function reserve(sink: Sink, size: number): void {
  if (sink.at + size <= sink.bytes.length) return
  const larger = Buffer.allocUnsafe(Math.max(sink.bytes.length * 2, sink.at + size))
  sink.bytes.copy(larger, 0, 0, sink.at)
  sink.bytes = larger
}

type Writer = (sink: Sink, value: Exclude<CopyValue, null | undefined>) => void

/** Values of dates and moments repeat; most are found here. */
function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    let value = known.get(text)
    if (value === undefined) {
      value = read(text)
      if (known.size < 100_000) known.set(text, value)
    }
    return value
  }
}

function valid(number: number, text: string): number {
  if (Number.isNaN(number)) throw new Error(`${text} is neither a date nor a moment`)
  return number
}

const dayNumber = remembered((text) => valid(Date.parse(`${text}T00:00:00Z`), text) / 86_400_000 - EPOCH_DAYS)
/** Microseconds; takes `2025-01-31 18:00:00+08` and ISO 8601. */
const microseconds = remembered((text) => {
  const iso = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')
  return BigInt(valid(Date.parse(iso), text) - EPOCH_MILLISECONDS) * 1000n
})

function writeText(sink: Sink, text: string, prefix = 0): void {
  reserve(sink, 4 + prefix + text.length * 3)
  if (prefix) sink.bytes[sink.at + 4] = 1 // the version of the jsonb format
  const length = prefix + sink.bytes.write(text, sink.at + 4 + prefix, 'utf8')
  sink.bytes.writeInt32BE(length, sink.at)
  sink.at += 4 + length
}

function writeFixed(sink: Sink, size: number): number {
  sink.bytes.writeInt32BE(size, sink.at)
  const at = sink.at + 4
  sink.at = at + size
  return at
}

/** A decimal number as groups of four digits: count, weight of the first group, sign, digits after the point, groups. */
function writeNumeric(sink: Sink, text: string): void {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) throw new Error(`${text} is not a decimal number`)
  const [, sign, whole = '', fraction = ''] = match
  const padded =
    whole.padStart(Math.ceil(whole.length / 4) * 4, '0') + fraction.padEnd(Math.ceil(fraction.length / 4) * 4, '0')
  const groups = (padded.match(/\d{4}/g) ?? []).map(Number)
  let weight = Math.ceil(whole.length / 4) - 1
  while (groups[0] === 0) {
    groups.shift()
    weight -= 1
  }
  while (groups.at(-1) === 0) groups.pop()
  reserve(sink, 12 + groups.length * 2)
  let at = writeFixed(sink, 8 + groups.length * 2)
  const head = [groups.length, groups.length ? weight : 0, sign && groups.length ? 0x4000 : 0, fraction.length]
  for (const number of [...head, ...groups]) at = sink.bytes.writeUInt16BE(number & 0xffff, at)
}

const WRITERS: Record<string, Writer> = {
  text: (sink, value) => writeText(sink, String(value)),
  jsonb: (sink, value) => writeText(sink, typeof value === 'string' ? value : JSON.stringify(value), 1),
  uuid: (sink, value) => {
    const hex = (value as string).replaceAll('-', '')
    if (hex.length !== 32 || sink.bytes.write(hex, writeFixed(sink, 16), 'hex') !== 16)
      throw new Error(`${String(value)} is not a UUID`)
  },
  bytea: (sink, value) => {
    const bytes = value as Uint8Array
    reserve(sink, 4 + bytes.length)
    sink.bytes.set(bytes, writeFixed(sink, bytes.length))
  },
  boolean: (sink, value) => {
    const at = writeFixed(sink, 1)
    sink.bytes[at] = value ? 1 : 0
  },
  smallint: (sink, value) => void sink.bytes.writeInt16BE(Number(value), writeFixed(sink, 2)),
  integer: (sink, value) => void sink.bytes.writeInt32BE(Number(value), writeFixed(sink, 4)),
  bigint: (sink, value) => void sink.bytes.writeBigInt64BE(BigInt(value as number), writeFixed(sink, 8)),
  numeric: (sink, value) => writeNumeric(sink, String(value)),
  date: (sink, value) => void sink.bytes.writeInt32BE(dayNumber(value as string), writeFixed(sink, 4)),
  'timestamp with time zone': (sink, value) =>
    void sink.bytes.writeBigInt64BE(microseconds(value as string), writeFixed(sink, 8)),
}

function writerOf(type: string): Writer {
  const writer = WRITERS[type.replace(/(\(\d.*\)| collate .*)$/i, '')]
  if (!writer) throw new Error(`Binary COPY has no writer for columns of type ${type}`)
  return writer
}

/** A chunk of rows, whole in itself, with the rows made so far. */
export interface BinaryChunk {
  readonly bytes: Uint8Array
  readonly rows: number
}

/**
 * Rows as binary COPY files of about `size` bytes. `types` are the SQL types of the columns, in their order.
 * @throws Error for a value that is not of its column's type.
 */
export function* binaryCopyChunks(
  types: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
  size = 1 << 20,
): Generator<BinaryChunk> {
  const writers = types.map(writerOf)
  let sink: Sink | undefined
  let count = 0
  const finished = (sink: Sink): BinaryChunk => {
    reserve(sink, 2)
    sink.bytes.writeInt16BE(-1, sink.at)
    return { bytes: sink.bytes.subarray(0, sink.at + 2), rows: count }
  }
  for (const row of rows) {
    if (!sink) {
      sink = { bytes: Buffer.allocUnsafe(size + (size >> 3)), at: HEADER.length }
      HEADER.copy(sink.bytes)
    }
    reserve(sink, 2)
    sink.at = sink.bytes.writeInt16BE(writers.length, sink.at)
    for (let index = 0; index < writers.length; index += 1) {
      const value = row[index]
      reserve(sink, LARGEST_FIXED)
      if (value === null || value === undefined) sink.at = sink.bytes.writeInt32BE(-1, sink.at)
      else writers[index]!(sink, value)
    }
    count += 1
    if (sink.at < size) continue
    yield finished(sink)
    sink = undefined
  }
  if (sink) yield finished(sink)
}
