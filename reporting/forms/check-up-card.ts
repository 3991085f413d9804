import {
  anaemiaTests,
  warningSignsOf,
  type CheckUpRow,
  type CheckUpId,
} from '@kangheng/domains/public-health/child-health/index.ts'
import { columnsCard, inColumns, ticked, type Card, type CardLine } from './columns-card.ts'
import { blank, day, text } from './markup.ts'
import type { FormPerson } from './people.ts'

/** A check-up with the day by which the next one is due, where it is the latest. */
export type PrintedCheckUp = CheckUpRow & { readonly nextOn: string | null }
type Line = CardLine<PrintedCheckUp>

/** Where a score lies on the growth chart of the form: above +2 SD, within, below −2 SD. */
const places = ['上', '中', '下']
function place(score: string | null): string {
  const value = score === null ? undefined : Number(score)
  const at = value === undefined ? 0 : value > 2 ? 1 : value < -2 ? 3 : 2
  return places.map((each, index) => `${index + 1 === at ? '☑' : '□'}${each}`).join('')
}
const only = (value: unknown, columns: readonly number[], column: number, unit = '') =>
  columns.includes(column) ? blank(value, unit) : '—'

const yesNo = (value: boolean | null) => ticked(['是', '否'], value === null ? null : value ? 1 : 2)
const hearing = (value: string | null) => ticked(['通过', '未通过'], { passed: 1, failed: 2 }[value ?? ''] ?? null)

const ILLNESSES = ['无', '肺炎', '腹泻', '外伤', '其他']
const illnessOrder = ['pneumonia', 'diarrhoea', 'injury', 'other']
const illnesses: Line = [
  '两次随访间患病情况',
  ({ illnesses: had }) =>
    ticked(ILLNESSES, had === null ? null : had.length === 0 ? 1 : had.map((each) => illnessOrder.indexOf(each) + 2)),
]
const FEEDINGS: Readonly<Record<string, string>> = {
  exclusive: '纯母乳喂养',
  mixed: '混合喂养',
  artificial: '人工喂养',
}

/** The four signs of the age, those seen ticked; a screening that saw none says so. */
const development =
  (ages: readonly CheckUpId[]): Line[1] =>
  ({ warningSigns }, column) => {
    const signs = warningSignsOf(ages[column]!)
    if (signs.length === 0) return '—'
    const seen = warningSigns ?? []
    const none = warningSigns !== null && seen.length === 0 ? '<br>☑&nbsp;未见预警征象' : ''
    return (
      ticked(
        signs.map(({ title }) => title.zh),
        signs.flatMap(({ code }, index) => (seen.includes(code) ? [index + 1] : [])),
      )
        .replaceAll(' □', '<br>□')
        .replaceAll(' ☑', '<br>☑') + none
    )
  }

const guidanceOrder = ['feeding', 'growth', 'illness', 'injury', 'mouth']
const guidance =
  (first: string): Line[1] =>
  (visit) =>
    ticked(
      [first, '生长发育', '疾病预防', '预防伤害', '口腔保健'],
      visit.guidance.map((each) => guidanceOrder.indexOf(each) + 1),
    ) + (visit.guidance.includes('eyes') ? ' 护眼' : '')

const closing = (first: string): readonly Line[] => [
  illnesses,
  [
    '其他',
    ({ feeding, abnormal }) =>
      [feeding && FEEDINGS[feeding], abnormal].flatMap((each) => (each ? [`<b>${text(each)}</b>`] : [])).join('<br>') ||
      blank(null, '', 6),
  ],
  [
    '转诊建议',
    ({ referredTo, findings }) =>
      `${ticked(['无', '有'], referredTo ? 2 : findings.length === 0 ? 1 : null)}<br>机构及科室 ${blank(referredTo, '', 5)}`,
  ],
  ['指导', guidance(first)],
  ['下次随访日期', ({ nextOn }) => day(nextOn)],
  ['随访医生签名', ({ doctor }) => blank(doctor, '', 5)],
  ['家长签名', () => blank(null, '', 5)],
]

const opening: readonly Line[] = [
  ['月龄', ({ ageMonths }) => `${blank(ageMonths)}月`],
  ['随访日期', ({ happenedOn }) => day(happenedOn)],
  ['体重（kg）', ({ weight, weightScore }) => `${blank(weight)} ${place(weightScore)}`],
  ['身长/身高（cm）', ({ height, heightScore }) => `${blank(height)} ${place(heightScore)}`],
]
const outdoors: Line = ['户外活动', ({ outdoorHours }) => blank(outdoorHours, '小时/日')]
const vitaminD =
  (columns: readonly number[]): Line[1] =>
  ({ vitaminD: taken }, column) =>
    columns.includes(column) ? yesNo(taken) : '—'
const haemoglobin =
  (ages: readonly CheckUpId[]): Line[1] =>
  ({ haemoglobin: value }, column) =>
    value !== null || anaemiaTests.includes(ages[column]!) ? blank(value, 'g/L') : '—'

