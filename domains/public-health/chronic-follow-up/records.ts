import { defineRecord, type FieldDefinition, type RecordDefinition } from '@kangheng/kernel/record/define-record.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import * as codes from './codes.ts'
import { visitClasses, visitSteps } from './course.ts'
import type { PatientTable, ScreeningTable, VisitTable } from './tables.ts'

const field = (zh: string, en: string, more: Omit<FieldDefinition, 'title'> = {}): FieldDefinition => ({
  title: { zh, en },
  ...more,
})
const unit = (zh: string, en = zh) => ({ unit: { zh, en } })

/** Patients under management for a disease. */
export function patientRecord(id: string, disease: Text, table: PatientTable): RecordDefinition<PatientTable> {
  return defineRecord({
    id: `${id}.patient`,
    title: { zh: `${disease.zh}患者`, en: `${disease.en}: patient` },
    description: {
      zh: `一名居民接受${disease.zh}健康管理的一段时间；末次随访和下次随访由随访记录推算`,
      en: `A resident’s time under management for ${disease.en.toLowerCase()}; last and next visit follow from the visits`,
    },
    table,
    happenedOn: { zh: '建卡日期', en: 'Registered on' },
    states: {
      managed: { zh: '管理中', en: 'Managed' },
      lost: { zh: '失访', en: 'Lost' },
      ended: { zh: '终止管理', en: 'Ended' },
    },
    follows: 'person',
    onePerPerson: ['managed', 'lost'],
    fields: {
      diagnosedOn: field('确诊日期', 'Diagnosed on'),
      source: field('发现途径', 'Found by', { values: codes.sources }),
      riskLevel: field('危险分层', 'Risk', { values: codes.riskLevels }),
      note: field('备注', 'Note'),
      lastVisitOn: field('末次随访', 'Last visit'),
      lastClass: field('末次分类', 'Last class', { values: visitClasses }),
      lastStep: field('处置', 'Step', { values: visitSteps }),
      dueOn: field('下次随访', 'Next visit due'),
      lostOn: field('失访日期', 'Lost on'),
      endedOn: field('终止日期', 'Ended on'),
      endReason: field('终止原因', 'Reason of ending', { values: codes.endReasons }),
    },
    list: ['person', 'division', 'happenedOn', 'riskLevel', 'lastVisitOn', 'lastClass', 'dueOn', 'state'],
    overview: ['state', 'lastVisitOn', 'lastClass', 'lastStep', 'dueOn'],
  })
}

const commonVisitFields = {
  mode: field('随访方式', 'Mode', { values: codes.modes }),
  systolic: field('收缩压', 'Systolic', unit('mmHg')),
  diastolic: field('舒张压', 'Diastolic', unit('mmHg')),
  heartRate: field('心率', 'Heart rate', unit('次/分', 'per minute')),
  height: field('身高', 'Height', unit('cm')),
  weight: field('体重', 'Weight', unit('kg')),
  bodyMassIndex: field('体质指数', 'Body mass index', unit('kg/m²')),
  cigarettesPerDay: field('日吸烟量', 'Cigarettes a day', unit('支', 'cigarettes')),
  spiritsPerDay: field('日饮酒量', 'Spirits a day', unit('ml')),
  exercisePerWeek: field('运动', 'Exercise', unit('次/周', 'a week')),
  exerciseMinutes: field('每次运动', 'Exercise each time', unit('分钟', 'minutes')),
  mood: field('心理调整', 'Mood', { values: codes.judgement }),
  followsAdvice: field('遵医行为', 'Follows advice', { values: codes.judgement }),
  tests: field('辅助检查', 'Tests'),
  medicationCompliance: field('服药依从性', 'Medication compliance', { values: codes.compliance }),
  adverse: field('药物不良反应', 'Adverse reaction', { values: codes.adverse }),
  adverseNote: field('不良反应说明', 'Which reaction'),
  complication: field('新发或加重的并发症', 'New or worse complication'),
  referredTo: field('转诊机构及科别', 'Referred to'),
  referralReason: field('转诊原因', 'Reason of referral'),
  referralOutcome: field('上次转诊情况', 'Last referral', { values: codes.referralOutcomes }),
  agreedOn: field('约定下次随访', 'Next visit agreed on'),
  doctor: field('随访医生', 'Visited by'),
  atGoal: field('达标', 'At the goal'),
  class: field('随访分类', 'Class', { values: visitClasses }),
  step: field('处置', 'Step', { values: visitSteps }),
  unsatisfiedInRow: field('连续不达标次数', 'Off the goal in a row', unit('次', 'times')),
  dueOn: field('下次随访日期', 'Next visit due'),
  followedOn: field('其后随访日期', 'Followed on'),
} satisfies RecordDefinition<VisitTable>['fields']

/** Follow-up visits; `own` are the fields that only this disease's card has, `trend` what is drawn over time. */
export function visitRecord(
  id: string,
  disease: Text,
  table: VisitTable,
  own: RecordDefinition<VisitTable>['fields'],
  measured: RecordDefinition<VisitTable>['list'],
  trend: NonNullable<RecordDefinition<VisitTable>['trend']>,
): RecordDefinition<VisitTable> {
  return defineRecord({
    id: `${id}.visit`,
    title: { zh: `${disease.zh}随访`, en: `${disease.en}: follow-up` },
    // The card that was signed on paper.
    photos: true,
    description: {
      zh: '一次随访；分类、处置和下次随访日期由系统按规范推算',
      en: 'One visit; class, step and next day follow from the norm',
    },
    table,
    happenedOn: { zh: '随访日期', en: 'Visited on' },
    states: { recorded: { zh: '已记录', en: 'Recorded' } },
    follows: 'person',
    fields: { ...own, ...commonVisitFields },
    list: ['person', 'division', 'happenedOn', 'mode', ...measured, 'class', 'step', 'dueOn'],
    trend,
  })
}

/** Screening measurements. */
export function screeningRecord(
  id: string,
  disease: Text,
  table: ScreeningTable,
  own: RecordDefinition<ScreeningTable>['fields'],
  measured: RecordDefinition<ScreeningTable>['list'],
): RecordDefinition<ScreeningTable> {
  return defineRecord({
    id: `${id}.screening`,
    title: { zh: `${disease.zh}筛查`, en: `${disease.en}: screening` },
    description: {
      zh: '对未建卡居民的一次测量；结论由本次和以往测量推算',
      en: 'One measurement of somebody not yet registered; the finding follows from this and earlier ones',
    },
    table,
    happenedOn: { zh: '测量日期', en: 'Measured on' },
    states: { recorded: { zh: '已记录', en: 'Recorded' } },
    follows: 'person',
    fields: {
      ...own,
      finding: field('结论', 'Finding', { values: codes.findings }),
      dueOn: field('下次测量', 'Next measurement'),
      note: field('备注', 'Note'),
    },
    list: ['person', 'division', 'happenedOn', ...measured, 'finding', 'dueOn'],
  })
}
export { field as cardField, unit as cardUnit }
