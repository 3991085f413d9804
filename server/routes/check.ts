import type { FastifyReply, FastifyRequest } from 'fastify'
import { claimWorkbook } from '@kangheng/reporting/check/annotate/claim-workbook.ts'
import { annotateFindings } from '@kangheng/reporting/check/annotate/findings-in-word.ts'
import { checkDocument, type DocumentCheck } from '@kangheng/reporting/check/index.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import type { Routes } from '../app-type.ts'
import { languageOf } from '../language.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Reads the uploaded file; one file in the field `file`. */
async function uploaded(request: FastifyRequest): Promise<{ bytes: Uint8Array; name: string }> {
  const part = await request.file()
  if (!part) return refuse('file', { zh: '请选择要核对的文件', en: 'Choose the file to be checked' })
  return { bytes: await part.toBuffer(), name: part.filename }
}

/** A document that cannot be read is the sender's matter, in words, not a fault of the server. */
async function check(request: FastifyRequest): Promise<{ bytes: Uint8Array; name: string; result: DocumentCheck }> {
  const file = await uploaded(request)
  return { ...file, result: await checkDocument(file.bytes, file.name) }
}

const attach = (reply: FastifyReply, type: string, name: string, bytes: Uint8Array) =>
  reply
    .type(type)
    .header('content-disposition', `attachment; filename="check"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(Buffer.from(bytes))

const access = ['write-bulletin', 'write-summary'] as const

/** The figure check of written summaries: nothing of the document is stored. */
export const checkRoutes: Routes = (app) => {
  app.post('/api/check', { config: { access } }, async (request) => {
    const { result } = await check(request)
    const { text, documents, claims, findings, paragraphs } = result
    return { text, documents, claims, findings, paragraphs }
  })

  app.post('/api/check/annotated', { config: { access } }, async (request, reply) => {
    const { bytes, name, result } = await check(request)
    if (result.format !== 'docx')
      return refuse('file', {
        zh: '只有 .docx 文件可以带批注返回，请先另存为 .docx',
        en: 'Only .docx files can be given back with comments; save it as .docx first',
      })
    return attach(
      reply,
      WORD,
      name.replace(/\.docx$/i, '（核对）.docx'),
      annotateFindings(bytes, result, { language: languageOf(request) }),
    )
  })

  app.post('/api/check/claims', { config: { access } }, async (request, reply) => {
    const { name, result } = await check(request)
    return attach(
      reply,
      EXCEL,
      `${name.replace(/\.[^.]+$/, '')}（数据台账）.xlsx`,
      await claimWorkbook(result, result.text, languageOf(request)),
    )
  })
}
