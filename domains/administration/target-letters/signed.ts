import type { Connection } from '@kangheng/kernel/store/connection.ts'

/** Who has undertaken this target by a signed letter; undefined when it was set without one. Such a target is changed in its letter, with its reason. */
export async function findUndertaking(
  connection: Connection,
  county: string,
  target: { indicator: string; place: string; year: number },
): Promise<{ letter: string; item: string; partyName: string } | undefined> {
  const [row] = await connection.query<{ letter: string; item: string; partyName: string }>(
    `select i.letter, i.id as item, i.party_name as "partyName" from target_letter_item i join target_letter l on l.county = i.county and l.id = i.letter
     where i.county = $1 and i.indicator = $2 and i.place = $3 and i.year = $4 and i.state = 'in-force' and i.voided_at is null and l.state = 'signed'
     order by (l.level = 'section') limit 1`,
    [county, target.indicator, target.place, target.year],
  )
  return row
}
