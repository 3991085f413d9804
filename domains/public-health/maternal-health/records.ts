import { defineRecord, type FieldDefinition } from '@kangheng/kernel/record/define-record.ts'
import * as codes from './codes.ts'
import { periodTitles, stepTitles } from './course.ts'
import { colours, riskFactors } from './risk.ts'
import * as tables from './tables.ts'

const field = (zh: string, en: string, more: Omit<FieldDefinition, 'title'> = {}): FieldDefinition => ({
  title: { zh, en },
  ...more,
})
const unit = (zh: string, en = zh) => ({ unit: { zh, en } })
const recorded = { recorded: { zh: '已记录', en: 'Recorded' } }
/** The colours of marks on the line in time, which are those of the assessment. */
const marks = { green: 'green', yellow: 'yellow', orange: 'orange', red: 'red', purple: 'purple' } as const
const line = { line: 'pregnancy', episode: 'pregnancy' } as const

const pressure = {
  systolic: field('收缩压', 'Systolic', unit('mmHg')),
  diastolic: field('舒张压', 'Diastolic', unit('mmHg')),
}
const care = {
  abnormal: field('异常情况', 'Abnormal findings'),
  guidance: field('指导', 'Guidance', { values: codes.guidance }),
  referredTo: field('转诊机构及科室', 'Referred to'),
  doctor: field('检查医生', 'Examined by'),
}
const risk = {
  colour: field('风险颜色', 'Risk', { values: colours }),
  infectious: field('合并传染病（紫色）', 'Infectious (purple)'),
  riskFactors: field('风险因素', 'Factors of risk', { values: riskFactors }),
}
/** Disorders of the mind, HIV and syphilis are told by the colour alone to who does not know of them otherwise. Source: 精神卫生法 art. 4 and 23; 艾滋病防治条例 art. 39. */
const restricted = [
  {
    field: 'riskFactors',
    values: ['mental', 'mental-acute'],
    seenWith: 'severe-mental-disorder.patient',
    writerSees: true,
  },
  {
    field: 'riskFactors',
    values: ['hiv', 'syphilis'],
    seenWith: 'communicable-disease.sexual-health-card',
    writerSees: true,
  },
] as const
const weeks = field('孕周', 'Weeks', unit('周', 'weeks'))

export const pregnancy = defineRecord({
  id: 'maternal-health.pregnancy',
  title: { zh: '孕产妇保健管理', en: 'Pregnancy in care' },
  description: {
    zh: '一次妊娠从建册到产后42天的管理；风险颜色和下次服务由检查推算',
    en: 'One pregnancy from booking to 42 days after birth; risk and next step follow from the visits',
  },
  table: tables.pregnancies,
  happenedOn: { zh: '建册日期', en: 'Booked on' },
  states: {
    pregnant: { zh: '孕期', en: 'Pregnant' },
    postpartum: { zh: '产后', en: 'Postpartum' },
    closed: { zh: '已结案', en: 'Closed' },
  },
  follows: 'person',
  onePerPerson: ['pregnant', 'postpartum'],
  fields: {
    lastPeriodOn: field('末次月经', 'Last period'),
    dueDate: field('预产期', 'Expected day'),
    gravidity: field('孕次', 'Gravidity'),
    parity: field('产次', 'Parity'),
    height: field('身高', 'Height', unit('cm')),
    weight: field('孕前体重', 'Weight before', unit('kg')),
    note: field('备注', 'Note'),
    bookedWeeks: field('建册孕周', 'Booked at', unit('周', 'weeks')),
    early: field('早孕建册', 'Booked early'),
    visits: field('产前检查次数', 'Antenatal visits', unit('次', 'visits')),
    colour: field('风险颜色', 'Risk', { values: colours }),
    infectious: risk.infectious,
    highestColour: field('最高风险颜色', 'Highest risk', { values: colours }),
    everInfectious: field('曾合并传染病', 'Ever infectious'),
    lastSeenOn: field('末次服务', 'Last seen'),
    nextStep: field('下次服务', 'Next step', { values: stepTitles }),
    dueOn: field('最迟日期', 'Due by'),
    deliveredOn: field('分娩日期', 'Delivered on'),
    postpartumOn: field('首次产后访视', 'First postpartum visit'),
    postpartumTimely: field('出院后一周内访视', 'Visited within a week'),
    postpartumOfReturn: field('产后28天内访视', 'Visited within 28 days'),
    checkedOn: field('产后42天检查', '42-day check'),
    outcome: field('结局', 'Outcome', { values: codes.outcomes }),
    endedOn: field('结案日期', 'Closed on'),
  },
  list: [
    ...(['person', 'division', 'happenedOn', 'dueDate', 'bookedWeeks', 'colour', 'visits', 'nextStep'] as const),
    ...(['dueOn', 'state'] as const),
  ],
  overview: ['state', 'dueDate', 'colour', 'infectious', 'visits', 'nextStep', 'dueOn'],
  timeline: { line: 'pregnancy', from: 'lastPeriodOn', to: 'dueDate' },
})

