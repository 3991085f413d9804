import { z } from 'zod'
import { choice, field, keysOf, timeOfDay } from '@kangheng/kernel/record/field.ts'
import { categories, courses, groups, origins } from './codes.ts'
import { notifiableDiseases } from './notifiable/list.ts'
import { diseaseTitles, subtypeTitles } from './titles.ts'

const words = (zh: string, en: string, longest: number) =>
  field(z.string().trim().max(longest).optional(), { title: { zh, en } })

export { timeOfDay as timeInput }

export const noteInput = field(z.string().trim().max(1000).optional(), {
  title: { zh: '情况', en: 'Note' },
  multiline: true,
})

/** The parts of a card that may be corrected later. */
export const cardInputs = {
  disease: field(z.enum(notifiableDiseases.map((disease) => disease.id) as [string, ...string[]]), {
    title: { zh: '病名', en: 'Disease' },
    values: diseaseTitles,
  }),
  subtype: field(z.enum(keysOf(subtypeTitles)).optional(), {
    title: { zh: '分型', en: 'Subtype' },
    values: subtypeTitles,
    help: { zh: '该病有分型时必填', en: 'Needed where the disease has subtypes' },
  }),
  category: choice(categories, { zh: '病例分类', en: 'Case classification' }),
  course: field(z.enum(keysOf(courses)).optional(), { title: { zh: '急性或慢性', en: 'Course' }, values: courses }),
  onsetOn: field(z.iso.date(), {
    title: { zh: '发病日期', en: 'Onset' },
    help: { zh: '病原携带者填初检日期或就诊日期', en: 'Of a carrier: the first test or visit' },
  }),
  diagnosedOn: field(z.iso.date(), { title: { zh: '诊断日期', en: 'Diagnosed on' } }),
  diagnosedTime: timeOfDay('诊断时刻', 'Time of diagnosis'),
  diedOn: field(z.iso.date().optional(), { title: { zh: '死亡日期', en: 'Died on' } }),
  group: choice(groups, { zh: '人群分类', en: 'Population group' }),
  workplace: words('工作单位（学校、托幼机构全称）', 'Workplace, school or kindergarten', 80),
  schoolClass: words('班级', 'School class', 30),
  guardian: words('家长姓名', 'Parent', 30),
  address: words('现住详细地址（至门牌号）', 'Present address', 120),
  origin: choice(origins, { zh: '病人属于', en: 'Patient belongs to' }),
}

/** What a report or a correction brings. */
export type CardInput = z.output<z.ZodObject<typeof cardInputs>>
