import type { FastifyRequest } from 'fastify'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import type { DomainDefinition } from '@kangheng/kernel/domain/define-domain.ts'
import { hasRight } from '@kangheng/kernel/domain/registry.ts'
import { isImportable } from '@kangheng/kernel/exchange/action-import/columns.ts'
import { listUserIndicators } from '@kangheng/kernel/indicator/user-indicator.ts'
import { monthOf } from '@kangheng/kernel/period/period.ts'
import { findPlace } from '@kangheng/kernel/place/find.ts'
import { findExtensionFields } from '@kangheng/kernel/record/extension.ts'
import { printedForms } from '@kangheng/reporting/forms/forms.ts'
import { accountOf, keepsRecords, requestActor, seesUnmasked } from '../access.ts'
import type { Routes } from '../app-type.ts'
import type { Setting } from '../setting.ts'
import { actionView } from '../view/action.ts'
import { indicatorView } from '../view/indicator.ts'
import { recordView } from '../view/record.ts'
import { wings } from '../view/wings.ts'

/** What exists for whoever asks. */
export async function houseView(setting: Setting, request: FastifyRequest) {
  const { house, county } = setting
  const actor = requestActor(request)
  const { place, extensions, defined } = await asActor(setting.database, house, actor, async (connection) => ({
    place: await findPlace(connection, county, county),
    extensions: await findExtensionFields(connection, county),
    defined: await listUserIndicators(connection, county),
  }))
  const inForce = await setting.indicators()
  /** Indicators defined at run time stand with the line of business whose record they count. */
  const definedFor = (domain: DomainDefinition) => {
    const ids = defined
      .filter(({ definition }) => domain.records.some((record) => record.id === definition.record))
      .map(({ id }) => id)
    return inForce.filter((indicator) => ids.includes(indicator.id))
  }
  const rights = house.roles.get(accountOf(request).role)
  const works = keepsRecords(setting)
  const sees = (record: string) => works && (rights?.sees.has(record) ?? false)
  const may = (action: string) => works && (rights?.may.has(action) ?? false)
  const figures = hasRight(house, actor.role, 'see-figures')
  const imports = hasRight(house, actor.role, 'import')
  /** Forms hold what identifies people: who sees them masked prints none. */
  const prints = (record: string) =>
    seesUnmasked(setting, request)
      ? printedForms.filter((form) => form.record.id === record).map(({ id, title }) => ({ id, title }))
      : []
  const domains = house.domains
    .map((domain) => ({
      id: domain.id,
      wing: domain.wing,
      title: domain.title,
      description: domain.description,
      records: domain.records
        .filter((record) => sees(record.id))
        .map((record) =>
          recordView(
            record,
            extensions,
            domain.actions.filter((each) => each.record.id === record.id && may(each.id)),
            prints(record.id),
          ),
        ),
      actions: domain.actions
        .filter((action) => may(action.id))
        .map((action) => actionView(action, imports && isImportable(house, action))),
      indicators: figures ? [...domain.indicators, ...definedFor(domain)].map(indicatorView) : [],
      tasks: domain.tasks
        .filter((task) => sees(task.record))
        .map(({ id, title, record, severity }) => ({ id, title, record, severity })),
    }))
    .filter((domain) => domain.records.length + domain.actions.length + domain.indicators.length > 0)
  const today = setting.today()
  return {
    county: { code: county, name: place?.name ?? county, englishName: place?.englishName ?? county },
    today,
    demo: setting.demo,
    latestPeriod: monthOf(today),
    language: ['zh', 'en'],
    domains,
    wings: wings.filter((wing) => domains.some((domain) => domain.wing === wing.id)),
    roles: [...house.roles.values()].map(({ role }) => ({ id: role.id, title: role.title })),
    // Who configures extends every record and counts over it, without seeing a row.
    ...(hasRight(house, actor.role, 'configure')
      ? { configurable: [...house.records.values()].map((record) => recordView(record, extensions, [])) }
      : {}),
  }
}

/** What exists for this reader: lines of business, records, actions, indicators, as far as the role reaches. */
export const houseRoutes: Routes = (app, setting) => {
  app.get('/api/house', { config: { access: 'signed-in' } }, (request) => houseView(setting, request))
}