export const antenatalVisit = defineRecord({
  id: 'maternal-health.antenatal-visit',
  title: { zh: '产前检查', en: 'Antenatal visit' },
  description: {
    zh: '一次产前检查，每次都评估妊娠风险；孕周和风险颜色由系统推算',
    en: 'One antenatal visit with its assessment of risk; weeks and colour follow',
  },
  table: tables.antenatalVisits,
  happenedOn: { zh: '检查日期', en: 'Examined on' },
  states: recorded,
  follows: 'person',
  photos: true,
  restricted,
  fields: {
    ...pressure,
    weight: field('体重', 'Weight', unit('kg')),
    fundalHeight: field('宫底高度', 'Fundal height', unit('cm')),
    fetalHeartRate: field('胎心率', 'Fetal heart rate', unit('次/分', 'per minute')),
    haemoglobin: field('血红蛋白', 'Haemoglobin', unit('g/L')),
    urineProtein: field('尿蛋白', 'Urine protein', { values: codes.urineProtein }),
    ...care,
    ...risk,
    weeks,
    period: field('检查时期', 'Period', { values: periodTitles }),
  },
  list: [...(['person', 'division', 'happenedOn', 'weeks', 'period', 'systolic', 'diastolic', 'colour'] as const)],
  timeline: { ...line, label: 'weeks', colour: { field: 'colour', colours: marks } },
})

export const specialCase = defineRecord({
  id: 'maternal-health.special-case',
  title: { zh: '高危孕产妇专案', en: 'Special case' },
  description: {
    zh: '橙色、红色、紫色孕产妇一人一案：报告、转诊、接诊、随访，产后42天结案',
    en: 'Orange, red and purple risk, one by one: reported, referred, received, followed up, closed 42 days after birth',
  },
  table: tables.specialCases,
  happenedOn: { zh: '发现日期', en: 'Found on' },
  states: {
    open: { zh: '管理中', en: 'Open' },
    referred: { zh: '已转诊，待接诊', en: 'Referred, not yet received' },
    closed: { zh: '已结案', en: 'Closed' },
  },
  follows: 'person',
  restricted,
  fields: {
    ...risk,
    reportDueOn: field('最迟报告日期', 'Report due by'),
    reportedOn: field('报告日期', 'Reported on'),
    responsibleDoctor: field('专案负责医生', 'Responsible doctor'),
    dueOn: field('下次随访最迟日期', 'Next follow-up due by'),
    lastFollowedOn: field('末次随访', 'Last follow-up'),
    caseOutcome: field('病情', 'Condition', { values: codes.caseOutcomes }),
    referredTo: field('转诊机构', 'Referred to'),
    referredOn: field('转诊日期', 'Referred on'),
    receivedOn: field('接诊日期', 'Received on'),
    receivedBy: field('接诊机构', 'Received by'),
    note: field('说明', 'Note'),
    closedOn: field('结案日期', 'Closed on'),
  },
  list: ['person', 'division', 'happenedOn', 'colour', 'infectious', 'reportedOn', 'referredTo', 'dueOn', 'state'],
  overview: ['colour', 'infectious', 'riskFactors', 'reportedOn', 'dueOn', 'state'],
})

export const delivery = defineRecord({
  id: 'maternal-health.delivery',
  title: { zh: '分娩记录', en: 'Delivery' },
  description: {
    zh: '一次分娩：地点、方式、产后出血和出生情况',
    en: 'One delivery: place, mode, loss of blood, births',
  },
  table: tables.deliveries,
  happenedOn: { zh: '分娩日期', en: 'Delivered on' },
  states: recorded,
  follows: 'person',
  fields: {
    place: field('分娩地点', 'Place', { values: codes.places }),
    unit: field('助产机构', 'Institution', { refersTo: 'institution' }),
    deliveredAt: field('县外分娩机构', 'Institution outside the county'),
    mode: field('分娩方式', 'Mode', { values: codes.modes }),
    bloodLoss: field('24小时出血量', 'Loss of blood', unit('ml')),
    complications: field('并发症', 'Complications'),
    dischargedOn: field('出院日期', 'Discharged on'),
    liveBirths: field('活产数', 'Live births'),
    stillbirths: field('死产死胎数', 'Stillbirths'),
    weeks,
  },
  list: ['person', 'division', 'happenedOn', 'weeks', 'place', 'mode', 'liveBirths', 'dischargedOn'],
  timeline: { ...line, label: 'mode' },
})

