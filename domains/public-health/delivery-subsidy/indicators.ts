import { eq, isNotNull } from 'drizzle-orm'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow } from '@kangheng/kernel/indicator/measure.ts'
import { entitled, entitledRelation } from './relation.ts'
import { subsidy } from './records.ts'
import { subsidies as s } from './tables.ts'

const SOURCE = '卫妇社发〔2009〕12号 关于进一步加强农村孕产妇住院分娩工作的指导意见; 金额和期限为县级参数'
const title = (zh: string, en: string) => ({ zh, en })
const byPayment = title('按发放日期，产妇居住地', 'by day of payment and the mother’s residence')
const paid = { when: s.paidOn, where: eq(s.state, 'paid') }

export const women = quantity(
  flow(subsidy, { id: 'delivery-subsidy.women-paid', title: title('发放补助的产妇', 'Women paid'), ...paid }),
  {
    id: 'delivery-subsidy.women',
    title: title('住院分娩补助人数', 'Delivery subsidy: women paid'),
    unit: title('人', 'women'),
    better: 'higher',
    basis: byPayment,
    source: SOURCE,
    synonyms: ['农村孕产妇住院分娩补助人数'],
  },
)
export const amount = quantity(
  flow(subsidy, {
    id: 'delivery-subsidy.amount-paid',
    title: title('发放补助', 'Paid'),
    ...paid,
    count: { sum: s.amount },
  }),
  {
    id: 'delivery-subsidy.amount',
    title: title('住院分娩补助金额', 'Delivery subsidy: paid'),
    unit: title('元', 'yuan'),
    decimals: 2,
    basis: byPayment,
    source: SOURCE,
    synonyms: ['农村孕产妇住院分娩补助资金'],
  },
)
export const coverage = ratio(
  flow(entitledRelation, {
    id: 'delivery-subsidy.deliveries-paid',
    title: title('已补助的住院分娩', 'Deliveries paid for'),
    when: entitled.deliveredOn,
    where: isNotNull(entitled.paidOn),
  }),
  flow(entitledRelation, {
    id: 'delivery-subsidy.deliveries-entitled',
    title: title('农村产妇住院分娩', 'Deliveries of rural women in institutions'),
    when: entitled.deliveredOn,
  }),
  {
    id: 'delivery-subsidy.coverage',
    title: title('住院分娩补助覆盖率', 'Delivery subsidy: coverage'),
    unit: '%',
    basis: title(
      '按分娩日期，户籍在本县农村、在医疗机构分娩的产妇',
      'by day of delivery; women of the county’s villages who delivered in an institution',
    ),
    source: SOURCE,
  },
)

/** The indicators of the delivery subsidy, in the order of tables. */
export const indicators: readonly Indicator[] = [coverage, women, amount]
