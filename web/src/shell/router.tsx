import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type AnyRoute,
} from '@tanstack/react-router'
import { queries } from '../api/queries.ts'
import type { Session } from '../api/types.ts'
import { keep, readSearch, writeSearch } from './address.ts'
import { Gate } from './gate.tsx'
import { Home, NotFound, PageFailure } from './fallback.tsx'

// `figure` opens the figure drawer above whatever page is open.
const root = createRootRoute({
  component: Gate,
  notFoundComponent: NotFound,
  errorComponent: PageFailure,
  validateSearch: keep('figure'),
})

type Page = { default: React.ComponentType }

/** A page that is fetched when it is first opened; `filters` are the parameters of its address. */
function page(path: string, load: () => Promise<Page>, ...filters: string[]): AnyRoute {
  return createRoute({
    getParentRoute: () => root,
    path,
    validateSearch: keep('figure', ...filters),
    component: lazyRouteComponent(load),
  })
}

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home })

/** Old or shortened addresses of administration lead to its first page. */
const administration = createRoute({
  getParentRoute: () => root,
  path: '/administration',
  beforeLoad: () => {
    const session = queries.getQueryData<Session>(['session'])
    throw redirect({ to: session?.account?.rights.includes('manage-accounts') ? '/administration/accounts' : '/' })
  },
})

const pages = [
  page('/cockpit', () => import('../cockpit/cockpit.tsx'), 'place', 'period', 'indicator'),
  page('/figures/$indicator/$place/$period', () => import('../figures/figure-page.tsx')),
  page(
    '/explorer',
    () => import('../explorer/explorer.tsx'),
    'indicators',
    'places',
    'under',
    'periods',
    'chart',
    'view',
  ),
  page(
    '/records/$record',
    () => import('../records/record-list.tsx'),
    'place',
    'state',
    'from',
    'to',
    'q',
    'person',
    'where',
    'cursor',
  ),
  // `period` and `against` belong to the rule set that is tried on a period.
  page('/records/$record/$id', () => import('../records/record-page.tsx'), 'period', 'against'),
  page('/do/$action', () => import('../records/action-page.tsx'), 'id', 'person', 'about', 'fill'),
  page('/people', () => import('../people/people.tsx'), 'q', 'place', 'cursor'),
  page('/people/$id', () => import('../people/person-page.tsx')),
  page('/households/$id', () => import('../people/household-page.tsx')),
  page('/me', () => import('../people/my-file.tsx')),
  page('/my-vaccinations', () => import('../vaccination/family-page.tsx'), 'person'),
  page('/duplicates', () => import('../people/duplicates.tsx'), 'place', 'state', 'cursor'),
  page('/quality', () => import('../people/quality.tsx'), 'place', 'kind', 'cursor', 'check', 'after'),
  page('/syndromes', () => import('../disease/syndromes-page.tsx'), 'days', 'syndrome'),
  page('/disease-analysis', () => import('../disease/analysis.tsx'), 'place', 'period', 'disease'),
  page('/disease-bulletins', () => import('../disease/bulletins.tsx')),
  page('/disease-bulletins/$id', () => import('../disease/bulletin-page.tsx')),
  page('/supervision', () => import('../supervision/supervision.tsx'), 'period'),
  page('/returns', () => import('../returns/board.tsx'), 'form', 'year'),
  page('/returns/sheet', () => import('../returns/sheet.tsx'), 'form', 'period'),
  page('/tasks', () => import('../tasks/tasks.tsx'), 'place', 'kind', 'overdue', 'order'),
  page('/outbox', () => import('../offline/outbox-page.tsx')),
  page('/outbox/$key', () => import('../offline/entry-page.tsx')),
  page('/scan', () => import('../offline/scan-page.tsx')),
  page('/vaccination', () => import('../vaccination/morning-page.tsx'), 'session', 'on'),
  page('/vaccination/$id', () => import('../vaccination/station-page.tsx')),
  page('/recalls', () => import('../vaccination/recall-page.tsx'), 'vaccine', 'lotNumber', 'standing', 'page'),
  page('/certificates/verify', () => import('../vaccination/verify-page.tsx')),
  page('/certificates/$id', () => import('../vaccination/certificate-page.tsx')),
  page('/dashboards', () => import('../dashboards/dashboards.tsx')),
  page('/dashboards/new', () => import('../dashboards/composer.tsx')),
  page('/dashboards/$id', () => import('../dashboards/dashboard-page.tsx'), 'place'),
  page('/dashboards/$id/edit', () => import('../dashboards/composer.tsx')),
  page('/projector', () => import('../dashboards/projector.tsx'), 'boards', 'seconds'),
  page('/subscriptions', () => import('../dashboards/subscriptions.tsx')),
  page('/bulletins', () => import('../bulletin/bulletins.tsx'), 'place'),
  page('/bulletins/$id', () => import('../bulletin/bulletin-page.tsx')),
  page('/summaries', () => import('../summary/summaries.tsx')),
  page('/summaries/$id', () => import('../summary/summary-page.tsx'), 'section'),
  page('/imports', () => import('../import/imports.tsx')),
  page('/imports/results', () => import('../import/result-imports.tsx')),
  page('/imports/of/$action', () => import('../import/action-imports.tsx')),
  page('/imports/$id', () => import('../import/import-page.tsx'), 'outcome', 'cursor'),
  page('/check', () => import('../check/check-page.tsx'), 'filter', 'kind'),
  page('/account', () => import('../session/account-page.tsx')),
  page('/administration/accounts', () => import('../administration/accounts.tsx')),
  page('/administration/fields', () => import('../administration/fields.tsx')),
  page('/administration/indicators', () => import('../administration/indicators.tsx')),
  page('/administration/mail', () => import('../administration/mail.tsx')),
  page('/administration/targets', () => import('../administration/targets.tsx'), 'year', 'indicator', 'under'),
  page('/administration/periods', () => import('../administration/periods.tsx')),
  page('/administration/journal', () => import('../administration/journal.tsx'), 'person', 'record', 'cursor'),
]

export const router = createRouter({
  routeTree: root.addChildren([home, administration, ...pages]),
  defaultPreload: 'intent',
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  scrollRestoration: true,
  defaultErrorComponent: PageFailure,
  defaultNotFoundComponent: NotFound,
})
