import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { requireCountyAccount } from '@kangheng/kernel/access/county-account.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { faultOf } from './cell-value.ts'
import { computed } from './compute.ts'
import type { Finding } from './checks.ts'
import { formInForce } from './form-actions.ts'
import { shippedForms } from './forms/index.ts'
import { cellsOf } from './layout.ts'
import { dueOn, lastPeriod, returnPeriod } from './periods.ts'
import { form, statisticalReturn, version } from './records.ts'
import { boundValues, getForm, layoutOf, reckon, unitsOf, type FormRow } from './stored.ts'
import { forms, returns } from './tables.ts'

const formInput = field(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), {
  title: { zh: '报表代码', en: 'Form code' },
  help: { zh: `例如 ${Object.keys(shippedForms)[0]}`, en: `For example ${Object.keys(shippedForms)[0]}` },
})
const periodInput = field(z.string().trim().min(4).max(7), {
  title: { zh: '报告期', en: 'Period' },
  help: { zh: '月报写 2025-11，年报写 2025', en: '2025-11 for a month, 2025 for a year' },
})
const reason = (zh: string, en: string) =>
  field(z.string().trim().min(4).max(500), { title: { zh, en }, multiline: true })

type Opening = Pick<ActionContext<typeof returns>, 'connection' | 'county' | 'findAll' | 'create' | 'today' | 'actor'>

/** Opens the returns of a period that are not open yet, with what the figures have already. @returns the rows made. */
async function openAll(context: Opening, row: FormRow, periodId: string): Promise<unknown[]> {
  const { connection, county, findAll, create, today } = context
  const period = returnPeriod(row.periodKind, periodId)
  if (!period) return refuse('period', { zh: '报告期与报表的报送周期不符', en: 'The period does not fit the form' })
  if (period.ends >= today) return refuse('period', { zh: '报告期尚未结束', en: 'The period is not over' })
  const known = await findAll(
    statisticalReturn,
    and(eq(returns.form, row.form), eq(returns.period, period.id), isNull(returns.voidedAt)),
  )
  const has = new Set(known.map((each) => each.institution))
  const units = (await unitsOf(connection, county, row.unitKinds)).filter((unit) => !has.has(unit.code))
  const layout = layoutOf(row)
  const bound = await boundValues(connection, { county, layout, period: period.id, units })
  const made: unknown[] = []
  for (const unit of units) {
    const found = bound.get(unit.code)!
    made.push(
      await create({
        ...{ form: row.form, formName: row.name, layout: row.id, period: period.id, unitName: unit.name },
        ...{ division: unit.division, institution: unit.code, happenedOn: period.starts },
        dueOn: dueOn(period, row.dueDay),
        values: computed(layout, found),
        fromFigures: Object.fromEntries(Object.keys(found).map((cell) => [cell, today])),
      }),
    )
  }
  return made
}

export const openReturns = defineAction(statisticalReturn, {
  name: 'open',
  title: { zh: '布置报表', en: 'Open the returns' },
  on: 'new',
  to: 'open',
  input: z.object({ form: formInput, period: periodInput }),
  async run(context) {
    requireCountyAccount(context, 'form', {
      zh: '报表由县级账号布置',
      en: 'Returns are opened by accounts of the county',
    })
    const row = await formInForce(context, context.input.form)
    if (!row) return refuse('form', { zh: '没有这张执行中的报表', en: 'No such form is in force' })
    const made = await openAll(context, row, context.input.period)
    return made[0] ?? refuse('period', { zh: '这一期已经布置', en: 'This period is open already' })
  },
})

export const openDue = defineAction(statisticalReturn, {
  name: 'open-due',
  title: { zh: '布置到期报表', en: 'Open what is due' },
  on: 'new',
  to: 'open',
  input: z.object({}),
  async run(context) {
    requireCountyAccount(context, 'form', {
      zh: '报表由县级账号布置',
      en: 'Returns are opened by accounts of the county',
    })
    const made: unknown[] = []
    for (const row of await context.findAll(form, eq(forms.state, 'issued')))
      made.push(...(await openAll(context, row, lastPeriod(row.periodKind, context.today))))
    return made[0] ?? refuse('period', { zh: '没有需要布置的报表', en: 'Nothing is to be opened' })
  },
})

const count = (findings: readonly Finding[]) => ({
  errors: findings.filter((finding) => finding.severity === 'error').length,
  warnings: findings.filter((finding) => finding.severity === 'warning').length,
})

