import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import {
  dropJob,
  fileDigest,
  findJob,
  keepFile,
  listJobs,
  listRows,
  noteJob,
  openJob,
  returnedRows,
  type ImportJob,
  type StoredRow,
} from '@kangheng/kernel/exchange/import-jobs.ts'
import type { ImportableRegister } from '@kangheng/kernel/exchange/importable-register.ts'
import { workbookBytes } from '@kangheng/kernel/exchange/workbook-writer.ts'
import { missing, Refusal, refuse } from '@kangheng/kernel/text/refusal.ts'
import { requestActor, seesUnmasked } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { attach, WORKBOOK } from '../download.ts'
import { importRunner } from '../import-runner.ts'
import { getRegister } from '../imports.ts'
import { pageQuery } from '../query.ts'
import type { Setting } from '../setting.ts'

const NO_SUCH_IMPORT = { zh: '没有这次导入，或不在您的管辖范围内', en: 'No such import within your scope' }
const byId = z.object({ id: z.uuid() })
/** A small file is answered with its preview at once; a large one goes on in the background. */
const WAIT_MILLISECONDS = 2500

const number = (value: unknown) => (typeof value === 'number' ? value : 0)

/** What became of the rows, in the words of the page. */
function countsOf({ counts }: ImportJob): Record<string, number> {
  if (counts['data_rows'] === undefined) return {}
  const filled = number(counts['to_fill'])
  return {
    rows: number(counts['data_rows']),
    accepted: number(counts['new']),
    updated: filled,
    unchanged: number(counts['known']) - filled,
    duplicate: number(counts['merged_duplicates']),
    review: number(counts['conflicts_for_review']) + number(counts['review_against_known']),
    rejected: number(counts['rejected']),
    added: number(counts['added']),
  }
}

function jobView(setting: Setting, job: ImportJob) {
  const { id, register, fileName, state, done, total, accountName, problem, startedAt, finishedAt, division } = job
  const live = importRunner(setting).progressOf(id)
  return {
    id,
    register,
    fileName,
    state,
    done: live?.done ?? done,
    total: live?.total ?? total,
    counts: countsOf(job),
    division,
    accountName,
    problem,
    startedAt,
    finishedAt,
  }
}

function rowView(register: ImportableRegister<never>, unmasked: boolean) {
  const explain = (code: string) => ({
    code,
    text: register.explanations[code]?.title ?? { zh: code, en: code },
    remedy: register.explanations[code]?.remedy,
  })
  return ({ sheet, row, outcome, detail, reasons, warnings, values, hidden }: StoredRow) => ({
    sheet,
    row,
    outcome,
    detail,
    hidden,
    reasons: reasons.map(explain),
    warnings: warnings.map(explain),
    values: unmasked ? values : register.mask(values),
  })
}

async function uploaded(request: FastifyRequest): Promise<{ bytes: Uint8Array; name: string }> {
  const part = await request.file()
  if (!part) return refuse('file', { zh: '请选择要导入的文件', en: 'Choose the file to import' })
  const bytes = new Uint8Array(await part.toBuffer())
  return { bytes, name: part.filename.slice(-200) || 'file' }
}

