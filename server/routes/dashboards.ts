import { z } from 'zod'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { cellsSchema } from '@kangheng/reporting/dashboard/cell.ts'
import { findNotes } from '@kangheng/reporting/dashboard/notes.ts'
import { renderSheet } from '@kangheng/reporting/dashboard/paper/render.ts'
import { dashboard } from '@kangheng/reporting/dashboard/records.ts'
import { listDashboards } from '@kangheng/reporting/dashboard/store.ts'
import { requestActor } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { openDashboard, readCells, sheetOf } from '../dashboard-sheet.ts'
import { attach } from '../download.ts'
import { languageOf } from '../language.ts'

const list = z
  .string()
  .max(4000)
  .transform((text) => text.split(',').filter(Boolean))
const id = z.object({ id: z.uuid() })
const place = z.string().max(30).optional()

/** Dashboards as they are opened and printed; composing them is an action. Also the notes on figures. */
export const dashboardRoutes: Routes = (app, setting) => {
  const access = 'see-figures' as const

  app.get('/api/dashboards', { config: { access } }, (request) => {
    const actor = requestActor(request)
    return asActor(setting.database, setting.house, actor, async (connection) => ({
      dashboards: (await listDashboards(connection, setting.house, setting.county, actor.account)).map(
        ({ owner, ...rest }) => ({
          ...rest,
          mine: owner === actor.account,
        }),
      ),
      /** With whom a dashboard may be shared. */
      roles: [...setting.house.roles.values()]
        .filter((role) => role.sees.has(dashboard.id))
        .map(({ role }) => ({ id: role.id, title: role.title })),
    }))
  })

  app.get(
    '/api/dashboards/:id',
    { config: { access }, schema: { params: id, querystring: z.object({ place }) } },
    async (request) => {
      const actor = requestActor(request)
      const open = await openDashboard(setting, actor, request.params.id, request.query.place)
      const { owner, cells: definition, ...rest } = open.dashboard
      return { ...open, dashboard: { ...rest, definition, mine: owner === actor.account } }
    },
  )

  app.post(
    '/api/dashboards/preview',
    { config: { access }, schema: { body: z.object({ cells: cellsSchema, place }) } },
    (request) => readCells(setting, requestActor(request), request.body.cells, request.body.place),
  )

  app.get(
    '/api/dashboards/:id/file',
    {
      config: { access },
      schema: { params: id, querystring: z.object({ place, format: z.enum(['pdf', 'png']).default('pdf') }) },
    },
    async (request, reply) => {
      const { format } = request.query
      const language = languageOf(request)
      const open = await openDashboard(setting, requestActor(request), request.params.id, request.query.place)
      const bytes = await renderSheet(sheetOf(setting, open, language), format)
      const type = format === 'pdf' ? 'application/pdf' : 'image/png'
      return attach(reply, type, `${open.dashboard.title[language]}.${format}`).send(Buffer.from(bytes))
    },
  )

  app.get(
    '/api/notes',
    {
      config: { access },
      schema: { querystring: z.object({ indicators: list, places: list, periods: list }) },
    },
    (request) => {
      const actor = requestActor(request)
      const { indicators, places, periods } = request.query
      if (indicators.length * places.length * periods.length > 20_000)
        throw new Refusal('invalid', {
          zh: '一次最多查20000个数据的批注',
          en: 'Notes on at most 20,000 figures at a time',
        })
      return asActor(setting.database, setting.house, actor, async (connection) => ({
        notes: (await findNotes(connection, setting.house, setting.county, { indicators, places, periods })).map(
          ({ office, ...note }) => ({ ...note, mayWithdraw: office === actor.division }),
        ),
      }))
    },
  )
}
