import { and, eq, sql } from 'drizzle-orm'
import { flow, stock, type StockMeasure } from '@kangheng/kernel/indicator/measure.ts'
import { adverseEvent, vaccination } from '../records.ts'
import { adverseEvents, vaccinations } from '../tables.ts'
import { childDoseRelation, childDoses as rows, residentCardRelation, residentCards } from './relations.ts'
import { coverageDoses } from './targets.ts'

const span = { from: rows.from, to: rows.to }
const done = { from: sql`greatest(${rows.from}, ${rows.doneOn})`, to: rows.to }
const wasGiven = sql`${rows.doneOn} is not null`

/** Children for whom a dose was due within the last year, and those of them who have had it. */
interface DoseMeasures {
  readonly due: StockMeasure
  readonly given: StockMeasure
}

/** The measures of each dose, by its id. */
export const doseMeasures: Readonly<Record<string, DoseMeasures>> = Object.fromEntries(
  coverageDoses.map(({ id, title }) => [
    id,
    {
      due: stock(childDoseRelation, {
        id: `immunization.due-${id}`,
        title: { zh: `应种${title.zh}`, en: `Due: ${title.en}` },
        ...span,
        where: eq(rows.dose, id),
      }),
      given: stock(childDoseRelation, {
        id: `immunization.given-${id}`,
        title: { zh: `实种${title.zh}`, en: `Given: ${title.en}` },
        ...done,
        where: and(eq(rows.dose, id), wasGiven)!,
      }),
    },
  ]),
)

/** All doses of the schedule together. */
export const allDue = stock(childDoseRelation, {
  id: 'immunization.due-all',
  title: { zh: '应种剂次', en: 'Doses due' },
  ...span,
})
export const allGiven = stock(childDoseRelation, {
  id: 'immunization.given-all',
  title: { zh: '实种剂次', en: 'Doses given' },
  ...done,
  where: wasGiven,
})
/** Given before the age by which the dose is to be finished. */
export const allTimely = stock(childDoseRelation, {
  id: 'immunization.timely-all',
  title: { zh: '及时接种剂次', en: 'Doses given in time' },
  ...span,
  where: eq(rows.timely, true),
})
export const firstWithin24Hours = stock(childDoseRelation, {
  id: 'immunization.hepb-within-24-hours',
  title: { zh: '乙肝首针24小时内接种', en: 'HepB 1 within 24 hours' },
  ...span,
  where: and(eq(rows.dose, 'hepb-1'), eq(rows.within24Hours, true))!,
})
export const cardHolders = stock(residentCardRelation, {
  id: 'immunization.card-holders',
  title: { zh: '有接种卡的0—6岁儿童', en: 'Children aged 0–6 with a card' },
  from: residentCards.from,
  to: residentCards.to,
})

/** Doses given, counted where they were given. */
export const vaccinated = flow(vaccination, {
  id: 'immunization.vaccinated',
  title: { zh: '接种剂次', en: 'Vaccinations' },
  place: 'institution',
  when: vaccinations.happenedOn,
})
export const vaccinatedResidents = flow(vaccination, {
  id: 'immunization.vaccinated-residents',
  title: { zh: '居民接种剂次', en: 'Vaccinations of residents' },
  when: vaccinations.happenedOn,
})
export const eventsFound = flow(adverseEvent, {
  id: 'immunization.adverse-events-found',
  title: { zh: '疑似预防接种异常反应', en: 'Adverse events' },
  when: adverseEvents.happenedOn,
})
