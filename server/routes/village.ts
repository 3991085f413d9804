import { z } from 'zod'
import { readCard } from '@kangheng/domains/public-health/health-record/index.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { divisionLevel, isWithin, type PlaceCode } from '@kangheng/kernel/place/code.ts'
import { missing, refuse } from '@kangheng/kernel/text/refusal.ts'
import { accountOf, requestActor } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { readVillagePack } from '../village-pack.ts'

const healthCard = 'health-record.card'

/** The village a pack is asked for: the one named, or the reader's own. */
function villageOf(scope: PlaceCode, asked: string | undefined): PlaceCode {
  const village = asked ?? scope
  if (divisionLevel(village) !== 'village') refuse('village', { zh: '请选择一个村（社区）', en: 'Choose one village' })
  if (!isWithin(village, scope)) missing({ zh: '该村不在您的管辖范围内', en: 'That village lies outside your scope' })
  return village
}

/** Work of a village without a connection: what the phone takes along, and the key that saves unsent work. */
export const villageRoutes: Routes = (app, setting) => {
  app.post(
    '/api/village/pack',
    {
      config: { access: 'work-offline' },
      compress: { customTypes: /ndjson/ },
      schema: {
        body: z.object({
          village: z.string().max(12).optional(),
          /** Digests of the parts the phone has, by name. */
          known: z.record(z.string().max(20), z.string().max(40)).default({}),
        }),
      },
    },
    async (request, reply) => {
      const village = villageOf(requestActor(request).division, request.body.village)
      const parts = await readVillagePack(setting, request, village)
      const { known } = request.body
      const changed = parts.filter((part) => known[part.name] !== part.digest)
      const head = {
        village,
        at: new Date().toISOString(),
        today: setting.today(),
        parts: Object.fromEntries(parts.map((part) => [part.name, part.digest])),
      }
      const lines = [
        JSON.stringify(head),
        ...changed.map(({ name, digest, text }) => `{"name":"${name}","digest":"${digest}","content":${text}}`),
        JSON.stringify({ end: changed.length }),
      ]
      return reply.type('application/x-ndjson; charset=utf-8').send(`${lines.join('\n')}\n`)
    },
  )

  /**
   * The second key of what waits on a phone. It is derived, not kept: the same for the same account and device, and for nobody else, so that an entry that
   * was never sent can still be opened by who wrote it when the PIN is gone.
   */
  app.get(
    '/api/village/recovery-key',
    {
      config: { access: 'work-offline' },
      schema: { querystring: z.object({ device: z.string().regex(/^[A-Za-z0-9-]{8,64}$/) }) },
    },
    (request) => ({ key: setting.vault.sign(`outbox:${accountOf(request).id}:${request.query.device}`) }),
  )

  app.post(
    '/api/cards/read',
    { config: { access: 'see-persons' }, schema: { body: z.object({ token: z.string().max(200) }) } },
    async (request) => {
      const actor = requestActor(request)
      if (!setting.house.roles.get(actor.role)!.sees.has(healthCard)) return { kind: 'unknown' }
      return asActor(setting.database, setting.house, actor, (connection) =>
        readCard(connection, setting.county, request.body.token),
      )
    },
  )
}
