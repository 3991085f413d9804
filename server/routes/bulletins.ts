import { z } from 'zod'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { checkPlaceCode } from '@kangheng/kernel/place/code.ts'
import { writeBulletin } from '@kangheng/reporting/report/desk.ts'
import { listReports } from '@kangheng/reporting/report/store.ts'
import { requestActor } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { requireComputed } from '../deferred-figures.ts'
import { reportRow, reportView } from '../view/report.ts'
import { serveBulletinDesk } from './bulletin-desk.ts'

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

  serveBulletinDesk(app, setting, {
    path: '/api/bulletins',
    params: z.object({ id: z.string().max(40) }),
    reads: 'see-figures',
    writes: 'write-bulletin',
    issues: 'sign-summary',
  })
}
