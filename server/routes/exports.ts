import { Readable } from 'node:stream'
import { z } from 'zod'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { csvPieces } from '@kangheng/kernel/exchange/csv-writer.ts'
import { workbookBytes } from '@kangheng/kernel/exchange/workbook-writer.ts'
import { findExtensionFields } from '@kangheng/kernel/record/extension.ts'
import { nameReferences } from '@kangheng/kernel/record/references.ts'
import { presentRows } from '@kangheng/kernel/record/present.ts'
import { listRecords, type ListedRow } from '@kangheng/kernel/record/read.ts'
import { inLanguage } from '@kangheng/kernel/text/text.ts'
import { requestActor, seesUnmasked } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { attach, prefaceOf, WORKBOOK } from '../download.ts'
import { languageOf } from '../language.ts'
import { recordQuery, recordQuerySchema } from '../record-query.ts'
import { exportColumns } from '../view/export.ts'

/** A list that is longer is exported by township. */
const AT_MOST = 200_000
const PAGE = 1000

/** Lists as files, with the rows and the masking that the reader sees on the page. */
export const exportRoutes: Routes = (app, setting) => {
  const { database, house } = setting

  app.get(
    '/api/records/:record/export',
    {
      config: { access: 'exported-record' },
      schema: {
        params: z.object({ record: z.string() }),
        querystring: recordQuerySchema.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
      },
    },
    async (request, reply) => {
      const actor = requestActor(request)
      const record = house.records.get(request.params.record)!
      const language = languageOf(request)
      const unmasked = seesUnmasked(setting, request)
      const { format } = request.query
      const { rows, columns } = await asActor(database, house, actor, async (connection) => {
        const query = await recordQuery(connection, setting, request.query)
        const found: ListedRow[] = []
        let cursor: string | undefined
        do {
          const page = await listRecords(connection, setting.county, actor.division, record, {
            ...query,
            limit: PAGE,
            cursor,
          })
          await nameReferences(connection, house, setting.county, record, page.rows, unmasked)
          found.push(...presentRows(record, page.rows, unmasked))
          cursor = page.next ?? undefined
        } while (cursor && found.length < AT_MOST)
        const extensions = await findExtensionFields(connection, setting.county, record.id)
        return { rows: found, columns: exportColumns(record, extensions, language) }
      })
      const title = inLanguage(record.title, language)
      const name = `${title}-${setting.today()}`
      const cells = rows.map((row) => columns.map((column) => column.value(row)))
      if (format === 'csv') {
        const pieces = csvPieces(
          columns.map((column) => column.title),
          cells,
        )
        return attach(reply, 'text/csv; charset=utf-8', `${name}.csv`).send(Readable.from(pieces))
      }
      const sheet = {
        name: title.slice(0, 31),
        preface: prefaceOf(setting, actor, title, language),
        columns: columns.map(({ title, kind }) => ({ title, kind })),
        rows: cells,
      }
      return attach(reply, WORKBOOK, `${name}.xlsx`).send(Buffer.from(await workbookBytes([sheet])))
    },
  )
}
