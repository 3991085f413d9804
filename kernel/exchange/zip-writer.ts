import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'
import { Refusal } from '../text/refusal.ts'

/** Takes the bytes of a file as they come: a stream, a response, a growing list. The writer waits for it. */
export type ByteSink = (bytes: Uint8Array) => void | Promise<void>

/** One part of the archive: a small text, or the pieces of a large one. */
export type PartContent = string | AsyncIterable<string>

/**
 * Writes a zip archive as it goes, in constant memory: each part is deflated (in a thread of its own) while it is made, its sizes follow it.
 * Source: PKWARE APPNOTE 6.3, general purpose bit 3.
 */
export interface ZipWriter {
  add(name: string, content: PartContent): Promise<void>
  finish(): Promise<void>
}

interface WrittenPart {
  readonly name: Buffer
  readonly offset: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
}

/** Without the 64-bit extension no size or offset may reach this. */
const LIMIT = 0xffffffff
/** Sizes follow the data; names are UTF-8. */
const FLAGS = 0x0808
/** 1 January 1980: the same content gives the same bytes. */
const [TIME, DATE] = [0, 0x21]

/** A writer to a sink. Level 3 deflates three times faster than the usual 6 for a tenth more bytes. */
export function createZipWriter(sink: ByteSink, level = 3): ZipWriter {
  const parts: WrittenPart[] = []
  let offset = 0

  async function emit(bytes: Uint8Array): Promise<void> {
    offset += bytes.length
    if (offset >= LIMIT) throw tooLargeToWrite()
    await sink(bytes)
  }

  async function add(name: string, content: PartContent): Promise<void> {
    const encoded = Buffer.from(name)
    const start = offset
    await emit(Buffer.concat([header(0x04034b50, [], encoded), encoded]))
    const { crc, packedSize, size } = await deflate(content, emit, level)
    const descriptor = Buffer.alloc(16)
    descriptor.writeUInt32LE(0x08074b50, 0)
    descriptor.writeUInt32LE(crc, 4)
    descriptor.writeUInt32LE(packedSize, 8)
    descriptor.writeUInt32LE(size, 12)
    await emit(descriptor)
    parts.push({ name: encoded, offset: start, crc, packedSize, size })
  }

  async function finish(): Promise<void> {
    const start = offset
    for (const part of parts) await emit(directoryEntry(part))
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(parts.length, 8)
    end.writeUInt16LE(parts.length, 10)
    end.writeUInt32LE(offset - start, 12)
    end.writeUInt32LE(start, 16)
    await emit(end)
  }

  return { add, finish }
}

/** The fields which local header and directory entry have in common; `made` stands before them in the directory. */
function header(signature: number, made: readonly number[], name: Buffer, part?: WrittenPart): Buffer {
  const bytes = Buffer.alloc(30 + made.length)
  bytes.writeUInt32LE(signature, 0)
  Buffer.from(made).copy(bytes, 4)
  const at = 4 + made.length
  bytes.writeUInt16LE(20, at)
  bytes.writeUInt16LE(FLAGS, at + 2)
  bytes.writeUInt16LE(8, at + 4)
  bytes.writeUInt16LE(TIME, at + 6)
  bytes.writeUInt16LE(DATE, at + 8)
  bytes.writeUInt32LE(part?.crc ?? 0, at + 10)
  bytes.writeUInt32LE(part?.packedSize ?? 0, at + 14)
  bytes.writeUInt32LE(part?.size ?? 0, at + 18)
  bytes.writeUInt16LE(name.length, at + 22)
  return bytes
}

function directoryEntry(part: WrittenPart): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(part.offset, 10)
  return Buffer.concat([header(0x02014b50, [20, 0], part.name, part), rest, part.name])
}

async function deflate(
  content: PartContent,
  emit: (bytes: Uint8Array) => Promise<void>,
  level: number,
): Promise<{ crc: number; packedSize: number; size: number }> {
  if (typeof content === 'string') return deflateSmall(Buffer.from(content), emit, level)
  let [crc, packedSize, size] = [0, 0, 0]
  async function* measured(): AsyncGenerator<Buffer> {
    for await (const piece of content) {
      const bytes = Buffer.from(piece)
      crc = crc32(bytes, crc)
      size += bytes.length
      if (size >= LIMIT) throw tooLargeToWrite()
      yield bytes
    }
  }
  async function emitAll(packed: AsyncIterable<Buffer>): Promise<void> {
    for await (const bytes of packed) {
      packedSize += bytes.length
      await emit(bytes)
    }
  }
  await pipeline(measured, createDeflateRaw({ level, chunkSize: 256 * 1024 }), emitAll)
  return { crc, packedSize, size }
}

async function deflateSmall(
  bytes: Buffer,
  emit: (bytes: Uint8Array) => Promise<void>,
  level: number,
): Promise<{ crc: number; packedSize: number; size: number }> {
  const packed = deflateRawSync(bytes, { level })
  await emit(packed)
  return { crc: crc32(bytes), packedSize: packed.length, size: bytes.length }
}

function tooLargeToWrite(): Refusal {
  return new Refusal('invalid', {
    zh: '导出的文件超过 4 GB，无法写成工作簿。请缩小范围或减少列后分次导出',
    en: 'The export exceeds 4 GB and cannot be written as a workbook. Narrow it down or export it in parts',
  })
}
