import { z } from 'zod'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { findRecord } from '@kangheng/kernel/record/read.ts'
import { presentRows } from '@kangheng/kernel/record/present.ts'
import { runAction } from '@kangheng/kernel/record/pipeline.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { requestActor, seesUnmasked } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { announceWrite } from '../live.ts'
import { forgetTotals } from '../totals.ts'
import { forgetWork } from '../work-list.ts'

/** The one way to write. */
export const actionRoutes: Routes = (app, setting) => {
  app.post(
    '/api/actions/:action',
    {
      config: { access: 'action' },
      schema: {
        params: z.object({ action: z.string().max(100) }),
        body: z.object({
          requestId: z.string().max(64),
          id: z.string().max(64).optional(),
          version: z.int().optional(),
          input: z.unknown(),
          deviceAt: z.iso.datetime({ offset: true }).optional(),
        }),
      },
    },
    async (request) => {
      const actor = requestActor(request)
      const { action } = request.params
      try {
        const answer = await runAction(setting, actor, { action, ...request.body, input: request.body.input ?? {} })
        app.metrics.actions.inc({ action, outcome: answer.replayed ? 'replayed' : 'done' })
        forgetTotals(setting.database)
        forgetWork(setting, actor)
        if (answer.id) {
          const { record } = setting.house.actions.get(action)!
          // Not waited for, and no fault of the write: whoever is not told reads it a little later.
          announceWrite(setting, record, answer.id).catch((error: unknown) =>
            request.log.error({ err: error }, 'not announced'),
          )
        }
        return answer
      } catch (error) {
        app.metrics.actions.inc({ action, outcome: error instanceof Refusal ? error.kind : 'fault' })
        if (!(error instanceof Refusal) || error.kind !== 'conflict' || !error.detail) throw error
        // The present state goes out as any other row does: named and masked.
        const { record } = setting.house.actions.get(action)!
        const id = String((error.detail as { id?: unknown }).id ?? '')
        const current = await asActor(setting.database, setting.house, actor, (connection) =>
          findRecord(connection, setting.county, record, id),
        )
        const [detail] = current ? presentRows(record, [current], seesUnmasked(setting, request)) : []
        throw new Refusal('conflict', error.text, { ...(error.field ? { field: error.field } : {}), detail })
      }
    },
  )
}
