import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { ageGroups, kinds, sexes, topics } from './codes.ts'
import * as tables from './tables.ts'

const title = (zh: string, en: string) => ({ title: { zh, en } })
const ofYear = (zh: string, en: string, unit: string) => ({ ...title(zh, en), unit: { zh: unit, en: 'a year' } })

export const plan = defineRecord({
  id: 'health-education.plan',
  title: { zh: '健康教育年度计划', en: 'Plan of health education' },
  description: {
    zh: '一家机构一年的健康教育任务，数量按规范由机构类别得出',
    en: 'What is asked of an institution in a year; the numbers follow from its class',
  },
  table: tables.plans,
  happenedOn: { zh: '制定日期', en: 'Drawn up on' },
  states: { current: { zh: '执行中', en: 'Current' } },
  fields: {
    year: { ...title('年度', 'Year'), plain: true },
    print: ofYear('印刷资料', 'Printed matter', '种'),
    audioVideo: ofYear('音像资料', 'Audio and video', '种'),
    board: ofYear('宣传栏更换', 'Changes of boards', '次'),
    lecture: ofYear('健康知识讲座', 'Lectures', '次'),
    consultation: ofYear('公众健康咨询', 'Consultations', '次'),
    note: title('说明', 'Note'),
  },
  list: ['institution', 'year', 'print', 'audioVideo', 'board', 'lecture', 'consultation', 'happenedOn'],
  filters: ['year'],
  board: ['health-education.activity'],
})

export const activity = defineRecord({
  id: 'health-education.activity',
  title: { zh: '健康教育活动', en: 'Health education' },
  description: {
    zh: '一次讲座、咨询、宣传栏更换，一种印刷或音像资料，一次媒体宣传或培训，附照片',
    en: 'A lecture, consultation or change of a board, one kind of matter, an item in the media or a training, with photos',
  },
  table: tables.activities,
  happenedOn: { zh: '日期', en: 'On' },
  states: { recorded: { zh: '已记录', en: 'Recorded' } },
  photos: true,
  fields: {
    plan: { ...title('年度计划', 'Plan'), refersTo: 'record:health-education.plan' },
    kind: { ...title('形式', 'Kind'), values: kinds },
    topic: { ...title('内容类别', 'Topic'), values: topics },
    title: title('主题（名称）', 'Title'),
    venue: title('地点（媒体）', 'Where'),
    speaker: title('主讲（责任）人', 'By'),
    quantity: { ...title('发放或播放', 'Copies or times'), unit: { zh: '份（次）', en: '' } },
    participants: { ...title('参加人数', 'Participants'), unit: { zh: '人', en: '' } },
    certificates: { ...title('取得证书', 'Certificates'), unit: { zh: '人', en: '' } },
    area: { ...title('宣传栏面积', 'Area'), unit: { zh: 'm²', en: 'm²' } },
  },
  list: ['happenedOn', 'institution', 'kind', 'topic', 'title', 'participants', 'quantity'],
  filters: ['kind', 'topic', 'plan'],
})

export const literacy = defineRecord({
  id: 'health-education.literacy',
  title: { zh: '健康素养调查', en: 'Health literacy' },
  description: { zh: '一份健康素养问卷的得分，不记姓名', en: 'The marks of one questionnaire, without a name' },
  table: tables.literacySurveys,
  happenedOn: { zh: '调查日期', en: 'Asked on' },
  states: { recorded: { zh: '已记录', en: 'Recorded' } },
  fields: {
    serial: { ...title('问卷编号', 'Serial'), plain: true },
    sex: { ...title('性别', 'Sex'), values: sexes },
    ageGroup: { ...title('年龄组', 'Age'), values: ageGroups },
    score: { ...title('得分', 'Marks'), unit: { zh: '分', en: '' } },
    fullMarks: { ...title('满分', 'Of'), unit: { zh: '分', en: '' } },
    literate: title('具备健康素养', 'Literate'),
  },
  list: ['serial', 'division', 'happenedOn', 'sex', 'ageGroup', 'score', 'literate'],
  filters: ['ageGroup'],
})
