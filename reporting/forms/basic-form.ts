import { basicCodes as codes, type basicForm } from '@kangheng/domains/public-health/health-record/index.ts'
import { findEthnicGroupByCode } from '@kangheng/kernel/person/ethnic-groups.ts'
import { blank, choices, day, inWords, row, text } from './markup.ts'
import { formHead, type FormPerson } from './people.ts'

export type BasicForm = (typeof basicForm)['table']['$inferSelect']

/** A list that may not have been asked, with “none” as the first choice of the form. */
function orNone(
  list: Parameters<typeof choices>[0],
  none: string,
  chosen: readonly string[] | null | undefined,
): string {
  const given = chosen && (chosen.length === 0 ? ['none'] : chosen)
  return choices({ none: { zh: none, en: none }, ...list }, given)
}

/** Operations, injuries and transfusions: none, or each with its month. */
function events(told: BasicForm['operations']): string {
  const each = (told ?? []).map(({ name, on }) => `名称 <b>${text(name)}</b>　时间 ${blank(on)}`)
  const chosen = told ? (told.length > 0 ? 'some' : 'none') : null
  return `${choices({ none: { zh: '无', en: 'None' }, some: { zh: '有', en: 'Some' } }, chosen)}${each.length > 0 ? `：${each.join('；')}` : ''}`
}

/** The personal history: the numbers of the diseases in their boxes, each with the month of its diagnosis below. */
function history(told: BasicForm['diseases']): string {
  const lines = (told ?? []).map(
    ({ disease, note, since }) =>
      `${inWords(codes.diseases, disease) ?? ''}${note ? `（${text(note)}）` : ''} 确诊时间 ${blank(since)}`,
  )
  const numbers = orNone(
    codes.diseases,
    '无',
    told?.map(({ disease }) => disease),
  )
  return `${numbers}${lines.length > 0 ? `<br>${lines.join('；')}` : ''}`
}

const RELATIVES = { father: '父亲', mother: '母亲', siblings: '兄弟姐妹', children: '子女' } as const

function family(told: BasicForm['familyHistory']): string {
  const of = (relative: keyof typeof RELATIVES) => {
    // Forms taken over from elsewhere may not tell of every relative.
    const found = (told as Partial<typeof told>)?.[relative]
      ?.map((disease) => inWords(codes.diseases, disease) ?? '')
      .join('、')
    return `${RELATIVES[relative]} ${blank(found === undefined ? null : found || '无', '', 6)}`
  }
  return (Object.keys(RELATIVES) as (keyof typeof RELATIVES)[]).map(of).join('　')
}

const side = (heading: string, rows: readonly string[]) => [
  rows[0]!.replace('<tr>', `<tr><th class="side" rowspan="${rows.length}">${heading}</th>`),
  ...rows.slice(1),
]
/** What has no heading at its left takes the place of one. */
const wide = (line: string) => line.replace('<th>', '<th colspan="2">')

/**
 * 个人基本信息表 of one filling, in the order of the norm; what was not asked is left to be written. Severe mental disorder, of the person or of relatives, does not stand
 * on this form (see codes of the form). Source: 国家基本公共卫生服务规范（第三版）个人基本信息表.
 */
export function basicInformationForm(person: FormPerson, x: BasicForm): string {
  const ethnic = person.ethnic === null ? null : (findEthnicGroupByCode(person.ethnic)?.zh ?? null)
  const resident = x.registeredHere === null ? null : x.registeredHere ? 'here' : 'elsewhere'
  const allergies = orNone(codes.allergies, '无', x.allergies)
  const hereditary = x.hereditary === null ? null : x.hereditary === '无' ? 'none' : 'some'
  const rows = [
    row('性　别', `<b>${text(person.sex)}</b>`, `出生日期　${day(person.birth)}`),
    row('身份证号', blank(person.documentNumber, '', 12), `工作单位　${blank(null, '', 10)}`),
    row(
      '本人电话',
      blank(person.phone, '', 8),
      `联系人 ${blank(person.contactName, '', 4)}　与本人关系 ${blank(person.contactRelation, '', 4)}　电话 ${blank(null, '', 7)}`,
    ),
    row(
      '常住类型',
      choices({ here: { zh: '户籍', en: '' }, elsewhere: { zh: '非户籍', en: '' } }, resident),
      `民族　${blank(ethnic, '', 4)}`,
    ),
    row('血　型', choices(codes.bloodTypes, x.bloodType), `RH　${choices(codes.rhesusTypes, x.rhesus)}`),
    row('文化程度', choices(codes.educations, x.education)),
    row('职　业', choices(codes.occupations, x.occupation)),
    row('婚姻状况', choices(codes.marriages, x.marriage)),
    row('医疗费用支付方式', choices(codes.payments, x.payments)),
    row('药物过敏史', `${allergies}${x.otherAllergy ? `　其他：<b>${text(x.otherAllergy)}</b>` : ''}`),
    row('暴露史', orNone(codes.exposures, '无', x.exposures)),
  ].map(wide)
  const past = side('既往史', [
    row('疾　病', history(x.diseases)),
    row('手　术', events(x.operations)),
    row('外　伤', events(x.injuries)),
    row('输　血', events(x.transfusions)),
  ])
  const later = [
    row('家族史', family(x.familyHistory)),
    row(
      '遗传病史',
      `${choices({ none: { zh: '无', en: '' }, some: { zh: '有', en: '' } }, hereditary)}${hereditary === 'some' ? `　疾病名称 <b>${text(x.hereditary)}</b>` : ''}`,
    ),
    row('残疾情况', orNone(codes.disabilities, '无残疾', x.disabilities)),
  ].map(wide)
  const home = side('生活环境', [
    row('厨房排风设施', choices(codes.kitchenVents, x.kitchenVent)),
    row('燃料类型', choices(codes.fuels, x.fuel)),
    row('饮　水', choices(codes.waters, x.water)),
    row('厕　所', choices(codes.toilets, x.toilet)),
    row('禽畜栏', choices(codes.livestockPens, x.livestock)),
  ])
  const lines = [...rows, ...past, ...later, ...home].map((line) =>
    line.split('<td').length === 2 ? line.replace('<td', '<td colspan="2"') : line,
  )
  const columns = '<colgroup><col style="width:9mm"><col style="width:22mm"><col><col></colgroup>'
  return `<h1>个人基本信息表</h1>${formHead(person)}<table class="dense">${columns}${lines.join('')}</table><div class="head"><span>填表日期：${day(x.happenedOn)}</span><span>填表人签字：${blank(null, '', 7)}</span></div>`
}