interface AgeCard extends Card<PrintedCheckUp> {
  readonly ages: readonly CheckUpId[]
}
const infants = ['month-1', 'month-3', 'month-6', 'month-8'] as const
const toddlers = ['month-12', 'month-18', 'month-24', 'month-30'] as const
const older = ['month-36', 'year-4', 'year-5', 'year-6'] as const
const ALL = [0, 1, 2, 3]
const examined = ['未见异常', '异常']
/** What the examiner looks at and the record keeps only when it is abnormal: to be ticked by hand. */
const looked = (heading: string, columns: readonly number[] = ALL): Line => [
  heading,
  (_, column) => (columns.includes(column) ? ticked(examined, null) : '—'),
]

/** The cards of the norm by age. Source: 国家基本公共卫生服务规范（第三版）1～8月龄, 12～30月龄, 3～6岁儿童健康检查记录表. */
const cards: readonly AgeCard[] = [
  {
    title: '1～8月龄儿童健康检查记录表',
    ages: infants,
    heads: ['满月', '3月龄', '6月龄', '8月龄'],
    lines: [
      ...opening,
      ['头围（cm）', ({ headCircumference }) => blank(headCircumference)],
      ...['面色', '皮肤', '前囟', '颈部包块', '眼睛', '耳'].map((heading) => looked(heading)),
      ['听力', ({ hearing: heard }, column) => (column === 2 || heard ? hearing(heard) : '—')],
      [
        '口腔／出牙数（颗）',
        ({ teeth }, column) => (column < 2 ? ticked(examined, null) : only(teeth, [2, 3], column, '颗')),
      ],
      ...['胸部', '腹部'].map((heading) => looked(heading)),
      looked('脐部', [0, 1]),
      looked('四肢'),
      looked('可疑佝偻病症状和体征', [1, 2, 3]),
      looked('肛门／外生殖器'),
      ['血红蛋白值', haemoglobin(infants)],
      outdoors,
      ['服用维生素D', vitaminD(ALL)],
      ['发育评估', development(infants)],
      ...closing('科学喂养'),
    ],
  },
  {
    title: '12～30月龄儿童健康检查记录表',
    ages: toddlers,
    heads: ['12月龄', '18月龄', '24月龄', '30月龄'],
    lines: [
      ...opening,
      ...['面色', '皮肤'].map((heading) => looked(heading)),
      looked('前囟', [0, 1, 2]),
      ...['眼睛', '耳外观'].map((heading) => looked(heading)),
      ['听力', ({ hearing: heard }, column) => (column === 0 || column === 2 || heard ? hearing(heard) : '—')],
      ['出牙／龋齿数（颗）', ({ teeth, cariousTeeth }) => `${blank(teeth)}／${blank(cariousTeeth)}`],
      ...['胸部', '腹部', '四肢'].map((heading) => looked(heading)),
      looked('步态', [1, 2, 3]),
      looked('可疑佝偻病体征', [0, 1, 2]),
      ['血红蛋白值', haemoglobin(toddlers)],
      outdoors,
      ['服用维生素D', vitaminD([0, 1, 2])],
      ['发育评估', development(toddlers)],
      ...closing('合理膳食'),
    ],
  },
  {
    title: '3～6岁儿童健康检查记录表',
    ages: older,
    heads: ['3岁', '4岁', '5岁', '6岁'],
    lines: [
      ...opening,
      ['体重／身高', ({ buildScore, indexScore }) => place(buildScore ?? indexScore)],
      [
        '体格发育评价',
        (visit) =>
          ticked(
            ['正常', '低体重', '消瘦', '生长迟缓', '超重'],
            [
              ...(visit.weightGrade === 'normal' && visit.heightGrade === 'normal' && visit.buildGrade === 'normal'
                ? [1]
                : []),
              ...(visit.weightGrade?.endsWith('underweight') ? [2] : []),
              ...(visit.buildGrade?.endsWith('wasted') ? [3] : []),
              ...(visit.heightGrade?.endsWith('stunted') ? [4] : []),
              ...(['overweight', 'obese', 'severely-obese'].includes(visit.buildGrade ?? '') ? [5] : []),
            ],
          ),
      ],
      [
        '视力',
        ({ visionLeft, visionRight }, column) =>
          column > 0 || visionLeft ? `左 ${blank(visionLeft)} 右 ${blank(visionRight)}` : '—',
      ],
      ['听力', ({ hearing: heard }, column) => (column === 0 || heard ? hearing(heard) : '—')],
      ['牙数／龋齿数（颗）', ({ teeth, cariousTeeth }) => `${blank(teeth)}／${blank(cariousTeeth)}`],
      ...['胸部', '腹部'].map((heading) => looked(heading)),
      ['血红蛋白值', haemoglobin(older)],
      ['发育评估', development(older)],
      ...closing('合理膳食'),
    ],
  },
]

/** The cards of one child on which these check-ups stand, by age; a check-up before the first age of the norm stands on the first card. */
export function checkUpCards(person: FormPerson, visits: readonly PrintedCheckUp[]): string[] {
  return cards.flatMap((card, index) => {
    const ages: readonly string[] = card.ages
    const own = visits.filter(({ step }) => (step === null ? index === 0 : ages.includes(step)))
    const columnOf = ({ step }: PrintedCheckUp) => Math.max(0, ages.indexOf(step ?? ''))
    return inColumns(own, ages.length, columnOf).map((columns) => columnsCard(card, person, columns))
  })
}
