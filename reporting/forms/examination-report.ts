import {
  flags,
  items,
  type attendance,
  type ItemId,
  type result,
} from '@kangheng/domains/public-health/physical-examination/index.ts'
import { examCodes } from '@kangheng/domains/public-health/health-record/index.ts'
import type { Examination } from './examination-form.ts'
import { blank, day, inWords, signatures, text } from './markup.ts'
import { formHead, type FormPerson } from './people.ts'

type Attendance = (typeof attendance)['table']['$inferSelect']
type Result = (typeof result)['table']['$inferSelect']

const CONCLUSIONS: Readonly<Record<string, string>> = {
  healthy: '本次体检未见明显异常，请按时参加下次体检。',
  'known-patient': '您的慢性病需要继续规范管理，请按约定时间随访、按医嘱用药。',
  recheck: '体检发现异常，请按建议到卫生院复查。',
  referral: '体检发现需要进一步诊治的异常，请尽快到上级医院就诊。',
}

function range({ low, high }: Result): string {
  if (low !== null && high !== null) return `${Number(low)}～${Number(high)}`
  if (high !== null) return `≤ ${Number(high)}`
  return low !== null ? `≥ ${Number(low)}` : ''
}

function shown({ value, degree }: Result): string | null {
  if (degree) return inWords(examCodes.urine, degree)
  return value === null ? '' : String(Number(value))
}

const resultRow = (one: Result) => {
  const { title, unit } = items[one.item as ItemId]
  const out = one.flag !== 'normal'
  const flag = out ? flags[one.flag as keyof typeof flags].zh : ''
  return `<tr${out ? ' class="out"' : ''}><td>${text(title.zh)}</td><td>${text(shown(one))}</td><td>${text(unit)}</td><td>${range(one)}</td><td>${flag}</td></tr>`
}

/** What the examined takes home: findings, results with their ranges, the conclusion in plain words, advice, signatures. */
export function examinationReport(
  person: FormPerson,
  held: Attendance,
  form: Examination | undefined,
  results: readonly Result[],
): string {
  const order = Object.keys(items)
  const sorted = [...results].sort((one, other) => order.indexOf(one.item) - order.indexOf(other.item))
  const body = `<table><tr><th>血压</th><td>${blank(form?.systolicLeft)}／${blank(form?.diastolicLeft)} mmHg</td><th>身高体重</th><td>${blank(form?.height, 'cm')}　${blank(form?.weight, 'kg')}</td></tr>
<tr><th>体质指数</th><td>${blank(form?.bodyMassIndex, 'kg/m²')}</td><th>腰围</th><td>${blank(form?.waist, 'cm')}</td></tr></table>`
  return `<h1>健康体检结果反馈单</h1>${formHead(person)}<div class="head"><span>性别：${person.sex}</span><span>出生日期：${day(person.birth)}</span><span>体检日期：${day(held.happenedOn)}</span><span>条码：${text(held.barcode)}</span></div>
${body}<p class="note">检验结果（超出参考区间的以粗体标出）</p>
<table><tr><td>项目</td><td>结果</td><td>单位</td><td>参考区间</td><td>提示</td></tr>${sorted.map(resultRow).join('')}</table>
<table style="margin-top:3mm"><tr><th>体检结论</th><td>${held.finding ? `<b>${CONCLUSIONS[held.finding]}</b>` : blank(null, '', 30)}</td></tr><tr><th>健康建议</th><td style="height:24mm">${text(held.advice)}</td></tr></table>
${signatures('本人（家属）签字', '反馈人签字')}<p class="signatures"><span>反馈日期：${day(held.reportedOn)}</span></p>`
}
