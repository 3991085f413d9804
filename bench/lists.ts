import { asActor } from '@kangheng/kernel/access/scope.ts'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { listPersons } from '@kangheng/kernel/person/list.ts'
import { listRecords } from '@kangheng/kernel/record/read.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { openBenchCounty } from './county.ts'
import { judge, load, percentile, type BenchResult, type Measurement } from './measure.ts'

const CONCURRENT = 20

/** Lists and search as county, township and village roles, twenty users at once. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const county = await openBenchCounty(quick)
  const { setting } = county
  try {
    const roles: [string, Actor][] = [
      ['county', testActor('bureau-section')],
      ['township', testActor('township-centre', '530721102', { institution: 'C530721102' })],
      ['village', testActor('village-doctor', '530721102201', { institution: 'V530721102201' })],
    ]
    const record = setting.house.records.get('family-doctor.contract')!
    const [someone] = await setting.database.query<{ name: string; pinyin: string }>(
      `select name, pinyin from person where division = '530721102201' limit 1`,
    )
    const clock = { county: setting.county, vault: setting.vault, today: setting.today() }
    const as = (actor: Actor, work: (connection: Connection) => Promise<unknown>) =>
      asActor(setting.database, setting.house, actor, work)
    const search = (actor: Actor, q: string) =>
      as(actor, (connection) =>
        listPersons(connection, clock, { division: actor.division, unmasked: true }, { q, limit: 20 }),
      )
    const works: [string, (actor: Actor) => Promise<unknown>][] = [
      [
        'contract list',
        (actor) =>
          as(actor, (connection) => listRecords(connection, setting.county, actor.division, record, { limit: 50 })),
      ],
      ['name search', (actor) => search(actor, someone!.name.slice(0, 2))],
      ['pinyin search', (actor) => search(actor, someone!.pinyin.slice(0, 3))],
    ]
    const measurements: Measurement[] = []
    const count = quick ? 200 : 1000
    for (const [title, work] of works) {
      const medians: number[] = []
      for (const [role, actor] of roles) {
        await load(40, CONCURRENT, () => work(actor))
        const times = await load(count, CONCURRENT, () => work(actor))
        medians.push(percentile(times, 50))
        measurements.push({
          name: `${title}, ${role}, p95`,
          value: percentile(times, 95),
          unit: 'ms',
          basis: `${count} calls, ${CONCURRENT} at once; p50 ${percentile(times, 50).toFixed(1)} ms`,
        })
      }
      measurements.push({
        name: `${title}, slowest role / county`,
        value: Math.max(...medians) / medians[0]!,
        unit: '×',
        basis: 'medians',
      })
    }
    return judge('lists', measurements, quick)
  } finally {
    await county.stop()
  }
}