/** A return is filled in by the unit itself, or by the one it depends on (a centre for its clinics). */
async function requireUnit({
  connection,
  county,
  actor,
  current,
}: Pick<ActionContext<typeof returns>, 'connection' | 'county' | 'actor' | 'current'>): Promise<void> {
  if (actor.institution !== null && actor.institution === current.institution) return
  const [unit] = await connection.query<{ dependsOn: string | null }>(
    'select depends_on as "dependsOn" from institution where county = $1 and code = $2',
    [county, current.institution],
  )
  if (actor.institution === null || unit?.dependsOn !== actor.institution)
    refuse('unit', {
      zh: `这是${current.unitName}的报表，请由该单位填报`,
      en: `This is the return of ${current.unitName}, which fills it in itself`,
    })
}

export const saveReturn = defineAction(statisticalReturn, {
  name: 'save',
  title: { zh: '填报', en: 'Fill in' },
  on: 'existing',
  from: ['open', 'returned'],
  input: z.object({
    cells: field(
      z
        .array(
          z.object({
            cell: field(z.string().max(60), { title: { zh: '单元格', en: 'Cell' } }),
            value: field(z.string().max(30), {
              title: { zh: '数值', en: 'Value' },
              help: { zh: '留空则清除', en: 'Empty clears it' },
            }),
          }),
        )
        .max(500),
      { title: { zh: '单元格', en: 'Cells' } },
    ),
    explanations: field(
      z
        .array(
          z.object({
            check: field(z.string().max(60), { title: { zh: '审核关系', en: 'Check' } }),
            text: field(z.string().trim().max(300), { title: { zh: '说明', en: 'Explanation' } }),
          }),
        )
        .max(200)
        .default([]),
      { title: { zh: '说明', en: 'Explanations' } },
    ),
  }),
  async run(context) {
    await requireUnit(context)
    const { input, current, change, connection, county, today } = context
    const { layout } = await getForm(connection, county, current.layout)
    const byCode = new Map(cellsOf(layout).map((cell) => [cell.code, cell]))
    const values: Record<string, string> = { ...current.values }
    input.cells.forEach(({ cell: code, value }, index) => {
      const cell = byCode.get(code)
      if (!cell)
        return refuse(`cells.${index}.cell`, { zh: `本表没有单元格“${code}”`, en: `The form has no cell “${code}”` })
      const fault = faultOf(cell, value, current.fromFigures[code] !== undefined)
      if (fault) return refuse(`cells.${index}.value`, fault)
      if (value.trim() === '') delete values[code]
      else values[code] = value.trim()
    })
    const { values: reckoned, fromFigures, findings } = await reckon(connection, current, layout, values, today)
    const explanations = { ...current.explanations }
    for (const { check, text } of input.explanations) {
      if (text === '') delete explanations[check]
      else explanations[check] = text
    }
    return change({ values: reckoned, fromFigures, explanations, ...count(findings) })
  },
})

/** Several findings as one sentence. */
function told(findings: readonly Finding[], head: Text): Text {
  const shown = findings.slice(0, 4)
  return {
    zh: `${head.zh}：${shown.map((each) => `${each.title.zh}（${each.detail.zh}）`).join('；')}${findings.length > 4 ? ` 等${findings.length}条` : ''}`,
    en: `${head.en}: ${shown.map((each) => `${each.title.en} (${each.detail.en})`).join('; ')}${findings.length > 4 ? ` and ${findings.length - 4} more` : ''}`,
  }
}

export const submitReturn = defineAction(statisticalReturn, {
  name: 'submit',
  title: { zh: '报送', en: 'Send' },
  on: 'existing',
  from: ['open', 'returned'],
  to: 'submitted',
  confirm: {
    zh: '报送后不能再改，除非被退回。确定报送？',
    en: 'It cannot change afterwards unless it is sent back. Send it?',
  },
  input: z.object({}),
  async run(context) {
    await requireUnit(context)
    const { current, change, createOther, connection, county, today, actor } = context
    const { layout } = await getForm(connection, county, current.layout)
    const { values, fromFigures, findings } = await reckon(connection, current, layout, current.values, today)
    const errors = findings.filter((finding) => finding.severity === 'error')
    if (errors.length > 0)
      return refuse('cells', told(errors, { zh: '审核有错误，请改正后报送', en: 'Correct these before sending' }))
    const silent = findings.filter((finding) => !current.explanations[finding.check])
    if (silent.length > 0)
      return refuse('explanations', told(silent, { zh: '请先说明这些情况', en: 'Explain these before sending' }))
    // What is explained no longer arises once the number was corrected.
    const explanations = Object.fromEntries(
      findings.map((finding) => [finding.check, current.explanations[finding.check]!]),
    )
    const { id, formName, period, unitName, division, institution } = current
    const number = current.sent + 1
    await createOther(version, {
      ...{ return: id, number, formName, period, unitName, division, institution, values, explanations },
      sentBy: actor.account,
      state: 'kept',
    })
    return change({
      ...{ values, fromFigures, explanations, ...count(findings), sent: number },
      firstSentOn: current.firstSentOn ?? today,
      sentOn: today,
      sentBy: actor.account,
      returnedReason: null,
    })
  },
})

