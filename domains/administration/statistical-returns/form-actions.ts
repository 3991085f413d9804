import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { requireCountyAccount } from '@kangheng/kernel/access/county-account.ts'
import { loadUserIndicators } from '@kangheng/kernel/indicator/user-indicator.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { layoutFaults } from './check-layout.ts'
import { shippedForms } from './forms/index.ts'
import { checkSchema, formulaSchema, layoutSchema, type Layout } from './layout.ts'
import { form } from './records.ts'
import { layoutOf } from './stored.ts'
import { forms } from './tables.ts'

const templates = Object.fromEntries(Object.entries(shippedForms).map(([id, { title }]) => [id, title])) as {
  [Id in keyof typeof shippedForms]: (typeof shippedForms)[Id]['title']
}
const code = (zh: string, en: string) =>
  field(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), {
    title: { zh, en },
    help: { zh: '小写字母、数字和短横线', en: 'Lower-case letters, digits and hyphens' },
  })
const words = (zh: string, en: string) => field(z.string().trim().min(1).max(80), { title: { zh, en } })
const severities = {
  error: { zh: '错误，不能报送', en: 'Blocks' },
  warning: { zh: '警告，须说明', en: 'To be explained' },
}
const sources = {
  entered: { zh: '填报', en: 'Entered' },
  computed: { zh: '本表公式', en: 'Formula' },
  figure: { zh: '系统取数', en: 'From the figures' },
}
const requireCounty = (context: Pick<ActionContext, 'actor' | 'county'>) =>
  requireCountyAccount(context, 'form', { zh: '报表制度由县级账号制定', en: 'Forms are set by accounts of the county' })

export const draftForm = defineAction(form, {
  name: 'draft',
  title: { zh: '采用报表', en: 'Take a form' },
  on: 'new',
  to: 'draft',
  input: z.object({ template: choice(templates, { zh: '报表', en: 'Form' }) }),
  async run(context) {
    requireCounty(context)
    const { input, find, create } = context
    if (await find(form, eq(forms.form, input.template)))
      return refuse('template', {
        zh: '已有这张报表，请在原表上出新版',
        en: 'It is here already; make a new edition of it',
      })
    const { title, number, periodKind, dueDay, unitKinds, layout } = shippedForms[input.template]
    return create({
      ...{ form: input.template, name: title.zh, number, edition: 1, periodKind, dueDay },
      unitKinds: [...unitKinds],
      content: layoutSchema.parse(layout),
    })
  },
})

export const newEdition = defineAction(form, {
  name: 'new-edition',
  title: { zh: '出新版', en: 'New edition' },
  on: 'existing',
  from: ['issued', 'retired'],
  input: z.object({}),
  async run(context) {
    requireCounty(context)
    const { current, findAll, createOther } = context
    const all = await findAll(form, eq(forms.form, current.form))
    if (all.some((each) => each.state === 'draft'))
      return refuse('form', { zh: '已有一版在起草', en: 'An edition is being drafted already' })
    const { name, number, periodKind, dueDay, unitKinds, content } = current
    const edition = Math.max(...all.map((each) => each.edition)) + 1
    return createOther(form, {
      ...{ form: current.form, name, number, periodKind, dueDay, unitKinds, content, edition },
      state: 'draft',
    })
  },
})

/** The layout after a change, or a refusal that names the first fault of the change itself. */
function changed(content: unknown, change: (layout: Layout) => void, input: string): Layout {
  const layout = structuredClone(layoutOf({ content }))
  change(layout)
  const read = layoutSchema.safeParse(layout)
  return read.success
    ? read.data
    : refuse(input, { zh: read.error.issues[0]!.message, en: read.error.issues[0]!.message })
}

