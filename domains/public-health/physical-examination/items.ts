import type { Text } from '@kangheng/kernel/text/text.ts'

/** A laboratory item of the examination form: its id is the form's column. */
export interface ItemDefinition {
  readonly title: Text
  /** The unit in which it is kept. */
  readonly unit: string
  /** Decimals that are kept. */
  readonly decimals: number
  /** Names and codes by which analysers and LOINC call it, upper case. */
  readonly codes: readonly string[]
  /** Factors to the kept unit, by unit in its plain form (see `plainUnit`). */
  readonly factors: Readonly<Record<string, number>>
}

const perLitre = { 'U/L': 1, 'IU/L': 1 }
const cells = { '10^9/L': 1, '10*9/L': 1, '10E9/L': 1, 'G/L': 1, '10^3/UL': 1, '10*3/UL': 1, 'K/UL': 1 }
const cholesterolFactors = { 'MMOL/L': 1, 'MG/DL': 1 / 38.67 }

/**
 * The items. Factors are those between conventional and SI units (molar masses: glucose 180.16, cholesterol 386.7, triglycerides 885.7,
 * creatinine 113.1, bilirubin 584.7; urea nitrogen of two atoms 28.0). LOINC codes: loinc.org.
 */
export const items = {
  haemoglobin: {
    title: { zh: '血红蛋白', en: 'Haemoglobin' },
    ...{ unit: 'g/L', decimals: 0 },
    codes: ['HGB', 'HB', '血红蛋白', '718-7'],
    factors: { 'G/L': 1, 'G/DL': 10 },
  },
  whiteCells: {
    title: { zh: '白细胞', en: 'White cells' },
    ...{ unit: '10⁹/L', decimals: 2 },
    codes: ['WBC', '白细胞', '白细胞计数', '6690-2'],
    factors: cells,
  },
  platelets: {
    title: { zh: '血小板', en: 'Platelets' },
    ...{ unit: '10⁹/L', decimals: 0 },
    codes: ['PLT', '血小板', '血小板计数', '777-3'],
    factors: cells,
  },
  fastingGlucose: {
    title: { zh: '空腹血糖', en: 'Fasting glucose' },
    ...{ unit: 'mmol/L', decimals: 1 },
    codes: ['GLU', 'FPG', 'FBG', '空腹血糖', '葡萄糖', '血糖', '1558-6', '14771-0'],
    factors: { 'MMOL/L': 1, 'MG/DL': 1 / 18.016 },
  },
  alanineTransaminase: {
    title: { zh: '血清谷丙转氨酶', en: 'ALT' },
    ...{ unit: 'U/L', decimals: 1 },
    codes: ['ALT', 'GPT', '谷丙转氨酶', '丙氨酸氨基转移酶', '1742-6'],
    factors: perLitre,
  },
  aspartateTransaminase: {
    title: { zh: '血清谷草转氨酶', en: 'AST' },
    ...{ unit: 'U/L', decimals: 1 },
    codes: ['AST', 'GOT', '谷草转氨酶', '天门冬氨酸氨基转移酶', '1920-8'],
    factors: perLitre,
  },
  bilirubin: {
    title: { zh: '总胆红素', en: 'Total bilirubin' },
    ...{ unit: 'μmol/L', decimals: 1 },
    codes: ['TBIL', 'T-BIL', 'TB', '总胆红素', '1975-2', '14631-6'],
    factors: { 'UMOL/L': 1, 'MG/DL': 17.1 },
  },
  creatinine: {
    title: { zh: '血清肌酐', en: 'Creatinine' },
    ...{ unit: 'μmol/L', decimals: 1 },
    codes: ['CREA', 'CRE', 'CR', 'SCR', '肌酐', '血清肌酐', '2160-0', '14682-9'],
    factors: { 'UMOL/L': 1, 'MG/DL': 88.4 },
  },
  urea: {
    title: { zh: '血尿素', en: 'Urea' },
    ...{ unit: 'mmol/L', decimals: 2 },
    codes: ['UREA', 'BUN', '尿素', '尿素氮', '血尿素', '3094-0', '14937-7', '22664-7'],
    // In mg/dL laboratories give urea nitrogen.
    factors: { 'MMOL/L': 1, 'MG/DL': 0.357 },
  },
  cholesterol: {
    title: { zh: '总胆固醇', en: 'Cholesterol' },
    ...{ unit: 'mmol/L', decimals: 2 },
    codes: ['TC', 'CHOL', 'T-CHO', '总胆固醇', '2093-3', '14647-2'],
    factors: cholesterolFactors,
  },
  triglycerides: {
    title: { zh: '甘油三酯', en: 'Triglycerides' },
    ...{ unit: 'mmol/L', decimals: 2 },
    codes: ['TG', 'TRIG', '甘油三酯', '2571-8', '14927-8'],
    factors: { 'MMOL/L': 1, 'MG/DL': 1 / 88.57 },
  },
  lowDensity: {
    title: { zh: '低密度脂蛋白胆固醇', en: 'LDL cholesterol' },
    ...{ unit: 'mmol/L', decimals: 2 },
    codes: ['LDL', 'LDL-C', 'LDLC', '低密度脂蛋白胆固醇', '2089-1', '13457-7', '22748-8'],
    factors: cholesterolFactors,
  },
  highDensity: {
    title: { zh: '高密度脂蛋白胆固醇', en: 'HDL cholesterol' },
    ...{ unit: 'mmol/L', decimals: 2 },
    codes: ['HDL', 'HDL-C', 'HDLC', '高密度脂蛋白胆固醇', '2085-9', '14646-4'],
    factors: cholesterolFactors,
  },
  urineProtein: {
    title: { zh: '尿蛋白', en: 'Urine protein' },
    ...{ unit: '', decimals: 0 },
    codes: ['PRO', 'U-PRO', '尿蛋白', '20454-5', '5804-0'],
    factors: {},
  },
  urineGlucose: {
    title: { zh: '尿糖', en: 'Urine glucose' },
    ...{ unit: '', decimals: 0 },
    codes: ['U-GLU', 'UGLU', '尿糖', '尿葡萄糖', '25428-4', '5792-7'],
    factors: {},
  },
} as const satisfies Record<string, ItemDefinition>

