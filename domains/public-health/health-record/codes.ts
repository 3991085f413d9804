import type { Text } from '@kangheng/kernel/text/text.ts'

/** What a record is kept on. */
export const media = {
  electronic: { zh: '电子档案', en: 'Electronic' },
  paper: { zh: '纸质档案', en: 'Paper' },
} as const satisfies Record<string, Text>

/** Why a record is closed. */
export const closeReasons = {
  died: { zh: '死亡', en: 'Died' },
  departed: { zh: '迁出本县', en: 'Left the county' },
  lost: { zh: '失访满一年', en: 'Not found for a year' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>

/** Services that make a record “used”. Source: 国家基本公共卫生服务规范, 有动态记录的档案. */
export const useKinds = {
  consultation: { zh: '就诊', en: 'Consultation' },
  examination: { zh: '健康体检', en: 'Health examination' },
  'follow-up': { zh: '随访', en: 'Follow-up' },
  'child-visit': { zh: '儿童健康检查', en: 'Child health visit' },
  'maternal-visit': { zh: '孕产妇随访', en: 'Maternal visit' },
  vaccination: { zh: '预防接种', en: 'Vaccination' },
  referral: { zh: '转诊会诊', en: 'Referral or consultation of specialists' },
  tcm: { zh: '中医药健康管理', en: 'Traditional medicine service' },
} as const satisfies Record<string, Text>

/** A kind of use. */
export type UseKind = keyof typeof useKinds

/** Codes of the examination form. Source: 国家基本公共卫生服务规范（第三版）健康体检表. */
export const examCodes = {
  symptoms: {
    headache: { zh: '头痛', en: 'Headache' },
    dizziness: { zh: '头晕', en: 'Dizziness' },
    palpitation: { zh: '心悸', en: 'Palpitation' },
    'chest-tightness': { zh: '胸闷', en: 'Chest tightness' },
    'chest-pain': { zh: '胸痛', en: 'Chest pain' },
    'chronic-cough': { zh: '慢性咳嗽', en: 'Chronic cough' },
    sputum: { zh: '咳痰', en: 'Sputum' },
    breathless: { zh: '呼吸困难', en: 'Breathlessness' },
    thirst: { zh: '多饮', en: 'Thirst' },
    polyuria: { zh: '多尿', en: 'Polyuria' },
    'weight-loss': { zh: '体重下降', en: 'Weight loss' },
    fatigue: { zh: '乏力', en: 'Fatigue' },
    'joint-pain': { zh: '关节肿痛', en: 'Joint pain' },
    'blurred-vision': { zh: '视力模糊', en: 'Blurred vision' },
    numbness: { zh: '手脚麻木', en: 'Numbness' },
    other: { zh: '其他', en: 'Other' },
  },
  exercise: {
    daily: { zh: '每天', en: 'Daily' },
    weekly: { zh: '每周一次以上', en: 'Weekly or more' },
    seldom: { zh: '偶尔', en: 'Seldom' },
    never: { zh: '不锻炼', en: 'Never' },
  },
  smoking: {
    never: { zh: '从不吸烟', en: 'Never' },
    stopped: { zh: '已戒烟', en: 'Stopped' },
    smoking: { zh: '吸烟', en: 'Smokes' },
  },
  drinking: {
    never: { zh: '从不', en: 'Never' },
    seldom: { zh: '偶尔', en: 'Seldom' },
    often: { zh: '经常', en: 'Often' },
    daily: { zh: '每天', en: 'Daily' },
  },
  result: { normal: { zh: '正常', en: 'Normal' }, abnormal: { zh: '异常', en: 'Abnormal' } },
  urine: {
    negative: { zh: '阴性', en: 'Negative' },
    trace: { zh: '微量', en: 'Trace' },
    '1+': { zh: '＋', en: '+' },
    '2+': { zh: '＋＋', en: '++' },
    '3+': { zh: '＋＋＋', en: '+++' },
  },
  problems: {
    stroke: { zh: '脑血管疾病', en: 'Cerebrovascular disease' },
    kidney: { zh: '肾脏疾病', en: 'Kidney disease' },
    heart: { zh: '心脏疾病', en: 'Heart disease' },
    vessels: { zh: '血管疾病', en: 'Vascular disease' },
    eyes: { zh: '眼部疾病', en: 'Eye disease' },
    nerves: { zh: '神经系统疾病', en: 'Nervous system disease' },
    other: { zh: '其他系统疾病', en: 'Other disease' },
  },
  guidance: {
    management: { zh: '纳入慢性病患者健康管理', en: 'Take into chronic disease management' },
    recheck: { zh: '建议复查', en: 'Recheck' },
    referral: { zh: '建议转诊', en: 'Refer' },
    none: { zh: '无异常，定期体检', en: 'No abnormality, regular examination' },
  },
  riskControls: {
    'stop-smoking': { zh: '戒烟', en: 'Stop smoking' },
    'drink-less': { zh: '健康饮酒', en: 'Drink less' },
    diet: { zh: '饮食', en: 'Diet' },
    exercise: { zh: '锻炼', en: 'Exercise' },
    weight: { zh: '减体重', en: 'Lose weight' },
    vaccination: { zh: '建议接种疫苗', en: 'Vaccination' },
    other: { zh: '其他', en: 'Other' },
  },
} as const satisfies Record<string, Record<string, Text>>
