import type { Grade } from '../../public-health/communicable-disease/index.ts'
import type { EventKind } from './codes.ts'

/** What is known of an event when it is graded. */
export interface EventFacts {
  readonly kind: EventKind
  readonly cases: number
  readonly deaths: number
  readonly critical: number
}

/** A grade with the rule it follows from. */
export interface Grading {
  readonly grade: Grade
  readonly source: string
}

const RESCUE = '国家突发公共事件医疗卫生救援应急预案（2006）第1.3条'
const PLAN = '国家突发公共卫生事件应急预案（2006），数值须与本县预案核对'

/** Casualties: how many, and more than how many of them dead or critical, from the gravest; the plan says “many” at grade I. */
const CASUALTIES = [
  { grade: 'I', least: 100, grave: 5 },
  { grade: 'II', least: 50, grave: 5 },
  { grade: 'III', least: 30, grave: 3 },
  { grade: 'IV', least: 10, grave: 1 },
] as const

function gradeCasualties({ cases, deaths, critical }: EventFacts): Grade {
  return CASUALTIES.find(({ least, grave }) => cases >= least && deaths + critical > grave)?.grade ?? 'ungraded'
}

function gradeFoodPoisoning({ cases, deaths }: EventFacts): Grade {
  if ((cases > 100 && deaths > 0) || deaths >= 10) return 'II'
  if (cases > 100 || deaths > 0) return 'III'
  return cases >= 30 ? 'IV' : 'ungraded'
}

function gradeOccupationalPoisoning({ cases, deaths }: EventFacts): Grade {
  if (cases >= 50 || deaths >= 5) return 'II'
  if (cases >= 10 || deaths > 0) return 'III'
  return cases > 0 ? 'IV' : 'ungraded'
}

/**
 * The grade that the plan's thresholds give, for kinds of events that are graded by counts; undefined where the office must judge: outbreaks are graded
 * with their signal, by disease, and disasters by the authority that leads the response.
 */
export function gradeByCounts(facts: EventFacts): Grading | undefined {
  switch (facts.kind) {
    case 'mass-casualty':
      return { grade: gradeCasualties(facts), source: RESCUE }
    case 'food-poisoning':
      return { grade: gradeFoodPoisoning(facts), source: PLAN }
    case 'occupational-poisoning':
      return { grade: gradeOccupationalPoisoning(facts), source: PLAN }
    case 'vaccination-reaction':
      return { grade: facts.deaths > 0 ? 'II' : facts.cases > 0 ? 'III' : 'ungraded', source: PLAN }
    case 'unexplained':
      // Within one county; several counties with deaths are graded by the level above.
      return { grade: facts.cases > 0 ? 'III' : 'ungraded', source: PLAN }
    case 'infectious':
    case 'disaster':
    case 'other':
      return undefined
  }
}
