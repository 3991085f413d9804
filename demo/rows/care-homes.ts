import { planEnd, roundDue, standingOf } from '@kangheng/domains/public-health/care-homes/care.ts'
import { needs, services } from '@kangheng/domains/public-health/care-homes/codes.ts'
import * as tables from '@kangheng/domains/public-health/care-homes/tables.ts'
import { centreCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { planOf } from '../county-plan.ts'
import { dayOf, isoOf, TODAY, yearsBetween, type Day } from '../days.ts'
import type { Model } from '../model.ts'
import type { Resident } from '../people/model.ts'
import { randomOf, type Random } from '../random.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'
import { placeRow } from './place-row.ts'

type Row = CopyValue[]
/** Of those from 70 on, so many live in a home; a home has a few people even in a small demo. */
const SHARE = 0.03
const FEWEST = 3
const SINCE = dayOf('2024-10-08')
const GRADES = ['independent', 'light', 'medium', 'dependent'] as const

interface Home {
  readonly id: string
  readonly village: string
  readonly institution: string
}

/** How a home of the demo is cared for: most by an agreement that runs out some day of the next year, a few in other ways. */
function linkOf(random: Random, { institution }: Home): Row {
  const until = isoOf(TODAY + random.int(12, 300))
  return random.weighted([8, 1, 1]) === 0
    ? ['contract', institution, isoOf(SINCE), until]
    : [random.pick(['clinic', 'none']), null, null, null]
}

/** What was done for somebody in a home: rounds at the pace of the rule, some late, a plan each half-year. */
function careOf(random: Random, from: Day, to: Day, grade: string, diligence: number): { plans: Day[]; rounds: Day[] } {
  const [plans, rounds]: [Day[], Day[]] = [[], []]
  const limit = Math.min(to, TODAY + 1)
  for (let on = from + random.int(1, 9); on < limit; on = dayOf(planEnd(isoOf(on))) + random.int(0, 20))
    if (random.chance(diligence)) plans.push(on)
  for (let on = from + random.int(0, 5); on < limit;) {
    rounds.push(on)
    const days = dayOf(roundDue(isoOf(on), grade)) - on
    on += Math.max(2, random.chance(diligence) ? days - random.int(0, 2) : days + random.int(2, 20))
  }
  return { plans, rounds }
}

/** Homes of every township since the autumn of 2024, who lives there, and what was done for them. */
export function careHomeTables(model: Model): TableRows[] {
  const { county, seed, idOf, population } = model
  const random = randomOf(seed, 'care homes')
  const [homes, stays, plans, rounds]: [Row[], Row[], Row[], Row[]] = [[], [], [], []]
  const head = (
    kind: 'care-stay' | 'care-plan' | 'care-round',
    number: number,
    home: Home,
    person: string,
    on: Day,
  ) => {
    const day = isoOf(on)
    return [county, idOf(kind, number), home.village, home.institution, person, day] as Row
  }
  const live = (home: Home, person: Resident, number: number) => {
    const from = SINCE + random.int(0, 330)
    const grade = GRADES[random.weighted([3, 3, 2, 2])]!
    const to = person.leftOn ?? (random.chance(0.06) ? from + random.int(40, 200) : TODAY + 1)
    if (from >= TODAY - 10 || to <= from) return
    const ended = to <= TODAY
    const care = careOf(random, from, to, grade, 0.75 + 0.24 * planOf(home.village).services)
    const stay = idOf('care-stay', number)
    const pressure = random.int(118, 146)
    for (const on of care.plans) {
      const day = isoOf(on)
      plans.push([
        ...[...head('care-plan', plans.length, home, person.id, on), 'made', evening(day), stay],
        ...[
          JSON.stringify([random.pick(Object.keys(needs)), 'falls']),
          '控制血压血糖，按时服药，防跌倒',
          '责任医生',
          planEnd(day),
        ],
      ])
    }
    for (const on of care.rounds) {
      const day = isoOf(on)
      const referred = random.chance(0.012)
      const back = referred && on + 10 <= TODAY
      rounds.push([
        ...head('care-round', rounds.length, home, person.id, on),
        ...[referred ? (back ? 'back' : 'referred') : 'recorded', evening(day), stay],
        ...[JSON.stringify(Object.keys(services).slice(0, random.int(2, 6))), pressure + random.int(-8, 10)],
        ...[random.int(68, 88), (5.4 + random.next() * 2).toFixed(1), roundDue(day, grade)],
        ...(referred ? ['县人民医院', '病情变化'] : [null, null]),
        ...(back ? ['检查治疗后返回', isoOf(on + 8)] : [null, null]),
      ])
    }
    const standing = standingOf(
      { happenedOn: isoOf(from), selfCareGrade: grade },
      care.plans.map((on) => ({ validUntil: planEnd(isoOf(on)) })),
      care.rounds.map((on) => ({ happenedOn: isoOf(on) })),
    )
    stays.push([
      ...[...head('care-stay', number, home, person.id, from), ended ? 'ended' : 'living', evening(isoOf(from))],
      ...[home.id, grade, '责任医生', ended ? isoOf(to) : null],
      ended ? (person.leftBy === 'death' ? 'died' : 'home') : null,
      ...[standing.planUntil, standing.lastRoundOn, ended ? null : standing.roundDueOn],
    ])
  }
  const byTownship = Map.groupBy(population.villages, ({ code }) => code.slice(0, 9))
  const old = Map.groupBy(
    population.residents.filter(
      ({ birth, cameOn, leftOn }) =>
        yearsBetween(birth, TODAY) >= 70 && cameOn < SINCE && (leftOn === null || leftOn > SINCE + 60),
    ),
    ({ household }) => household.village.code.slice(0, 9),
  )
  let number = 0
  for (const [township, villages] of byTownship) {
    const village = villages[0]!
    const home: Home = {
      ...{ id: idOf('care-home', homes.length), village: village.code, institution: centreCode(township) },
    }
    const there = old.get(township) ?? []
    const people = Math.min(there.length, Math.max(FEWEST, Math.round(there.length * SHARE)))
    homes.push([
      ...placeRow(county, home.id, { division: home.village, institution: home.institution }, SINCE - 30, 'open'),
      ...[`${village.townshipName}敬老院`, 'public', Math.max(20, people + 12), 8, ...linkOf(random, home)],
    ])
    const start = random.int(0, Math.max(0, there.length - 1))
    const step = Math.max(1, Math.floor(there.length / Math.max(1, people)))
    for (let place = 0; place < people; place += 1) live(home, there[(start + place * step) % there.length]!, number++)
  }
  return [
    rowsFor(
      tables.homes,
      [...recordColumns, 'name', 'kind', 'beds', 'nursingBeds', 'link', 'partner', 'linkedFrom', 'linkedUntil'],
      homes.length,
      homes,
    ),
    rowsFor(
      tables.stays,
      // prettier-ignore
      [...recordColumns, 'home', 'selfCareGrade', 'doctor', 'endedOn', 'endReason', 'planUntil', 'lastRoundOn', 'roundDueOn'],
      stays.length,
      stays,
    ),
    rowsFor(tables.plans, [...recordColumns, 'stay', 'needs', 'goals', 'doctor', 'validUntil'], plans.length, plans),
    rowsFor(
      tables.rounds,
      // prettier-ignore
      [...recordColumns, 'stay', 'services', 'systolic', 'diastolic', 'glucose', 'dueOn', 'referredTo', 'referralReason', 'result', 'resultOn'],
      rounds.length,
      rounds,
    ),
  ]
}
