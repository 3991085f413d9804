import { readFile } from 'node:fs/promises'
import type { Download, Page } from 'playwright-core'
import { readWorkbook } from '@kangheng/kernel/exchange/workbook-reader.ts'
import { workbookBytes } from '@kangheng/kernel/exchange/workbook-writer.ts'

/** The downloaded template with rows in it: by the titles of its header, as somebody at a desk would. */
export async function filled(download: Download, rows: readonly Record<string, string>[]): Promise<Buffer> {
  const [sheet] = readWorkbook(await readFile(await download.path()))
  const [header] = [...sheet!.rows]
  const titles = header!.cells.map((cell) => (cell.kind === 'text' ? cell.value : ''))
  const columns = titles.map((title) => ({ title, kind: 'text' as const }))
  const cells = rows.map((row) => titles.map((title) => row[title.replace('*', '')]))
  return Buffer.from(await workbookBytes([{ name: sheet!.name, columns, rows: cells }]))
}

/** Uploads a workbook on the page of an import, and waits for its preview. */
export async function send(page: Page, bytes: Buffer, name: string): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: bytes })
  await page.getByText('还没有写入任何数据').waitFor()
}
