import { z } from 'zod'
import {
  readCertificate,
  readFamily,
  readMorning,
  readStation,
  verifyCertificate,
} from '@kangheng/domains/public-health/immunization/index.ts'
import { logReading } from '@kangheng/kernel/access/reading-log.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { missing } from '@kangheng/kernel/text/refusal.ts'
import { requestActor, seesUnmasked } from '../access.ts'
import type { Routes } from '../app-type.ts'

/** A morning at the vaccination clinic, as its pages need it: the queue, and one child at a station. Writing goes through the actions. */
export const vaccinationRoutes: Routes = (app, setting) => {
  const { database, house } = setting
  // A house without this line of business has none of its tables either.
  if (!house.records.has('immunization.visit')) return
  const clock = () => ({ county: setting.county, today: setting.today() })

  app.get(
    '/api/vaccination/morning',
    {
      config: { access: 'see-persons' },
      schema: { querystring: z.object({ on: z.iso.date().optional(), session: z.string().max(64).optional() }) },
    },
    (request) =>
      asActor(database, house, requestActor(request), (connection) =>
        readMorning(connection, clock(), request.query, seesUnmasked(setting, request)),
      ),
  )

  app.get(
    '/api/vaccination/visits/:id',
    { config: { access: 'see-persons' }, schema: { params: z.object({ id: z.uuid() }) } },
    async (request) => {
      const station = await asActor(database, house, requestActor(request), (connection) =>
        readStation(connection, clock(), request.params.id, seesUnmasked(setting, request)),
      )
      return station ?? missing({ zh: '没有这次就诊，或不在您的管辖范围内', en: 'No such visit within your scope' })
    },
  )

  app.get(
    '/api/vaccination/certificates/:person',
    { config: { access: ['see-persons', 'see-own-person'] }, schema: { params: z.object({ person: z.uuid() }) } },
    async (request) => {
      const face = await asActor(database, house, requestActor(request), (connection) =>
        readCertificate(connection, setting.county, request.params.person, seesUnmasked(setting, request)),
      )
      return face ?? missing({ zh: '没有有效的预防接种证', en: 'There is no valid vaccination certificate' })
    },
  )

  app.get(
    '/api/me/vaccination',
    { config: { access: 'see-own-person' }, schema: { querystring: z.object({ person: z.uuid().optional() }) } },
    async (request) => {
      const actor = requestActor(request)
      const { person } = request.query
      const view = await asActor(database, house, actor, async (connection) => {
        const found = await readFamily(connection, clock(), person)
        const looked = found?.family.find(({ id }) => id === found.person)
        if (found && looked)
          await logReading(connection, setting.county, actor, {
            person: found.person,
            division: looked.division,
            what: 'file',
          })
        return found
      })
      return (
        view ??
        missing({
          zh: '只能查看本人和自己照管的14周岁以下子女',
          en: 'Only yourself and children under 14 in your care',
        })
      )
    },
  )

  app.post(
    '/api/vaccination/certificates/verify',
    { config: { access: 'see-persons' }, schema: { body: z.object({ token: z.string().max(200) }) } },
    (request) =>
      asActor(database, house, requestActor(request), (connection) =>
        verifyCertificate(connection, setting.county, request.body.token, seesUnmasked(setting, request)),
      ),
  )
}
