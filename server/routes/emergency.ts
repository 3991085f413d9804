import { z } from 'zod'
import { readEvent, readEventMap } from '@kangheng/domains/emergency/command/index.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { toWord } from '@kangheng/reporting/document/word.ts'
import { afterActionReport } from '@kangheng/reporting/emergency/after-action.ts'
import { requestActor } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { attach, WORD } from '../download.ts'

const params = z.object({ id: z.uuid() })

/** What the board of an event needs beyond its lists: the map of cases and resources, and the after-action report. */
export const emergencyRoutes: Routes = (app, setting) => {
  const { database, house } = setting
  if (!house.records.has('emergency.event')) return

  app.get('/api/emergency/events/:id/map', { config: { access: 'see-figures' }, schema: { params } }, (request) =>
    asActor(database, house, requestActor(request), async (connection) => {
      const { event } = await readEvent(connection, setting.county, request.params.id)
      return { townships: await readEventMap(connection, setting.county, event.id) }
    }),
  )

  app.get(
    '/api/emergency/events/:id/file',
    { config: { access: 'see-figures' }, schema: { params } },
    async (request, reply) => {
      const document = await asActor(database, house, requestActor(request), (connection) =>
        afterActionReport(connection, {
          county: setting.county,
          id: request.params.id,
          today: setting.today(),
          synthetic: setting.demo,
        }),
      )
      return attach(reply, WORD, `${document.title.replaceAll('\n', '')}.docx`).send(await toWord(document))
    },
  )
}
