import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { actors, refusal } from '../../../testing/county.ts'
import { communicableDisease } from '../index.ts'
import { cdc, type DiseaseCounty, hospital, openDiseaseCounty, OTHER_VILLAGE, VILLAGE } from '../testing.ts'
import { readCluster } from './read-cluster.ts'

const TODAY = '2025-11-20'
let county: DiseaseCounty
const township = actors.township()
let [first, second, contact] = ['', '', '']

const act = (name: string, input: unknown, id?: string, actor = cdc) =>
  county.act(actor, `communicable-disease.${name}`, input, id ? { id } : undefined)
const row = async (table: string, id: string) =>
  (await county.database.query<Record<string, unknown>>(`select * from ${table} where id = $1`, [id]))[0]!
const seen = async (table: string, actor: Parameters<typeof asActor>[2]) =>
  (
    await asActor(county.database, county.house, actor, (connection) =>
      connection.query<{ id: string }>(`select id from ${table}`),
    )
  ).length
const measles = (birth: string, onsetOn: string, division = VILLAGE) =>
  county
    .enter(birth, division)
    .then((person) => county.report(cdc, person, { disease: 'measles', onsetOn, diagnosedOn: onsetOn }))
const answers = {
  severity: 'mild',
  infectedWhere: 'imported',
  exposure: '发病前12天在外省务工，同宿舍有出疹者',
  vaccinated: 'unknown',
  similarIllness: '无',
}

before(async () => {
  county = await openDiseaseCounty(TODAY)
  county.today = '2025-10-10'
  first = await measles('1995-01-01', '2025-10-08')
})
after(() => county.close())

describe('a case is investigated', () => {
  test('its disease decides what is asked, and when it was infected and infectious', async () => {
    const bare = { ...answers, case: first }
    await assert.rejects(
      act('investigation.investigate', { ...bare, similarIllness: '' }),
      refusal('invalid', 'similarIllness'),
    )
    await assert.rejects(act('investigation.investigate', { ...bare, doses: 1 }), refusal('invalid', 'vaccinated'))
    await assert.rejects(
      act('investigation.investigate', { ...bare, isolatedOn: '2025-10-01' }),
      refusal('invalid', 'isolatedOn'),
    )
    const { id } = await act('investigation.investigate', bare, undefined, township)
    const { questionnaire, in_time, exposed_from, infectious_until } = await row('case_investigation', id!)
    assert.deepEqual(
      [questionnaire, in_time, String(exposed_from), String(infectious_until)],
      ['respiratory', true, '2025-09-17', '2025-10-16'],
    )
    await assert.rejects(act('investigation.investigate', bare), refusal('invalid', 'case'))
    await assert.rejects(act('investigation.supplement', {}, id!), refusal('invalid', 'exposure'))
    await act('investigation.supplement', { laboratory: 'IgM阳性' }, id!)
  })

  test('an investigation of HIV is seen by disease control only', async () => {
    const secret = await county.report(hospital, await county.enter('1981-01-01'), {
      disease: 'aids',
      subtype: 'hiv',
      category: 'confirmed',
    })
    const investigator = { ...cdc, account: '01900000-0000-7000-8000-0000000000cd' }
    await act('investigation.investigate', { ...answers, case: secret }, undefined, investigator)
    assert.equal(await seen('case_investigation', cdc), 2)
    for (const actor of [actors.bureau, township]) assert.equal(await seen('case_investigation', actor), 1)
    assert.equal(await seen('case_investigation', actors.township('530721103')), 0)
  })
})

