import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { checksSeenBy, runChecks } from '@kangheng/domains/administration/data-quality/index.ts'
import { evaluateQuality, listQualityErrors } from '@kangheng/domains/population/resident/quality/report.ts'
import { listDuplicates } from '@kangheng/domains/population/resident/duplicate-list.ts'
import { listFaults } from '@kangheng/kernel/quality/find-faults.ts'
import { missing } from '@kangheng/kernel/text/refusal.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { presentPerson } from '@kangheng/kernel/person/file.ts'
import { maskName } from '@kangheng/kernel/person/mask.ts'
import { findPersons } from '@kangheng/kernel/person/registry.ts'
import { persons } from '@kangheng/kernel/person/tables.ts'
import { checkPlaceCode } from '@kangheng/kernel/place/code.ts'
import { namesOfPlaces } from '@kangheng/kernel/place/names.ts'
import { requestActor, seesUnmasked } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { keep, type Keeping } from '../kept.ts'
import { pageQuery } from '../query.ts'

const MINUTE = 60_000
/** Looking at every row of every line takes seconds over a county; the rows themselves are always looked at anew. */
const LINES: Keeping = { freshMilliseconds: MINUTE, usableMilliseconds: 15 * MINUTE, atMost: 500 }

const place = z.string().max(12).optional()

/** The quality of the residents' register, and files that may be one person. */
export const qualityRoutes: Routes = (app, setting) => {
  // A house without the register of residents has none of its tables either.
  if (!setting.house.domains.some((domain) => domain.id === 'resident')) return

  app.get(
    '/api/quality',
    {
      config: { access: 'see-persons' },
      schema: { querystring: z.object({ place, kind: z.string().max(50).optional(), ...pageQuery }) },
    },
    (request) => {
      const actor = requestActor(request)
      const unmasked = seesUnmasked(setting, request)
      const { kind, limit = 50, cursor } = request.query
      const query = {
        county: setting.county,
        place: checkPlaceCode(request.query.place || actor.division),
        today: setting.today(),
      }
      return asActor(setting.database, setting.house, actor, async (connection) => {
        const evaluated = await evaluateQuality(connection, query)
        const wanted = kind ?? evaluated.errors.find((error) => error.count > 0)?.kind
        const page = wanted
          ? await listQualityErrors(connection, { ...query, kind: wanted, limit, cursor })
          : { rows: [], next: null }
        const explanation = evaluated.errors.find((error) => error.kind === wanted)?.explanation ?? null
        return {
          ...evaluated,
          rows: page.rows.map(({ name, ...row }) => ({
            ...row,
            kind: wanted,
            personName: unmasked ? name : maskName(name),
            detail: explanation,
          })),
          next: page.next,
        }
      })
    },
  )

  app.get(
    '/api/quality/lines',
    { config: { access: 'see-figures' }, schema: { querystring: z.object({ place }) } },
    (request) => {
      const actor = requestActor(request)
      const query = {
        county: setting.county,
        place: checkPlaceCode(request.query.place || actor.division),
        today: setting.today(),
      }
      // What is the same for everybody of a role and place: nobody waits twice, and nobody's own rows are counted for another.
      const key = [actor.role, actor.division, actor.institution, actor.person, query.place, query.today].join('|')
      return keep(setting.database, LINES, key, async () => {
        const lines = []
        for (const { domain, checks } of checksSeenBy(setting.house, actor.role)) {
          // Each line by itself: the embedded database answers others in between.
          const found = await asActor(setting.database, setting.house, actor, (connection) =>
            runChecks(connection, query, checks),
          )
          lines.push({
            line: domain.id,
            title: domain.title,
            checks: checks.map((check) => {
              const own = found.filter((each) => each.check === check)
              const { id, title, explanation, remedy, severity } = check
              return {
                ...{ id, title, explanation, remedy, severity },
                looked: own.reduce((sum, each) => sum + each.looked, 0),
                count: own.reduce((sum, each) => sum + each.count, 0),
              }
            }),
          })
        }
        return { lines }
      })
    },
  )

  app.get(
    '/api/quality/rows',
    {
      config: { access: 'see-figures' },
      schema: { querystring: z.object({ place, check: z.string().max(100), ...pageQuery }) },
    },
    (request) => {
      const actor = requestActor(request)
      const { check: wanted, limit = 50, cursor } = request.query
      const check = checksSeenBy(setting.house, actor.role)
        .flatMap(({ checks }) => checks)
        .find((each) => each.id === wanted)
      if (!check) return missing({ zh: '没有这项检查，或您看不到它的记录', en: 'There is no such check in your sight' })
      const query = {
        county: setting.county,
        place: checkPlaceCode(request.query.place || actor.division),
        today: setting.today(),
      }
      return asActor(setting.database, setting.house, actor, async (connection) => ({
        record: check.subject.record,
        ...(await listFaults(connection, { ...query, limit, cursor }, check)),
      }))
    },
  )

  app.get(
    '/api/duplicates',
    {
      config: { access: 'merge-persons' },
      schema: {
        querystring: z.object({ place, state: z.enum(['open', 'merged', 'distinct']).default('open'), ...pageQuery }),
      },
    },
    (request) => {
      const actor = requestActor(request)
      const { state, limit = 50, cursor } = request.query
      const reader = { county: setting.county, today: setting.today(), unmasked: seesUnmasked(setting, request) }
      return asActor(setting.database, setting.house, actor, async (connection) => {
        const page = await listDuplicates(connection, {
          county: setting.county,
          place: checkPlaceCode(request.query.place || actor.division),
          state,
          limit,
          cursor,
        })
        const found = await findPersons(
          { connection, county: setting.county },
          inArray(persons.id, [
            ...new Set(page.rows.flatMap((pair) => [pair.first, pair.second])),
            '00000000-0000-0000-0000-000000000000',
          ]),
        )
        const called = await namesOfPlaces(
          connection,
          setting.county,
          found.map((person) => person.division),
        )
        const byId = new Map(found.map((person) => [person.id, presentPerson(person, called, reader)]))
        // A file beyond the reader's scope is not shown; the pair then belongs to the county.
        const rows = page.rows.filter((pair) => byId.has(pair.first) && byId.has(pair.second))
        return {
          rows: rows.map((pair) => ({ ...pair, first: byId.get(pair.first)!, second: byId.get(pair.second)! })),
          next: page.next,
        }
      })
    },
  )
}
