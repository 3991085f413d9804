import { createHash } from 'node:crypto'
import { getTableName } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { JudgedRow, LoadContext, RegisterLoader, Verdict } from '@kangheng/kernel/exchange/importable-register.ts'
import { ageOn } from '@kangheng/kernel/period/date.ts'
import { presentMoment } from '@kangheng/kernel/period/moment.ts'
import { monthOf } from '@kangheng/kernel/period/period.ts'
import { isWithin } from '@kangheng/kernel/place/code.ts'
import { touchedPlaces } from '@kangheng/kernel/record/bulk.ts'
import { copyLine } from '@kangheng/kernel/store/copy-format.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { runSql } from '@kangheng/kernel/store/orm.ts'
import { examination } from '../../health-record/index.ts'
import { fillForms } from '../latest-results.ts'
import { isCritical, judgeResult } from '../ranges.ts'
import { notifyLimit } from '../result-actions.ts'
import { results } from '../tables.ts'
import type { ResultEntry } from './entry.ts'
import { findArrivals, type Arrival } from './find-known.ts'
import type { ReasonCode } from './reasons.ts'

type Row = JudgedRow<ResultEntry>

const COLUMNS =
  'county id division institution person happened_on state recorded_by attendance sample item value degree low high flag measured_at device original notify_by'.split(
    ' ',
  )

const sampleOf = (arrival: Arrival) => arrival.barcode ?? arrival.id
const keyOf = (sample: string, item: string, measuredAt: string) => `${sample} ${item} ${measuredAt}`

interface Outcome {
  readonly value: number | string | null
  readonly degree: string | null
}

const isSame = (one: Outcome, other: Outcome) =>
  one.degree === other.degree && (one.value === null ? null : Number(one.value)) === other.value

const review = (code: ReasonCode): Verdict<ResultEntry> => ({ kind: 'review', code, detail: `unmatched:${code}` })

/** Loads results of analysers: whose they are is found over the whole county and written within the scope of who imports. */
export function resultLoader({ county, actor, importedOn }: LoadContext): RegisterLoader<ResultEntry> {
  const arrivals = new Map<ResultEntry, Arrival>()
  const firsts = new Map<string, ResultEntry>()

  async function judge(connection: Connection, entries: readonly ResultEntry[]): Promise<Verdict<ResultEntry>[]> {
    if (entries.length === 0) return []
    const found = await findArrivals(connection, county, entries)
    const owners = entries.map((entry) => found.of(entry))
    const samples = [...new Set(owners.flatMap((owner) => (typeof owner === 'string' ? [] : [sampleOf(owner)])))]
    const recorded = await connection.query<{
      sample: string
      item: string
      at: string
      value: string | null
      degree: string | null
    }>(
      `select sample, item, measured_at as at, value, degree from physical_examination_result where county = $1 and sample = any($2::text[])`,
      [county, samples],
    )
    const known = new Map(recorded.map((row) => [keyOf(row.sample, row.item, row.at), row]))
    return entries.map((entry, index): Verdict<ResultEntry> => {
      const owner = owners[index]!
      if (typeof owner === 'string') return review(owner)
      if (!isWithin(owner.division, actor.division)) return review('OUTSIDE_SCOPE')
      const key = keyOf(sampleOf(owner), entry.item, entry.measuredAt)
      // One tube may come once by its barcode and once by the identity number, in one file.
      const first = firsts.get(key)
      const before = known.get(key) ?? (first === entry ? undefined : first)
      if (before) return isSame(before, entry) ? { kind: 'known', id: owner.id, fills: {} } : review('CONTRADICTS')
      firsts.set(key, entry)
      arrivals.set(entry, owner)
      return { kind: 'new' }
    })
  }

  /** A row ready for COPY. */
  function lineOf(entry: ResultEntry, arrival: Arrival, notifyBy: string): string {
    const on = entry.measuredAt.slice(0, 10)
    const { item, value, degree, measuredAt, device, original } = entry
    const judged = judgeResult(item, entry, { sex: arrival.sex, age: ageOn(arrival.birth, on), on })
    const critical = isCritical(judged.flag)
    return copyLine([
      ...[county, uuidv7(), arrival.division, arrival.institution, arrival.person, on],
      ...[critical ? 'to-notify' : 'judged', actor.account, arrival.id, sampleOf(arrival), item, value, degree],
      ...[judged.low, judged.high, judged.flag, measuredAt, device || null, original, critical ? notifyBy : null],
    ])
  }

  async function apply(connection: Connection, rows: readonly Row[]) {
    const fresh = rows.filter(({ verdict }) => verdict.kind === 'new').map(({ entry }) => entry)
    const own = (entry: ResultEntry) => arrivals.get(entry)!
    const notifyBy = notifyLimit(presentMoment(importedOn))
    const lines = Buffer.from(fresh.map((entry) => lineOf(entry, own(entry), notifyBy)).join(''))
    if (fresh.length > 0) await connection.copyIn(getTableName(results), COLUMNS, [lines])
    const touched = [...new Set(fresh.map((entry) => own(entry).id))]
    const forms =
      touched.length === 0
        ? []
        : await runSql<{ id: string; division: string; happenedOn: string }>(connection, fillForms(county, touched))
    const digest = (content: string | Uint8Array) => createHash('sm3').update(content).digest('hex')
    return {
      added: fresh.length,
      filled: 0,
      writes: [
        {
          ...{ table: results, rows: fresh.length, digest: digest(lines) },
          places: touchedPlaces(
            fresh.map((entry) => [own(entry).division, monthOf(entry.measuredAt.slice(0, 10))] as const),
          ),
        },
        {
          ...{ table: examination.table, rows: forms.length, digest: digest(forms.map(({ id }) => id).join()) },
          places: touchedPlaces(forms.map((form) => [form.division, monthOf(form.happenedOn)] as const)),
        },
      ],
    }
  }

  return { judge, apply, prepare: () => Promise.resolve([]), finish: () => Promise.resolve() }
}
