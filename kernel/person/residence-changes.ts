import { and, eq } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { uuidv7 } from 'uuidv7'
import { withHouseRights } from '../access/house-rights.ts'
import { takePicturesAlong } from '../attachment/follow.ts'
import type { IsoDate } from '../period/date.ts'
import type { ActionContext } from '../record/define-action.ts'
import { ormOf } from '../store/orm.ts'
import { refuse } from '../text/refusal.ts'
import {
  assertAlive,
  episodesOf,
  protectedColumns,
  refuseTakenDocument,
  type Episode,
  type Person,
  type PersonFacts,
  type PersonWriter,
} from './registry.ts'
import { covers, cutEnd, reachesBeyond, usualFrom, usualUntil, type Stay } from './residence.ts'
import { persons, residenceEpisodes } from './tables.ts'

type EpisodeKind = Episode['kind']

/** A move takes records of other lines of business along. */
export type PersonMover = PersonWriter & Pick<ActionContext, 'house'>

/** Where and from when a person lives and is registered. */
export interface Residence {
  readonly division: string
  /** First day of usual residence (常住); null when the person is registered here but lives elsewhere. */
  readonly usualFrom: IsoDate | null
  /** First day of household registration (户籍) here; null when registered elsewhere. */
  readonly registeredFrom: IsoDate | null
  readonly reason: Episode['startReason']
}

function startEpisode(
  writer: PersonWriter,
  person: Pick<Person, 'id' | 'sex' | 'birth'>,
  values: Pick<Episode, 'kind' | 'division' | 'startsOn' | 'startReason'>,
): Promise<Episode> {
  const { id, sex, birth } = person
  return writer.insertRow<Episode>(residenceEpisodes, {
    county: writer.county,
    id: uuidv7(),
    person: id,
    sex,
    birth,
    endsOn: null,
    endReason: null,
    ...values,
  })
}

async function endEpisodes(
  writer: PersonWriter,
  person: string,
  kinds: readonly EpisodeKind[],
  on: IsoDate,
  reason: NonNullable<Episode['endReason']>,
): Promise<void> {
  for (const episode of await episodesOf(writer, person)) {
    if (!kinds.includes(episode.kind) || !reachesBeyond(episode, on)) continue
    await writer.updateRow<Episode>(
      residenceEpisodes,
      { id: episode.id },
      { endsOn: cutEnd(episode, on), endReason: reason },
    )
  }
}

const openKind = (episodes: readonly Episode[], kind: EpisodeKind, on: IsoDate) =>
  episodes.find((episode) => episode.kind === kind && covers(episode, on))

const updatePerson = (writer: PersonWriter, person: Person, values: Partial<Person>) =>
  writer.updateRow<Person>(persons, { id: person.id }, values)

/**
 * Enters a new person into the master index, with where they live and are registered.
 * @throws Refusal when the document belongs to somebody registered outside the actor's scope.
 */
export async function addPerson(
  writer: PersonWriter,
  facts: PersonFacts,
  residence: Residence,
  household: { household: string | null; relation: string | null } = { household: null, relation: null },
): Promise<Person> {
  const person = await refuseTakenDocument(() =>
    writer.insertRow<Person>(persons, {
      county: writer.county,
      id: uuidv7(),
      division: residence.division,
      ...protectedColumns(facts),
      ...household,
    } as Person),
  )
  const { division, reason } = residence
  if (residence.registeredFrom)
    await startEpisode(writer, person, {
      kind: 'registered',
      division,
      startsOn: residence.registeredFrom,
      startReason: reason,
    })
  if (residence.usualFrom)
    await startEpisode(writer, person, { kind: 'usual', division, startsOn: residence.usualFrom, startReason: reason })
  return person
}

/** An arrival of somebody the county knows (gone and come back, or registered here): usual residence starts by the half-year rule. */
export async function recordArrival(
  writer: PersonWriter,
  person: Person,
  arrival: { on: IsoDate; division: string; stay: Stay; registrationMoves: boolean },
): Promise<Person> {
  assertAlive(person)
  const episodes = await episodesOf(writer, person.id)
  const living = episodes.find((episode) => episode.kind === 'usual' && reachesBeyond(episode, arrival.on))
  if (living && living.endsOn === null) {
    refuse('person', {
      zh: `此人自${living.startsOn}起已登记居住在本县，请办理县内迁移`,
      en: `Already registered as living in the county since ${living.startsOn}: record a move instead`,
    })
  }
  const registeredHere = arrival.registrationMoves || Boolean(openKind(episodes, 'registered', arrival.on))
  // Back within half a year: the absence never counted, so the old residence simply goes on.
  if (living) await writer.updateRow<Episode>(residenceEpisodes, { id: living.id }, { endsOn: null, endReason: null })
  else {
    const startsOn = usualFrom(arrival.on, arrival.stay, registeredHere)
    await startEpisode(writer, person, { kind: 'usual', division: arrival.division, startsOn, startReason: 'arrival' })
  }
  if (arrival.registrationMoves && !openKind(episodes, 'registered', arrival.on)) {
    await startEpisode(writer, person, {
      kind: 'registered',
      division: arrival.division,
      startsOn: arrival.on,
      startReason: 'arrival',
    })
  }
  return updatePerson(writer, person, { state: 'resident', division: living?.division ?? arrival.division })
}

