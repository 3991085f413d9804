import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { sampleBulletin } from '../testing/bulletin.ts'
import { verifyWord } from '../verify.ts'
import { toWord } from '../word.ts'

/** Boxes are measured on the page a writer really sets; without LibreOffice and poppler these tests are skipped. */
const missing = ['soffice', 'pdftotext'].filter((tool) => spawnSync('which', [tool]).status !== 0)
const skip =
  missing.length > 0 ? `needs ${missing.join(' and ')} (packages libreoffice-writer-nogui, poppler-utils)` : false

interface Line {
  readonly page: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly text: string
}

const MM = 25.4 / 72

function measured(html: string): Line[] {
  const number = (attributes: string, name: string) =>
    Number(new RegExp(`${name}="([\\d.]+)"`).exec(attributes)?.[1]) * MM
  return html
    .split('<page ')
    .slice(1)
    .flatMap((page, index) =>
      [...page.matchAll(/<line ([^>]*)>(.*?)<\/line>/gs)].map(([, box = '', words = '']) => ({
        page: index + 1,
        left: number(box, 'xMin'),
        right: number(box, 'xMax'),
        top: number(box, 'yMin'),
        bottom: number(box, 'yMax'),
        text: words.replace(/<[^>]+>/g, '').replace(/\s+/g, ''),
      })),
    )
}

/** Each test is skipped by itself, so that each is counted. */
const onPaper = (name: string, work: () => void) => test(name, { skip }, work)

describe('a bulletin set by LibreOffice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bulletin-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const convert = (to: string) =>
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        join(folder, 'out'),
        join(folder, 'bulletin.docx'),
      ],
      { stdio: 'ignore' },
    )

  let lines: Line[] = []
  if (!skip) {
    writeFileSync(join(folder, 'bulletin.docx'), await toWord(sampleBulletin()))
    convert('pdf')
    lines = measured(
      execFileSync('pdftotext', ['-bbox-layout', join(folder, 'out', 'bulletin.pdf'), '-'], {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      }),
    )
  }
  const lineOf = (text: string) => lines.find((line) => line.text.includes(text))!
  const near = (value: number, expected: number, tolerance: number, what: string) =>
    assert.ok(Math.abs(value - expected) <= tolerance, `${what}: ${value.toFixed(1)} mm, expected ${expected} mm`)

  onPaper('text stands in the type area, 28 to 184 mm from the left; only a closing mark may hang', () => {
    const text = lines.filter((line) => line.page <= 4 && line.top > 37 && line.bottom < 262)
    assert.ok(text.length > 60)
    near(Math.min(...text.map((line) => line.left)), 28, 1.5, 'left edge')
    for (const line of text) assert.ok(line.right <= (/[，。；：、）]$/.test(line.text) ? 184 + 5.7 : 184.5), line.text)
  })

  onPaper('the sender mark stands 35 mm below the head of the type area, across the measure', () => {
    const mark = lineOf('卫生健康局文件')
    near(mark.top, 72, 5, 'upper edge')
    near((mark.left + mark.right) / 2, 106, 2, 'middle')
    assert.ok(mark.left >= 27 && mark.right <= 185)
  })

  onPaper('a full page has at most 22 lines of text, a tenth of the height apart', () => {
    const [first, second] = ['同比增长5.0%', '间进度'].map(lineOf)
    assert.ok(first && second)
    const texts = lines.filter((line) => line.page === 3 && line.text.length > 20)
    const pitches = texts
      .slice(1)
      .map((line, index) => line.top - texts[index]!.top)
      .filter((pitch) => pitch > 8 && pitch < 13)
    for (const pitch of pitches) near(pitch, 225 / 22, 0.6, 'pitch')
  })

  onPaper('page numbers stand 7 mm below the type area: right on odd pages, left on even ones', () => {
    const numbers = lines.filter((line) => /^—\d+—$/.test(line.text))
    assert.equal(numbers.length, Math.max(...lines.map((line) => line.page)))
    for (const number of numbers) {
      assert.equal(number.text, `—${number.page}—`)
      near((number.top + number.bottom) / 2, 297 - 35 + 7, 3, 'middle of the page number')
      if (number.page % 2 === 1) assert.ok(number.right > 170, 'right on odd pages')
      else assert.ok(number.left < 40, 'left on even pages')
    }
  })

  onPaper('the mark of demo data is on every page', () => {
    const pages = new Set(
      lines.filter((line) => line.text.includes('演示数据：人员与记录均为虚构')).map((line) => line.page),
    )
    assert.equal(pages.size, Math.max(...lines.map((line) => line.page)))
  })

  onPaper('a table that runs on repeats its head', () => {
    const heads = lines.filter((line) => line.text.includes('编号'))
    assert.ok(new Set(heads.map((line) => line.page)).size >= 3)
  })

  onPaper('the signature does not stand on a page of its own', () => {
    const signed = lines.find((line) => line.text === '2025年12月8日')!
    assert.ok(lines.some((line) => line.page === signed.page && line.text.includes('纳入年度考核')))
  })

  onPaper('copies stand at the foot of the last page', () => {
    const printed = lineOf('印发')
    assert.equal(printed.page, Math.max(...lines.map((line) => line.page)))
    near(printed.bottom, 262, 4, 'foot')
  })

  onPaper('a file that LibreOffice saved again is still verified', () => {
    convert('docx:MS Word 2007 XML')
    const verification = verifyWord(readFileSync(join(folder, 'out', 'bulletin.docx')))
    assert.ok(verification.kind === 'checked' && verification.intact, JSON.stringify(verification).slice(0, 400))
  })
})
