import { sql, type SQL } from 'drizzle-orm'
import { residenceEpisodes as e, households as h, persons as p } from '@kangheng/kernel/person/tables.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { runSql } from '@kangheng/kernel/store/orm.ts'
import { diabetesPatient as diabetic } from '../diabetes/index.ts'
import { examination } from '../health-record/index.ts'
import { hypertensionPatient as hypertensive } from '../hypertension/index.ts'
import { groupsDue, type Candidate, type ExaminedGroup } from './groups.ts'

/** One line of a day's list. */
export interface ListEntry {
  readonly person: string
  /** Village group and head, by which people are called. */
  readonly household: string | null
  readonly groups: readonly ExaminedGroup[]
}

const managed = ({ table }: typeof hypertensive | typeof diabetic, on: IsoDate) => sql`exists (select 1 from ${table}
  where ${table.county} = ${p.county} and ${table.person} = ${p.id} and ${table.voidedAt} is null
    and ${table.happenedOn} <= ${on}::date and (${table.endedOn} is null or ${table.endedOn} > ${on}::date))`

const yearOf = (on: IsoDate) => Number(on.slice(0, 4))

interface Row extends Candidate {
  readonly id: string
  readonly group: string | null
  readonly head: string | null
}

/** What the rule of who is due needs to know of a person, for a day. */
const candidate = (on: IsoDate): SQL => {
  const x = examination.table
  return sql`${p.registration} is not distinct from 'rural' as rural,
    ${on.slice(0, 4)}::int - extract(year from ${p.birth})::int as "ageAtYearEnd",
    ${managed(hypertensive, on)} as hypertension, ${managed(diabetic, on)} as diabetes,
    (select extract(year from max(${x.happenedOn}))::int from ${x}
      where ${x.county} = ${p.county} and ${x.person} = ${p.id} and ${x.voidedAt} is null) as "lastExamined"`
}

/**
 * Who of a village is due on a day, in order of household: usual residents of the groups called, by what is recorded up to now, within what the
 * actor may see. Village groups, then households by number, the head first.
 */
export async function drawUp(
  { connection, county }: Pick<ActionContext, 'connection' | 'county'>,
  village: string,
  on: IsoDate,
  called: readonly ExaminedGroup[],
): Promise<ListEntry[]> {
  const rows = await runSql<Row>(
    connection,
    sql`select ${p.id} as id, ${p.villageGroup} as "group", ${h.headName} as head, ${candidate(on)}
      from ${p} join ${e} on ${e.county} = ${p.county} and ${e.person} = ${p.id} and ${e.kind} = 'usual' and ${e.startsOn} <= ${on}::date
        and (${e.endsOn} is null or ${e.endsOn} > ${on}::date) and ${e.division} = ${village}
      left join ${h} on ${h.county} = ${p.county} and ${h.id} = ${p.household}
      where ${p.county} = ${county} and ${p.state} = 'resident'
      order by ${p.villageGroup} nulls last, ${h.number} nulls last, ${p.relation} nulls last, ${p.birth}, ${p.id}`,
  )
  return rows.flatMap((row) => {
    const groups = groupsDue(row, yearOf(on)).filter((group) => called.includes(group))
    const household = [row.group, row.head].filter(Boolean).join(' ')
    return groups.length > 0 ? [{ person: row.id, household: household || null, groups }] : []
  })
}

/** The groups for which somebody who came without being called is due on a day. */
export async function groupsNow(
  { connection, county }: Pick<ActionContext, 'connection' | 'county'>,
  person: string,
  on: IsoDate,
): Promise<ExaminedGroup[]> {
  const [row] = await runSql<Candidate>(
    connection,
    sql`select ${candidate(on)} from ${p} where ${p.county} = ${county} and ${p.id} = ${person}`,
  )
  return row ? groupsDue(row, yearOf(on)) : []
}
