import { sql } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { entries as e, objections as o, samples as s } from './tables.ts'

/** Days within which a finding is signed and a sample judged. LOCAL. */
const SIGN_WITHIN = 5
const JUDGE_WITHIN = 20

/** A finding of the assessors waits for its second signature. */
const signatureDue = defineTask({
  id: 'appraisal.signature-due',
  title: { zh: '现场考核记录待签字', en: 'Finding to be signed' },
  record: 'appraisal.entry',
  action: 'appraisal.entry.sign',
  severity: 'routine',
  query: ({
    county,
  }) => sql`select ${e.id} as id, ${e.id} as record_id, ${e.person} as person, ${e.division} as division, ${e.institution} as institution,
    ${e.happenedOn} + ${SIGN_WITHIN}::int as due_on from ${e} where ${e.county} = ${county} and ${e.state} = 'entered' and ${e.voidedAt} is null`,
})

/** A sample that was drawn has not been judged. */
const sampleDue = defineTask({
  id: 'appraisal.sample-due',
  title: { zh: '抽查样本待核查', en: 'Sample to be judged' },
  record: 'appraisal.sample',
  action: 'appraisal.sample.judge',
  severity: 'routine',
  query: ({
    county,
  }) => sql`select ${s.id} as id, ${s.id} as record_id, ${s.person} as person, ${s.division} as division, ${s.institution} as institution,
    ${s.happenedOn} + ${JUDGE_WITHIN}::int as due_on from ${s} where ${s.county} = ${county} and ${s.state} = 'drawn' and ${s.voidedAt} is null`,
})

/** An objection has not been decided. */
const reviewDue = defineTask({
  id: 'appraisal.review-due',
  title: { zh: '考核异议待复核', en: 'Objection to be reviewed' },
  record: 'appraisal.objection',
  action: 'appraisal.objection.uphold',
  severity: 'statutory',
  query: ({
    county,
  }) => sql`select ${o.id} as id, ${o.id} as record_id, ${o.person} as person, ${o.division} as division, ${o.institution} as institution,
    ${o.decideBy} as due_on from ${o} where ${o.county} = ${county} and ${o.state} = 'raised' and ${o.voidedAt} is null`,
})

export const tasks = [signatureDue, sampleDue, reviewDue]
