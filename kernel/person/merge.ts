import { and, eq, getTableName, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { accounts } from '../access/tables.ts'
import { withHouseRights } from '../access/house-rights.ts'
import { ormOf } from '../store/orm.ts'
import { missing, Refusal } from '../text/refusal.ts'
import { episodeFates, factsToFill, fromStored, sameValue, toStored } from './merge-plan.ts'
import { moveRecords, returnRecords, type Merger, type PersonMerge } from './merge-records.ts'
import { episodesOf, getPerson, type Episode, type Person } from './registry.ts'
import { duplicateCandidates, personIdentifiers, personMerges, persons, residenceEpisodes } from './tables.ts'

interface Before {
  readonly kept: Record<string, unknown>
  readonly keptAfter: Record<string, unknown>
  readonly absorbed: Record<string, unknown>
  readonly episodes: Record<string, unknown>[]
  readonly identifiers: { system: string; key: string }[]
}

function assertMergeable(kept: Person, absorbed: Person): void {
  const conflict = (zh: string, en: string): never => {
    throw new Refusal('conflict', { zh, en }, { field: 'absorbed' })
  }
  if (kept.id === absorbed.id) conflict('不能与自身合并', 'A file cannot be merged with itself')
  for (const each of [kept, absorbed]) {
    if (each.state === 'merged' || each.state === 'voided')
      conflict('其中一份档案已合并或作废', 'One of the files has been merged or voided already')
  }
  if ((kept.state === 'died') !== (absorbed.state === 'died')) {
    conflict(
      '其中一份档案已登记死亡，请先核实并更正',
      'One of the files is registered as died; verify and correct that first',
    )
  }
  if (kept.documentKind === 'ID18' && absorbed.documentKind === 'ID18') {
    conflict('两份档案各有有效的身份证号，是两个人', 'Both files have a valid identity number: they are two people')
  }
}

async function moveEpisodes(merger: Merger, kept: Person, absorbed: Person): Promise<Record<string, unknown>[]> {
  const theirs = await episodesOf(merger, absorbed.id)
  for (const { episode, fate } of episodeFates(await episodesOf(merger, kept.id), theirs)) {
    const values: Partial<Episode> =
      fate === 'joins'
        ? { person: kept.id, sex: kept.sex, birth: kept.birth }
        : { endsOn: episode.startsOn, endReason: 'merge' }
    await merger.updateRow<Episode>(residenceEpisodes, { id: episode.id }, values)
  }
  return theirs.map(toStored)
}

async function moveIdentifiers(merger: Merger, kept: Person, absorbed: Person): Promise<Before['identifiers']> {
  const { county } = merger
  const known = await ormOf(merger.connection)
    .select()
    .from(personIdentifiers)
    .where(and(eq(personIdentifiers.county, county), eq(personIdentifiers.person, absorbed.id)))
  for (const { system, key } of known) await merger.updateRow(personIdentifiers, { system, key }, { person: kept.id })
  const identifiers = known.map(({ system, key }) => ({ system, key }))
  // A second document stays searchable under the kept file.
  const noted = known.some((each) => each.system === 'document' && each.key === absorbed.documentKey)
  if (absorbed.documentKey && absorbed.documentCipher && kept.documentKey && !noted) {
    const { documentKey: key, documentCipher: cipher } = absorbed
    await merger.insertRow(personIdentifiers, {
      county,
      person: kept.id,
      division: kept.division,
      system: 'document',
      key,
      cipher,
    })
    identifiers.push({ system: 'document', key })
  }
  return identifiers
}

async function moveAccounts(merger: Merger, from: string, to: string): Promise<string[]> {
  const rows = await ormOf(merger.connection)
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.county, merger.county), eq(accounts.person, from)))
  for (const { id } of rows) await merger.updateRow(accounts, { id }, { person: to })
  return rows.map((row) => row.id)
}

async function decideCandidate(
  merger: Merger,
  one: string,
  other: string,
  state: 'open' | 'merged' | 'distinct',
): Promise<void> {
  const [first, second] = [one, other].sort() as [string, string]
  const [known] = await ormOf(merger.connection)
    .select()
    .from(duplicateCandidates)
    .where(
      and(
        eq(duplicateCandidates.county, merger.county),
        eq(duplicateCandidates.first, first),
        eq(duplicateCandidates.second, second),
      ),
    )
  if (!known) return
  const decided: Record<string, unknown> =
    state === 'open'
      ? { decidedAt: null, decidedBy: null }
      : { decidedAt: new Date().toISOString(), decidedBy: merger.actor.account }
  await merger.updateRow(duplicateCandidates, { first, second }, { state, ...decided })
}

