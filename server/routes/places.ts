import { z } from 'zod'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { checkPlaceCode } from '@kangheng/kernel/place/code.ts'
import {
  ancestorsOf,
  childrenOf,
  findInstitution,
  findPlace,
  getPlace,
  searchPlaces,
} from '@kangheng/kernel/place/find.ts'
import { requestActor } from '../access.ts'
import type { Routes } from '../app-type.ts'

/** Divisions and institutions; who is above whom is no secret, so every signed-in reader may ask for all of them. */
export const placeRoutes: Routes = (app, setting) => {
  app.get(
    '/api/places',
    {
      config: { access: 'signed-in' },
      schema: {
        querystring: z.object({
          under: z.string().max(30).optional(),
          kind: z.enum(['division', 'institution']).optional(),
          q: z.string().max(50).optional(),
          limit: z.coerce.number().int().min(1).max(500).optional(),
        }),
      },
    },
    (request) => {
      const actor = requestActor(request)
      const { q, kind, limit } = request.query
      const under = checkPlaceCode(request.query.under ?? actor.division)
      return asActor(setting.database, setting.house, actor, async (connection) => ({
        places: q?.trim()
          ? await searchPlaces(connection, setting.county, {
              under,
              text: q,
              ...(kind ? { kind } : {}),
              ...(limit ? { limit } : {}),
            })
          : await childrenOf(connection, setting.county, under, kind),
      }))
    },
  )

  app.get(
    '/api/places/:code',
    { config: { access: 'signed-in' }, schema: { params: z.object({ code: z.string().max(30) }) } },
    (request) => {
      const code = checkPlaceCode(request.params.code)
      return asActor(setting.database, setting.house, requestActor(request), async (connection) => {
        const place = await getPlace(connection, setting.county, code)
        const ancestors = await ancestorsOf(connection, setting.county, code)
        const institution =
          place.level === 'institution' ? await findInstitution(connection, setting.county, code) : undefined
        if (!institution) return { ...place, ancestors }
        const above = institution.dependsOn
          ? await findPlace(connection, setting.county, institution.dependsOn)
          : undefined
        return { ...place, ancestors, ...institution, dependsOn: above ? { code: above.code, name: above.name } : null }
      })
    },
  )
}
