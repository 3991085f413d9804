import { z } from 'zod'
import { field } from '@kangheng/kernel/record/field.ts'
import { cardCodes, cardInputs } from '../chronic-follow-up/index.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import { behaviours } from './risk.ts'
import * as codes from './codes.ts'

const title = (zh: string, en: string) => ({ zh, en })
const must = (zh: string, en: string, longest = 60) =>
  field(z.string().trim().min(1).max(longest), { title: title(zh, en) })
const function_ = (zh: string, en: string) => inputs.choice(codes.functions, title(zh, en)).optional()

/** `YYYY-MM-DD HH:MM`, in China. */
export const moment = (zh: string, en: string) =>
  field(
    z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
    { title: title(zh, en), help: title('例如 2025-03-08 21:40', 'For example 2025-03-08 21:40') },
  )

export const seenBehaviours = inputs
  .choices(behaviours, title('危险行为（自上次随访以来）', 'Dangerous behaviour since the last visit'))
  .default([])

/** Guardian and what the guardian has agreed to. */
export const guardianship = {
  guardian: inputs.short('监护人', 'Guardian', 30),
  guardianRelation: inputs.choice(codes.guardianRelations, title('监护关系', 'Relation')).optional(),
  guardianPhone: inputs.short('监护人电话', 'Guardian’s phone', 20),
  guardianAgreedOn: inputs.day('监护责任协议签订日期', 'Guardianship agreed on'),
}

export const registration = {
  person: inputs.person,
  happenedOn: inputs.day('登记日期', 'Registered on'),
  diagnosis: inputs.choice(codes.diagnoses, title('诊断', 'Diagnosis')),
  source: inputs.choice(codes.sources, title('来源', 'Source')),
  diagnosedOn: field(z.iso.date(), { title: title('确诊日期', 'Diagnosed on') }),
  diagnosedBy: must('确诊机构', 'Diagnosed by', 100),
  reportedOn: inputs.day('发病报告日期', 'Reported on'),
  onsetOn: inputs.day('初次发病日期', 'First onset'),
  consent: inputs.choice(codes.consents, title('知情同意', 'Consent to management')),
  consentBy: inputs.choice(codes.consentGivers, title('同意人', 'Given by')).optional(),
  ...guardianship,
  note: inputs.long('备注', 'Note'),
}

/** The fields of the official card (严重精神障碍患者随访服务记录表), in its order. */
export const card = {
  mode: inputs.choice(cardCodes.modes, title('随访方式', 'Mode')),
  behaviours: seenBehaviours,
  symptoms: inputs.choices(codes.symptoms, title('目前症状', 'Symptoms')).default([]),
  symptomState: inputs.choice(codes.symptomStates, title('精神症状', 'How much of them is left')),
  insight: inputs.choice(codes.insights, title('自知力', 'Insight')),
  sleep: function_('睡眠情况', 'Sleep'),
  diet: function_('饮食情况', 'Eating'),
  socialFunction: inputs.choice(codes.functions, title('社会功能', 'Social function')),
  selfCare: function_('个人生活料理', 'Cares for oneself'),
  housework: function_('家务劳动', 'Housework'),
  work: function_('生产劳动及工作', 'Work'),
  learning: function_('学习能力', 'Learning'),
  contact: function_('社会人际交往', 'Contact with people'),
  incidents: field(z.int().min(0).max(99).default(0), {
    title: title('肇事肇祸', 'Serious incidents'),
    unit: title('次', 'times'),
  }),
  confinement: inputs.choice(codes.confinements, title('关锁情况', 'Locked up')).optional(),
  tests: inputs.long('实验室检查', 'Tests'),
  compliance: inputs.choice(codes.compliances, title('服药依从性', 'Takes the medicine')),
  reaction: inputs.choice(codes.reactions, title('药物不良反应', 'Adverse reaction')).default('none'),
  somatic: inputs.choice(codes.somaticStates, title('躯体疾病', 'Somatic disease')).default('none'),
  effect: inputs.choice(codes.effects, title('治疗效果', 'Effect of treatment')),
  medicines: cardInputs.treatment.medicines,
  rehabilitation: inputs.choices(codes.rehabilitation, title('康复措施', 'Rehabilitation')).optional(),
  examinationAnswer: inputs.choice(codes.examinationAnswers, title('年度体检', 'Yearly examination')).optional(),
  referredTo: inputs.short('转诊机构及科室', 'Referred to', 100),
  agreedOn: field(z.iso.date().optional(), {
    title: title('约定下次随访日期', 'Next visit agreed on'),
    help: title('可早于规范要求的日期，不能推后', 'May be earlier than the norm asks, never later'),
  }),
  doctor: inputs.short('随访医生', 'Visited by'),
}
