import * as cold from '@kangheng/domains/public-health/immunization/cold-chain/tables.ts'
import { summaryOf, writeReadings } from '@kangheng/domains/public-health/immunization/cold-chain/readings.ts'
import { addMinutes, momentOf } from '@kangheng/kernel/period/moment.ts'
import { centreCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { dayOf, isoOf, TODAY } from '../days.ts'
import type { Model } from '../model.ts'
import { randomOf, type Random } from '../random.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

type Row = CopyValue[]

/** Temperatures of the year of the summary; readings themselves of the last days only. */
const FROM = dayOf('2025-01-01')
const WITH_READINGS = TODAY - 2

/** Equipment of the demo: each clinic and the hospital of birth have a refrigerator with a logger, each clinic a cold box read by hand. */
interface Equipment {
  readonly id: string
  readonly institution: string
  readonly division: string
  readonly logger: string | null
}

/** The refrigerator of an institution, in which its lots lie. */
export const refrigeratorOf = (model: Model, institution: string): string =>
  model.idOf('cold-equipment', institutionsOf(model).indexOf(institution))

const institutionsOf = ({ county, population }: Model) => [
  `H${county}001`,
  ...new Set(population.villages.map(({ code }) => centreCode(code.slice(0, 9)))),
]

function equipmentOf(model: Model): Equipment[] {
  const institutions = institutionsOf(model)
  const divisionOf = (code: string) => (code.startsWith('C') ? code.slice(1) : model.county)
  return [
    ...institutions.map((institution, index) => ({
      ...{ id: refrigeratorOf(model, institution), institution, division: divisionOf(institution) },
      logger: `LG-${String(index + 1).padStart(2, '0')}`,
    })),
    ...institutions.slice(1).map((institution, index) => ({
      ...{ id: model.idOf('cold-equipment', institutions.length + index), institution, logger: null },
      division: divisionOf(institution),
    })),
  ]
}

/** A day's readings by a logger, or by hand; a refrigerator swings slowly about five degrees. */
function dayOfReadings(random: Random, day: string, byLogger: boolean) {
  const base = 4.2 + random.next()
  const times = byLogger
    ? Array.from({ length: 144 }, (_, index) => index * 10)
    : [random.int(490, 540), random.int(905, 960)]
  return times.map((minutes) => ({
    at: addMinutes(momentOf(day, '00:00'), minutes),
    celsius: Math.round((base + Math.sin(minutes / 90) * 0.6) * 10) / 10,
  }))
}

/** Cold chain equipment, its temperatures day by day, and alarms. */
export function coldChainTables(model: Model): TableRows[] {
  const random = randomOf(model.seed, 'cold chain')
  const { county, idOf } = model
  const equipment = equipmentOf(model)
  const [days, alarms]: [Row[], Row[]] = [[], []]
  for (const { id, institution, division, logger } of equipment)
    for (let on = FROM; on <= TODAY; on += 1) {
      const day = isoOf(on)
      const head = (kind: 'cold-day' | 'cold-alarm', rows: Row[], state: string): Row => [
        ...[county, idOf(kind, rows.length), division, institution, null, day, state, evening(day), id],
      ]
      const readings = on >= WITH_READINGS && on < TODAY ? dayOfReadings(random, day, logger !== null) : null
      const whole = on < TODAY && random.chance(logger ? 0.992 : 0.972)
      const warm = on < TODAY - 3 && logger !== null && random.chance(0.004)
      const sum = readings && summaryOf(readings, logger !== null)
      const [lowest, mean] = [3.4 + random.int(0, 9) / 10, 4.4 + random.int(0, 8) / 10]
      const made = whole ? (logger ? 144 : 2) : logger ? random.int(20, 120) : 1
      const worst = 8.4 + random.int(0, 30) / 10
      days.push([
        ...head('cold-day', days, 'kept'),
        readings && writeReadings(readings),
        ...(sum
          ? [sum.count, sum.lowest, sum.highest, sum.mean, sum.minutesOut, sum.complete]
          : on === TODAY
            ? [0, null, null, null, 0, false]
            : [made, lowest, warm ? worst : mean + 1.2, mean, warm ? random.int(40, 120) : 0, whole]),
      ])
      if (!warm) continue
      const [from, minutes] = [momentOf(day, `${String(random.int(8, 15)).padStart(2, '0')}:10`), random.int(40, 120)]
      const timely = random.chance(0.9)
      const acknowledged = addMinutes(from, timely ? 42 : 95)
      alarms.push([
        ...head('cold-alarm', alarms, 'resolved'),
        ...['warm', from, addMinutes(from, 30), addMinutes(from, minutes), worst, random.int(0, 4), acknowledged],
        ...[
          timely,
          addMinutes(from, minutes + 120),
          random.pick(['停电', '柜门未关严', '除霜']),
          '启用备用冰箱，疫苗评估后使用',
        ],
      ])
    }
  const put = equipment.map(({ id, institution, division, logger }, index): Row => [
    ...[county, id, division, institution, null, '2024-01-05', 'in-use', evening('2024-01-05')],
    ...[logger ? '医用冰箱' : '冷藏箱', `CC${String(index + 1).padStart(3, '0')}`],
    ...[logger ? 'refrigerator' : 'cold-box', logger],
  ])
  return [
    rowsFor(cold.equipment, [...recordColumns, 'name', 'code', 'kind', 'logger'], put.length, put),
    rowsFor(
      cold.temperatures,
      // prettier-ignore
      [...recordColumns, 'equipment', 'readings', 'count', 'lowest', 'highest', 'mean', 'minutesOut', 'complete'],
      days.length,
      days,
    ),
    rowsFor(
      cold.coldAlarms,
      // prettier-ignore
      [...recordColumns, 'equipment', 'kind', 'startedAt', 'raisedAt', 'endedAt', 'extreme', 'lots', 'acknowledgedAt', 'timely', 'resolvedAt', 'cause', 'measures'],
      alarms.length,
      alarms,
    ),
  ]
}
