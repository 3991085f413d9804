import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { digestOf } from './digest.ts'
import { numberFigures, quotedFigures } from './figures.ts'
import { sampleBulletin } from './testing/bulletin.ts'
import { sampleSummary } from './testing/summary.ts'
import { toWord } from './word.ts'
import { fitMark } from './word/letterhead.ts'
import { readWord } from './word/read.ts'

const parts = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]))

const bulletin = await toWord(sampleBulletin(), { baseUrl: 'https://kangheng.example.cn/' })
const files = parts(bulletin)
const body = files['word/document.xml']!

describe('layout of GB/T 9704-2012', () => {
  test('A4, type area 156 × 225 mm, 22 lines', () => {
    assert.match(body, /<w:pgSz w:w="11906" w:h="16838"/)
    assert.match(
      body,
      /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="\d+" w:footer="1446"/,
    )
    assert.match(body, /<w:docGrid w:type="lines" w:linePitch="579"\/>/)
    assert.ok(22 * 579 <= 16838 - 2098 - 1984)
  })

  test('28 characters of 三号 fill a line', () => {
    const [, closer] = /w:styleId="OfficialText".*?<w:spacing w:val="(-?\d+)"\/>/s.exec(files['word/styles.xml']!) ?? []
    const line = 28 * (16 * 20 + Number(closer))
    assert.ok(line <= 8844 && 8844 - line < 320, `${line} of 8844 twips`)
  })

  test('faces by level, Chinese glyphs named as such', () => {
    const face = (style: string) =>
      new RegExp(`w:styleId="${style}".*?w:eastAsia="([^"]+)"`, 's').exec(files['word/styles.xml']!)?.[1]
    assert.deepEqual(['Heading1', 'Heading2', 'Heading3', 'Title'].map(face), [
      'SimHei',
      'KaiTi',
      'FangSong',
      'FZXiaoBiaoSong-B05S',
    ])
    assert.match(files['word/fontTable.xml']!, /w:name="FangSong"><w:altName w:val="仿宋,仿宋_GB2312/)
  })

  test('page numbers outside: right on odd pages, left on even ones', () => {
    assert.match(files['word/settings.xml']!, /<w:evenAndOddHeaders\/>/)
    const kinds = [...body.matchAll(/<w:footerReference w:type="(default|even)" r:id="(rId\d+)"/g)]
    const target = (id: string) =>
      new RegExp(`Id="${id}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id}"`).exec(
        files['word/_rels/document.xml.rels']!,
      )
    const sides = kinds.map(([, kind, id]) => {
      const found = target(id!)!
      return [kind, /<w:jc w:val="(\w+)"/.exec(files[`word/${found[1] ?? found[2]}`]!)?.[1]]
    })
    assert.deepEqual(Object.fromEntries(sides), { default: 'right', even: 'left' })
  })

  test('a bulletin has a red sender mark and rule; a summary without number has none', async () => {
    assert.match(body, /玉龙纳西族自治县卫生健康局文件/)
    assert.match(body, /<w:bottom w:val="single" w:color="FF0000"/)
    assert.doesNotMatch(parts(await toWord(sampleSummary()))['word/document.xml']!, /FF0000/)
  })

  test('the mark fills at most the measure and is never larger than need be', () => {
    for (const characters of [6, 10, 15, 20, 28]) {
      const { size, scale } = fitMark(characters)
      assert.ok((characters * size * scale) / 100 <= 442.2 && size <= 54, `${characters}`)
    }
  })

  test('heads of tables are repeated', () => {
    assert.equal(body.match(/<w:tblHeader\/>/g)?.length, 2 + 1 + 1)
  })
})

describe('figures', () => {
  const document = numberFigures(sampleBulletin())
  const word = readWord(bulletin)

  test('each figure of the text leads to its row, and the row leads back and on to the rows behind it', () => {
    const quoted = quotedFigures(document).map((part) => [part.figure.key, part.text])
    const linked = word.links.filter((link) => /^F\d+$/.test(link.anchor)).map((link) => [link.anchor, link.text])
    assert.deepEqual(linked, quoted)
    const rows = new Map(word.tables.flat().flatMap((row) => row.bookmarks.map((name) => [name, row])))
    for (const [key] of quoted) {
      assert.equal(rows.get(key!)?.links[0]?.anchor, `${key}_text`)
      assert.ok(body.includes(`w:name="${key}_text"`), key)
    }
    assert.match(
      files['word/_rels/document.xml.rels']!,
      /Target="https:\/\/kangheng\.example\.cn\/figures\/family-doctor\.coverage\/530721\/2025-11-ytd"/,
    )
  })

  test('each number of a table leads to its column', () => {
    const rows = new Set(word.tables.flat().flatMap((row) => row.bookmarks))
    const anchors = word.tables
      .flat()
      .flatMap((row) => row.links.map((link) => link.anchor))
      .filter((anchor) => anchor.startsWith('T1C'))
    assert.equal(anchors.length, 17 * 7)
    for (const anchor of anchors) assert.ok(rows.has(anchor), anchor)
  })

  test('bookmarks are unique', () => {
    const names = [...body.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map((match) => match[1])
    assert.equal(new Set(names).size, names.length)
  })

  test('the digest is printed and kept in the properties', () => {
    const digest = digestOf(document)
    assert.equal(word.properties.get('kangheng.digest'), digest)
    assert.equal(word.marked.get('digest')?.replace(/[^0-9a-f]/g, ''), `3${digest}`)
  })

  test('without an address nothing leads out', async () => {
    assert.doesNotMatch(parts(await toWord(sampleBulletin()))['word/_rels/document.xml.rels']!, /External/)
  })
})

test('demo data is marked on every page, and a draft says so', async () => {
  const marked = parts(await toWord(sampleBulletin({ status: 'draft' })))
  const clean = parts(await toWord(sampleBulletin({ synthetic: false })))
  for (const header of ['word/header1.xml', 'word/header2.xml']) {
    assert.match(marked[header]!, /演示数据：人员与记录均为虚构　　草稿/)
    assert.doesNotMatch(clean[header]!, /演示|草稿/)
  }
})

test('the same document gives the same bytes', async () => {
  const again = await toWord(sampleBulletin(), { baseUrl: 'https://kangheng.example.cn/' })
  assert.ok(again.equals(bulletin))
})

test('an unfinished, empty document can be printed too', async () => {
  const bare = sampleBulletin({ opening: [], sections: [], status: 'draft' })
  const { documentNumber: _, issuedOn: __, addressees: ___, copies: ____, ...rest } = bare
  assert.ok((await toWord(rest)).length > 0)
})