export type ItemId = keyof typeof items

/** Items that are read as a degree (negative, trace, +) and not as a number. */
export const isQualitative = (item: ItemId): item is 'urineProtein' | 'urineGlucose' => items[item].unit === ''

const byCode = new Map(
  (Object.entries(items) as [ItemId, ItemDefinition][]).flatMap(([id, { codes }]) => codes.map((code) => [code, id])),
)

/** The item an analyser means by a code or name; undefined when it is none of the form. */
export function itemOf(code: string): ItemId | undefined {
  const plain = code.trim().toUpperCase()
  return byCode.get(plain) as ItemId | undefined
}

/** A unit without its typographic accidents: `×10⁹/L`, `10^9/L` and `10*9/l` are one, and so are `μmol/L`, `µmol/L` and `umol/L`. */
export function plainUnit(unit: string): string {
  return unit
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^[x×*]/i, '')
    .replace(/109\/L$/i, '10^9/L')
    .replace(/[μµ]/g, 'u')
    .toUpperCase()
}

const degrees: readonly [RegExp, string][] = [
  [/^(-|—|－|neg(ative)?|阴性|\(-\)|0)$/i, 'negative'],
  [/^(±|\+-|\+\/-|trace|微量|弱阳性)$/i, 'trace'],
  [/^(\+{1}|1\+|\+1|阳性|\(\+\)|pos(itive)?)$/i, '1+'],
  [/^(\+{2}|2\+|\+2)$/i, '2+'],
  [/^(\+{3,4}|[34]\+|\+[34])$/i, '3+'],
]

/** The degree of the form that a strip reader's word means; undefined when it is none. Four crosses are noted as the form's highest. */
export function degreeOf(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  return degrees.find(([pattern]) => pattern.test(plain))?.[1]
}

/** What converting a value came to. */
export type Converted =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'unknown-unit' }
  | { readonly kind: 'no-number' }

const NUMBER = /^[<>≤≥]?\s*(\d+(?:\.\d+)?)$/

/** A numeric result in the unit of the form; a result without unit is taken to be in it. `<0.5` is its limit. */
export function convert(item: ItemId, text: string, unit: string): Converted {
  const match = NUMBER.exec(text.trim())
  if (!match) return { kind: 'no-number' }
  const { factors, decimals } = items[item] as ItemDefinition
  const factor = unit.trim() === '' ? 1 : factors[plainUnit(unit)]
  if (factor === undefined) return { kind: 'unknown-unit' }
  return { kind: 'value', value: Number((Number(match[1]) * factor).toFixed(decimals)) }
}
