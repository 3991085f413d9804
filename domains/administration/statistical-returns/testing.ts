import { testActor } from '@kangheng/kernel/testing/database.ts'
import { actors, type TestCounty } from '../../testing/county.ts'
import { cellsOf } from './layout.ts'
import { shippedForms } from './forms/index.ts'

/** Accounts of tests: two persons of the section, the leader, two townships, a hospital. */
export const people = {
  section: testActor('bureau-section', '530721', { account: '01900000-0000-7000-8000-0000000000a1' }),
  second: testActor('bureau-section', '530721', { account: '01900000-0000-7000-8000-0000000000a2' }),
  leader: testActor('bureau-leader', '530721', { account: '01900000-0000-7000-8000-0000000000a3' }),
  township: actors.township('530721102'),
  other: actors.township('530721103'),
  hospital: testActor('county-institution', '530721', { institution: 'H530721001' }),
}

/** Numbers that pass every check, for the cells that are entered; `scale` makes a larger or smaller unit. */
export function plausible(form: keyof typeof shippedForms, scale = 1): { cell: string; value: string }[] {
  const whole = (number: number) => String(Math.round(number * scale))
  const known: Record<string, string> = {
    ...{ outpatient: whole(2000), emergency: whole(100), 'outpatient-tcm': whole(300), 'emergency-deaths': '0' },
    ...{ 'in-at-start': whole(10), admissions: whole(120), discharges: whole(118), 'discharge-deaths': '1' },
    ...{
      beds: whole(20),
      'open-bed-days': whole(600),
      'occupied-bed-days': whole(420),
      'discharged-bed-days': whole(590),
    },
    ...{
      'outpatient-income': `${whole(150000)}.50`,
      'outpatient-drugs': whole(60000),
      'outpatient-tests': whole(40000),
    },
    ...{ 'inpatient-income': whole(240000), 'inpatient-drugs': whole(80000), 'inpatient-tests': whole(60000) },
    ...{ 'herbal-income': whole(9000), 'material-income': whole(5000), 'insurance-paid': whole(250000) },
    ...{ 'fiscal-income': whole(90000), 'other-income': '0', expenses: whole(450000), 'staff-expenses': whole(200000) },
    ...{ 'drug-expenses': whole(120000), 'essential-drugs': whole(90000), 'all-drugs': whole(130000) },
    ...{ 'platform-purchases': whole(100000), 'all-purchases': whole(110000), staff: '30', doctors: '12', nurses: '9' },
    ...{ prescriptions: whole(2100), 'signed-visits': whole(900), appointments: whole(200) },
  }
  return cellsOf(shippedForms[form].layout)
    .filter((cell) => cell.source.kind !== 'computed')
    .map((cell) => ({ cell: cell.code, value: known[cell.code] ?? '0' }))
}

/** A form taken over and issued. */
export async function issueForm(county: TestCounty, template: keyof typeof shippedForms): Promise<void> {
  const { id } = await county.act(people.section, 'statistical-returns.form.draft', { template })
  await county.act(people.section, 'statistical-returns.form.issue', {}, { id: id! })
}

/** The return of a unit for a period. */
export async function returnOf(county: TestCounty, institution: string, period: string) {
  const [row] = await county.database.query<{
    id: string
    state: string
    values: Record<string, string>
    errors: number | null
    sent: number
    returned: number
  }>(
    'select id, state, "values", errors, sent, returned from statistical_return where institution = $1 and period = $2',
    [institution, period],
  )
  return row!
}
