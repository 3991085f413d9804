import {
  colours,
  urineProtein,
  type AntenatalRow,
  type PregnancyRow,
} from '@kangheng/domains/public-health/maternal-health/index.ts'
import { ageOn } from '@kangheng/kernel/period/date.ts'
import { columnsCard, ticked, type Card } from './columns-card.ts'
import { blank, day, inWords, row, text } from './markup.ts'
import { formHead, type FormPerson } from './people.ts'

/** A visit with its place among those of the pregnancy, from 1, and the day by which the next one is due, where it is the latest. */
export type PrintedAntenatal = AntenatalRow & { readonly number: number; readonly nextOn: string | null }

const pressure = ({ systolic, diastolic }: AntenatalRow) => `${blank(systolic)}／${blank(diastolic)} mmHg`
const risk = ({ colour, infectious }: AntenatalRow) =>
  `妊娠风险 <b>${text(inWords(colours, colour))}${infectious ? '＋紫色（传染病）' : ''}</b>`
const referral = ({ referredTo, abnormal }: AntenatalRow) =>
  `${ticked(['无', '有'], referredTo ? 2 : abnormal ? null : 1)}<br>原因 ${blank(referredTo ? abnormal : null, '', 5)}<br>机构及科室 ${blank(referredTo, '', 5)}`
const assessed = ({ abnormal, colour }: AntenatalRow) =>
  ticked(['未见异常', '异常'], abnormal || colour !== 'green' ? 2 : 1)
const given = (titles: Readonly<Record<string, string>>, guidance: readonly string[]) => {
  const keys = Object.keys(titles)
  return ticked(
    Object.values(titles),
    guidance.map((each) => keys.indexOf(each) + 1),
  )
}

const firstGuidance = {
  living: '生活方式',
  mind: '心理',
  nutrition: '营养',
  teratogens: '避免致畸因素和疾病对胚胎的不良影响',
  screening: '产前筛查宣传告知',
  other: '其他',
}

/** 第1次产前检查服务记录表. Source: 国家基本公共卫生服务规范（第三版）第1次产前检查服务记录表; what the record does not keep is left to be written. */
export function firstAntenatalForm(
  person: FormPerson,
  x: PrintedAntenatal,
  pregnancy: PregnancyRow | undefined,
): string {
  const height = pregnancy?.height ? Number(pregnancy.height) : null
  const weight = x.weight ? Number(x.weight) : null
  const index = height && weight ? (weight / (height / 100) ** 2).toFixed(1) : null
  const looked = () => ticked(['未见异常', '异常'], null)
  const rows = [
    row(
      '填表日期',
      day(x.happenedOn),
      `孕周 ${blank(x.weeks, '周')}　孕妇年龄 ${blank(ageOn(person.birth, x.happenedOn), '岁')}`,
    ),
    row('丈夫姓名', blank(null, '', 6), `丈夫年龄 ${blank(null, '岁')}　丈夫电话 ${blank(null, '', 8)}`),
    row(
      '孕　次',
      blank(pregnancy?.gravidity, '次'),
      `产次 ${blank(pregnancy?.parity, '次')}　阴道分娩 ${blank(null, '次')}　剖宫产 ${blank(null, '次')}`,
    ),
    row('末次月经', day(pregnancy?.lastPeriodOn), `预产期 ${day(pregnancy?.dueDate)}`),
    row(
      '既往史',
      ticked(['无', '心脏病', '肾脏疾病', '肝脏疾病', '高血压', '贫血', '糖尿病', '其他'], null),
      `家族史　${ticked(['无', '遗传性疾病史', '精神疾病史', '其他'], null)}`,
    ),
    row(
      '个人史',
      ticked(['无特殊', '吸烟', '饮酒', '服用药物', '接触有毒有害物质', '接触放射线', '其他'], null),
      `妇产科手术史　${ticked(['无', '有'], null)}`,
    ),
    row(
      '孕产史',
      `自然流产 ${blank(null)} 人工流产 ${blank(null)}`,
      `死胎 ${blank(null)} 死产 ${blank(null)} 新生儿死亡 ${blank(null)} 出生缺陷儿 ${blank(null)}`,
    ),
    row(
      '身高体重',
      `身高 ${blank(height, 'cm')}　体重 ${blank(weight, 'kg')}`,
      `体质指数 ${blank(index, 'kg/m²')}　血压 ${pressure(x)}`,
    ),
    row('听　诊', `心脏　${looked()}`, `肺部　${looked()}`),
    row('妇科检查', `外阴 ${looked()}<br>阴道 ${looked()}<br>宫颈 ${looked()}`, `子宫 ${looked()}<br>附件 ${looked()}`),
    row(
      '血常规',
      `血红蛋白 ${blank(x.haemoglobin, 'g/L')}`,
      `白细胞 ${blank(null, '×10⁹/L')}　血小板 ${blank(null, '×10⁹/L')}　其他 ${blank(null, '', 4)}`,
    ),
    row(
      '尿常规',
      `尿蛋白 ${blank(inWords(urineProtein, x.urineProtein))}`,
      `尿糖 ${blank(null)}　尿酮体 ${blank(null)}　尿潜血 ${blank(null)}　其他 ${blank(null)}`,
    ),
    row('血　型', `ABO ${blank(null)}　Rh ${blank(null)}`, `血糖 ${blank(null, 'mmol/L')}`),
    row(
      '肝功能',
      `谷丙转氨酶 ${blank(null, 'U/L')}<br>谷草转氨酶 ${blank(null, 'U/L')}`,
      `白蛋白 ${blank(null, 'g/L')}　总胆红素 ${blank(null, 'μmol/L')}　结合胆红素 ${blank(null, 'μmol/L')}`,
    ),
    row('肾功能', `血清肌酐 ${blank(null, 'μmol/L')}`, `血尿素 ${blank(null, 'mmol/L')}`),
    row(
      '阴道分泌物',
      ticked(['未见异常', '滴虫', '假丝酵母菌', '其他'], null),
      `清洁度　${ticked(['Ⅰ度', 'Ⅱ度', 'Ⅲ度', 'Ⅳ度'], null)}`,
    ),
    row(
      '乙型肝炎',
      `表面抗原 ${blank(null)} 表面抗体 ${blank(null)}`,
      `e抗原 ${blank(null)} e抗体 ${blank(null)} 核心抗体 ${blank(null)}`,
    ),
    row(
      '梅毒　艾滋',
      `梅毒血清学试验　${ticked(['阴性', '阳性'], null)}`,
      `HIV抗体检测　${ticked(['阴性', '阳性'], null)}`,
    ),
    row('B　超', blank(null, '', 10), `其他 ${blank(null, '', 14)}`),
    row('总体评估', assessed(x), `${risk(x)}　${blank(x.abnormal, '', 10)}`),
    row('保健指导', given(firstGuidance, x.guidance), `转诊　${referral(x)}`),
    row('下次随访日期', day(x.nextOn), `随访医生签名 ${blank(x.doctor, '', 7)}`),
  ]
  const columns = '<colgroup><col style="width:24mm"><col style="width:70mm"><col></colgroup>'
  return `<h1>第1次产前检查服务记录表</h1>${formHead(person)}<table>${columns}${rows.join('')}</table>`
}

