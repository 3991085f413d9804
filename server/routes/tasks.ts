import { z } from 'zod'
import { requestActor, seesUnmasked } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { pageQuery, yes } from '../query.ts'
import { dueWork, workCounts } from '../work-list.ts'

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
    async (request) => {
      const actor = requestActor(request)
      const { place, within, cursor } = request.query
      const unmasked = seesUnmasked(setting, request)
      const [page, counts] = await Promise.all([
        dueWork(setting, actor, { ...request.query, unmasked }),
        cursor ? [] : workCounts(setting, actor, { place, within }),
      ])
      return { ...page, counts }
    },
  )
}
