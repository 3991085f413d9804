import { centreCode } from '@kangheng/kernel/place/institution-plan.ts'
import { schedules } from '@kangheng/domains/public-health/communicable-disease/rabies-exposure/schedule.ts'
import {
  rabiesDoses,
  rabiesExposures,
} from '@kangheng/domains/public-health/communicable-disease/rabies-exposure/tables.ts'
import { vaccineTitles } from '@kangheng/domains/public-health/immunization/index.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { isoOf } from '../days.ts'
import type { Model } from '../model.ts'
import { planExposures, type Exposure } from '../services/rabies.ts'
import { lotOf } from './immunization.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

const headOf = ({ person }: Exposure) => {
  const { code } = person.household.village
  return [code, centreCode(code.slice(0, 9)), person.id] as const
}

function exposureRow({ county, idOf }: Model, exposure: Exposure, index: number): CopyValue[] {
  const { on, doses, next, stopped, grade, schedule, immunoglobulin } = exposure
  const needed = grade === 'III'
  const immunised = immunoglobulin !== null
  return [
    ...[county, idOf('rabies-exposure', index), ...headOf(exposure), isoOf(on)],
    ...[stopped ? 'stopped' : next ? 'course' : 'completed', evening(isoOf(on)), isoOf(on), exposure.animal],
    ...[exposure.vaccinated ? 'vaccinated' : 'unknown', exposure.contact, exposure.site, false, grade],
    ...[exposure.weight.toFixed(1), true, schedule, schedules[schedule].days.length, doses.length],
    ...[isoOf(doses[0]!.on), isoOf(doses.at(-1)!.on), ...(next && !stopped ? [next.number, next.dueOn] : [null, null])],
    ...[needed, immunised ? 'human' : null, immunoglobulin, immunised ? lotOf('RIG-H', on).number : null],
    ...[immunised ? isoOf(on) : null, stopped ? '伤人犬观察10日健康' : null],
  ]
}

/** The clinics for exposure to rabies. What they gave of the refrigerators stands in the vaccinations as well: see `immunization.ts`. */
export function rabiesTables(model: Model): TableRows[] {
  const { county, population, seed, idOf } = model
  const exposures = planExposures(population, seed)
  const doses = exposures.flatMap((exposure, index) =>
    exposure.doses.map(({ number, on, dueOn }) => ({ exposure, index, number, on, late: on - dueOn })),
  )
  return [
    rowsFor(
      rabiesExposures,
      [
        ...recordColumns,
        ...(['exposedOn', 'animal', 'animalState', 'contact', 'site', 'immunodeficient', 'grade', 'weightKg'] as const),
        ...(['woundTreated', 'schedule', 'planned', 'given', 'firstDoseOn', 'lastDoseOn'] as const),
        ...(['nextNumber', 'nextDueOn', 'needsImmunoglobulin', 'immunoglobulin', 'immunoglobulinUnits'] as const),
        ...(['immunoglobulinLot', 'immunoglobulinOn', 'endReason'] as const),
      ],
      exposures.length,
      exposures.map((exposure, index) => exposureRow(model, exposure, index)),
    ),
    rowsFor(
      rabiesDoses,
      [...recordColumns, 'exposure', 'number', 'product', 'lot', 'daysLate'],
      doses.length,
      doses.map(({ exposure, index, number, on, late }, serial): CopyValue[] => [
        ...[county, idOf('rabies-dose', serial), ...headOf(exposure), isoOf(on), 'given', evening(isoOf(on))],
        ...[idOf('rabies-exposure', index), number, vaccineTitles.RabV.zh, lotOf('RabV', on).number, late],
      ]),
    ),
  ]
}
