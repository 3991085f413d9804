import type { Actor } from '@kangheng/kernel/access/actor.ts'
import type { House } from '@kangheng/kernel/domain/registry.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { runAction } from '@kangheng/kernel/record/pipeline.ts'
import type { Database } from '@kangheng/kernel/store/connection.ts'

/** Where the management of the year is played: a demo county whose figures have been built. */
export interface Stage {
  readonly database: Database
  readonly house: House
  readonly county: string
  /** Does something as one of the demo accounts on a day. @returns the id of the record. */
  act(username: string, day: IsoDate, action: string, input: unknown, on?: string): Promise<string>
}

/** Sets the stage: the demo's accounts act through the same pipeline as everybody, each on its day. */
export async function setStage({
  database,
  house,
  county,
}: Pick<Stage, 'database' | 'house' | 'county'>): Promise<Stage> {
  const accounts = await database.query<Actor & { username: string }>(
    'select id as account, username, name, role, division, institution, person from account where county = $1',
    [county],
  )
  const byName = new Map(accounts.map(({ username, ...actor }) => [username, actor]))
  let played = 0
  return {
    database,
    house,
    county,
    async act(username, day, action, input, on) {
      played += 1
      const answer = await runAction({ database, house, county, today: () => day }, byName.get(username)!, {
        action,
        requestId: `demo-play-${String(played).padStart(5, '0')}`,
        input,
        ...(on ? { id: on } : {}),
      })
      return answer.id!
    },
  }
}

export const SECTION = 'bureau-section'
export const LEADER = 'bureau-leader'
