import type { ServerResponse } from 'node:http'
import { z } from 'zod'
import { accountNames } from '@kangheng/kernel/access/account-names.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { historyOf } from '@kangheng/kernel/record/history.ts'
import { nameAccounts, nameReferences } from '@kangheng/kernel/record/references.ts'
import { presentRows } from '@kangheng/kernel/record/present.ts'
import { countRecords, findRecord, listRecords } from '@kangheng/kernel/record/read.ts'
import { missing } from '@kangheng/kernel/text/refusal.ts'
import { requestActor, seesUnmasked } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { recordQuery, recordQuerySchema } from '../record-query.ts'
import { follow } from '../live.ts'
import { rememberTotal } from '../totals.ts'

/** Seconds after which a stream ends; the page opens it again, and a session that has ended is noticed. */
const LONGEST_STREAM = 600
/** Milliseconds; proxies close what is silent for a minute. */
const HEARTBEAT = 25_000

/** Lists and details of every record type, and word of what is written to one. */
export const recordRoutes: Routes = (app, setting) => {
  const { database, house } = setting
  const streams = new Set<ServerResponse>()
  // A stream is open for minutes: a server that stops does not wait for it.
  app.addHook('preClose', async () => {
    for (const stream of streams) stream.end()
  })

  app.get(
    '/api/records/:record',
    {
      config: { access: 'record' },
      schema: { params: z.object({ record: z.string() }), querystring: recordQuerySchema },
    },
    async (request) => {
      const actor = requestActor(request)
      const record = house.records.get(request.params.record)!
      const unmasked = seesUnmasked(setting, request)
      const page = await asActor(database, house, actor, async (connection) => {
        const query = await recordQuery(connection, setting, request.query)
        const page = await listRecords(connection, setting.county, actor.division, record, query)
        const { cursor: _cursor, limit: _limit, ...filters } = query
        // Not only the place decides what somebody sees of a list: roles differ, and some rows are seen by whoever wrote them.
        const key = JSON.stringify([record.id, actor.role, actor.account, actor.division, filters])
        const total = await rememberTotal(database, key, () => countRecords(connection, setting.county, record, query))
        await nameReferences(connection, house, setting.county, record, page.rows, unmasked)
        return { rows: presentRows(record, page.rows, unmasked), next: page.next, total }
      })
      await nameAccounts(database, setting.county, record, page.rows)
      return page
    },
  )

  app.get(
    '/api/records/:record/:id',
    { config: { access: 'record' }, schema: { params: z.object({ record: z.string(), id: z.string().max(64) }) } },
    async (request) => {
      const actor = requestActor(request)
      const record = house.records.get(request.params.record)!
      const unmasked = seesUnmasked(setting, request)
      const found = await asActor(database, house, actor, async (connection) => {
        const row = await findRecord(connection, setting.county, record, request.params.id)
        if (row) await nameReferences(connection, house, setting.county, record, [row], unmasked)
        return row
      })
      const row = found ?? missing({ zh: '记录不存在或不在您的管辖范围内', en: 'No such record within your scope' })
      await nameAccounts(database, setting.county, record, [row])
      const history = await historyOf(database, house, setting.county, record, row, unmasked)
      const names = await accountNames(
        database,
        setting.county,
        history.map((entry) => entry.account),
      )
      const may = house.roles.get(actor.role)!.may
      const possible = [...house.actions.values()].filter(
        (action) =>
          action.record.id === record.id &&
          action.on === 'existing' &&
          may.has(action.id) &&
          !row.voidedAt &&
          (!action.from || action.from.includes(row.state)),
      )
      return {
        row: presentRows(record, [row], unmasked)[0],
        history: history.map(({ account, ...entry }) => ({
          ...entry,
          accountName: (account && names.get(account)) || 'Kangheng',
        })),
        actions: possible.map((action) => action.id),
      }
    },
  )

  app.get(
    '/api/records/:record/:id/live',
    {
      config: { access: 'record' },
      schema: {
        params: z.object({ record: z.string(), id: z.string().max(64) }),
        querystring: z.object({ seconds: z.coerce.number().int().min(0).max(LONGEST_STREAM).default(LONGEST_STREAM) }),
      },
    },
    async (request, reply) => {
      const actor = requestActor(request)
      const record = house.records.get(request.params.record)!
      const { id } = request.params
      const found = await asActor(database, house, actor, (connection) =>
        findRecord(connection, setting.county, record, id),
      )
      if (!found) missing({ zh: '记录不存在或不在您的管辖范围内', en: 'No such record within your scope' })
      const stream = reply.raw
      // Who left while the record was being looked for will not leave again: nothing would ever end what is begun for them.
      if (stream.destroyed || request.socket.destroyed) return reply.hijack()
      const stop = follow(setting, actor.account, record.id, id, () => stream.write('event: written\ndata: 1\n\n'))
      reply.hijack()
      stream.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      stream.write('retry: 2000\n\n')
      streams.add(stream)
      const beat = setInterval(() => stream.write(': still here\n\n'), HEARTBEAT)
      const end = setTimeout(() => stream.end(), request.query.seconds * 1000)
      stream.on('close', () => {
        clearInterval(beat)
        clearTimeout(end)
        streams.delete(stream)
        stop()
      })
    },
  )
}
