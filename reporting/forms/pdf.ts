import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'

/** Where a browser that prints is usually installed; `KANGHENG_CHROMIUM` names another one. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome']
/** A browser that has not printed after so many milliseconds is stopped. */
const PATIENCE = 60_000

/** The browser by which forms become PDF; undefined where there is none, and the reader's own browser prints. */
export function findChromium(): string | undefined {
  return [process.env['KANGHENG_CHROMIUM'], ...PLACES].find((path) => path && existsSync(path))
}

const failed = () =>
  new Refusal('unavailable', {
    zh: '没有生成 PDF，请改用“打印”在浏览器中打印或另存为 PDF',
    en: 'No PDF could be made; print from the browser or save as PDF there',
  })

/** Prints one document as PDF with a browser that has no network. @throws Refusal where there is no browser or it fails. */
export async function printPdf(html: string): Promise<Uint8Array> {
  const chromium = findChromium()
  if (!chromium) throw failed()
  // Names and findings of residents: a folder of its own that nobody else reads, gone afterwards.
  const folder = await mkdtemp(join(tmpdir(), 'kangheng-print-'))
  try {
    const [page, target] = [join(folder, 'forms.html'), join(folder, 'forms.pdf')]
    await writeFile(page, html, { mode: 0o600 })
    const options = [
      ...['--headless', '--disable-gpu', '--no-first-run', '--disable-extensions', '--no-pdf-header-footer'],
      // The document forbids scripts and loads nothing; without a network nothing could leave either.
      ...['--no-sandbox', '--disable-background-networking'],
      ...['--proxy-server=127.0.0.1:9', `--user-data-dir=${join(folder, 'profile')}`, `--print-to-pdf=${target}`],
    ]
    await new Promise<void>((resolve, reject) => {
      const browser = spawn(chromium, [...options, pathToFileURL(page).href], { stdio: 'ignore', timeout: PATIENCE })
      browser.on('error', () => reject(failed()))
      browser.on('exit', () => resolve())
    })
    return new Uint8Array(
      await readFile(target).catch(() => {
        throw failed()
      }),
    )
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
