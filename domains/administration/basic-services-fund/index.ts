import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import { bureauLeader, bureauSection, townshipCentre, upperLevel } from '../../roles.ts'
import { appraisal } from '../appraisal/index.ts'
import { advanceBudget, clearBudget, pay, planBudget } from './actions.ts'
import { allotment, budget, payment } from './records.ts'
import { tasks } from './tasks.ts'

const all = [budget, allotment, payment]

/** The money of basic public health services: advanced by residents, cleared by score and workload; what is taken from one goes to those ahead. */
export const basicServicesFund = defineDomain({
  id: 'basic-services-fund',
  wing: 'administration',
  title: { zh: '基本公卫资金', en: 'Basic public health money' },
  description: {
    zh: '按人口预拨，按考核得分和工作量结算，扣减的资金奖励先进，分配精确到分',
    en: 'Advanced by residents, cleared by score and workload, exact to the fen',
  },
  needs: [resident, appraisal],
  records: all,
  actions: [planBudget, advanceBudget, clearBudget, pay],
  tasks,
  grants: [
    grant(bureauSection, { may: [planBudget, pay], sees: all }),
    grant(bureauLeader, { may: [advanceBudget, clearBudget], sees: all }),
    grant(townshipCentre, { sees: all }),
    grant(upperLevel, { sees: all }),
  ],
})

export { basicServicesFundPolicies } from './policies.ts'
export { readAllotments } from './read.ts'
