import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { residenceEpisodes } from '@kangheng/kernel/person/tables.ts'
import { contracts, signedRows } from '../family-doctor/index.ts'
import { standings } from './codes.ts'
import { reliefEntry } from './records.ts'
import { reliefEntries as e } from './tables.ts'

/** Entries that are due, with the contract their person has, for the days on which both hold. */
export const dueSignedRows = new QueryBuilder()
  .select({
    county: e.county,
    id: e.id,
    person: e.person,
    division: e.division,
    standing: e.standing,
    signedOn: sql<string>`${signedRows.signedOn}`.as('contract_signed_on'),
    listedFrom: sql<string>`greatest(${e.happenedOn}, ${signedRows.validFrom})`.as('listed_from'),
    listedTo: sql<string>`least(${e.dispositionOn}, ${e.removedOn}, ${signedRows.validTo})`.as('listed_to'),
  })
  .from(e)
  .innerJoin(
    signedRows,
    and(
      eq(signedRows.county, e.county),
      eq(signedRows.person, e.person),
      lt(e.happenedOn, signedRows.validTo),
      or(isNull(e.dispositionOn), gt(e.dispositionOn, signedRows.validFrom)),
    ),
  )
  .where(isNull(e.voidedAt))
  .as('due_signed')

export const dueSignedRelation = defineRelation({
  id: 'poverty-relief.due-signed',
  title: { zh: '应签已签的脱贫人口和监测对象', en: 'Entries due and signed' },
  from: dueSignedRows,
  columns: dueSignedRows,
  tables: [e, contracts, residenceEpisodes],
  record: reliefEntry,
  show: {
    standing: { title: { zh: '类别', en: 'Standing' }, value: dueSignedRows.standing, values: standings },
    signed_on: { title: { zh: '签约日期', en: 'Signed on' }, value: dueSignedRows.signedOn },
  },
})
