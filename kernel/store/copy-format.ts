/** A value that can be written by COPY; objects become JSON, Uint8Array becomes bytea. */
export type CopyValue = string | number | boolean | null | undefined | Uint8Array | object

const SPECIAL = /[\\\t\n\r]/
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function encodeValue(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]!) : text
}

/** One row of PostgreSQL's text COPY format, with its line end. */
export function copyLine(values: readonly CopyValue[]): string {
  let line = ''
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) line += '\t'
    line += encodeValue(values[index])
  }
  return line + '\n'
}

/** Rows as COPY chunks of about `chunkSize` bytes, so that memory stays constant however many rows there are. */
export function* copyChunks(rows: Iterable<readonly CopyValue[]>, chunkSize = 1 << 20): Generator<Uint8Array> {
  let text = ''
  for (const row of rows) {
    text += copyLine(row)
    if (text.length >= chunkSize) {
      yield Buffer.from(text)
      text = ''
    }
  }
  if (text) yield Buffer.from(text)
}
