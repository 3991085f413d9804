import { defineRecord, type FieldDefinition } from '@kangheng/kernel/record/define-record.ts'
import * as codes from './codes.ts'
import { buildGrades, heightGrades, weightGrades } from './growth/assess.ts'
import { growthCurves } from './growth/curves.ts'
import { checkUpTitles, stepTitles } from './schedule.ts'
import * as tables from './tables.ts'
import { warningSigns } from './warning-signs.ts'

const field = (zh: string, en: string, more: Omit<FieldDefinition, 'title'> = {}): FieldDefinition => ({
  title: { zh, en },
  ...more,
})
const unit = (zh: string, en = zh) => ({ unit: { zh, en } })
const recorded = { recorded: { zh: '已记录', en: 'Recorded' } }
const deviations = unit('SD')

const measured = {
  weight: field('体重', 'Weight', unit('kg')),
  height: field('身长/身高', 'Length or height', unit('cm')),
}
const care = {
  feeding: field('喂养方式', 'Feeding', { values: codes.feedings }),
  abnormal: field('其他异常', 'Other abnormal findings'),
  guidance: field('指导', 'Guidance', { values: codes.guidance }),
  referredTo: field('转诊机构及科室', 'Referred to'),
  doctor: field('检查医生', 'Examined by'),
}

export const child = defineRecord({
  id: 'child-health.child',
  title: { zh: '儿童保健管理', en: 'Child in care' },
  description: {
    zh: '一名0—6岁儿童接受健康管理的时间；下次服务由访视和检查推算',
    en: 'The time in which a child under seven is in care; the next step follows from visits and check-ups',
  },
  table: tables.children,
  happenedOn: { zh: '建册日期', en: 'Registered on' },
  states: { managed: { zh: '管理中', en: 'In care' }, ended: { zh: '已结案', en: 'Ended' } },
  follows: 'person',
  onePerPerson: ['managed'],
  fields: {
    mother: field('母亲', 'Mother', { refersTo: 'person' }),
    motherName: field('母亲姓名', 'Name of the mother', { masked: 'name' }),
    birthWeight: field('出生体重', 'Birth weight', unit('克', 'g')),
    gestationalWeeks: field('出生孕周', 'Gestational age', unit('周', 'weeks')),
    plurality: field('胎数', 'Plurality'),
    dischargedOn: field('出院日期', 'Discharged on'),
    riskFactors: field('高危因素', 'Factors of high risk', { values: codes.riskFactors }),
    highRisk: field('高危儿', 'High risk'),
    note: field('备注', 'Note'),
    lastSeenOn: field('末次服务', 'Last seen'),
    nextStep: field('下次服务', 'Next step', { values: stepTitles }),
    dueOn: field('最迟日期', 'Due by'),
    endedOn: field('结案日期', 'Ended on'),
    endReason: field('结案原因', 'Reason', { values: codes.endReasons }),
  },
  list: ['person', 'division', 'happenedOn', 'highRisk', 'lastSeenOn', 'nextStep', 'dueOn', 'state'],
  overview: ['lastSeenOn', 'nextStep', 'dueOn', 'highRisk', 'birthWeight', 'gestationalWeeks'],
})

export const newbornVisit = defineRecord({
  id: 'child-health.newborn-visit',
  title: { zh: '新生儿家庭访视', en: 'Home visit of a newborn' },
  description: { zh: '出院后对新生儿的一次家庭访视', en: 'One home visit of a newborn after discharge' },
  table: tables.newbornVisits,
  happenedOn: { zh: '访视日期', en: 'Visited on' },
  states: recorded,
  follows: 'person',
  photos: true,
  fields: {
    birth: field('出生日期', 'Born on'),
    ...care,
    ...measured,
    temperature: field('体温', 'Temperature', unit('℃')),
    breathingRate: field('呼吸频率', 'Breathing rate', unit('次/分', 'per minute')),
    jaundice: field('黄疸部位', 'Jaundice', { values: codes.jaundice }),
    navel: field('脐带', 'Navel', { values: codes.navels }),
    hearingScreening: field('听力筛查', 'Hearing screening', { values: codes.screenings }),
    diseaseScreening: field('新生儿疾病筛查', 'Newborn screening', { values: codes.screenings }),
    timely: field('出院后及时访视', 'In time after discharge'),
  },
  list: ['person', 'division', 'happenedOn', 'birth', 'feeding', 'weight', 'jaundice', 'navel', 'timely'],
})

