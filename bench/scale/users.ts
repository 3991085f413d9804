import { createAccount } from '@kangheng/kernel/access/accounts.ts'
import { installationActor } from '@kangheng/kernel/access/first-administrator.ts'
import { rangeOf } from '@kangheng/kernel/place/code.ts'
import { centreCode, clinicCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { Setting } from '@kangheng/server/setting.ts'

export type Level = 'county' | 'township' | 'village'

/** A user of the load: who signs in, and what the user's work is about. */
export interface LoadUser {
  readonly username: string
  readonly level: Level
  readonly division: string
  /** The address the proxy tells. */
  readonly address: string
  /** Some residents of the place, to be searched for and opened. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly pinyin: string }[]
  /** Patients whose follow-up the user saves, each once; nobody else does. */
  readonly patients: string[]
}

export const PASSWORD = 'three hundred offices at once'
/** Of six users three work in villages, two in townships, one in the bureau. */
const MIX: readonly Level[] = ['village', 'township', 'village', 'county', 'township', 'village']
const ROLES = { county: 'bureau-section', township: 'township-centre', village: 'village-doctor' } as const
const PEOPLE = 40

async function placesOf({ database, county }: Setting): Promise<Readonly<Record<Level, readonly string[]>>> {
  const rows = await database.query<{ code: string }>('select code from division where left(code, 6) = $1 order by 1', [
    county,
  ])
  const codes = rows.map(({ code }) => code)
  const ofLength = (length: number) => codes.filter((code) => code.length === length)
  return { county: [county], township: ofLength(9), village: ofLength(12) }
}

const institutionOf = (level: Level, division: string) =>
  level === 'village' ? clinicCode(division) : level === 'township' ? centreCode(division) : null

/** Some residents of a division; of colleagues each has others, as far as there are so many. */
async function peopleOf({ database, county }: Setting, division: string, part: number): Promise<LoadUser['people']> {
  const { from, to } = rangeOf(division)
  const first = (offset: number) =>
    database.query<LoadUser['people'][number]>(
      `select id, name, pinyin from person where county = $1 and division >= $2 collate "C" and division < $3 collate "C" and state = 'resident'
       order by division, name offset $4 limit ${PEOPLE}`,
      [county, from, to, offset],
    )
  const own = await first(part * PEOPLE)
  return own.length > 0 ? own : first(0)
}

/** Patients with hypertension by village, of whom each is given to one user. */
async function patientsByVillage({ database, county, today }: Setting): Promise<Map<string, string[]>> {
  const rows = await database.query<{ division: string; person: string }>(
    `select division, person from hypertension_patient where county = $1 and state = 'managed' and voided_at is null and last_visit_on < $2 order by division, id`,
    [county, today()],
  )
  const known = new Map<string, string[]>()
  for (const { division, person } of rows) known.set(division, [...(known.get(division) ?? []), person])
  return known
}

/** Makes so many accounts of all three levels in all townships and villages, with one password; its hash is made once. */
export async function makeUsers(setting: Setting, count: number): Promise<LoadUser[]> {
  const places = await placesOf(setting)
  const waiting = await patientsByVillage(setting)
  const users: LoadUser[] = []
  const own: Record<Level, number> = { county: 0, township: 0, village: 0 }
  for (let index = 0; index < count; index += 1) {
    const level = MIX[index % MIX.length]!
    const number = own[level]++
    const division = places[level][number % places[level].length]!
    const username = `load-${index}`
    const account = {
      username,
      name: '压测',
      role: ROLES[level],
      division,
      institution: institutionOf(level, division),
    }
    if (index === 0) await createAccount(setting, installationActor(setting.county, 'setup'), account, PASSWORD, false)
    else
      await setting.database.query(
        `insert into account (county, id, username, name, role, division, institution, person, password_hash, must_change_password)
         select county, gen_random_uuid(), $2, name, $3, $4, $5, null, password_hash, false from account where county = $1 and username = 'load-0'`,
        [setting.county, username, account.role, division, account.institution],
      )
    const villages = level === 'county' ? [] : places.village.filter((code) => code.startsWith(division))
    const list = villages.map((code) => waiting.get(code) ?? []).find((each) => each.length > 0) ?? []
    users.push({
      ...{ username, level, division, address: `10.9.${Math.floor(index / 200)}.${(index % 200) + 1}` },
      people: await peopleOf(setting, division, number % 7),
      patients: list.splice(0, 12),
    })
  }
  return users
}
