import { z } from 'zod'
import { accountNames } from '@kangheng/kernel/access/account-names.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { findQuoted } from '@kangheng/reporting/report/quoted.ts'
import { workbook } from '@kangheng/reporting/cockpit/figure-workbook.ts'
import { whyNotAdded } from '@kangheng/kernel/indicator/adds-up.ts'
import { reviseFigure } from '@kangheng/kernel/indicator/close.ts'
import { windowOf } from '@kangheng/kernel/indicator/horizon.ts'
import { termsOf, type Indicator, type Quantity } from '@kangheng/kernel/indicator/indicator.ts'
import { findFigure, readFigures } from '@kangheng/kernel/indicator/read-figures.ts'
import { describeMeasure, traceFigure } from '@kangheng/kernel/indicator/trace.ts'
import { findPeriod, getPeriod, periodTitle } from '@kangheng/kernel/period/period.ts'
import { checkPlaceCode, isCity } from '@kangheng/kernel/place/code.ts'
import { forbid, missing, refuse } from '@kangheng/kernel/text/refusal.ts'
import { namesOfPlaces } from '@kangheng/kernel/place/names.ts'
import { requestActor, seesUnmasked } from '../access.ts'
import type { Routes } from '../app-type.ts'
import type { Setting } from '../setting.ts'
import { indicatorView } from '../view/indicator.ts'

const list = z
  .string()
  .max(4000)
  .transform((text) => text.split(',').filter(Boolean))
const MOST = 20_000

/** The indicator of an address; refuses one that does not exist. */
export async function getIndicator(setting: Setting, id: string): Promise<Indicator> {
  const found = (await setting.indicators()).find((indicator) => indicator.id === id)
  return found ?? missing({ zh: '没有这个指标', en: 'There is no such indicator' })
}

function periodsOf(ids: readonly string[]): string[] {
  for (const id of ids) if (!findPeriod(id)) getPeriod(id)
  return [...ids]
}

const selection = {
  indicators: list,
  places: list.optional(),
  under: z.string().max(30).optional(),
  periods: list,
}

type Selection = { indicators: string[]; places?: string[] | undefined; under?: string | undefined; periods: string[] }

function checked(setting: Setting, query: Selection) {
  const cells = query.indicators.length * query.periods.length * (query.places?.length ?? 20)
  if (cells > MOST)
    refuse('periods', {
      zh: `一次最多读取 ${MOST} 个数据，请减少指标、地区或时期`,
      en: `At most ${MOST} figures at a time; choose fewer`,
    })
  return {
    county: setting.county,
    indicators: query.indicators,
    ...(query.places ? { places: query.places.map(checkPlaceCode) } : {}),
    ...(query.under ? { under: checkPlaceCode(query.under) } : {}),
    periods: periodsOf(query.periods),
  }
}

const describe = (quantity: Quantity) =>
  termsOf(quantity).map((term) => ({
    weight: term.weight,
    measure: term.measure.id,
    title: term.measure.title,
    counts: describeMeasure(term.measure),
  }))
const figureAddress = z.object({
  indicator: z.string().max(100),
  place: z.string().max(30),
  period: z.string().max(20),
})

