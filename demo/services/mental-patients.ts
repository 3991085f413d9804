import {
  courseOf,
  nextVisitOn,
  type Stay as StayDays,
  type VisitFindings,
  type VisitStanding,
} from '@kangheng/domains/public-health/severe-mental-disorder/course.ts'
import { planOf } from '../county-plan.ts'
import { dayOf, isoOf, RECORDS_FROM, TODAY, yearOf, yearsBetween, type Day } from '../days.ts'
import type { Model } from '../model.ts'
import type { Resident } from '../people/model.ts'
import { randomOf, type Random } from '../random.ts'
import { published } from '../truth.ts'

/** A visit: what was found, and what follows from it by the rules of the line of business. */
export interface MentalVisit extends Omit<VisitFindings, 'id' | 'on'>, Omit<VisitStanding, 'id'> {
  readonly on: Day
  readonly mode: 'clinic' | 'home' | 'phone'
  readonly compliance: 'regular' | 'irregular' | 'none'
  readonly incidents: number
  readonly examinationAnswer: 'agreed' | 'declined' | null
}

export interface MentalStay {
  readonly from: Day
  readonly to: Day | null
}

export interface MentalEmergency {
  readonly on: Day
  readonly behaviours: readonly string[]
  readonly admitted: boolean
}

/** A registered patient with two years of care. */
export interface MentalPatient {
  readonly index: number
  readonly person: Resident
  readonly from: Day
  readonly to: Day | null
  readonly diagnosis: string
  readonly consented: boolean
  readonly guardian: 'spouse' | 'parent' | 'child' | 'relative'
  readonly guardianAgreed: boolean
  readonly lostOn: Day | null
  readonly visits: readonly MentalVisit[]
  readonly stays: readonly MentalStay[]
  readonly emergencies: readonly MentalEmergency[]
  readonly dueOn: string | null
}

/** Registered patients of the whole county. */
const PATIENTS = 1800
const firstDay = () => RECORDS_FROM - 92
const QUARTER = 91.3125
const diagnoses: readonly (readonly [string, number])[] = [
  ['schizophrenia', 70],
  ['schizoaffective', 3],
  ['paranoid', 2],
  ['bipolar', 9],
  ['epileptic', 6],
  ['retardation', 10],
]

interface Nature {
  /** How ill the patient is, from 0 (well under treatment) on; moves a little from visit to visit. */
  readonly illness: number
  readonly offset: number
  readonly reliability: number
  readonly compliance: 'regular' | 'irregular' | 'none'
  readonly home: number
}

function natureOf(random: Random, person: Resident): Nature {
  const { services, trend } = planOf(person.household.village.code)
  return {
    illness: Math.max(0, random.normal(0.56, 0.4)),
    offset: random.int(4, 76),
    reliability: Math.min(
      0.995,
      (random.chance(0.93) ? 0.995 : 0.8) * (0.86 + 0.14 * services) * (0.93 + 0.07 * trend),
    ),
    compliance: (['regular', 'irregular', 'none'] as const)[random.weighted([80, 14, 6])]!,
    home: 0.6,
  }
}

/** What is found, from how ill the patient is on the day. */
function findingsOf(random: Random, nature: Nature, illness: number, id: number, on: Day): VisitFindings {
  const behaviours =
    illness > 1.55
      ? [random.pick(['smashing-anywhere', 'smashing-on', 'armed', 'self-harm'])]
      : illness > 1.2
        ? [random.pick(['smashing-at-home', 'threats'])]
        : illness > 1 && random.chance(0.4)
          ? ['threats']
          : []
  return {
    id: String(id),
    on: isoOf(on),
    behaviours,
    symptomState: illness > 1.45 ? 'marked' : illness > 0.75 ? 'some' : 'gone',
    insight: illness > 1.6 ? 'none' : illness > 0.85 ? 'partial' : 'full',
    socialFunction: illness > 0.95 ? 'poor' : illness > 0.4 ? 'fair' : 'good',
    reaction: nature.compliance === 'none' ? 'no-medicine' : random.chance(0.05) ? 'present' : 'none',
    somatic: random.chance(0.12) ? 'stable' : 'none',
    effect: illness > 1.1 ? 'worse' : illness > 0.75 ? 'same' : 'better',
    agreedOn: null,
  }
}

