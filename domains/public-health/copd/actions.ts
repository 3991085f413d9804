import { z } from 'zod'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import {
  cardInputs,
  patientActions,
  screeningActions,
  visitActions,
  type Screening,
} from '../chronic-follow-up/index.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import { copdDisease as disease, screening } from './disease.ts'
import * as lungs from './lungs.ts'

const title = (zh: string, en: string) => ({ zh, en })

/** The fields of the follow-up card. */
const card = {
  symptoms: inputs.choices(lungs.symptoms, title('症状', 'Symptoms')).default([]),
  emergencySigns: inputs.choices(lungs.emergencySigns, title('危急征象', 'Emergency signs')).default([]),
  exacerbation: inputs.choice(lungs.exacerbations, title('病情', 'How the disease stands')).optional(),
  breathlessness: inputs.counted('呼吸困难分级（mMRC）', 'Breathlessness (mMRC)', 0, 4, '级'),
  assessmentTest: inputs.counted('CAT评分', 'Assessment test (CAT)', 0, 40, '分'),
  oxygenSaturation: inputs.counted('血氧饱和度', 'Oxygen saturation', 50, 100, '%'),
  ...cardInputs.pressure,
  ...cardInputs.body,
  ...cardInputs.habits,
  smokingAdvice: inputs.choice(lungs.smokingAdvices, title('戒烟', 'Smoking')).optional(),
  inhalation: inputs.choice(lungs.inhalations, title('吸入技术', 'Inhalation')).optional(),
  vaccines: inputs.choices(lungs.vaccines, title('接种建议', 'Vaccines advised')).optional(),
  ...cardInputs.treatment,
}

export const patientWork = patientActions(disease)

export const visitWork = visitActions(disease, {
  fields: card,
  check(visit) {
    if (visit.mode !== 'phone' && visit.exacerbation === null)
      refuse(
        'exacerbation',
        title('面对面随访须判断是否急性加重', 'A visit face to face says whether the disease is stable'),
      )
  },
})

const number = (value: string | null) => (value === null ? null : Number(value))

const copdScreening: Screening = {
  disease,
  record: screening,
  fields: {
    score: field(z.int().min(0).max(38), {
      title: title('筛查问卷总分（COPD-SQ）', 'Score of the questionnaire (COPD-SQ)'),
      unit: title('分', 'points'),
    }),
    ratio: field(z.number().min(0.1).max(0.999).optional(), {
      title: title('吸入支气管扩张剂后FEV₁/FVC', 'FEV₁/FVC after a bronchodilator'),
      help: title('例如 0.65；未做肺功能的不填', 'For example 0.65; leave out when the lungs were not tested'),
    }),
  },
  standings: (rows) =>
    new Map(
      rows.map((row) => [
        row.id,
        lungs.screeningStanding({ on: row.happenedOn, score: row.score!, ratio: number(row.ratio) }),
      ]),
    ),
  check() {},
}
export const screeningWork = screeningActions(copdScreening)
