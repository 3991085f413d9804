import { z } from 'zod'
import { field } from '@kangheng/kernel/record/field.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import * as codes from './codes.ts'

const icd = z.string().trim().toUpperCase().max(6)
const interval = z.string().trim().max(12)
const line = (letter: string) => ({
  code: { zh: `(${letter})疾病（ICD-10）`, en: `(${letter}) condition (ICD-10)` },
  interval: { zh: `(${letter})发病至死亡间隔`, en: `(${letter}) interval` },
})
const help = {
  code: { zh: '直接死因填(a)，引起它的疾病依次填(b)(c)(d)', en: 'The direct cause at (a), what it is due to below' },
  interval: { zh: '如 30分钟、3天、2个月、10年、不详', en: 'Written as 30分钟, 3天, 2个月, 10年, 不详' },
}
const lower = (letter: 'b' | 'c' | 'd') => ({
  code: field(icd.optional(), { title: line(letter).code }),
  interval: field(interval.optional(), { title: line(letter).interval, help: help.interval }),
})
const [b, c, d] = [lower('b'), lower('c'), lower('d')]

/** Causes as the certificate has them: one code a line, with the time from onset to death. */
export const causes = {
  a: field(icd, { title: line('a').code, help: help.code }),
  aInterval: field(interval, { title: line('a').interval, help: help.interval }),
  ...{ b: b.code, bInterval: b.interval, c: c.code, cInterval: c.interval, d: d.code, dInterval: d.interval },
  partTwo: field(z.string().trim().max(60).optional(), {
    title: { zh: '第II部分：其他疾病（ICD-10）', en: 'Part II: other conditions (ICD-10)' },
    help: { zh: '多个编码用空格分开', en: 'Several codes, with spaces between' },
  }),
}

/** The rest of the certificate. */
export const circumstances = {
  number: field(z.string().trim().toUpperCase().min(4).max(40), {
    title: { zh: '证明书编号', en: 'Number of the certificate' },
  }),
  place: inputs.choice(codes.places, { zh: '死亡地点', en: 'Place' }),
  diagnosedAt: inputs.choice(codes.diagnosedAt, { zh: '最高诊断机构', en: 'Diagnosed at' }),
  basis: inputs.choice(codes.bases, { zh: '诊断依据', en: 'Basis' }),
  doctor: inputs.short('填写医生', 'Certified by'),
  issuedOn: inputs.day('填写日期', 'Issued on'),
}
