import { randomUUID } from 'node:crypto'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { monthsBetween } from '@kangheng/kernel/period/period.ts'
import { loadPlaces } from '@kangheng/kernel/place/load.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { openTestDatabase, testActor } from '@kangheng/kernel/testing/database.ts'
import { domains } from '@kangheng/domains/index.ts'
import { roles } from '@kangheng/domains/roles.ts'
import { computed } from '@kangheng/domains/administration/statistical-returns/compute.ts'
import { shippedForms } from '@kangheng/domains/administration/statistical-returns/forms/index.ts'
import { readReturn, readSheet, sheetWorkbook } from '@kangheng/domains/administration/statistical-returns/index.ts'
import { cellsOf } from '@kangheng/domains/administration/statistical-returns/layout.ts'
import { forms, returns } from '@kangheng/domains/administration/statistical-returns/tables.ts'
import { extraPolicies } from '@kangheng/server/policies.ts'
import { judge, load, percentile, timed, type BenchResult } from './measure.ts'

const COUNTY = '530721'
const UNITS = 120
const FORM = 'township-monthly'

/** The monthly return of 120 units, read as the page reads it: under the reader’s scope, with totals, and one return with its history, checks and numbers out of line. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const house = buildHouse(domains, roles)
  const database = await openTestDatabase(house, extraPolicies)
  try {
    await loadPlaces(database, COUNTY)
    const { layout, title, number, dueDay } = shippedForms[FORM]
    const cells = cellsOf(layout).filter((cell) => cell.source.kind !== 'computed')
    const kernel = { county: COUNTY, state: 'frozen' as const }
    const layoutId = randomUUID()
    const orm = ormOf(database)
    await orm.insert(forms).values({
      ...{ ...kernel, id: layoutId, division: COUNTY, happenedOn: '2023-12-20', state: 'issued' },
      ...{ form: FORM, name: title.zh, number, edition: 1, periodKind: 'month', dueDay, content: layout },
    })
    const institutions = await database.query<{ code: string; name: string; division: string }>(
      'select code, name, division from institution where county = $1 order by code limit $2',
      [COUNTY, UNITS],
    )
    const months = monthsBetween(quick ? '2025-03' : '2024-01', '2025-11')
    for (const [at, month] of months.entries())
      await orm.insert(returns).values(
        institutions.map(({ code, name, division }, unit) => ({
          ...{ ...kernel, id: randomUUID(), division, institution: code, happenedOn: `${month}-01`, form: FORM },
          ...{ formName: title.zh, layout: layoutId, period: month, unitName: name, dueOn: `${month}-28` },
          values: computed(
            layout,
            Object.fromEntries(
              cells.map(({ code: cell }, index) => [cell, String(1000 + ((unit * 37 + at * 11 + index * 101) % 900))]),
            ),
          ),
        })),
      )
    const actor = testActor('bureau-section')
    const [one] = await database.query<{ id: string }>(
      `select id from statistical_return where period = '2025-11' order by institution limit 1`,
    )
    const sheet = () =>
      asActor(database, house, actor, (connection) => readSheet(connection, COUNTY, { form: FORM, period: '2025-11' }))
    const times = async (work: () => Promise<unknown>) => {
      const answer = async () => JSON.stringify(await work())
      await load(5, 1, answer)
      return load(quick ? 20 : 60, 1, answer)
    }
    const sheetTimes = await times(sheet)
    const returnTimes = await times(() =>
      asActor(database, house, actor, (connection) => readReturn(connection, COUNTY, one!.id, '2025-12-31')),
    )
    const { units, total } = await sheet()
    const head = { formName: title.zh, number, period: '2025-11', synthetic: true }
    const workbook = await timed(() => sheetWorkbook(head, layout, units, total))
    const width = cellsOf(layout).length
    return judge(
      'returns',
      [
        {
          name: `return of ${width} columns by ${units.length} units, p95`,
          value: percentile(sheetTimes, 95),
          unit: 'ms',
          basis: `${sheetTimes.length} times, ${months.length} months stored`,
        },
        {
          name: `return of ${width} columns by ${units.length} units, p50`,
          value: percentile(sheetTimes, 50),
          unit: 'ms',
        },
        {
          name: 'one return with history and checks, p95',
          value: percentile(returnTimes, 95),
          unit: 'ms',
          basis: `p50 ${percentile(returnTimes, 50).toFixed(1)} ms`,
        },
        {
          name: 'workbook of all units',
          value: workbook.ms,
          unit: 'ms',
          basis: `${Math.round(workbook.result.length / 1024)} KiB`,
        },
      ],
      quick,
    )
  } finally {
    await database.close()
  }
}