export const setRow = defineAction(form, {
  name: 'set-row',
  title: { zh: '增改指标', en: 'Set a row' },
  on: 'existing',
  from: ['draft'],
  input: z.object({
    part: code('所在部分', 'Part'),
    code: code('单元格代码', 'Cell code'),
    titleZh: words('指标名称', 'Name (Chinese)'),
    titleEn: words('英文名称', 'Name (English)'),
    unitZh: words('计量单位', 'Unit (Chinese)'),
    unitEn: words('英文单位', 'Unit (English)'),
    level: field(z.int().min(0).max(3).default(0), { title: { zh: '缩进', en: 'Indentation' } }),
    decimals: field(z.int().min(0).max(4).default(0), { title: { zh: '小数位', en: 'Decimals' } }),
    source: choice(sources, { zh: '数据来源', en: 'Source' }),
    formula: field(formulaSchema.optional(), {
      title: { zh: '公式', en: 'Formula' },
      help: { zh: '例如 {outpatient} + {emergency}', en: 'For example {outpatient} + {emergency}' },
    }),
    indicator: field(z.string().trim().max(100).optional(), { title: { zh: '取数指标', en: 'Indicator' } }),
  }),
  run(context) {
    requireCounty(context)
    const { input, current, change } = context
    if (input.source === 'computed' && !input.formula)
      return refuse('formula', { zh: '请填写公式', en: 'Write the formula' })
    if (input.source === 'figure' && !input.indicator)
      return refuse('indicator', { zh: '请填写取数的指标编号', en: 'Name the indicator' })
    const content = changed(
      current.content,
      (layout) => {
        const part = layout.parts.find((each) => each.code === input.part)
        if (!part) return refuse('part', { zh: '没有这一部分', en: 'No such part' })
        if (part.columns.length > 1)
          return refuse('part', {
            zh: '多栏的部分请另出报表',
            en: 'A part of several columns cannot be changed by rows',
          })
        const source =
          input.source === 'computed'
            ? { kind: 'computed' as const, formula: input.formula! }
            : input.source === 'figure'
              ? { kind: 'figure' as const, indicator: input.indicator! }
              : { kind: 'entered' as const }
        const row = {
          title: { zh: input.titleZh, en: input.titleEn },
          unit: { zh: input.unitZh, en: input.unitEn },
          level: input.level,
          cells: [{ code: input.code, decimals: input.decimals, source }],
        }
        const at = part.rows.findIndex((each) => each.cells[0]?.code === input.code)
        if (at >= 0) part.rows[at] = row
        else part.rows.push(row)
      },
      'code',
    )
    return change({ content })
  },
})

export const setCheck = defineAction(form, {
  name: 'set-check',
  title: { zh: '增改审核关系', en: 'Set a check' },
  on: 'existing',
  from: ['draft'],
  input: z.object({
    code: code('审核编号', 'Code'),
    titleZh: words('审核内容', 'What is checked (Chinese)'),
    titleEn: words('英文', 'What is checked (English)'),
    severity: choice(severities, { zh: '性质', en: 'Severity' }),
    holds: field(formulaSchema.optional(), {
      title: { zh: '应成立的关系', en: 'What must hold' },
      help: {
        zh: '例如 {tcm} <= {outpatient}；其他报表写 [表.单元格]，上年同期写 [表.单元格@last-year]；留空则删除这条',
        en: 'For example {tcm} <= {outpatient}; another form as [form.cell], last year as [form.cell@last-year]; empty removes the check',
      },
    }),
    remedyZh: words('处理办法', 'Remedy (Chinese)'),
    remedyEn: words('英文', 'Remedy (English)'),
  }),
  run(context) {
    requireCounty(context)
    const { input, current, change } = context
    const content = changed(
      current.content,
      (layout) => {
        const at = layout.checks.findIndex((each) => each.code === input.code)
        if (input.holds === undefined) {
          if (at < 0) return refuse('code', { zh: '没有这条审核关系', en: 'No such check' })
          return void layout.checks.splice(at, 1)
        }
        const check = checkSchema.parse({
          ...{ kind: 'rule', code: input.code, severity: input.severity, holds: input.holds },
          title: { zh: input.titleZh, en: input.titleEn },
          remedy: { zh: input.remedyZh, en: input.remedyEn },
        })
        if (at >= 0) layout.checks[at] = check
        else layout.checks.push(check)
      },
      'code',
    )
    return change({ content })
  },
})

export const issueForm = defineAction(form, {
  name: 'issue',
  title: { zh: '印发执行', en: 'Issue' },
  on: 'existing',
  from: ['draft'],
  to: 'issued',
  confirm: {
    zh: '印发后不能再改，上一版同时停用。确定印发？',
    en: 'It cannot change afterwards; the edition before is retired. Issue?',
  },
  input: z.object({}),
  async run(context) {
    requireCounty(context)
    const { current, change, changeOther, findAll, today, connection, house, county } = context
    const added = await loadUserIndicators(connection, house, county)
    const known = new Set([...house.indicators.keys(), ...added.map((indicator) => indicator.id)])
    const faults = layoutFaults(layoutOf(current), known)
    if (faults.length > 0)
      return refuse('layout', {
        zh: faults.map((fault) => fault.zh).join('；'),
        en: faults.map((fault) => fault.en).join('; '),
      })
    for (const before of await findAll(form, and(eq(forms.form, current.form), eq(forms.state, 'issued'))))
      await changeOther(form, before, { state: 'retired' })
    return change({ issuedOn: today })
  },
})

/** The edition in force of a form; undefined when there is none. */
export async function formInForce({ findAll }: Pick<ActionContext, 'findAll'>, which: string) {
  const all = await findAll(form, and(eq(forms.form, which), eq(forms.state, 'issued')))
  return all.sort((a, b) => b.edition - a.edition)[0]
}
