import type { CopyValue } from './copy-format.ts'

/**
 * PostgreSQL's binary COPY format (documentation of COPY, “Binary Format”): loading it takes a third of the time of the text format, which the
 * embedded database must parse value by value. Each chunk is a whole file: header, rows, trailer.
 */
/** Bytes of a value of fixed length with its length; values of other lengths make room for themselves. */
const LARGEST_FIXED = 4 + 16
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')
const HEADER = Buffer.concat([SIGNATURE, Buffer.alloc(8)])
const MILLISECONDS_A_DAY = 86_400_000
const EPOCH_DAYS = Date.UTC(2000, 0, 1) / MILLISECONDS_A_DAY
const EPOCH_MILLISECONDS = Date.UTC(2000, 0, 1)

/** A buffer that grows. Numbers are written through the view, which is several times faster than through the buffer. */
interface Sink {
  bytes: Buffer
  view: DataView
  at: number
}

function newSink(size: number): Sink {
  const bytes = Buffer.allocUnsafeSlow(size)
  return { bytes, view: new DataView(bytes.buffer), at: 0 }
}

function reserve(sink: Sink, size: number): void {
  if (sink.at + size <= sink.bytes.length) return
  const larger = newSink(Math.max(sink.bytes.length * 2, sink.at + size))
  sink.bytes.copy(larger.bytes, 0, 0, sink.at)
  sink.bytes = larger.bytes
  sink.view = larger.view
}

type Value = Exclude<CopyValue, null | undefined>
type Writer = (sink: Sink, value: Value) => void

/** How many different values are remembered with what was read from them. */
const MOST_REMEMBERED = 100_000

/** Values of dates, moments and amounts repeat; most are found here. */
function remembered<Read, Given = string>(read: (given: Given) => Read): (given: Given) => Read {
  const known = new Map<Given, Read>()
  return (given) => {
    let value = known.get(given)
    if (value === undefined) {
      value = read(given)
      if (known.size < MOST_REMEMBERED) known.set(given, value)
    }
    return value
  }
}

function valid(number: number, text: string): number {
  if (Number.isNaN(number)) throw new Error(`${text} is neither a date nor a moment`)
  return number
}

const dayNumber = remembered((text) => valid(Date.parse(`${text}T00:00:00Z`), text) / MILLISECONDS_A_DAY - EPOCH_DAYS)

/** Microseconds as the upper and the lower half of 64 bits; takes `2025-01-31 18:00:00+08` and ISO 8601. */
const microseconds = remembered((text) => {
  const iso = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')
  return halves(BigInt(valid(Date.parse(iso), text) - EPOCH_MILLISECONDS) * 1000n)
})

function halves(number: bigint): readonly [number, number] {
  return [Number(number >> 32n), Number(number & 0xffff_ffffn)]
}

/** Longer texts are left to the buffer, whose call costs more than a few letters and less than many. */
const SHORT = 64

/** Writes a short text as UTF-8. @returns where it ends, or -1 when it has letters beyond three bytes. */
function writeShort(bytes: Buffer, text: string, start: number): number {
  let at = start
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 0x80) bytes[at++] = code
    else if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6)
      bytes[at++] = 0x80 | (code & 0x3f)
    } else if (code < 0xd800 || code > 0xdfff) {
      bytes[at++] = 0xe0 | (code >> 12)
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f)
      bytes[at++] = 0x80 | (code & 0x3f)
    } else return -1
  }
  return at
}

function writeText(sink: Sink, text: string, prefix = 0): void {
  reserve(sink, 4 + prefix + text.length * 3)
  const start = sink.at + 4
  if (prefix) sink.bytes[start] = 1 // the version of the jsonb format
  let end = text.length <= SHORT ? writeShort(sink.bytes, text, start + prefix) : -1
  if (end < 0) end = start + prefix + sink.bytes.write(text, start + prefix, 'utf8')
  sink.view.setInt32(sink.at, end - start)
  sink.at = end
}

function writeFixed(sink: Sink, size: number): number {
  sink.view.setInt32(sink.at, size)
  const at = sink.at + 4
  sink.at = at + size
  return at
}

function writeBytes(sink: Sink, bytes: Uint8Array): void {
  reserve(sink, 4 + bytes.length)
  sink.bytes.set(bytes, writeFixed(sink, bytes.length))
}

/** No digit: more than any digit, so that one of them among many still shows. */
const NONE = 255
/** The value of a hexadecimal digit by its character code, for the codes of ASCII. */
const DIGITS = new Uint8Array(128).fill(NONE)
for (let value = 0; value < 16; value += 1) {
  DIGITS[value.toString(16).charCodeAt(0)] = value
  DIGITS[value.toString(16).toUpperCase().charCodeAt(0)] = value
}
const DASH = '-'.charCodeAt(0)

