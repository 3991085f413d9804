import type { Text } from '@kangheng/kernel/text/text.ts'

/** The colours of a risk assessment, from low to high; purple stands beside the others. */
export const colours = {
  green: { zh: '绿色（低风险）', en: 'Green (low)' },
  yellow: { zh: '黄色（一般风险）', en: 'Yellow (general)' },
  orange: { zh: '橙色（较高风险）', en: 'Orange (higher)' },
  red: { zh: '红色（高风险）', en: 'Red (high)' },
  purple: { zh: '紫色（传染病）', en: 'Purple (infectious)' },
} as const satisfies Record<string, Text>
export type Colour = keyof typeof colours

interface RiskFactor {
  readonly colour: Exclude<Colour, 'green'>
  readonly zh: string
  readonly en: string
}

/**
 * What makes a pregnancy one of risk, with its colour. Source: 孕产妇妊娠风险评估与管理工作规范, 国卫妇幼发〔2017〕35号, 附件2 孕产妇妊娠风险评估表; the entries of
 * that table that primary care meets.
 */
const factors = {
  'age-35': { colour: 'yellow', zh: '年龄≥35岁或≤18岁', en: 'aged 35 or over, or 18 or under' },
  'bmi-25': { colour: 'yellow', zh: 'BMI＞25或＜18.5', en: 'BMI above 25 or below 18.5' },
  'height-145': {
    colour: 'yellow',
    zh: '骨产道或软产道异常、身高≤145cm',
    en: 'abnormal birth canal, height up to 145 cm',
  },
  'bad-history': { colour: 'yellow', zh: '不良孕产史（流产≥3次、早产、围产儿死亡等）', en: 'bad obstetric history' },
  'scarred-uterus': { colour: 'yellow', zh: '瘢痕子宫', en: 'scarred uterus' },
  fibroid: { colour: 'yellow', zh: '子宫肌瘤或卵巢囊肿≥5cm', en: 'fibroid or cyst of 5 cm or more' },
  'pelvic-surgery': { colour: 'yellow', zh: '盆腔手术史', en: 'pelvic surgery' },
  'assisted-reproduction': { colour: 'yellow', zh: '辅助生殖妊娠', en: 'assisted reproduction' },
  'heart-mild': {
    colour: 'yellow',
    zh: '心脏病，未服药，心功能正常',
    en: 'heart disease, no medicine, normal function',
  },
  carrier: { colour: 'yellow', zh: '乙肝病毒携带者，肝功能正常', en: 'hepatitis B carrier, normal liver' },
  'kidney-stable': { colour: 'yellow', zh: '肾脏疾病，病情稳定，肾功能正常', en: 'stable kidney disease' },
  'diabetes-diet': {
    colour: 'yellow',
    zh: '糖尿病或甲状腺疾病，无需药物',
    en: 'diabetes or thyroid disease without medicine',
  },
  'platelets-50': { colour: 'yellow', zh: '血小板50—100×10⁹/L', en: 'platelets 50–100' },
  anaemia: { colour: 'yellow', zh: '贫血（血红蛋白60—110g/L）', en: 'anaemia (haemoglobin 60–110 g/L)' },
  epilepsy: { colour: 'yellow', zh: '癫痫（单纯部分性发作）', en: 'epilepsy (simple partial)' },
  twins: { colour: 'yellow', zh: '双胎妊娠', en: 'twins' },
  'threatened-preterm': { colour: 'yellow', zh: '先兆早产', en: 'threatened preterm birth' },
  'growth-restriction': { colour: 'yellow', zh: '胎儿宫内生长受限', en: 'fetal growth restriction' },
  macrosomia: { colour: 'yellow', zh: '巨大儿', en: 'macrosomia' },
  'hypertension-mild': {
    colour: 'yellow',
    zh: '妊娠期高血压疾病（除外红、橙色）',
    en: 'hypertensive disorder, milder',
  },
  'gestational-diabetes': { colour: 'yellow', zh: '妊娠期糖尿病，饮食控制', en: 'gestational diabetes on diet' },
  'placenta-low': {
    colour: 'yellow',
    zh: '孕28周后胎盘低置或胎位异常',
    en: 'low placenta or malposition after 28 weeks',
  },
  'age-40': { colour: 'orange', zh: '年龄≥40岁', en: 'aged 40 or over' },
  'bmi-28': { colour: 'orange', zh: 'BMI≥28', en: 'BMI of 28 or more' },
  'scar-severe': {
    colour: 'orange',
    zh: '瘢痕子宫距末次手术＜18个月或2次及以上',
    en: 'scar younger than 18 months, or two or more',
  },
  'heart-moderate': { colour: 'orange', zh: '较严重心血管疾病，心功能Ⅱ级', en: 'heart disease, function class II' },
  'diabetes-drugs': {
    colour: 'orange',
    zh: '需药物治疗的糖尿病、甲状腺疾病',
    en: 'diabetes or thyroid disease on medicine',
  },
  'chronic-hypertension': { colour: 'orange', zh: '慢性高血压合并子痫前期、重度子痫前期', en: 'severe pre-eclampsia' },
  'placenta-praevia': { colour: 'orange', zh: '前置胎盘、胎盘早剥', en: 'placenta praevia, abruption' },
  'anaemia-severe': {
    colour: 'orange',
    zh: '重度贫血（血红蛋白40—60g/L）',
    en: 'severe anaemia (haemoglobin 40–60 g/L)',
  },
  'platelets-30': { colour: 'orange', zh: '血小板30—50×10⁹/L', en: 'platelets 30–50' },
  triplets: { colour: 'orange', zh: '三胎及以上、Rh血型不合', en: 'triplets or more, Rh incompatibility' },
  'kidney-active': { colour: 'orange', zh: '肾脏疾病伴肾功能不全代偿期', en: 'kidney disease, compensated' },
  mental: { colour: 'orange', zh: '精神疾病缓解期', en: 'mental disorder in remission' },
  cholestasis: { colour: 'orange', zh: '妊娠期肝内胆汁淤积症', en: 'cholestasis of pregnancy' },
  'heart-severe': { colour: 'red', zh: '严重心血管疾病，心功能Ⅲ—Ⅳ级、肺动脉高压', en: 'severe heart disease' },
  'breathing-failure': { colour: 'red', zh: '呼吸系统疾病，肺功能重度减退', en: 'severe lung disease' },
  'liver-failure': { colour: 'red', zh: '重型肝炎、肝硬化失代偿', en: 'liver failure' },
  'kidney-failure': { colour: 'red', zh: '肾功能不全失代偿期', en: 'kidney failure' },
  'diabetes-complications': {
    colour: 'red',
    zh: '糖尿病并发严重肾病、心脑血管病等',
    en: 'diabetes with severe complications',
  },
  'anaemia-extreme': {
    colour: 'red',
    zh: '极重度贫血（血红蛋白＜40g/L）',
    en: 'extreme anaemia (haemoglobin below 40 g/L)',
  },
  'lupus-active': { colour: 'red', zh: '免疫系统疾病活动期', en: 'active immune disease' },
  'mental-acute': { colour: 'red', zh: '精神病急性期', en: 'acute mental disorder' },
  tumour: { colour: 'red', zh: '妊娠期间发现的恶性肿瘤', en: 'malignant tumour' },
  eclampsia: { colour: 'red', zh: '凶险性前置胎盘、子痫等危及生命的并发症', en: 'life-threatening complication' },
  hepatitis: { colour: 'purple', zh: '病毒性肝炎', en: 'viral hepatitis' },
  syphilis: { colour: 'purple', zh: '梅毒', en: 'syphilis' },
  hiv: { colour: 'purple', zh: '艾滋病病毒感染', en: 'HIV' },
  tuberculosis: { colour: 'purple', zh: '结核病', en: 'tuberculosis' },
  'severe-infection': {
    colour: 'purple',
    zh: '重症感染性肺炎、特殊病毒感染',
    en: 'severe infectious pneumonia, special viruses',
  },
} as const satisfies Record<string, RiskFactor>
export type RiskFactorId = keyof typeof factors

