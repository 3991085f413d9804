import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { presentMoment } from '@kangheng/kernel/period/moment.ts'
import { checkPlaceCode } from '@kangheng/kernel/place/code.ts'
import { getPlace } from '@kangheng/kernel/place/find.ts'
import type { Language } from '@kangheng/kernel/text/text.ts'
import type { Cell } from '@kangheng/reporting/dashboard/cell.ts'
import type { Sheet } from '@kangheng/reporting/dashboard/paper/sheet.ts'
import { readDashboard, type DashboardData } from '@kangheng/reporting/dashboard/read-dashboard.ts'
import { getDashboard, type StoredDashboard } from '@kangheng/reporting/dashboard/store.ts'
import type { Setting } from './setting.ts'

/** A dashboard as it is opened: what it is, whose place it is read for, and its figures. */
export type OpenDashboard = DashboardData & {
  readonly dashboard: StoredDashboard
  readonly place: { readonly code: string; readonly name: string }
  readonly at: string
}

/** Reads a stored dashboard in one transaction with the rights of its reader, for the reader's own place or another within the scope. */
export async function openDashboard(
  setting: Setting,
  actor: Actor,
  id: string,
  place?: string,
): Promise<OpenDashboard> {
  const indicators = await setting.indicators()
  const own = checkPlaceCode(place ?? actor.division)
  return asActor(setting.database, setting.house, actor, async (connection) => {
    const dashboard = await getDashboard(connection, setting.house, setting.county, id)
    const { code, name } = await getPlace(connection, setting.county, own)
    const { cells } = dashboard
    const reading = { house: setting.house, county: setting.county, indicators, cells, own, today: setting.today() }
    return {
      ...(await readDashboard(connection, reading)),
      dashboard,
      place: { code, name },
      at: presentMoment(setting.today()),
    }
  })
}

/** Reads views that are being composed and stored nowhere yet. */
export async function readCells(
  setting: Setting,
  actor: Actor,
  cells: readonly Cell[],
  place?: string,
): Promise<DashboardData> {
  const indicators = await setting.indicators()
  const own = checkPlaceCode(place ?? actor.division)
  const reading = { house: setting.house, county: setting.county, indicators, cells, own, today: setting.today() }
  return asActor(setting.database, setting.house, actor, (connection) => readDashboard(connection, reading))
}

/** The dashboard as it goes on paper. */
export function sheetOf(setting: Pick<Setting, 'demo'>, open: OpenDashboard, language: Language): Sheet {
  const { dashboard, place, at, cells } = open
  return { title: dashboard.title, place: place.name, at, synthetic: setting.demo, cells, language }
}
