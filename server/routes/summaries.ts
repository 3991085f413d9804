import { z } from 'zod'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { checkPlaceCode } from '@kangheng/kernel/place/code.ts'
import {
  compileSummary,
  editSection,
  moveSection,
  openReport,
  refreshReport,
  signSummary,
  writeSummary,
} from '@kangheng/reporting/report/desk.ts'
import { listReports } from '@kangheng/reporting/report/store.ts'
import { requestActor } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { requireComputed } from '../deferred-figures.ts'
import { blocksBody, reportRow, reportView, step, sendReportFile } from '../view/report.ts'

const id = z.object({ id: z.string().max(40) })
const section = id.extend({ section: z.string().max(60) })
const readers = ['write-summary', 'sign-summary'] as const

/** The year's work summary: drafted by sections, submitted, compiled, signed. */
export const summaryRoutes: Routes = (app, setting) => {
  app.get('/api/summaries', { config: { access: readers } }, (request) =>
    asActor(setting.database, setting.house, requestActor(request), async (connection) => ({
      rows: (await listReports(connection, setting.county, 'summary')).map(reportRow),
    })),
  )

  app.post(
    '/api/summaries',
    {
      config: { access: 'write-summary' },
      schema: { body: z.object({ place: z.string().max(30), year: z.int().min(2000).max(2100) }) },
    },
    async (request) => {
      await requireComputed(setting)
      return reportView(
        setting,
        await writeSummary(setting, requestActor(request), {
          place: checkPlaceCode(request.body.place),
          year: request.body.year,
        }),
      )
    },
  )

  app.get('/api/summaries/:id', { config: { access: readers }, schema: { params: id } }, async (request) =>
    reportView(setting, await openReport(setting, requestActor(request), request.params.id)),
  )

  app.put(
    '/api/summaries/:id/sections/:section',
    { config: { access: 'write-summary' }, schema: { params: section, body: blocksBody } },
    async (request) =>
      reportView(
        setting,
        await editSection(
          setting,
          requestActor(request),
          request.params.id,
          request.params.section,
          request.body as never,
        ),
      ),
  )

  for (const [verb, state] of [
    ['submit', 'submitted'],
    ['return', 'drafting'],
  ] as const) {
    app.post(
      `/api/summaries/:id/sections/:section/${verb}`,
      { config: { access: 'write-summary' }, schema: { params: section, body: step } },
      async (request) =>
        reportView(
          setting,
          await moveSection(
            setting,
            requestActor(request),
            request.params.id,
            request.params.section,
            state,
            request.body?.version,
          ),
        ),
    )
  }

  app.post(
    '/api/summaries/:id/refresh',
    { config: { access: 'write-summary' }, schema: { params: id, body: step } },
    async (request) =>
      reportView(
        setting,
        await refreshReport(setting, requestActor(request), request.params.id, request.body?.version),
      ),
  )

  app.post(
    '/api/summaries/:id/compile',
    { config: { access: 'write-summary' }, schema: { params: id, body: step } },
    async (request) =>
      reportView(
        setting,
        await compileSummary(setting, requestActor(request), request.params.id, request.body?.version),
      ),
  )

  app.post(
    '/api/summaries/:id/sign',
    { config: { access: 'sign-summary' }, schema: { params: id, body: step } },
    async (request) =>
      reportView(setting, await signSummary(setting, requestActor(request), request.params.id, request.body?.version)),
  )

  app.get(
    '/api/summaries/:id/file',
    {
      config: { access: readers },
      schema: { params: id, querystring: z.object({ format: z.enum(['docx']).default('docx') }) },
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
