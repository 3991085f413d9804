import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { openSheets } from '@kangheng/kernel/exchange/open-sheets.ts'
import { csvPieces } from '@kangheng/kernel/exchange/csv-writer.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { checkPlaceCode } from '@kangheng/kernel/place/code.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import {
  changesBetween,
  dhis2DataValueSet,
  listForms,
  readBoard,
  readReturn,
  readReturnWorkbook,
  readSheet,
  returnWorkbook,
  sdmxMessage,
  sheetWorkbook,
  upwardJson,
  upwardRows,
  type WorkbookHead,
} from '@kangheng/domains/administration/statistical-returns/index.ts'
import { requestActor } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { attach, WORKBOOK } from '../download.ts'

const params = z.object({ id: z.uuid() })
const formCode = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
const sheetQuery = z.object({ form: formCode, period: z.string().max(7), place: z.string().max(12).optional() })

async function uploaded(request: FastifyRequest): Promise<{ bytes: Uint8Array; name: string }> {
  const part = await request.file()
  if (!part) return refuse('file', { zh: '请选择填好的报表', en: 'Choose the workbook that was filled in' })
  return { bytes: await part.toBuffer(), name: part.filename }
}

/** Statistical returns: how they stand, one to be filled in, its workbook both ways, all units beside each other, and what goes upward. */
export const returnRoutes: Routes = (app, setting) => {
  const { database, house } = setting
  if (!house.records.has('statistical-returns.return')) return

  const within = <Answer>(request: FastifyRequest, read: (connection: Connection) => Promise<Answer>) =>
    asActor(database, house, requestActor(request), read)

  app.get(
    '/api/returns/board',
    {
      config: { access: 'see-figures' },
      schema: { querystring: z.object({ form: formCode.optional(), year: z.coerce.number().int().optional() }) },
    },
    (request) =>
      within(request, async (connection) => {
        const forms = await listForms(connection, setting.county)
        const form = forms.find((each) => each.form === request.query.form) ?? forms[0]
        const year = request.query.year ?? Number(setting.today().slice(0, 4))
        return {
          forms,
          form: form?.form ?? null,
          year,
          today: setting.today(),
          returns: form ? await readBoard(connection, setting.county, form.form, year) : [],
        }
      }),
  )

  app.get('/api/returns/sheet', { config: { access: 'see-figures' }, schema: { querystring: sheetQuery } }, (request) =>
    within(request, async (connection) => {
      const { form, period, place } = request.query
      const sheet = await readSheet(connection, setting.county, {
        form,
        period,
        place: place ? checkPlaceCode(place) : undefined,
      })
      return { ...sheet, form, period }
    }),
  )

  app.get(
    '/api/returns/sheet/file',
    {
      config: { access: 'export' },
      schema: {
        querystring: sheetQuery.extend({ format: z.enum(['xlsx', 'json', 'csv', 'sdmx', 'dhis2']).default('xlsx') }),
      },
    },
    async (request, reply) => {
      const { form, period, place, format } = request.query
      const sheet = await within(request, (connection) =>
        readSheet(connection, setting.county, {
          form,
          period,
          place: place ? checkPlaceCode(place) : undefined,
          // What leaves the county has been approved; the workbook is for looking at.
          approvedOnly: format !== 'xlsx',
        }),
      )
      const upward = { ...sheet, county: setting.county, form, period }
      const name = `${sheet.formName}${period}${setting.demo ? '（演示数据）' : ''}`
      switch (format) {
        case 'xlsx':
          return attach(reply, WORKBOOK, `${name}.xlsx`).send(
            Buffer.from(
              await sheetWorkbook(
                { formName: sheet.formName, number: sheet.number, period, synthetic: setting.demo },
                sheet.layout,
                sheet.units,
                sheet.total,
              ),
            ),
          )
        case 'csv': {
          const { columns, rows } = upwardRows(upward)
          return attach(reply, 'text/csv; charset=utf-8', `${name}.csv`).send([...csvPieces(columns, rows)].join(''))
        }
        case 'json':
          return attach(reply, 'application/json', `${name}.json`).send(JSON.stringify(upwardJson(upward)))
        case 'dhis2':
          return attach(reply, 'application/json', `${name}-dhis2.json`).send(JSON.stringify(dhis2DataValueSet(upward)))
        case 'sdmx':
          return attach(reply, 'application/vnd.sdmx.data+json;version=2.0.0', `${name}-sdmx.json`).send(
            JSON.stringify(sdmxMessage(upward, new Date().toISOString(), setting.demo)),
          )
      }
    },
  )

  app.get('/api/returns/:id', { config: { access: 'see-figures' }, schema: { params } }, (request) =>
    within(request, async (connection) => {
      const read = await readReturn(connection, setting.county, request.params.id, setting.today())
      const { row, form, layout, versions, values } = read
      const snapshots = [...versions.map((version) => version.values), values]
      return {
        ...read,
        row: undefined,
        form: { id: form.id, form: form.form, name: form.name, number: form.number, edition: form.edition },
        id: row.id,
        version: row.version,
        state: row.state,
        unit: row.institution,
        unitName: row.unitName,
        period: row.period,
        dueOn: row.dueOn,
        returnedReason: row.returnedReason,
        explanations: row.explanations,
        versions: versions.map((version, index) => ({
          number: version.number,
          sentOn: version.happenedOn,
          explanations: version.explanations,
          // What changed since the version before; of the first there is nothing to say.
          changes: index === 0 ? [] : changesBetween(layout, snapshots[index - 1]!, version.values),
        })),
        changesSince: versions.length > 0 ? changesBetween(layout, versions.at(-1)!.values, values) : [],
      }
    }),
  )

  const headOf = ({ row, form }: Awaited<ReturnType<typeof readReturn>>): WorkbookHead => ({
    formName: form.name,
    number: form.number,
    edition: form.edition,
    form: form.form,
    unit: row.institution ?? '',
    unitName: row.unitName,
    period: row.period,
    synthetic: setting.demo,
  })

  app.get(
    '/api/returns/:id/workbook',
    { config: { access: 'see-figures' }, schema: { params } },
    async (request, reply) => {
      const { head, file } = await within(request, async (connection) => {
        const read = await readReturn(connection, setting.county, request.params.id, setting.today())
        const head = headOf(read)
        return { head, file: await returnWorkbook(head, read.layout, read.values) }
      })
      return attach(reply, WORKBOOK, `${head.formName}-${head.unitName}-${head.period}.xlsx`).send(Buffer.from(file))
    },
  )

  // Nothing is written here: what was read is filled into the form, and saved by the action like anything typed.
  app.post('/api/returns/:id/workbook', { config: { access: 'see-figures' }, schema: { params } }, async (request) => {
    const { bytes, name } = await uploaded(request)
    return within(request, async (connection) => {
      const read = await readReturn(connection, setting.county, request.params.id, setting.today())
      return readReturnWorkbook(openSheets(bytes, name), headOf(read), read.layout, read)
    })
  })
}
