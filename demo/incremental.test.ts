import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { buildFigures, type Computation } from '@kangheng/kernel/indicator/engine.ts'
import { openRefresher } from '@kangheng/kernel/indicator/refresh.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { openVault } from '@kangheng/kernel/person/vault.ts'
import { setVault } from '@kangheng/kernel/person/vault-holder.ts'
import { loadPlaces } from '@kangheng/kernel/place/load.ts'
import { runAction } from '@kangheng/kernel/record/pipeline.ts'
import type { Database } from '@kangheng/kernel/store/connection.ts'
import { renderSql } from '@kangheng/kernel/store/orm.ts'
import type { TaskDefinition } from '@kangheng/kernel/task/define-task.ts'
import { keptTasks, storeWork, workRows } from '@kangheng/kernel/task/store-work.ts'
import { openTestDatabase, testActor } from '@kangheng/kernel/testing/database.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { domains } from '@kangheng/domains/index.ts'
import { childHealth } from '@kangheng/domains/public-health/child-health/index.ts'
import { communicableDiseasePolicies } from '@kangheng/domains/public-health/communicable-disease/index.ts'
import { resident } from '@kangheng/domains/population/resident/index.ts'
import { familyDoctor, familyDoctorPolicies } from '@kangheng/domains/public-health/family-doctor/index.ts'
import { healthRecords } from '@kangheng/domains/public-health/health-record/index.ts'
import { diabetes } from '@kangheng/domains/public-health/diabetes/index.ts'
import { hypertension } from '@kangheng/domains/public-health/hypertension/index.ts'
import { olderPeople } from '@kangheng/domains/public-health/older-people/index.ts'
import { maternalHealth } from '@kangheng/domains/public-health/maternal-health/index.ts'
import { povertyRelief } from '@kangheng/domains/public-health/poverty-relief/index.ts'
import { roles } from '@kangheng/domains/roles.ts'
import { demoCounty, loadDemo } from './index.ts'

const house = buildHouse(domains, roles)
const vault = openVault(new Uint8Array(32).fill(42))
const county = demoCounty.code
const computation: Computation = {
  county,
  // Of the lines that are written to below; computing all of them would only take longer.
  indicators: [
    resident,
    healthRecords,
    familyDoctor,
    childHealth,
    maternalHealth,
    povertyRelief,
    hypertension,
    diabetes,
    olderPeople,
  ].flatMap((domain) => domain.indicators),
  horizon: horizonOf('2025-10', demoCounty.today),
}
let database: Database

before(async () => {
  setVault(vault)
  database = await openTestDatabase(house, [familyDoctorPolicies, communicableDiseasePolicies])
  await loadPlaces(database, county)
  await loadDemo({ database, house, county, vault }, { scale: 0.005, seed: 1, onProgress: () => {} })
})
after(() => database.close())

interface Row {
  id: string
  person: string
  division: string
}

/** A kind of write: the rows it may fall on, and what it says of one. */
interface Write {
  readonly action: string
  readonly rows: string
  readonly input: (row: Row) => Record<string, unknown>
  /** The action changes the row itself. */
  readonly onRow?: true
}

const usual = `select person as id, person, division from residence_episode where kind = 'usual' and ends_on is null`
const open = (table: string, where: string) =>
  `select id, person, division from ${table} where voided_at is null and ${where}`
const activeContract = open(
  'family_doctor_contract',
  `state = 'signed' and starts_on < '2025-12-01' and ends_on > '2026-01-31'`,
)
const dueEntry = open('poverty_entry', `state = 'due'`)
const healthRecord = open('health_record', `state = 'open'`)

const writes: readonly Write[] = [
  {
    action: 'family-doctor.contract.terminate',
    rows: activeContract,
    input: () => ({ on: '2025-11-20', reason: 'own-wish' }),
    onRow: true,
  },
  {
    action: 'family-doctor.contract.terminate',
    rows: activeContract,
    input: () => ({ reason: 'moved-away' }),
    onRow: true,
  },
  {
    action: 'family-doctor.service.serve',
    rows: activeContract,
    input: ({ person }) => ({ person, kind: 'home-visit', mode: 'home', happenedOn: '2025-12-03' }),
  },
  {
    action: 'resident.departure.register',
    rows: usual,
    input: ({ person }) => ({
      person,
      happenedOn: '2025-10-11',
      destination: '昆明市',
      reason: 'work',
      stay: 'settled',
      registrationMoves: false,
    }),
  },
  {
    action: 'resident.death.register',
    rows: usual,
    input: ({ person }) => ({ person, happenedOn: '2025-09-02', place: 'home' }),
  },
  {
    action: 'resident.correction.correct',
    rows: usual,
    input: ({ person }) => ({ person, birth: '1950-03-04', evidence: '户口簿' }),
  },
  {
    action: 'resident.correction.correct',
    rows: usual,
    input: ({ person }) => ({ person, phone: '13900001111', evidence: '本人告知' }),
  },
  { action: 'health-record.record.update', rows: healthRecord, input: () => ({ medium: 'paper' }), onRow: true },
  {
    action: 'health-record.record.close',
    rows: healthRecord,
    input: () => ({ on: '2025-12-05', closeReason: 'departed' }),
    onRow: true,
  },
  {
    action: 'health-record.use.record',
    rows: healthRecord,
    input: ({ person }) => ({ person, happenedOn: '2025-08-15', kind: 'consultation' }),
  },
  {
    action: 'poverty-relief.entry.explain',
    rows: dueEntry,
    input: () => ({ disposition: 'other', on: '2025-10-20', reason: 'away-long', note: '长期在外' }),
    onRow: true,
  },
  {
    action: 'poverty-relief.illness.end',
    rows: open('poverty_illness', 'ended_on is null'),
    input: () => ({ on: '2025-11-30' }),
    onRow: true,
  },
  {
    action: 'family-doctor.key-membership.leave',
    rows: open('key_population_membership', 'ends_on is null'),
    input: () => ({ on: '2025-12-10', reason: 'other' }),
    onRow: true,
  },
]

