import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { listRecords } from '@kangheng/kernel/record/read.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { actors, openTestCounty, refusal, testNumber, type TestCounty } from '@kangheng/domains/testing/county.ts'
import { domains } from '@kangheng/domains/index.ts'
import { printedForms } from '@kangheng/reporting/forms/forms.ts'
import { extraPolicies } from './policies.ts'

const TOWNSHIP = '530721102'
const VILLAGE = '530721102201'
const account = (last: string) => `01900000-0000-7000-8000-0000000000${last}`
const doctor = { ...actors.village(VILLAGE), account: account('d1') }
const clerk = { ...actors.township(TOWNSHIP), account: account('d2') }
const colleague = { ...actors.township(TOWNSHIP), account: account('d3') }
const hospital = testActor('county-institution', '530721', { account: account('d4') })
const diseaseControl = testActor('disease-control', '530721', { account: account('d5') })
let county: TestCounty
let person: string

before(async () => {
  county = await openTestCounty(domains, '2025-12-20', extraPolicies)
  const { id } = await county.act(doctor, 'resident.registration.register', {
    ...{ name: '木测试', documentNumber: testNumber('1995-01-01', 802), division: VILLAGE, happenedOn: '2000-01-01' },
    ...{ usual: true, registered: true, source: 'clinic' },
  })
  const [row] = await county.database.query<{ person: string }>(
    'select person from resident_registration where id = $1',
    [id],
  )
  person = row!.person
  await county.act(doctor, 'health-record.record.open', { person })
})
after(() => county.close())

/** What a reader is told in a field of the newest row. */
async function told(actor: Actor, record: string, field: string): Promise<unknown> {
  const { rows } = await asActor(county.database, county.house, actor, (connection) =>
    listRecords(connection, county.county, actor.division, county.house.records.get(record)!, { person, limit: 1 }),
  )
  return rows[0]?.[field]
}

test('mental disability is told to who sees severe mental disorder, in lists and on paper, and is not lost by those who are not told', async () => {
  const fill = (actor: Actor, disabilities: readonly string[]) =>
    county.act(actor, 'health-record.basic.fill', { person, disabilities })
  const printed = async (actor: Actor) => {
    const form = printedForms.find(({ id }) => id === 'basic-form')!
    return asActor(county.database, county.house, actor, async (connection) => {
      const [row] = await connection.query<{ id: string }>('select id from health_basic_form order by id desc limit 1')
      const { forms } = await form.print({ connection, county: county.county }, [row!.id])
      return /残疾情况<\/th><td[^>]*><span class="boxes">(.*?)<\/span>/.exec(forms[0]!)![1]!.replace(/<[^>]*>/g, '')
    })
  }
  await fill(doctor, ['sight', 'mind'])
  assert.deepEqual(await told(doctor, 'health-record.basic', 'disabilities'), ['sight', 'mind'])
  assert.deepEqual(await told(clerk, 'health-record.basic', 'disabilities'), ['sight'])
  assert.deepEqual([await printed(doctor), await printed(clerk)], ['27', '2'])
  // The clerk fills in the form again from what it tells: what it does not tell stays.
  await fill(clerk, ['sight', 'hearing'])
  assert.deepEqual(await told(clerk, 'health-record.basic', 'disabilities'), ['sight', 'hearing'])
  assert.deepEqual(await told(doctor, 'health-record.basic', 'disabilities'), ['sight', 'hearing', 'mind'])
  await assert.rejects(
    asActor(county.database, county.house, clerk, (connection) =>
      listRecords(connection, county.county, TOWNSHIP, county.house.records.get('health-record.basic')!, {
        fields: { disabilities: '["mind"]' },
        limit: 1,
      }),
    ),
    refusal('invalid', 'field.disabilities'),
  )
})

test('of a pregnancy at risk by an infection the colour is told, the cause to who assessed and to disease control alone', async () => {
  await county.act(clerk, 'maternal-health.pregnancy.book', {
    ...{ person, happenedOn: '2025-11-20', lastPeriodOn: '2025-09-10', gravidity: 1, parity: 0 },
    ...{
      weight: 55,
      height: 160,
      systolic: 110,
      diastolic: 70,
      haemoglobin: 120,
      riskFactors: ['hiv', 'mental-acute'],
    },
  })
  const cause = (actor: Actor) => told(actor, 'maternal-health.special-case', 'riskFactors')
  assert.deepEqual(await cause(clerk), ['hiv', 'mental-acute'])
  assert.deepEqual(await cause(colleague), [])
  assert.deepEqual(await cause(hospital), [])
  assert.deepEqual(await cause(doctor), ['mental-acute'])
  assert.equal(await told(colleague, 'maternal-health.special-case', 'infectious'), true)
})

test('AIDS on the register of relief is seen by who registered it and by disease control’s readers of the cards', async () => {
  await county.database.query(
    `insert into poverty_illness (county, id, division, person, happened_on, state, version, recorded_by, disease, found_by, class)
     values ('530721', '01900000-0000-7000-9000-0000000000a1', $1, $2, '2025-10-01', 'verified', 1, $3, 'aids-infection', 'exam', 'I')`,
    [VILLAGE, person, clerk.account],
  )
  const disease = (actor: Actor) => told(actor, 'poverty-relief.illness', 'disease')
  assert.equal(await disease(clerk), 'aids-infection')
  assert.equal(await disease(colleague), undefined)
  assert.equal(await disease(doctor), undefined)
  assert.equal(await disease(diseaseControl), undefined)
})
