import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { ormOf } from '../store/orm.ts'
import { missing, refuse } from '../text/refusal.ts'
import { findPersons, type Person, type PersonWriter } from './registry.ts'
import { HEAD, type Relation } from './relations.ts'
import { households, persons } from './tables.ts'

/** A household of a village. */
export type Household = typeof households.$inferSelect

type Reader = Pick<PersonWriter, 'connection' | 'county'>

/** A household by id. @throws Refusal when there is none within the actor's scope. */
export async function getHousehold(reader: Reader, id: string): Promise<Household> {
  const [household] = await ormOf(reader.connection)
    .select()
    .from(households)
    .where(and(eq(households.county, reader.county), eq(households.id, id)))
  return household ?? missing({ zh: '该户不存在或不在您的管辖范围内', en: 'No such household within your scope' })
}

/** Living members who are still here, the head first, then by age. */
export async function membersOf(reader: Reader, household: string): Promise<Person[]> {
  const members = await findPersons(reader, and(eq(persons.household, household), eq(persons.state, 'resident')))
  const rank = (person: Person) => `${person.relation === HEAD ? 0 : 1}${person.birth}`
  return members.sort((one, other) => (rank(one) < rank(other) ? -1 : 1))
}

/** The next number in the village's series: five digits, never used twice. One transaction at a time may take one. */
async function nextNumber(writer: PersonWriter, division: string): Promise<string> {
  await writer.connection.query(`select pg_advisory_xact_lock(hashtext('household'), hashtext($1))`, [division])
  const [last] = await writer.connection.query<{ number: string | null }>(
    `select max(number) as number from household where county = $1 and division = $2`,
    [writer.county, division],
  )
  return String(Number(last?.number ?? 0) + 1).padStart(5, '0')
}

/** Opens a household in a village. */
export async function openHousehold(
  writer: PersonWriter,
  values: { division: string; headName: string; villageGroup?: string | null },
): Promise<Household> {
  const { division, headName, villageGroup = null } = values
  const number = await nextNumber(writer, division)
  return writer.insertRow<Household>(households, {
    county: writer.county,
    id: uuidv7(),
    division,
    number,
    headName,
    villageGroup,
    version: 1,
  })
}

/** Puts a person into a household; there is one head, and members live in the household's village. */
export async function joinHousehold(
  writer: PersonWriter,
  person: Person,
  household: Household,
  relation: Relation,
): Promise<Person> {
  if (person.division !== household.division) {
    refuse('household', {
      zh: '此人与该户不在同一个村（社区），请先办理迁移',
      en: 'The person lives in another village than the household; record the move first',
    })
  }
  if (relation === HEAD) {
    const others = (await membersOf(writer, household.id)).filter(
      (member) => member.id !== person.id && member.relation === HEAD,
    )
    if (others.length > 0)
      refuse('relation', {
        zh: '该户已有户主，请先变更户主',
        en: 'The household has a head already; change the head first',
      })
    if (household.headName !== person.name)
      await writer.updateRow<Household>(households, { id: household.id }, { headName: person.name })
  }
  return writer.updateRow<Person>(persons, { id: person.id }, { household: household.id, relation })
}

/** Makes another member the head. The relations of all others must be told anew, because they are relations to the head. */
export async function changeHead(
  writer: PersonWriter,
  household: Household,
  relationsTo: ReadonlyMap<string, Relation>,
): Promise<Household> {
  const members = await membersOf(writer, household.id)
  const heads = members.filter((member) => relationsTo.get(member.id) === HEAD)
  if (heads.length !== 1) refuse('members', { zh: '须指定一名户主', en: 'Exactly one member must be the head' })
  const unknown = members.filter((member) => !relationsTo.has(member.id))
  if (unknown.length > 0) {
    refuse('members', {
      zh: `尚有${unknown.length}名成员未填写与新户主的关系`,
      en: `${unknown.length} members lack their relation to the new head`,
    })
  }
  for (const member of members) {
    const relation = relationsTo.get(member.id)!
    if (member.relation !== relation) await writer.updateRow<Person>(persons, { id: member.id }, { relation })
  }
  return writer.updateRow<Household>(households, { id: household.id }, { headName: heads[0]!.name })
}

/** Splits members off into a household of their own. At least one member stays behind, otherwise it would be a change of head. */
export async function splitHousehold(
  writer: PersonWriter,
  from: Household,
  relationsTo: ReadonlyMap<string, Relation>,
): Promise<Household> {
  const members = await membersOf(writer, from.id)
  const leaving = members.filter((member) => relationsTo.has(member.id))
  if (leaving.length !== relationsTo.size)
    refuse('members', {
      zh: '分出的人员中有人不属于该户',
      en: 'Somebody to be split off is no member of the household',
    })
  if (leaving.length === members.length)
    refuse('members', { zh: '原户至少须保留一人', en: 'At least one member must stay in the old household' })
  const heads = leaving.filter((member) => relationsTo.get(member.id) === HEAD)
  if (heads.length !== 1)
    refuse('members', { zh: '新户须指定一名户主', en: 'The new household needs exactly one head' })
  const opened = await openHousehold(writer, {
    division: from.division,
    headName: heads[0]!.name,
    villageGroup: from.villageGroup,
  })
  for (const member of leaving) {
    await writer.updateRow<Person>(
      persons,
      { id: member.id },
      { household: opened.id, relation: relationsTo.get(member.id)! },
    )
  }
  return opened
}
