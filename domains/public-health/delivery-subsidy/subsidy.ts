import { fenOf, yuanOf } from '@kangheng/kernel/exact/money.ts'
import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { inForce, type RuleVersion } from '../chronic-follow-up/index.ts'

/** What a rural woman who delivers in an institution is paid. */
interface SubsidyRule {
  /** Yuan at most; never more than she has paid herself. */
  readonly amount: string
  /** Days after the delivery within which it is applied for. */
  readonly applyWithin: number
  /** Where the delivery must have been. */
  readonly places: readonly string[]
}

/** Dated amounts. Local: province and county set them by notice; a new notice is a version more. */
export const subsidyRules: readonly [RuleVersion<SubsidyRule>, ...RuleVersion<SubsidyRule>[]] = [
  {
    from: '2009-01-01',
    source: '县级参数：参照卫妇社发〔2009〕12号 关于进一步加强农村孕产妇住院分娩工作的指导意见',
    value: { amount: '400', applyWithin: 180, places: ['hospital', 'township'] },
  },
  {
    from: '2013-01-01',
    source: '县级参数：提高补助标准的通知',
    value: { amount: '500', applyWithin: 180, places: ['hospital', 'township'] },
  },
]

/** Why nothing is paid. */
export const refusals = {
  home: { field: 'person', text: { zh: '未在医疗机构分娩', en: 'The delivery was not in an institution' } },
  'not-rural': {
    field: 'person',
    text: {
      zh: '分娩当日户籍不在本县农村',
      en: 'On that day her household was not registered in a village of the county',
    },
  },
  late: { field: 'happenedOn', text: { zh: '已超过申请期限', en: 'The day for applying is over' } },
  'nothing-paid': {
    field: 'cost',
    text: { zh: '扣除报销后个人没有支付费用', en: 'Nothing was left to pay after insurance' },
  },
  'more-than-cost': {
    field: 'reimbursed',
    text: { zh: '报销金额大于住院费用，请核对', en: 'More was reimbursed than it cost' },
  },
} as const satisfies Record<string, { field: string; text: Text }>

/** What an application depends on; amounts in yuan. */
export interface Application {
  readonly deliveredOn: IsoDate
  readonly appliedOn: IsoDate
  readonly place: string
  /** Household registered in a village of the county on the day of the delivery. */
  readonly rural: boolean
  readonly cost: string
  readonly reimbursed: string
}

/** What is paid by the rule in force on the day of the delivery, in yuan with two decimals, or why nothing. Exact to the fen. */
export function subsidyOf({ deliveredOn, appliedOn, place, rural, cost, reimbursed }: Application):
  | {
      readonly amount: string
    }
  | { readonly refused: keyof typeof refusals } {
  const { amount, applyWithin, places } = inForce(subsidyRules, deliveredOn)
  if (!places.includes(place)) return { refused: 'home' }
  if (!rural) return { refused: 'not-rural' }
  if (appliedOn > addDays(deliveredOn, applyWithin)) return { refused: 'late' }
  const own = fenOf(cost) - fenOf(reimbursed)
  if (own < 0n) return { refused: 'more-than-cost' }
  if (own === 0n) return { refused: 'nothing-paid' }
  const most = fenOf(amount)
  return { amount: yuanOf(own < most ? own : most) }
}