export const newborn = defineRecord({
  id: 'maternal-health.newborn',
  title: { zh: '出生儿', en: 'Child born' },
  description: {
    zh: '分娩记录中的一名出生儿，交接给儿童保健',
    en: 'A child of a delivery, handed over to child health',
  },
  table: tables.newborns,
  happenedOn: { zh: '出生日期', en: 'Born on' },
  states: {
    born: { zh: '待交接', en: 'To be handed over' },
    'handed-over': { zh: '已交接儿童保健', en: 'Handed over' },
    stillborn: { zh: '死产死胎', en: 'Stillborn' },
  },
  follows: 'person',
  fields: {
    number: field('胎次', 'Number'),
    sex: field('性别', 'Sex', { values: codes.sexes }),
    weight: field('出生体重', 'Birth weight', unit('克', 'g')),
    length: field('身长', 'Length', unit('cm')),
    apgar: field('1分钟Apgar评分', 'Apgar at one minute'),
    alive: field('活产', 'Live birth'),
    defect: field('出生缺陷', 'Birth defect'),
    place: field('分娩地点', 'Place', { values: codes.places }),
    weeks,
    child: field('儿童', 'Child', { refersTo: 'person' }),
    handedOverOn: field('交接日期', 'Handed over on'),
  },
  list: ['person', 'division', 'happenedOn', 'number', 'sex', 'weight', 'apgar', 'child', 'state'],
})

export const postpartumVisit = defineRecord({
  id: 'maternal-health.postpartum-visit',
  title: { zh: '产后访视和42天检查', en: 'Postpartum visit' },
  description: {
    zh: '出院后的家庭访视，或产后42天健康检查',
    en: 'A home visit after discharge, or the check at 42 days',
  },
  table: tables.postpartumVisits,
  happenedOn: { zh: '访视日期', en: 'Visited on' },
  states: recorded,
  follows: 'person',
  photos: true,
  fields: {
    kind: field('类别', 'Kind', { values: codes.postpartumKinds }),
    temperature: field('体温', 'Temperature', unit('℃')),
    ...pressure,
    breasts: field('乳房', 'Breasts', { values: codes.condition }),
    lochia: field('恶露', 'Lochia', { values: codes.condition }),
    uterus: field('子宫', 'Uterus', { values: codes.condition }),
    wound: field('伤口', 'Wound', { values: codes.condition }),
    mood: field('心理状况', 'Mood', { values: codes.condition }),
    ...care,
    daysAfter: field('产后天数', 'Days after birth', unit('天', 'days')),
  },
  list: ['person', 'division', 'happenedOn', 'kind', 'daysAfter', 'systolic', 'diastolic', 'lochia', 'wound'],
  timeline: { ...line, label: 'kind' },
})

export const reviewedDeath = defineRecord({
  id: 'maternal-health.death',
  title: { zh: '孕产妇和5岁以下儿童死亡', en: 'Death of a mother or young child' },
  description: {
    zh: '一例死亡的报告、调查取证和分级评审',
    en: 'One death: reported, investigated, reviewed level by level',
  },
  table: tables.reviewedDeaths,
  happenedOn: { zh: '死亡日期', en: 'Died on' },
  states: {
    reported: { zh: '已报告', en: 'Reported' },
    investigated: { zh: '已调查', en: 'Investigated' },
    reviewed: { zh: '已评审', en: 'Reviewed' },
  },
  follows: 'person',
  fields: {
    kind: field('类别', 'Kind', { values: codes.deathKinds }),
    place: field('死亡地点', 'Place', { values: codes.deathPlaces }),
    cause: field('死因分类', 'Group of cause', { values: codes.deathCauses }),
    causeCode: field('根本死因（ICD-10）', 'Underlying cause (ICD-10)'),
    incidental: field('意外等非孕产原因', 'Incidental'),
    days: field('日龄或产后天数', 'Age or days after birth', unit('天', 'days')),
    evidence: field('取证材料', 'Evidence', { values: codes.evidence }),
    course: field('病情和救治经过', 'Course and treatment'),
    investigatedOn: field('调查日期', 'Investigated on'),
    level: field('评审级别', 'Level', { values: codes.reviewLevels }),
    avoidability: field('评审结论', 'Conclusion', { values: codes.avoidability }),
    reviewDueOn: field('最迟评审日期', 'Review due by'),
  },
  list: ['person', 'division', 'happenedOn', 'kind', 'days', 'cause', 'level', 'avoidability', 'state'],
})

export const deathReview = defineRecord({
  id: 'maternal-health.death-review',
  title: { zh: '死亡评审', en: 'Review of a death' },
  description: { zh: '某一级对一例死亡的评审', en: 'The review of a death at one level' },
  table: tables.deathReviews,
  happenedOn: { zh: '评审日期', en: 'Reviewed on' },
  states: recorded,
  follows: 'person',
  fields: {
    level: field('评审级别', 'Level', { values: codes.reviewLevels }),
    avoidability: field('评审结论', 'Conclusion', { values: codes.avoidability }),
    failures: field('存在问题的环节', 'Where something failed', { values: codes.failures }),
    conclusion: field('评审意见', 'Opinion'),
    measures: field('改进措施', 'Measures'),
  },
  list: ['person', 'division', 'happenedOn', 'level', 'avoidability', 'failures'],
})
