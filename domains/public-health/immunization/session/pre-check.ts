/** What is asked and looked for before a dose; each is a reason not to go on without a doctor's judgement. */
export const findings = {
  acute: { zh: '发热或急性疾病', en: 'Fever or acute illness' },
  chronicActive: { zh: '慢性病急性发作期', en: 'Flare-up of a chronic illness' },
  severeAllergy: { zh: '对疫苗成分严重过敏或有严重过敏史', en: 'Severe allergy' },
  neurological: {
    zh: '未控制的癫痫或其他进行性神经系统疾病',
    en: 'Uncontrolled epilepsy or progressive nervous disease',
  },
  immunity: { zh: '免疫缺陷、免疫抑制治疗', en: 'Immunodeficiency or immunosuppression' },
  immunoglobulin: { zh: '近3个月用过免疫球蛋白或血液制品', en: 'Immunoglobulin or blood within 3 months' },
  earlierReaction: { zh: '既往接种有严重反应', en: 'Serious reaction to an earlier dose' },
  pregnancy: { zh: '妊娠或备孕', en: 'Pregnant or planning to be' },
} as const
export type Finding = keyof typeof findings

/** Under the arm; from here on somebody has a fever and is deferred. A parameter of the county: the norm names fever, not a degree. */
export const FEVER = 37.3

/** What the desk of the pre-check writes down. */
export interface PreCheck {
  readonly temperature: number
  readonly findings: readonly Finding[]
  readonly consentSigned: boolean
  /** The doctor's judgement of the findings. */
  readonly assessment: string | undefined
}

/**
 * Why somebody may not go on to the dose; null when they may. Fever and acute illness put it off; what else was found needs a doctor's judgement
 * in words; without consent nothing is given. Source: 预防接种工作规范（2023年版）, 预检与知情告知.
 */
export function preCheckFault(check: PreCheck): 'fever' | 'acute' | 'consent' | 'assessment' | null {
  if (check.temperature >= FEVER) return 'fever'
  if (check.findings.includes('acute')) return 'acute'
  if (!check.consentSigned) return 'consent'
  return check.findings.length > 0 && !check.assessment ? 'assessment' : null
}
