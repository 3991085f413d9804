import { parentPort, workerData } from 'node:worker_threads'
import type { RenderJob } from './render.ts'
import { printScenes } from './pdf.ts'
import { paintScenes } from './png.ts'
import { pagesOfSheet } from './sheet.ts'

const { sheet, format, font } = workerData as RenderJob
const pages = pagesOfSheet(sheet)
const bytes = format === 'pdf' ? await printScenes(pages, sheet.title[sheet.language], font) : paintScenes(pages, font)
parentPort!.postMessage(bytes)