const managed = open('hypertension_patient', `state = 'managed' and due_on > '2026-01-10'`)

const chronicWrites: readonly Write[] = [
  {
    action: 'hypertension.visit.record',
    rows: managed,
    input: ({ person }) => ({ person, happenedOn: '2025-12-31', mode: 'home', systolic: 168, diastolic: 96 }),
  },
  {
    action: 'hypertension.visit.correct',
    rows: open('hypertension_visit', `happened_on < '2025-11-01' and mode <> 'phone'`),
    input: () => ({ systolic: 171 }),
    onRow: true,
  },
  {
    action: 'hypertension.visit.void',
    rows: open('hypertension_visit', `happened_on < '2025-11-01'`),
    input: () => ({ reason: '录入错误' }),
    onRow: true,
  },
  {
    action: 'hypertension.patient.lose',
    rows: managed,
    input: () => ({ on: '2025-12-31' }),
    onRow: true,
  },
  {
    action: 'diabetes.patient.end',
    rows: open('diabetes_patient', `state = 'managed'`),
    input: () => ({ on: '2025-12-31', endReason: 'other' }),
    onRow: true,
  },
  {
    action: 'hypertension.screening.record',
    rows: `${usual} and birth < '1985-01-01' and not exists (select 1 from hypertension_patient p where p.person = residence_episode.person)`,
    input: ({ person }) => ({ person, happenedOn: '2025-11-11', systolic: 150, diastolic: 92 }),
  },
  {
    action: 'older-people.assessment.record',
    rows: `${usual} and birth < '1955-01-01'`,
    input: ({ person }) => ({
      ...{ person, happenedOn: '2025-11-12', eating: '3', grooming: '1', dressing: '0', toileting: '0', moving: '5' },
    }),
  },
  {
    action: 'health-record.examination.record',
    rows: `select h.id, h.person, h.division from health_record h join person p on p.id = h.person where h.state = 'open' and h.happened_on < '2025-11-01' and p.birth < '1955-01-01'`,
    input: ({ person }) => ({
      person,
      happenedOn: '2025-11-13',
      selfCareScore: 4,
      systolicLeft: 130,
      diastolicLeft: 80,
    }),
  },
]

const child = open('child_health_child', `state = 'managed'`)
const childUnder = (years: number) =>
  `select c.id, c.person, c.division from child_health_child c join person p on p.id = c.person where c.state = 'managed' and p.birth > '${2025 - years}-12-31'`

const childWrites: readonly Write[] = [
  {
    action: 'child-health.check-up.record',
    rows: childUnder(5),
    input: ({ person }) => ({
      ...{ person, happenedOn: '2025-12-30', weight: 10.2, height: 79, haemoglobin: 101, feeding: 'mixed' },
    }),
  },
  {
    action: 'child-health.check-up.void',
    rows: open('child_health_check_up', `happened_on >= '2025-10-01'`),
    input: () => ({ reason: '录入错误' }),
    onRow: true,
  },
  {
    action: 'child-health.newborn-visit.void',
    rows: open('child_health_newborn_visit', `happened_on >= '2025-09-01'`),
    input: () => ({ reason: '录入错误' }),
    onRow: true,
  },
  { action: 'child-health.child.update', rows: childUnder(2), input: () => ({ gestationalWeeks: 34 }), onRow: true },
  {
    action: 'child-health.child.end',
    rows: child,
    input: () => ({ on: '2025-12-31', endReason: 'other' }),
    onRow: true,
  },
  {
    action: 'child-health.concern.follow-up',
    rows: open('child_health_concern', `state = 'open'`),
    input: () => ({ on: '2025-12-31', outcome: 'recovered' }),
    onRow: true,
  },
]

const inPregnancy = open(
  'maternal_pregnancy',
  `state = 'pregnant' and last_period_on between '2025-03-15' and '2025-07-15'`,
)

