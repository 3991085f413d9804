import { courseOf, type VisitFindings } from '@kangheng/domains/public-health/chronic-follow-up/index.ts'
import { isEmergency, isStable, screeningStanding } from '@kangheng/domains/public-health/copd/lungs.ts'
import { planOf } from '../county-plan.ts'
import { dayOf, isoOf, RECORDS_FROM, TODAY, yearsBetween, type Day } from '../days.ts'
import type { Population, Resident } from '../people/model.ts'
import { randomOf, type Random } from '../random.ts'
import { published } from '../truth.ts'

type Standing = ReturnType<typeof courseOf>[number]

export interface CopdVisit extends Omit<Standing, 'id'> {
  readonly on: Day
  readonly exacerbation: 'none' | 'mild' | 'severe'
  readonly breathlessness: number
  readonly assessmentTest: number
  readonly oxygenSaturation: number
  readonly atGoal: boolean | null
}

/** A patient, found by the screening since the norm on trial. */
export interface CopdPatient {
  readonly person: Resident
  readonly from: Day
  readonly visits: readonly CopdVisit[]
}

/** Screening of somebody, whether it found anything or not. */
export interface CopdScreening {
  readonly person: Resident
  readonly on: Day
  readonly score: number
  readonly ratio: number | null
  readonly finding: string
  readonly dueOn: string
}

/** What was done about the disease. */
export interface CopdPlan {
  readonly patients: readonly CopdPatient[]
  readonly screenings: readonly CopdScreening[]
}

/** Patients of the whole county at the end, and how many are asked for each. */
const [PATIENTS, ASKED_FOR_EACH] = [1500, 5]
const NORM = dayOf('2024-10-08')

function visitsOf(random: Random, person: Resident, from: Day): CopdVisit[] {
  const burden = random.int(3, 15)
  const reliable = 0.96 * Math.min(1, 0.85 + 0.15 * planOf(person.household.village.code).services)
  const found: (VisitFindings & Omit<CopdVisit, keyof Standing | 'on' | 'atGoal'>)[] = []
  // A stable visit begins the count of exacerbations anew.
  let anchor = 0
  for (let on = from; on <= TODAY;) {
    const winter = [11, 0, 1, 2].includes(new Date(on * 86_400_000).getUTCMonth())
    const exacerbation = (['none', 'mild', 'severe'] as const)[random.weighted(winter ? [86, 10, 4] : [93, 5, 2])]!
    const oxygenSaturation = exacerbation === 'severe' ? random.int(86, 92) : random.int(92, 98)
    const day = isoOf(on)
    found.push({
      ...{
        id: String(found.length),
        on: day,
        adverse: 'none',
        complication: false,
        referralOpen: false,
        agreedOn: null,
      },
      ...{ atGoal: isStable(exacerbation), emergency: isEmergency({ exacerbation, oxygenSaturation }, day) },
      ...{
        exacerbation,
        oxygenSaturation,
        breathlessness: Math.min(4, Math.floor(burden / 5) + (exacerbation === 'none' ? 0 : 1)),
      },
      assessmentTest: Math.min(40, burden + random.int(-2, 2) + (exacerbation === 'none' ? 0 : 6)),
    })
    const due = dayOf(courseOf(found.slice(anchor)).at(-1)!.dueOn)
    if (exacerbation === 'none') anchor = found.length - 1
    on = due - (due - on > 60 ? random.int(4, 20) : random.int(0, 5)) + (random.chance(reliable) ? 0 : 60)
  }
  return courseOf(found).map(({ id, ...standing }) => {
    const { id: _, on, ...values } = found[Number(id)]!
    return { ...values, ...standing, on: dayOf(on) }
  })
}

/** Screenings since the norm on trial, and the patients they found. */
export function planCopd({ residents }: Population, seed: number): CopdPlan {
  const random = randomOf(seed, 'copd')
  const wanted = Math.round((PATIENTS * residents.length) / published.residents)
  const asked = residents.filter(
    (person) => yearsBetween(person.birth, NORM) >= 40 && person.cameOn < RECORDS_FROM && random.chance(0.16),
  )
  const [patients, screenings]: [CopdPatient[], CopdScreening[]] = [[], []]
  for (const person of random.shuffle(asked).slice(0, wanted * ASKED_FOR_EACH)) {
    const on = random.int(NORM, TODAY - 30)
    const ill = patients.length < wanted && random.chance(1.15 / ASKED_FOR_EACH)
    const score = ill ? random.int(16, 30) : random.int(0, 17)
    const ratio = ill ? random.int(42, 69) / 100 : score >= 16 && random.chance(0.9) ? random.int(70, 86) / 100 : null
    screenings.push({ person, on, score, ratio, ...screeningStanding({ on: isoOf(on), score, ratio }) })
    if (!ill) continue
    const from = Math.min(TODAY - 3, on + random.int(3, 14))
    patients.push({ person, from, visits: visitsOf(random, person, from) })
  }
  return { patients, screenings }
}
