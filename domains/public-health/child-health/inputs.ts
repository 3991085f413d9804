import { z } from 'zod'
import { field } from '@kangheng/kernel/record/field.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import * as codes from './codes.ts'
import { visionLines } from './findings.ts'
import { warningSigns } from './warning-signs.ts'

/** What is known of the birth. Left out, it is taken from the registered birth. */
export const birthFacts = {
  birthWeight: inputs.counted('出生体重', 'Birth weight', 300, 8000, '克'),
  gestationalWeeks: inputs.counted('出生孕周', 'Gestational age', 20, 45, '周'),
  plurality: inputs.counted('胎数', 'Plurality', 1, 6, '胎'),
  dischargedOn: inputs.day('出院日期', 'Discharged on'),
  riskFactors: inputs.choices(codes.riskFactors, { zh: '高危因素', en: 'Factors of high risk' }).optional(),
  note: inputs.long('备注', 'Note'),
}

export const mother = {
  mother: field(z.uuid().optional(), { title: { zh: '母亲', en: 'Mother' }, refersTo: 'person' }),
  motherName: inputs.short('母亲姓名', 'Name of the mother'),
}

/** The end of every form. */
const careEnd = {
  abnormal: inputs.long('其他异常', 'Other abnormal findings'),
  guidance: inputs.choices(codes.guidance, { zh: '指导', en: 'Guidance' }).default([]),
  referredTo: inputs.short('转诊机构及科室', 'Referred to', 100),
  doctor: inputs.short('检查医生', 'Examined by'),
}

const feeding = inputs.choice(codes.feedings, { zh: '喂养方式', en: 'Feeding' }).optional()

/** Fields of the official card 新生儿家庭访视记录表, in its order. */
export const newbornCard = {
  hearingScreening: inputs.choice(codes.screenings, { zh: '听力筛查', en: 'Hearing screening' }).optional(),
  diseaseScreening: inputs.choice(codes.screenings, { zh: '新生儿疾病筛查', en: 'Newborn screening' }).optional(),
  feeding,
  weight: inputs.measured('体重', 'Weight', 0.5, 8, 'kg'),
  height: inputs.measured('身长', 'Length', 30, 65, 'cm'),
  temperature: inputs.measured('体温', 'Temperature', 34, 42, '℃'),
  breathingRate: inputs.counted('呼吸频率', 'Breathing rate', 10, 120, '次/分'),
  jaundice: inputs.choice(codes.jaundice, { zh: '黄疸部位', en: 'Jaundice' }).optional(),
  navel: inputs.choice(codes.navels, { zh: '脐带', en: 'Navel' }).optional(),
  ...careEnd,
}

const vision = (zh: string, en: string) =>
  field(
    z
      .number()
      .refine((value) => (visionLines as readonly number[]).includes(value), '0.1—1.5')
      .optional(),
    { title: { zh, en }, help: { zh: '小数记录，例如0.8', en: 'In decimals, for example 0.8' } },
  )

/** Fields of the official card 儿童健康检查记录表, in its order. */
export const checkUpCard = {
  feeding,
  weight: inputs.measured('体重', 'Weight', 1, 60, 'kg'),
  height: inputs.measured('身长/身高', 'Length or height', 35, 150, 'cm'),
  headCircumference: inputs.measured('头围', 'Head circumference', 25, 65, 'cm'),
  haemoglobin: inputs.counted('血红蛋白', 'Haemoglobin', 20, 220, 'g/L'),
  hearing: inputs.choice(codes.screenings, { zh: '听力', en: 'Hearing' }).optional(),
  visionLeft: vision('左眼视力', 'Vision, left'),
  visionRight: vision('右眼视力', 'Vision, right'),
  teeth: inputs.counted('出牙数', 'Teeth', 0, 28, '颗'),
  cariousTeeth: inputs.counted('龋齿数', 'Carious teeth', 0, 20, '颗'),
  vitaminD: field(z.boolean().optional(), { title: { zh: '服用维生素D', en: 'Takes vitamin D' } }),
  outdoorHours: inputs.measured('户外活动', 'Outdoors', 0, 16, '小时/日'),
  warningSigns: field(
    inputs.choices(warningSigns, { zh: '发育预警征象', en: 'Warning signs of development' }).optional(),
    {
      title: { zh: '发育预警征象', en: 'Warning signs of development' },
      values: warningSigns,
      help: {
        zh: '只选本次检查年龄的征象；筛查过而没有异常的，留空列表',
        en: 'Those of this age only; an empty list says that none was seen',
      },
    },
  ),
  illnesses: inputs.choices(codes.illnesses, { zh: '两次检查间患病', en: 'Ill since the last check-up' }).optional(),
  ...careEnd,
}
