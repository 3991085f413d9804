import { and, eq, inArray, type SQL } from 'drizzle-orm'
import type { ActionContext } from '../record/define-action.ts'
import type { IsoDate } from '../period/date.ts'
import { ormOf } from '../store/orm.ts'
import { missing, Refusal } from '../text/refusal.ts'
import type { DocumentKind } from './identity-number.ts'
import { pinyinInitials } from './pinyin.ts'
import { persons, residenceEpisodes } from './tables.ts'
import { getVault } from './vault-holder.ts'

/** What the person functions need of an action's context. */
export type PersonWriter = Pick<ActionContext, 'connection' | 'county' | 'insertRow' | 'updateRow'>

/** A row of the master index. */
export type Person = typeof persons.$inferSelect

/** A residence episode. */
export type Episode = typeof residenceEpisodes.$inferSelect

/** A document as it is entered, already checked. */
export interface DocumentNumber {
  readonly kind: DocumentKind
  readonly number: string
}

/** What is known of a person in clear; the protected columns of the row are made from it. */
export interface PersonFacts {
  readonly name: string
  readonly sex: 'male' | 'female' | 'unknown'
  readonly birth: IsoDate
  readonly ethnic?: string | null | undefined
  /** Null for a newborn without a number. */
  readonly document: DocumentNumber | null
  readonly phone?: string | null | undefined
  readonly address?: string | null | undefined
  readonly villageGroup?: string | null | undefined
  readonly registration?: 'rural' | 'urban' | 'resident' | 'collective' | null | undefined
  readonly motherName?: string | null | undefined
}

/** The stored form of (some) facts: pinyin added, document, phone and address encrypted. */
export function protectedColumns(facts: Partial<PersonFacts>): Partial<Person> {
  const vault = getVault()
  const seal = (text: string | null | undefined) => (text ? vault.encrypt(text) : null)
  const { document, phone, address, name, ...plain } = facts
  return {
    ...plain,
    ...(name === undefined ? {} : { name, pinyin: pinyinInitials(name) }),
    ...(phone === undefined ? {} : { phoneCipher: seal(phone) }),
    ...(address === undefined ? {} : { addressCipher: seal(address) }),
    ...(document === undefined
      ? {}
      : {
          documentKind: document?.kind ?? 'NONE',
          documentCipher: seal(document?.number),
          documentKey: document ? vault.blindIndex(document.kind, document.number) : null,
        }),
  } as Partial<Person>
}

/** The protected columns in clear, for a reader who may see them. */
export function openPerson(person: Pick<Person, 'documentCipher' | 'phoneCipher' | 'addressCipher'>): {
  documentNumber: string | null
  phone: string | null
  address: string | null
} {
  const [documentNumber, phone, address] = getVault().decryptAll([
    person.documentCipher,
    person.phoneCipher,
    person.addressCipher,
  ])
  return { documentNumber: documentNumber ?? null, phone: phone ?? null, address: address ?? null }
}

/** Persons that match, within what the actor may see. */
export async function findPersons(
  writer: Pick<PersonWriter, 'connection' | 'county'>,
  where: SQL | undefined,
): Promise<Person[]> {
  return ormOf(writer.connection)
    .select()
    .from(persons)
    .where(and(eq(persons.county, writer.county), where))
}

/** A person by id. @throws Refusal when there is none within the actor's scope. */
export async function getPerson(writer: Pick<PersonWriter, 'connection' | 'county'>, id: string): Promise<Person> {
  const [person] = await findPersons(writer, eq(persons.id, id))
  return person ?? missing({ zh: '查无此人，或不在您的管辖范围内', en: 'No such person within your scope' })
}

/** The person who has this document, within what the actor may see. */
export async function findByDocument(
  writer: Pick<PersonWriter, 'connection' | 'county'>,
  document: DocumentNumber,
): Promise<Person | undefined> {
  const [person] = await findPersons(
    writer,
    eq(persons.documentKey, getVault().blindIndex(document.kind, document.number)),
  )
  return person
}

/** The person's residence episodes, oldest first. */
export async function episodesOf(
  writer: Pick<PersonWriter, 'connection' | 'county'>,
  ids: string | readonly string[],
): Promise<Episode[]> {
  return ormOf(writer.connection)
    .select()
    .from(residenceEpisodes)
    .where(and(eq(residenceEpisodes.county, writer.county), inArray(residenceEpisodes.person, [ids].flat())))
    .orderBy(residenceEpisodes.startsOn, residenceEpisodes.id)
}

/** Refuses what can only be said of somebody living. */
export function assertAlive(person: Person): void {
  if (person.state === 'died') {
    throw new Refusal(
      'conflict',
      { zh: `此人已登记于${person.diedOn}死亡`, en: `This person is registered as died on ${person.diedOn}` },
      { field: 'person' },
    )
  }
  if (person.state === 'merged' || person.state === 'voided') {
    throw new Refusal(
      'conflict',
      {
        zh: '该档案已合并或作废，请使用保留的档案',
        en: 'This file has been merged or voided; use the one that was kept',
      },
      { field: 'person' },
    )
  }
}

/**
 * Turns the database's answer to a second person with the same document into a refusal. The person is registered where the actor
 * cannot look (otherwise it would have been found before), so nothing is told about where.
 */
export async function refuseTakenDocument<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const fault = (error as { cause?: unknown }).cause ?? error
    const { code, constraint, message } = fault as { code?: string; constraint?: string; message?: string }
    if (code !== '23505' || !`${constraint} ${message}`.includes('person_document')) throw error
    throw new Refusal(
      'conflict',
      {
        zh: '该证件号码已在本县其他乡镇登记。请由原登记地办理迁出，或请县级办理迁移',
        en: 'This document is registered elsewhere in the county. Ask that place to hand the person over, or the county to move them',
      },
      { field: 'document' },
    )
  }
}
