import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { barePicture, pictureType } from './picture.ts'

const segment = (marker: number, content: string) => {
  const body = Buffer.from(content, 'latin1')
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body])
}
const START = Buffer.from([0xff, 0xd8])
const END = Buffer.from([0xff, 0xd9])
const jpeg = (...parts: Buffer[]) =>
  Buffer.concat([START, ...parts, segment(0xda, 'scan'), Buffer.from('picture'), END])
const chunk = (kind: string, content = '') => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(content.length)
  return Buffer.concat([size, Buffer.from(kind + content, 'latin1'), Buffer.alloc(4)])
}
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

test('a JPEG loses position, comments and what stands after its end, and nothing that draws it', () => {
  const [jfif, table, profile] = [segment(0xe0, 'JFIF'), segment(0xdb, 'table'), segment(0xe2, 'ICC')]
  const given = Buffer.concat([
    jpeg(jfif, segment(0xe1, 'Exif GPS 26.8'), table, segment(0xfe, 'by me'), profile, segment(0xed, 'IPTC')),
    Buffer.from('more'),
  ])
  assert.equal(pictureType(given), 'image/jpeg')
  assert.deepEqual(Buffer.from(barePicture(given)!), jpeg(jfif, table, profile))
})

test('a PNG keeps the chunks that draw it', () => {
  const [head, data, end] = [chunk('IHDR', 'head'), chunk('IDAT', 'data'), chunk('IEND')]
  const given = Buffer.concat([
    SIGNATURE,
    head,
    chunk('eXIf', 'GPS'),
    chunk('tEXt', 'author'),
    data,
    end,
    Buffer.from('more'),
  ])
  assert.deepEqual(Buffer.from(barePicture(given)!), Buffer.concat([SIGNATURE, head, data, end]))
})

test('what is no whole picture is none', () => {
  const whole = jpeg(segment(0xe0, 'JFIF'))
  for (const bytes of [
    Buffer.from('<svg onload=x>'),
    Buffer.from('GIF89a'),
    whole.subarray(0, 8),
    whole.subarray(0, -2),
    SIGNATURE,
    Buffer.alloc(0),
  ])
    assert.equal(barePicture(bytes), undefined)
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => void barePicture(Buffer.concat([START, Buffer.from([0xff]), bytes]))),
  )
})
