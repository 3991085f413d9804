import { forecast } from '@kangheng/domains/public-health/immunization/forecast/forecast.ts'
import type { GivenDose } from '@kangheng/domains/public-health/immunization/forecast/result.ts'
import { findSchedule } from '@kangheng/domains/public-health/immunization/forecast/schedules.ts'
import type { VaccineCode } from '@kangheng/domains/public-health/immunization/forecast/vaccines.ts'
import { addDays, addMonths } from '@kangheng/kernel/period/date.ts'
import { judge, type BenchResult } from './measure.ts'

/** The routine to six years: vaccine and age in months. */
const routine: readonly (readonly [VaccineCode, number])[] = [
  ['HepB', 0],
  ['BCG', 0],
  ['HepB', 1],
  ['IPV', 2],
  ['DTaP', 2],
  ['IPV', 3],
  ['bOPV', 4],
  ['DTaP', 4],
  ['HepB', 6],
  ['DTaP', 6],
  ['MPSV-A', 6],
  ['MMR', 8],
  ['JE-L', 8],
  ['MPSV-A', 9],
  ['DTaP', 18],
  ['MMR', 18],
  ['HepA-L', 18],
  ['JE-L', 24],
  ['MPSV-AC', 36],
  ['bOPV', 48],
  ['DTaP', 72],
  ['MPSV-AC', 72],
]

/** Children of all ages to seven with what they should have had, some of it late, one dose in twenty missing. */
function children(count: number, on: string) {
  return Array.from({ length: count }, (_, index) => {
    const birth = addDays(on, -((index * 37) % 2555))
    const doses = routine.flatMap(([vaccine, month], position): GivenDose[] => {
      const date = addDays(addMonths(birth, month), (index * 13 + position * 7) % 25)
      return date > on || (index + position) % 20 === 19 ? [] : [{ vaccine, date }]
    })
    return { birth, sex: index % 2 === 0 ? ('F' as const) : ('M' as const), doses }
  })
}

/** Forecasts for a million children, one after another on one processor. */
export function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const on = '2026-09-30'
  const schedule = findSchedule('2026')!
  const people = children(5_000, on)
  const total = quick ? 200_000 : 1_000_000
  const doses = people.reduce((sum, { doses: given }) => sum + given.length, 0) / people.length
  const started = performance.now()
  let open = 0
  for (let index = 0; index < total; index += 1) {
    const answer = forecast({ ...people[index % people.length]!, on, schedule })
    if (!answer.complete) open += 1
  }
  const seconds = (performance.now() - started) / 1000
  const basis = `${total.toLocaleString('en')} forecasts of ${doses.toFixed(1)} doses each, ${open.toLocaleString('en')} with a next dose`
  return Promise.resolve(
    judge(
      'forecast',
      [
        { name: 'a million forecasts', value: (seconds * 1_000_000) / total, unit: 's', basis },
        { name: 'one forecast', value: (seconds * 1_000_000) / total, unit: 'µs' },
      ],
      quick,
    ),
  )
}
