import { z } from 'zod'
import { field } from '@kangheng/kernel/record/field.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import * as codes from './codes.ts'
import { riskFactors } from './risk.ts'

/** The end of every form. */
const careEnd = {
  abnormal: inputs.long('异常情况', 'Abnormal findings'),
  guidance: inputs.choices(codes.guidance, { zh: '指导', en: 'Guidance' }).default([]),
  referredTo: inputs.short('转诊机构及科室', 'Referred to', 100),
  doctor: inputs.short('检查医生', 'Examined by'),
}
const pressure = {
  systolic: inputs.counted('收缩压', 'Systolic', 50, 300, 'mmHg'),
  diastolic: inputs.counted('舒张压', 'Diastolic', 30, 200, 'mmHg'),
}
const lastPeriod = { title: { zh: '末次月经', en: 'Last period' } }

/** What is known at booking. */
export const booking = {
  gravidity: inputs.counted('孕次', 'Gravidity', 1, 20, '次'),
  parity: inputs.counted('产次', 'Parity', 0, 15, '次'),
  height: inputs.measured('身高', 'Height', 120, 200, 'cm'),
  note: inputs.long('备注', 'Note'),
}
export const lastPeriodOn = field(z.iso.date(), {
  ...lastPeriod,
  help: {
    zh: '月经不准的，填按超声核实孕周推算的日期',
    en: 'Where cycles are irregular: the day that ultrasound gives',
  },
})
export const lastPeriodCorrected = field(z.iso.date().optional(), lastPeriod)

/** Fields of the official card 产前检查服务记录表, in its order, with the assessment of risk that belongs to every visit. */
export const antenatalCard = {
  ...pressure,
  weight: inputs.measured('体重', 'Weight', 30, 200, 'kg'),
  fundalHeight: inputs.measured('宫底高度', 'Fundal height', 5, 50, 'cm'),
  fetalHeartRate: inputs.counted('胎心率', 'Fetal heart rate', 60, 220, '次/分'),
  haemoglobin: inputs.counted('血红蛋白', 'Haemoglobin', 20, 220, 'g/L'),
  urineProtein: inputs.choice(codes.urineProtein, { zh: '尿蛋白', en: 'Urine protein' }).optional(),
  riskFactors: field(inputs.choices(riskFactors, { zh: '风险因素', en: 'Factors of risk' }).default([]), {
    title: { zh: '风险因素', en: 'Factors of risk' },
    values: riskFactors,
    help: {
      zh: '每次检查都评估；年龄、体质指数、身高、贫血由系统按测量值加入',
      en: 'Assessed at every visit; age, body mass index, height and anaemia are added from what was measured',
    },
  }),
  ...careEnd,
}

const condition = (zh: string, en: string) => inputs.choice(codes.condition, { zh, en }).optional()

/** Fields of the official cards 产后访视记录表 and 产后42天健康检查记录表. */
export const postpartumCard = {
  temperature: inputs.measured('体温', 'Temperature', 34, 42, '℃'),
  ...pressure,
  mood: condition('心理状况', 'Mood'),
  breasts: condition('乳房', 'Breasts'),
  lochia: condition('恶露', 'Lochia'),
  uterus: condition('子宫', 'Uterus'),
  wound: condition('伤口', 'Wound'),
  ...careEnd,
}

/** A child as the delivery record has it. */
export const childBorn = z.object({
  sex: inputs.choice(codes.sexes, { zh: '性别', en: 'Sex' }),
  alive: field(z.boolean().default(true), { title: { zh: '活产', en: 'Live birth' } }),
  weight: inputs.counted('出生体重', 'Birth weight', 300, 8000, '克'),
  length: inputs.measured('身长', 'Length', 20, 65, 'cm'),
  apgar: inputs.counted('1分钟Apgar评分', 'Apgar at one minute', 0, 10, '分'),
  defect: inputs.short('出生缺陷', 'Birth defect', 100),
})

/** A measured value as an exact column takes it; nothing when it was not measured. */
export const asText = (value: number | undefined) => (value === undefined ? null : String(value))
