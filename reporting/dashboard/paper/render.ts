import { Worker } from 'node:worker_threads'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { getFont, type PaperFont } from './font.ts'
import type { Sheet } from './sheet.ts'

/** A sheet and how it is wanted. */
export interface RenderJob {
  readonly sheet: Sheet
  readonly format: 'pdf' | 'png'
  readonly font: PaperFont
}

/** A page takes about half a second; one that takes a minute will not end. */
const PATIENCE = 60_000

/**
 * Puts a dashboard on paper, in a thread of its own so that nobody waits for it.
 * @throws Refusal where no font is installed, or it takes too long.
 */
export async function renderSheet(sheet: Sheet, format: RenderJob['format']): Promise<Uint8Array> {
  const job: RenderJob = { sheet, format, font: getFont() }
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url), { workerData: job })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(tooSlow()))
      timer = setTimeout(() => reject(tooSlow()), PATIENCE)
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

const tooSlow = () =>
  new Refusal('unavailable', { zh: '没有生成文件，请稍后再试', en: 'The file could not be made; try again in a while' })
