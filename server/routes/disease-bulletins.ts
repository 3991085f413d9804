import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { forbid } from '@kangheng/kernel/text/refusal.ts'
import { writesDiseaseBulletins } from '@kangheng/reporting/disease/writers.ts'
import {
  closeBulletin,
  editSections,
  issueBulletin,
  openReport,
  refreshReport,
  writeDiseaseBulletin,
} from '@kangheng/reporting/report/desk.ts'
import { listReports } from '@kangheng/reporting/report/store.ts'
import { accountOf, requestActor, requireCounty } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { requireComputed } from '../deferred-figures.ts'
import { editedBlocks, issueStep, reportRow, reportView, sendReportFile, step } from '../view/report.ts'

const params = z.object({ id: z.uuid() })
const access = 'see-figures'

/** The weekly and monthly bulletins of communicable disease: made, edited, closed and issued by disease control; the bureau reads what was issued. */
export const diseaseBulletinRoutes: Routes = (app, setting) => {
  const { database, house } = setting
  if (!house.records.has('communicable-disease.case')) return

  function requireWriter(request: FastifyRequest): void {
    if (!writesDiseaseBulletins(house, accountOf(request)))
      forbid({
        zh: '疫情周报、月报含艾滋病和性病合计，由疾控中心传染病防治岗编制',
        en: 'The bulletins hold totals of HIV and sexually transmitted diseases and are made by disease control',
      })
    requireCounty(setting, request)
  }

  app.get('/api/disease/bulletins', { config: { access } }, (request) =>
    asActor(database, house, requestActor(request), async (connection) => ({
      rows: (await listReports(connection, setting.county, 'disease-bulletin')).map(reportRow),
    })),
  )

  app.post(
    '/api/disease/bulletins',
    { config: { access }, schema: { body: z.object({ period: z.string().max(10) }) } },
    async (request) => {
      requireWriter(request)
      await requireComputed(setting)
      return reportView(setting, await writeDiseaseBulletin(setting, requestActor(request), request.body.period))
    },
  )

  app.get('/api/disease/bulletins/:id', { config: { access }, schema: { params } }, async (request) =>
    reportView(setting, await openReport(setting, requestActor(request), request.params.id)),
  )

  app.put(
    '/api/disease/bulletins/:id',
    {
      config: { access },
      schema: {
        params,
        body: z.object({
          version: z.int(),
          edits: z.object({ sections: z.array(z.object({ id: z.string().max(60), blocks: editedBlocks })).max(20) }),
        }),
      },
    },
    async (request) => {
      requireWriter(request)
      const { version, edits } = request.body
      const sections = edits.sections as never
      return reportView(
        setting,
        await editSections(setting, requestActor(request), request.params.id, { version, sections }),
      )
    },
  )

  for (const [name, take] of [
    ['refresh', refreshReport],
    ['close', closeBulletin],
  ] as const)
    app.post(
      `/api/disease/bulletins/:id/${name}`,
      { config: { access }, schema: { params, body: step } },
      async (request) => {
        requireWriter(request)
        return reportView(setting, await take(setting, requestActor(request), request.params.id, request.body?.version))
      },
    )

  app.post(
    '/api/disease/bulletins/:id/issue',
    { config: { access }, schema: { params, body: issueStep } },
    async (request) => {
      requireWriter(request)
      const { number, version } = request.body ?? {}
      return reportView(
        setting,
        await issueBulletin(setting, requestActor(request), request.params.id, number, version),
      )
    },
  )

  app.get(
    '/api/disease/bulletins/:id/file',
    {
      config: { access },
      schema: { params, querystring: z.object({ format: z.enum(['docx', 'xlsx']).default('docx') }) },
    },
    async (request, reply) =>
      sendReportFile(
        request,
        reply,
        await openReport(setting, requestActor(request), request.params.id),
        request.query.format,
      ),
  )
}
