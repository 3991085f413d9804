import { z } from 'zod'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { FormulaError, parseExpression } from '@kangheng/kernel/expression/parse.ts'

/** Whom an appraisal judges. Every kind is judged by the same engine. */
export const unitKinds = {
  township: { zh: '乡镇（街道）', en: 'Townships' },
  'township-centre': { zh: '乡镇卫生院（社区卫生服务中心）', en: 'Township health centres' },
  'county-institution': { zh: '县级医疗卫生机构', en: 'County institutions' },
  'county-hospital': { zh: '县级公立医院', en: 'Public hospitals of the county' },
  cdc: { zh: '疾病预防控制机构', en: 'Centre for disease control' },
  village: { zh: '村（社区）', en: 'Villages' },
  'doctor-team': { zh: '家庭医生团队', en: 'Family doctor teams' },
  section: { zh: '局机关股室', en: 'Bureau sections' },
} as const satisfies Record<string, Text>
export type UnitKind = keyof typeof unitKinds

/** What becomes of an item when its question does not arise in a unit (no event in the area, no such people). */
export const notApplicableRules = {
  full: { zh: '计满分', en: 'counts in full' },
  rescale: { zh: '剔除后按比例折算', en: 'left out, the rest is scaled up' },
  exclude: { zh: '剔除，不折算', en: 'left out, the sheet is of fewer points' },
} as const satisfies Record<string, Text>

/** The shapes of rules that appraisal sheets are made of. */
export const clauseKinds = {
  ratio: { zh: '按完成比例得分', en: 'in proportion to a baseline' },
  met: { zh: '达到即得分', en: 'all or nothing' },
  each: { zh: '按数量得分', en: 'points for each' },
  samples: { zh: '按抽查合格率得分', en: 'share of samples in order' },
  'deduct-each': { zh: '每例扣分', en: 'deduction for each' },
  'deduct-steps': { zh: '每差一档扣分', en: 'deduction for each step short' },
  'deduct-when': { zh: '出现即扣分', en: 'deduction when it is so' },
} as const satisfies Record<string, Text>
export type ClauseKind = keyof typeof clauseKinds

/** Whether a step that was begun counts. */
export const stepRules = {
  complete: { zh: '满一档才扣', en: 'complete steps' },
  started: { zh: '不足一档按一档扣', en: 'steps begun' },
} as const satisfies Record<string, Text>

/** Whether a higher or a lower value is better. */
export const directions = {
  higher: { zh: '越高越好', en: 'the higher the better' },
  lower: { zh: '越低越好', en: 'the lower the better' },
} as const satisfies Record<string, Text>

/** Points and limits: at most two decimals, like the scores themselves. */
export const points = z.string().regex(/^\d{1,4}(\.\d{1,2})?$/)

/** A formula of the small grammar of `kernel/expression/parse.ts`. */
export const formula = z.string().superRefine((text, context) => {
  try {
    parseExpression(text)
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    context.addIssue({
      code: 'custom',
      message: `公式看不懂：第${error.at + 1}个字符附近 ${error.message} / the formula cannot be read near character ${error.at + 1}: ${error.message}`,
    })
  }
})

const better = z.enum(['higher', 'lower']).default('higher')

/** One clause of an item: it gives points or takes them away, within its own limit. */
export const clauseSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ratio'), value: formula, baseline: formula, points, better }),
  z.object({ kind: z.literal('met'), when: formula, points }),
  z.object({ kind: z.literal('each'), count: formula, points, most: points }),
  z.object({ kind: z.literal('samples'), points }),
  z.object({ kind: z.literal('deduct-each'), count: formula, points, most: points.optional() }),
  z.object({
    kind: z.literal('deduct-steps'),
    value: formula,
    baseline: formula,
    step: points,
    points,
    most: points.optional(),
    counts: z.enum(['complete', 'started']).default('complete'),
    better,
  }),
  z.object({ kind: z.literal('deduct-when'), when: formula, points }),
])
export type Clause = z.output<typeof clauseSchema>

const text = z.object({ zh: z.string().min(1).max(200), en: z.string().min(1).max(300) })

/** Names of items and facts. */
export const code = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

/** What a person finds out and enters: a count, points given on evidence, yes (1) or no (0). */
export const factSchema = z.object({
  name: code,
  title: text,
  unit: z.string().max(12).default(''),
  most: points.optional(),
})
export type Fact = z.output<typeof factSchema>

/** One line of an appraisal sheet. */
export const itemSchema = z.object({
  code,
  group: text,
  title: text,
  /** Points in full; of a bonus item, its cap. */
  full: points,
  /** Stands outside the full score and is added to it. */
  bonus: z.boolean().default(false),
  clauses: z.array(clauseSchema).min(1).max(8),
  /** The item is asked only where this holds. */
  appliesWhen: formula.optional(),
  notApplicable: z.enum(['full', 'rescale', 'exclude']).default('rescale'),
  facts: z.array(factSchema).max(10).default([]),
  /** Records drawn at random in the unit's area, to be judged one by one. */
  sample: z.object({ record: z.string().max(80), size: z.int().min(1).max(50), question: text }).optional(),
  /** The regulation or the county's own paper the line comes from. */
  source: z.string().min(1).max(200),
})
export type Item = z.output<typeof itemSchema>

/** A fault that outweighs everything else (一票否决): the total cannot exceed `most`. */
export const vetoSchema = z.object({
  code,
  title: text,
  when: formula,
  most: points,
  facts: z.array(factSchema).max(5).default([]),
})
export type Veto = z.output<typeof vetoSchema>

/** A whole rule set: what is asked, how it is scored, how long objections and their review may take. */
export const ruleSetSchema = z.object({
  items: z.array(itemSchema).max(300),
  vetoes: z.array(vetoSchema).max(20).default([]),
  /** Grades by total, best first: from this score (included) on. */
  grades: z
    .array(z.object({ from: points, title: text }))
    .max(10)
    .default([]),
  /** Decimals of item scores and of the total; both are rounded half up, once. */
  decimals: z.int().min(0).max(2).default(2),
  /** Calendar days for objections after the announcement, and for their review. LOCAL. */
  objectionDays: z.int().min(1).max(60).default(7),
  reviewDays: z.int().min(1).max(60).default(14),
})
export type RuleSet = z.output<typeof ruleSetSchema>

/** A rule set as it is written in a file: what has a default may be left out. */
export type WrittenRuleSet = z.input<typeof ruleSetSchema>

/** Deductions start from the full score, credits from nothing. */
export const isDeduction = (clause: Clause): boolean => clause.kind.startsWith('deduct')
