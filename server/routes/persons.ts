import { z } from 'zod'
import { findCard } from '@kangheng/domains/public-health/health-record/index.ts'
import { logReading, readingsOf } from '@kangheng/kernel/access/reading-log.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { readPersonFile } from '@kangheng/kernel/person/file.ts'
import { listPersons } from '@kangheng/kernel/person/list.ts'
import { findExtensionFields, shownValue } from '@kangheng/kernel/record/extension.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { missing } from '@kangheng/kernel/text/refusal.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { accountOf, requestActor, seesUnmasked } from '../access.ts'
import type { App, Routes } from '../app-type.ts'
import { pageQuery } from '../query.ts'
import type { Setting } from '../setting.ts'
import { sectionsOf } from '../view/sections.ts'
import { workOfPeople } from '../work-list.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const NO_SUCH_PERSON = { zh: '查无此人，或不在您的管辖范围内', en: 'No such person within your scope' }
const registration = 'resident.registration'
const healthCard = 'health-record.card'
const READINGS: Readonly<Record<string, Text>> = {
  file: { zh: '查阅个人档案', en: 'Opened the file' },
  household: { zh: '查阅家庭档案', en: 'Opened the file of the household' },
  print: { zh: '打印服务表单', en: 'Printed a form' },
  village: { zh: '将本村居民资料同步到手机', en: 'Took the village’s files along on a phone' },
}

/** What a register said about the person under the columns the county has added to the registration of residents. */
async function addedFields(connection: Connection, county: string, extra: unknown) {
  const { fields = {} } = (extra ?? {}) as { fields?: Record<string, unknown> }
  if (Object.keys(fields).length === 0) return []
  const known = await findExtensionFields(connection, county, registration)
  return known.flatMap((field) => {
    const value = fields[field.key]
    if (value === undefined) return []
    return [{ key: field.key, title: { zh: field.titleZh, en: field.titleEn }, text: shownValue(field, value) }]
  })
}

/** A person's whole file. Opening it is logged, and the log is part of it: the person may know who looked. */
async function fileView(setting: Setting, actor: Actor, unmasked: boolean, id: string, reason: string | undefined) {
  if (!UUID.test(id)) missing(NO_SUCH_PERSON)
  const { county, house } = setting
  const { sees } = house.roles.get(actor.role)!
  return asActor(setting.database, house, actor, async (connection) => {
    const { division, ...file } = await readPersonFile(connection, { county, today: setting.today(), unmasked }, id)
    await logReading(connection, county, actor, { person: id, division, what: 'file', reason })
    const readings = await readingsOf(connection, county, id)
    const added = await addedFields(connection, county, file.person.extra)
    const card = sees.has(healthCard) ? await findCard(connection, county, id) : undefined
    return {
      ...file,
      added,
      sections: await sectionsOf(connection, setting, actor, { id, sex: file.person.sex }, { unmasked }),
      readings: readings.map((reading) => ({
        ...reading,
        role: house.roles.get(reading.role)?.role.title ?? reading.role,
        what: READINGS[reading.what] ?? READINGS['file'],
      })),
      card: card ? { number: card.number, qrSvg: card.qrSvg } : null,
    }
  })
}

/** Residents: search, and the file of one. */
export const personRoutes: Routes = (app: App, setting) => {
  app.get(
    '/api/persons',
    {
      config: { access: 'see-persons' },
      schema: {
        querystring: z.object({ q: z.string().max(50).optional(), place: z.string().max(30).optional(), ...pageQuery }),
      },
    },
    (request) => {
      const actor = requestActor(request)
      const reader = { division: actor.division, unmasked: seesUnmasked(setting, request) }
      const { county, vault } = setting
      return asActor(setting.database, setting.house, actor, (connection) =>
        listPersons(connection, { county, vault, today: setting.today() }, reader, request.query),
      )
    },
  )

  app.get(
    '/api/persons/:id',
    {
      config: { access: ['see-persons', 'see-own-person'] },
      schema: {
        params: z.object({ id: z.string().max(64) }),
        querystring: z.object({ reason: z.string().max(200).optional() }),
      },
    },
    (request) =>
      fileView(setting, requestActor(request), seesUnmasked(setting, request), request.params.id, request.query.reason),
  )

  app.get(
    '/api/persons/:id/work',
    {
      config: { access: ['see-persons', 'see-own-person'] },
      schema: { params: z.object({ id: z.uuid() }) },
    },
    async (request) => ({
      rows: await workOfPeople(setting, requestActor(request), [request.params.id], seesUnmasked(setting, request)),
    }),
  )

  app.get('/api/me/person', { config: { access: 'see-own-person' } }, (request) => {
    const { person } = accountOf(request)
    return fileView(
      setting,
      requestActor(request),
      seesUnmasked(setting, request),
      person ?? missing(NO_SUCH_PERSON),
      undefined,
    )
  })
}
