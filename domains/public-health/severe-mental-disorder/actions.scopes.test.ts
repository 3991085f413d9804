import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { logReading, readingsOf } from '@kangheng/kernel/access/reading-log.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf, windowOf } from '@kangheng/kernel/indicator/horizon.ts'
import { traceFigure } from '@kangheng/kernel/indicator/trace.ts'
import { compileUserIndicator, userIndicatorSchema } from '@kangheng/kernel/indicator/user-indicator.ts'
import { getPeriod } from '@kangheng/kernel/period/period.ts'
import { listJournal } from '@kangheng/kernel/record/journal-list.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { roles } from '../../roles.ts'
import { actors, refusal } from '../../testing/county.ts'
import { OTHER_VILLAGE, TOWNSHIP, VILLAGE } from '../family-doctor/testing.ts'
import { indicators } from './indicators.ts'
import { severeMentalDisorder } from './index.ts'
import { countyOfficer, officer, openMentalCounty, village, type MentalCounty } from './testing.ts'

const tables = ['mental_patient', 'mental_visit', 'mental_emergency', 'mental_stay', 'mental_subsidy']
const neighbour = testActor('mental-health-officer', '530721103', { institution: 'C530721103' })
/** Everybody of the house who is neither officer nor village doctor, for the whole county where the role may be. */
const strangers: Actor[] = [
  ...roles
    .filter(({ id }) => !['mental-health-officer', 'village-doctor', 'resident'].includes(id))
    .flatMap(({ id }) => [testActor(id), testActor(id, TOWNSHIP, { institution: `C${TOWNSHIP}` })]),
  actors.village(OTHER_VILLAGE),
  neighbour,
]
let county: MentalCounty
let [person, refused] = ['', '']

before(async () => {
  county = await openMentalCounty('2025-12-20')
  person = await county.enter('1980-01-01')
  refused = await county.enter('1981-01-01')
  await county.register(person)
  await county.register(refused, { consent: 'refused', consentBy: undefined })
  await county.visit(person, '2025-02-01', { behaviours: ['smashing-anywhere'] })
  const act = (action: string, input: object) => county.act(officer, `severe-mental-disorder.${action}`, input)
  await act('emergency.report', { person, happenedOn: '2025-03-01', kind: 'relapse' })
  await act('stay.admit', { person, happenedOn: '2025-03-02', hospital: '市精神病医院', kind: 'voluntary' })
  await act('subsidy.pay', { person, year: 2025 })
  // A move is registered by the township’s clerk, who sees no patient; the rows go along all the same.
  await county.act(actors.township(TOWNSHIP), 'resident.move.register', {
    person,
    happenedOn: '2025-06-01',
    toDivision: OTHER_VILLAGE,
    reason: 'family',
    registrationMoves: false,
  })
  await county.act(actors.township(TOWNSHIP), 'resident.move.register', {
    person,
    happenedOn: '2025-06-02',
    toDivision: VILLAGE,
    reason: 'family',
    registrationMoves: false,
  })
})
after(() => county.close())

const as = <Result>(actor: Actor, work: Parameters<typeof asActor<Result>>[3]) =>
  asActor(county.database, county.house, actor, work)
const seen = (actor: Actor, sql = (table: string) => `select 1 from ${table}`) =>
  as(actor, async (connection) => {
    const counts = []
    for (const table of tables) counts.push((await connection.query(sql(table))).length)
    return counts
  })

test('rows: officers of the place, the patient’s village doctor, nobody else', async () => {
  assert.deepEqual(await seen(officer), [2, 1, 1, 1, 1])
  assert.deepEqual(await seen(countyOfficer), [2, 1, 1, 1, 1])
  // Not whoever refused management, and no money.
  assert.deepEqual(await seen(village), [1, 1, 1, 1, 0])
  for (const actor of strangers) assert.deepEqual(await seen(actor), [0, 0, 0, 0, 0], `${actor.role} ${actor.division}`)
  const own = testActor('resident', VILLAGE, { person })
  assert.deepEqual(await seen(own), [0, 0, 0, 0, 0])
})

