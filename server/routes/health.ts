import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Routes } from '../app-type.ts'

/** For load balancers, monitoring and developers. */
export const healthRoutes: Routes = (app, setting) => {
  app.get('/health', { config: { access: 'public' }, schema: { hide: true } }, () => ({ status: 'ok' }))

  app.get('/ready', { config: { access: 'public' }, schema: { hide: true } }, async () => {
    await setting.database.query('select 1').catch(() => {
      throw new Refusal('unavailable', { zh: '数据库没有应答', en: 'The database does not answer' })
    })
    return { status: 'ready' }
  })

  app.get('/metrics', { config: { access: 'public' }, schema: { hide: true } }, async (_request, reply) =>
    reply.type(app.metrics.registry.contentType).send(await app.metrics.registry.metrics()),
  )

  app.get('/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, () => app.swagger())
}
