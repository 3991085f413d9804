import type { House, Right, Account, Text } from '../api/types.ts'
import type { words } from './words.ts'

/** Something to go to. `label` is a key of the shell's dictionary, or a title from the house. */
export interface Destination {
  readonly id: string
  readonly to: string
  readonly label: keyof typeof words | Text
  readonly icon: string
  /** The line of business it belongs to, where a group holds several. */
  readonly part?: Text
}

/** A group of destinations under one heading. */
export interface DestinationGroup {
  readonly id: string
  readonly title: keyof typeof words | Text
  readonly items: readonly Destination[]
  /** Lines of business fold away; the fixed groups do not. */
  readonly folds?: boolean
}

const fixed: readonly (Omit<DestinationGroup, 'items'> & {
  items: readonly (Destination & { needs: (account: Account, house: House) => boolean })[]
})[] = [
  {
    id: 'overview',
    title: 'overview',
    items: [
      { id: 'cockpit', to: '/cockpit', label: 'cockpit', icon: 'gauge', needs: may('see-figures') },
      {
        id: 'tasks',
        to: '/tasks',
        label: 'tasks',
        icon: 'list',
        needs: (account, house) =>
          account.rights.includes('see-figures') &&
          house.domains.some((domain) => domain.tasks.length > 0 && domain.actions.length > 0),
      },
      { id: 'outbox', to: '/outbox', label: 'outbox', icon: 'phone', needs: may('work-offline') },
      {
        id: 'supervision',
        to: '/supervision',
        label: 'supervision',
        icon: 'flag',
        needs: (_account, house) => seesRecord(house, 'supervision-letters.letter'),
      },
      {
        id: 'returns',
        to: '/returns',
        label: 'returns',
        icon: 'list',
        needs: (_account, house) => seesRecord(house, 'statistical-returns.return'),
      },
      {
        id: 'vaccination',
        to: '/vaccination',
        label: 'vaccination',
        icon: 'syringe',
        needs: (_account, house) => mayDo(house, 'immunization.visit.arrive'),
      },
      {
        id: 'recalls',
        to: '/recalls',
        label: 'recalls',
        icon: 'call',
        needs: (_account, house) => mayDo(house, 'immunization.recall-notice.tell'),
      },
      {
        id: 'disease-analysis',
        to: '/disease-analysis',
        label: 'diseaseAnalysis',
        icon: 'chart',
        needs: (account, house) =>
          account.rights.includes('see-figures') && seesRecord(house, 'communicable-disease.case'),
      },
      {
        id: 'syndromes',
        to: '/syndromes',
        label: 'syndromes',
        icon: 'chart',
        needs: (account, house) => account.rights.includes('see-figures') && seesRecord(house, 'syndromic.count'),
      },
      { id: 'dashboards', to: '/dashboards', label: 'dashboards', icon: 'board', needs: may('see-figures') },
      { id: 'explorer', to: '/explorer', label: 'explorer', icon: 'chart', needs: may('see-figures') },
      { id: 'me', to: '/me', label: 'me', icon: 'card', needs: may('see-own-person') },
      {
        id: 'my-vaccination',
        to: '/my-vaccinations',
        label: 'myVaccination',
        icon: 'syringe',
        needs: (account, house) =>
          account.rights.includes('see-own-person') && mayDo(house, 'immunization.appointment.book'),
      },
    ],
  },
  {
    id: 'residents',
    title: 'residents',
    items: [
      { id: 'people', to: '/people', label: 'people', icon: 'people', needs: may('see-persons') },
      { id: 'duplicates', to: '/duplicates', label: 'duplicates', icon: 'pair', needs: may('merge-persons') },
      { id: 'quality', to: '/quality', label: 'quality', icon: 'check', needs: may('see-persons') },
      { id: 'imports', to: '/imports', label: 'imports', icon: 'import', needs: may('import') },
    ],
  },
  {
    id: 'documents',
    title: 'documents',
    items: [
      {
        id: 'bulletins',
        to: '/bulletins',
        label: 'bulletins',
        icon: 'bulletin',
        needs: may('see-figures'),
      },
      {
        id: 'disease-bulletins',
        to: '/disease-bulletins',
        label: 'diseaseBulletins',
        icon: 'bulletin',
        needs: (account, house) =>
          account.rights.includes('write-bulletin') || seesRecord(house, 'communicable-disease.sexual-health-card'),
      },
      {
        id: 'summaries',
        to: '/summaries',
        label: 'summaries',
        icon: 'document',
        needs: may('write-summary', 'sign-summary'),
      },
      {
        id: 'check',
        to: '/check',
        label: 'check',
        icon: 'glass',
        needs: may('write-summary', 'write-bulletin', 'sign-summary'),
      },
    ],
  },
]

