import type { Actor } from '@kangheng/kernel/access/actor.ts'
import type { AnyRecord } from '@kangheng/kernel/domain/define-domain.ts'
import type { ReferenceCurves } from '@kangheng/kernel/record/define-record.ts'
import { presentRows } from '@kangheng/kernel/record/present.ts'
import { listRecords, recordsWithPerson } from '@kangheng/kernel/record/read.ts'
import { nameReferences } from '@kangheng/kernel/record/references.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import type { Setting } from '../setting.ts'

/** Curves of one sex, as a page draws them: for each key (age in months) the values of the lines. */
interface CurvesView extends Omit<ReferenceCurves, 'tables'> {
  readonly keys: readonly number[]
  readonly values: readonly (readonly number[])[]
}

/** Rows of each record type in a person's file; more are in that type's own list. */
const ROWS_PER_SECTION = 50

/** The published curves behind a record's measured fields, for one sex; nothing where the sex is not known. */
function curvesOf(record: AnyRecord, sex: string): CurvesView[] {
  if (sex !== 'male' && sex !== 'female') return []
  return ((record.curves ?? []) as readonly ReferenceCurves[]).map(({ tables, ...curves }) => ({
    ...curves,
    keys: tables[sex].keys,
    values: tables[sex].lines,
  }))
}

/** What every line of business keeps about the person and this reader may see; types without rows are left out. */
export async function sectionsOf(
  connection: Connection,
  setting: Setting,
  actor: Actor,
  { id: person, sex }: { readonly id: string; readonly sex: string },
  { unmasked, limit = ROWS_PER_SECTION }: { readonly unmasked: boolean; readonly limit?: number },
) {
  const sees = setting.house.roles.get(actor.role)!.sees
  const sections = []
  const seen = [...setting.house.records.values()].filter((record) => sees.has(record.id))
  const kept = new Set(await recordsWithPerson(connection, setting.county, actor.division, seen, person))
  for (const domain of setting.house.domains) {
    for (const record of domain.records.filter((each) => kept.has(each))) {
      const query = { person, limit, withVoided: true }
      const { rows } = await listRecords(connection, setting.county, actor.division, record, query)
      if (rows.length === 0) continue
      await nameReferences(connection, setting.house, setting.county, record, rows, unmasked)
      const shown = presentRows(record, rows, unmasked)
      const curves = curvesOf(record, sex)
      sections.push({
        ...{ domain: domain.id, title: record.title, record: record.id, rows: shown },
        ...(curves.length > 0 ? { curves } : {}),
      })
    }
  }
  return sections
}