const ids = Object.keys(factors) as RiskFactorId[]

/** The factors by code; the titles begin with the colour, by which one looks for them. */
export const riskFactors = Object.fromEntries(
  ids.map((id) => {
    const { colour, zh, en } = factors[id]
    const [sign, name] = [colours[colour].zh[0]!, colours[colour].en.split(' ')[0]!]
    return [id, { zh: `${sign}：${zh}`, en: `${name}: ${en}` }]
  }),
) as Readonly<Record<RiskFactorId, Text>>

/** The colour of a factor. */
export const colourOf = (factor: string): Colour =>
  factor in factors ? factors[factor as RiskFactorId].colour : 'green'

const order: readonly Colour[] = ['green', 'yellow', 'orange', 'red']

/** What is measured, as far as it makes a factor by itself. */
export interface RiskMeasurements {
  /** Completed years at the expected day of birth. */
  readonly age: number
  /** Before the pregnancy or at booking. */
  readonly bodyMassIndex: number | null
  /** g/L. */
  readonly haemoglobin: number | null
  readonly height: number | null
}

/** Factors that follow from measurements. Source: as above. */
export function measuredFactors({ age, bodyMassIndex: index, haemoglobin, height }: RiskMeasurements): RiskFactorId[] {
  const found: Partial<Record<RiskFactorId, boolean>> = {
    'age-35': age <= 18 || (age >= 35 && age < 40),
    'age-40': age >= 40,
    'bmi-25': index !== null && (index < 18.5 || (index > 25 && index < 28)),
    'bmi-28': index !== null && index >= 28,
    'height-145': height !== null && height <= 145,
    anaemia: haemoglobin !== null && haemoglobin >= 60 && haemoglobin < 110,
    'anaemia-severe': haemoglobin !== null && haemoglobin >= 40 && haemoglobin < 60,
    'anaemia-extreme': haemoglobin !== null && haemoglobin < 40,
  }
  return ids.filter((id) => found[id])
}

