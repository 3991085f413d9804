import type { ChildServiceRow } from '@kangheng/domains/public-health/traditional-chinese-medicine/index.ts'
import { columnsCard, inColumns, ticked, type Card } from './columns-card.ts'
import { blank, day } from './markup.ts'
import type { FormPerson } from './people.ts'

const taught: Readonly<Record<string, string>> = {
  'belly-spine': '传授摩腹、捏脊方法',
  'welcome-fragrance': '传授按揉迎香、足三里穴方法',
  'four-spirits': '传授按揉四神聪穴方法',
}

const lines: Card<ChildServiceRow>['lines'] = [
  ['随访日期', ({ happenedOn }) => day(happenedOn)],
  [
    '中医药健康管理服务',
    ({ livingGuided, technique }) =>
      ticked(
        ['中医饮食调养指导', '中医起居调摄指导', taught[technique] ?? technique, '其他'],
        [...(livingGuided ? [1, 2] : []), 3],
      )
        .replaceAll(' □', '<br>□')
        .replaceAll(' ☑', '<br>☑'),
  ],
  ['下次随访日期', ({ nextOn }) => day(nextOn)],
  ['随访医生签名', ({ doctor }) => blank(doctor, '', 5)],
  ['家长签名', () => blank(null, '', 5)],
]
/** Source: 0～36个月儿童中医药健康管理服务技术规范, the record forms by age. */
const cards = [
  { title: '6～18月龄儿童中医药健康管理服务记录表', stages: ['6', '12', '18'] },
  { title: '24～36月龄儿童中医药健康管理服务记录表', stages: ['24', '30', '36'] },
]

/** The cards of one child on which these services stand, by age. */
export function childServiceCards(person: FormPerson, services: readonly ChildServiceRow[]): string[] {
  return cards.flatMap(({ title, stages }) => {
    const own = services.filter(({ stage }) => stages.includes(stage))
    const heads = stages.map((stage) => `${stage}月龄`)
    return inColumns(own, stages.length, ({ stage }) => stages.indexOf(stage)).map((columns) =>
      columnsCard({ title, heads, lines }, person, columns),
    )
  })
}
