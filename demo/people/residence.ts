import { CENSUS, dayOf, RECORD_YEARS, RECORDS_FROM, TODAY, yearsBetween, type Day } from '../days.ts'
import type { Random } from '../random.ts'
import type { Resident, Village } from './model.ts'

type History = Pick<Resident, 'cameOn' | 'cameBy' | 'leftOn' | 'leftBy' | 'registered'>

const inRecords = (random: Random) => random.int(RECORDS_FROM, TODAY)

/** Months in which more people die: winter. */
const deathMonths = [13, 11, 9, 8, 7, 6, 6, 6, 7, 8, 9, 10]
/** Months in which people leave and come: after the spring festival, in autumn. */
const moveMonths = [4, 9, 14, 8, 6, 6, 7, 9, 12, 8, 6, 5]

function dayByMonth(random: Random, weights: readonly number[]): Day {
  const year = RECORD_YEARS[random.int(0, RECORD_YEARS.length - 1)]!
  const month = random.weighted(weights)
  return dayOf(`${year}-${String(month + 1).padStart(2, '0')}-01`) + random.int(0, 27)
}

/** How somebody who lives here on the business date came: most since the census or birth; young wives and families on the move came lately. */
export function historyOfResident(random: Random, birth: Day, sex: string): History {
  const age = yearsBetween(birth, TODAY)
  const moved = sex === 'female' && age >= 20 && age <= 33 ? 0.055 : age < 45 ? 0.02 : 0.006
  const arrived = random.chance((moved * RECORD_YEARS.length) / 2) ? dayByMonth(random, moveMonths) : undefined
  if (arrived !== undefined && arrived > birth) {
    const registered = random.chance(0.6) ? { from: arrived, to: null } : null
    return { cameOn: arrived, cameBy: 'arrival', leftOn: null, leftBy: null, registered }
  }
  const born = birth > CENSUS
  const cameOn = born ? birth : CENSUS
  const registered = random.chance(born ? 0.985 : 0.965) ? { from: cameOn, to: null } : null
  return { cameOn, cameBy: born ? 'birth' : 'initial', leftOn: null, leftBy: null, registered }
}

/** Somebody who died in the years of the records. */
export function historyOfDead(random: Random, birth: Day): History {
  const cameOn = Math.max(birth, CENSUS)
  const leftOn = Math.max(cameOn + 1, dayByMonth(random, deathMonths))
  const registered = random.chance(0.985) ? { from: cameOn, to: leftOn } : null
  return { cameOn, cameBy: birth > CENSUS ? 'birth' : 'initial', leftOn, leftBy: 'death', registered }
}

/** Somebody who left in the years of the records; half of them stay registered here. */
export function historyOfDeparted(random: Random, birth: Day): History {
  const cameOn = Math.max(birth, CENSUS)
  const leftOn = Math.max(cameOn + 1, dayByMonth(random, moveMonths))
  const registered = { from: cameOn, to: random.chance(0.5) ? null : leftOn }
  return { cameOn, cameBy: birth > CENSUS ? 'birth' : 'initial', leftOn, leftBy: 'departure', registered }
}

/** Somebody registered here who has lived elsewhere since before the records. */
export function historyOfAway(random: Random, birth: Day): History {
  const cameOn = Math.max(birth, CENSUS)
  const leftOn = Math.max(cameOn + 1, random.int(CENSUS + 30, RECORDS_FROM - 1))
  return {
    cameOn,
    cameBy: birth > CENSUS ? 'birth' : 'initial',
    leftOn,
    leftBy: 'departure',
    registered: { from: cameOn, to: null },
  }
}

/** Birth of somebody who died: old as a rule. */
export function birthOfDead(random: Random): Day {
  const roll = random.next()
  const age =
    roll < 0.006
      ? random.next() * 3
      : roll < 0.06
        ? 15 + random.next() * 25
        : roll < 0.26
          ? 40 + random.next() * 25
          : 65 + random.next() * 30
  return Math.min(inRecords(random), TODAY - 200) - Math.floor(age * 365.25)
}

/** Birth of somebody who left: mostly young adults, some with their children. */
export function birthOfDeparted(random: Random): Day {
  const age = random.chance(0.14) ? 2.2 + random.next() * 14 : 18 + random.next() * 27
  return TODAY - Math.floor(age * 365.25)
}

/** A move from another village of the county: young adults who have lived here all the time, one in a hundred or so. */
export function moveOf(random: Random, birth: Day, history: History, from: () => Village): Resident['movedFrom'] {
  const age = yearsBetween(birth, TODAY)
  if (history.cameBy !== 'initial' || age < 19 || age > 50 || !random.chance(0.0075)) return null
  return { village: from(), on: dayByMonth(random, moveMonths), registrationMoves: random.chance(0.6) }
}