test('the key group and services promised to it tell nobody else either', async () => {
  const group = (actor: Actor) =>
    as(
      actor,
      async (connection) =>
        (await connection.query(`select 1 from key_population_membership where person = $1`, [person])).length,
    )
  assert.equal(await group(village), 1)
  for (const actor of strangers) assert.equal(await group(actor), 0, actor.role)
  const enter = { person: refused, group: 'mental-disorder', source: 'diagnosis' }
  await assert.rejects(
    county.act(actors.township(TOWNSHIP), 'family-doctor.key-membership.enter', enter),
    refusal('invalid', 'group'),
  )
})

test('illness on the register of poverty relief: registered and seen by those who know the patients', async () => {
  const relief = (actor: Actor, action: string, input: object) => county.act(actor, `poverty-relief.${action}`, input)
  await county.act(actors.township(TOWNSHIP), 'resident.household.open', { person })
  const { id: reliefHousehold } = await relief(actors.bureau, 'household.register', {
    ...{ person, number: '53072100001', standing: 'out-of-poverty', causes: ['illness'], happenedOn: '2025-01-04' },
  })
  await relief(actors.bureau, 'entry.register', { person, reliefHousehold, happenedOn: '2025-01-05' })
  const illness = { person, disease: 'severe-mental', foundBy: 'home-visit', happenedOn: '2025-02-05' }
  for (const actor of [actors.bureau, actors.township(TOWNSHIP)])
    await assert.rejects(relief(actor, 'illness.verify', illness), refusal('invalid', 'disease'))
  const { id } = await relief(officer, 'illness.verify', illness)
  await relief(officer, 'treatment.enrol', { illness: id, hospital: 'H530721002', happenedOn: '2025-02-06' })
  const found = (actor: Actor) =>
    as(actor, async (connection) => {
      const rows = await connection.query(
        `select person from poverty_illness where disease = 'severe-mental' union all select person from poverty_treatment where disease = 'severe-mental'`,
      )
      return rows.length
    })
  assert.equal(await found(officer), 2)
  assert.equal(await found(village), 2)
  for (const actor of strangers) assert.equal(await found(actor), 0, actor.role)
  await assert.rejects(
    relief(actors.bureau, 'treatment.enrol', { illness: id, hospital: 'H530721002' }),
    refusal('invalid', 'illness'),
  )
})

test('the basic form of the health record, which many read, cannot take the diagnosis, of the person or of a relative', async () => {
  const clerk = actors.village(VILLAGE)
  await county.act(clerk, 'health-record.record.open', { person, happenedOn: '2025-01-02' })
  const fill = (input: object) =>
    county.act(clerk, 'health-record.basic.fill', { person, happenedOn: '2025-01-03', ...input })
  await assert.rejects(fill({ diseases: [{ disease: 'mental-disorder' }] }), refusal('invalid'))
  const family = { father: ['mental-disorder'], mother: [], siblings: [], children: [] }
  await assert.rejects(fill({ familyHistory: family }), refusal('invalid'))
})

test('no indicator can be defined over the line, to count few under conditions of one’s own', () => {
  const definition = userIndicatorSchema.parse({
    ...{ id: 'user.few', title: { zh: '某', en: 'Some' }, unit: '人', basis: { zh: '某', en: 'Some' } },
    ...{ record: 'severe-mental-disorder.patient', kind: 'quantity', numerator: {} },
  })
  assert.throws(() => compileUserIndicator(county.house, [], definition, 1), refusal('invalid', 'record'))
})

test('nobody else can do anything: not even learn that there is a patient', async () => {
  const visit = { person, happenedOn: '2025-12-01', mode: 'home' }
  for (const actor of strangers.filter(({ role }) => role !== 'mental-health-officer' && role !== 'village-doctor'))
    for (const action of severeMentalDisorder.actions)
      await assert.rejects(county.act(actor, action.id, visit), refusal('forbidden'), `${actor.role} ${action.id}`)
  await assert.rejects(
    county.act(village, 'severe-mental-disorder.subsidy.pay', { person, year: 2024 }),
    refusal('forbidden'),
  )
  await assert.rejects(county.act(village, 'severe-mental-disorder.patient.register', {}), refusal('forbidden'))
})

