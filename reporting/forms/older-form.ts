import {
  selfCareItems,
  type AssessmentRow,
  type SelfCareItemId,
} from '@kangheng/domains/public-health/older-people/index.ts'
import { ticked } from './columns-card.ts'
import { blank, day, row, text } from './markup.ts'
import { formHead, type FormPerson } from './people.ts'

const grades = ['independent', 'light', 'medium', 'dependent']

/** 老年人生活自理能力评估表 of one assessment, with the screens of mood and cognition below it. Source: 国家基本公共卫生服务规范（第三版）老年人健康管理. */
export function selfCareForm(person: FormPerson, x: AssessmentRow): string {
  const items = (Object.keys(selfCareItems) as SelfCareItemId[]).map((id) => {
    const { title, levels } = selfCareItems[id]
    const scores = Object.keys(levels).map(Number)
    const shown = ticked(
      Object.values(levels as Readonly<Record<number, { zh: string }>>).map(({ zh }) => zh),
      scores.indexOf(x[id]) + 1,
    )
    return `<tr><th>${text(title.zh)}</th><td>${shown.replaceAll(' □', '<br>□').replaceAll(' ☑', '<br>☑')}</td><td style="text-align:center">${blank(x[id])}</td></tr>`
  })
  const screens = (value: string | null) =>
    ticked(['粗筛阴性', '粗筛阳性'], ['negative', 'positive'].indexOf(value ?? '') + 1)
  const below = [
    row(
      '总评分',
      `${blank(x.selfCareScore, '分')}　${ticked(['可自理（0～3分）', '轻度依赖（4～8分）', '中度依赖（9～18分）', '不能自理（≥19分）'], grades.indexOf(x.selfCareGrade) + 1)}`,
    ),
    row('认知功能', `${screens(x.cognitionScreen)}　简易智力状态检查总分 ${blank(x.cognitionScore)}`),
    row('情感状态', `${screens(x.moodScreen)}　老年人抑郁评分检查总分 ${blank(x.depressionScore)}`),
    row(
      '评估日期',
      `${day(x.happenedOn)}　　评估医生签名 ${blank(x.doctor, '', 7)}　　本人（家属）签名 ${blank(null, '', 7)}`,
    ),
  ]
  const head = '<tr><th>评估事项</th><td>程度等级</td><td style="text-align:center">判断评分</td></tr>'
  const columns = '<colgroup><col style="width:24mm"><col><col style="width:24mm"></colgroup>'
  return `<h1>老年人生活自理能力评估表</h1>${formHead(person)}<table class="tall">${columns}${head}${items.join('')}</table><table class="tall">${below.join('')}</table>`
}
