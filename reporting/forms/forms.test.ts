import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VisitRow } from '@kangheng/domains/public-health/chronic-follow-up/index.ts'
import type { NewbornVisitRow } from '@kangheng/domains/public-health/child-health/index.ts'
import type { DeliveryRow, PostpartumRow, PregnancyRow } from '@kangheng/domains/public-health/maternal-health/index.ts'
import { basicInformationForm, type BasicForm } from './basic-form.ts'
import { antenatalCards, firstAntenatalForm, type PrintedAntenatal } from './antenatal-card.ts'
import { checkUpCards, type PrintedCheckUp } from './check-up-card.ts'
import { examinationForm, type Examination } from './examination-form.ts'
import { choices, printable } from './markup.ts'
import { newbornVisitForm, type NewbornFacts } from './newborn-visit.ts'
import { postpartumForm } from './postpartum-form.ts'
import { visitCard } from './visit-card.ts'

const person = {
  ...{ id: 'x', name: '和<测试>', sex: '女', birth: '1950-01-01', division: '530721102201' },
  ...{ documentNumber: null, phone: null, address: null, recordNumber: '53072110220100123' },
  ...{ ethnic: '27', contactName: null, contactRelation: null },
}
const plain = (markup: string) => markup.replace(/<[^>]*>/g, '').replace(/&nbsp;/g, ' ')

test('a choice is written into its box by its number', () => {
  const codes = { never: { zh: '从不', en: '' }, daily: { zh: '每天', en: '' } }
  assert.equal(plain(choices(codes, 'daily')), '21 从不　2 每天')
  assert.equal(plain(choices(codes, ['never', 'daily'])), '121 从不　2 每天')
  assert.equal(plain(choices(codes, null)), '1 从不　2 每天')
})

test('the examination form: values, number in boxes, signatures; names are escaped', () => {
  const examined = {
    ...{ happenedOn: '2025-11-20', systolicLeft: 150, diastolicLeft: 90, haemoglobin: 129, fastingGlucose: '7.0' },
    ...{
      symptoms: ['dizziness'],
      problems: [],
      guidance: ['recheck'],
      riskControls: ['diet'],
      abnormalities: '血糖高',
    },
  } as unknown as Examination
  const markup = examinationForm(person, examined)
  assert.ok(markup.includes('和&lt;测试&gt;') && !markup.includes('<测试>'))
  const words = plain(markup)
  for (const part of [
    '编号201－00123',
    '2025年11月20日',
    '150／90 mmHg',
    '血红蛋白 129g/L',
    '有异常：血糖高',
    '本人签字：',
  ])
    assert.ok(words.includes(part), `${part} in ${words}`)
})

test('a card holds four visits; what is not there is left to be written', () => {
  const visit = {
    happenedOn: '2025-03-10',
    mode: 'clinic',
    systolic: 138,
    diastolic: 84,
    class: 'satisfied',
    dueOn: '2025-06-10',
    symptoms: [],
  }
  const markup = visitCard('hypertension', person, [visit as unknown as VisitRow])
  const words = plain(markup)
  for (const part of ['高血压患者随访服务记录表', '☑1 门诊', '138／84', '无症状', '患者（家属）签名', '2025年6月10日'])
    assert.ok(words.includes(part), `${part} in ${words}`)
  assert.equal(markup.match(/<td><\/td>/g)!.length % 3, 0)
  assert.equal(printable('卡', [markup, markup]).match(/<section>/g)!.length, 2)
})

test('check-ups stand under their age, on the card of their ages; two of one age make two cards', () => {
  const visit = {
    ...{
      step: 'month-6',
      happenedOn: '2025-05-20',
      ageMonths: '6.1',
      weight: '7.80',
      weightScore: '-0.20',
      height: '66.0',
    },
    ...{
      heightScore: '2.40',
      headCircumference: '43.0',
      hearing: 'passed',
      teeth: 2,
      haemoglobin: 112,
      vitaminD: true,
    },
    ...{
      outdoorHours: '2.0',
      warningSigns: ['month-6-3'],
      illnesses: ['diarrhoea'],
      feeding: 'exclusive',
      guidance: ['feeding'],
    },
    ...{
      findings: ['development'],
      referredTo: '县妇幼保健院儿保科',
      abnormal: null,
      doctor: '和医生',
      nextOn: '2025-08-20',
    },
  } as unknown as PrintedCheckUp
  const [card, ...more] = checkUpCards(person, [visit])
  assert.equal(more.length, 0)
  const words = plain(card!)
  for (const part of [
    ...[
      '1～8月龄儿童健康检查记录表',
      '2025年5月20日',
      '7.80 □上☑中□下',
      '66.0 ☑上□中□下',
      '112g/L',
      '☑1 通过',
      '☑1 是',
    ],
    ...[
      '☑3 紧握拳松不开',
      '□4 不能扶坐',
      '☑3 腹泻',
      '纯母乳喂养',
      '☑2 有',
      '县妇幼保健院儿保科',
      '☑1 科学喂养',
      '2025年8月20日',
    ],
  ])
    assert.ok(words.includes(part), `${part} in ${words}`)
  // The third of four columns: what stands before it is left to be written.
  assert.match(card!, /<th>头围（cm）<\/th><td><\/td><td><\/td><td><b>43\.0<\/b><\/td><td><\/td>/)
  const cards = checkUpCards(person, [visit, { ...visit, happenedOn: '2025-06-01' }, { ...visit, step: 'year-4' }])
  assert.equal(cards.length, 3)
  assert.ok(plain(cards[2]!).includes('3～6岁儿童健康检查记录表'))
})

