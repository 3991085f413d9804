import { z } from 'zod'
import { findUndertaking } from '@kangheng/domains/administration/target-letters/index.ts'
import { refuseReproductionTarget } from '@kangheng/domains/population/resident/index.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { checkTarget, evenMonths, setTarget, type Target } from '@kangheng/kernel/indicator/targets.ts'
import { checkPlaceCode } from '@kangheng/kernel/place/code.ts'
import { namesOfPlaces } from '@kangheng/kernel/place/names.ts'
import { requestActor } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { getIndicator } from './figures.ts'

const body = z.object({
  requestId: z.string().min(8).max(64),
  indicator: z.string().max(100),
  place: z.string().max(30),
  year: z.int().min(2000).max(2100),
  value: z.string().max(20),
  months: z.array(z.string().max(20)).optional(),
  reason: z.string().max(500).default(''),
  version: z.int().optional(),
})

/** Yearly targets and their monthly shares. */
export const targetRoutes: Routes = (app, setting) => {
  app.get(
    '/api/targets',
    {
      config: { access: 'see-figures' },
      schema: {
        querystring: z.object({
          year: z.coerce.number().int(),
          indicator: z.string().max(100).optional(),
          under: z.string().max(30).optional(),
        }),
      },
    },
    (request) =>
      asActor(setting.database, setting.house, requestActor(request), async (connection) => {
        const { year, indicator, under } = request.query
        const rows = await connection.query<Target>(
          `select t.indicator, t.place, t.year, t.value, t.months, t.version from target t left join division d on d.code = t.place
           where t.county = $1 and t.year = $2 and ($3::text is null or t.indicator = $3) and ($4::text is null or d.parent = $4 or t.place = $4)
           order by t.indicator, t.place limit 2000`,
          [setting.county, year, indicator ?? null, under ?? null],
        )
        const called = await namesOfPlaces(
          connection,
          setting.county,
          rows.map((row) => row.place),
        )
        return { rows: rows.map((row) => ({ ...row, placeName: called.get(row.place) ?? row.place })) }
      }),
  )

  app.put('/api/targets', { config: { access: 'set-targets' }, schema: { body } }, async (request) => {
    const { requestId, reason, version, ...target } = request.body
    const indicator = await getIndicator(setting, target.indicator)
    const months = target.months ?? evenMonths(indicator, target.value)
    checkTarget(indicator, target.value, months)
    refuseReproductionTarget(indicator)
    const actor = requestActor(request)
    return asActor(setting.database, setting.house, actor, async (connection) => {
      // A target that somebody undertook by letter is changed there, with its reason, so that letter and cockpit never differ.
      const undertaken = setting.house.records.has('target-letters.letter')
        ? await findUndertaking(connection, setting.county, target)
        : undefined
      if (undertaken)
        refuse(
          'value',
          {
            zh: `该目标已由${undertaken.partyName}签订责任书，请在责任书中调整`,
            en: `${undertaken.partyName} has undertaken this target by letter: change it there`,
          },
          undertaken,
        )
      return setTarget(connection, actor, setting.county, {
        requestId,
        reason,
        version,
        target: { ...target, place: checkPlaceCode(target.place), months },
      })
    })
  })
}
