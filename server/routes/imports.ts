import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import {
  dropJob,
  findJob,
  keepFile,
  listJobs,
  listRows,
  noteJob,
  openJob,
  type ImportJob,
  type StoredRow,
} from '@kangheng/kernel/exchange/import-jobs.ts'
import { forbid, missing, Refusal, refuse } from '@kangheng/kernel/text/refusal.ts'
import { requestActor, seesUnmasked } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { attach, WORKBOOK } from '../download.ts'
import { importRunner } from '../import-runner.ts'
import { getImportable, titleOf } from '../importable.ts'
import { permitOf } from '../imports.ts'
import { languageOf } from '../language.ts'
import { pageQuery } from '../query.ts'
import type { Setting } from '../setting.ts'

const NO_SUCH_IMPORT = { zh: '没有这次导入，或不在您的管辖范围内', en: 'No such import within your scope' }
const byId = z.object({ id: z.uuid() })
/** A small file is answered with its preview at once; a large one goes on in the background. */
const WAIT_MILLISECONDS = 2500

const number = (value: unknown) => (typeof value === 'number' ? value : 0)

/** What became of the rows, in the words of the page. An action's rows are new, known or refused; a register knows more. */
function countsOf({ counts }: ImportJob): Record<string, number> {
  if (counts['data_rows'] === undefined) return {}
  const filled = number(counts['to_fill'])
  const ofRegister = {
    updated: filled,
    duplicate: number(counts['merged_duplicates']),
    review: number(counts['conflicts_for_review']) + number(counts['review_against_known']),
  }
  return {
    rows: number(counts['data_rows']),
    accepted: number(counts['new']),
    unchanged: number(counts['known']) - filled,
    ...(counts['merged_duplicates'] === undefined ? {} : ofRegister),
    rejected: number(counts['rejected']),
    added: number(counts['added']),
    ...(counts['skipped_rows'] ? { skipped: number(counts['skipped_rows']) } : {}),
  }
}

const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])

function jobView(setting: Setting, job: ImportJob) {
  const { id, register, fileName, state, done, total, accountName, problem, startedAt, finishedAt, division } = job
  const live = importRunner(setting).progressOf(id)
  return {
    id,
    register,
    title: titleOf(setting, register),
    record: setting.house.actions.get(register)?.record.id,
    fileName,
    state,
    done: live?.done ?? done,
    total: live?.total ?? total,
    counts: countsOf(job),
    unknownColumns: texts(job.counts['unknown_columns']),
    skippedSheets: texts(job.counts['skipped_sheets']),
    division,
    accountName,
    problem,
    startedAt,
    finishedAt,
  }
}

const rowView = (view: (row: StoredRow) => object) => (row: StoredRow) => {
  const { sheet, row: place, outcome, detail, hidden } = row
  return { sheet, row: place, outcome, detail, hidden, ...view(row) }
}

async function uploaded(request: FastifyRequest): Promise<{ bytes: Uint8Array; name: string }> {
  const part = await request.file()
  if (!part) return refuse('file', { zh: '请选择要导入的文件', en: 'Choose the file to import' })
  const bytes = new Uint8Array(await part.toBuffer())
  return { bytes, name: part.filename.slice(-200) || 'file' }
}

/** Import of registers and actions: upload, preview, apply, and the rows that go back. */
export const importRoutes: Routes = (app, setting) => {
  const { database, house } = setting
  const runner = importRunner(setting)

  /** A register's imports are everybody's who imports, unless it asks for an action; an action's are those who may do it. */
  const concerns = (request: FastifyRequest, job: ImportJob) => {
    const permit = permitOf(setting, job.register)
    return permit === undefined || (house.roles.get(requestActor(request).role)?.may.has(permit) ?? false)
  }

  /** The import as far as the reader may see it. */
  async function visible(request: FastifyRequest, id: string): Promise<ImportJob> {
    const job = await asActor(database, house, requestActor(request), (connection) =>
      findJob(connection, setting.county, id),
    )
    return job && concerns(request, job) ? job : missing(NO_SUCH_IMPORT)
  }

  async function withSample(request: FastifyRequest, job: ImportJob) {
    const importable = getImportable(setting, job.register)
    const view = rowView(await importable.view(seesUnmasked(setting, request)))
    const rows = await asActor(database, house, requestActor(request), (connection) =>
      listRows(connection, setting.county, job.id, { limit: 20 }),
    )
    const columns = await importable.columns()
    return { ...jobView(setting, job), ...(columns ? { columns } : {}), sample: rows.map(view) }
  }

  app.post(
    '/api/imports/:register',
    { config: { access: 'imported' }, schema: { params: z.object({ register: z.string().max(100) }) } },
    async (request) => {
      const { register } = request.params
      // Refused before the file is kept: no such register, or an action that no workbook can hold.
      await getImportable(setting, register).columns()
      const file = await uploaded(request)
      const job = await openJob(setting, requestActor(request), register, file)
      if (job.state === 'reading' && !runner.isRunning(job.id)) {
        await database.transaction((connection) => keepFile(connection, setting.county, job.id, file.bytes))
        runner.start(job, { preview: true, bytes: file.bytes })
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
    )
      .filter((job) => concerns(request, job))
      .map((job) => jobView(setting, job)),
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
      const view = rowView(await getImportable(setting, job.register).view(seesUnmasked(setting, request)))
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
    // Rows of an action are written in the name of who sent them; nobody else may set that going.
    if (house.actions.has(job.register) && job.account !== requestActor(request).account)
      forbid({ zh: '请由上传文件的人确认写入', en: 'Whoever sent the file has to apply it' })
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
      const bytes = await asActor(database, house, requestActor(request), (connection) =>
        getImportable(setting, job.register).returned(connection, job),
      )
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
    { config: { access: 'imported' }, schema: { params: z.object({ register: z.string().max(100) }) } },
    async (request, reply) => {
      const importable = getImportable(setting, request.params.register)
      const bytes = await importable.template(languageOf(request))
      return attach(reply, WORKBOOK, `${titleOf(setting, request.params.register).zh}.xlsx`).send(Buffer.from(bytes))
    },
  )
}
