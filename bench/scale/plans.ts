import { mkdirSync, writeFileSync } from 'node:fs'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { windowOf } from '@kangheng/kernel/indicator/horizon.ts'
import { readFigures } from '@kangheng/kernel/indicator/read-figures.ts'
import { traceFigure } from '@kangheng/kernel/indicator/trace.ts'
import { getPeriod } from '@kangheng/kernel/period/period.ts'
import { listPersons } from '@kangheng/kernel/person/list.ts'
import { listRecords } from '@kangheng/kernel/record/read.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import type { Setting } from '@kangheng/server/setting.ts'
import { visibleTasks } from '@kangheng/server/view/visible-tasks.ts'

const FOLDER = new URL('../results/scale-plans/', import.meta.url)

/** The same connection, which notes how the database did each statement. */
function explaining(connection: Connection, plans: string[]): Connection {
  const note = async (text: string, params?: readonly unknown[]) => {
    if (!/^\s*(\/\*.*?\*\/)?\s*(with|select)/i.test(text)) return
    const lines = await connection.queryArrays(`explain (analyze, buffers) ${text}`, params)
    plans.push(`${text}\n\n${lines.map(([line]) => String(line)).join('\n')}`)
  }
  return {
    ...connection,
    async query<Row>(text: string, params?: readonly unknown[]) {
      await note(text, params)
      return connection.query<Row>(text, params)
    },
    async queryArrays(text, params) {
      await note(text, params)
      return connection.queryArrays(text, params)
    },
  }
}

/** Writes the plans of the statements behind the pages that are opened most, of a county role and a township's. */
export async function writePlans(setting: Setting, residents: number): Promise<void> {
  const { house, county, vault, database } = setting
  const contract = house.records.get('family-doctor.contract')!
  const { horizon, indicators } = await setting.computation()
  const coverage = indicators.find((each) => each.id === 'family-doctor.coverage')!
  const window = windowOf(getPeriod('2025'), horizon)
  const clock = { county, vault, today: setting.today() }
  mkdirSync(FOLDER, { recursive: true })
  for (const actor of [testActor('bureau-section'), testActor('township-centre', '530721102')]) {
    const place = actor.division
    const reader = { division: place, unmasked: true }
    const hot: Record<string, (connection: Connection) => Promise<unknown>> = {
      'work-list': (connection) =>
        listTasks(connection, clock, visibleTasks(house, actor.role), { limit: 20, unmasked: true }),
      'record-list': (connection) => listRecords(connection, county, place, contract, { limit: 50 }),
      'search-name': (connection) => listPersons(connection, clock, reader, { q: '和', limit: 20 }),
      'search-pinyin': (connection) => listPersons(connection, clock, reader, { q: 'hw', limit: 20 }),
      figures: (connection) =>
        readFigures(connection, { county, indicators: [coverage.id], places: [place], periods: ['2025-11'] }),
      trace: (connection) =>
        traceFigure(connection, {
          ...{ county, indicator: coverage, place, window },
          side: 'numerator',
          limit: 50,
          unmasked: true,
        }),
    }
    for (const [name, read] of Object.entries(hot)) {
      const plans: string[] = []
      await asActor(database, house, actor, (connection) => read(explaining(connection, plans)))
      writeFileSync(new URL(`${residents}-${name}-${actor.role}.txt`, FOLDER), `${plans.join('\n\n----\n\n')}\n`)
    }
  }
}