/** Import of registers: upload, preview, apply, and the rows that go back. */
export const importRoutes: Routes = (app, setting) => {
  const { database, house } = setting
  const runner = importRunner(setting)

  /** The import as far as the reader may see it. */
  async function visible(request: FastifyRequest, id: string): Promise<ImportJob> {
    const job = await asActor(database, house, requestActor(request), (connection) =>
      findJob(connection, setting.county, id),
    )
    return job ?? missing(NO_SUCH_IMPORT)
  }

  async function withSample(request: FastifyRequest, job: ImportJob) {
    const view = rowView(getRegister(job.register), seesUnmasked(setting, request))
    const rows = await asActor(database, house, requestActor(request), (connection) =>
      listRows(connection, setting.county, job.id, { limit: 20 }),
    )
    return { ...jobView(setting, job), sample: rows.map(view) }
  }

  app.post(
    '/api/imports/:register',
    { config: { access: 'import' }, schema: { params: z.object({ register: z.string().max(50) }) } },
    async (request) => {
      const register = getRegister(request.params.register)
      const { bytes, name } = await uploaded(request)
      const job = await openJob(database, setting.county, requestActor(request), {
        register: register.id,
        fileName: name,
        digest: fileDigest(bytes),
        importedOn: setting.today(),
      })
      if (job.state === 'reading' && !runner.isRunning(job.id)) {
        await database.transaction((connection) => keepFile(connection, setting.county, job.id, bytes))
        runner.start(job, { preview: true, bytes })
      }
      await runner.settled(job.id, WAIT_MILLISECONDS)
      const now = await visible(request, job.id)
      if (now.state === 'failed' && now.problem) throw new Refusal('invalid', now.problem, { field: 'file' })
      return withSample(request, now)
    },
  )

  app.get('/api/imports', { config: { access: 'import' } }, async (request) => ({
    imports: (
      await asActor(database, house, requestActor(request), (connection) => listJobs(connection, setting.county))
    ).map((job) => jobView(setting, job)),
  }))

  app.get('/api/imports/:id', { config: { access: 'import' }, schema: { params: byId } }, async (request) =>
    withSample(request, await visible(request, request.params.id)),
  )

  app.get(
    '/api/imports/:id/rows',
    {
      config: { access: 'import' },
      schema: { params: byId, querystring: z.object({ outcome: z.string().max(20).optional(), ...pageQuery }) },
    },
    async (request) => {
      const { outcome, limit = 50, cursor } = request.query
      const job = await visible(request, request.params.id)
      const rows = await asActor(database, house, requestActor(request), (connection) =>
        listRows(connection, setting.county, job.id, {
          outcome: outcome || undefined,
          after: cursor ? Number(cursor) : undefined,
          limit: limit + 1,
        }),
      )
      const page = rows.slice(0, limit)
      const view = rowView(getRegister(job.register), seesUnmasked(setting, request))
      return { rows: page.map(view), next: rows.length > limit ? String(page.at(-1)!.seq) : null }
    },
  )

  app.post('/api/imports/:id/apply', { config: { access: 'import' }, schema: { params: byId } }, async (request) => {
    const job = await visible(request, request.params.id)
    if (job.state !== 'preview')
      throw new Refusal(
        'conflict',
        { zh: '这次导入不在预览状态，不能再执行', en: 'This import is not in preview and cannot be applied' },
        { detail: jobView(setting, job) },
      )
    await noteJob(database, setting.county, job.id, { state: 'applying', done: 0 })
    runner.start({ ...job, state: 'applying' }, { preview: false })
    await runner.settled(job.id, 300)
    return jobView(setting, await visible(request, job.id))
  })

  app.get(
    '/api/imports/:id/rejected.xlsx',
    { config: { access: 'import' }, schema: { params: byId } },
    async (request, reply) => {
      const job = await visible(request, request.params.id)
      const rows = await asActor(database, house, requestActor(request), (connection) =>
        returnedRows(connection, setting.county, job.id),
      )
      const bytes = await getRegister(job.register).returned(job.sheets, rows)
      const name = job.fileName.replace(/\.[^.]*$/, '')
      return attach(reply, WORKBOOK, `${name}-退回修改.xlsx`).send(Buffer.from(bytes))
    },
  )

  app.delete('/api/imports/:id', { config: { access: 'import' }, schema: { params: byId } }, async (request) => {
    const job = await visible(request, request.params.id)
    if (job.state !== 'preview' && job.state !== 'failed')
      throw new Refusal(
        'conflict',
        { zh: '只有未执行的导入可以放弃', en: 'Only an import that was not applied can be given up' },
        { detail: jobView(setting, job) },
      )
    await dropJob(database, setting.county, job.id)
    return { id: job.id }
  })

  app.get(
    '/api/imports/:register/template.xlsx',
    { config: { access: 'import' }, schema: { params: z.object({ register: z.string().max(50) }) } },
    async (request, reply) => {
      const register = getRegister(request.params.register)
      return attach(reply, WORKBOOK, `${register.title.zh}.xlsx`).send(
        Buffer.from(await workbookBytes(register.template())),
      )
    },
  )
}