/** A departure from the county: for good, or for the time being (then a registered resident counts for another half year). */
export async function recordDeparture(
  writer: PersonWriter,
  person: Person,
  departure: { on: IsoDate; stay: Stay; registrationMoves: boolean },
): Promise<Person> {
  assertAlive(person)
  const episodes = await episodesOf(writer, person.id)
  const registered = openKind(episodes, 'registered', departure.on)
  if (!registered && !episodes.some((episode) => episode.kind === 'usual' && reachesBeyond(episode, departure.on))) {
    refuse('person', {
      zh: '此人当日既无户籍也不常住，无须办理迁出',
      en: 'Neither registered nor living here on that day',
    })
  }
  const staysRegistered = Boolean(registered) && !departure.registrationMoves
  await endEpisodes(
    writer,
    person.id,
    ['usual'],
    usualUntil(departure.on, departure.stay, staysRegistered),
    'departure',
  )
  if (departure.registrationMoves) await endEpisodes(writer, person.id, ['registered'], departure.on, 'departure')
  return updatePerson(writer, person, { state: staysRegistered ? 'resident' : 'departed' })
}

/** Records that go where the person goes (health record, contract) take the new division. */
async function takeRecordsAlong(mover: PersonMover, person: string, division: string): Promise<void> {
  for (const record of mover.house.records.values()) {
    if (record.follows !== 'person') continue
    const rows = (await ormOf(mover.connection)
      .select()
      .from(record.table as PgTable)
      .where(and(eq(record.table.county, mover.county), eq(record.table.person, person)))) as { id: string }[]
    for (const row of rows) await mover.updateRow(record.table as PgTable, { id: row.id }, { division })
    if (record.photos)
      await takePicturesAlong(
        mover.connection,
        mover.county,
        rows.map((row) => row.id),
        { division },
      )
  }
}

/**
 * A move within the county: the old residence ends and the new one starts on the same day. The place where the person lives hands
 * them over, whether or not the new place lies within its scope; the household stays behind.
 */
export async function movePerson(
  mover: PersonMover,
  person: Person,
  move: {
    on: IsoDate
    division: string
    registrationMoves: boolean
    address?: string | null
    villageGroup?: string | null
  },
): Promise<Person> {
  assertAlive(person)
  if (move.division === person.division) {
    refuse('toDivision', { zh: '迁入地与现居住地相同', en: 'The person already lives there' })
  }
  return withHouseRights(mover.connection, async () => {
    const kinds: EpisodeKind[] = move.registrationMoves ? ['usual', 'registered'] : ['usual']
    const episodes = await episodesOf(mover, person.id)
    for (const kind of kinds) {
      const current = openKind(episodes, kind, move.on)
      if (!current && kind === 'registered') continue
      await endEpisodes(mover, person.id, [kind], move.on, 'departure')
      await startEpisode(mover, person, { kind, division: move.division, startsOn: move.on, startReason: 'arrival' })
    }
    await takeRecordsAlong(mover, person.id, move.division)
    return updatePerson(mover, person, {
      division: move.division,
      household: null,
      relation: null,
      villageGroup: move.villageGroup ?? null,
      ...protectedColumns({ address: move.address ?? null }),
    })
  })
}

/** A death: every residence ends on that day. */
export async function recordDeath(writer: PersonWriter, person: Person, diedOn: IsoDate): Promise<Person> {
  assertAlive(person)
  if (diedOn < person.birth)
    refuse('happenedOn', {
      zh: `死亡日期早于出生日期（${person.birth}）`,
      en: `The death lies before the birth (${person.birth})`,
    })
  await endEpisodes(writer, person.id, ['usual', 'registered'], diedOn, 'death')
  return updatePerson(writer, person, { state: 'died', diedOn })
}

/** Corrects facts that were entered wrongly; copies of sex and birth on the episodes follow. */
export async function correctPerson(
  writer: PersonWriter,
  person: Person,
  facts: Partial<PersonFacts>,
): Promise<Person> {
  const after = await refuseTakenDocument(() => updatePerson(writer, person, protectedColumns(facts)))
  if (after.sex === person.sex && after.birth === person.birth) return after
  for (const episode of await episodesOf(writer, person.id)) {
    const born = episode.startReason === 'birth' && episode.startsOn === person.birth
    await writer.updateRow<Episode>(
      residenceEpisodes,
      { id: episode.id },
      { sex: after.sex, birth: after.birth, ...(born ? { startsOn: after.birth } : {}) },
    )
  }
  return after
}
