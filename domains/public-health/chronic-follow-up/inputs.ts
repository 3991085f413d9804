import { z } from 'zod'
import { field } from '@kangheng/kernel/record/field.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import * as codes from './codes.ts'

const medicine = z.object({
  name: field(z.string().trim().min(1).max(60), { title: { zh: '药物名称', en: 'Medicine' } }),
  timesPerDay: field(z.int().min(1).max(12).optional(), {
    title: { zh: '用法', en: 'Times' },
    unit: { zh: '次/日', en: 'a day' },
  }),
  dose: field(z.string().trim().max(30).optional(), { title: { zh: '每次用量', en: 'Dose' } }),
})

/** A measured pressure; both values or none. */
export const pressure = {
  systolic: inputs.counted('收缩压', 'Systolic', 50, 300, 'mmHg'),
  diastolic: inputs.counted('舒张压', 'Diastolic', 30, 200, 'mmHg'),
}

/** Blood glucose. */
export const glucose = {
  fastingGlucose: inputs.measured('空腹血糖', 'Fasting glucose', 0.5, 60, 'mmol/L'),
  randomGlucose: inputs.measured('随机血糖', 'Random glucose', 0.5, 60, 'mmol/L'),
}

/** Who, when and how: the head of every follow-up card. */
export const visitHead = {
  person: inputs.person,
  happenedOn: inputs.day('随访日期', 'Visited on'),
  mode: inputs.choice(codes.modes, { zh: '随访方式', en: 'Mode' }),
}

export const body = {
  heartRate: inputs.counted('心率', 'Heart rate', 20, 250, '次/分'),
  height: inputs.measured('身高', 'Height', 100, 230, 'cm'),
  weight: inputs.measured('体重', 'Weight', 20, 300, 'kg'),
}

/** Way of living: the part that both cards share. */
export const habits = {
  cigarettesPerDay: inputs.counted('日吸烟量', 'Cigarettes a day', 0, 200, '支'),
  spiritsPerDay: inputs.counted('日饮酒量（折合白酒）', 'Spirits a day', 0, 2000, 'ml'),
  exercisePerWeek: inputs.counted('运动', 'Exercise', 0, 21, '次/周'),
  exerciseMinutes: inputs.counted('每次运动', 'Exercise each time', 0, 600, '分钟'),
}

/** Judgement and treatment: the part that both cards share. */
export const treatment = {
  mood: inputs.choice(codes.judgement, { zh: '心理调整', en: 'Mood' }).optional(),
  followsAdvice: inputs.choice(codes.judgement, { zh: '遵医行为', en: 'Follows advice' }).optional(),
  tests: inputs.long('辅助检查', 'Tests'),
  medicationCompliance: inputs.choice(codes.compliance, { zh: '服药依从性', en: 'Medication compliance' }).optional(),
  adverse: inputs.choice(codes.adverse, { zh: '药物不良反应', en: 'Adverse reaction' }).default('none'),
  adverseNote: inputs.short('不良反应说明', 'Which reaction', 200),
  complication: inputs.yesNo('出现新的并发症或原有并发症加重', 'New or worse complication'),
  medicines: field(z.array(medicine).max(10).optional(), { title: { zh: '用药情况', en: 'Medicines' } }),
}

/** The end of every follow-up card. */
export const visitEnd = {
  referredTo: inputs.short('转诊机构及科别', 'Referred to', 100),
  referralReason: inputs.short('转诊原因', 'Reason of referral', 200),
  referralOutcome: inputs.choice(codes.referralOutcomes, { zh: '上次转诊情况', en: 'Last referral' }).optional(),
  agreedOn: field(z.iso.date().optional(), {
    title: { zh: '约定下次随访日期', en: 'Next visit agreed on' },
    help: { zh: '可早于规范要求的日期，不能推后', en: 'May be earlier than the norm asks, never later' },
  }),
  doctor: inputs.short('随访医生', 'Visited by'),
}

export const reason = field(z.string().trim().min(2).max(200), {
  title: { zh: '原因', en: 'Reason' },
  multiline: true,
})
