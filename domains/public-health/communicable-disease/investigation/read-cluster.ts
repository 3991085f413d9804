import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { missing } from '@kangheng/kernel/text/refusal.ts'
import { ratio, text, whole } from '@kangheng/kernel/wording/decimal.ts'
import { notifiableCases } from '../tables.ts'
import { courseOf } from './course.ts'
import { type CurveDay, epidemicCurve, generations, meanSerialInterval } from './spread.ts'
import { caseContacts, caseInvestigations, clusterCases, clusters, transmissionLinks } from './tables.ts'

/** A case as the picture of a cluster shows it: by its number in the order of onset, never by name. */
export interface ClusterMember {
  readonly id: string
  readonly number: number
  readonly onset: IsoDate
  readonly division: string
  readonly category: string
  readonly generation: number
  readonly investigated: boolean
  readonly contacts: number
}

/** How many contacts of a cluster stand where. */
export type ContactTally = Readonly<Record<'observing' | 'symptomatic' | 'case' | 'released' | 'lost', number>>

/** A cluster with everything that its page draws, as far as the reader may see it. */
export interface ClusterPicture {
  readonly id: string
  readonly members: readonly ClusterMember[]
  readonly links: readonly { readonly infector: string; readonly infectee: string; readonly interval: number }[]
  readonly curve: readonly CurveDay[]
  readonly contacts: ContactTally
  /** Cases per hundred exposed, two decimals; null while nobody has said how many were exposed. */
  readonly attackRate: string | null
  /** Mean days between the onsets of linked cases, one decimal. */
  readonly generationTime: string | null
  readonly incubation: readonly [number, number] | null
  readonly quietIncubations: number | null
  readonly villages: readonly {
    readonly code: string
    readonly name: string
    readonly x: number | null
    readonly y: number | null
    readonly cases: number
  }[]
}

/** Villages where a cluster has cases, and their neighbours in the same townships. */
function villagesOf(
  connection: Connection,
  members: readonly ClusterMember[],
): Promise<ClusterPicture['villages'][number][]> {
  return connection.query(
    `select d.code, d.name, d.x, d.y, count(m.place)::int as cases from division d
       left join unnest($1::text[]) as m(place) on m.place = d.code
     where d.parent in (select left(place, 9) collate "C" from unnest($1::text[]) as m(place))
     group by d.code, d.name, d.x, d.y order by d.code`,
    [members.map((member) => member.division)],
  )
}

/** Reads a cluster. @throws Refusal when there is none in sight. */
export async function readCluster(connection: Connection, county: string, id: string): Promise<ClusterPicture> {
  const orm = ormOf(connection)
  const [row] = await orm
    .select()
    .from(clusters)
    .where(and(eq(clusters.county, county), eq(clusters.id, id)))
  if (!row) return missing({ zh: '没有这起聚集性疫情，或不在您的管辖范围内', en: 'No such cluster within your scope' })
  const cards = await orm
    .select({
      id: notifiableCases.id,
      onset: notifiableCases.happenedOn,
      division: notifiableCases.division,
      category: notifiableCases.category,
      investigated: sql<boolean>`exists (select 1 from ${caseInvestigations} where ${caseInvestigations.county} = ${notifiableCases.county} and ${caseInvestigations.case} = ${notifiableCases.id} and ${caseInvestigations.voidedAt} is null)`,
    })
    .from(clusterCases)
    .innerJoin(
      notifiableCases,
      and(eq(notifiableCases.county, clusterCases.county), eq(notifiableCases.id, clusterCases.case)),
    )
    .where(and(eq(clusterCases.county, county), eq(clusterCases.cluster, id), isNull(clusterCases.voidedAt)))
    .orderBy(asc(notifiableCases.happenedOn), asc(notifiableCases.diagnosedAt), asc(notifiableCases.id))
  const ids = cards.map((card) => card.id)
  const links = await linksAmong(connection, county, ids)
  const contacts = await orm
    .select({ case: caseContacts.case, state: caseContacts.state })
    .from(caseContacts)
    .where(and(eq(caseContacts.county, county), inArray(caseContacts.case, ids), isNull(caseContacts.voidedAt)))
  const generationOf = generations(ids, links)
  const members = cards.map((card, index) => ({
    ...card,
    number: index + 1,
    generation: generationOf.get(card.id)!,
    contacts: contacts.filter((contact) => contact.case === card.id).length,
  }))
  const onsets = new Map(cards.map((card) => [card.id, card.onset]))
  const mean = meanSerialInterval(links, (each) => onsets.get(each))
  const course = courseOf(row.disease, null, row.lastOnsetOn ?? row.fromOn)
  const tally = { observing: 0, symptomatic: 0, case: 0, released: 0, lost: 0 }
  for (const { state } of contacts) tally[state as keyof ContactTally] += 1
  return {
    id,
    members,
    links,
    curve: epidemicCurve(cards.map((card) => card.onset)),
    contacts: tally,
    attackRate: row.exposed ? text(ratio(whole(cards.length), whole(row.exposed), 100, 2)) : null,
    generationTime: mean === undefined ? null : mean.toFixed(1),
    incubation: course?.incubation ?? null,
    quietIncubations: course?.quietIncubations ?? null,
    villages: await villagesOf(connection, members),
  }
}

async function linksAmong(connection: Connection, county: string, ids: readonly string[]) {
  const { infector, infectee, interval, voidedAt } = transmissionLinks
  const rows = await ormOf(connection)
    .select({ infector, infectee, interval })
    .from(transmissionLinks)
    .where(
      and(
        eq(transmissionLinks.county, county),
        isNull(voidedAt),
        or(inArray(infector, [...ids]), inArray(infectee, [...ids])),
      ),
    )
  const inside = new Set(ids)
  return rows.filter((link) => inside.has(link.infector) && inside.has(link.infectee))
}