/** The one source of figures, and the way from a figure to its rows. */
export const figureRoutes: Routes = (app, setting) => {
  app.get(
    '/api/figures',
    {
      config: { access: 'see-figures' },
      schema: { querystring: z.object({ ...selection, compare: z.string().max(5).optional() }) },
    },
    (request) =>
      asActor(setting.database, setting.house, requestActor(request), async (connection) => ({
        figures: await readFigures(connection, checked(setting, request.query)),
      })),
  )

  app.get(
    '/api/figures/:indicator/:place/:period',
    { config: { access: 'see-figures' }, schema: { params: figureAddress } },
    async (request) => {
      const { place, period } = request.params
      const indicator = await getIndicator(setting, request.params.indicator)
      return asActor(setting.database, setting.house, requestActor(request), async (connection) => {
        const figure = await findFigure(
          connection,
          setting.county,
          indicator.id,
          checkPlaceCode(place),
          getPeriod(period).id,
        )
        if (!figure) {
          const quoted = await findQuoted(connection, setting.county, { indicator: indicator.id, place, period })
          if (quoted) return { quoted }
          const reason = place === setting.county && isCity(place) ? whyNotAdded(indicator) : undefined
          if (reason)
            return missing({
              zh: `该指标没有市级数据：${reason.zh}。请看各县数据`,
              en: `This indicator has no figure of the city: ${reason.en}. See the counties`,
            })
          return missing({ zh: '没有这个数据，或不在您的管辖范围内', en: 'No such figure within your scope' })
        }
        const history = figure.withheld
          ? []
          : await connection.query<{ revisedBy: string | null }>(
              `select old_value as "oldValue", new_value as "newValue", old_numerator as "oldNumerator", new_numerator as "newNumerator",
           old_denominator as "oldDenominator", new_denominator as "newDenominator", reason, revised_at as "revisedAt", revised_by as "revisedBy"
         from figure_revision where county = $1 and indicator = $2 and place = $3 and period = $4 order by seq desc`,
              [setting.county, indicator.id, figure.place, figure.storedPeriod],
            )
        const by = await accountNames(
          setting.database,
          setting.county,
          history.map((revision) => revision.revisedBy),
        )
        return {
          figure,
          period: { id: figure.period, title: periodTitle(getPeriod(figure.period)) },
          indicator: {
            ...indicatorView(indicator),
            terms: {
              numerator: describe(indicator.numerator),
              denominator: indicator.kind === 'ratio' ? describe(indicator.denominator) : [],
            },
          },
          history: history.map(({ revisedBy, ...revision }) => ({
            ...revision,
            revisedByName: (revisedBy && by.get(revisedBy)) || null,
          })),
          link: `/figures/${indicator.id}/${figure.place}/${figure.period}`,
        }
      })
    },
  )

  app.get(
    '/api/figures/:indicator/:place/:period/rows',
    {
      config: { access: 'see-figures' },
      schema: {
        params: figureAddress,
        querystring: z.object({
          side: z.enum(['numerator', 'denominator']).default('numerator'),
          limit: z.coerce.number().int().min(1).max(200).default(50),
          cursor: z.string().max(100).optional(),
        }),
      },
    },
    async (request) => {
      const { params, query } = request
      const indicator = await getIndicator(setting, params.indicator)
      const { horizon } = await setting.computation()
      const place = checkPlaceCode(params.place)
      const quantity =
        query.side === 'numerator'
          ? indicator.numerator
          : indicator.kind === 'ratio'
            ? indicator.denominator
            : undefined
      const relation = quantity ? termsOf(quantity)[0]!.measure.title : { zh: '', en: '' }
      return asActor(setting.database, setting.house, requestActor(request), async (connection) => {
        const page = await traceFigure(connection, {
          county: setting.county,
          indicator,
          side: query.side,
          place,
          window: windowOf(getPeriod(params.period), horizon),
          limit: query.limit,
          cursor: query.cursor,
          unmasked: seesUnmasked(setting, request),
        })
        const called = await namesOfPlaces(
          connection,
          setting.county,
          page.rows.map((row) => row.division),
        )
        return {
          relation,
          columns: page.columns,
          rows: page.rows.map((row) => ({
            ...row,
            recordId: row.record ? row.key : null,
            divisionName: called.get(row.division) ?? row.division,
          })),
          next: page.next,
        }
      })
    },
  )

  app.post(
    '/api/figures/export',
    {
      config: { access: 'export' },
      schema: {
        body: z.object({
          indicators: z.array(z.string().max(100)).min(1).max(50),
          places: z.array(z.string().max(30)).max(200).optional(),
          under: z.string().max(30).optional(),
          periods: z.array(z.string().max(20)).min(1).max(60),
          format: z.literal('xlsx').default('xlsx'),
        }),
      },
    },
    async (request, reply) => {
      const indicators = await setting.indicators()
      const figures = await asActor(setting.database, setting.house, requestActor(request), (connection) =>
        readFigures(connection, checked(setting, request.body)),
      )
      const file = await workbook(figures, indicators, { synthetic: setting.demo, on: setting.today() })
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header(
          'content-disposition',
          `attachment; filename="figures.xlsx"; filename*=UTF-8''${encodeURIComponent('指标数据.xlsx')}`,
        )
        .send(file)
    },
  )

  app.post(
    '/api/figures/revise',
    {
      config: { access: 'close-periods' },
      schema: {
        body: z.object({
          requestId: z.string().min(8).max(64),
          indicator: z.string().max(100),
          place: z.string().max(30),
          period: z.string().max(20),
          reason: z.string().max(500),
        }),
      },
    },
    async (request) => {
      const actor = requestActor(request)
      const { requestId, ...target } = request.body
      if (!checkPlaceCode(target.place).startsWith(actor.division) && actor.division !== setting.county)
        refuse('place', { zh: '不在您的管辖范围内', en: 'Outside your scope' })
      await getIndicator(setting, target.indicator)
      const known = await asActor(setting.database, setting.house, actor, (connection) =>
        findFigure(connection, setting.county, target.indicator, checkPlaceCode(target.place), target.period),
      )
      if (known?.withheld)
        forbid({
          zh: '这个数据人数少、只对指定岗位公开，请由该岗位核对',
          en: 'This figure counts few people and is told to named roles only',
        })
      return reviseFigure(
        setting.database,
        { computation: await setting.computation(), actor, requestId, today: setting.today() },
        target,
      )
    },
  )
}