/** Notes that two files which look alike are two people; they are not proposed again. Both must lie within the actor's scope. */
export async function keepApart(merger: Merger, one: string, other: string): Promise<Person> {
  const person = await getPerson(merger, one)
  await getPerson(merger, other)
  await decideCandidate(merger, one, other, 'distinct')
  return person
}

/**
 * Joins two files of one person: every record, residence and number of the absorbed file goes to the kept one, which takes over what
 * it lacks. The absorbed row stays, marked as merged; what moved is remembered so that `unmergePersons` can undo it.
 * Both files must lie within the actor's scope; their records may lie anywhere.
 * @throws Refusal when they are two people, or when both have something of which a person has only one.
 */
export async function mergePersons(merger: Merger, ids: { kept: string; absorbed: string }): Promise<PersonMerge> {
  const [kept, absorbed] = [await getPerson(merger, ids.kept), await getPerson(merger, ids.absorbed)]
  assertMergeable(kept, absorbed)
  return withHouseRights(merger.connection, async () => {
    const moved = await moveRecords(merger, kept, absorbed)
    const episodes = await moveEpisodes(merger, kept, absorbed)
    // The number is free before the kept file takes it.
    await merger.updateRow<Person>(
      persons,
      { id: absorbed.id },
      { state: 'merged', mergedInto: kept.id, documentKey: null, household: null, relation: null },
    )
    const identifiers = await moveIdentifiers(merger, kept, absorbed)
    const filled = factsToFill(kept, absorbed)
    const after =
      Object.keys(filled).length > 0 ? await merger.updateRow<Person>(persons, { id: kept.id }, filled) : kept
    const accountIds = await moveAccounts(merger, absorbed.id, kept.id)
    await decideCandidate(merger, kept.id, absorbed.id, 'merged')
    const pick = (row: Person) =>
      toStored(Object.fromEntries(Object.keys(filled).map((name) => [name, row[name as keyof Person]])))
    const before: Before = {
      kept: pick(kept),
      keptAfter: pick(after),
      absorbed: toStored(absorbed),
      episodes,
      identifiers,
    }
    return merger.insertRow<PersonMerge>(personMerges, {
      county: merger.county,
      id: uuidv7(),
      division: kept.division,
      kept: kept.id,
      absorbed: absorbed.id,
      moved: [...moved, ...(accountIds.length > 0 ? [{ table: getTableName(accounts), ids: accountIds }] : [])],
      before: before as unknown as Record<string, unknown>,
      mergedBy: merger.actor.account,
    } as unknown as PersonMerge)
  })
}

/**
 * Undoes a merge: what moved goes back, the absorbed file is as it was, and the kept file gives back what it took over unless that
 * was changed since. What was recorded after the merge stays with the kept file.
 * @throws Refusal when the merge was undone already or the kept file has itself been merged since.
 */
export async function unmergePersons(merger: Merger, id: string): Promise<PersonMerge> {
  const [merge] = await ormOf(merger.connection)
    .select()
    .from(personMerges)
    .where(and(eq(personMerges.county, merger.county), eq(personMerges.id, id), isNull(personMerges.undoneAt)))
  if (!merge) return missing({ zh: '该合并不存在或已撤销', en: 'There is no such merge, or it has been undone' })
  const kept = await getPerson(merger, merge.kept)
  if (kept.state === 'merged') {
    throw new Refusal('conflict', {
      zh: '保留的档案此后又并入另一份档案，请先撤销后一次合并',
      en: 'The kept file was merged into another one since; undo that first',
    })
  }
  const before = merge.before as unknown as Before
  const absorbed = fromStored(before.absorbed) as unknown as Person
  return withHouseRights(merger.connection, async () => {
    await returnRecords(merger, merge, absorbed)
    for (const stored of before.episodes) {
      const { id: episode, person, sex, birth, endsOn, endReason } = stored as unknown as Episode
      await merger.updateRow<Episode>(residenceEpisodes, { id: episode }, { person, sex, birth, endsOn, endReason })
    }
    const restored = Object.entries(fromStored(before.kept)).filter(([name]) =>
      sameValue(kept[name as keyof Person], fromStored(before.keptAfter)[name]),
    )
    if (restored.length > 0)
      await merger.updateRow<Person>(persons, { id: kept.id }, Object.fromEntries(restored) as Partial<Person>)
    for (const { system, key } of before.identifiers) {
      await merger.updateRow(personIdentifiers, { system, key }, { person: merge.absorbed })
    }
    const { version: _version, recordedAt: _recordedAt, ...values } = absorbed
    await merger.updateRow<Person>(persons, { id: merge.absorbed }, values)
    await decideCandidate(merger, merge.kept, merge.absorbed, 'open')
    return merger.updateRow<PersonMerge>(personMerges, { id: merge.id }, { undoneAt: new Date().toISOString() })
  })
}
