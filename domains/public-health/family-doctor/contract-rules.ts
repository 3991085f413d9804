import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import type { RowOf } from '@kangheng/kernel/record/define-record.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { persons, residenceEpisodes as episodes } from '@kangheng/kernel/person/tables.ts'
import { ormOf, runSql } from '@kangheng/kernel/store/orm.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { DOCTOR_LOAD } from './contract.ts'
import { keyGroupTitles, type KeyGroupId } from './key-groups.ts'
import { contract, keyMembership } from './records.ts'
import { contracts, keyMemberships, type members, type packages, type teams } from './tables.ts'
import { member, servicePackage, signingKinds, team } from './team-records.ts'

/** The part of an action's context that rules read through; any record's action has it. */
export type Reader = Pick<ActionContext, 'connection' | 'county' | 'find' | 'findAll'>

/**
 * The usual resident, locked until the transaction ends: two signings for one person at the same moment come one after the other,
 * so that the rule of one contract sees both.
 */
export async function getResident({ connection, county }: Reader, id: string, on: IsoDate) {
  await runSql(connection, sql`select pg_advisory_xact_lock(hashtextextended(${`contract ${id}`}, 0))`)
  const [person] = await ormOf(connection)
    .select()
    .from(persons)
    .where(and(eq(persons.county, county), eq(persons.id, id)))
  if (!person) return refuse('person', { zh: '查无此人，或不在您的管辖范围内', en: 'No such person within your scope' })
  const [home] = await ormOf(connection)
    .select({ id: episodes.id })
    .from(episodes)
    .where(
      and(
        eq(episodes.county, county),
        eq(episodes.person, id),
        eq(episodes.kind, 'usual'),
        lte(episodes.startsOn, on),
        or(isNull(episodes.endsOn), gt(episodes.endsOn, on)),
      ),
    )
  if (!home) {
    return refuse('person', {
      zh: `此人在${on}不是本县常住居民（死亡、迁出或尚未迁入），不能签约`,
      en: `Not a usual resident on ${on} (died, moved away or not yet arrived): signing is not possible`,
    })
  }
  return person
}

/** All contracts of a person that were not voided. */
export function contractsOf({ findAll }: Reader, person: string): Promise<RowOf<typeof contracts>[]> {
  return findAll(contract, and(eq(contracts.person, person), isNull(contracts.voidedAt)))
}

/** The team and the doctor who signs for it; both must be at work on the day. */
export async function getSigningDoctor(
  { find }: Reader,
  ids: { team: string; doctor: string },
  on: IsoDate,
): Promise<{ team: RowOf<typeof teams>; doctor: RowOf<typeof members> }> {
  const found = await find(team, eq(team.table.id, ids.team))
  if (!found) return refuse('team', { zh: '没有这个签约团队', en: 'There is no such team' })
  if (found.dissolvedOn && found.dissolvedOn <= on) {
    return refuse('team', {
      zh: `该团队已于${found.dissolvedOn}撤销`,
      en: `The team was dissolved on ${found.dissolvedOn}`,
    })
  }
  const doctor = await find(member, eq(member.table.id, ids.doctor))
  const serves = doctor && doctor.team === ids.team && !(doctor.leftOn && doctor.leftOn <= on)
  if (!serves) return refuse('doctor', { zh: '该医生不在此团队中', en: 'The doctor is not in this team' })
  if (!signingKinds.includes(doctor.kind)) {
    return refuse('doctor', {
      zh: '护士不能作为签约医生，请选择团队中的医生或公卫人员',
      en: 'A nurse cannot sign; choose a doctor or public-health worker of the team',
    })
  }
  return { team: found, doctor }
}

/** The package, if it is offered on the day and meant for the person. */
export async function getPackage(
  reader: Reader,
  id: string,
  person: string,
  on: IsoDate,
): Promise<RowOf<typeof packages>> {
  const found = await reader.find(servicePackage, eq(servicePackage.table.id, id))
  if (!found) return refuse('package', { zh: '没有这个服务包', en: 'There is no such package' })
  if (found.happenedOn > on || (found.retiredOn && found.retiredOn <= on)) {
    return refuse('package', { zh: `该服务包在${on}不在用`, en: `The package is not offered on ${on}` })
  }
  if (found.groups.length === 0) return found
  const groups = await groupsOf(reader, person, on)
  if (!groups.some((group) => found.groups.includes(group))) {
    const titles = found.groups.map((group) => keyGroupTitles[group as KeyGroupId])
    return refuse('package', {
      zh: `该服务包只适用于：${titles.map((title) => title.zh).join('、')}`,
      en: `The package is for: ${titles.map((title) => title.en).join(', ')}`,
    })
  }
  return found
}

/** The key groups a person is in on a day. */
export async function groupsOf({ findAll }: Reader, person: string, on: IsoDate): Promise<string[]> {
  const rows = await findAll(
    keyMembership,
    and(
      eq(keyMemberships.person, person),
      isNull(keyMemberships.voidedAt),
      lte(keyMemberships.happenedOn, on),
      sql`(${keyMemberships.endsOn} is null or ${keyMemberships.endsOn} > ${on})`,
    ),
  )
  return rows.map((row) => row.group)
}

/** A warning when the doctor would have more contracts on the day than the norm asks for; signing goes on. */
export async function loadWarning(
  { connection, county }: Reader,
  doctor: string,
  on: IsoDate,
): Promise<Text | undefined> {
  const [row] = await ormOf(connection)
    .select({ load: sql<number>`count(*)::int` })
    .from(contracts)
    .where(
      and(
        eq(contracts.county, county),
        eq(contracts.doctor, doctor),
        isNull(contracts.voidedAt),
        lte(contracts.startsOn, on),
        gt(contracts.endsOn, on),
      ),
    )
  const load = row?.load ?? 0
  if (load < DOCTOR_LOAD) return undefined
  return {
    zh: `该医生已签约${load}人，超过每名医生不超过${DOCTOR_LOAD}人的要求`,
    en: `The doctor has ${load} contracts already; the norm is at most ${DOCTOR_LOAD}`,
  }
}
