import { eq, ne } from 'drizzle-orm'
import { flow } from '@kangheng/kernel/indicator/measure.ts'
import { arrival, birth, death, departure, move } from './records.ts'
import { arrivals, births, deaths, departures, moves } from './tables.ts'

const title = (zh: string, en: string) => ({ zh, en })

/** Events of the period, from the records of births, deaths and movements. */
export const liveBirths = flow(birth, {
  id: 'resident.live-births',
  title: title('出生人数', 'Live births'),
  when: births.happenedOn,
})
export const boysBorn = flow(birth, {
  id: 'resident.boys-born',
  title: title('出生男婴', 'Boys born'),
  when: births.happenedOn,
  where: eq(births.sex, 'male'),
})
export const girlsBorn = flow(birth, {
  id: 'resident.girls-born',
  title: title('出生女婴', 'Girls born'),
  when: births.happenedOn,
  where: eq(births.sex, 'female'),
})
export const bornInInstitutions = flow(birth, {
  id: 'resident.born-in-institutions',
  title: title('医疗机构内出生', 'Born in institutions'),
  when: births.happenedOn,
  where: ne(births.deliveredAt, 'elsewhere'),
})
export const registeredDeaths = flow(death, {
  id: 'resident.deaths-registered',
  title: title('死亡人数', 'Deaths'),
  when: deaths.happenedOn,
})
export const arrived = flow(arrival, {
  id: 'resident.arrived',
  title: title('迁入人数', 'Arrivals'),
  when: arrivals.happenedOn,
})
export const departed = flow(departure, {
  id: 'resident.departed',
  title: title('迁出人数', 'Departures'),
  when: departures.happenedOn,
})
/** Moves are counted where somebody left; the place they came to has them among its residents. */
export const movedAway = flow(move, {
  id: 'resident.moved-away',
  title: title('县内迁出', 'Moved away within the county'),
  when: moves.happenedOn,
})
