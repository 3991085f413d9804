import { z } from 'zod'
import { requestActor, seesUnmasked } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { pageQuery, yes } from '../query.ts'
import { dueWork } from '../work-list.ts'

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
      const unmasked = seesUnmasked(setting, request)
      return dueWork(setting, requestActor(request), { ...request.query, unmasked })
    },
  )
}
