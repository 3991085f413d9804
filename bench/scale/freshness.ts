import type { Setting } from '@kangheng/server/setting.ts'
import { percentile, type Measurement } from '../measure.ts'
import { ask, followUp, type SignedIn } from './requests.ts'

const INDICATOR = 'hypertension.visits'
const PER_SECOND = 50
/** Milliseconds between two looks at the figures. */
const LOOK_EVERY = 50
/** Seconds after the last write in which its figures must have come. */
const PATIENCE = 60

interface Write {
  readonly village: string
  readonly at: number
}

/** When the visits of each village were last counted. */
async function countedAt({ database, county, today }: Setting): Promise<Map<string, number>> {
  const rows = await database.query<{ place: string; at: string }>(
    'select place, computed_at as at from figure where county = $1 and indicator = $2 and period = $3',
    [county, INDICATOR, today().slice(0, 7)],
  )
  return new Map(rows.map(({ place, at }) => [place, Date.parse(at)]))
}

/** Whether all that was written is in the figures. */
async function nothingStale({ database, county }: Setting): Promise<boolean> {
  const [mark] = await database.query('select 1 from stale_mark where county = $1 limit 1', [county])
  return !mark
}

/**
 * Fifty follow-ups a second over HTTP, each answered and then waited for: a write is fresh when the figure of its village has been computed by a
 * transaction that began after the answer, which is later than when it was first counted.
 */
export async function measureFreshness(
  setting: Setting,
  address: string,
  users: readonly SignedIn[],
  seconds: number,
): Promise<Measurement[]> {
  const centres = new Map(users.filter(({ level }) => level === 'township').map((user) => [user.division, user]))
  const patients = await setting.database.query<{ person: string; division: string }>(
    `select person, division from hypertension_patient where county = $1 and state = 'managed' and voided_at is null and last_visit_on < $3 and not person = any($4::uuid[])
     order by md5(id::text) limit $2`,
    [setting.county, PER_SECOND * seconds, setting.today(), users.flatMap((user) => user.patients)],
  )
  const waiting: Write[] = []
  const [fresh, answered]: [number[], number[]] = [[], []]
  let failed = 0
  let writing = true
  const look = async () => {
    let last = Date.now()
    while (writing || (waiting.length > 0 && Date.now() - last < PATIENCE * 1000)) {
      const settled = !writing && (await nothingStale(setting))
      const counted = await countedAt(setting)
      const now = Date.now()
      if (writing) last = now
      for (let index = waiting.length - 1; index >= 0; index -= 1) {
        const { village, at } = waiting[index]!
        if ((counted.get(village) ?? 0) <= at) continue
        fresh.push(now - at)
        waiting.splice(index, 1)
      }
      if (settled) {
        // Counted between the write and its answer: the figures were there first.
        fresh.push(...waiting.splice(0).map(() => 0))
        break
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
    }
  }
  const looking = look()
  const started = performance.now()
  const writes = patients.map(async ({ person, division }, index) => {
    const due = started + (index * 1000) / PER_SECOND
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
    const before = performance.now()
    const ok = await ask(
      address,
      centres.get(division.slice(0, 9))!,
      followUp(person, setting.today(), crypto.randomUUID()),
    )
    answered.push(performance.now() - before)
    if (ok) waiting.push({ village: division, at: Date.now() })
    else failed += 1
  })
  await Promise.all(writes)
  const rate = patients.length / ((performance.now() - started) / 1000)
  writing = false
  await looking
  const basis = `${patients.length} follow-ups, ${rate.toFixed(0)} a second; p50 ${percentile(fresh, 50)} ms; answered within p95 ${percentile(answered, 95).toFixed(0)} ms`
  return [
    { name: 'write to fresh figures, p95', value: percentile(fresh, 95), unit: 'ms', basis },
    {
      name: 'writes that were refused or never counted',
      value: failed + waiting.length,
      unit: '',
      basis: `${failed} refused, ${waiting.length} never counted`,
    },
  ]
}
