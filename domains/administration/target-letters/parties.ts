import type { House } from '@kangheng/kernel/domain/registry.ts'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { findInstitution, findPlace } from '@kangheng/kernel/place/find.ts'
import { checkPlaceCode } from '@kangheng/kernel/place/code.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import type { Level } from './records.ts'

/** Who undertakes a letter, where it stands, and whose figures its indicators are. */
export interface Party {
  readonly party: string
  readonly partyName: string
  readonly division: string
  readonly institution: string | null
}

const wrong = (zh: string, en: string) => refuse('party', { zh, en })

/** Finds the party of a letter at a level. @throws Refusal when there is none of that kind. */
export async function findParty(
  connection: Connection,
  house: House,
  county: string,
  level: Level,
  given: { place?: string | undefined; institution?: string | undefined; section?: string | undefined },
): Promise<Party> {
  if (level === 'section') {
    const owner = house.sections.flatMap((section) => (section.owner.zh === given.section ? [section.owner.zh] : []))[0]
    if (!owner) return wrong('没有这个股室，请填股室全称', 'There is no such section: give its full name')
    return { party: owner, partyName: owner, division: county, institution: null }
  }
  if (level === 'institution') {
    const code = given.institution ?? ''
    const [place, detail] = [await findPlace(connection, county, code), await findInstitution(connection, county, code)]
    if (!place || !detail) return wrong('请选择机构', 'Choose the institution')
    return { party: code, partyName: place.name, division: detail.division, institution: code }
  }
  const code = level === 'county' ? county : checkPlaceCode(given.place ?? '')
  const place = await findPlace(connection, county, code)
  if (!place || place.level !== level) return wrong('所选区划与层级不符', 'The place is not of that level')
  return { party: code, partyName: place.name, division: code, institution: null }
}

/** The place whose targets a letter's indicators are: the county's for a section, otherwise the party's own. */
export const targetPlace = (letter: { level: string; party: string }, county: string): string =>
  letter.level === 'section' ? county : letter.party

/**
 * Only who stands above a party sets its targets: the county for townships, institutions, sections and itself, a township for its villages. Whoever undertakes a
 * letter signs it and reports on it, but does not write it.
 */
export function requireAbove(
  actor: Pick<Actor, 'division'>,
  letter: { level: string; party: string },
  county: string,
): void {
  if (actor.division === county) return
  if (
    letter.level === 'village' &&
    letter.party.length > actor.division.length &&
    letter.party.startsWith(actor.division)
  )
    return
  refuse('party', {
    zh: '责任书由上一级起草、下达和调整',
    en: 'A letter is drafted, issued and changed by the level above',
  })
}