describe('a contact is observed until the longest incubation', () => {
  const given = { relation: 'household', site: 'home', lastContactOn: '2025-10-09' }

  test('contact counts while the case is infectious; the last day follows from it', async () => {
    const person = await county.enter('2020-05-01')
    const register = (input: object) =>
      act('contact.register', { case: first, person, ...given, ...input }, undefined, township)
    await assert.rejects(register({ lastContactOn: '2025-10-01' }), refusal('invalid', 'lastContactOn'))
    await assert.rejects(register({ lastContactOn: '2025-10-11' }), refusal('invalid', 'lastContactOn'))
    contact = (await register({})).id!
    assert.equal(String((await row('case_contact', contact))['observe_until']), '2025-10-30')
    await assert.rejects(register({}), refusal('invalid', 'person'))
    const brucellosis = await county.report(township, await county.enter('1970-01-01'), { disease: 'brucellosis' })
    await assert.rejects(
      act('contact.register', { case: brucellosis, name: '木某', ...given }),
      refusal('invalid', 'case'),
    )
  })

  test('each day once, by the village doctor; fever makes a contact to be settled', async () => {
    const doctor = actors.village(VILLAGE)
    assert.equal(await seen('case_contact', doctor), 1)
    assert.equal(await seen('case_contact', actors.village(OTHER_VILLAGE)), 0)
    assert.equal(await seen('notifiable_case', doctor), 0)
    await act('contact.observe', { temperature: 36.5 }, contact, doctor)
    await assert.rejects(act('contact.observe', { temperature: 36.6 }, contact, doctor), refusal('invalid', 'on'))
    await assert.rejects(act('contact.release', {}, contact), refusal('invalid', 'state'))
    await assert.rejects(act('contact.release', {}, contact, doctor), refusal('forbidden'))
    county.today = '2025-10-19'
    await act('contact.observe', { temperature: 38.2, symptoms: '发热、皮疹' }, contact, doctor)
    assert.deepEqual((await row('case_contact', contact))['state'], 'symptomatic')
  })

  test('becomes a case with its own card, which is linked to its source', async () => {
    const { person } = await row('case_contact', contact)
    second = await county.report(cdc, String(person), {
      disease: 'measles',
      onsetOn: '2025-10-19',
      diagnosedOn: '2025-10-19',
      group: 'child-at-home',
      guardian: '木某',
    })
    await assert.rejects(act('contact.becomes-case', { card: first }, contact), refusal('invalid', 'card'))
    await act('contact.becomes-case', { card: second }, contact)
    const [link] = await county.database.query<Record<string, unknown>>('select * from transmission_link')
    assert.deepEqual([link?.['infector_case'], link?.['infectee_case'], link?.['serial_interval']], [first, second, 11])
  })

  test('without symptoms released on the last day, not before; who cannot be found is lost', async () => {
    const { id } = await act('contact.register', { case: first, name: '外来人员甲', division: VILLAGE, ...given })
    await act('contact.observe', { temperature: 36.4 }, id!)
    await act('contact.extend', { lastContactOn: '2025-10-12' }, id!)
    await assert.rejects(
      act('contact.extend', { lastContactOn: '2025-10-18' }, id!),
      refusal('invalid', 'lastContactOn'),
    )
    county.today = '2025-10-31'
    await assert.rejects(act('contact.release', {}, id!), refusal('invalid', 'state'))
    county.today = '2025-11-02'
    await act('contact.release', {}, id!)
    const other = await act('contact.register', { case: first, name: '外来人员乙', division: VILLAGE, ...given })
    await act('contact.lose', { reason: '电话停机' }, other.id!)
  })
})

describe('who infected whom', () => {
  test('refuses what cannot be: days, a second source, a circle, another disease', async () => {
    const third = await measles('1990-02-02', '2025-10-30')
    const early = await measles('1991-02-02', '2025-10-20')
    const link = (infector: string, infectee: string, rest = {}) =>
      act('link.establish', { infector, infectee, basis: 'household', ...rest })
    await assert.rejects(link(second, early), refusal('invalid', 'infectee'))
    await assert.rejects(link(second, third, { exposedOn: '2025-10-29' }), refusal('invalid', 'exposedOn'))
    const { id } = await link(second, third, { exposedOn: '2025-10-20' })
    await assert.rejects(link(first, third), refusal('invalid', 'infectee'))
    await assert.rejects(link(third, first), refusal('invalid', 'infectee'))
    assert.ok(id)
  })
})

