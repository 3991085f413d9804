import { and, eq, inArray } from 'drizzle-orm'
import { healthRecord } from '@kangheng/domains/public-health/health-record/index.ts'
import { findPersons, openPerson } from '@kangheng/kernel/person/registry.ts'
import { persons } from '@kangheng/kernel/person/tables.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { text } from './markup.ts'

/** What the head of a form says about somebody. */
export interface FormPerson {
  readonly id: string
  readonly name: string
  readonly sex: string
  readonly birth: string
  readonly division: string
  readonly documentNumber: string | null
  readonly phone: string | null
  readonly address: string | null
  /** GB/T 3304 code of the nationality. */
  readonly ethnic: string | null
  readonly recordNumber: string | null
  /** Whom to call, as the cover of the health record has it. */
  readonly contactName: string | null
  readonly contactRelation: string | null
}

const SEXES: Readonly<Record<string, string>> = { male: '男', female: '女' }

/** The people of forms, within what the reader may see. */
export async function formPeople(
  connection: Connection,
  county: string,
  ids: readonly string[],
): Promise<Map<string, FormPerson>> {
  if (ids.length === 0) return new Map()
  const people = await findPersons({ connection, county }, inArray(persons.id, [...ids]))
  const { table } = healthRecord
  const covers = await ormOf(connection)
    .select({
      person: table.person,
      number: table.number,
      contactName: table.contactName,
      contactRelation: table.contactRelation,
      state: table.state,
    })
    .from(table)
    .where(and(eq(table.county, county), inArray(table.person, [...ids])))
  const coverOf = new Map(covers.filter(({ state }) => state === 'open').map((cover) => [cover.person, cover]))
  return new Map(
    people.map((person) => {
      const { documentNumber, phone, address } = openPerson(person)
      const { id, name, birth, division, ethnic } = person
      const { number = null, contactName = null, contactRelation = null } = coverOf.get(id) ?? {}
      const sex = SEXES[person.sex] ?? ''
      const known = { documentNumber, phone, address, ethnic, recordNumber: number, contactName, contactRelation }
      return [id, { id, name, sex, birth, division, ...known }]
    }),
  )
}

/** 姓名 and 编号, as at the head of every form of the norm: the last eight digits of the record number in boxes. */
export function formHead({ name, recordNumber }: FormPerson): string {
  const digits = (recordNumber ?? '').slice(-8).padEnd(8, ' ')
  const box = (part: string) => [...part].map((digit) => `<i>${text(digit.trim())}</i>`).join('')
  return `<div class="head"><span>姓名：<b>${text(name)}</b></span><span class="boxes">编号${box(digits.slice(0, 3))}－${box(digits.slice(3))}</span></div>`
}
