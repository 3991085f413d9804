import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { attachAction } from '@kangheng/kernel/attachment/attach.ts'
import { addDays, addYears } from '@kangheng/kernel/period/date.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { stageOr, toMend } from './campaign-actions.ts'
import { application, check, shortfall } from './records.ts'
import { faultOf, judge, type Item, type Loss } from './score.ts'
import { checkOf, type Stage } from './stages.ts'
import { getStandard, itemsOf, requireCounty } from './standard-actions.ts'
import { applications } from './tables.ts'

/** Days to mend what a check found, unless the inspectors say otherwise. LOCAL. */
const MEND_WITHIN = 30

const FAULTS = {
  unknown: (code: string) => ({ zh: `标准中没有第${code}条`, en: `The standard has no item ${code}` }),
  twice: (code: string) => ({ zh: `第${code}条填了两次，请合并`, en: `Item ${code} is there twice` }),
  'too-many': (code: string) => ({ zh: `第${code}条失分超过分值`, en: `Item ${code} has fewer points than that` }),
}

function requireScorable(items: readonly Item[], losses: readonly Loss[]): void {
  const found = faultOf(items, losses)
  if (found)
    refuse(`losses.${losses.findIndex(({ code }) => code === found.code)}.code`, FAULTS[found.fault](found.code))
}

export const recordCheck = defineAction(check, {
  name: 'record',
  title: { zh: '登记检查评分', en: 'Record a check' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    application: field(z.uuid(), {
      title: { zh: '创建对象', en: 'Applicant' },
      refersTo: 'record:healthy-places.application',
      help: {
        zh: '申报后为自查，自查达标后为县级评估，命名后为复审',
        en: 'A self-check after the application, then the county’s assessment, re-checks once named',
      },
    }),
    happenedOn: field(z.iso.date().optional(), { title: { zh: '检查日期', en: 'Checked on' } }),
    inspectors: field(z.string().trim().min(2).max(80), { title: { zh: '检查人', en: 'Inspectors' } }),
    losses: field(
      z
        .array(
          z.object({
            code: field(z.string().trim().max(8), { title: { zh: '条目编号', en: 'Item' } }),
            points: field(z.number().min(0.5).max(100).multipleOf(0.5), {
              title: { zh: '失分', en: 'Points lost' },
              unit: { zh: '分', en: 'points' },
            }),
            why: field(z.string().trim().min(4).max(300), { title: { zh: '问题', en: 'Why' } }),
          }),
        )
        .max(200)
        .default([]),
      {
        title: { zh: '失分项', en: 'Points lost' },
        help: { zh: '只填失分的条目，其余计满分', en: 'Only items at which points were lost' },
      },
    ),
    mendBy: field(z.iso.date().optional(), {
      title: { zh: '整改期限', en: 'Mend by' },
      help: { zh: `未达标时用；不填为${MEND_WITHIN}天`, en: `Where it fails; ${MEND_WITHIN} days when left out` },
    }),
    conclusion: field(z.string().trim().max(500).optional(), {
      title: { zh: '结论', en: 'Conclusion' },
      multiline: true,
    }),
  }),
  async run(context) {
    const { input, today, find, create, createOther, changeOther } = context
    const { happenedOn = today, inspectors, conclusion = null } = input
    const row = await find(application, and(eq(applications.id, input.application), isNull(applications.voidedAt)))
    if (!row) return refuse('application', { zh: '没有这个创建对象', en: 'There is no such applicant' })
    const kind = checkOf(row.state as Stage)
    if (!kind)
      return refuse('application', {
        zh: `${row.name}“${application.states[row.state as Stage]!.zh}”，现在不检查`,
        en: `It is “${application.states[row.state as Stage]!.en}”: nothing is checked now`,
      })
    if (kind !== 'self') requireCounty(context)
    if (happenedOn > today || happenedOn < row.happenedOn)
      refuse('happenedOn', {
        zh: `检查日期须在申报（${row.happenedOn}）之后、今天之前`,
        en: `Between the application (${row.happenedOn}) and today`,
      })
    const [open] = await toMend(context, row.id)
    if (open)
      return refuse('application', {
        zh: `上次检查的第${open.code}条还未整改，请先登记整改情况`,
        en: `Item ${open.code} of the last check has not been mended`,
      })
    const { passFrom, validYears } = await getStandard(context, row.standard)
    const items = await itemsOf(context, row.standard)
    const losses = input.losses.map((loss) => ({ ...loss, points: String(loss.points) }))
    requireScorable(items, losses)
    const { score, decisive, passed } = judge(items, losses, passFrom)
    const state = stageOr(row, { kind: 'check', passed })
    const mends = !passed && kind !== 'self'
    const mendBy = mends ? (input.mendBy ?? addDays(happenedOn, MEND_WITHIN)) : null
    if (mendBy && mendBy <= happenedOn)
      refuse('mendBy', { zh: '整改期限须晚于检查日期', en: 'The day must lie after the check' })
    const place = { division: row.division, institution: row.institution, happenedOn }
    const made = await create({
      ...place,
      ...{ application: row.id, name: row.name, kind, score, passed, inspectors, conclusion },
      decisive: decisive.length > 0 ? decisive.join('、') : null,
    })
    for (const { code, points, why } of losses)
      await createOther(shortfall, {
        ...place,
        ...{
          state: mends ? 'to-mend' : 'noted',
          application: row.id,
          check: made.id,
          name: row.name,
          code,
          points,
          why,
        },
        requirement: items.find((item) => item.code === code)!.requirement,
        mendBy,
      })
    await changeOther(application, row, {
      ...{ state, score, mendBy },
      ...(kind === 'self' && passed ? { selfCheckedOn: happenedOn } : {}),
      ...(kind === 'recheck' && passed ? { recheckDueOn: addYears(happenedOn, validYears) } : {}),
    })
    return made
  },
})

export const mendShortfall = defineAction(shortfall, {
  name: 'mend',
  title: { zh: '登记整改情况', en: 'Record what was mended' },
  on: 'existing',
  from: ['to-mend'],
  to: 'mended',
  input: z.object({
    measures: field(z.string().trim().min(4).max(500), {
      title: { zh: '整改情况', en: 'What was done' },
      multiline: true,
    }),
  }),
  run: ({ input, today, change }) => change({ measures: input.measures, mendedOn: today }),
})

export const photosOfChecks = [attachAction(check), attachAction(shortfall)] as const
