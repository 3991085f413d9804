import { z } from 'zod'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { faultsOf } from './check-rules.ts'
import { ruleSet } from './records.ts'
import {
  clauseKinds,
  clauseSchema,
  code,
  directions,
  factSchema,
  formula,
  itemSchema,
  notApplicableRules,
  points,
  ruleSetSchema,
  stepRules,
  unitKinds,
  type UnitKind,
} from './rules.ts'
import { shippedRuleSets } from './rule-sets/index.ts'
import { getRuleSet, indicatorsOf, rulesOf } from './stored.ts'

const nameInput = field(z.string().trim().min(2).max(80), { title: { zh: '名称', en: 'Name' } })
const yearInput = field(z.int().min(2000).max(2100), { title: { zh: '考核年度', en: 'Year' } })
const EMPTY = { items: [] }
const templateTitles = Object.fromEntries(
  Object.entries(shippedRuleSets).map(([id, { title }]) => [id, title]),
) as Record<keyof typeof shippedRuleSets, Text>

export const draftRuleSet = defineAction(ruleSet, {
  name: 'draft',
  title: { zh: '起草细则', en: 'Draft a rule set' },
  on: 'new',
  to: 'draft',
  input: z.object({
    name: nameInput,
    unitKind: choice(unitKinds, { zh: '考核对象', en: 'Units' }),
    year: yearInput,
    template: choice(templateTitles, {
      zh: '参照的样本（不选则从空白开始）',
      en: 'Begin with (nothing chosen: an empty sheet)',
    }).optional(),
  }),
  run({ input, create }) {
    const template = input.template ? shippedRuleSets[input.template] : undefined
    if (template && template.unitKind !== input.unitKind)
      return refuse('template', { zh: '样本的考核对象不同', en: 'That one is for other units' })
    return create({
      name: input.name,
      unitKind: input.unitKind,
      year: input.year,
      edition: 1,
      content: ruleSetSchema.parse(template?.rules ?? EMPTY),
    })
  },
})

export const newEdition = defineAction(ruleSet, {
  name: 'new-edition',
  title: { zh: '修订新版', en: 'New edition' },
  on: 'new',
  to: 'draft',
  input: z.object({
    ruleSet: field(z.uuid(), { title: { zh: '修订自', en: 'Edition before' }, refersTo: 'record:appraisal.rule-set' }),
    name: field(nameInput.optional(), { title: { zh: '名称（不填沿用）', en: 'Name (the same when left out)' } }),
    year: yearInput,
  }),
  async run({ input, find, create }) {
    const before = await getRuleSet({ find }, input.ruleSet)
    return create({
      name: input.name ?? before.name,
      unitKind: before.unitKind,
      year: input.year,
      edition: before.edition + 1,
      content: rulesOf(before),
      basedOn: before.id,
    })
  },
})

const optional = (title: { zh: string; en: string }, help?: { zh: string; en: string }) =>
  field(z.string().trim().max(500).optional(), { title, ...(help ? { help } : {}) })
const FORMULA_HELP = {
  zh: '数字、[指标编号]、[指标编号@last-year]、[指标编号@target]、{查实内容}，加减乘除、比较、括号，min max if and or not',
  en: 'numbers, [indicator], [indicator@last-year], [indicator@target], {fact}, + - * /, comparisons, brackets, min max if and or not',
}

/** A clause as a form has it: every field of every kind, of which the kind's own must be filled. */
const clauseInput = z.object({
  kind: choice(clauseKinds, { zh: '规则', en: 'Rule' }),
  value: optional({ zh: '评价值（公式）', en: 'Value (formula)' }, FORMULA_HELP),
  baseline: optional({ zh: '基线（公式）', en: 'Baseline (formula)' }),
  count: optional({ zh: '数量（公式）', en: 'Count (formula)' }),
  when: optional({ zh: '条件（公式）', en: 'Condition (formula)' }),
  points: field(points, { title: { zh: '分值', en: 'Points' } }),
  step: optional({ zh: '每档', en: 'Step' }),
  most: optional({ zh: '上限', en: 'At most' }),
  counts: choice(stepRules, { zh: '不足一档', en: 'A step begun' }).optional(),
  better: choice(directions, { zh: '方向', en: 'Direction' }).optional(),
})

