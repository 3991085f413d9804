import { sql } from 'drizzle-orm'
import { withHouseRights } from '@kangheng/kernel/access/house-rights.ts'
import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { momentOf, presentMoment } from '@kangheng/kernel/period/moment.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { runSql } from '@kangheng/kernel/store/orm.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { doseTitles, vaccineTitles } from '../codes.ts'
import type { VaccineCode } from '../forecast/vaccines.ts'
import { wantedOn, type PlannedDose } from '../vaccination/plan.ts'
import { placesLeft, type OpeningHours } from './slots.ts'

/** How far ahead a family may book. */
const DAYS_AHEAD = 30

/** A member of the family whose vaccinations the reader sees: oneself, and children in one's care. */
export interface FamilyMember {
  readonly id: string
  readonly name: string
  readonly birth: IsoDate
  readonly division: string
}

/** What the forecast wants of a person, from a day on. */
export interface ComingDose {
  readonly dose: Text
  readonly vaccine: Text
  readonly from: IsoDate
  readonly latest: IsoDate
  readonly standing: 'overdue' | 'due' | 'future'
}

/** A session with the places left in it, and what the person would be given. */
export interface OpenSession {
  readonly id: string
  readonly heldOn: IsoDate
  readonly clinic: string
  readonly doses: readonly Text[]
  readonly slots: readonly { readonly slot: string; readonly left: number }[]
}

/** The vaccinations of one person, as the family sees them. */
export interface FamilyView {
  readonly family: readonly FamilyMember[]
  readonly person: string
  /** Null when there is no vaccination card: nothing can be booked then. */
  readonly card: string | null
  readonly certificate: boolean
  readonly coming: readonly ComingDose[]
  readonly given: readonly {
    readonly id: string
    readonly vaccine: Text
    readonly counts: readonly Text[]
    readonly on: IsoDate
  }[]
  readonly appointments: readonly {
    readonly id: string
    readonly version: number
    readonly state: string
    readonly heldOn: IsoDate
    readonly slot: string
    readonly clinic: string
    readonly doses: readonly Text[]
  }[]
  readonly sessions: readonly OpenSession[]
}

const titled = (doses: readonly string[]): Text[] => doses.flatMap((dose) => doseTitles[dose] ?? [])

function comingOf({ dose, vaccine, from, latest }: PlannedDose, today: IsoDate): ComingDose {
  const standing = latest < today ? 'overdue' : from <= today ? 'due' : 'future'
  return { dose: doseTitles[dose]!, vaccine: vaccineTitles[vaccine], from, latest, standing }
}

type SessionRow = OpeningHours & {
  id: string
  heldOn: IsoDate
  clinic: string
  slotCapacity: number
  taken: string[]
}

/** Open sessions of the clinics that serve a division. Read with the house's rights: a family sees how many places are left, never who has them. */
const sessionsFor = (connection: Connection, county: string, division: string, today: IsoDate) =>
  withHouseRights(connection, () =>
    runSql<SessionRow>(
      connection,
      sql`select s.id, s.held_on::text as "heldOn", i.name as clinic, s.opens_at as "opensAt", s.closes_at as "closesAt", s.slot_minutes as "slotMinutes",
          s.slot_capacity as "slotCapacity",
          coalesce((select jsonb_agg(a.slot) from immunization_appointment a where a.county = s.county and a.session = s.id
            and a.state in ('booked', 'arrived') and a.voided_at is null), '[]'::jsonb) as taken
        from immunization_session s join institution i on i.county = s.county and i.code = s.institution
        where s.county = ${county} and s.state = 'open' and s.voided_at is null and s.held_on between ${today}::date and ${addDays(today, DAYS_AHEAD)}::date
          and s.division in (${division}, ${division.slice(0, 9)}, ${division.slice(0, 6)})
        order by s.held_on, i.name`,
    ),
  )

/** What a family may know and choose: doses given and coming, appointments, and sessions on whose day something is due. Undefined for somebody else's child. */
export async function readFamily(
  connection: Connection,
  { county, today }: { readonly county: string; readonly today: IsoDate },
  asked: string | undefined,
): Promise<FamilyView | undefined> {
  // Row-level security leaves the holder of the account and the children in the holder's care.
  const family = await runSql<FamilyMember>(
    connection,
    sql`select id, name, birth::text as birth, division from person where county = ${county} and state = 'resident' order by birth desc, id`,
  )
  const member = asked ? family.find(({ id }) => id === asked) : family[0]
  if (!member) return undefined
  const [card] = await runSql<{ number: string; plan: PlannedDose[] | null }>(
    connection,
    sql`select number, plan from immunization_card where county = ${county} and person = ${member.id} and voided_at is null`,
  )
  const certificates = await runSql(
    connection,
    sql`select id from immunization_certificate where county = ${county} and person = ${member.id} and state = 'valid' and voided_at is null`,
  )
  const given = await runSql<{
    id: string
    vaccine: VaccineCode
    dose: string | null
    secondDose: string | null
    on: IsoDate
  }>(
    connection,
    sql`select id, vaccine, dose, second_dose as "secondDose", happened_on::text as "on" from immunization_vaccination
      where county = ${county} and person = ${member.id} and voided_at is null order by happened_on desc, vaccine`,
  )
  const appointments = await runSql<Omit<FamilyView['appointments'][number], 'doses'> & { doses: string[] }>(
    connection,
    sql`select a.id, a.version, a.state, a.held_on::text as "heldOn", a.slot, coalesce(i.name, '') as clinic, a.doses
      from immunization_appointment a left join institution i on i.county = a.county and i.code = a.institution
      where a.county = ${county} and a.person = ${member.id} and a.voided_at is null and a.held_on >= ${addDays(today, -90)}::date
      order by a.held_on desc, a.slot desc, a.id desc limit 10`,
  )
  const plan = card?.plan ?? []
  const sessions = card ? await sessionsFor(connection, county, member.division, today) : []
  const now = presentMoment(today)
  return {
    family,
    person: member.id,
    card: card?.number ?? null,
    certificate: certificates.length > 0,
    // What only comes when another dose was missed (DT for DTaP) would worry a family for nothing.
    coming: plan
      .filter(({ from }) => from <= today || !plan.some(({ until }) => until === from))
      .toSorted((one, other) => (one.from < other.from ? -1 : 1))
      .map((each) => comingOf(each, today)),
    given: given.map(({ id, vaccine, dose, secondDose, on }) => ({
      ...{ id, on, vaccine: vaccineTitles[vaccine] },
      counts: titled([dose, secondDose].filter((each) => each !== null)),
    })),
    appointments: appointments.map((each) => ({ ...each, doses: titled(each.doses) })),
    sessions: sessions.flatMap(({ id, heldOn, clinic, taken, ...hours }) => {
      const doses = titled(wantedOn(plan, heldOn).map(({ dose }) => dose))
      const slots = placesLeft(hours, taken).filter(({ slot }) => momentOf(heldOn, slot) > now)
      return doses.length > 0 && slots.length > 0 ? [{ id, heldOn, clinic, doses, slots }] : []
    }),
  }
}
