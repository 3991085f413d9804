import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { quantity, ratio } from '@kangheng/kernel/indicator/indicator.ts'
import { flow } from '@kangheng/kernel/indicator/measure.ts'
import { bureauLeader, bureauSection, countyInstitution, townshipCentre } from '../../roles.ts'
import { evaluate } from './actions.ts'
import { score } from './records.ts'
import { scores } from './tables.ts'

const when = { when: scores.happenedOn }
const looked = flow(score, {
  ...when,
  id: 'data-quality.looked',
  title: { zh: '检查记录', en: 'Rows looked at' },
  count: { sum: scores.looked },
})
const errors = flow(score, {
  ...when,
  id: 'data-quality.errors-found',
  title: { zh: '错误记录', en: 'Errors' },
  count: { sum: scores.errors },
})
const common = {
  basis: { zh: '各业务月末检查的记录', en: 'rows as they stood when the month was scored' },
  source: '数据质量检查规则（LOCAL）',
  better: 'lower' as const,
}
const errorRate = ratio(errors, looked, {
  ...common,
  id: 'data-quality.error-rate',
  title: { zh: '数据错误率', en: 'Error rate of the data' },
  unit: '‰',
})
const errorCount = quantity(errors, {
  ...common,
  id: 'data-quality.errors',
  title: { zh: '数据错误', en: 'Errors in the data' },
  unit: { zh: '条', en: 'rows' },
})

/** Data quality: what every line of business declares about its rows, checked every night, scored by township and month. */
export const dataQuality = defineDomain({
  id: 'data-quality',
  wing: 'administration',
  title: { zh: '数据质量', en: 'Data quality' },
  description: {
    zh: '各业务自定的检查规则，每晚运行，按乡镇按月评分，列出需更正的记录',
    en: 'Checks declared by each line of business, run every night, scored by township and month, with the rows to correct',
  },
  records: [score],
  actions: [evaluate],
  indicators: [errorRate, errorCount],
  // The role that sees the rows of most lines, women's and children's included.
  daily: [{ action: evaluate, as: countyInstitution }],
  grants: [
    grant(countyInstitution, { may: [evaluate], sees: [score] }),
    grant(bureauSection, { may: [evaluate], sees: [score] }),
    grant(bureauLeader, { sees: [score] }),
    grant(townshipCentre, { sees: [score] }),
  ],
})

export { checksSeenBy, runChecks } from './evaluate.ts'
