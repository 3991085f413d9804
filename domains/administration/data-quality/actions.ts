import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { requireCountyAccount } from '@kangheng/kernel/access/county-account.ts'
import { monthOf } from '@kangheng/kernel/period/period.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { checksSeenBy, runChecks, sumsOf } from './evaluate.ts'
import { score } from './records.ts'
import { scoreOf } from './score.ts'
import { scores } from './tables.ts'

export const evaluate = defineAction(score, {
  name: 'evaluate',
  title: { zh: '检查数据质量', en: 'Check the data' },
  on: 'new',
  to: 'scored',
  input: z.object({}),
  async run(context) {
    requireCountyAccount(context, 'month', {
      zh: '数据质量由县级账号评分',
      en: 'Data are scored by accounts of the county',
    })
    const { connection, county, today, house, actor, findAll, create, changeOther } = context
    const month = monthOf(today)
    const before = await findAll(score, eq(scores.month, month))
    const known = new Map(before.map((row) => [`${row.line} ${row.division}`, row]))
    let last: unknown
    for (const { domain, checks } of checksSeenBy(house, actor.role)) {
      const found = await runChecks(connection, { county, place: county, today }, checks)
      for (const { code, looked, errors, warnings } of sumsOf(found)) {
        const points = scoreOf(looked, errors, warnings)
        if (points === null) continue
        const values = { looked, errors, warnings, score: points }
        const row = known.get(`${domain.id} ${code}`)
        last = row
          ? await changeOther(score, row, values)
          : await create({
              ...{ ...values, line: domain.id, lineName: domain.title.zh, month },
              ...{ division: code, happenedOn: `${month}-01`, institution: null },
            })
      }
    }
    return last ?? refuse('month', { zh: '没有可检查的记录', en: 'There is nothing to look at' })
  },
})