export const setItem = defineAction(ruleSet, {
  name: 'set-item',
  title: { zh: '设定项目', en: 'Set an item' },
  on: 'existing',
  from: ['draft'],
  input: z.object({
    code: field(code, {
      title: { zh: '项目编号', en: 'Code' },
      help: {
        zh: '小写字母、数字和短横线；已有的编号即修改该项',
        en: 'Small letters, digits, hyphens; a known code changes that item',
      },
    }),
    groupZh: field(z.string().trim().min(1).max(60), { title: { zh: '类别', en: 'Group (Chinese)' } }),
    groupEn: field(z.string().trim().min(1).max(80), { title: { zh: '类别（英文）', en: 'Group (English)' } }),
    titleZh: field(z.string().trim().min(1).max(200), { title: { zh: '项目', en: 'Title (Chinese)' } }),
    titleEn: field(z.string().trim().min(1).max(300), { title: { zh: '项目（英文）', en: 'Title (English)' } }),
    full: field(points, { title: { zh: '满分', en: 'Points in full' } }),
    bonus: field(z.boolean().default(false), { title: { zh: '加分项', en: 'Bonus' } }),
    clauses: field(z.array(clauseInput).min(1).max(8), { title: { zh: '计分规则', en: 'Rules' } }),
    facts: field(
      z
        .array(
          z.object({
            name: field(code, { title: { zh: '编号', en: 'Name' } }),
            title: field(z.string().min(1).max(80), { title: { zh: '查实内容', en: 'What is found out' } }),
            unit: field(z.string().max(12).optional(), { title: { zh: '单位', en: 'Unit' } }),
          }),
        )
        .max(10)
        .optional(),
      { title: { zh: '现场查实内容', en: 'Facts found by assessors' } },
    ),
    appliesWhen: field(formula.optional(), { title: { zh: '适用条件（公式）', en: 'Applies where (formula)' } }),
    notApplicable: choice(notApplicableRules, { zh: '不适用时', en: 'Where it does not apply' }).optional(),
    source: field(z.string().trim().min(2).max(200), { title: { zh: '依据', en: 'Source' } }),
  }),
  async run({ input, current, change }) {
    const rules = rulesOf(current)
    const clauses = input.clauses.map((clause, index) => {
      const read = clauseSchema.safeParse(clause)
      if (read.success) return read.data
      const [issue] = read.error.issues
      return refuse(`clauses.${index}.${issue?.path.join('.') ?? ''}`, {
        zh: `第${index + 1}条规则还缺内容，或公式有误：${issue?.message ?? ''}`,
        en: `Rule ${index + 1} lacks something, or a formula is wrong: ${issue?.message ?? ''}`,
      })
    })
    const known = rules.items.find((item) => item.code === input.code)
    const item = itemSchema.parse({
      ...(known?.sample ? { sample: known.sample } : {}),
      code: input.code,
      group: { zh: input.groupZh, en: input.groupEn },
      title: { zh: input.titleZh, en: input.titleEn },
      full: input.full,
      bonus: input.bonus,
      clauses,
      facts: (input.facts ?? []).map(({ name, title, unit }) =>
        factSchema.parse({ name, title: { zh: title, en: title }, unit }),
      ),
      appliesWhen: input.appliesWhen,
      notApplicable: input.notApplicable,
      source: input.source,
    })
    const items = known ? rules.items.map((each) => (each.code === item.code ? item : each)) : [...rules.items, item]
    return change({ content: { ...rules, items } })
  },
})

