import { z } from 'zod'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { findPeriod, getPeriod, monthOf, monthsOf } from '@kangheng/kernel/period/period.ts'
import { checkPlaceCode } from '@kangheng/kernel/place/code.ts'
import { readCockpit } from '@kangheng/reporting/cockpit/cockpit.ts'
import { findWarnings } from '@kangheng/reporting/cockpit/warnings.ts'
import { requestActor } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { cockpitWork } from '../work-list.ts'

const period = z
  .string()
  .max(20)
  .refine((text) => findPeriod(text) !== undefined, '请写成 2025-11、2025-Q3 或 2025 / write 2025-11, 2025-Q3 or 2025')

/** The cockpit stands at a month, and shows the year up to it: a quarter or a year stands for its last month that has begun. */
export function monthFrom(text: string | undefined, today: string): string {
  const now = monthOf(today)
  if (text === undefined) return now
  if (/^\d{4}-\d{2}$/.test(text)) return text
  const last = monthsOf(getPeriod(text)).at(-1)!
  return last > now ? now : last
}

/** Where a place stands at a month. */
export const cockpitRoutes: Routes = (app, setting) => {
  app.get(
    '/api/cockpit',
    {
      config: { access: 'see-figures' },
      schema: {
        querystring: z.object({
          place: z.string().max(30).optional(),
          period: period.optional(),
          indicator: z.string().max(100).optional(),
        }),
      },
    },
    async (request) => {
      const actor = requestActor(request)
      const indicators = await setting.indicators()
      const place = checkPlaceCode(request.query.place ?? actor.division)
      const month = monthFrom(request.query.period, setting.today())
      const cockpit = await asActor(setting.database, setting.house, actor, (connection) =>
        readCockpit(connection, {
          county: setting.county,
          indicators,
          place,
          month,
          indicator: request.query.indicator,
        }),
      )
      return { ...cockpit, tasks: await cockpitWork(setting, actor, place) }
    },
  )

  app.get(
    '/api/warnings',
    {
      config: { access: 'see-figures' },
      schema: { querystring: z.object({ period: period.optional(), under: z.string().max(30).optional() }) },
    },
    async (request) => {
      const actor = requestActor(request)
      const indicators = await setting.indicators()
      const under = checkPlaceCode(request.query.under ?? actor.division)
      const month = monthFrom(request.query.period, setting.today())
      return asActor(setting.database, setting.house, actor, async (connection) => ({
        warnings: await findWarnings(connection, { county: setting.county, indicators, under, month }),
      }))
    },
  )
}
