import { crc32, inflateRawSync } from 'node:zlib'
import { damaged, PASSWORD_PROTECTED, tooLarge, UnreadableFile } from './unreadable-file.ts'

/**
 * Reading of zip archives held in memory. Every size in the archive is checked against the bytes that are there,
 * and nothing is expanded beyond the limit, so that a crafted file costs no more than an honest one of that size.
 * Source: PKWARE APPNOTE 6.3.
 */
export interface ZipArchive {
  readonly names: readonly string[]
  has(name: string): boolean
  /** Expands one part; names are compared without regard to case and to the kind of slash. */
  read(name: string): Buffer | undefined
}

interface Entry {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly offset: number
}

const END_OF_DIRECTORY = 0x06054b50
const ZIP64_LOCATOR = 0x07064b50
const ZIP64_END = 0x06064b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50

/** Opens an archive. `limit` is the most bytes all parts together may expand to. Throws UnreadableFile when it is damaged. */
export function openZip(bytes: Uint8Array, limit: number): ZipArchive {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map(readDirectory(data).map((entry) => [fold(entry.name), entry]))
  let left = limit
  return {
    names: [...entries.values()].map((entry) => entry.name),
    has: (name) => entries.has(fold(name)),
    read(name) {
      const entry = entries.get(fold(name))
      if (!entry) return undefined
      if (entry.size > left) throw tooLarge(limit)
      left -= entry.size
      return expand(data, entry)
    },
  }
}

function fold(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

function readDirectory(data: Buffer): Entry[] {
  const { count, offset } = findDirectory(data)
  const entries: Entry[] = []
  let at = offset
  for (let index = 0; index < count; index++) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged('zip directory')
    const flags = data.readUInt16LE(at + 8)
    const nameLength = data.readUInt16LE(at + 28)
    const extraLength = data.readUInt16LE(at + 30)
    const next = at + 46 + nameLength + extraLength + data.readUInt16LE(at + 32)
    if (next > data.length) throw damaged('zip directory')
    const sizes = {
      size: data.readUInt32LE(at + 24),
      packed: data.readUInt32LE(at + 20),
      offset: data.readUInt32LE(at + 42),
    }
    readZip64Sizes(data.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength), sizes)
    entries.push({
      name: data.toString('utf8', at + 46, at + 46 + nameLength),
      encrypted: (flags & 1) === 1,
      method: data.readUInt16LE(at + 10),
      crc: data.readUInt32LE(at + 16),
      packedSize: sizes.packed,
      size: sizes.size,
      offset: sizes.offset,
    })
    at = next
  }
  return entries
}

function findDirectory(data: Buffer): { count: number; offset: number } {
  const earliest = Math.max(0, data.length - 22 - 0xffff)
  for (let at = data.length - 22; at >= earliest; at--) {
    if (data.readUInt32LE(at) !== END_OF_DIRECTORY) continue
    const count = data.readUInt16LE(at + 10)
    const offset = data.readUInt32LE(at + 16)
    if (count !== 0xffff && offset !== 0xffffffff) return { count, offset }
    return findZip64Directory(data, at) ?? { count, offset }
  }
  throw damaged('zip directory')
}

function findZip64Directory(data: Buffer, end: number): { count: number; offset: number } | undefined {
  if (end < 20 || data.readUInt32LE(end - 20) !== ZIP64_LOCATOR) return undefined
  const at = Number(data.readBigUInt64LE(end - 12))
  if (at + 56 > data.length || data.readUInt32LE(at) !== ZIP64_END) throw damaged('zip directory')
  return { count: Number(data.readBigUInt64LE(at + 32)), offset: Number(data.readBigUInt64LE(at + 48)) }
}

/** Sizes which do not fit in 32 bits stand in the extra field 0x0001, in this order, only those that do not fit. */
function readZip64Sizes(extra: Buffer, sizes: { size: number; packed: number; offset: number }): void {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === 1) {
      let field = at + 4
      for (const key of ['size', 'packed', 'offset'] as const) {
        if (sizes[key] !== 0xffffffff || field + 8 > extra.length) continue
        sizes[key] = Number(extra.readBigUInt64LE(field))
        field += 8
      }
      return
    }
    at += 4 + length
  }
}

function expand(data: Buffer, entry: Entry): Buffer {
  if (entry.encrypted) throw new UnreadableFile('password-protected', PASSWORD_PROTECTED)
  const { offset } = entry
  if (offset + 30 > data.length || data.readUInt32LE(offset) !== LOCAL_HEADER) throw damaged(entry.name)
  const start = offset + 30 + data.readUInt16LE(offset + 26) + data.readUInt16LE(offset + 28)
  if (start + entry.packedSize > data.length) throw damaged(entry.name)
  const packed = data.subarray(start, start + entry.packedSize)
  const content = unpack(packed, entry)
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged(entry.name)
  return content
}

function unpack(packed: Buffer, entry: Entry): Buffer {
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw damaged(entry.name)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch {
    throw damaged(entry.name)
  }
}