/** The outcome of a risk assessment. */
export interface Risk {
  /** The highest of green, yellow, orange and red. */
  readonly colour: Exclude<Colour, 'purple'>
  /** Purple: an infectious disease, beside any other colour. */
  readonly infectious: boolean
}

/** The colour of these factors: the highest of them, with purple as a flag of its own. */
export function riskOf(found: readonly string[]): Risk {
  const highest = Math.max(0, ...found.map((factor) => order.indexOf(colourOf(factor))))
  return {
    colour: order[highest] as Risk['colour'],
    infectious: found.some((factor) => colourOf(factor) === 'purple'),
  }
}

/** The colour as it is shown in one word: purple where nothing higher than green stands beside it. */
export const shownColour = ({ colour, infectious }: Risk): Colour =>
  infectious && colour === 'green' ? 'purple' : colour

/** The higher of two. */
export function higher(one: Risk, other: Risk): Risk {
  const colour = order.indexOf(one.colour) >= order.indexOf(other.colour) ? one.colour : other.colour
  return { colour, infectious: one.infectious || other.infectious }
}

/** Whether the woman gets special-case management (高危专案): orange, red and purple, one by one. Source: 工作规范 第三部分. */
export function asksCase({ colour, infectious }: Risk): boolean {
  return infectious || colour === 'orange' || colour === 'red'
}

/** Days within which the case is reported to the county's maternal and child health institution. Source: as above: red 24 hours, orange three days; purple is local. */
export const reportDays = ({ colour }: Risk): number => (colour === 'red' ? 1 : 3)
/** Days until a special case is looked after again (local): red a week, the others two. */
export const followUpDays = ({ colour }: Risk): number => (colour === 'red' ? 7 : 14)
