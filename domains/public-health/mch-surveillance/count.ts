import { getPeriod } from '@kangheng/kernel/period/period.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { countsOf, type Counts, type NetworkId } from './networks.ts'

/*
 * The returns are counted from the rows themselves and not from figures: a return is a document of one day, and its causes and defects are far more lines than the
 * county wants indicators. Each statement gives (name, n) for rows of county $1 and places $2, from $3 to $4.
 */
const within = (
  row: string,
) => `${row}.county = $1 and ${row}.division >= $2 and ${row}.division < $2 || '~' and ${row}.voided_at is null
  and ${row}.happened_on between $3 and $4`

const LIVE_BIRTHS = `select 'live-births', count(*)::int from resident_birth b where ${within('b')}`
const reported = (kind: string) =>
  `from maternal_death x where ${within('x')} and x.kind = '${kind}' and not x.incidental`
const byCause = (kind: string, network: string) =>
  `select '${network}:' || x.cause, count(*)::int ${reported(kind)} group by x.cause`
const childDied = (name: string, until: string) =>
  `select '${name}', count(*)::int from resident_death x join person p on p.county = x.county and p.id = x.person
   where ${within('x')} and x.happened_on < ${until}`
const YEARS = (years: number) => `(p.birth + interval '${years} years')::date`
const inInstitution = `from maternal_newborn n where ${within('n')} and n.weeks >= 28 and n.place in ('hospital', 'township')`

const statements: Readonly<Record<NetworkId, readonly string[]>> = {
  maternal: [
    LIVE_BIRTHS,
    `select 'mothers-died', count(*)::int ${reported('maternal')}`,
    `select 'mothers-reviewed', count(*)::int ${reported('maternal')} and x.state = 'reviewed'`,
    byCause('maternal', 'maternal'),
  ],
  'under-five': [
    LIVE_BIRTHS,
    childDied('newborns-died', 'p.birth + 28'),
    childDied('infants-died', YEARS(1)),
    childDied('children-died', YEARS(5)),
    byCause('under-five', 'under-five'),
  ],
  defects: [
    `select 'perinates', count(*)::int ${inInstitution}`,
    `select 'perinates-alive', count(*)::int ${inInstitution} and n.alive`,
    `select 'perinates-stillborn', count(*)::int ${inInstitution} and not n.alive`,
    `select 'children-with-defect', count(*)::int from birth_defect_card c where ${within('c')} and c.counted`,
    `select 'defect:' || d.id, count(*)::int from birth_defect_card c cross join lateral jsonb_array_elements_text(c.defects) d (id)
     where ${within('c')} and c.counted group by d.id`,
  ],
}

/** Events of other registers of the place that the network has no report of. */
const unreported: Readonly<Record<NetworkId, string>> = {
  maternal: `select count(*)::int as n from death_certificate x where ${within('x')} and x.underlying between 'O00' and 'O96'
    and not exists (select 1 from maternal_death m where m.county = x.county and m.person = x.person and m.voided_at is null)`,
  'under-five': `select count(*)::int as n from resident_death x join person p on p.county = x.county and p.id = x.person
    where ${within('x')} and x.happened_on < ${YEARS(5)}
    and not exists (select 1 from maternal_death m where m.county = x.county and m.person = x.person and m.voided_at is null)`,
  defects: `select count(*)::int as n from maternal_newborn n where ${within('n')} and n.defect is not null
    and not exists (select 1 from birth_defect_card c where c.county = n.county and c.person = n.person and c.number = n.number
      and c.voided_at is null and c.happened_on between n.happened_on - 7 and n.happened_on + 7)`,
}

/** What a return says of a place and quarter, by the rows of this moment that the reader sees. */
export interface Counted {
  readonly counts: Counts
  readonly events: number
  readonly births: number
  readonly unreported: number
}

const EVENTS = { maternal: 'mothers-died', 'under-five': 'children-died', defects: 'children-with-defect' } as const
const BIRTHS = { maternal: 'live-births', 'under-five': 'live-births', defects: 'perinates' } as const

/** Counts a network for a place (its code and what lies below) and a quarter such as `2025-Q3`. */
export async function countNetwork(
  connection: Connection,
  county: string,
  network: NetworkId,
  place: string,
  quarter: string,
): Promise<Counted> {
  const { starts, ends } = getPeriod(quarter)
  const parameters = [county, place, starts, ends]
  const found = new Map<string, number>()
  for (const statement of statements[network])
    for (const { name, n } of await connection.query<{ name: string; n: number }>(
      `select name, n from (${statement}) as counted (name, n)`,
      parameters,
    ))
      found.set(name, n)
  const counts = Object.fromEntries(countsOf(network).map((name) => [name, found.get(name) ?? 0]))
  const [left] = await connection.query<{ n: number }>(unreported[network], parameters)
  return { counts, events: counts[EVENTS[network]]!, births: counts[BIRTHS[network]]!, unreported: left!.n }
}
