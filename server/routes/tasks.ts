import { z } from 'zod'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { countTasks, listTasks } from '@kangheng/kernel/task/read.ts'
import { requestActor, seesUnmasked } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { pageQuery, yes } from '../query.ts'
import { visibleTasks } from '../view/visible-tasks.ts'

/** Due work, derived from the records. */
export const taskRoutes: Routes = (app, setting) => {
  app.get(
    '/api/tasks',
    {
      config: { access: 'signed-in' },
      schema: {
        querystring: z.object({
          place: z.string().max(30).optional(),
          kind: z.string().max(100).optional(),
          overdue: yes,
          within: z.coerce.number().int().min(0).max(366).optional(),
          ...pageQuery,
        }),
      },
    },
    (request) => {
      const actor = requestActor(request)
      const { place, kind, overdue, within, limit, cursor } = request.query
      const visible = visibleTasks(setting.house, actor.role)
      const wanted = kind ? visible.filter((task) => task.id === kind) : visible
      const context = { county: setting.county, today: setting.today() }
      return asActor(setting.database, setting.house, actor, async (connection) => ({
        ...(await listTasks(connection, context, wanted, {
          place,
          overdue,
          within,
          limit,
          cursor,
          unmasked: seesUnmasked(setting, request),
        })),
        counts: cursor ? [] : await countTasks(connection, context, visible, { place, within }),
      }))
    },
  )
}
