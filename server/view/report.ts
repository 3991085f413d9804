import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { flatten } from '@kangheng/kernel/wording/flatten.ts'
import type { Block } from '@kangheng/kernel/wording/model.ts'
import { toExcel } from '@kangheng/reporting/document/excel.ts'
import { mapDocument } from '@kangheng/reporting/document/figures.ts'
import { toWord } from '@kangheng/reporting/document/word.ts'
import type { OpenReport } from '@kangheng/reporting/report/desk.ts'
import { digestOfReport } from '@kangheng/reporting/report/figure-check.ts'
import type { ListedReport } from '@kangheng/reporting/report/store.ts'
import type { Setting } from '../setting.ts'
import { nameDeciders } from './check.ts'

/** Edited blocks of a section; figures in them are looked up again, so their content is not trusted. */
export const editedBlocks = z.array(z.looseObject({ kind: z.enum(['heading', 'paragraph', 'table']) })).max(200)
/** A step of a document: the version that was seen, so that nobody signs what somebody else has just changed. */
const seen = z.object({ version: z.int().optional() })
export const step = seen.nullish()
export const issueStep = seen.extend({ number: z.string().max(60).optional() }).nullish()
export const blocksBody = z.object({ version: z.int(), blocks: editedBlocks })

const plainText = (parts: readonly { kind: string; text?: string; parts?: readonly { text: string }[] }[]): string =>
  parts.map((part) => (part.parts ? part.parts.map((each) => each.text).join('') : (part.text ?? ''))).join('')

const sentences = (open: OpenReport, section: string): Text[] =>
  open.sections
    .filter((each) => each.id === section)
    .flatMap((each) => each.blocks)
    .flatMap((block) =>
      block.kind === 'paragraph' ? [{ zh: plainText(block.parts), en: plainText(block.parts) }] : [],
    )

/** A summary's state as its page shows it. */
function summaryState(open: OpenReport): 'drafting' | 'submitted' | 'compiled' | 'signed' {
  const { state } = open.report
  if (state === 'compiled' || state === 'signed') return state
  return open.sections.every((section) => section.state === 'submitted') ? 'submitted' : 'drafting'
}

/** A report as a line of the list. */
export function reportRow(report: ListedReport) {
  const { id, place, placeName, period, title, number, issuedOn, version } = report
  const common = { id, place, placeName, period, title, number, issuedOn, version }
  if (report.kind !== 'summary') return { ...common, state: report.state }
  const drafting = report.waiting > 0 ? ('drafting' as const) : ('submitted' as const)
  return { ...common, year: Number(period.slice(0, 4)), state: report.state === 'draft' ? drafting : report.state }
}

/** A paragraph for the page: its parts for whoever edits, and how it reads, with the punctuation of Word. */
const readable = <Each extends Block>(block: Each): Each =>
  block.kind === 'paragraph' ? { ...block, printed: flatten(block.parts) } : block

/** A report with everything its page needs. */
export async function reportView(setting: Setting, open: OpenReport) {
  const { report, document, sections, obstacles } = open
  const common = {
    id: report.id,
    place: report.place,
    placeName: document.place.title.zh,
    period: report.period,
    title: report.title,
    number: report.number,
    issuedOn: report.issuedOn,
    version: report.version,
    sections: sections.map((section) => ({ ...section, blocks: section.blocks.map(readable) })),
    document: mapDocument(document, readable),
    obstacles: obstacles.slice(0, 50),
    check: { document: digestOfReport(report.id), findings: await nameDeciders(setting, open.findings) },
    provisional: obstacles.filter((each) => each.kind === 'provisional').map((each) => each.figure),
  }
  if (report.kind !== 'summary') return { ...common, state: report.state }
  return {
    ...common,
    year: Number(report.period.slice(0, 4)),
    state: summaryState(open),
    problems: sentences(open, 'problems').map((text) => ({ text })),
    plan: sentences(open, 'plan').map((text) => ({ text })),
  }
}

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** Sends a report as Word or Excel, under its title; figures link back to this server. */
export async function sendReportFile(
  request: FastifyRequest,
  reply: FastifyReply,
  open: OpenReport,
  format: keyof typeof TYPES,
) {
  const file =
    format === 'docx'
      ? await toWord(open.document, { baseUrl: `${request.protocol}://${request.host}` })
      : await toExcel(open.document)
  return reply
    .type(TYPES[format])
    .header(
      'content-disposition',
      `attachment; filename="report.${format}"; filename*=UTF-8''${encodeURIComponent(`${open.report.title}.${format}`)}`,
    )
    .send(Buffer.from(file))
}
