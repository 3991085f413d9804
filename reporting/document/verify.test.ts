import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { digestOf } from './digest.ts'
import { numberFigures } from './figures.ts'
import { sampleBulletin } from './testing/bulletin.ts'
import { verifyWord, type Difference } from './verify.ts'
import { toWord } from './word.ts'

const issued = await toWord(sampleBulletin())

/** The issued file with one part changed by hand. */
function tampered(path: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(issued)
  const before = strFromU8(files[path]!)
  const after = change(before)
  assert.notEqual(after, before, 'the test changes nothing')
  return zipSync({ ...files, [path]: strToU8(after) })
}

const BODY = 'word/document.xml'

function differences(bytes: Uint8Array, kept?: { digest: string }): Difference[] {
  const verification = verifyWord(bytes, kept)
  assert.equal(verification.kind, 'checked')
  return verification.kind === 'checked' ? [...verification.differences] : []
}

const short = (list: Difference[]) => list.map(({ where, key, expected, found }) => [where, key, expected, found])

/** Replaces the n-th occurrence. */
function nth(xml: string, search: string, replacement: string, n: number): string {
  const pieces = xml.split(search)
  return `${pieces.slice(0, n).join(search)}${replacement}${pieces.slice(n).join(search)}`
}

test('an issued file is intact, also against the digest that was kept', () => {
  const digest = digestOf(numberFigures(sampleBulletin()))
  const verification = verifyWord(issued, { digest })
  assert.ok(verification.kind === 'checked' && verification.intact && verification.synthetic)
  assert.equal(verification.digest, digest)
  assert.equal(verification.status, 'issued')
})

test('a number changed in the text is found, with what it was', () => {
  assert.deepEqual(short(differences(tampered(BODY, (xml) => nth(xml, '>106351人<', '>116351人<', 1)))), [
    ['text', 'F002', '106351人', '116351人'],
  ])
})

test('a changed direction word is found', () => {
  const found = differences(tampered(BODY, (xml) => nth(xml, '>下降1.5%<', '>增长1.5%<', 1)))
  assert.deepEqual(
    short(found).map((row) => row.slice(2)),
    [['下降1.5%', '增长1.5%']],
  )
})

test('a figure whose sentence was removed is missed', () => {
  const bytes = tampered(BODY, (xml) => xml.replace(/<w:hyperlink[^>]*w:anchor="F007".*?<\/w:hyperlink>/, ''))
  assert.deepEqual(short(differences(bytes)), [['text', 'F007', '48.39%', null]])
})

test('a number changed in a table is found by row and column', () => {
  assert.deepEqual(short(differences(tampered(BODY, (xml) => xml.replace('>17,421<', '>17,521<')))), [
    ['table', 'T1-01-3', '17,421', '17,521'],
  ])
})

test('a term or check changed in the list is found', () => {
  const rows = differences(tampered(BODY, (xml) => nth(xml, '>101,287<', '>101,288<', 1)))
  assert.deepEqual(short(rows), [['list', 'F003', '101,287', '101,288']])
})

test('a changed property does not fit the digest', () => {
  const bytes = tampered('docProps/custom.xml', (xml) => xml.replace('|106351|人|', '|116351|人|'))
  assert.ok(differences(bytes).some((difference) => difference.where === 'digest'))
})

test('a file consistently forged does not fit the digest that was kept', async () => {
  const other = sampleBulletin({ title: '另一份通报' })
  const digest = digestOf(numberFigures(sampleBulletin()))
  assert.deepEqual(
    differences(await toWord(other), { digest }).map((difference) => difference.where),
    ['digest'],
  )
})

test('messages are in both languages', () => {
  const [difference] = differences(tampered(BODY, (xml) => nth(xml, '>106351人<', '>116351人<', 1)))
  assert.equal(difference?.message.zh, '正文中的 F002应为“106351人”，现为“116351人”')
  assert.equal(difference.message.en, 'text, F002: issued as “106351人”, now “116351人”')
})

test('other files are told apart, and damaged ones do not crash', () => {
  assert.equal(verifyWord(strToU8('not a zip')).kind, 'unreadable')
  assert.equal(verifyWord(zipSync({ 'a.txt': strToU8('x') })).kind, 'unreadable')
  assert.equal(verifyWord(zipSync({ [BODY]: strToU8('<w:document>') })).kind, 'unreadable')
  assert.equal(verifyWord(zipSync({ [BODY]: strToU8('<d/>') })).kind, 'foreign')
  assert.equal(verifyWord(issued.subarray(0, issued.length / 2)).kind, 'unreadable')
})
