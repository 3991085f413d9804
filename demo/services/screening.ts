import {
  nextOf,
  programmes,
  RECALL_EVERY,
  standingAfter,
  steps,
  takenInTime,
  type ProgrammeId,
  type Standing,
  type StepId,
} from '@kangheng/domains/public-health/screening/programmes.ts'
import { dayOf, isoOf, RECORDS_FROM, TODAY, yearsBetween, type Day } from '../days.ts'
import type { Model } from '../model.ts'
import { livesHere, type Resident } from '../people/model.ts'
import { randomOf, type Random } from '../random.ts'

/** A further test or a call of a course. */
export interface ScreeningEntry {
  readonly on: Day
  readonly step: StepId
  readonly result: string | null
  readonly call: string | null
}

/** Screening of one person, as far as it has come. */
export interface ScreeningCourse {
  readonly person: Resident
  readonly programme: ProgrammeId
  readonly on: Day
  readonly firstResult: string
  readonly inTime: boolean
  readonly standing: Standing
  readonly state: Standing['state'] | 'lost' | 'treated'
  readonly lastResult: string
  readonly lastOn: Day
  readonly recalls: number
  readonly treatedOn: Day | null
  readonly entries: readonly ScreeningEntry[]
}

/** How often each result comes, in the order of the step's results. */
const weights: Readonly<Record<StepId, readonly number[]>> = {
  'blood-spot': [976, 18, 6],
  'blood-repeat': [92, 3, 0.4, 0.3, 4],
  'hearing-first': [92, 8],
  'hearing-second': [88, 12],
  'hearing-diagnosis': [70, 30],
  'cervical-first': [896, 21, 62, 12, 6, 3],
  'cervical-cytology': [86, 14],
  colposcopy: [45, 55],
  'cervical-pathology': [66, 26, 1, 4, 3],
  'breast-ultrasound': [945, 46, 9],
  mammography: [93, 7],
  'breast-pathology': [68, 25, 7],
  'premarital-check': [93, 7],
  'pre-pregnancy-check': [86, 14],
  counselling: [1],
}
const draw = (random: Random, step: StepId) => Object.keys(steps[step])[random.weighted(weights[step])]!
/** Share of those asked to come who do. */
const COMES = 0.955

function course(random: Random, person: Resident, programme: ProgrammeId, on: Day): ScreeningCourse {
  const firstResult = draw(random, programmes[programme].first)
  let standing = standingAfter(nextOf(programmes[programme].first, firstResult)!, isoOf(on))
  let [lastResult, lastOn, lost, recalls] = [firstResult, on, false, 0]
  const entries: ScreeningEntry[] = []
  while (standing.step !== null && !lost) {
    const { step } = standing
    const due = dayOf(standing.dueOn!)
    const came = lastOn + Math.max(1, Math.round((due - lastOn) * (0.3 + random.next() * 0.65)))
    if (!random.chance(COMES)) {
      for (const call of [due, due + RECALL_EVERY, due + 2 * RECALL_EVERY])
        if (call <= TODAY) entries.push({ on: call, step, result: null, call: 'not-reached' })
      recalls = entries.filter((each) => each.call !== null).length
      lost = recalls >= 3
      break
    }
    if (came > TODAY) break
    lastResult = draw(random, step)
    lastOn = came
    entries.push({ on: came, step, result: lastResult, call: null })
    standing = standingAfter(nextOf(step, lastResult)!, isoOf(came))
  }
  const treated = lastOn + random.int(2, 20)
  const treatedOn = standing.state === 'confirmed' && treated <= TODAY && random.chance(0.97) ? treated : null
  return {
    ...{ person, programme, on, firstResult, standing, lastResult, lastOn, recalls, treatedOn, entries },
    inTime: takenInTime(programme, isoOf(person.birth), isoOf(on)),
    state: lost ? 'lost' : treatedOn === null ? standing.state : 'treated',
  }
}

/** Share of women of 35 to 64 screened in these two years, and of young adults who come before marriage or pregnancy. */
const CERVICAL = 0.27
const BREAST = 0.14
const PREMARITAL = 0.055
const PRE_PREGNANCY = 0.075

function* ofAdults(random: Random, person: Resident): Generator<ScreeningCourse> {
  const day = () => random.int(RECORDS_FROM + 20, TODAY - 3)
  const age = yearsBetween(person.birth, TODAY)
  const at = (programme: ProgrammeId, on: Day) => (livesHere(person, on) ? [course(random, person, programme, on)] : [])
  if (person.sex === 'female' && age >= 37 && age <= 64) {
    if (random.chance(CERVICAL)) yield* at('cervical', day())
    if (random.chance(BREAST)) yield* at('breast', day())
  }
  if (age >= 23 && age <= 36) {
    if (random.chance(PREMARITAL)) yield* at('premarital', day())
    if (random.chance(PRE_PREGNANCY)) yield* at('pre-pregnancy', day())
  }
}

/** Screening of the newborns and adults of these years, by the table of the line of business. */
export function planScreening({
  births,
  population,
  seed,
}: Pick<Model, 'births' | 'population' | 'seed'>): ScreeningCourse[] {
  const random = randomOf(seed, 'screening')
  const ofNewborns = births.flatMap(({ child }): ScreeningCourse[] => {
    const spot = child.birth + (random.chance(0.985) ? random.int(3, 6) : random.int(8, 18))
    const ears = child.birth + random.int(2, 5)
    const [screened, heard] = [random.chance(0.988), random.chance(0.975)]
    return [
      ...(screened && spot <= TODAY && livesHere(child, spot) ? [course(random, child, 'metabolic', spot)] : []),
      ...(heard && ears <= TODAY && livesHere(child, ears) ? [course(random, child, 'hearing', ears)] : []),
    ]
  })
  return [...ofNewborns, ...population.residents.flatMap((person) => [...ofAdults(random, person)])]
}