test('work lists: no task of the line for anybody else', async () => {
  const tasks = (actor: Actor) =>
    as(
      actor,
      async (connection) =>
        (await listTasks(connection, county, severeMentalDisorder.tasks, { unmasked: true, limit: 100 })).rows.length,
    )
  assert.ok((await tasks(officer)) > 0)
  for (const actor of strangers) assert.equal(await tasks(actor), 0, actor.role)
})

test('figures are for all who see figures, the rows behind them are not', async () => {
  const computation = {
    county: county.county,
    indicators: severeMentalDisorder.indicators,
    horizon: horizonOf('2025-01', county.today),
  }
  await buildFigures(county.database, computation)
  const trace = (actor: Actor, indicator: (typeof severeMentalDisorder.indicators)[number]) =>
    as(actor, async (connection) => {
      const page = await traceFigure(connection, {
        county: county.county,
        indicator,
        side: 'numerator',
        place: TOWNSHIP,
        window: windowOf(getPeriod('2025'), computation.horizon),
        limit: 10,
        unmasked: true,
      })
      return page.rows.length
    })
  assert.equal((await county.figure('severe-mental-disorder.registered', TOWNSHIP, '2025')).value, '2')
  assert.equal(await trace(officer, indicators.registered), 2)
  const figures = await as(actors.leader, (connection) =>
    connection.query(`select value from figure where indicator = 'severe-mental-disorder.registered' and place = $1`, [
      TOWNSHIP,
    ]),
  )
  assert.ok(figures.length > 0)
  for (const actor of strangers)
    for (const indicator of severeMentalDisorder.indicators)
      assert.equal(await trace(actor, indicator), 0, `${actor.role} ${indicator.id}`)
})

test('the journal: its readers learn nothing of patients, not even from moves that took their rows along', async () => {
  const journal = (actor: Actor) =>
    as(actor, async (connection) => {
      const sees = county.house.roles.get(actor.role)!.sees
      const { rows } = await listJournal(connection, county.house, county.county, { unmasked: true, limit: 500, sees })
      return rows
    })
  const told = JSON.stringify(await journal(actors.administrator))
  assert.ok(told.includes('"record":"resident.move"'), 'the move is told')
  for (const word of ['mental', '精神', '危险性', '监护人', '市精神病医院']) assert.ok(!told.includes(word), word)
  // Whoever wrote it finds it, and so does a replayed request.
  const own = await journal(officer)
  assert.ok(own.some(({ record }) => record === 'severe-mental-disorder.patient'))
  const raw = await as(actors.administrator, (connection) =>
    connection.query(`select 1 from journal where record like 'severe%'`),
  )
  assert.equal(raw.length, 0)
})

test('the reading log says that a file was opened and by whom, not what the reader is in charge of there', async () => {
  await as(officer, (connection) =>
    logReading(connection, county.county, officer, { person, division: VILLAGE, what: 'file' }),
  )
  const readings = await as(actors.township(TOWNSHIP), (connection) => readingsOf(connection, county.county, person))
  assert.ok(readings.length > 0)
  assert.ok(!JSON.stringify(readings.map(({ what, reason }) => [what, reason])).match(/mental|精神/))
})

test('what needs a whole county does not open the line: no import, no export, for officers', () => {
  const { rights } = roles.find(({ id }) => id === 'mental-health-officer')!
  assert.deepEqual(rights, ['see-figures', 'see-persons'])
  for (const { role, sees } of county.house.roles.values())
    if (!['mental-health-officer', 'village-doctor'].includes(role.id))
      assert.ok(![...sees].some((id) => id.startsWith('severe-mental-disorder.')), role.id)
})
