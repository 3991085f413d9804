import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import type { DocumentCheck } from '@kangheng/reporting/check/index.ts'
import { documentDigest } from '@kangheng/reporting/check/identity.ts'
import { reconcileWithCounty } from '@kangheng/reporting/check/kept/county-figures.ts'
import { frameDocuments } from '@kangheng/reporting/check/kept/suggest.ts'
import { openCheckThreads } from '@kangheng/reporting/check/thread/check-threads.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { requestActor } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { WORD, WORKBOOK } from '../download.ts'
import { languageOf } from '../language.ts'
import { decidedFindings, nameDeciders } from '../view/check.ts'

/** Reads the uploaded file; one file in the field `file`. */
async function uploaded(request: FastifyRequest): Promise<{ bytes: Uint8Array; name: string }> {
  const part = await request.file()
  if (!part) return refuse('file', { zh: '请选择要核对的文件', en: 'Choose the file to be checked' })
  return { bytes: await part.toBuffer(), name: part.filename }
}

const attach = (reply: FastifyReply, type: string, name: string, bytes: Uint8Array) =>
  reply
    .type(type)
    .header('content-disposition', `attachment; filename="check"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(Buffer.from(bytes))

const access = ['write-bulletin', 'write-summary', 'sign-summary'] as const
const frame = z.object({
  place: z.string().max(30),
  period: z.string().max(20),
  document: z.coerce.number().int().min(0).max(1000).default(0),
})

/** The figure check of written summaries: nothing of the document is stored but what is decided about its findings. */
export const checkRoutes: Routes = (app, setting) => {
  const threads = openCheckThreads()
  app.addHook('onClose', () => threads.close())

  /** A document that cannot be read is the sender's matter, in words, not a fault of the server. */
  async function check(request: FastifyRequest): Promise<{ bytes: Uint8Array; name: string; result: DocumentCheck }> {
    const file = await uploaded(request)
    return { ...file, result: await threads.check(file.bytes, file.name) }
  }

  app.post('/api/check', { config: { access } }, async (request) => {
    const actor = requestActor(request)
    const { result } = await check(request)
    const { text, claims, paragraphs } = result
    const reader = { county: setting.county, division: actor.division }
    const documents = await asActor(setting.database, setting.house, actor, (connection) =>
      frameDocuments(connection, reader, result.documents),
    )
    const findings = await nameDeciders(setting, await decidedFindings(setting, actor, result))
    return { document: documentDigest(text), text, documents, claims, findings, paragraphs }
  })

  app.post('/api/check/reconcile', { config: { access }, schema: { querystring: frame } }, async (request) => {
    const { result } = await check(request)
    const { place, period, document } = request.query
    const about = result.documents[document]
    if (!about) return refuse('document', { zh: '文件里没有这一篇', en: 'There is no such document in the file' })
    const claims = result.claims.filter((claim) => claim.start >= about.start && claim.start < about.end)
    const indicators = await setting.indicators()
    const { house, county } = setting
    return asActor(setting.database, house, requestActor(request), (connection) =>
      reconcileWithCounty(connection, { house, county, indicators, place, period }, claims),
    )
  })

  app.post('/api/check/annotated', { config: { access } }, async (request, reply) => {
    const { bytes, name, result } = await check(request)
    if (result.format !== 'docx')
      return refuse('file', {
        zh: '只有 .docx 文件可以带批注返回，请先另存为 .docx',
        en: 'Only .docx files can be given back with comments; save it as .docx first',
      })
    const findings = await decidedFindings(setting, requestActor(request), result)
    return attach(
      reply,
      WORD,
      name.replace(/\.docx$/i, '（核对）.docx'),
      await threads.annotate(bytes, { ...result, findings }, languageOf(request)),
    )
  })

  app.post('/api/check/claims', { config: { access } }, async (request, reply) => {
    const { name, result } = await check(request)
    const findings = await decidedFindings(setting, requestActor(request), result)
    return attach(
      reply,
      WORKBOOK,
      `${name.replace(/\.[^.]+$/, '')}（数据台账）.xlsx`,
      await threads.inventory({ ...result, findings }, languageOf(request)),
    )
  })
}
