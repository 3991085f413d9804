import { addDays, addYears, ageOn, daysBetween, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

/** What a result leads to: a further step within so many days, or the end. */
export type Next =
  | { readonly kind: 'step'; readonly step: StepId; readonly days: number }
  | { readonly kind: 'negative' }
  /** Found; `early` is what early diagnosis means in this programme. */
  | { readonly kind: 'confirmed'; readonly early: boolean; readonly treatWithin: number }

interface Result {
  readonly title: Text
  readonly next: Next
}

const result = (zh: string, en: string, next: Next): Result => ({ title: { zh, en }, next })
const negative: Next = { kind: 'negative' }
const then = (step: StepId, days: number): Next => ({ kind: 'step', step, days })
const found = (early: boolean, treatWithin: number): Next => ({ kind: 'confirmed', early, treatWithin })

/** Steps of the programmes, in the order in which they are taken. */
export const stepTitles = {
  'blood-spot': { zh: '足跟血初筛', en: 'Blood spot' },
  'blood-repeat': { zh: '召回复查', en: 'Repeat test' },
  'hearing-first': { zh: '听力初筛', en: 'Hearing, first screen' },
  'hearing-second': { zh: '听力复筛', en: 'Hearing, second screen' },
  'hearing-diagnosis': { zh: '听力诊断', en: 'Hearing, diagnosis' },
  'cervical-first': { zh: '宫颈癌初筛', en: 'Cervical, first screen' },
  'cervical-cytology': { zh: '细胞学分流', en: 'Cervical, cytology' },
  colposcopy: { zh: '阴道镜检查', en: 'Colposcopy' },
  'cervical-pathology': { zh: '宫颈组织病理', en: 'Cervical pathology' },
  'breast-ultrasound': { zh: '乳腺超声', en: 'Breast ultrasound' },
  mammography: { zh: '乳腺X线', en: 'Mammography' },
  'breast-pathology': { zh: '乳腺活检病理', en: 'Breast pathology' },
  'premarital-check': { zh: '婚前医学检查', en: 'Premarital check' },
  'pre-pregnancy-check': { zh: '孕前优生检查和风险评估', en: 'Pre-pregnancy check' },
  counselling: { zh: '咨询指导', en: 'Counselling' },
} as const satisfies Record<string, Text>
export type StepId = keyof typeof stepTitles

/**
 * The results of every step and what follows from each. Sources: 新生儿疾病筛查管理办法 (2009) and 技术规范 (2010); 新生儿听力筛查技术规范; 宫颈癌筛查工作方案 and 乳腺癌筛查工作方案, 国卫办妇幼函〔2021〕635号;
 * 婚前保健工作规范 (2002); 国家免费孕前优生健康检查项目试点工作技术服务规范. Days are local where the norm gives none.
 */
export const steps: Readonly<Record<StepId, Readonly<Record<string, Result>>>> = {
  'blood-spot': {
    'blood-normal': result('阴性', 'Negative', negative),
    'blood-suspicious': result('可疑阳性', 'Suspicious', then('blood-repeat', 7)),
    'blood-unfit': result('标本不合格', 'Sample unfit', then('blood-repeat', 7)),
  },
  'blood-repeat': {
    'repeat-normal': result('复查正常', 'Normal on repeat', negative),
    hypothyroidism: result('先天性甲状腺功能减低症（CH）', 'Congenital hypothyroidism', found(true, 7)),
    phenylketonuria: result('苯丙酮尿症（PKU）', 'Phenylketonuria', found(true, 7)),
    'adrenal-hyperplasia': result('先天性肾上腺皮质增生症（CAH）', 'Adrenal hyperplasia', found(true, 7)),
    'g6pd-deficiency': result('G6PD缺乏症', 'G6PD deficiency', found(true, 30)),
  },
  'hearing-first': {
    'hearing-pass': result('初筛通过', 'Passed', negative),
    'hearing-refer': result('初筛未通过', 'Not passed', then('hearing-second', 42)),
  },
  'hearing-second': {
    'second-pass': result('复筛通过', 'Passed', negative),
    'second-refer': result('复筛未通过', 'Not passed', then('hearing-diagnosis', 50)),
  },
  'hearing-diagnosis': {
    'hearing-normal': result('听力正常', 'Normal', negative),
    'hearing-loss': result('听力障碍', 'Hearing loss', found(true, 90)),
  },
  'cervical-first': {
    'hpv-negative': result('HPV阴性', 'HPV negative', negative),
    'hpv-16-18': result('HPV16/18阳性', 'HPV 16/18', then('colposcopy', 90)),
    'hpv-other': result('其他高危型HPV阳性', 'Other high-risk HPV', then('cervical-cytology', 60)),
    'first-cytology-normal': result('细胞学未见异常', 'Cytology normal', negative),
    'first-cytology-abnormal': result('细胞学ASC-US及以上', 'Cytology ASC-US or worse', then('colposcopy', 90)),
    'visible-lesion': result('肉眼可疑病变', 'Visible lesion', then('colposcopy', 30)),
  },
  'cervical-cytology': {
    'cytology-normal': result('未见异常', 'Normal', negative),
    'cytology-abnormal': result('ASC-US及以上', 'ASC-US or worse', then('colposcopy', 90)),
  },
  colposcopy: {
    'colposcopy-normal': result('未见异常', 'Normal', negative),
    'colposcopy-abnormal': result('异常，已取活检', 'Abnormal, biopsy taken', then('cervical-pathology', 30)),
  },
  'cervical-pathology': {
    'cervix-benign': result('良性或低级别病变（CIN1）', 'Benign or CIN 1', negative),
    'cin-high': result('高级别病变（CIN2、CIN3）', 'CIN 2 or 3', found(true, 90)),
    'cervix-in-situ': result('原位腺癌（AIS）', 'Adenocarcinoma in situ', found(true, 60)),
    'cervix-microinvasive': result('微小浸润癌（IA期）', 'Microinvasive (IA)', found(true, 30)),
    'cervix-invasive': result('浸润癌', 'Invasive cancer', found(false, 30)),
  },
  'breast-ultrasound': {
    'ultrasound-1-2': result('BI-RADS 1、2类', 'BI-RADS 1, 2', negative),
    'ultrasound-0-3': result('BI-RADS 0、3类', 'BI-RADS 0, 3', then('mammography', 60)),
    'ultrasound-4-5': result('BI-RADS 4、5类', 'BI-RADS 4, 5', then('breast-pathology', 30)),
  },
  mammography: {
    'mammography-1-3': result('BI-RADS 1—3类', 'BI-RADS 1–3', negative),
    'mammography-4-5': result('BI-RADS 4、5类', 'BI-RADS 4, 5', then('breast-pathology', 30)),
  },
  'breast-pathology': {
    'breast-benign': result('良性', 'Benign', negative),
    'breast-early': result('原位癌或0—IIA期', 'In situ or stage 0–IIA', found(true, 30)),
    'breast-late': result('IIB期及以上', 'Stage IIB or later', found(false, 30)),
  },
  'premarital-check': {
    'premarital-clear': result('未发现医学上应建议的情况', 'Nothing to advise on', negative),
    'premarital-advice': result('有情况，需咨询指导', 'Findings, counselling', then('counselling', 30)),
  },
  'pre-pregnancy-check': {
    'average-risk': result('一般人群', 'Average risk', negative),
    'high-risk': result('高风险人群', 'High risk', then('counselling', 30)),
  },
  counselling: { counselled: result('已咨询指导', 'Counselled', negative) },
}

/** Titles of all results, as coded fields take them. */
export const resultTitles: Readonly<Record<string, Text>> = Object.fromEntries(
  Object.values(steps).flatMap((results) => Object.entries(results).map(([code, { title }]) => [code, title])),
)

/** What a result of a step leads to; undefined when the step has no such result. */
export const nextOf = (step: StepId, code: string): Next | undefined => steps[step][code]?.next

interface Programme {
  readonly title: Text
  readonly first: StepId
  readonly sex?: 'female'
  /** Completed years, both included. */
  readonly ages?: readonly [from: number, to: number]
  /** Days of life on which the first step is taken: in time, and at all. */
  readonly days?: readonly [from: number, inTime: number, atAll: number]
  /** Years until the same person is screened again, by the result of the last time. */
  readonly againAfter?: (lastResult: string) => number
}

/** Programmes. Ages and intervals: 宫颈癌筛查工作方案 (2021): 35–64, HPV every five years, cytology every three; 乳腺癌筛查工作方案 (2021): 35–64, every two to three years (here three, local). */
export const programmes = {
  metabolic: {
    title: { zh: '新生儿遗传代谢病筛查', en: 'Newborn metabolic screening' },
    first: 'blood-spot',
    days: [3, 7, 20],
  },
  hearing: {
    title: { zh: '新生儿听力筛查', en: 'Newborn hearing screening' },
    first: 'hearing-first',
    days: [2, 28, 42],
  },
  cervical: {
    ...{
      title: { zh: '宫颈癌筛查', en: 'Cervical screening' },
      first: 'cervical-first',
      sex: 'female',
      ages: [35, 64],
    },
    againAfter: (last) => (last.startsWith('hpv') ? 5 : 3),
  },
  breast: {
    ...{
      title: { zh: '乳腺癌筛查', en: 'Breast screening' },
      first: 'breast-ultrasound',
      sex: 'female',
      ages: [35, 64],
    },
    againAfter: () => 3,
  },
  premarital: { title: { zh: '婚前医学检查', en: 'Premarital check' }, first: 'premarital-check', ages: [18, 90] },
  'pre-pregnancy': {
    ...{
      title: { zh: '免费孕前优生健康检查', en: 'Pre-pregnancy check' },
      first: 'pre-pregnancy-check',
      ages: [18, 60],
    },
    againAfter: () => 1,
  },
} as const satisfies Record<string, Programme>
export type ProgrammeId = keyof typeof programmes

export const programmeTitles = Object.fromEntries(
  Object.entries(programmes).map(([id, { title }]) => [id, title]),
) as Record<ProgrammeId, Text>

/** What is known of somebody who is to be screened. */
export interface Candidate {
  readonly sex: string
  readonly birth: IsoDate
  /** The last screening of the same programme, with its first result. */
  readonly last?: { readonly on: IsoDate; readonly result: string }
}

/** Why somebody is not screened on a day; undefined when they may be. The interval counts across years and institutions. */
export function screeningFault(
  id: ProgrammeId,
  { sex, birth, last }: Candidate,
  on: IsoDate,
): { field: string; text: Text } | undefined {
  const programme: Programme = programmes[id]
  const fault = (field: string, zh: string, en: string) => ({ field, text: { zh, en } })
  const { ages, days } = programme
  if (programme.sex && sex !== programme.sex) return fault('person', '该项目只筛查妇女', 'The programme is for women')
  const age = ageOn(birth, on)
  if (ages && (age < ages[0] || age > ages[1]))
    return fault(
      'person',
      `筛查当日应为${ages[0]}—${ages[1]}岁`,
      `On the day between ${ages[0]} and ${ages[1]} years old`,
    )
  const old = daysBetween(birth, on)
  if (days && (old < days[0] || old > days[2]))
    return fault(
      'happenedOn',
      `应在出生后${days[0]}—${days[1]}天，最迟${days[2]}天`,
      `Between day ${days[0]} and day ${days[1]} of life, at the latest on day ${days[2]}`,
    )
  if (!last) return undefined
  if (!programme.againAfter)
    return days ? fault('person', '该儿童已有初筛记录', 'The child has been screened already') : undefined
  const again = addYears(last.on, programme.againAfter(last.result))
  return again > on
    ? fault('happenedOn', `上次筛查在${last.on}，${again}起可再筛查`, `Screened on ${last.on}; again from ${again}`)
    : undefined
}

/** Whether the first step of a newborn was taken in time; true for programmes without such a limit. */
export function takenInTime(id: ProgrammeId, birth: IsoDate, on: IsoDate): boolean {
  const { days }: Programme = programmes[id]
  return !days || daysBetween(birth, on) <= days[1]
}

/** Calls after which somebody who does not come counts as lost. Source: 新生儿疾病筛查技术规范 (2010): at least three recalls, on record. */
export const MOST_RECALLS = 3
/** Days between two calls (local). */
export const RECALL_EVERY = 7

/** Where a course stands: what comes next, until when. */
export interface Standing {
  readonly state: 'recall' | 'confirmed' | 'negative'
  readonly step: StepId | null
  readonly dueOn: IsoDate | null
  readonly early: boolean | null
}

/** Where a course stands after a result on a day. */
export function standingAfter(next: Next, on: IsoDate): Standing {
  switch (next.kind) {
    case 'step':
      return { state: 'recall', step: next.step, dueOn: addDays(on, next.days), early: null }
    case 'confirmed':
      return { state: 'confirmed', step: null, dueOn: addDays(on, next.treatWithin), early: next.early }
    case 'negative':
      return { state: 'negative', step: null, dueOn: null, early: null }
  }
}
