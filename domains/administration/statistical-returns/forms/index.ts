import type { Text } from '@kangheng/kernel/text/text.ts'
import type { Layout } from '../layout.ts'
import { hospitalMonthly } from './hospital-monthly.ts'
import { resourcesYearly } from './resources-yearly.ts'
import { townshipMonthly } from './township-monthly.ts'

/** A form that ships with the house. */
export interface ShippedForm {
  readonly title: Text
  /** Number and authority of the official form it follows. */
  readonly number: string
  readonly periodKind: 'month' | 'year'
  readonly dueDay: number
  readonly unitKinds: readonly string[]
  readonly layout: Layout
}

const HOSPITALS = ['county-hospital', 'tcm-hospital', 'specialist-hospital', 'maternal-child']
const CENTRES = ['township-centre', 'community-centre']

/**
 * Forms to begin with. Periods and limits: domain notes § 10 (monthly by the 20th of the next month, yearly by 20 January); the county asks for the monthly ones
 * earlier, so that it can review them (LOCAL).
 */
export const shippedForms = {
  'township-monthly': {
    title: { zh: '基层医疗卫生机构业务工作月报表', en: 'Monthly workload of centres' },
    number: '卫健统1-10（县级扩充）',
    periodKind: 'month',
    dueDay: 10,
    unitKinds: CENTRES,
    layout: townshipMonthly,
  },
  'hospital-monthly': {
    title: { zh: '医院月报表', en: 'Monthly return of hospitals' },
    number: '卫健统1-9',
    periodKind: 'month',
    dueDay: 15,
    unitKinds: HOSPITALS,
    layout: hospitalMonthly,
  },
  'resources-yearly': {
    title: { zh: '卫生资源年报表', en: 'Yearly return of resources' },
    number: '卫健统1-1、1-2',
    periodKind: 'year',
    dueDay: 20,
    unitKinds: [...HOSPITALS, ...CENTRES],
    layout: resourcesYearly,
  },
} as const satisfies Record<string, ShippedForm>