const motherWrites: readonly Write[] = [
  {
    action: 'maternal-health.pregnancy.book',
    rows: `${usual} and sex = 'female' and birth between '1990-01-01' and '2003-01-01'
      and not exists (select 1 from maternal_pregnancy p where p.person = residence_episode.person)`,
    input: ({ person }) => ({
      ...{ person, happenedOn: '2025-12-20', lastPeriodOn: '2025-10-20', riskFactors: ['mental'], haemoglobin: 105 },
    }),
  },
  {
    action: 'maternal-health.antenatal-visit.record',
    rows: inPregnancy,
    input: ({ person }) => ({ person, happenedOn: '2025-12-31', riskFactors: ['placenta-praevia'] }),
  },
  {
    action: 'maternal-health.antenatal-visit.void',
    rows: `select v.id, v.person, v.division from maternal_antenatal_visit v join maternal_pregnancy p on p.id = v.pregnancy where p.state <> 'closed'`,
    input: () => ({ reason: '录入错误' }),
    onRow: true,
  },
  {
    action: 'maternal-health.delivery.record',
    rows: open('maternal_pregnancy', `state = 'pregnant' and last_period_on < '2025-06-15'`),
    input: ({ person }) => ({
      ...{ person, happenedOn: '2025-12-31', place: 'hospital', mode: 'caesarean' },
      children: [{ sex: 'male', weight: 2300 }],
    }),
  },
  {
    action: 'maternal-health.pregnancy.update',
    rows: open('maternal_pregnancy', `state = 'pregnant'`),
    input: () => ({ parity: 2, height: 144 }),
    onRow: true,
  },
  {
    action: 'maternal-health.postpartum-visit.record',
    rows: open('maternal_pregnancy', `state = 'postpartum'`),
    input: ({ person }) => ({ person, kind: 'home', happenedOn: '2025-12-31' }),
  },
  {
    action: 'maternal-health.special-case.follow-up',
    rows: open('maternal_special_case', `state = 'open'`),
    input: () => ({ on: '2025-12-31', caseOutcome: 'stable' }),
    onRow: true,
  },
  {
    action: 'maternal-health.pregnancy.end',
    rows: open('maternal_pregnancy', `state = 'pregnant' and last_period_on > '2025-08-01'`),
    input: () => ({ on: '2025-12-31', outcome: 'ended-early' }),
    onRow: true,
  },
]

const allWrites = [...writes, ...chronicWrites, ...childWrites, ...motherWrites]

const figures = () =>
  database.query(
    'select indicator, place, period, value, numerator, denominator, rank, ranked_of from figure order by indicator, place, period',
  )

const measures = async () => [
  ...(await database.query('select measure, place, month, value from measure_base order by 1, 2, 3')),
  ...(await database.query('select measure, place, period, value from measure_value order by 1, 2, 3')),
]

const work = { county, today: demoCounty.today }
const columns = 'id, record_id, person, division, institution, due_on'
const keptWork = (task: TaskDefinition) =>
  database.query(`select ${columns} from open_work where task = $1 order by id`, [task.id])
const derivedWork = (task: TaskDefinition) => {
  const { text, params } = renderSql(workRows(task, work))
  return database.query(`select ${columns} from (${text}) derived order by id`, params)
}

test('whatever a line of business writes, the refresh (by differences on PostgreSQL) gives what a full build gives, and open work is what the records say', async () => {
  await buildFigures(database, computation)
  await storeWork(database, work, [...house.tasks.values()])
  const refresher = openRefresher(database)
  await refresher.rest(county)
  const written: string[] = []
  const refused: string[] = []
  for (const { action, rows, input, onRow } of allWrites) {
    const found = await database.query<Row>(`select * from (${rows}) r order by md5(r.id::text || $1) limit 3`, [
      action,
    ])
    for (const row of found) {
      const actor = testActor('township-centre', row.division.slice(0, 9), {
        institution: `C${row.division.slice(0, 9)}`,
      })
      try {
        await runAction({ database, house, county, today: () => demoCounty.today }, actor, {
          action,
          requestId: randomUUID(),
          input: input(row),
          ...(onRow ? { id: row.id } : {}),
        })
        written.push(action)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        refused.push(`${action}: ${error.message} ${JSON.stringify(error.detail)}`)
      }
    }
  }
  assert.deepEqual(
    allWrites.map(({ action }) => action).filter((action) => !written.includes(action)),
    [],
    refused.join('\n'),
  )
  await refresher.refresh(computation)
  await refresher.close()
  const refreshed = await figures()
  const added = await measures()
  await buildFigures(database, computation)
  const built = await figures()
  assert.equal(refreshed.length, built.length)
  for (const [index, figure] of built.entries()) assert.deepEqual(refreshed[index], figure)
  assert.deepEqual(added, await measures())
  const keptKinds = await keptTasks(database, work, [...house.tasks.values()])
  assert.ok(keptKinds.size > 100, `only ${keptKinds.size} kinds of work are kept`)
  for (const task of house.tasks.values()) {
    if (!keptKinds.has(task.id)) continue
    const [kept, derived] = [await keptWork(task), await derivedWork(task)]
    assert.deepEqual(kept, derived, `the open work of ${task.id}`)
  }
})
