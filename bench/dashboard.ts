import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { runAction } from '@kangheng/kernel/record/pipeline.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import type { CellData } from '@kangheng/drawing/cell-data.ts'
import type { Cell } from '@kangheng/reporting/dashboard/cell.ts'
import { findFont } from '@kangheng/reporting/dashboard/paper/font.ts'
import { renderSheet } from '@kangheng/reporting/dashboard/paper/render.ts'
import { buildApp } from '@kangheng/server/app.ts'
import { openDashboard, sheetOf } from '@kangheng/server/dashboard-sheet.ts'
import { defaultOptions } from '@kangheng/server/setting.ts'
import { signIn } from './client.ts'
import { openBenchCounty } from './county.ts'
import { judge, load, percentile, timed, type BenchResult, type Measurement } from './measure.ts'

const CONTRACTS = ['family-doctor.coverage', 'family-doctor.key-coverage', 'family-doctor.fulfilment-rate']
const CHRONIC = ['hypertension.standard-rate', 'diabetes.standard-rate', 'older-people.management-rate']
const CHILDREN = ['child-health.management-rate', 'immunization.coverage', 'maternal-health.systematic-rate']

/** Twelve views of every kind: own place, places below, this year, twelve months, four quarters. */
const cells: Cell[] = (
  [
    ...[...CONTRACTS, CHILDREN[1]!].map((id) => ['number', [id], 'own', 'this-year-to-date'] as const),
    ['line', CONTRACTS, 'own', 'last-12-months'],
    ['line', CHRONIC, 'own', 'last-12-months'],
    ['bar', [CONTRACTS[0]!], 'below-own', 'this-year-to-date'],
    ['bar', [CHRONIC[0]!], 'below-own', 'this-year-to-date'],
    ['map', [CHILDREN[1]!], 'below-own', 'this-year-to-date'],
    ['bullet', [...CONTRACTS, ...CHRONIC, ...CHILDREN], 'own', 'this-year-to-date'],
    ['table', [...CONTRACTS, ...CHRONIC], 'own-and-below', 'this-year-to-date'],
    ['table', CHILDREN, 'own', 'last-4-quarters'],
  ] as const
).map(([view, indicators, places, periods], index) => ({
  id: `v${index}`,
  view,
  indicators: [...indicators],
  places: { kind: places },
  periods: { kind: periods },
  width: view === 'number' ? 1 : 2,
  height: view === 'number' ? 1 : 2,
}))

/** A dashboard of twelve views by HTTP, as county, township and village: from the request to the whole answer, one after the other as pages are opened. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  // A quick run computes what the page shows; the whole table of figures is read from at full size.
  const county = await openBenchCounty(quick, !quick)
  const { setting } = county
  if (quick) {
    const computation = await setting.computation()
    const shown = new Set(cells.flatMap((cell) => cell.indicators))
    const indicators = computation.indicators.filter((each) => shown.has(each.id))
    await buildFigures(setting.database, { ...computation, indicators })
  }
  const app = await buildApp(setting, { ...defaultOptions, logLevel: 'silent' })
  try {
    const leader = testActor('bureau-leader')
    const { id } = await runAction(setting, leader, {
      action: 'dashboards.dashboard.compose',
      requestId: 'bench-dashboard',
      input: { titleZh: '十二个视图', sharedWith: ['bureau-leader', 'township-centre', 'village-doctor'], cells },
    })
    const readers: [string, string, string][] = [
      ['county', 'bureau-leader', '530721'],
      ['township', 'township-centre', '530721102'],
      ['village', 'village-doctor', '530721102201'],
    ]
    const measurements: Measurement[] = []
    const asked: string[] = []
    const { query } = setting.database
    for (const [name, role, division] of readers) {
      const client = await signIn(app, setting, { role, division })
      const open = () => client.get<{ cells: CellData[] }>(`/api/dashboards/${id}`)
      const first = await timed(open)
      const figures = first.result.cells.reduce((sum, cell) => sum + cell.data.length, 0)
      if (name === 'county')
        measurements.push(
          { name: '12 views, county, first reading', value: first.ms, unit: 'ms' },
          { name: 'figures of 12 views, county', value: figures, unit: 'figures' },
        )
      const count = quick ? 60 : 300
      const times = await load(count, 1, open)
      measurements.push({
        name: `12 views, ${name}, p95`,
        value: percentile(times, 95),
        unit: 'ms',
        basis: `${count} openings, ${figures} figures; p50 ${percentile(times, 50).toFixed(1)} ms`,
      })
    }
    const counted: typeof setting = {
      ...setting,
      database: {
        ...setting.database,
        query: query.bind(setting.database),
        transaction: (work, before) =>
          setting.database.transaction(
            (connection) =>
              work({
                ...connection,
                query: (text, params) => {
                  asked.push(text)
                  return connection.query(text, params)
                },
              }),
            before,
          ),
      },
    }
    const board = await openDashboard(counted, leader, id!)
    measurements.push({
      name: 'statements for the figures',
      value: asked.filter((text) => text.includes('join figure f')).length,
      unit: 'statements',
      basis: `${asked.length} in all`,
    })
    if (findFont()) {
      const sheet = sheetOf(setting, board, 'zh')
      const made = await timed(() => renderSheet(sheet, 'pdf'))
      measurements.push({ name: 'as PDF', value: made.ms, unit: 'ms', basis: `${made.result.length} bytes` })
    }
    return judge('dashboard', measurements, quick)
  } finally {
    await app.close()
    await county.stop()
  }
}
