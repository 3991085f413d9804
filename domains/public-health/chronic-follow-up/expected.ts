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

type Surveys = readonly [RuleVersion<Prevalence>, ...RuleVersion<Prevalence>[]]

function surveyedRows(versions: Surveys) {
  const surveys = versions.map(({ from, value }, index) => {
    const until = versions[index + 1]?.from
    const to = until ? `'${until}'::date` : 'null::date'
    return sql.raw(`(${index}, '${from}'::date, ${to}, ${value.fromAge})`)
  })
  return new QueryBuilder()
    .select({
      county: e.county,
      id: e.id,
      division: e.division,
      survey: sql<number>`s.survey`.as('survey'),
      validFrom:
        sql<string>`greatest(${e.startsOn}, s.from_day, (${e.birth} + make_interval(years => s.from_age))::date)`.as(
          'surveyed_from',
        ),
      validTo: sql<string>`least(${e.endsOn}, s.to_day)`.as('surveyed_to'),
    })
    .from(e)
    .innerJoin(sql`(values ${sql.join(surveys, sql`, `)}) s (survey, from_day, to_day, from_age)`, sql`true`)
    .where(eq(e.kind, 'usual'))
    .as('surveyed_resident')
}

function surveyedRelation(id: string, versions: Surveys) {
  const rows = surveyedRows(versions)
  const title = { zh: '患病率调查人群', en: 'Residents of the surveyed ages' }
  return { rows, relation: defineRelation({ id, title, from: rows, columns: rows, tables: [e] }) }
}

const relations = new Map<string, ReturnType<typeof surveyedRelation>>()

/**
 * Expected patients at a period's end: residents of the surveyed age times the prevalence in force on that day. Each survey has its
 * own days, so that a new one changes the months from its day on and none before. Diseases of the same surveys share one scan.
 */
export function expectedPatients(id: string, title: Text, versions: Surveys): StockMeasure {
  const key = versions.map(({ from, value }) => `${from}-from-${value.fromAge}`).join('-')
  const known = relations.get(key) ?? surveyedRelation(`chronic-follow-up.surveyed-${key}`, versions)
  relations.set(key, known)
  const { rows, relation } = known
  const share = sql.join(
    versions.map(({ value }, index) => sql.raw(`when ${index} then ${value.perThousand / 1000}`)),
    sql` `,
  )
  const count = { sum: sql`case ${rows.survey} ${share} end` }
  return stock(relation, { id, title, from: rows.validFrom, to: rows.validTo, count })
}
