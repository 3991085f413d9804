import { z } from 'zod'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { checkPlaceCode } from '@kangheng/kernel/place/code.ts'
import {
  closeBulletin,
  editSections,
  issueBulletin,
  openReport,
  refreshReport,
  writeBulletin,
} from '@kangheng/reporting/report/desk.ts'
import { listReports } from '@kangheng/reporting/report/store.ts'
import { requestActor } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { requireComputed } from '../deferred-figures.ts'
import { editedBlocks, issueStep, reportRow, reportView, step, sendReportFile } from '../view/report.ts'

const id = z.object({ id: z.string().max(40) })

/** The month's bulletin: generated, edited, closed, issued. Those who write it see it from the beginning, everybody who sees figures once it is issued. */
export const bulletinRoutes: Routes = (app, setting) => {
  app.get(
    '/api/bulletins',
    {
      config: { access: 'see-figures' },
      schema: { querystring: z.object({ place: z.string().max(30).optional() }) },
    },
    (request) =>
      asActor(setting.database, setting.house, requestActor(request), async (connection) => ({
        rows: (await listReports(connection, setting.county, 'bulletin', request.query.place)).map(reportRow),
      })),
  )

  app.post(
    '/api/bulletins',
    {
      config: { access: 'write-bulletin' },
      schema: { body: z.object({ place: z.string().max(30), month: z.string().max(10) }) },
    },
    async (request) => {
      await requireComputed(setting)
      return reportView(
        setting,
        await writeBulletin(setting, requestActor(request), {
          place: checkPlaceCode(request.body.place),
          month: request.body.month,
        }),
      )
    },
  )

  app.get('/api/bulletins/:id', { config: { access: 'see-figures' }, schema: { params: id } }, async (request) =>
    reportView(setting, await openReport(setting, requestActor(request), request.params.id)),
  )

  app.put(
    '/api/bulletins/:id',
    {
      config: { access: 'write-bulletin' },
      schema: {
        params: id,
        body: z.object({
          version: z.int(),
          edits: z.object({ sections: z.array(z.object({ id: z.string().max(60), blocks: editedBlocks })).max(20) }),
        }),
      },
    },
    async (request) => {
      const { version, edits } = request.body
      return reportView(
        setting,
        await editSections(setting, requestActor(request), request.params.id, {
          version,
          sections: edits.sections as never,
        }),
      )
    },
  )

  app.post(
    '/api/bulletins/:id/refresh',
    { config: { access: 'write-bulletin' }, schema: { params: id, body: step } },
    async (request) =>
      reportView(
        setting,
        await refreshReport(setting, requestActor(request), request.params.id, request.body?.version),
      ),
  )

  app.post(
    '/api/bulletins/:id/close',
    { config: { access: 'write-bulletin' }, schema: { params: id, body: step } },
    async (request) =>
      reportView(
        setting,
        await closeBulletin(setting, requestActor(request), request.params.id, request.body?.version),
      ),
  )

  app.post(
    '/api/bulletins/:id/issue',
    {
      config: { access: 'sign-summary' },
      schema: {
        params: id,
        body: issueStep,
      },
    },
    async (request) =>
      reportView(
        setting,
        await issueBulletin(
          setting,
          requestActor(request),
          request.params.id,
          request.body?.number,
          request.body?.version,
        ),
      ),
  )

  app.get(
    '/api/bulletins/:id/file',
    {
      config: { access: 'see-figures' },
      schema: { params: id, querystring: z.object({ format: z.enum(['docx', 'xlsx']).default('docx') }) },
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