/** Visits, stays and emergencies of one patient up to the business date. */
function careOf(random: Random, person: Resident, from: Day, last: Day) {
  const nature = natureOf(random, person)
  const found: { findings: VisitFindings; on: Day; mode: MentalVisit['mode']; incidents: number }[] = []
  const stays: MentalStay[] = []
  const emergencies: MentalEmergency[] = []
  const days = (): StayDays[] =>
    stays.map(({ from, to }) => ({ from: isoOf(from), to: to === null ? null : isoOf(to) }))
  let anchor = 0
  const push = (on: Day, illness: number) => {
    const findings = findingsOf(random, nature, illness, found.length, on)
    const grave = illness > 1.45
    const mode = grave || !random.chance(0.012) ? (random.chance(nature.home) ? 'home' : 'clinic') : 'phone'
    found.push({ findings, on, mode, incidents: illness > 1.75 && random.chance(0.3) ? 1 : 0 })
    // Whoever is stable or unstable is so whatever was before: the course may begin there.
    const standing = courseOf(
      found.slice(anchor).map((each) => each.findings),
      days(),
    ).at(-1)!
    if (standing.class !== 'basically-stable') anchor = found.length - 1
    return standing
  }
  let free = Math.max(firstDay(), from)
  for (let quarter = 0; firstDay() + quarter * QUARTER <= last; quarter += 1) {
    const on = Math.max(free, Math.round(firstDay() + quarter * QUARTER) + nature.offset + random.int(-3, 10))
    const given = random.chance(nature.reliability)
    if (!given || on > last || on >= firstDay() + (quarter + 1) * QUARTER || stays.some(({ to }) => to === null))
      continue
    let illness = nature.illness + random.normal(0, 0.32)
    let standing = push(on, illness)
    free = on + 1
    for (let checks = 0; checks < 4 && standing.step !== 'routine'; checks += 1) {
      const visited = found.at(-1)!.on
      if (standing.class === 'unstable' && random.chance(0.45)) {
        const urgent = random.chance(0.35)
        const stay = { from: Math.min(last, visited + random.int(0, 5)), days: random.int(25, 85) }
        if (urgent) emergencies.push({ on: stay.from, behaviours: found.at(-1)!.findings.behaviours, admitted: true })
        const to = stay.from + stay.days
        stays.push({ from: stay.from, to: to > last ? null : to })
        if (to > last) break
        illness = 0.5
        free = to + 1
      } else illness = Math.max(0, illness - random.next() * 0.35)
      const ended = stays.at(-1)?.to ?? null
      const since = ended !== null && ended > visited ? ended : visited
      const late = random.chance(0.015)
      const month = standing.step === 'guidance' && since === visited
      const check = since + (late ? random.int(36, 50) : month ? random.int(20, 28) : random.int(6, 14))
      if (check > last) break
      standing = push(check, illness)
      free = check + 1
    }
  }
  return { nature, found, stays, emergencies, days: days() }
}

/** Registered patients: the key group, and others as the register has more people than the key population. */
export function planMentalPatients({
  population,
  key,
  seed,
}: Pick<Model, 'population' | 'key' | 'seed'>): MentalPatient[] {
  const random = randomOf(seed, 'mental patients')
  const since = new Map<Resident, Day>()
  for (const { person, group, from, to } of key.memberships)
    if (group === 'mental-disorder' && to === null) since.set(person, from)
  const wanted = Math.round((PATIENTS * population.residents.length) / published.residents)
  const others: { person: Resident; order: number }[] = []
  for (const person of population.people) {
    // A twentieth is drawn beforehand: more than are wanted, and quickly sorted.
    if (!random.chance(0.05)) continue
    const age = yearsBetween(person.birth, TODAY)
    if (age < 16 || age > 82 || since.has(person) || TODAY - person.cameOn < 200) continue
    if (person.leftOn !== null && person.leftOn < RECORDS_FROM + 100) continue
    others.push({ person, order: random.next() })
  }
  others.sort((one, other) => one.order - other.order)
  others.length = Math.min(others.length, Math.max(0, wanted - since.size))
  for (const { person } of others) {
    const day = random.chance(0.8)
      ? random.int(dayOf('2012-01-01'), RECORDS_FROM - 1)
      : random.int(RECORDS_FROM, TODAY - 60)
    const earliest = Math.max(person.birth + 14 * 366, person.cameBy === 'initial' ? 0 : person.cameOn + 10)
    since.set(person, Math.min((person.leftOn ?? TODAY) - 60, Math.max(day, earliest)))
  }
  return [...since].map(([person, from], index) => {
    const closed = person.leftOn !== null && person.leftOn <= TODAY
    const to = closed && (person.leftOn! <= TODAY - 40 || random.chance(0.5)) ? person.leftOn : null
    const inGroup = key.groupsOf(person).includes('mental-disorder')
    const consented = inGroup || random.chance(0.93)
    const lost = !closed && random.chance(0.02) ? random.int(Math.max(RECORDS_FROM + 60, from + 60), TODAY - 5) : null
    const lostOn = consented && lost !== null && lost < TODAY ? lost : null
    const last = Math.min(TODAY, (person.leftOn ?? TODAY + 1) - 1, (lostOn ?? TODAY + 1) - 1)
    const care = consented ? careOf(random, person, from, last) : undefined
    const course = care
      ? courseOf(
          care.found.map((each) => each.findings),
          care.days,
        )
      : []
    const answered = new Set<number>()
    const visits = course.map(({ id, ...standing }): MentalVisit => {
      const { findings, on, mode, incidents } = care!.found[Number(id)]!
      const { id: _, on: __, ...found } = findings
      const year = yearOf(on)
      const ask = !answered.has(year) && random.chance(0.6)
      if (ask) answered.add(year)
      const examinationAnswer = ask ? (random.chance(0.1) ? 'declined' : 'agreed') : null
      return { ...found, ...standing, on, mode, incidents, compliance: care!.nature.compliance, examinationAnswer }
    })
    const lastVisit = visits.at(-1)
    const managed = consented && to === null
    const over = care?.emergencies.map(({ on }) => isoOf(on)) ?? []
    return {
      index,
      person,
      from,
      to,
      diagnosis: diagnoses[random.weighted(diagnoses.map(([, weight]) => weight))]![0],
      consented,
      guardian: (['spouse', 'parent', 'child', 'relative'] as const)[random.weighted([34, 36, 18, 12])]!,
      guardianAgreed: random.chance(0.9),
      lostOn,
      visits,
      stays: care?.stays ?? [],
      emergencies: care?.emergencies ?? [],
      dueOn: managed
        ? nextVisitOn(isoOf(from), course, lastVisit ? isoOf(lastVisit.on) : null, {
            stays: care!.days,
            emergencies: over,
          })
        : null,
    }
  })
}