describe('a cluster', () => {
  let cluster = ''

  test('is opened with its definition, gathers its cases and gives its picture', async () => {
    const opening = {
      title: '石鼓镇麻疹聚集性疫情',
      disease: 'measles',
      kind: 'village',
      division: '530721102',
      definition: '10月起发热出疹且IgM阳性',
      fromOn: '2025-10-01',
      exposed: 160,
    }
    await assert.rejects(act('cluster.open', { ...opening, kind: 'school' }), refusal('invalid', 'site'))
    await assert.rejects(act('cluster.open', { ...opening, disease: 'aids' }), refusal('invalid', 'disease'))
    await assert.rejects(act('cluster.open', opening, undefined, township), refusal('forbidden'))
    cluster = (await act('cluster.open', opening)).id!
    await act('cluster.gather', {}, cluster)
    await assert.rejects(act('cluster.gather', {}, cluster), refusal('invalid', 'state'))
    const elsewhere = await measles('1992-03-03', '2025-10-29', OTHER_VILLAGE)
    await act('cluster.add-case', { case: elsewhere }, cluster)
    const picture = await asActor(county.database, county.house, cdc, (connection) =>
      readCluster(connection, '530721', cluster),
    )
    assert.deepEqual(
      picture.members.map(({ number, onset, generation }) => [number, onset, generation]),
      [
        [1, '2025-10-08', 1],
        [2, '2025-10-19', 2],
        [3, '2025-10-20', 1],
        [4, '2025-10-29', 1],
        [5, '2025-10-30', 3],
      ],
    )
    assert.deepEqual([picture.attackRate, picture.generationTime, picture.curve.length], ['3.13', '11.0', 23])
    assert.deepEqual(picture.contacts, { observing: 0, symptomatic: 0, case: 1, released: 1, lost: 1 })
    assert.equal(picture.members[0]!.contacts, 3)
    assert.deepEqual(
      picture.villages.filter((village) => village.cases > 0).map((village) => village.cases),
      [4, 1],
    )
    // A township sees its own cases of it.
    const own = await asActor(county.database, county.house, township, (connection) =>
      readCluster(connection, '530721', cluster),
    )
    assert.equal(own.members.length, 4)
    await act('cluster.remove-case', { case: elsewhere, reason: '基因型不同' }, cluster)
    assert.equal((await row('disease_cluster', cluster))['cases'], 4)
  })

  test('is closed after two longest incubations of measles without a new case, with a conclusion', async () => {
    const closing = { source: '外省输入', route: 'droplet', conclusion: '输入病例引起的三代传播', measures: '应急接种' }
    county.today = '2025-12-11'
    await assert.rejects(act('cluster.close', closing, cluster), refusal('invalid', 'state'))
    county.today = '2025-12-12'
    await assert.rejects(act('cluster.close', { ...closing, exposed: 3 }, cluster), refusal('invalid', 'exposed'))
    await act('cluster.close', closing, cluster)
    const closed = await row('disease_cluster', cluster)
    assert.deepEqual([closed['state'], closed['attack_rate'], closed['cases']], ['closed', '2.50', 4])
    assert.equal(await seen('disease_cluster', testActor('bureau-leader')), 1)
    assert.equal(await seen('disease_cluster', testActor('county-institution')), 0)
  })

  test('what waits is on the work list: who is not investigated, whose day is not recorded', async () => {
    county.today = '2025-10-20'
    const late = await act('contact.register', {
      case: second,
      name: '外来人员丙',
      division: VILLAGE,
      relation: 'other',
      site: 'home',
      lastContactOn: '2025-10-20',
    })
    const tasks = await asActor(county.database, county.house, cdc, (connection) =>
      listTasks(connection, county, communicableDisease.tasks, { unmasked: true, limit: 200 } as never),
    )
    const of = (kind: string) => tasks.rows.filter((each) => each.task === `communicable-disease.${kind}`)
    assert.ok(of('investigate-case').length >= 3)
    assert.deepEqual(
      of('observe-contact').map((each) => [each.recordId, each.dueOn]),
      [[late.id, '2025-10-20']],
    )
  })
})

test('figures: cases investigated, contacts under observation, clusters', async () => {
  await county.database.query(`update notifiable_case set state = 'reviewed', reviewed_on = '2025-11-05'`)
  await buildFigures(county.database, {
    county: county.county,
    indicators: [...county.house.indicators.values()],
    horizon: horizonOf('2025-10', '2025-12-20'),
  })
  const value = async (id: string, period = '2025') =>
    (await county.figure(`communicable-disease.${id}`, '530721', period)).value
  // Six cases of measles and one of brucellosis are to be investigated; one was.
  assert.equal(await value('investigation-rate'), '16.67')
  assert.equal(await value('investigation-24h-rate'), '16.67')
  assert.equal(await value('contact-count'), '4')
  assert.equal(await value('contact-control-rate'), '50.00')
  assert.equal(await value('secondary-attack-rate'), '25.00')
  assert.equal(await value('cluster-count'), '1')
  assert.equal(await value('cluster-closing-rate'), '100.00')
})
