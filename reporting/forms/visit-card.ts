import { cardCodes, visitClasses } from '@kangheng/domains/public-health/chronic-follow-up/index.ts'
import type { VisitRow } from '@kangheng/domains/public-health/chronic-follow-up/index.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { lungCodes } from '@kangheng/domains/public-health/copd/index.ts'
import { diabetesSymptoms } from '@kangheng/domains/public-health/diabetes/index.ts'
import { hypertensionSymptoms } from '@kangheng/domains/public-health/hypertension/index.ts'
import { columnsCard, tickedCode, type CardLine } from './columns-card.ts'
import { blank, day, signatures, text } from './markup.ts'
import type { FormPerson } from './people.ts'

/** Visits that stand side by side on one card. */
export const VISITS_PER_CARD = 4

type Codes = Readonly<Record<string, Text>>
type Line = CardLine<VisitRow>

const symptoms = (codes: Codes): Line => [
  '症状',
  ({ symptoms: told }) => {
    const titles = (told ?? []).map((each) => codes[each]?.zh ?? each)
    return blank(titles.length > 0 ? titles.join('、') : told ? '无症状' : null, '', 8)
  },
]
const medicines = (visit: VisitRow) =>
  (visit.medicines ?? [])
    .map(
      ({ name, timesPerDay, dose }) =>
        `${text(name)}${timesPerDay ? ` 每日${timesPerDay}次` : ''}${dose ? ` 每次${text(dose)}` : ''}`,
    )
    .join('<br>') || blank(null, '', 8)

const pressure: Line = ['血压（mmHg）', (v) => `${blank(v.systolic)}／${blank(v.diastolic)}`]
const weight: Line = ['体重（kg）', (v) => blank(v.weight)]
const index: Line = ['体质指数（kg/m²）', (v) => blank(v.bodyMassIndex)]
const smoking: Line = ['日吸烟量（支）', (v) => blank(v.cigarettesPerDay)]
const drinking: Line = ['日饮酒量（两）', (v) => blank(v.spiritsPerDay)]
const exercise: Line = ['运动', (v) => `${blank(v.exercisePerWeek)}次/周　${blank(v.exerciseMinutes)}分钟/次`]
const mood: Line = ['心理调整', (v) => tickedCode(cardCodes.judgement, v.mood)]
const advice: Line = ['遵医行为', (v) => tickedCode(cardCodes.judgement, v.followsAdvice)]
const compliance: Line = ['服药依从性', (v) => tickedCode(cardCodes.compliance, v.medicationCompliance)]
const adverse: Line = [
  '药物不良反应',
  (v) => `${tickedCode(cardCodes.adverse, v.adverse)}${v.adverseNote ? ` ${text(v.adverseNote)}` : ''}`,
]
const closing: readonly Line[] = [
  ['此次随访分类', (v) => tickedCode(visitClasses, v.class)],
  ['用药情况', medicines],
  ['转诊原因', (v) => blank(v.referralReason, '', 6)],
  ['转诊机构及科别', (v) => blank(v.referredTo, '', 6)],
  ['下次随访日期', (v) => day(v.agreedOn ?? v.dueOn)],
  ['随访医生签名', (v) => blank(v.doctor, '', 6)],
  ['患者（家属）签名', () => blank(null, '', 6)],
]
const opening: readonly Line[] = [
  ['随访日期', (v) => day(v.happenedOn)],
  ['随访方式', (v) => tickedCode(cardCodes.modes, v.mode)],
]

/**
 * The lines of each card. Source: 国家基本公共卫生服务规范（第三版）高血压患者随访服务记录表, 2型糖尿病患者随访服务记录表. The card of the norm on trial of chronic
 * obstructive pulmonary disease (2024) was not at hand: its lines are those of the visit that this house records, in the order of the two others.
 */
const cards = {
  hypertension: {
    title: '高血压患者随访服务记录表',
    lines: [
      ...opening,
      symptoms(hypertensionSymptoms),
      pressure,
      weight,
      index,
      ['心率（次/分钟）', (v: VisitRow) => blank(v.heartRate)],
      smoking,
      drinking,
      exercise,
      ['摄盐情况（咸淡）', (v: VisitRow) => tickedCode(cardCodes.salt, v.salt)],
      mood,
      advice,
      ['辅助检查', (v: VisitRow) => blank(v.tests, '', 8)],
      compliance,
      adverse,
      ...closing,
    ] as readonly Line[],
  },
  diabetes: {
    title: '2型糖尿病患者随访服务记录表',
    lines: [
      ...opening,
      symptoms(diabetesSymptoms),
      pressure,
      weight,
      index,
      ['足背动脉搏动', (v: VisitRow) => tickedCode(cardCodes.footPulses, v.footPulse)],
      smoking,
      drinking,
      exercise,
      ['主食（克/天）', (v: VisitRow) => blank(v.staplePerDay)],
      mood,
      advice,
      ['空腹血糖值（mmol/L）', (v: VisitRow) => blank(v.fastingGlucose)],
      ['糖化血红蛋白（%）', (v: VisitRow) => blank(v.glycatedHaemoglobin)],
      compliance,
      adverse,
      ['低血糖反应', (v: VisitRow) => tickedCode(cardCodes.hypoglycaemia, v.hypoglycaemia)],
      ['胰岛素', (v: VisitRow) => blank(v.insulin, '', 6)],
      ...closing,
    ] as readonly Line[],
  },
  copd: {
    title: '慢性阻塞性肺疾病患者随访服务记录表',
    lines: [
      ...opening,
      symptoms(lungCodes.symptoms),
      ['病情', (v: VisitRow) => tickedCode(lungCodes.exacerbations, v.exacerbation)],
      ['呼吸困难（mMRC）', (v: VisitRow) => blank(v.breathlessness, '级')],
      ['CAT评分', (v: VisitRow) => blank(v.assessmentTest, '分')],
      ['血氧饱和度（%）', (v: VisitRow) => blank(v.oxygenSaturation)],
      ['心率（次/分钟）', (v: VisitRow) => blank(v.heartRate)],
      pressure,
      weight,
      index,
      smoking,
      ['戒烟', (v: VisitRow) => tickedCode(lungCodes.smokingAdvices, v.smokingAdvice)],
      exercise,
      mood,
      advice,
      ['辅助检查', (v: VisitRow) => blank(v.tests, '', 8)],
      ['吸入技术', (v: VisitRow) => tickedCode(lungCodes.inhalations, v.inhalation)],
      ['疫苗接种建议', (v: VisitRow) => tickedCode(lungCodes.vaccines, v.vaccines)],
      compliance,
      adverse,
      ...closing,
    ] as readonly Line[],
  },
}

/** The follow-up card of one patient with up to four visits side by side; columns without a visit are left to be written by hand. */
export function visitCard(disease: keyof typeof cards, person: FormPerson, visits: readonly VisitRow[]): string {
  const { title, lines } = cards[disease]
  const heads = Array.from({ length: VISITS_PER_CARD }, () => '')
  return `${columnsCard({ title, heads, lines }, person, visits)}${signatures('审核')}`
}