test('a check-up whose development was screened without a sign says so; one that was not screened does not', () => {
  const base = { step: 'year-4', happenedOn: '2025-05-20', guidance: [], findings: [], illnesses: [] }
  const words = (signs: string[] | null) =>
    plain(checkUpCards(person, [{ ...base, warningSigns: signs } as unknown as PrintedCheckUp])[0]!)
  assert.ok(words([]).includes('☑ 未见预警征象'))
  assert.ok(!words(null).includes('未见预警征象'))
  assert.ok(words([]).includes('☑1 无'))
})

test('the form of a newborn visit: birth from the records of the mother, what the reader does not see left blank', () => {
  const visit = {
    ...{
      happenedOn: '2025-05-09',
      feeding: 'mixed',
      weight: '3.40',
      height: '50.5',
      temperature: '36.8',
      breathingRate: 42,
    },
    ...{
      jaundice: 'trunk',
      navel: 'fallen',
      hearingScreening: 'passed',
      diseaseScreening: 'passed',
      guidance: ['feeding', 'illness'],
    },
    ...{ abnormal: null, referredTo: null, doctor: '木医生' },
  } as unknown as NewbornVisitRow
  const child = {
    birthWeight: 3150,
    gestationalWeeks: 39,
    plurality: 2,
    riskFactors: ['asphyxia'],
    highRisk: true,
    motherName: '木测试',
  }
  const facts = {
    ...{ child, birth: { apgar: 8, defect: null }, delivery: { mode: 'caesarean', deliveredAt: '县人民医院' } },
  } as unknown as NewbornFacts
  const words = plain(newbornVisitForm(person, visit, facts))
  for (const part of [
    ...[
      '新生儿家庭访视记录表',
      '☑2 女',
      '3.15kg',
      '39周',
      '☑4 剖宫',
      '☑5 双多胎',
      '☑2 有　Apgar评分 1分钟 8',
      '☑3 躯干',
      '☑2 脱落',
    ],
    ...['☑2 混合', '☑2 检查均阴性', '☑1 喂养指导', '☑3 防病指导', '转诊建议　☑1 无', '家长签名：'],
  ])
    assert.ok(words.includes(part), `${part} in ${words}`)
  const unseen = plain(newbornVisitForm(person, visit, { child: undefined, birth: undefined, delivery: undefined }))
  assert.ok(unseen.includes('出生情况　□1 顺产') && !unseen.includes('☑4 剖宫'))
})

const antenatal = (number: number, more: object = {}) =>
  ({
    ...{
      number,
      happenedOn: `2025-0${number + 1}-10`,
      weeks: 8 + 4 * number,
      weight: '56.0',
      systolic: 118,
      diastolic: 74,
    },
    ...{ haemoglobin: 118, urineProtein: 'negative', fundalHeight: null, fetalHeartRate: null, guidance: ['living'] },
    ...{
      colour: 'green',
      infectious: false,
      riskFactors: [],
      abnormal: null,
      referredTo: null,
      doctor: null,
      nextOn: null,
      ...more,
    },
  }) as unknown as PrintedAntenatal

test('the first antenatal visit has a form of its own, the later ones a card, the sixth another', () => {
  const care = {
    lastPeriodOn: '2024-12-15',
    dueDate: '2025-09-21',
    gravidity: 2,
    parity: 1,
    height: '160.0',
  } as unknown as PregnancyRow
  const first = plain(
    firstAntenatalForm(person, antenatal(1, { colour: 'yellow', guidance: ['living', 'screening'] }), care),
  )
  for (const part of [
    ...[
      '第1次产前检查服务记录表',
      '孕周 12周',
      '孕妇年龄 75岁',
      '2024年12月15日',
      '2025年9月21日',
      '体质指数 21.9kg/m²',
    ],
    ...['118／74 mmHg', '☑2 异常', '妊娠风险 黄色', '☑1 生活方式', '☑5 产前筛查宣传告知'],
  ])
    assert.ok(first.includes(part), `${part} in ${first}`)
  const cards = antenatalCards(person, [
    antenatal(2),
    antenatal(4, { infectious: true, referredTo: '县医院' }),
    antenatal(6),
  ])
  assert.equal(cards.length, 2)
  const words = plain(cards[0]!)
  for (const part of ['第2～5次产前随访服务记录表', '第2次', '第4次', '16周', '＋紫色（传染病）', '县医院'])
    assert.ok(words.includes(part), `${part} in ${words}`)
  assert.match(cards[0]!, /<th>孕周<\/th><td>.*?<\/td><td><\/td><td>.*?24.*?<\/td><td><\/td>/)
  assert.ok(plain(cards[1]!).includes('第6次'))
})

