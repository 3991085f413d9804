import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { missing } from '@kangheng/kernel/text/refusal.ts'
import { requestActor } from '../access.ts'
import type { Routes } from '../app-type.ts'

const COLUMNS = `id, title, shared, state, account_name as "accountName", account, created_at as "createdAt"`
const id = z.object({ id: z.uuid() })

/** Views of the explorer kept under a name; shared ones are seen by everybody whose scope holds their place. */
export const viewRoutes: Routes = (app, setting) => {
  app.get('/api/views', { config: { access: 'see-figures' } }, (request) => {
    const actor = requestActor(request)
    return asActor(setting.database, setting.house, actor, async (connection) => ({
      rows: await connection.query(
        `select ${COLUMNS} from saved_view where county = $1 and (shared or account = $2) order by title`,
        [setting.county, actor.account],
      ),
    }))
  })

  app.get('/api/views/:id', { config: { access: 'see-figures' }, schema: { params: id } }, (request) => {
    const actor = requestActor(request)
    return asActor(setting.database, setting.house, actor, async (connection) => {
      const [view] = await connection.query(
        `select ${COLUMNS} from saved_view where county = $1 and id = $2 and (shared or account = $3)`,
        [setting.county, request.params.id, actor.account],
      )
      return view ?? missing({ zh: '没有这个视图', en: 'There is no such view' })
    })
  })

  app.post(
    '/api/views',
    {
      config: { access: 'see-figures' },
      schema: {
        body: z.object({
          title: z.string().trim().min(1).max(60),
          shared: z.boolean().default(false),
          state: z.record(z.string(), z.unknown()),
        }),
      },
    },
    (request) => {
      const actor = requestActor(request)
      const { title, shared, state } = request.body
      return asActor(setting.database, setting.house, actor, async (connection) => {
        const view = uuidv7()
        await connection.query(
          `insert into saved_view (county, id, place, account, account_name, title, shared, state) values ($1,$2,$3,$4,$5,$6,$7,$8::jsonb)`,
          [setting.county, view, actor.division, actor.account, actor.name, title, shared, JSON.stringify(state)],
        )
        return { id: view }
      })
    },
  )

  app.delete('/api/views/:id', { config: { access: 'see-figures' }, schema: { params: id } }, (request) => {
    const actor = requestActor(request)
    return asActor(setting.database, setting.house, actor, async (connection) => {
      const gone = await connection.query(
        'delete from saved_view where county = $1 and id = $2 and account = $3 returning id',
        [setting.county, request.params.id, actor.account],
      )
      if (gone.length === 0) missing({ zh: '没有这个视图，或不是您保存的', en: 'There is no such view of yours' })
      return { deleted: true }
    })
  })
}
