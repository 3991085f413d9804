import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { closeMonth, listMonths } from '@kangheng/kernel/indicator/close.ts'
import { requestActor, requireCounty } from '../access.ts'
import type { Routes } from '../app-type.ts'

/** Months of the county: open, or closed with frozen figures. */
export const periodRoutes: Routes = (app, setting) => {
  app.get('/api/periods', { config: { access: 'see-figures' } }, async () => ({
    months: await listMonths(setting.database, await setting.computation()),
  }))

  app.post(
    '/api/periods/:month/close',
    {
      config: { access: 'close-periods' },
      schema: {
        params: z.object({ month: z.string().max(10) }),
        body: z
          .object({ requestId: z.string().min(8).max(64).optional() })
          .loose()
          .nullish(),
      },
    },
    async (request) => {
      requireCounty(setting, request)
      return closeMonth(
        setting.database,
        {
          computation: await setting.computation(),
          actor: requestActor(request),
          requestId: request.body?.requestId ?? uuidv7(),
          today: setting.today(),
        },
        request.params.month,
      )
    },
  )
}
