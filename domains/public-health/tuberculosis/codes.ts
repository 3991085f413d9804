import type { Text } from '@kangheng/kernel/text/text.ts'

type Codes = Readonly<Record<string, Text>>

export const bacteriology = {
  positive: { zh: '病原学阳性', en: 'Bacteriologically confirmed' },
  negative: { zh: '病原学阴性', en: 'Bacteriologically negative' },
  none: { zh: '无病原学结果', en: 'No result' },
} as const satisfies Codes

export const treatmentKinds = {
  new: { zh: '初治', en: 'New' },
  retreatment: { zh: '复治', en: 'Retreatment' },
} as const satisfies Codes

export const resistances = {
  sensitive: { zh: '非耐药', en: 'Not resistant' },
  resistant: { zh: '耐药', en: 'Resistant' },
  unknown: { zh: '未检测', en: 'Not tested' },
} as const satisfies Codes

/** Who looks on when the medicine is taken. Source: third edition, 肺结核患者第一次入户随访记录表, 督导人员选择. */
export const supervisors = {
  'health-worker': { zh: '医务人员', en: 'Health worker' },
  family: { zh: '家庭成员', en: 'Family' },
  volunteer: { zh: '志愿者', en: 'Volunteer' },
  self: { zh: '自服药（电子药盒等）', en: 'Alone, with an electronic box or the like' },
} as const satisfies Codes
export type Supervisor = keyof typeof supervisors

export const symptoms = {
  cough: { zh: '咳嗽咳痰', en: 'Cough, sputum' },
  fever: { zh: '低热盗汗', en: 'Low fever, night sweats' },
  blood: { zh: '咯血或血痰', en: 'Blood in the sputum' },
  'chest-pain': { zh: '胸痛消瘦', en: 'Chest pain, loss of weight' },
  nausea: { zh: '恶心纳差', en: 'Nausea, no appetite' },
  joints: { zh: '关节疼痛', en: 'Painful joints' },
  headache: { zh: '头痛失眠', en: 'Headache, sleepless' },
  vision: { zh: '视物模糊', en: 'Blurred vision' },
  skin: { zh: '皮肤瘙痒、皮疹', en: 'Itching, rash' },
  hearing: { zh: '耳鸣、听力下降', en: 'Ringing ears, loss of hearing' },
} as const satisfies Codes

/** What is explained at the first visit, in the order of the official form (健康教育及培训). */
export const teaching = {
  place: { zh: '取药地点和时间', en: 'Where and when to fetch the medicine' },
  card: { zh: '服药记录卡的填写', en: 'Keeping the record of doses' },
  storing: { zh: '服药方法及药品存放', en: 'Taking and keeping the medicine' },
  course: { zh: '肺结核治疗疗程', en: 'Length of the treatment' },
  risks: { zh: '不规律服药的危害', en: 'Danger of missed doses' },
  reactions: { zh: '服药后不良反应及处理', en: 'Adverse reactions' },
  checks: { zh: '治疗期间复诊查痰', en: 'Sputum checks' },
  away: { zh: '外出期间如何坚持服药', en: 'Medicine while away' },
  habits: { zh: '生活习惯及注意事项', en: 'Habits' },
  contacts: { zh: '密切接触者检查', en: 'Examination of contacts' },
} as const satisfies Codes

/**
 * How treatment ended. Source: WHO consolidated guidelines on tuberculosis (2022 definitions); WS 288-2017 and 中国结核病预防控制工作技术规范（2020年版）. The last two leave the cohort.
 */
export const outcomes = {
  cured: { zh: '治愈', en: 'Cured' },
  completed: { zh: '完成疗程', en: 'Treatment completed' },
  failed: { zh: '治疗失败', en: 'Treatment failed' },
  died: { zh: '死亡', en: 'Died' },
  lost: { zh: '失访', en: 'Lost to follow-up' },
  'not-evaluated': { zh: '未评估', en: 'Not evaluated' },
  resistant: { zh: '转入耐药治疗', en: 'Moved to treatment of resistant tuberculosis' },
  'no-disease': { zh: '变更诊断', en: 'Diagnosis changed' },
} as const satisfies Codes
export type Outcome = keyof typeof outcomes

/** Outcomes of somebody who took the treatment to its end. */
export const finished: readonly Outcome[] = ['cured', 'completed', 'failed']
export const succeeded: readonly Outcome[] = ['cured', 'completed']
/** Outcomes that leave the cohort of treatment. */
export const outsideCohort: readonly Outcome[] = ['resistant', 'no-disease']

export const suspectResults = {
  confirmed: { zh: '确诊肺结核', en: 'Confirmed' },
  excluded: { zh: '排除', en: 'Excluded' },
  waiting: { zh: '已就诊，待诊断', en: 'Seen, diagnosis pending' },
  'not-gone': { zh: '未就诊', en: 'Did not go' },
} as const satisfies Codes
