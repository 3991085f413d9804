import { z } from 'zod'
import {
  readRecall,
  readRecalls,
  recallStandings,
  vaccineTitles,
  recallWorkbook,
} from '@kangheng/domains/public-health/immunization/index.ts'
import { logReadings } from '@kangheng/kernel/access/reading-log.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { workbookBytes } from '@kangheng/kernel/exchange/workbook-writer.ts'
import { inLanguage } from '@kangheng/kernel/text/text.ts'
import { requestActor, seesUnmasked } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { attach, prefaceOf, WORKBOOK } from '../download.ts'
import { languageOf } from '../language.ts'

/** People of one page, and of one export: more than the county ever received of a lot. */
const [PAGE, AT_MOST] = [100, 50_000]

const lotName = z.object({
  vaccine: z.enum(Object.keys(vaccineTitles) as [keyof typeof vaccineTitles]),
  lotNumber: z.string().trim().min(1).max(60),
})
const standing = z.enum(recallStandings).optional()

/** Who had a dose of a lot, and who of them knows: the page of a recall and its list as a workbook. Telling goes through the actions. */
export const vaccineRecallRoutes: Routes = (app, setting) => {
  const { database, house } = setting
  if (!house.records.has('immunization.recall-notice')) return

  app.get('/api/vaccination/recalls', { config: { access: 'see-persons' } }, (request) =>
    asActor(database, house, requestActor(request), (connection) =>
      readRecalls(connection, { county: setting.county, today: setting.today() }),
    ),
  )

  app.get(
    '/api/vaccination/recall',
    {
      config: { access: 'see-persons' },
      schema: { querystring: lotName.extend({ standing, page: z.coerce.number().int().min(1).max(1000).default(1) }) },
    },
    (request) => {
      const actor = requestActor(request)
      const { page, ...asked } = request.query
      return asActor(database, house, actor, async (connection) => {
        const part = { ...asked, offset: (page - 1) * PAGE, limit: PAGE }
        const recall = await readRecall(connection, setting.county, part, seesUnmasked(setting, request))
        await logReadings(connection, setting.county, actor, recall.rows, 'recall')
        return { ...recall, pages: Math.max(1, Math.ceil(recall.total / PAGE)) }
      })
    },
  )

  app.get(
    '/api/vaccination/recall/export',
    { config: { access: 'export' }, schema: { querystring: lotName.extend({ standing }) } },
    async (request, reply) => {
      const actor = requestActor(request)
      const language = languageOf(request)
      const recall = await asActor(database, house, actor, async (connection) => {
        const part = { ...request.query, offset: 0, limit: AT_MOST }
        const found = await readRecall(connection, setting.county, part, seesUnmasked(setting, request))
        await logReadings(connection, setting.county, actor, found.rows, 'recall')
        return found
      })
      const { vaccine, lotNumber } = request.query
      const title = `${inLanguage(vaccineTitles[vaccine], language)} ${lotNumber}`
      const sheet = { ...recallWorkbook(recall, language), preface: prefaceOf(setting, actor, title, language) }
      const name = `${language === 'zh' ? '疫苗召回名单' : 'recall'}-${title.replace(/[\\/:*?"<>|]/g, '_')}-${setting.today()}.xlsx`
      return attach(reply, WORKBOOK, name).send(Buffer.from(await workbookBytes([sheet])))
    },
  )
}
