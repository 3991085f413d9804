import type { DeliveryRow, PostpartumRow } from '@kangheng/domains/public-health/maternal-health/index.ts'
import { ticked } from './columns-card.ts'
import { blank, day, row } from './markup.ts'
import { formHead, type FormPerson } from './people.ts'

const conditions = ['normal', 'abnormal']
const condition = (value: string | null) =>
  `${ticked(['未见异常', '异常'], conditions.indexOf(value ?? '') + 1)} ${blank(null, '', 8)}`

/** What each form ends with. Source: 国家基本公共卫生服务规范（第三版）产后访视记录表, 产后42天健康检查记录表. */
const forms = {
  home: {
    title: '产后访视记录表',
    classes: ['未见异常', '异常'],
    guidance: {
      hygiene: '个人卫生',
      mind: '心理',
      nutrition: '营养',
      'breast-feeding': '母乳喂养',
      newborn: '新生儿护理与喂养',
      other: '其他',
    },
  },
  'day-42': {
    title: '产后42天健康检查记录表',
    classes: ['已恢复', '未恢复'],
    guidance: {
      mind: '心理保健',
      contraception: '性保健与避孕',
      'breast-feeding': '婴儿喂养',
      nutrition: '产妇营养',
      other: '其他',
    },
  },
} as const

/** The form of a visit after birth: at home, or the check at 42 days. `nextOn` is the day by which the next one is due, where it is the latest. */
export function postpartumForm(
  person: FormPerson,
  x: PostpartumRow,
  delivery: DeliveryRow | undefined,
  nextOn: string | null,
): string {
  const { title, classes, guidance } = forms[x.kind === 'day-42' ? 'day-42' : 'home']
  const found = [x.mood, x.breasts, x.lochia, x.uterus, x.wound]
  const well = !x.abnormal && !x.referredTo && !found.includes('abnormal')
  const keys: readonly string[] = Object.keys(guidance)
  const referral = `${ticked(['无', '有'], x.referredTo ? 2 : well ? 1 : null)}　原因 ${blank(null, '', 8)}　机构及科室 ${blank(x.referredTo, '', 10)}`
  const rows = [
    row('随访日期', day(x.happenedOn)),
    row('分娩日期', `${day(delivery?.happenedOn)}　　出院日期 ${day(delivery?.dischargedOn)}`),
    ...(x.kind === 'day-42' ? [] : [row('体　温', blank(x.temperature, '℃'))]),
    row('一般健康情况', blank(null, '', 20)),
    row('一般心理状况', condition(x.mood)),
    row('血　压', `${blank(x.systolic)}／${blank(x.diastolic)} mmHg`),
    row('乳　房', condition(x.breasts)),
    row('恶　露', condition(x.lochia)),
    row('子　宫', condition(x.uterus)),
    row('伤　口', condition(x.wound)),
    row('其　他', blank(x.abnormal, '', 24)),
    row('分　类', ticked(classes, well ? 1 : 2)),
    row(
      '指　导',
      ticked(
        Object.values(guidance),
        x.guidance.map((each) => keys.indexOf(each) + 1),
      ),
    ),
    ...(x.kind === 'day-42'
      ? [
          row(
            '处　理',
            `${ticked(['结案', '转诊'], x.referredTo ? 2 : 1)}　原因 ${blank(null, '', 8)}　机构及科室 ${blank(x.referredTo, '', 10)}`,
          ),
        ]
      : [row('转　诊', referral), row('下次随访日期', day(nextOn))]),
    row('随访医生签名', blank(x.doctor, '', 8)),
  ]
  return `<h1>${title}</h1>${formHead(person)}<table class="tall">${rows.join('')}</table><p class="signatures"><span>产妇（家属）签名：${blank(null, '', 7)}</span></p>`
}