test('after birth: the home visit and the 42-day check are two forms', () => {
  const visit = {
    ...{
      kind: 'home',
      happenedOn: '2025-05-10',
      temperature: '36.6',
      systolic: 116,
      diastolic: 72,
      mood: 'normal',
      breasts: 'normal',
    },
    ...{
      lochia: 'abnormal',
      uterus: 'normal',
      wound: 'normal',
      abnormal: '恶露异味',
      guidance: ['breast-feeding'],
      referredTo: '县妇幼',
      doctor: null,
    },
  } as unknown as PostpartumRow
  const delivery = { happenedOn: '2025-05-01', dischargedOn: '2025-05-04' } as unknown as DeliveryRow
  const home = plain(postpartumForm(person, visit, delivery, '2025-06-26'))
  for (const part of [
    '产后访视记录表',
    '2025年5月1日',
    '2025年5月4日',
    '36.6℃',
    '恶露异味',
    '☑4 母乳喂养',
    '县妇幼',
    '2025年6月26日',
  ])
    assert.ok(home.includes(part), `${part} in ${home}`)
  const check = plain(
    postpartumForm(
      person,
      { ...visit, kind: 'day-42', lochia: 'normal', abnormal: null, referredTo: null } as PostpartumRow,
      delivery,
      null,
    ),
  )
  for (const part of ['产后42天健康检查记录表', '☑1 已恢复', '☑3 婴儿喂养', '☑1 结案'])
    assert.ok(check.includes(part), `${part} in ${check}`)
  assert.ok(!check.includes('℃'))
})

test('the card of chronic obstructive pulmonary disease has its own lines', () => {
  const visit = {
    ...{ happenedOn: '2025-03-10', mode: 'clinic', symptoms: ['cough'], exacerbation: 'mild', breathlessness: 2 },
    ...{ assessmentTest: 14, oxygenSaturation: 93, smokingAdvice: 'stopped', inhalation: 'taught' },
    ...{ vaccines: ['influenza'], class: 'first-unsatisfied', dueOn: '2025-03-24' },
  }
  const words = plain(visitCard('copd', person, [visit as unknown as VisitRow]))
  for (const part of [
    ...['慢性阻塞性肺疾病患者随访服务记录表', '慢性咳嗽', '☑2 轻度急性加重', '2级', '14分', '93', '☑2 已戒烟'],
    ...['☑2 有误，已指导', '☑1 流感疫苗', '2025年3月24日'],
  ])
    assert.ok(words.includes(part), `${part} in ${words}`)
})

test('the basic form: none is an answer, what was not asked is left to be written', () => {
  const filled = {
    ...{ happenedOn: '2025-02-03', registeredHere: true, bloodType: 'O', rhesus: null, education: 'primary' },
    ...{ occupation: 'farmer', marriage: 'married', payments: ['resident'], allergies: [], exposures: null },
    ...{ diseases: [{ disease: 'hypertension', since: '2019-05' }], operations: [], injuries: null, hereditary: '无' },
    ...{
      transfusions: [{ name: '产后<出血>', on: '1975-06' }],
      disabilities: ['sight'],
      water: 'tap',
      toilet: 'sanitary',
    },
    ...{ familyHistory: { father: ['stroke'], mother: [], siblings: [], children: [] }, otherAllergy: null },
    ...{ kitchenVent: 'chimney', fuel: 'wood', livestock: null },
  } as unknown as BasicForm
  const markup = basicInformationForm(person, filled)
  assert.ok(markup.includes('产后&lt;出血&gt;') && !markup.includes('<出血>'))
  const words = plain(markup)
  for (const part of [
    ...['编号201－00123', '民族　纳西族', '药物过敏史11 无', '暴露史1 无', '疾　病21 无', '高血压 确诊时间 2019-05'],
    ...['父亲 脑卒中　母亲 无', '遗传病史11 无', '残疾情况21 无残疾', '输　血21 无　2 有：名称 产后'],
    ...['2025年2月3日', '厨房排风设施4'],
  ])
    assert.ok(words.includes(part), `${part} in ${words}`)
})