export const checkUp = defineRecord({
  id: 'child-health.check-up',
  title: { zh: '儿童健康检查', en: 'Child check-up' },
  description: {
    zh: '一次健康检查；月龄、生长评价和发现的问题由系统按标准推算',
    en: 'One check-up; age, growth and findings follow from the standard',
  },
  table: tables.checkUps,
  happenedOn: { zh: '检查日期', en: 'Examined on' },
  states: recorded,
  follows: 'person',
  photos: true,
  fields: {
    ...measured,
    ...care,
    headCircumference: field('头围', 'Head circumference', unit('cm')),
    haemoglobin: field('血红蛋白', 'Haemoglobin', unit('g/L')),
    vitaminD: field('服用维生素D', 'Takes vitamin D'),
    outdoorHours: field('户外活动', 'Outdoors', unit('小时/日', 'hours a day')),
    hearing: field('听力', 'Hearing', { values: codes.screenings }),
    visionLeft: field('左眼视力', 'Vision, left'),
    visionRight: field('右眼视力', 'Vision, right'),
    teeth: field('出牙数', 'Teeth', unit('颗', 'teeth')),
    cariousTeeth: field('龋齿数', 'Carious teeth', unit('颗', 'teeth')),
    warningSigns: field('发育预警征象', 'Warning signs of development', { values: warningSigns }),
    illnesses: field('两次检查间患病', 'Ill since the last check-up', { values: codes.illnesses }),
    step: field('检查年龄', 'Age of the schedule', { values: checkUpTitles }),
    ageMonths: field('月龄', 'Age', unit('月', 'months')),
    bodyMassIndex: field('体质指数', 'Body mass index', unit('kg/m²')),
    weightScore: field('年龄别体重', 'Weight for age', deviations),
    heightScore: field('年龄别身长/身高', 'Length or height for age', deviations),
    buildScore: field('身长/身高别体重', 'Weight for length or height', deviations),
    indexScore: field('年龄别BMI', 'BMI for age', deviations),
    headScore: field('年龄别头围', 'Head circumference for age', deviations),
    weightGrade: field('体重评价', 'Weight', { values: weightGrades }),
    heightGrade: field('身长/身高评价', 'Length or height', { values: heightGrades }),
    buildGrade: field('体型评价', 'Build', { values: buildGrades }),
    anaemia: field('贫血', 'Anaemia', { values: codes.anaemia }),
    findings: field('发现的问题', 'Findings', { values: codes.findings }),
    followedOn: field('其后检查日期', 'Followed on'),
  },
  list: [...(['person', 'division', 'happenedOn', 'step', 'weight', 'height', 'buildGrade', 'findings'] as const)],
  overview: ['step', 'weightGrade', 'heightGrade', 'buildGrade', 'anaemia', 'findings'],
  curves: growthCurves,
})

export const concern = defineRecord({
  id: 'child-health.concern',
  title: { zh: '异常儿童随访', en: 'Child with findings' },
  description: {
    zh: '检查发现问题的儿童，转诊或指导后随访至结案',
    en: 'A child with findings, referred or advised and followed up until closed',
  },
  table: tables.concerns,
  happenedOn: { zh: '发现日期', en: 'Found on' },
  states: { open: { zh: '随访中', en: 'Followed up' }, closed: { zh: '已结案', en: 'Closed' } },
  follows: 'person',
  fields: {
    findings: field('发现的问题', 'Findings', { values: codes.findings }),
    referral: field('转诊', 'Referred'),
    referredTo: field('转诊机构及科室', 'Referred to'),
    firstDueOn: field('首次随访最迟日期', 'First follow-up due by'),
    dueOn: field('下次随访最迟日期', 'Next follow-up due by'),
    firstFollowedOn: field('首次随访', 'First follow-up'),
    lastFollowedOn: field('末次随访', 'Last follow-up'),
    outcome: field('结果', 'Outcome', { values: codes.outcomes }),
    note: field('说明', 'Note'),
    closedOn: field('结案日期', 'Closed on'),
  },
  list: ['person', 'division', 'happenedOn', 'findings', 'referral', 'dueOn', 'lastFollowedOn', 'outcome', 'state'],
  overview: ['findings', 'referral', 'dueOn', 'outcome', 'state'],
})
