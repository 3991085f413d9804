import { addDays, daysBetween, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { inForce, type RuleVersion } from '../chronic-follow-up/index.ts'

interface Limits {
  /** Days after the death within which the certificate is reported online. */
  readonly report: number
  /** Days after the report within which disease control reviews it. */
  readonly review: number
}

const versions: readonly [RuleVersion<Limits>, ...RuleVersion<Limits>[]] = [
  {
    from: '2014-01-01',
    source:
      '国卫规划发〔2013〕57号 人口死亡医学证明和信息登记管理; 全国疾病监测系统死因监测工作规范: 7天内网络报告、7天内审核',
    value: { report: 7, review: 7 },
  },
]

/** The last day on which a death can be reported in time. */
export const reportDueOn = (diedOn: IsoDate): IsoDate => addDays(diedOn, inForce(versions, diedOn).report)

/** The last day on which disease control reviews in time. */
export const reviewDueOn = (reportedOn: IsoDate): IsoDate => addDays(reportedOn, inForce(versions, reportedOn).review)

/** Days for a report today, for the work list of deaths without a certificate. */
export const reportDays = (on: IsoDate): number => daysBetween(on, reportDueOn(on))