/** Where the sixteen bytes of a UUID and its dashes stand in the usual form of 36 characters. */
const PLACES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34]
const DASHES = [8, 13, 18, 23]

/** The usual form, several times faster. @returns whether it was one. */
function writeUsualUuid(bytes: Buffer, at: number, text: string): boolean {
  if (text.length !== 36 || !DASHES.every((place) => text.charCodeAt(place) === DASH)) return false
  let codes = 0
  let seen = 0
  for (let index = 0; index < 16; index += 1) {
    const place = PLACES[index]!
    const first = text.charCodeAt(place)
    const second = text.charCodeAt(place + 1)
    codes |= first | second
    const high = DIGITS[first & 0x7f]!
    const low = DIGITS[second & 0x7f]!
    seen |= high | low
    bytes[at + index] = (high << 4) | low
  }
  return codes < DIGITS.length && seen <= 15
}

/** Takes the digits of a UUID wherever dashes stand between them, as PostgreSQL does. */
function writeUuid(sink: Sink, text: string): void {
  const at = writeFixed(sink, 16)
  if (writeUsualUuid(sink.bytes, at, text)) return
  let digits = 0
  let seen = 0
  let high = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === DASH) continue
    const digit = code < DIGITS.length ? DIGITS[code]! : NONE
    seen |= digit
    if (digits % 2 === 0) high = digit << 4
    else if (digits < 32) sink.bytes[at + (digits >> 1)] = high | digit
    digits += 1
  }
  if (digits !== 32 || seen > 15) throw new Error(`${text} is not a UUID`)
}

/** A decimal number as groups of four digits: count, weight of the first group, sign, digits after the point, groups. */
const numeric = remembered((given: Value) => {
  const text = String(given)
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
  const head = [groups.length, groups.length ? weight : 0, sign && groups.length ? 0x4000 : 0, fraction.length]
  const bytes = Buffer.alloc(8 + groups.length * 2)
  let at = 0
  for (const number of [...head, ...groups]) at = bytes.writeUInt16BE(number & 0xffff, at)
  return bytes
})

function writeLong(sink: Sink, [upper, lower]: readonly [number, number]): void {
  const at = writeFixed(sink, 8)
  sink.view.setInt32(at, upper)
  sink.view.setUint32(at + 4, lower)
}

/** A whole number that the column's type can hold. */
function whole(value: Value, most: number): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number > most || number < -most - 1)
    throw new Error(`${String(value)} is no whole number that the column can hold`)
  return number
}

const WRITERS: Record<string, Writer> = {
  text: (sink, value) => writeText(sink, typeof value === 'string' ? value : String(value)),
  jsonb: (sink, value) => writeText(sink, typeof value === 'string' ? value : JSON.stringify(value), 1),
  uuid: (sink, value) => writeUuid(sink, value as string),
  bytea: (sink, value) => writeBytes(sink, value as Uint8Array),
  boolean: (sink, value) => {
    const at = writeFixed(sink, 1)
    sink.bytes[at] = value ? 1 : 0
  },
  smallint: (sink, value) => sink.view.setInt16(writeFixed(sink, 2), whole(value, 0x7fff)),
  integer: (sink, value) => sink.view.setInt32(writeFixed(sink, 4), whole(value, 0x7fff_ffff)),
  bigint: (sink, value) => writeLong(sink, halves(BigInt(value as number))),
  numeric: (sink, value) => writeBytes(sink, numeric(value)),
  date: (sink, value) => sink.view.setInt32(writeFixed(sink, 4), dayNumber(value as string)),
  'timestamp with time zone': (sink, value) => writeLong(sink, microseconds(value as string)),
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
    sink.view.setInt16(sink.at, -1)
    return { bytes: sink.bytes.subarray(0, sink.at + 2), rows: count }
  }
  for (const row of rows) {
    if (!sink) {
      sink = newSink(size + (size >> 3))
      HEADER.copy(sink.bytes)
      sink.at = HEADER.length
    }
    reserve(sink, 2)
    sink.view.setInt16(sink.at, writers.length)
    sink.at += 2
    for (let index = 0; index < writers.length; index += 1) {
      const value = row[index]
      reserve(sink, LARGEST_FIXED)
      if (value === null || value === undefined) {
        sink.view.setInt32(sink.at, -1)
        sink.at += 4
      } else writers[index]!(sink, value)
    }
    count += 1
    if (sink.at < size) continue
    yield finished(sink)
    sink = undefined
  }
  if (sink) yield finished(sink)
}
