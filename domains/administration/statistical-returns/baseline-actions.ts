import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { requireCountyAccount } from '@kangheng/kernel/access/county-account.ts'
import { findInstitution } from '@kangheng/kernel/place/find.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { faultOf } from './cell-value.ts'
import { formInForce } from './form-actions.ts'
import { cellsOf } from './layout.ts'
import { returnPeriod } from './periods.ts'
import { baseline, statisticalReturn } from './records.ts'
import { layoutOf } from './stored.ts'
import { baselines, returns } from './tables.ts'

export const enterBaseline = defineAction(baseline, {
  name: 'enter',
  title: { zh: '登记往年基数', en: 'Enter a baseline' },
  on: 'new',
  to: 'entered',
  input: z.object({
    institution: field(z.string().max(30), { title: { zh: '单位', en: 'Unit' }, refersTo: 'institution' }),
    form: field(z.string().max(40), { title: { zh: '报表代码', en: 'Form code' } }),
    cell: field(z.string().max(60), { title: { zh: '单元格代码', en: 'Cell code' } }),
    period: field(z.string().trim().max(7), { title: { zh: '报告期', en: 'Period' } }),
    value: field(z.string().trim().max(30), { title: { zh: '数值', en: 'Value' } }),
    source: field(z.string().trim().min(2).max(200), {
      title: { zh: '来源', en: 'Source' },
      help: { zh: '统计年鉴、上级系统导出、纸质报表等', en: 'Yearbook, export of another system, paper' },
    }),
  }),
  async run(context) {
    requireCountyAccount(context, 'form', { zh: '往年基数由县级账号登记', en: 'Entered by accounts of the county' })
    const { input, connection, county, find, findAll, create, changeOther } = context
    const row = await formInForce(context, input.form)
    if (!row) return refuse('form', { zh: '没有这张执行中的报表', en: 'No such form is in force' })
    const cell = cellsOf(layoutOf(row)).find((each) => each.code === input.cell)
    if (!cell) return refuse('cell', { zh: '报表中没有这个单元格', en: 'The form has no such cell' })
    if (!returnPeriod(row.periodKind, input.period))
      return refuse('period', { zh: '报告期与报表的报送周期不符', en: 'The period does not fit the form' })
    // A rate of an earlier year cannot be reckoned when its parts are lost: any cell may have a baseline.
    const fault = faultOf({ ...cell, source: { kind: 'entered' } }, input.value, false)
    if (fault || input.value === '') return refuse('value', fault ?? { zh: '请填写数值', en: 'Write the value' })
    const unit = await findInstitution(connection, county, input.institution)
    if (!unit) return refuse('institution', { zh: '没有这家机构', en: 'No such institution' })
    const own = await find(
      statisticalReturn,
      and(eq(returns.form, row.form), eq(returns.period, input.period), eq(returns.institution, input.institution)),
    )
    if (own)
      return refuse('period', {
        zh: '这一期在本系统有报表，不能再登记基数',
        en: 'There is a return for this period; a baseline is for what lies before',
      })
    const before = await findAll(
      baseline,
      and(
        eq(baselines.form, row.form),
        eq(baselines.cell, input.cell),
        eq(baselines.period, input.period),
        eq(baselines.institution, input.institution),
        eq(baselines.state, 'entered'),
      ),
    )
    for (const old of before) await changeOther(baseline, old, { state: 'withdrawn' })
    return create({ ...input, form: row.form, division: unit.division })
  },
})

export const withdrawBaseline = defineAction(baseline, {
  name: 'withdraw',
  title: { zh: '撤销', en: 'Withdraw' },
  on: 'existing',
  from: ['entered'],
  to: 'withdrawn',
  confirm: { zh: '撤销后不再用于对比。确定？', en: 'It is no longer compared with. Withdraw?' },
  input: z.object({}),
  run: ({ change }) => change({}),
})
