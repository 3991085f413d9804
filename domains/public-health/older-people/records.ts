import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import * as scales from './scales.ts'
import { olderAssessments } from './tables.ts'

const points = { unit: { zh: '分', en: 'points' } }

export const assessment = defineRecord({
  id: 'older-people.assessment',
  title: { zh: '老年人评估', en: 'Assessment of older people' },
  description: {
    zh: '65岁及以上居民一次生活自理能力、情感和认知评估与健康指导',
    en: 'One assessment of self-care, mood and cognition of a resident from 65, with guidance',
  },
  table: olderAssessments,
  happenedOn: { zh: '评估日期', en: 'Assessed on' },
  states: { recorded: { zh: '已记录', en: 'Recorded' } },
  follows: 'person',
  photos: true,
  fields: {
    eating: { title: scales.selfCareItems.eating.title, ...points },
    grooming: { title: scales.selfCareItems.grooming.title, ...points },
    dressing: { title: scales.selfCareItems.dressing.title, ...points },
    toileting: { title: scales.selfCareItems.toileting.title, ...points },
    moving: { title: scales.selfCareItems.moving.title, ...points },
    selfCareScore: { title: { zh: '自理能力总分', en: 'Self-care score' }, ...points },
    selfCareGrade: { title: { zh: '自理能力', en: 'Self-care' }, values: scales.selfCareGrades },
    ownHealth: { title: { zh: '健康自评', en: 'Own judgement' }, values: scales.ownHealth },
    moodScreen: { title: { zh: '情感状态', en: 'Mood' }, values: scales.screens },
    depressionScale: { title: { zh: '抑郁量表', en: 'Depression scale' }, values: scales.depressionScales },
    depressionScore: { title: { zh: '抑郁评分', en: 'Depression score' }, ...points },
    depressionGrade: { title: { zh: '抑郁程度', en: 'Depression' }, values: scales.depressionGrades },
    cognitionScreen: { title: { zh: '认知功能', en: 'Cognition' }, values: scales.screens },
    education: { title: { zh: '文化程度', en: 'Schooling' }, values: scales.educations },
    cognitionScore: { title: { zh: '简易智力状态评分', en: 'Mini-Mental State score' }, ...points },
    cognitionImpaired: { title: { zh: '认知功能受损', en: 'Cognition impaired' } },
    doctor: { title: { zh: '评估医生', en: 'Assessed by' } },
  },
  list: ['person', 'division', 'happenedOn', 'selfCareScore', 'selfCareGrade', 'moodScreen', 'cognitionScreen'],
  overview: ['happenedOn', 'selfCareGrade', 'moodScreen', 'cognitionScreen'],
})
