import { LEADER, SECTION, type Stage } from './stage.ts'

async function payAll(
  stage: Stage,
  budget: string,
  kind: 'advance' | 'clearing',
  day: string,
  prefix: string,
): Promise<void> {
  const due = await stage.database.query<{ id: string }>(
    `select p.id from basic_services_payment p join basic_services_allotment a on a.county = p.county and a.id = p.allotment
     where a.budget = $1 and p.kind = $2 and p.state = 'due' order by a.unit`,
    [budget, kind],
  )
  for (const [index, { id }] of due.entries())
    await stage.act(
      SECTION,
      day,
      'basic-services-fund.payment.pay',
      { voucher: `${prefix}${String(index + 1).padStart(3, '0')}` },
      id,
    )
}

/** The money of 2024, advanced and cleared by the appraisal; that of 2025, advanced. */
export async function playFund(stage: Stage, round: string): Promise<void> {
  const plan = (year: number, day: string, residentsAt: string) =>
    stage.act(SECTION, day, 'basic-services-fund.budget.plan', { year, residentsAt })
  const first = await plan(2024, '2024-02-20', '2024-01')
  await stage.act(LEADER, '2024-03-01', 'basic-services-fund.budget.advance', {}, first)
  await payAll(stage, first, 'advance', '2024-03-15', '预2024')
  await stage.act(LEADER, '2025-02-20', 'basic-services-fund.budget.clear', { round }, first)
  await payAll(stage, first, 'clearing', '2025-03-05', '结2024')
  const second = await plan(2025, '2025-02-21', '2024-12')
  await stage.act(LEADER, '2025-03-03', 'basic-services-fund.budget.advance', {}, second)
  await payAll(stage, second, 'advance', '2025-03-18', '预2025')
}
