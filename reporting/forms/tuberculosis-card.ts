import {
  tuberculosisCodes as codes,
  type TuberculosisPatientRow,
  type TuberculosisVisitRow,
} from '@kangheng/domains/public-health/tuberculosis/index.ts'
import { cardCodes } from '@kangheng/domains/public-health/chronic-follow-up/index.ts'
import { daysBetween } from '@kangheng/kernel/period/date.ts'
import { columnsCard, ticked, tickedCode, type Card } from './columns-card.ts'
import { blank, day, row, text } from './markup.ts'
import type { FormPerson } from './people.ts'

/** A visit with the patient it belongs to, as far as the reader sees it. */
export type PrintedTuberculosisVisit = TuberculosisVisitRow & { readonly of: TuberculosisPatientRow | undefined }
const TUBERCULOSIS_COLUMNS = 4

const given = (present: boolean, note: string | null) =>
  `${ticked(['无', '有'], present ? 2 : 1)}${note ? `<br><b>${text(note)}</b>` : ''}`
const monthOf = ({ of, happenedOn }: PrintedTuberculosisVisit) =>
  of && of.startedOn <= happenedOn ? Math.floor(daysBetween(of.startedOn, happenedOn) / 30) + 1 : null

const card: Card<PrintedTuberculosisVisit> = {
  title: '肺结核患者随访服务记录表',
  heads: ['', '', '', ''],
  lines: [
    ['随访时间', ({ happenedOn }) => day(happenedOn)],
    ['治疗月序', (visit) => `第 ${blank(monthOf(visit))} 月`],
    ['督导人员', ({ of }) => tickedCode(codes.supervisors, of?.supervisor)],
    ['随访方式', ({ mode }) => tickedCode(cardCodes.modes, mode)],
    [
      '症状及体征',
      ({ symptoms }) => (symptoms.length === 0 ? '☑0&nbsp;没有症状' : tickedCode(codes.symptoms, symptoms)),
    ],
    ['吸烟（支/天）', ({ cigarettesPerDay }) => blank(cigarettesPerDay)],
    ['饮酒（ml/天）', ({ spiritsPerDay }) => blank(spiritsPerDay)],
    ['化疗方案', ({ of }) => blank(of?.regimen, '', 6)],
    ['漏服药次数', ({ missedDoses }) => blank(missedDoses, '次')],
    ['药物不良反应', ({ adverse, adverseNote }) => given(adverse, adverseNote)],
    ['并发症或合并症', ({ complication, complicationNote }) => given(complication, complicationNote)],
    ['转诊机构及科别', ({ referredTo }) => blank(referredTo, '', 6)],
    ['2周内随访结果', ({ referralResult }) => blank(referralResult, '', 6)],
    ['处理意见', ({ treatment }) => blank(treatment, '', 6)],
    ['下次随访时间', ({ dueOn }) => day(dueOn)],
    ['随访医生签名', ({ doctor }) => blank(doctor, '', 5)],
    ['患者（家属）签名', () => blank(null, '', 5)],
  ],
}

const ENDINGS: Readonly<Record<string, number>> = { cured: 1, completed: 1, died: 2, lost: 3, resistant: 4 }

/** What the card says of the end of treatment: left to be written until it has ended. */
function ending(of: TuberculosisPatientRow | undefined): string {
  const { dosesDue = null, dosesTaken = null } = of ?? {}
  const rate = dosesDue && dosesTaken !== null ? ((dosesTaken / dosesDue) * 100).toFixed(1) : null
  const why = ticked(['完成疗程', '死亡', '丢失', '转入耐多药治疗'], ENDINGS[of?.outcome ?? ''])
  const doses = `应服药 ${blank(dosesDue, '次')}　实际服药 ${blank(dosesTaken, '次')}　服药率 ${blank(rate, '%')}`
  const rows = [
    row('停止治疗', `时间 ${day(of?.closedOn)}　原因 ${why}`),
    row('全程管理', `${doses}　评估医生签名 ${blank(null, '', 6)}`),
  ]
  return `<table>${rows.join('')}</table>`
}

/** Visits of one patient, four side by side. Source: 国家基本公共卫生服务规范（第三版）肺结核患者随访服务记录表. */
export function tuberculosisCards(person: FormPerson, visits: readonly PrintedTuberculosisVisit[]): string[] {
  return Array.from({ length: Math.ceil(visits.length / TUBERCULOSIS_COLUMNS) }, (_, sheet) => {
    const own = visits.slice(sheet * TUBERCULOSIS_COLUMNS, (sheet + 1) * TUBERCULOSIS_COLUMNS)
    return columnsCard(card, person, own) + ending(own[0]?.of)
  })
}
