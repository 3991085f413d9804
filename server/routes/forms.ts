import { z } from 'zod'
import { logReading } from '@kangheng/kernel/access/reading-log.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { listRecords } from '@kangheng/kernel/record/read.ts'
import { forbid, missing, refuse } from '@kangheng/kernel/text/refusal.ts'
import { printedForms } from '@kangheng/reporting/forms/forms.ts'
import { printable } from '@kangheng/reporting/forms/markup.ts'
import { printPdf } from '@kangheng/reporting/forms/pdf.ts'
import { requestActor, seesUnmasked } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { attach } from '../download.ts'
import { recordQuery, recordQuerySchema } from '../record-query.ts'

/** Forms of one print; more are printed stop by stop or village by village. */
const AT_MOST = 500

/** Rows of a list, or one of them, as the paper forms of the norm: a page for any browser to print, or one PDF. */
export const formRoutes: Routes = (app, setting) => {
  const { database, house, county } = setting

  app.get(
    '/api/records/:record/print/:form',
    {
      config: { access: 'record' },
      schema: {
        params: z.object({ record: z.string(), form: z.string().max(50) }),
        querystring: recordQuerySchema.extend({ as: z.enum(['page', 'pdf']).default('page'), id: z.uuid().optional() }),
      },
    },
    async (request, reply) => {
      const actor = requestActor(request)
      const { as, id, ...given } = request.query
      const record = house.records.get(request.params.record)!
      const form =
        printedForms.find((each) => each.id === request.params.form && each.record.id === record.id) ??
        missing({ zh: '没有这种打印表单', en: 'There is no such form' })
      // A form carries name and findings: it is printed whole or not at all.
      if (!seesUnmasked(setting, request))
        forbid({ zh: '您的角色不能打印含个人信息的表单', en: 'Your role may not print forms with personal data' })
      const forms = await asActor(database, house, actor, async (connection) => {
        const query = await recordQuery(connection, setting, given)
        const found = id
          ? [{ id }]
          : (
              await listRecords(connection, county, actor.division, record, {
                ...query,
                limit: AT_MOST + 1,
                cursor: undefined,
              })
            ).rows
        if (found.length > AT_MOST)
          refuse('limit', {
            zh: `一次最多打印${AT_MOST}份，请按站点、村或日期筛选后再打印`,
            en: `At most ${AT_MOST} forms at once; narrow the list by stop, village or day`,
          })
        const printed = await form.print(
          { connection, county },
          found.map((row) => row.id),
        )
        for (const person of printed.people.values())
          await logReading(connection, county, actor, { person: person.id, division: person.division, what: 'print' })
        return printed.forms
      })
      if (forms.length === 0) missing({ zh: '没有可以打印的记录', en: 'There is nothing to print' })
      const title = `${form.title.zh}-${setting.today()}`
      const page = printable(title, forms)
      reply.header('cache-control', 'no-store')
      if (as === 'page') return reply.type('text/html; charset=utf-8').send(page)
      return attach(reply, 'application/pdf', `${title}.pdf`).send(Buffer.from(await printPdf(page)))
    },
  )
}
