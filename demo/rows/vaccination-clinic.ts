import * as school from '@kangheng/domains/public-health/immunization/school/tables.ts'
import * as sessions from '@kangheng/domains/public-health/immunization/session/tables.ts'
import { certificates } from '@kangheng/domains/public-health/immunization/certificate/tables.ts'
import * as floating from '@kangheng/domains/public-health/immunization/floating/tables.ts'
import { quarterOf } from '@kangheng/domains/public-health/immunization/floating/quarter.ts'
import { forecast } from '@kangheng/domains/public-health/immunization/forecast/forecast.ts'
import { scheduleOn } from '@kangheng/domains/public-health/immunization/forecast/schedules.ts'
import { owedIn } from '@kangheng/domains/public-health/immunization/school/standing.ts'
import { planOf, wantedOn } from '@kangheng/domains/public-health/immunization/vaccination/plan.ts'
import { addMinutes, momentOf } from '@kangheng/kernel/period/moment.ts'
import { centreCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { cardNumber } from '../ids.ts'
import { dayOf, isoOf, RECORDS_FROM, TODAY, type Day } from '../days.ts'
import type { Model } from '../model.ts'
import { livesHere } from '../people/model.ts'
import { randomOf } from '../random.ts'
import type { VaccinatedChild } from '../services/immunization.ts'
import { planMornings } from '../services/vaccination-mornings.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

type Row = CopyValue[]

const villageOf = ({ person }: VaccinatedChild) => person.household.village.code
const asAsked = ({ person, doses }: VaccinatedChild, until: Day) => ({
  birth: isoOf(person.birth),
  sex: person.sex === 'female' ? ('F' as const) : ('M' as const),
  doses: doses.filter(({ on }) => on <= until).map(({ vaccine, on }) => ({ vaccine, date: isoOf(on) })),
})

/** What a child owes on a day. */
function owedOn(child: VaccinatedChild, day: Day): string[] {
  const on = isoOf(day)
  return owedIn(forecast({ ...asAsked(child, day), on, schedule: scheduleOn(on) }))
}

/** Appointments of today in each clinic, of children for whom something is wanted. */
const BOOKED_TODAY = 6

/** Days from today on which each clinic holds its next sessions. */
const OPEN_AHEAD = [7, 14, 21] as const

function sessionTables(model: Model, children: readonly VaccinatedChild[]): TableRows[] {
  const { county, idOf } = model
  const [days, appointments, visits]: [Row[], Row[], Row[]] = [[], [], []]
  const today = isoOf(TODAY)
  const openDay = (township: string, on: Day, state: string): string => {
    const id = idOf('vaccination-session', days.length)
    const planned = isoOf(Math.min(on - 7, TODAY - 1))
    days.push([
      ...[county, id, township, centreCode(township), null, planned, state, evening(planned)],
      ...[isoOf(on), '08:30', '11:30', 30, 12],
    ])
    return id
  }
  const book = (child: VaccinatedChild, session: string, on: Day, slot: string, state: string, doses: string[]) => {
    const id = idOf('vaccination-appointment', appointments.length)
    const [village, booked] = [villageOf(child), isoOf(on - 5)]
    appointments.push([
      ...[county, id, village, centreCode(village.slice(0, 9)), child.person.id, booked, state, evening(booked)],
      ...[session, isoOf(on), slot, JSON.stringify(doses), `${isoOf(on - 2)} 10:00`, 'phone'],
    ])
    return id
  }
  for (const { township, on, visits: came, missed } of planMornings(children, model.seed)) {
    const session = openDay(township, on, 'closed')
    const day = isoOf(on)
    for (const [index, { child, doses, arrived, booked, leftEarly }] of came.entries()) {
      const slot = addMinutes(momentOf(day, '08:30'), Math.min(5, Math.floor(arrived / 30)) * 30).slice(11)
      const at = (minutes: number) => addMinutes(momentOf(day, '08:30'), arrived + minutes)
      visits.push([
        ...[county, idOf('vaccination-visit', visits.length), villageOf(child), centreCode(township), child.person.id],
        ...[
          day,
          'left',
          evening(day),
          session,
          booked ? book(child, session, on, slot, 'arrived', []) : null,
          index + 1,
        ],
        ...[at(0), 36.3 + (arrived % 7) / 10, 'mother', doses, at(12), at(42), at(leftEarly ? 25 : 44)],
        ...[leftEarly ? '家长有急事' : null, 'none'],
      ])
    }
    for (const child of missed) book(child, session, on, '10:00', 'missed', [])
  }
  const waiting = new Map<string, VaccinatedChild[]>()
  for (const child of children) {
    const township = villageOf(child).slice(0, 9)
    const list = waiting.get(township) ?? []
    waiting.set(township, list)
    if (list.length < BOOKED_TODAY && livesHere(child.person, TODAY) && TODAY - child.person.birth < 1200)
      if (owedOn(child, TODAY).length > 0) list.push(child)
  }
  for (const [township, list] of waiting) {
    const session = openDay(township, TODAY, 'open')
    for (const [index, child] of list.entries()) {
      const plan = planOf(asAsked(child, TODAY), asAsked(child, TODAY).doses, today, scheduleOn(today))
      const doses = wantedOn(plan, today).map(({ dose }) => dose)
      book(child, session, TODAY, `${index < 3 ? '09' : '10'}:00`, 'booked', doses)
    }
    // Days that families may still choose.
    for (const ahead of OPEN_AHEAD) openDay(township, TODAY + ahead, 'open')
  }
  return [
    rowsFor(
      sessions.sessions,
      [...recordColumns, 'heldOn', 'opensAt', 'closesAt', 'slotMinutes', 'slotCapacity'],
      days.length,
      days,
    ),
    rowsFor(
      sessions.appointments,
      [...recordColumns, 'session', 'heldOn', 'slot', 'doses', 'remindedAt', 'remindedBy'],
      appointments.length,
      appointments,
    ),
    rowsFor(
      sessions.visits,
      // prettier-ignore
      [...recordColumns, 'session', 'appointment', 'number', 'arrivedAt', 'temperature', 'consentBy', 'doses', 'observedFrom', 'observeUntil', 'leftAt', 'leftEarly', 'reaction'],
      visits.length,
      visits,
    ),
  ]
}

/** Electronic certificates since the beginning of the records, for the children whose card was made since then. */
function certificateTable({ county, idOf }: Model, children: readonly VaccinatedChild[]): TableRows {
  const since = children.filter(({ cardOn }) => cardOn >= RECORDS_FROM)
  const rows = since.map((child, index): Row => {
    const [village, on] = [villageOf(child), isoOf(child.cardOn)]
    return [
      ...[county, idOf('vaccination-certificate', index), village, centreCode(village.slice(0, 9)), child.person.id],
      ...[on, 'valid', evening(on), cardNumber(child.person.id)],
    ]
  })
  return rowsFor(certificates, [...recordColumns, 'number'], rows.length, rows)
}

const CHECKED = dayOf('2025-09-05')
/** Who enters in autumn 2025, born between these days. */
const entering = [
  { kind: 'kindergarten', name: '中心幼儿园', from: dayOf('2021-09-01'), to: dayOf('2022-08-31') },
  { kind: 'school', name: '中心小学', from: dayOf('2018-09-01'), to: dayOf('2019-08-31') },
] as const

function schoolTables({ county, idOf, seed, population }: Model, all: readonly VaccinatedChild[]): TableRows[] {
  const random = randomOf(seed, 'school checks')
  const [checks, rows]: [Row[], Row[]] = [[], []]
  const on = isoOf(CHECKED)
  const names = new Map(population.villages.map(({ code, townshipName }) => [code.slice(0, 9), townshipName]))
  const there = all.filter(({ person }) => livesHere(person, CHECKED))
  for (const { kind, name, from, to } of entering) {
    const ofAge = Map.groupBy(
      there.filter(({ person }) => person.birth >= from && person.birth <= to),
      (child) => villageOf(child).slice(0, 9),
    )
    for (const [township, townshipName] of names) {
      const check = idOf('school-check', checks.length)
      const centre = centreCode(township)
      const list = ofAge.get(township) ?? []
      let [holding, owing, caughtUp] = [0, 0, 0]
      for (const child of list) {
        const missing = owedOn(child, CHECKED)
        const now = missing.length > 0 ? owedOn(child, TODAY) : []
        const open = missing.filter((dose) => now.includes(dose))
        const state = missing.length === 0 ? 'complete' : open.length === 0 ? 'caught-up' : 'owing'
        const holds = random.chance(0.985)
        if (holds) holding += 1
        if (state !== 'complete') owing += 1
        if (state === 'caught-up') caughtUp += 1
        rows.push([
          ...[county, idOf('school-child', rows.length), villageOf(child), centre, child.person.id, on, state],
          ...[evening(on), check, child.person.name, isoOf(child.person.birth), holds],
          ...[JSON.stringify(missing), JSON.stringify(open), missing.length > 0 ? isoOf(CHECKED + 4) : null],
          ...[state === 'caught-up' ? isoOf(CHECKED + random.int(20, 80)) : null],
        ])
      }
      checks.push([
        ...[county, check, township, centre, null, on, 'open', evening(on)],
        ...[`${townshipName}${name}2025年秋季`, kind, list.length, list.length, holding, owing, caughtUp],
      ])
    }
  }
  return [
    rowsFor(
      school.schoolChecks,
      [...recordColumns, 'name', 'kind', 'enrolled', 'checked', 'holding', 'owing', 'caughtUp'],
      checks.length,
      checks,
    ),
    rowsFor(
      school.schoolChildren,
      [...recordColumns, 'check', 'name', 'birth', 'holding', 'missing', 'open', 'notifiedOn', 'caughtUpOn'],
      rows.length,
      rows,
    ),
  ]
}

function floatingTables({ county, idOf, seed, population }: Model, all: readonly VaccinatedChild[]): TableRows[] {
  const random = randomOf(seed, 'floating children')
  const townships = [...new Set(population.villages.map(({ code }) => code.slice(0, 9)))]
  const came = all.filter(
    ({ person }) =>
      person.cameBy === 'arrival' &&
      person.registered === null &&
      person.cameOn >= RECORDS_FROM &&
      person.leftOn === null,
  )
  const found = came.filter(() => random.chance(0.93))
  const children = found.map((child, index): Row => {
    const [village, on] = [villageOf(child), isoOf(Math.min(TODAY, child.person.cameOn + random.int(3, 28)))]
    return [
      ...[county, idOf('floating-child', index), village, centreCode(village.slice(0, 9)), child.person.id, on],
      ...['in-care', evening(on), '外县', isoOf(child.person.cameOn), random.pick(['search', 'visit', 'police'])],
    ]
  })
  const rounds: Row[] = []
  for (let day = RECORDS_FROM; day <= TODAY; day = dayOf(quarterOf(isoOf(day)).lastDay) + 1) {
    const { quarter, lastDay } = quarterOf(isoOf(day))
    for (const township of townships) {
      const done = lastDay < isoOf(TODAY) || random.chance(0.8)
      const among = found.filter(
        (child) =>
          villageOf(child).startsWith(township) && child.person.cameOn >= day && isoOf(child.person.cameOn) <= lastDay,
      )
      const searched = done ? isoOf(Math.min(TODAY, day + random.int(60, 85))) : null
      const counted = (value: number) => (done ? value : null)
      rounds.push([
        ...[county, idOf('search-round', rounds.length), township, centreCode(township), null, isoOf(day)],
        ...[done ? 'done' : 'due', evening(isoOf(day)), quarter, lastDay, searched],
        ...[counted(random.int(4, 9)), counted(random.int(180, 420)), counted(among.length)],
        ...[counted(among.filter(() => random.chance(0.1)).length), counted(0)],
      ])
    }
  }
  return [
    rowsFor(floating.floatingChildren, [...recordColumns, 'cameFrom', 'cameOn', 'foundBy'], children.length, children),
    rowsFor(
      floating.searchRounds,
      // prettier-ignore
      [...recordColumns, 'quarter', 'dueOn', 'searchedOn', 'villages', 'households', 'found', 'unregistered', 'zeroDose'],
      rounds.length,
      rounds,
    ),
  ]
}

/** What happens at and around the vaccination clinics: sessions, certificates, school-entry checks, floating children. */
export function vaccinationClinicTables(model: Model, children: readonly VaccinatedChild[]): TableRows[] {
  return [
    ...sessionTables(model, children),
    certificateTable(model, children),
    ...schoolTables(model, children),
    ...floatingTables(model, children),
  ]
}
