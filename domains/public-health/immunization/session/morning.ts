import { sql } from 'drizzle-orm'
import { maskName, maskPhone } from '@kangheng/kernel/person/mask.ts'
import { openPerson } from '@kangheng/kernel/person/registry.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { presentMoment, type Moment } from '@kangheng/kernel/period/moment.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { runSql } from '@kangheng/kernel/store/orm.ts'
import type { VaccineCode } from '../forecast/vaccines.ts'
import { firstToUse, type LotStock } from '../stock/lot.ts'
import { administrations, type Administration } from '../vaccination/administration.ts'
import { wantedOn, type PlannedDose } from '../vaccination/plan.ts'
import { placesLeft } from './slots.ts'

interface Clock {
  readonly county: string
  readonly today: IsoDate
}

/** A session day with the places left in its slots. */
export interface SessionView {
  readonly id: string
  readonly state: string
  readonly heldOn: IsoDate
  readonly opensAt: string
  readonly closesAt: string
  readonly institution: string | null
  readonly institutionName: string | null
  readonly slots: readonly { readonly slot: string; readonly left: number }[]
}

/** Somebody in the queue. */
export interface VisitView {
  readonly id: string
  readonly version: number
  readonly number: number
  readonly state: string
  readonly person: string
  readonly name: string
  readonly birth: IsoDate
  readonly arrivedAt: Moment
  readonly calledAt: Moment | null
  readonly passedOver: number
  readonly observeUntil: Moment | null
  readonly doses: number
}

/** Somebody who is invited, with the phone for the reminder. */
export interface AppointmentView {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly slot: string
  readonly person: string
  readonly name: string
  readonly birth: IsoDate
  readonly phone: string | null
  readonly doses: readonly string[]
  readonly remindedAt: Moment | null
}

/** A morning at a clinic: its queue and its list of appointments. */
export interface Morning {
  readonly now: Moment
  readonly sessions: readonly {
    readonly id: string
    readonly heldOn: IsoDate
    readonly institutionName: string | null
  }[]
  readonly session: SessionView | null
  readonly visits: readonly VisitView[]
  readonly appointments: readonly AppointmentView[]
}

type SessionRow = Omit<SessionView, 'slots'> & { slotMinutes: number; slotCapacity: number }

/** Whoever was passed over waits behind the others. */
const byTurn = (one: VisitView, other: VisitView) => one.passedOver - other.passedOver || one.number - other.number

/** The sessions of a day that the reader sees, and queue and appointments of one of them: the one asked for, or the first. */
export async function readMorning(
  connection: Connection,
  { county, today }: Clock,
  asked: { readonly on?: IsoDate | undefined; readonly session?: string | undefined },
  unmasked: boolean,
): Promise<Morning> {
  const named = (name: string) => (unmasked ? name : maskName(name))
  const rows = await runSql<SessionRow>(
    connection,
    sql`select s.id, s.state, s.held_on::text as "heldOn", s.opens_at as "opensAt", s.closes_at as "closesAt", s.slot_minutes as "slotMinutes",
        s.slot_capacity as "slotCapacity", s.institution, i.name as "institutionName"
      from immunization_session s left join institution i on i.county = s.county and i.code = s.institution
      where s.county = ${county} and s.voided_at is null and s.state <> 'cancelled' and s.held_on = ${asked.on ?? today}::date
      order by s.institution, s.opens_at`,
  )
  const chosen = rows.find(({ id }) => id === asked.session) ?? rows[0]
  const sessions = rows.map(({ id, heldOn, institutionName }) => ({ id, heldOn, institutionName }))
  const now = presentMoment(today)
  if (!chosen) return { now, sessions, session: null, visits: [], appointments: [] }
  const visits = await runSql<VisitView>(
    connection,
    sql`select v.id, v.version, v.number, v.state, v.person, p.name, p.birth::text as birth, v.arrived_at as "arrivedAt", v.called_at as "calledAt",
        v.passed_over as "passedOver", v.observe_until as "observeUntil", v.doses
      from immunization_visit v join person p on p.county = v.county and p.id = v.person
      where v.county = ${county} and v.session = ${chosen.id} and v.voided_at is null`,
  )
  const appointments = await runSql<Omit<AppointmentView, 'phone'> & { phoneCipher: Uint8Array | null }>(
    connection,
    sql`select a.id, a.version, a.state, a.slot, a.person, p.name, p.birth::text as birth, p.phone_cipher as "phoneCipher", a.doses,
        a.reminded_at as "remindedAt"
      from immunization_appointment a join person p on p.county = a.county and p.id = a.person
      where a.county = ${county} and a.session = ${chosen.id} and a.voided_at is null order by a.slot, a.id`,
  )
  const coming = appointments.filter(({ state }) => state === 'booked' || state === 'arrived')
  const { slotMinutes, slotCapacity, ...session } = chosen
  const hours = { ...session, slotMinutes, slotCapacity }
  return {
    now,
    sessions,
    session: {
      ...session,
      slots: placesLeft(
        hours,
        coming.map(({ slot }) => slot),
      ),
    },
    visits: visits.map((each) => ({ ...each, name: named(each.name) })).sort(byTurn),
    appointments: appointments.map(({ phoneCipher, ...each }) => {
      const { phone } = openPerson({ phoneCipher, documentCipher: null, addressCipher: null })
      return { ...each, name: named(each.name), phone: phone && !unmasked ? maskPhone(phone) : phone }
    }),
  }
}

