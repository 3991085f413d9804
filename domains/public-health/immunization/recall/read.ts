import { type SQL, sql } from 'drizzle-orm'
import { maskName, maskPhone } from '@kangheng/kernel/person/mask.ts'
import { openPerson } from '@kangheng/kernel/person/registry.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { runSql } from '@kangheng/kernel/store/orm.ts'
import type { severities } from '../codes.ts'
import type { ways } from './records.ts'
import { stoppedLots } from './stopped.ts'

/** A lot as the manufacturer numbered it, wherever it lies. */
export interface LotName {
  readonly vaccine: string
  readonly lotNumber: string
}

/** Whether somebody who had a dose of the lot knows. */
export const standings = ['open', 'missed', 'told'] as const
export type Standing = (typeof standings)[number]

/** Somebody who had a dose of the lot. */
export interface Recipient {
  readonly vaccination: string
  readonly person: string
  readonly name: string
  readonly birth: IsoDate
  /** Of the resident register: `resident`, `left`, `dead` … */
  readonly residence: string
  readonly phone: string | null
  readonly division: string
  readonly divisionName: string
  readonly institutionName: string | null
  readonly givenOn: IsoDate
  readonly standing: Standing
  /** The latest attempt, or the one that succeeded. */
  readonly notice: {
    readonly on: IsoDate
    readonly by: string
    readonly way: keyof typeof ways
    readonly note: string | null
    readonly attempts: number
  } | null
  /** A reaction after this dose. */
  readonly event: { readonly id: string; readonly severity: keyof typeof severities } | null
}

/** What lies of the lot in one clinic. */
export interface StockOfLot {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly institutionName: string | null
  readonly manufacturer: string
  readonly expiresOn: IsoDate
  readonly left: number
  readonly stoppedOn: IsoDate | null
  readonly stoppedReason: string | null
}

/** A lot that is or may be recalled: its stock, and everybody who had a dose of it. */
export interface Recall extends LotName {
  /** Since when nobody gives it any more; null for a lot that is only looked at: of it nobody is to be told. */
  readonly stoppedOn: IsoDate | null
  readonly stock: readonly StockOfLot[]
  readonly counts: Readonly<Record<Standing, number>> & { readonly events: number }
  /** Whom the filter leaves, before they are cut into pages. */
  readonly total: number
  readonly rows: readonly Recipient[]
}

interface Asked extends LotName {
  readonly standing?: Standing | undefined
  readonly offset: number
  readonly limit: number
}

/** Every dose of a lot, with the attempt to tell its person that counts: the one that succeeded, otherwise the latest. Who had two doses is told once. */
const recipients = (county: string, { vaccine, lotNumber }: LotName): SQL => sql`
  had as materialized (
    select id, person, division, institution, happened_on from immunization_vaccination
    where county = ${county} and lot_number = ${lotNumber} and vaccine = ${vaccine} and voided_at is null and person is not null
  ), attempt as (
    select distinct on (person) person, state, happened_on, told_by, way, note, count(*) over (partition by person)::int as attempts
    from immunization_recall_notice
    where county = ${county} and lot_number = ${lotNumber} and vaccine = ${vaccine} and voided_at is null
    order by person, (state = 'told') desc, recorded_at desc, id desc
  ), event as (
    select distinct on (vaccination) vaccination, id, severity from immunization_adverse_event
    where county = ${county} and vaccination in (select id from had) and voided_at is null
    order by vaccination, recorded_at desc
  ), known as (
    select had.*, coalesce(attempt.state, 'open') as standing, attempt.happened_on as told_on, attempt.told_by, attempt.way, attempt.note, attempt.attempts,
      event.id as event, event.severity
    from had left join attempt on attempt.person = had.person left join event on event.vaccination = had.id
  )`

type Row = Omit<Recipient, 'notice' | 'event' | 'phone'> & {
  phoneCipher: Uint8Array | null
  toldOn: IsoDate | null
  toldBy: string
  way: keyof typeof ways
  note: string | null
  attempts: number
  event: string | null
  severity: keyof typeof severities
}

function recipientOf(
  { phoneCipher, toldOn, toldBy, way, note, attempts, event, severity, ...row }: Row,
  unmasked: boolean,
): Recipient {
  const { phone } = openPerson({ phoneCipher, documentCipher: null, addressCipher: null })
  return {
    ...row,
    name: unmasked ? row.name : maskName(row.name),
    phone: phone && !unmasked ? maskPhone(phone) : phone,
    notice: toldOn ? { on: toldOn, by: toldBy, way, note, attempts } : null,
    event: event ? { id: event, severity } : null,
  }
}

