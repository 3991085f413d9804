import { z } from 'zod'
import { findAttachment, listAttachments } from '@kangheng/kernel/attachment/attach.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { missing } from '@kangheng/kernel/text/refusal.ts'
import { requestActor } from '../access.ts'
import type { Routes } from '../app-type.ts'

/** Pictures of records. */
export const attachmentRoutes: Routes = (app, setting) => {
  const { database, house, county } = setting

  app.get(
    '/api/records/:record/:id/attachments',
    { config: { access: 'record' }, schema: { params: z.object({ record: z.string(), id: z.uuid() }) } },
    (request) =>
      asActor(database, house, requestActor(request), async (connection) => ({
        attachments: await listAttachments(connection, county, request.params.id),
      })),
  )

  app.get(
    '/api/records/:record/attachments/:attachment',
    { config: { access: 'record' }, schema: { params: z.object({ record: z.string(), attachment: z.uuid() }) } },
    async (request, reply) => {
      const { record, attachment } = request.params
      const found = await asActor(database, house, requestActor(request), (connection) =>
        findAttachment(connection, county, record, attachment),
      )
      const picture =
        found ?? missing({ zh: '没有这张照片，或不在您的管辖范围内', en: 'No such photo within your scope' })
      // A picture never changes; what stands under its id may be kept by the reader's own browser.
      return reply
        .type(picture.type)
        .header('cache-control', 'private, max-age=86400, immutable')
        .send(Buffer.from(picture.content))
    },
  )
}