/** A dose that the forecast wants, ready for the station: which lot first, and how it is given. */
export interface WantedDose {
  readonly dose: string
  readonly vaccine: VaccineCode
  readonly overdue: boolean
  readonly lot: {
    readonly id: string
    readonly lotNumber: string
    readonly expiresOn: IsoDate
    readonly left: number
  } | null
  /** Why it cannot be given here now. */
  readonly problem: 'no-lot' | 'held' | null
  readonly quantity: string | null
  readonly route: Administration['route'] | null
  readonly sites: Administration['sites']
}

/** One child at a station. */
export interface Station {
  readonly now: Moment
  readonly session: string
  readonly visit: VisitView & { readonly temperature: number | null }
  readonly sex: string
  readonly wanted: readonly WantedDose[]
  /** The doses of this visit. */
  readonly given: readonly { readonly vaccine: string; readonly lotNumber: string | null }[]
  readonly exclusions: readonly {
    readonly series: string
    readonly kind: string
    readonly note: string
    readonly until: string | null
  }[]
  /** Adverse events after earlier doses. */
  readonly events: readonly { readonly vaccine: string; readonly symptoms: string; readonly on: IsoDate }[]
}

type StockRow = LotStock & { lotNumber: string }

function wantedHere(planned: PlannedDose, lots: readonly StockRow[], today: IsoDate): WantedDose {
  const { dose, vaccine } = planned
  const mine = lots.filter((lot) => lot.vaccine === vaccine)
  const first = firstToUse(mine, vaccine, today)
  const found = first && mine.find(({ id }) => id === first.id)!
  const way = administrations[vaccine]
  return {
    dose,
    vaccine,
    overdue: planned.latest < today,
    lot: found
      ? {
          id: found.id,
          lotNumber: found.lotNumber,
          expiresOn: found.expiresOn,
          left: found.received - found.used - found.discarded,
        }
      : null,
    problem: found ? null : mine.some(({ state }) => state === 'held') ? 'held' : 'no-lot',
    quantity: way?.quantity ?? null,
    route: way?.route ?? null,
    sites: way?.sites ?? [],
  }
}

/** What the station needs to know of a visit; undefined when the reader does not see it. */
export async function readStation(
  connection: Connection,
  { county, today }: Clock,
  id: string,
  unmasked: boolean,
): Promise<Station | undefined> {
  const [found] = await runSql<
    Station['visit'] & { sex: string; institution: string | null; session: string; plan: PlannedDose[] | null }
  >(
    connection,
    sql`select v.id, v.version, v.number, v.state, v.person, p.name, p.birth::text as birth, p.sex, v.arrived_at as "arrivedAt",
        v.called_at as "calledAt", v.passed_over as "passedOver", v.observe_until as "observeUntil", v.doses, v.temperature::float8 as temperature,
        v.institution, v.session, c.plan
      from immunization_visit v join person p on p.county = v.county and p.id = v.person
      left join immunization_card c on c.county = v.county and c.person = v.person and c.voided_at is null
      where v.county = ${county} and v.id = ${id} and v.voided_at is null`,
  )
  if (!found) return undefined
  const { sex, institution, session, plan, ...visit } = found
  const lots = await runSql<StockRow>(
    connection,
    sql`select id, vaccine, expires_on::text as "expiresOn", state, received, used, discarded, lot_number as "lotNumber" from immunization_lot
      where county = ${county} and institution is not distinct from ${institution} and voided_at is null and received > used + discarded`,
  )
  const given = await runSql<Station['given'][number]>(
    connection,
    sql`select vaccine, lot_number as "lotNumber" from immunization_vaccination where county = ${county} and visit = ${id} and voided_at is null`,
  )
  const exclusions = await runSql<Station['exclusions'][number]>(
    connection,
    sql`select series, kind, note, until::text as until from immunization_exclusion
      where county = ${county} and person = ${visit.person} and state = 'open' and voided_at is null`,
  )
  const events = await runSql<Station['events'][number]>(
    connection,
    sql`select vaccine, symptoms, happened_on::text as "on" from immunization_adverse_event
      where county = ${county} and person = ${visit.person} and voided_at is null`,
  )
  return {
    now: presentMoment(today),
    session,
    visit: { ...visit, name: unmasked ? visit.name : maskName(visit.name) },
    sex,
    wanted: wantedOn(plan ?? [], today).map((each) => wantedHere(each, lots, today)),
    given,
    exclusions,
    events,
  }
}
