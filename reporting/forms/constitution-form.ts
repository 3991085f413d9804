import {
  biased,
  constitutions,
  guidanceKinds,
  questions,
  type Constitution,
  type ConstitutionRow,
} from '@kangheng/domains/public-health/traditional-chinese-medicine/index.ts'
import { ticked } from './columns-card.ts'
import { blank, day, row, text } from './markup.ts'
import { formHead, type FormPerson } from './people.ts'

const DEGREES = ['没有', '很少', '有时', '经常', '总是']

/** 老年人中医药健康管理服务记录表: the 33 answers, what they come to, guidance. Source: 老年人中医药健康管理服务技术规范. */
export function constitutionForm(person: FormPerson, x: ConstitutionRow): string {
  const answers = questions.map(
    ({ zh }, index) =>
      `<tr><td style="width:9mm;text-align:center">${index + 1}</td><td>${text(zh)}</td>${DEGREES.map((_, degree) => `<td style="text-align:center">${x.answers[index] === degree + 1 ? `<b>☑${degree + 1}</b>` : `□${degree + 1}`}</td>`).join('')}</tr>`,
  )
  const head = `<tr><td></td><td>请根据近一年的体验和感觉回答</td>${DEGREES.map((each) => `<td style="text-align:center">${each}</td>`).join('')}</tr>`
  const judged = (id: Constitution) => {
    const middle = id === 'balanced' ? '基本是' : '倾向是'
    const is = x.found.includes(id)
    // The balanced constitution is found also where it mostly applies: then another one lies above eight.
    const mostly = id === 'balanced' && is && biased.some((each) => x.scores[each] > 8)
    const at = mostly ? 2 : is ? 1 : x.tendencies.some((each) => each === id) ? 2 : 3
    return `<b>${text(constitutions[id].zh)}</b> 得分 ${blank(x.scores[id])}<br>${ticked(['是', middle, '否'], at)}`
  }
  const ids = [...biased, 'balanced' as const]
  const cells = ids.map((id) => `<td>${judged(id)}</td>`)
  const results = [0, 3, 6].map((from) => `<tr>${cells.slice(from, from + 3).join('')}</tr>`)
  const kinds = Object.values(guidanceKinds).map(({ zh }) => zh)
  const closing = [
    row(
      '保健指导',
      ticked(
        kinds,
        x.guidance.map((each) => Object.keys(guidanceKinds).indexOf(each) + 1),
      ),
    ),
    row('指导意见', blank(x.advice, '', 30)),
    row('填表日期', `${day(x.happenedOn)}　　医生签名 ${blank(x.doctor, '', 7)}　　本人签名 ${blank(null, '', 7)}`),
  ]
  const columns =
    '<colgroup><col style="width:9mm"><col><col style="width:15mm"><col style="width:15mm"><col style="width:15mm"><col style="width:15mm"><col style="width:15mm"></colgroup>'
  return `<h1>老年人中医药健康管理服务记录表</h1>${formHead(person)}<table class="dense">${columns}${head}${answers.join('')}</table><table class="dense">${results.join('')}</table><table class="dense">${closing.join('')}</table>`
}
