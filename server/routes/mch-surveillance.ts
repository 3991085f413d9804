import { z } from 'zod'
import { readReturn } from '@kangheng/domains/public-health/mch-surveillance/index.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { returnWorkbook } from '@kangheng/reporting/mch/return-workbook.ts'
import { requestActor } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { attach, WORKBOOK } from '../download.ts'

const params = z.object({ id: z.uuid() })

/** A return of the three networks with its lines, and the same as a workbook: counts that name nobody. */
export const mchSurveillanceRoutes: Routes = (app, setting) => {
  const { database, house } = setting
  if (!house.records.has('mch-surveillance.return')) return
  const read = (request: Parameters<typeof requestActor>[0], id: string) =>
    asActor(database, house, requestActor(request), (connection) => readReturn(connection, setting.county, id))

  app.get(
    '/api/mch-surveillance/returns/:id',
    { config: { access: 'see-figures' }, schema: { params } },
    async (request) => {
      const { lines, surveys } = await read(request, request.params.id)
      return { lines, surveys }
    },
  )

  app.get(
    '/api/mch-surveillance/returns/:id/workbook',
    { config: { access: 'see-figures' }, schema: { params } },
    async (request, reply) => {
      const found = await read(request, request.params.id)
      const name = `${found.placeName}${found.network.zh}${found.row.quarter}.xlsx`
      return attach(reply, WORKBOOK, name).send(await returnWorkbook(found, setting.demo))
    },
  )
}
