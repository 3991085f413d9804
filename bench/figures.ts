import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { refreshFigures } from '@kangheng/kernel/indicator/refresh.ts'
import { horizonOf, windowOf } from '@kangheng/kernel/indicator/horizon.ts'
import { traceFigure } from '@kangheng/kernel/indicator/trace.ts'
import { getPeriod } from '@kangheng/kernel/period/period.ts'
import { runAction } from '@kangheng/kernel/record/pipeline.ts'
import { runSql } from '@kangheng/kernel/store/orm.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import type { Setting } from '@kangheng/server/setting.ts'
import { openBenchCounty } from './county.ts'
import { judge, percentile, timed, type BenchResult, type Measurement } from './measure.ts'

/** One write → its figures fresh: terminate a contract in a random village, refresh, read. */
async function writesToFresh(setting: Setting, writes: number): Promise<number[]> {
  const contracts = await runSql<{ id: string; division: string }>(
    setting.database,
    sql`select id, division from family_doctor_contract where county = ${setting.county} and state = 'signed'
      and starts_on <= ${setting.today()} and ends_on > ${setting.today()} order by md5(id::text) limit ${writes}`,
  )
  const computation = await setting.computation()
  const times: number[] = []
  for (const contract of contracts) {
    const actor = testActor('township-centre', contract.division.slice(0, 9), {
      institution: `C${contract.division.slice(0, 9)}`,
    })
    const { ms } = await timed(async () => {
      await runAction(setting, actor, {
        action: 'family-doctor.contract.terminate',
        requestId: randomUUID(),
        id: contract.id,
        input: { reason: 'moved-away' },
      })
      await refreshFigures(setting.database, computation)
    })
    times.push(ms)
  }
  return times
}

/** Full build of twelve months, one write to fresh figures, and the way from a figure to its rows, on PostgreSQL. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const county = await openBenchCounty(quick)
  const { setting } = county
  try {
    const all = await setting.computation()
    const year = { ...all, horizon: horizonOf('2025-01', '2025-12-31') }
    const build = await timed(() => buildFigures(setting.database, year))
    const scan = await timed(async () => {
      for (const table of [
        'residence_episode',
        'family_doctor_contract',
        'family_doctor_delivery',
        'key_population_membership',
        'health_record',
        'poverty_entry',
      ]) {
        await setting.database.query(`select count(*), max(md5(t::text)) from ${table} t`)
      }
    })
    await buildFigures(setting.database, all)
    const fresh = await writesToFresh(setting, quick ? 10 : 40)
    const indicator = all.indicators.find((each) => each.id === 'family-doctor.coverage')!
    const traces: number[] = []
    for (const place of [setting.county, '530721102', '530721102201']) {
      for (const side of ['numerator', 'denominator'] as const) {
        const actor = testActor('bureau-section')
        const traced = await timed(() =>
          asActor(setting.database, setting.house, actor, (connection) =>
            traceFigure(connection, {
              county: setting.county,
              indicator,
              side,
              place,
              window: windowOf(getPeriod('2025'), all.horizon),
              limit: 50,
              unmasked: true,
            }),
          ),
        )
        traces.push(traced.ms)
      }
    }
    const residents = await setting.database.query<{ residents: number }>('select count(*) as residents from person')
    const basis = `${residents[0]!.residents} persons on PostgreSQL`
    const measurements: Measurement[] = [
      { name: 'full build, 12 months', value: build.ms / 1000, unit: 's', basis: `${build.result} figures, ${basis}` },
      {
        name: 'full build / one scan of the same relations',
        value: build.ms / scan.ms,
        unit: '×',
        basis: 'count and digest of every row',
      },
      { name: 'full build, two years', value: county.buildSeconds, unit: 's', basis: `${county.figures} figures` },
      {
        name: 'one write → its figures fresh, p95',
        value: percentile(fresh, 95),
        unit: 'ms',
        basis: `${fresh.length} writes`,
      },
      { name: 'figure trace, slowest of six', value: Math.max(...traces), unit: 'ms', basis },
      { name: 'loading the county', value: county.loadSeconds, unit: 's', basis },
    ]
    return judge('figures', measurements, quick)
  } finally {
    await county.stop()
  }
}