/** A lot with a page of those who had it, not yet told first, within what the reader may see. Names and phones are masked unless the reader may see them. */
export async function readRecall(
  connection: Connection,
  county: string,
  asked: Asked,
  unmasked: boolean,
): Promise<Recall> {
  const { vaccine, lotNumber, standing, offset, limit } = asked
  const stopped = await stoppedLots(connection, county)
  const { stoppedOn = null } = stopped.find((each) => each.vaccine === vaccine && each.lotNumber === lotNumber) ?? {}
  const stock = await runSql<StockOfLot>(
    connection,
    sql`select l.id, l.version, l.state, i.name as "institutionName", l.manufacturer, l.expires_on::text as "expiresOn",
        l.received - l.used - l.discarded as left, l.stopped_on::text as "stoppedOn", l.stopped_reason as "stoppedReason"
      from immunization_lot l left join institution i on i.county = l.county and i.code = l.institution
      where l.county = ${county} and l.lot_number = ${lotNumber} and l.vaccine = ${vaccine} and l.voided_at is null order by l.institution, l.id`,
  )
  // One row at least, for the counts of a lot that nobody had.
  const found = await runSql<{ counts: Recall['counts']; vaccination: string | null } & Omit<Row, 'vaccination'>>(
    connection,
    sql`with ${recipients(county, asked)}, counted as (
        select jsonb_build_object('open', count(*) filter (where standing = 'open'), 'missed', count(*) filter (where standing = 'missed'),
          'told', count(*) filter (where standing = 'told'), 'events', count(event)) as counts from known
      ), page as (
        select * from known where ${standing ? sql`standing = ${standing}` : sql`true`}
        order by array_position(array['open', 'missed', 'told'], standing), division, happened_on, id limit ${limit} offset ${offset}
      )
      select c.counts, k.id as vaccination, k.person, p.name, p.birth::text as birth, p.state as residence, p.phone_cipher as "phoneCipher", k.division,
        concat(t.name, case when t.code <> d.code then d.name end) as "divisionName", i.name as "institutionName", k.happened_on::text as "givenOn", k.standing,
        k.told_on::text as "toldOn", k.told_by as "toldBy", k.way, k.note, k.attempts, k.event, k.severity
      from counted c left join (page k join person p on p.county = ${county} and p.id = k.person join division d on d.code = k.division
        left join division t on t.code = left(k.division, 9) left join institution i on i.county = ${county} and i.code = k.institution) on true
      order by array_position(array['open', 'missed', 'told'], k.standing), k.division, k.happened_on, k.id`,
  )
  const { counts } = found[0]!
  const rows = found.flatMap(({ counts: _counts, vaccination, ...row }): Row[] =>
    vaccination === null ? [] : [{ ...row, vaccination }],
  )
  const total = standing ? counts[standing] : counts.open + counts.missed + counts.told
  return { vaccine, lotNumber, stoppedOn, stock, counts, total, rows: rows.map((row) => recipientOf(row, unmasked)) }
}

/** A lot on the list of recalls. */
export interface RecallSummary extends LotName {
  readonly manufacturer: string
  readonly stoppedOn: IsoDate | null
  readonly stoppedReason: string | null
  readonly recipients: number
  readonly told: number
  readonly events: number
}

/**
 * Stopped lots of which the reader has stock or people, and lots after which more than one reaction was registered within a year, latest first. People, stock
 * and reactions are those that the reader may see.
 */
export async function readRecalls(
  connection: Connection,
  { county, today }: { county: string; today: IsoDate },
): Promise<RecallSummary[]> {
  const everywhere = JSON.stringify(await stoppedLots(connection, county))
  return runSql<RecallSummary>(
    connection,
    sql`with stopped as (
        select s.vaccine, s."lotNumber" as lot_number, s.manufacturer, s."stoppedOn" as stopped_on, s."stoppedReason" as stopped_reason
        from jsonb_to_recordset(${everywhere}::jsonb) as s (vaccine text, "lotNumber" text, manufacturer text, "stoppedOn" date, "stoppedReason" text)
        where exists (select 1 from immunization_lot l where l.county = ${county} and l.lot_number = s."lotNumber" and l.vaccine = s.vaccine and l.voided_at is null)
          or exists (select 1 from immunization_vaccination v where v.county = ${county} and v.lot_number = s."lotNumber" and v.vaccine = s.vaccine
            and v.voided_at is null and v.person is not null)
      ), reported as (
        select vaccine, lot_number, count(*)::int as events from immunization_adverse_event
        where county = ${county} and voided_at is null and lot_number is not null and happened_on > ${today}::date - 365 group by 1, 2
      ), listed as (
        select coalesce(s.vaccine, r.vaccine) as vaccine, coalesce(s.lot_number, r.lot_number) as lot_number, s.manufacturer, s.stopped_on, s.stopped_reason,
          coalesce(r.events, 0) as events
        from stopped s full join reported r on r.vaccine = s.vaccine and r.lot_number = s.lot_number where s.vaccine is not null or r.events > 1
        order by s.stopped_on desc nulls last, r.events desc nulls last limit 50
      )
      select l.vaccine, l.lot_number as "lotNumber", coalesce(l.manufacturer, '') as manufacturer, l.stopped_on::text as "stoppedOn", l.stopped_reason as "stoppedReason",
        (select count(*)::int from immunization_vaccination v where v.county = ${county} and v.lot_number = l.lot_number and v.vaccine = l.vaccine
          and v.voided_at is null and v.person is not null) as recipients,
        (select count(*)::int from immunization_vaccination v where v.county = ${county} and v.lot_number = l.lot_number and v.vaccine = l.vaccine
          and v.voided_at is null and v.person in (select n.person from immunization_recall_notice n where n.county = ${county}
            and n.lot_number = l.lot_number and n.vaccine = l.vaccine and n.state = 'told' and n.voided_at is null)) as told, l.events
      from listed l order by l.stopped_on desc nulls last, l.events desc`,
  )
}