/** What the form asks to be guided on, by the number of the visit: the second is about daily life, the later ones about what is coming. */
const later = {
  living: '生活方式',
  nutrition: '营养',
  mind: '心理',
  exercise: '运动',
  'self-monitoring': '自我监护',
  delivery: '分娩准备',
  'breast-feeding': '母乳喂养',
  other: '其他',
}
const ANTENATAL_COLUMNS = 4

const card: Card<PrintedAntenatal> = {
  title: '第2～5次产前随访服务记录表',
  heads: ['', '', '', ''],
  lines: [
    ['项目', ({ number }) => `<b>第${number}次</b>`],
    ['（随访/督促）日期', ({ happenedOn }) => day(happenedOn)],
    ['孕周', ({ weeks }) => blank(weeks, '周')],
    ['主诉', () => blank(null, '', 6)],
    ['体重（kg）', ({ weight }) => blank(weight)],
    ['宫底高度（cm）', ({ fundalHeight }) => blank(fundalHeight)],
    ['腹围（cm）', () => blank(null)],
    ['胎位', () => blank(null)],
    ['胎心率（次/分钟）', ({ fetalHeartRate }) => blank(fetalHeartRate)],
    ['血压（mmHg）', ({ systolic, diastolic }) => `${blank(systolic)}／${blank(diastolic)}`],
    ['血红蛋白（g/L）', ({ haemoglobin }) => blank(haemoglobin)],
    ['尿蛋白', (visit) => blank(inWords(urineProtein, visit.urineProtein))],
    ['其他辅助检查', () => blank(null, '', 6)],
    [
      '分类',
      (visit) => `${assessed(visit)}<br>${risk(visit)}${visit.abnormal ? `<br><b>${text(visit.abnormal)}</b>` : ''}`,
    ],
    ['指导', ({ guidance }) => given(later, guidance)],
    ['转诊', referral],
    ['下次随访日期', ({ nextOn }) => day(nextOn)],
    ['随访医生签名', ({ doctor }) => blank(doctor, '', 5)],
  ],
}

/** Visits after the first one, four side by side. Source: 国家基本公共卫生服务规范（第三版）第2～5次产前随访服务记录表; later visits continue on a further card. */
export function antenatalCards(person: FormPerson, visits: readonly PrintedAntenatal[]): string[] {
  const columnOf = ({ number }: PrintedAntenatal) => (number - 2) % ANTENATAL_COLUMNS
  const sheetOf = ({ number }: PrintedAntenatal) => Math.floor((number - 2) / ANTENATAL_COLUMNS)
  return [...Map.groupBy(visits, sheetOf).values()].map((own) => {
    const columns = Array.from({ length: ANTENATAL_COLUMNS }, (_, column) =>
      own.find((each) => columnOf(each) === column),
    )
    return columnsCard(card, person, columns)
  })
}
