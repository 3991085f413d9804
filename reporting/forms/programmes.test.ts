import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeConstitution } from '@kangheng/domains/public-health/traditional-chinese-medicine/constitution.ts'
import { constitutionForm } from './constitution-form.ts'
import { mentalVisitForm } from './mental-form.ts'
import { selfCareForm } from './older-form.ts'
import { childServiceCards } from './tcm-child-card.ts'
import { tuberculosisFirstVisit } from './tuberculosis-first-visit.ts'
import { tuberculosisCards, type PrintedTuberculosisVisit } from './tuberculosis-card.ts'

const person = {
  ...{ id: 'x', name: '和测试', sex: '女', birth: '1950-01-01', division: '530721102201', address: null },
  ...{ documentNumber: null, phone: null, recordNumber: '53072110220100123' },
  ...{ ethnic: '27', contactName: null, contactRelation: null },
}
const plain = (markup: string) => markup.replace(/<[^>]*>/g, '').replace(/&nbsp;/g, ' ')
const holds = (markup: string, parts: readonly string[]) => {
  const words = plain(markup)
  for (const part of parts) assert.ok(words.includes(part), `${part} in ${words}`)
}
type Row<Make extends (person: never, row: never, ...more: never[]) => unknown> = Parameters<Make>[1]

test('self-care: the level of each item, the sum and its grade', () => {
  const assessed = {
    ...{ eating: 0, grooming: 3, dressing: 0, toileting: 1, moving: 1, selfCareScore: 5, selfCareGrade: 'light' },
    ...{ cognitionScreen: 'negative', moodScreen: 'positive', happenedOn: '2025-10-08', doctor: '和医生' },
  } as unknown as Row<typeof selfCareForm>
  holds(selfCareForm(person, assessed), [
    ...[
      '老年人生活自理能力评估表',
      '☑3 在协助下能完成部分梳洗（3分）',
      '☑2 偶尔失禁',
      '总评分5分',
      '☑2 轻度依赖（4～8分）',
    ],
    ...['认知功能☑1 粗筛阴性', '情感状态□1 粗筛阴性 ☑2 粗筛阳性', '2025年10月8日'],
  ])
})

test('constitution: the answers and what the norm makes of them; the balanced one yes, mostly or no', () => {
  const form = (answers: number[]) =>
    constitutionForm(person, {
      ...{ answers, ...judgeConstitution(answers), guidance: ['diet'], advice: null, doctor: null },
      happenedOn: '2025-10-08',
    } as unknown as Row<typeof constitutionForm>)
  const well = Array.from({ length: 33 }, (_, index) => (index === 0 ? 5 : 1))
  holds(form(well), ['平和质 得分 25☑1 是 □2 基本是', '气虚质 得分 4□1 是 □2 倾向是 ☑3 否', '☑2 饮食调养'])
  // Nine for one biased type: it tends to that, and is mostly balanced.
  const mostly = well.map((answer, index) => ([10, 11, 28].includes(index) ? 3 : index === 12 ? 1 : answer))
  holds(form(mostly), ['阳虚质 得分 10□1 是 ☑2 倾向是', '平和质 得分 25□1 是 ☑2 基本是'])
})

test('tuberculosis: visits side by side, the month of treatment, how it ended', () => {
  const of = { startedOn: '2025-01-10', supervisor: 'family', regimen: '2HRZE/4HR', closedOn: null, outcome: null }
  const visit = (happenedOn: string, more: object = {}) =>
    ({
      ...{
        happenedOn,
        mode: 'home',
        symptoms: [],
        missedDoses: 0,
        adverse: false,
        complication: false,
        dueOn: '2025-03-01',
      },
      ...{ of, ...more },
    }) as unknown as PrintedTuberculosisVisit
  const [card, ...none] = tuberculosisCards(person, [
    visit('2025-01-20'),
    visit('2025-02-20', { symptoms: ['cough'], adverse: true, adverseNote: '肝功能异常' }),
  ])
  assert.equal(none.length, 0)
  holds(card!, ['第 1 月', '第 2 月', '☑0 没有症状', '☑1 咳嗽咳痰', '肝功能异常', '2HRZE/4HR', '☑2 家庭成员'])
  const ended = { ...of, closedOn: '2025-07-12', outcome: 'cured', dosesDue: 180, dosesTaken: 171 }
  holds(tuberculosisCards(person, [visit('2025-06-20', { of: ended })])[0]!, [
    '2025年7月12日',
    '☑1 完成疗程',
    '服药率 95.0%',
  ])
})

test('severe mental disorder: risk, class and answers of the visit', () => {
  const visit = {
    ...{ happenedOn: '2025-05-01', mode: 'home', risk: 2, symptoms: ['suspicion'], insight: 'partial', sleep: 'fair' },
    ...{
      incidents: 0,
      compliance: 'regular',
      reaction: 'none',
      effect: 'better',
      somatic: 'none',
      class: 'basically-stable',
    },
    ...{
      medicines: [{ name: '利培酮', timesPerDay: 2, dose: '1mg' }],
      dueOn: '2025-05-15',
      agreedOn: null,
      referredTo: null,
    },
  } as unknown as Row<typeof mentalVisitForm>
  holds(mentalVisitForm(person, visit), [
    ...['☑2级', '☑3 猜疑', '☑2 自知力不全', '☑1 按医嘱规律服药', '利培酮', '每日 2 次', '☑2 基本稳定', '2025年5月15日'],
    ...['☑1 否', '患者（家属）签名'],
  ])
})

test('traditional medicine of children: under their age, on one of two cards', () => {
  const service = (stage: string, technique: string) =>
    ({ stage, technique, livingGuided: true, happenedOn: '2025-05-01', nextOn: null, doctor: null }) as never
  const cards = childServiceCards(person, [service('12', 'belly-spine'), service('30', 'four-spirits')])
  assert.equal(cards.length, 2)
  holds(cards[0]!, ['6～18月龄', '12月龄', '☑3 传授摩腹、捏脊方法'])
  holds(cards[1]!, ['24～36月龄', '☑3 传授按揉四神聪穴方法'])
})

test('tuberculosis: the first visit at home, once it was made; what is not recorded stays to be ticked', () => {
  const patient = {
    ...{ firstVisitOn: '2025-01-12', treatmentKind: 'new', bacteriology: 'positive', resistance: 'unknown' },
    ...{ regimen: '2HRZE/4HR', supervisor: 'family', supervisorName: '和家属', ownRoom: true, aired: false },
    ...{ taught: ['place', 'risks'], dueOn: '2025-01-22' },
  } as unknown as Row<typeof tuberculosisFirstVisit>
  assert.equal(tuberculosisFirstVisit(person, { ...patient, firstVisitOn: null }), undefined)
  const markup = tuberculosisFirstVisit(person, patient)!
  holds(markup, [
    ...['肺结核患者第一次入户随访记录表', '2025年1月12日', '☑1 初治', '☑1 阳性', '☑3 未检测', '2HRZE/4HR', '和家属'],
    ...[
      '取药地点和时间　☑1 掌握',
      '治疗疗程　□1 掌握 □2 未掌握',
      '单独的居室　☑1 有',
      '通风情况　□1 良好',
      '吸烟 支/天',
    ],
  ])
})