/** Whoever sent or reviewed it does not pass it on alone: two persons look at every number. */
const OTHER = { zh: '须由另一人办理', en: 'Somebody else must do this' }

export const reviewReturn = defineAction(statisticalReturn, {
  name: 'review',
  title: { zh: '审核通过', en: 'Review' },
  on: 'existing',
  from: ['submitted'],
  to: 'reviewed',
  input: z.object({}),
  run({ current, change, today, actor }) {
    if (current.sentBy === actor.account) return refuse('reviewer', OTHER)
    return change({ reviewedOn: today, reviewedBy: actor.account })
  },
})

export const approveReturn = defineAction(statisticalReturn, {
  name: 'approve',
  title: { zh: '批准', en: 'Approve' },
  on: 'existing',
  from: ['reviewed'],
  to: 'approved',
  input: z.object({}),
  run(context) {
    requireCountyAccount(context, 'approver', { zh: '由县级批准', en: 'Approved by accounts of the county' })
    const { current, change, today, actor } = context
    if (current.reviewedBy === actor.account) return refuse('approver', OTHER)
    return change({ approvedOn: today, approvedBy: actor.account })
  },
})

const back = { ...{ reviewedOn: null, reviewedBy: null, approvedOn: null, approvedBy: null, frozenOn: null } }

export const sendBack = defineAction(statisticalReturn, {
  name: 'send-back',
  title: { zh: '退回', en: 'Send back' },
  on: 'existing',
  from: ['submitted', 'reviewed', 'approved'],
  to: 'returned',
  input: z.object({ reason: reason('退回原因', 'Why') }),
  run: ({ input, current, change }) =>
    change({ ...back, returned: current.returned + 1, returnedReason: input.reason }),
})

export const unfreeze = defineAction(statisticalReturn, {
  name: 'unfreeze',
  title: { zh: '解除锁定更正', en: 'Unfreeze to correct' },
  on: 'existing',
  from: ['frozen'],
  to: 'returned',
  confirm: {
    zh: '已锁定的数字将退回更正，已结账月份的统计数须另行修订。确定？',
    en: 'A frozen return goes back to be corrected; figures of a closed month need a revision besides. Go on?',
  },
  input: z.object({ reason: reason('更正原因', 'Why') }),
  run(context) {
    requireCountyAccount(context, 'approver', { zh: '由县级解除锁定', en: 'Unfrozen by accounts of the county' })
    const { input, current, change } = context
    return change({ ...back, returned: current.returned + 1, returnedReason: input.reason })
  },
})

export const freezePeriod = defineAction(statisticalReturn, {
  name: 'freeze',
  title: { zh: '锁定一期', en: 'Freeze a period' },
  on: 'new',
  input: z.object({ form: formInput, period: periodInput }),
  async run(context) {
    requireCountyAccount(context, 'form', { zh: '由县级锁定', en: 'Frozen by accounts of the county' })
    const { input, findAll, changeOther, today } = context
    const rows = await findAll(
      statisticalReturn,
      and(eq(returns.form, input.form), eq(returns.period, input.period), isNull(returns.voidedAt)),
    )
    const unfinished = rows.filter((row) => row.state !== 'approved' && row.state !== 'frozen')
    if (unfinished.length > 0)
      return refuse('period', {
        zh: `还有${unfinished.length}个单位未批准：${unfinished
          .slice(0, 5)
          .map((row) => row.unitName)
          .join('、')}`,
        en: `${unfinished.length} units are not approved yet: ${unfinished
          .slice(0, 5)
          .map((row) => row.unitName)
          .join(', ')}`,
      })
    let last: unknown
    for (const row of rows)
      if (row.state === 'approved')
        last = await changeOther(statisticalReturn, row, { state: 'frozen', frozenOn: today })
    return last ?? refuse('period', { zh: '这一期没有可锁定的报表', en: 'There is nothing to freeze' })
  },
})
