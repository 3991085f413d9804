import { toWord } from '@kangheng/reporting/document/word.ts'
import { writeBulletin, writeSummary } from '@kangheng/reporting/report/desk.ts'
import { officeActor } from '@kangheng/server/system-actor.ts'
import { openBenchCounty } from './county.ts'
import { judge, timed, type BenchResult } from './measure.ts'

/** A month's bulletin and a year's summary, from figures to a Word file. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const county = await openBenchCounty(quick)
  const { setting } = county
  try {
    const actor = officeActor(setting)
    const bulletin = await timed(async () =>
      toWord((await writeBulletin(setting, actor, { place: setting.county, month: '2025-11' })).document),
    )
    const summary = await timed(async () =>
      toWord((await writeSummary(setting, actor, { place: setting.county, year: 2025 })).document),
    )
    return judge(
      'documents',
      [
        {
          name: 'bulletin',
          value: bulletin.ms / 1000,
          unit: 's',
          basis: `${Math.round(bulletin.result.length / 1024)} KiB Word`,
        },
        {
          name: 'summary',
          value: summary.ms / 1000,
          unit: 's',
          basis: `${Math.round(summary.result.length / 1024)} KiB Word`,
        },
      ],
      quick,
    )
  } finally {
    await county.stop()
  }
}
