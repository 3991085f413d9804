import { z } from 'zod'
import { readAllotments } from '@kangheng/domains/administration/basic-services-fund/index.ts'
import { readTargetLetter } from '@kangheng/domains/administration/target-letters/index.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { findFigure } from '@kangheng/kernel/indicator/read-figures.ts'
import { lightOf } from '@kangheng/kernel/indicator/targets.ts'
import { monthOf } from '@kangheng/kernel/period/period.ts'
import { allocationWorkbook } from '@kangheng/reporting/appraisal/allocation-workbook.ts'
import { supervisionDocument } from '@kangheng/reporting/appraisal/supervision-document.ts'
import { toWord } from '@kangheng/reporting/document/word.ts'
import { findWarnings } from '@kangheng/reporting/cockpit/warnings.ts'
import { requestActor } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { attach, WORD, WORKBOOK } from '../download.ts'
import { letteredMatters } from '@kangheng/domains/administration/supervision-letters/index.ts'

const params = z.object({ id: z.uuid() })

/** What the management of the year needs beyond lists and forms: the allocation of money, letters beside their figures, warnings that wait for a letter. */
export const administrationRoutes: Routes = (app, setting) => {
  const { database, house } = setting
  if (!house.records.has('target-letters.letter')) return

  app.get('/api/basic-services-fund/:id', { config: { access: 'see-figures' }, schema: { params } }, (request) =>
    asActor(database, house, requestActor(request), (connection) =>
      readAllotments(connection, setting.county, request.params.id),
    ),
  )

  app.get(
    '/api/basic-services-fund/:id/workbook',
    { config: { access: 'export' }, schema: { params } },
    async (request, reply) => {
      const { budget, rows } = await asActor(database, house, requestActor(request), (connection) =>
        readAllotments(connection, setting.county, request.params.id),
      )
      const title = `${budget.year}年基本公共卫生服务资金分配表`
      const basis = `人均标准${budget.perHead}元，常住人口${budget.residents}人（${budget.residentsAt}月末），资金总额${budget.total}元；预拨${budget.advanceShare}%，按工作量分配${budget.workloadShare}%；${budget.aheadFrom}分以上参与奖励${setting.demo ? '　演示数据' : ''}`
      return attach(reply, WORKBOOK, `${title}.xlsx`).send(await allocationWorkbook(title, basis, rows))
    },
  )

  app.get('/api/target-letters/:id', { config: { access: 'see-figures' }, schema: { params } }, (request) =>
    asActor(database, house, requestActor(request), async (connection) => {
      const { letter, items, changes } = await readTargetLetter(connection, setting.county, request.params.id)
      const today = setting.today()
      // A letter of a past year is held against its December.
      const month = today.startsWith(String(letter.year)) ? monthOf(today) : `${letter.year}-12`
      const shown = []
      for (const item of items) {
        const indicator = item.indicator ? house.indicators.get(item.indicator) : undefined
        const figure = indicator
          ? await findFigure(connection, setting.county, indicator.id, item.place!, `${month}-ytd`)
          : undefined
        shown.push({
          ...item,
          title: indicator?.title ?? { zh: item.title, en: item.title },
          unit: indicator?.unit ?? null,
          target: figure?.target ?? null,
          now: figure ? { period: figure.period, value: figure.value, due: figure.due, status: figure.status } : null,
          light: indicator && figure ? lightOf(figure.value, figure.due, indicator.better) : null,
          overdue: item.kind === 'task' && item.state === 'in-force' && item.dueOn !== null && item.dueOn < today,
        })
      }
      return { id: letter.id, year: letter.year, month, items: shown, changes }
    }),
  )

  app.get(
    '/api/supervision-letters/matters',
    {
      config: { access: 'see-figures' },
      schema: {
        querystring: z.object({
          period: z
            .string()
            .regex(/^\d{4}-\d{2}$/)
            .optional(),
        }),
      },
    },
    async (request) => {
      const actor = requestActor(request)
      const indicators = await setting.indicators()
      const month = request.query.period ?? monthOf(setting.today())
      return asActor(database, house, actor, async (connection) => {
        const warnings = await findWarnings(connection, {
          county: setting.county,
          indicators,
          under: actor.division,
          month,
        })
        const lettered = await letteredMatters(connection, setting.county, Number(month.slice(0, 4)))
        return {
          month,
          warnings: warnings.map((warning) => ({ ...warning, letters: lettered(warning.place, warning.indicator) })),
        }
      })
    },
  )

  app.get(
    '/api/supervision-letters/:id/file',
    { config: { access: 'see-figures' }, schema: { params } },
    async (request, reply) => {
      const indicators = await setting.indicators()
      const document = await asActor(database, house, requestActor(request), (connection) =>
        supervisionDocument(connection, {
          county: setting.county,
          indicators,
          id: request.params.id,
          synthetic: setting.demo,
        }),
      )
      return attach(reply, WORD, `${document.documentNumber}.docx`).send(await toWord(document))
    },
  )
}
