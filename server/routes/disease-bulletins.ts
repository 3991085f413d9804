import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { forbid } from '@kangheng/kernel/text/refusal.ts'
import { writesDiseaseBulletins } from '@kangheng/reporting/disease/writers.ts'
import { writeDiseaseBulletin } from '@kangheng/reporting/report/desk.ts'
import { listReports } from '@kangheng/reporting/report/store.ts'
import { accountOf, requestActor, requireCounty } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { requireComputed } from '../deferred-figures.ts'
import { reportRow, reportView } from '../view/report.ts'
import { serveBulletinDesk } from './bulletin-desk.ts'

const access = 'see-figures'

/** The weekly and monthly bulletins of communicable disease: made, edited, closed and issued by disease control; the bureau reads what was issued. */
export const diseaseBulletinRoutes: Routes = (app, setting) => {
  const { database, house } = setting
  if (!house.records.has('communicable-disease.case')) return

  function requireWriter(request: FastifyRequest): void {
    if (!writesDiseaseBulletins(house, accountOf(request)))
      forbid({
        zh: '疫情周报、月报含艾滋病和性病合计，由疾控中心传染病防治岗编制',
        en: 'The bulletins hold totals of HIV and sexually transmitted diseases and are made by disease control',
      })
    requireCounty(setting, request)
  }

  app.get('/api/disease/bulletins', { config: { access } }, (request) =>
    asActor(database, house, requestActor(request), async (connection) => ({
      rows: (await listReports(connection, setting.county, 'disease-bulletin')).map(reportRow),
    })),
  )

  app.post(
    '/api/disease/bulletins',
    { config: { access }, schema: { body: z.object({ period: z.string().max(10) }) } },
    async (request) => {
      requireWriter(request)
      await requireComputed(setting)
      return reportView(setting, await writeDiseaseBulletin(setting, requestActor(request), request.body.period))
    },
  )

  serveBulletinDesk(app, setting, {
    path: '/api/disease/bulletins',
    params: z.object({ id: z.uuid() }),
    ...{ reads: access, writes: access, issues: access },
    requireWriter,
  })
}
