import { eq, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { stock, type StockMeasure } from '@kangheng/kernel/indicator/measure.ts'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { residenceEpisodes as e } from '@kangheng/kernel/person/tables.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import type { RuleVersion } from './rule-versions.ts'

/** Prevalence of a disease among people from an age, by the survey in force. */
export interface Prevalence {
  readonly fromAge: number
  /** Patients per 1,000. */
  readonly perThousand: number
}

/**
 * Expected patients at a period's end: residents of the surveyed age times the prevalence in force on that day. Each survey has its
 * own days, so that a new one changes the months from its day on and none before.
 */
export function expectedPatients(
  id: string,
  title: Text,
  versions: readonly [RuleVersion<Prevalence>, ...RuleVersion<Prevalence>[]],
): StockMeasure {
  const surveys = sql.join(
    versions.map(({ from, value }, index) => {
      const until = versions[index + 1]?.from
      const to = until ? sql.raw(`'${until}'::date`) : sql.raw('null::date')
      return sql`(${sql.raw(`'${from}'::date`)}, ${to}, ${sql.raw(String(value.fromAge))}, ${sql.raw(String(value.perThousand))})`
    }),
    sql`, `,
  )
  const rows = new QueryBuilder()
    .select({
      county: e.county,
      id: e.id,
      division: e.division,
      share: sql<number>`s.per_thousand`.as('share'),
      validFrom:
        sql<string>`greatest(${e.startsOn}, s.from_day, (${e.birth} + make_interval(years => s.from_age))::date)`.as(
          'expected_from',
        ),
      validTo: sql<string>`least(${e.endsOn}, s.to_day)`.as('expected_to'),
    })
    .from(e)
    .innerJoin(sql`(values ${surveys}) s (from_day, to_day, from_age, per_thousand)`, sql`true`)
    .where(eq(e.kind, 'usual'))
    .as(`${id.replaceAll(/[.-]/g, '_')}_rows`)
  const relation = defineRelation({ id: `${id}-by-survey`, title, from: rows, columns: rows, tables: [e] })
  const count = { sum: sql`${rows.share} / 1000.0` }
  return stock(relation, { id, title, from: rows.validFrom, to: rows.validTo, count })
}
