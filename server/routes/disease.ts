import { z } from 'zod'
import {
  comparedSpan,
  diseaseTitles,
  readAnalysis,
  readCluster,
  sexualHealthCard,
  weekOf,
} from '@kangheng/domains/public-health/communicable-disease/index.ts'
import { readSyndromes } from '@kangheng/domains/public-health/communicable-disease/syndromic/index.ts'
import { syndromes, type Syndrome } from '@kangheng/domains/public-health/communicable-disease/syndromes.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { findFigure } from '@kangheng/kernel/indicator/read-figures.ts'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { checkPlaceCode } from '@kangheng/kernel/place/code.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { decimal, ratio, text, whole } from '@kangheng/kernel/wording/decimal.ts'
import { accountOf, requestActor } from '../access.ts'
import type { Routes } from '../app-type.ts'

const params = z.object({ id: z.uuid() })
const period = z.string().max(20)
/** Per 100,000. */
const SCALE = 100_000

/** A part of a whole in percent, two decimals; null where there is no whole. */
const percent = (part: number, of: number) => (of > 0 ? text(ratio(whole(part), whole(of), 100, 2)) : null)

/** What the work on communicable disease needs beyond lists and forms: the picture of a cluster, the analysis of cases. */
export const diseaseRoutes: Routes = (app, setting) => {
  const { database, house } = setting
  if (!house.records.has('communicable-disease.cluster')) return

  app.get('/api/disease/clusters/:id', { config: { access: 'see-figures' }, schema: { params } }, (request) =>
    asActor(database, house, requestActor(request), (connection) =>
      readCluster(connection, setting.county, request.params.id),
    ),
  )

  if (house.records.has('syndromic.count'))
    app.get(
      '/api/disease/syndromes',
      {
        config: { access: 'see-figures' },
        schema: {
          querystring: z.object({
            days: z.coerce.number().int().min(14).max(400).default(60),
            until: z.iso.date().optional(),
            syndrome: z.enum(Object.keys(syndromes) as [Syndrome]).optional(),
          }),
        },
      },
      async (request) => {
        const { days, until = setting.today(), syndrome } = request.query
        const from = addDays(until, 1 - days)
        const series = await asActor(database, house, requestActor(request), (connection) =>
          readSyndromes(connection, { county: setting.county, from, until, syndrome }),
        )
        return { from, until, series: series.map((each) => ({ ...each, title: syndromes[each.syndrome] })) }
      },
    )

  app.get(
    '/api/disease/analysis',
    {
      config: { access: 'see-figures' },
      schema: {
        querystring: z.object({
          place: z.string().max(30).optional(),
          period,
          disease: z.string().max(40).optional(),
        }),
      },
    },
    (request) => {
      const actor = requestActor(request)
      const place = checkPlaceCode(request.query.place ?? actor.division)
      const span = comparedSpan(request.query.period)
      // The bulletins name a class as `class-B` where they name a disease.
      const [, diseaseClass] = /^class-([ABC])$/.exec(request.query.disease ?? '') ?? []
      const disease = diseaseClass ? undefined : request.query.disease
      if (disease && !(disease in diseaseTitles))
        refuse('disease', { zh: '没有这个病种', en: 'There is no such disease' })
      return asActor(database, house, actor, async (connection) => {
        const analysis = await readAnalysis(connection, { county: setting.county, place, span, disease, diseaseClass })
        const incidence = await findFigure(
          connection,
          setting.county,
          'communicable-disease.incidence',
          place,
          request.query.period,
        )
        const people = incidence?.denominator ? decimal(incidence.denominator) : undefined
        const rate = (cases: number) =>
          people && people.digits > 0n ? text(ratio(whole(cases), people, SCALE, 2)) : null
        return {
          ...analysis,
          span,
          week: weekOf(span.until),
          seesAll: house.roles.get(accountOf(request).role)!.sees.has(sexualHealthCard.id),
          diseases: analysis.diseases.map((row) => ({
            ...row,
            title: diseaseTitles[row.disease]!,
            incidence: rate(row.cases),
            change: percent(row.cases - row.lastYear, row.lastYear),
            fatality: percent(row.deaths, row.cases),
          })),
        }
      })
    },
  )
}
