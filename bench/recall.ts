import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadStages } from '@kangheng/demo/load.ts'
import { recordColumns, rowsFor } from '@kangheng/demo/rows/load-table.ts'
import { readRecall } from '@kangheng/domains/public-health/immunization/index.ts'
import { vaccinations } from '@kangheng/domains/public-health/immunization/tables.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { addDays } from '@kangheng/kernel/period/date.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { initialise } from '@kangheng/server/installation.ts'
import { startPostgres } from '../scripts/postgres.ts'
import { judge, load, percentile, timed, type BenchResult } from './measure.ts'

const COUNTY = '530721'
const VACCINES = ['HepB', 'IPV', 'DTaP', 'MMR', 'JE-L', 'MPSV-A', 'MPSV-AC', 'HepA-L']
/** Doses of one lot in the county: what a delivery to its clinics comes to. */
const DOSES_OF_A_LOT = 2_000
const CALLS = 40

const idOf = (kind: number, serial: number) => `0190000${kind}-0000-7000-8000-${serial.toString(16).padStart(12, '0')}`

/** Doses of many years, spread over all villages, the lots lying among each other as they were given. */
function* doses(total: number, villages: readonly string[]): Generator<CopyValue[]> {
  const atOnce = VACCINES.length * 4
  for (let serial = 0; serial < total; serial += 1) {
    const round = Math.floor(serial / (atOnce * DOSES_OF_A_LOT))
    const which = (serial * 7) % atOnce
    const village = villages[(serial * 31) % villages.length]!
    const on = addDays('2016-01-01', Math.floor((serial / total) * 3_600))
    yield [
      ...[COUNTY, idOf(1, serial), village, `C${village.slice(0, 9)}`, idOf(2, serial % 220_000), on, 'given'],
      ...[`${on} 10:00:00+08`, VACCINES[which % VACCINES.length]!, `L${round}-${which}`],
    ]
  }
}

/** Who got lot X: the county and a township ask, at three million doses. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const server = await startPostgres({ durable: true, settings: ['shared_buffers=2GB', 'random_page_cost=1.1'] })
  if (!server) throw new Error('PostgreSQL is not installed: apt-get install postgresql')
  const folder = mkdtempSync(join(tmpdir(), 'kangheng-bench-'))
  const setting = await initialise({ folder, url: server.socketUrl }, COUNTY, { demo: true, today: '2025-12-31' })
  try {
    const total = quick ? 200_000 : 3_000_000
    const places = await setting.database.query<{ code: string }>(
      'select code from division where length(code) = 12 order by code',
    )
    const villages = places.map(({ code }) => code)
    const columns = [...recordColumns, 'vaccine', 'lotNumber'] as const
    const stage = {
      id: 'recall',
      title: 'doses',
      tables: () => [rowsFor(vaccinations, columns, total, doses(total, villages))],
    }
    const loading = await timed(() => loadStages(setting, [stage], {}, () => {}))
    await setting.database.execute('analyze')
    const readers: [string, Actor][] = [
      ['county', testActor('county-institution', COUNTY)],
      ['township', testActor('township-centre', '530721102', { institution: 'C530721102' })],
    ]
    const lots = await setting.database.query<{ vaccine: string; lotNumber: string }>(
      `select vaccine, lot_number as "lotNumber" from immunization_vaccination group by 1, 2 order by md5(lot_number) limit ${CALLS}`,
    )
    const measurements = []
    for (const [who, actor] of readers) {
      let found = 0
      const times = await load(CALLS, 1, async (index) => {
        const people = await asActor(setting.database, setting.house, actor, (connection) =>
          readRecall(connection, COUNTY, { ...lots[index % lots.length]!, offset: 0, limit: 100 }, true),
        )
        found += people.total
      })
      measurements.push({
        name: `who got a lot, ${who}, p95`,
        value: percentile(times, 95),
        unit: 'ms',
        basis: `${total.toLocaleString('en')} doses, ${Math.round(found / CALLS)} recipients, ${CALLS} lots; p50 ${percentile(times, 50).toFixed(1)} ms, first ${times[0]!.toFixed(0)} ms`,
      })
    }
    measurements.push({ name: 'loading', value: loading.ms / 1000, unit: 's' })
    return judge('recall', measurements, quick)
  } finally {
    await setting.close()
    server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
