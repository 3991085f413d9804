import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { sampleCell } from '@kangheng/drawing/testing/sample-cell.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { findFont } from './font.ts'
import { renderSheet } from './render.ts'
import { PAGE, pagesOfSheet, type Sheet } from './sheet.ts'

const sheet: Sheet = {
  title: { zh: '局领导看板', en: 'The leader’s page' },
  place: '玉龙纳西族自治县',
  at: '2025-12-31 08:00',
  synthetic: true,
  language: 'zh',
  cells: [
    { ...sampleCell('number'), width: 1, height: 1 },
    { ...sampleCell('bullet', { places: 3 }), width: 2 },
    { ...sampleCell('line', { places: 4, months: 12 }), width: 2 },
    { ...sampleCell('bar', { places: 8 }), width: 2 },
    { ...sampleCell('map', { places: 8 }), width: 2 },
    { ...sampleCell('table', { places: 8, months: 6 }), width: 4 },
  ],
}
const without = findFont() ? false : 'no font with Chinese characters is installed'
const keep = (name: string, bytes: Uint8Array) => {
  const folder = process.env['KANGHENG_KEEP_PAPER']
  if (folder) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${folder}/${name}`, bytes)
  }
}

describe('a dashboard on paper', () => {
  test('has its head on every page, every view once, and a note under the page it is on', () => {
    const pages = pagesOfSheet(sheet)
    assert.equal(pages.length, 2)
    for (const page of pages) {
      const said = page.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
      assert.ok(said.includes('局领导看板') && said.some((text) => text.includes('演示数据')))
      assert.ok(said.some((text) => text.startsWith('1  宝山乡：6月起两个村卫生室合并')))
    }
  })

  test('as PDF is text that can be searched', { skip: without }, async () => {
    const bytes = await renderSheet(sheet, 'pdf')
    keep('sheet.pdf', bytes)
    const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
    assert.equal(pdf.numPages, 2)
    const page = await pdf.getPage(1)
    const [, , width, height] = page.view as [number, number, number, number]
    assert.deepEqual([Math.round(width), Math.round(height)], [842, 595])
    const { items } = await page.getTextContent()
    const said = items.map((item) => ('str' in item ? item.str : '')).join('')
    for (const words of ['局领导看板', '玉龙纳西族自治县', '家庭医生签约覆盖率', '上年同期', '达到序时'])
      assert.ok(said.includes(words), words)
  })

  test('as picture is a PNG of all pages, two dots to a pixel', { skip: without }, async () => {
    const bytes = await renderSheet(sheet, 'png')
    keep('sheet.png', bytes)
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    assert.deepEqual([view.getUint32(16), view.getUint32(20)], [PAGE.width * 2, PAGE.height * 4])
  })

  test('without a font says what is to be installed', async () => {
    process.env['KANGHENG_FONT'] = '/nowhere/font.otf'
    try {
      await assert.rejects(renderSheet(sheet, 'pdf'), (error) => {
        assert.ok(error instanceof Refusal)
        return error.kind === 'unavailable' && /fonts-noto-cjk/.test(error.text.zh)
      })
    } finally {
      delete process.env['KANGHENG_FONT']
    }
  })
})
