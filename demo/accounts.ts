import { createAccount, type AccountHouse, type AccountValues } from '@kangheng/kernel/access/accounts.ts'
import { installationActor } from '@kangheng/kernel/access/first-administrator.ts'
import { monthsAfter } from '@kangheng/domains/public-health/immunization/forecast/day.ts'
import { administrator } from '@kangheng/domains/roles.ts'
import { centreCode, clinicCode } from '@kangheng/kernel/place/institution-plan.ts'
import { TODAY } from './days.ts'
import type { Model } from './model.ts'

/** An account of the demo, with its printed password. */
export interface DemoAccount extends AccountValues {
  readonly password: string
}

/** One password for all demo accounts: it is printed and opens nothing but synthetic data. */
const PASSWORD = 'Yulong-2025-demo'
const VILLAGE = '530721102201'
const OTHER_VILLAGE = '530721209203'
const TOWNSHIP = '530721102'
const LAGGING_TOWNSHIP = '530721209'

type Person = Model['population']['residents'][number]

/** Months of age at which something of the schedule is due; whoever reaches one within three weeks can book it in the sessions that are open. */
const DUE_AT = [2, 3, 4, 6, 8, 9, 18, 24]
const dueSoon = ({ birth }: Person): boolean =>
  DUE_AT.some((months) => {
    const due = monthsAfter(birth, months)
    return due > TODAY && due <= TODAY + 21
  })

/** One account per role, and a second one where comparing is instructive. The resident's own account belongs to a person of the model. */
export function demoAccounts({
  county,
  population,
  key,
  contracts,
}: Pick<Model, 'county' | 'population' | 'key' | 'contracts'>): DemoAccount[] {
  const signed = new Set(contracts.map((contract) => contract.person))
  const fits = (village: string) =>
    population.residents.find(
      (person) =>
        person.household.village.code === village &&
        signed.has(person) &&
        key.groupsOf(person).includes('hypertension'),
    )
  const citizen = fits(VILLAGE) ?? population.residents.find((person) => signed.has(person))!
  const home = citizen.household.village.code
  const isParent = (person: Person, small: (child: Person) => boolean) =>
    (person.relation === '02' || person.relation === '10') &&
    person.household.members.some(
      (child) =>
        (child.relation === '20' || child.relation === '30') &&
        child.leftOn === null &&
        TODAY - child.birth < 3 * 365 &&
        small(child),
    )
  const villageOf = (person: Person) => person.household.village.code
  // Somebody in the doctor's village, or at least the centre's township, who has a place to book.
  const parent =
    population.residents.find((person) => villageOf(person) === VILLAGE && isParent(person, dueSoon)) ??
    population.residents.find((person) => villageOf(person).startsWith(TOWNSHIP) && isParent(person, dueSoon)) ??
    population.residents.find((person) => villageOf(person) === VILLAGE && isParent(person, () => true)) ??
    population.residents.find((person) => isParent(person, () => true))
  const account = (
    username: string,
    role: string,
    name: string,
    division: string,
    institution: string | null = null,
    person: string | null = null,
  ): DemoAccount => ({
    username,
    role,
    name,
    division,
    institution,
    person,
    password: PASSWORD,
  })
  return [
    account('village-doctor', 'village-doctor', '和村医（演示）', VILLAGE, clinicCode(VILLAGE)),
    account('village-doctor-2', 'village-doctor', '木村医（演示）', OTHER_VILLAGE, clinicCode(OTHER_VILLAGE)),
    account('township-centre', 'township-centre', '石鼓卫生院（演示）', TOWNSHIP, centreCode(TOWNSHIP)),
    account(
      'township-centre-2',
      'township-centre',
      '宝山卫生院（演示）',
      LAGGING_TOWNSHIP,
      centreCode(LAGGING_TOWNSHIP),
    ),
    account('county-institution', 'county-institution', '县人民医院（演示）', county, `H${county}001`),
    account('disease-control', 'disease-control', '县疾控中心（演示）', county, `H${county}004`),
    account(
      'mental-health-officer',
      'mental-health-officer',
      '石鼓卫生院精防专干（演示）',
      TOWNSHIP,
      centreCode(TOWNSHIP),
    ),
    account('mental-health-officer-county', 'mental-health-officer', '县精防专干（演示）', county, `H${county}004`),
    account('patriotic-health-officer', 'patriotic-health-officer', '石鼓镇爱卫办专干（演示）', TOWNSHIP),
    account('patriotic-health-officer-county', 'patriotic-health-officer', '县爱卫办专干（演示）', county),
    account('bureau-section', 'bureau-section', '基层卫生健康股（演示）', county),
    account('bureau-section-population', 'bureau-section', '人口监测与家庭发展股（演示）', county),
    account('bureau-section-relief', 'bureau-section', '健康扶贫办公室（演示）', county),
    account('bureau-section-office', 'bureau-section', '局办公室（演示）', county),
    account('bureau-leader', 'bureau-leader', '局领导（演示）', county),
    account('resident', 'resident', citizen.name, home, null, citizen.id),
    // Books vaccinations for a small child.
    ...(parent
      ? [account('resident-parent', 'resident', parent.name, parent.household.village.code, null, parent.id)]
      : []),
    account('upper-level', 'upper-level', '市卫生健康委（演示）', county),
    account('administrator', 'administrator', '系统管理员（演示）', county),
  ]
}

/** Creates the accounts; they keep their printed passwords. */
export async function createDemoAccounts(house: AccountHouse, accounts: readonly DemoAccount[]): Promise<void> {
  const actor = installationActor(house.county, administrator.id)
  for (const { password, ...values } of accounts) await createAccount(house, actor, values, password, false)
}