const management: readonly (Destination & { needs: (account: Account) => boolean })[] = [
  {
    id: 'targets',
    to: '/administration/targets',
    label: 'targets',
    icon: 'flag',
    needs: may('set-targets', 'see-figures'),
  },
  { id: 'periods', to: '/administration/periods', label: 'periods', icon: 'lock', needs: may('close-periods') },
  { id: 'accounts', to: '/administration/accounts', label: 'accounts', icon: 'key', needs: may('manage-accounts') },
  { id: 'fields', to: '/administration/fields', label: 'fields', icon: 'field', needs: may('configure') },
  { id: 'indicators', to: '/administration/indicators', label: 'indicators', icon: 'sigma', needs: may('configure') },
  { id: 'mail', to: '/administration/mail', label: 'mail', icon: 'mail', needs: may('configure') },
  { id: 'journal', to: '/administration/journal', label: 'journal', icon: 'book', needs: may('see-journal') },
]

const seesRecord = (house: House, id: string) =>
  house.domains.some((domain) => domain.records.some((record) => record.id === id))

const mayDo = (house: House, id: string) =>
  house.domains.some((domain) => domain.actions.some((action) => action.id === id))

function may(...rights: Right[]) {
  return (account: Account) => rights.some((right) => account.rights.includes(right))
}

/** Records that have pages of their own among the fixed groups. */
const elsewhere = new Set(['dashboards.dashboard', 'dashboards.subscription'])

/** Everything this reader can go to, in the order of the navigation. */
export function destinations(account: Account, house: House): DestinationGroup[] {
  const [overview, residents, documents] = fixed.map((group) => ({
    ...group,
    items: group.items.filter((item) => item.needs(account, house)),
  }))
  const wings = house.wings.map((wing): DestinationGroup => {
    const domains = house.domains.filter((domain) => domain.wing === wing.id && domain.records.length > 0)
    return {
      id: `wing-${wing.id}`,
      title: wing.title,
      folds: true,
      items: domains.flatMap((domain) =>
        domain.records
          .filter((record) => !elsewhere.has(record.id))
          .map((record) => ({
            id: record.id,
            to: `/records/${record.id}`,
            label: record.title,
            icon: 'record',
            ...(domains.length > 1 ? { part: domain.title } : {}),
          })),
      ),
    }
  })
  const last: DestinationGroup = {
    id: 'management',
    title: 'management',
    items: management.filter((item) => item.needs(account)),
  }
  return [overview!, residents!, ...wings, documents!, last].filter((group) => group.items.length > 0)
}

/** Where a reader starts. */
export function firstPage(account: Account): '/me' | '/tasks' | '/cockpit' | '/administration/accounts' | '/account' {
  if (account.role === 'village-doctor') return '/tasks'
  if (account.rights.includes('see-figures')) return '/cockpit'
  if (account.rights.includes('see-own-person')) return '/me'
  return account.rights.includes('manage-accounts') ? '/administration/accounts' : '/account'
}

/** The four destinations of the phone's bottom bar. */
export function mainDestinations(account: Account, groups: readonly DestinationGroup[]): Destination[] {
  const order =
    account.role === 'village-doctor'
      ? ['tasks', 'people', 'outbox', 'cockpit']
      : ['cockpit', 'me', 'my-vaccination', 'people', 'tasks', 'bulletins', 'explorer', 'targets']
  const known = new Map(groups.flatMap((group) => group.items).map((item) => [item.id, item]))
  return order.flatMap((id) => known.get(id) ?? []).slice(0, 4)
}
