import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { examCodes as codes } from './codes.ts'
import { bodyMassIndex } from './examination-rules.ts'
import * as inputs from './inputs.ts'

const result = (zh: string, en: string) => inputs.choice(codes.result, { zh, en }).optional()
const urine = (zh: string, en: string) => inputs.choice(codes.urine, { zh, en }).optional()

/** Body measurements and signs. */
const general = {
  symptoms: inputs.choices(codes.symptoms, { zh: '症状', en: 'Symptoms' }).default([]),
  temperature: inputs.measured('体温', 'Temperature', 34, 43, '℃'),
  pulse: inputs.counted('脉率', 'Pulse', 20, 250, '次/分'),
  breathing: inputs.counted('呼吸频率', 'Breathing', 5, 80, '次/分'),
  systolicLeft: inputs.counted('左侧收缩压', 'Systolic, left', 50, 300, 'mmHg'),
  diastolicLeft: inputs.counted('左侧舒张压', 'Diastolic, left', 30, 200, 'mmHg'),
  systolicRight: inputs.counted('右侧收缩压', 'Systolic, right', 50, 300, 'mmHg'),
  diastolicRight: inputs.counted('右侧舒张压', 'Diastolic, right', 30, 200, 'mmHg'),
  height: inputs.measured('身高', 'Height', 30, 250, 'cm'),
  weight: inputs.measured('体重', 'Weight', 1, 300, 'kg'),
  waist: inputs.measured('腰围', 'Waist', 20, 200, 'cm'),
  selfCareScore: inputs.counted('自理能力评分（65岁及以上）', 'Self-care score (from 65)', 0, 40, '分'),
}
/** Ways of living. */
const habits = {
  exercise: inputs.choice(codes.exercise, { zh: '锻炼频率', en: 'Exercise' }).optional(),
  smoking: inputs.choice(codes.smoking, { zh: '吸烟', en: 'Smoking' }).optional(),
  cigarettesPerDay: inputs.counted('日吸烟量', 'Cigarettes a day', 0, 200, '支'),
  drinking: inputs.choice(codes.drinking, { zh: '饮酒', en: 'Drinking' }).optional(),
}
const laboratory = {
  haemoglobin: inputs.counted('血红蛋白', 'Haemoglobin', 20, 260, 'g/L'),
  whiteCells: inputs.measured('白细胞', 'White cells', 0.1, 400, '10⁹/L'),
  platelets: inputs.counted('血小板', 'Platelets', 1, 3000, '10⁹/L'),
  urineProtein: urine('尿蛋白', 'Urine protein'),
  urineGlucose: urine('尿糖', 'Urine glucose'),
  fastingGlucose: inputs.measured('空腹血糖', 'Fasting glucose', 0.5, 60, 'mmol/L'),
  alanineTransaminase: inputs.measured('血清谷丙转氨酶', 'ALT', 0, 10000, 'U/L'),
  aspartateTransaminase: inputs.measured('血清谷草转氨酶', 'AST', 0, 10000, 'U/L'),
  bilirubin: inputs.measured('总胆红素', 'Total bilirubin', 0, 1000, 'μmol/L'),
  creatinine: inputs.measured('血清肌酐', 'Creatinine', 5, 3000, 'μmol/L'),
  urea: inputs.measured('血尿素', 'Urea', 0.1, 150, 'mmol/L'),
  cholesterol: inputs.measured('总胆固醇', 'Cholesterol', 0.5, 40, 'mmol/L'),
  triglycerides: inputs.measured('甘油三酯', 'Triglycerides', 0.1, 60, 'mmol/L'),
  lowDensity: inputs.measured('低密度脂蛋白胆固醇', 'LDL cholesterol', 0.1, 30, 'mmol/L'),
  highDensity: inputs.measured('高密度脂蛋白胆固醇', 'HDL cholesterol', 0.1, 15, 'mmol/L'),
  ecg: result('心电图', 'ECG'),
  ultrasound: result('腹部B超', 'Abdominal ultrasound'),
}
const judgement = {
  problems: inputs.choices(codes.problems, { zh: '现存主要健康问题', en: 'Main health problems' }).default([]),
  abnormalities: inputs.long('异常情况', 'Abnormal findings'),
  guidance: inputs.choices(codes.guidance, { zh: '健康指导', en: 'Guidance' }).default([]),
  riskControls: inputs.choices(codes.riskControls, { zh: '危险因素控制', en: 'Risk control' }).default([]),
}

/** Numeric columns are kept as exact decimals, which travel as text. */
const DECIMALS = [
  'temperature',
  'height',
  'weight',
  'waist',
  'whiteCells',
  'fastingGlucose',
  'alanineTransaminase',
  'aspartateTransaminase',
  'bilirubin',
  'creatinine',
  'urea',
  'cholesterol',
  'triglycerides',
  'lowDensity',
  'highDensity',
] as const

/** What the examination form asks for, part by part. Source: 国家基本公共卫生服务规范（第三版）健康体检表. */
export const examinationParts = { general, habits, laboratory, judgement }

type Values = Readonly<Record<string, unknown>>

/** @throws Refusal when a diastolic pressure is not below its systolic one. */
export function checkPressures(values: Values): void {
  for (const side of ['Left', 'Right'] as const) {
    const [upper, lower] = [values[`systolic${side}`], values[`diastolic${side}`]]
    if (typeof upper === 'number' && typeof lower === 'number' && upper <= lower) {
      refuse(`diastolic${side}`, {
        zh: '舒张压应低于收缩压',
        en: 'The diastolic pressure is lower than the systolic one',
      })
    }
  }
}

/** What was entered, as the columns of an examination; with the body mass index where height and weight are known. */
export function examinationColumns(values: Values): Record<string, unknown> {
  const columns = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, (DECIMALS as readonly string[]).includes(name) ? String(value) : value])
  const index = bodyMassIndex(values['height'] as number | undefined, values['weight'] as number | undefined)
  return { ...Object.fromEntries(columns), ...(index === undefined ? {} : { bodyMassIndex: String(index) }) }
}