export const setSample = defineAction(ruleSet, {
  name: 'set-sample',
  title: { zh: '设定抽查', en: 'Set what is sampled' },
  on: 'existing',
  from: ['draft'],
  input: z.object({
    code: field(code, { title: { zh: '项目编号', en: 'Code' } }),
    record: field(z.string().trim().max(80), {
      title: { zh: '抽查的记录类型', en: 'Record that is sampled' },
      help: { zh: '例如 hypertension.patient', en: 'For example hypertension.patient' },
    }),
    size: field(z.int().min(1).max(50), { title: { zh: '每单位份数', en: 'Samples for each unit' } }),
    question: field(z.string().trim().min(2).max(200), { title: { zh: '核查内容', en: 'Question' } }),
  }),
  run({ input, current, change, house }) {
    const rules = rulesOf(current)
    if (!rules.items.some((item) => item.code === input.code))
      return refuse('code', { zh: '没有这个项目', en: 'There is no such item' })
    if (!house.records.has(input.record)) return refuse('record', { zh: '没有这种记录', en: 'There is no such record' })
    const sample = { record: input.record, size: input.size, question: { zh: input.question, en: input.question } }
    return change({
      content: { ...rules, items: rules.items.map((item) => (item.code === input.code ? { ...item, sample } : item)) },
    })
  },
})

export const removeItem = defineAction(ruleSet, {
  name: 'remove-item',
  title: { zh: '删去项目', en: 'Remove an item' },
  on: 'existing',
  from: ['draft'],
  input: z.object({ code: field(code, { title: { zh: '项目编号', en: 'Code' } }) }),
  run({ input, current, change }) {
    const rules = rulesOf(current)
    const items = rules.items.filter((item) => item.code !== input.code)
    if (items.length === rules.items.length) return refuse('code', { zh: '没有这个项目', en: 'There is no such item' })
    return change({ content: { ...rules, items } })
  },
})

export const setVeto = defineAction(ruleSet, {
  name: 'set-veto',
  title: { zh: '设定一票否决', en: 'Set a veto' },
  on: 'existing',
  from: ['draft'],
  input: z.object({
    code: field(code, { title: { zh: '编号', en: 'Code' } }),
    title: field(z.string().trim().min(2).max(200), { title: { zh: '情形', en: 'Case' } }),
    fact: field(code, { title: { zh: '查实内容编号（次数）', en: 'Fact that counts the cases' } }),
    most: field(points, { title: { zh: '总分不超过', en: 'Total at most' } }),
  }),
  run({ input, current, change }) {
    const rules = rulesOf(current)
    const title = { zh: input.title, en: input.title }
    const veto = {
      code: input.code,
      title,
      when: `{${input.fact}} > 0`,
      most: input.most,
      facts: [factSchema.parse({ name: input.fact, title })],
    }
    return change({ content: { ...rules, vetoes: [...rules.vetoes.filter((each) => each.code !== veto.code), veto] } })
  },
})

export const issueRuleSet = defineAction(ruleSet, {
  name: 'issue',
  title: { zh: '印发细则', en: 'Issue' },
  on: 'existing',
  from: ['draft'],
  to: 'issued',
  confirm: {
    zh: '印发后不能再改，只能出新版。确定印发？',
    en: 'It cannot be changed afterwards, only followed by a new edition. Issue?',
  },
  input: z.object({}),
  async run(context) {
    const { current, change, house, today } = context
    const [fault] = faultsOf(rulesOf(current), {
      unitKind: current.unitKind as UnitKind,
      indicators: await indicatorsOf(context),
      records: new Set(house.records.keys()),
    })
    if (fault) return refuse('ruleSet', fault)
    return change({ issuedOn: today })
  },
})

export const retireRuleSet = defineAction(ruleSet, {
  name: 'retire',
  title: { zh: '废止细则', en: 'Retire' },
  on: 'existing',
  from: ['draft', 'issued'],
  to: 'retired',
  confirm: { zh: '废止后不能再用于新的考核。确定废止？', en: 'No appraisal can be opened by it any more. Retire?' },
  input: z.object({}),
  run: ({ change }) => change({}),
})
