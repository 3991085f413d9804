import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { findTarget } from '@kangheng/kernel/indicator/targets.ts'
import { resident } from '../../population/resident/index.ts'
import { familyDoctor } from '../../public-health/family-doctor/index.ts'
import { healthRecords } from '../../public-health/health-record/index.ts'
import { actors, openTestCounty, refusal, type TestCounty } from '../../testing/county.ts'
import { storeFigures } from '@kangheng/kernel/testing/store-figures.ts'
import { findUndertaking, targetLetters } from './index.ts'

const TOWNSHIPS = ['530721102', '530721103'] as const

describe('target letters', () => {
  let county: TestCounty
  let countyLetter = ''
  const act = (action: string, input: unknown, id?: string, actor = actors.bureau) =>
    county.act(actor, `target-letters.${action}`, input, id ? { id } : undefined)
  const itemsOf = (party: string) =>
    county.database.query<{
      id: string
      indicator: string | null
      value: string | null
      months: string[]
      kind: string
      letter: string
    }>(
      'select i.id, i.indicator, i.value, i.months, i.kind, i.letter from target_letter_item i join target_letter l on l.id = i.letter where l.party = $1 and i.voided_at is null order by i.number',
      [party],
    )
  const letterOf = async (party: string) =>
    (await county.database.query<{ id: string }>('select id from target_letter where party = $1', [party]))[0]!.id
  const target = (indicator: string, place: string) =>
    findTarget(county.database, county.county, indicator, place, 2025)

  before(async () => {
    county = await openTestCounty([resident, healthRecords, familyDoctor, targetLetters], '2025-01-15')
    for (const [place, people] of [
      ['530721102', '6000'],
      ['530721103', '3000'],
    ] as const) {
      await storeFigures(county.database, county.county, [
        { indicator: 'resident.usual-population', place, period: '2024-12', value: people, atMonthEnd: true },
      ])
      for (let month = 1; month <= 12; month += 1)
        await storeFigures(county.database, county.county, [
          {
            indicator: 'family-doctor.services',
            place,
            period: `2024-${String(month).padStart(2, '0')}`,
            value: month <= 6 ? '10' : '30',
          },
        ])
    }
  })
  after(() => county.close())

  test('nobody is given a target on births, nor on what has no direction', async () => {
    countyLetter = (await act('letter.draft', { year: 2025, level: 'county', responsible: '局长' })).id!
    for (const indicator of [
      'resident.births',
      'resident.natural-growth',
      'resident.sex-ratio-at-birth',
      'resident.usual-population',
    ])
      await assert.rejects(
        act('item.add-indicator', { letter: countyLetter, indicator, value: '10' }),
        refusal('invalid', 'indicator'),
      )
  })

  test('a county’s value is divided among townships by residents, to the last one', async () => {
    for (const place of TOWNSHIPS)
      await act('letter.draft', { year: 2025, level: 'township', place, responsible: '院长' })
    await act('item.add-indicator', { letter: countyLetter, indicator: 'family-doctor.services', value: '1000' })
    await act('item.add-indicator', { letter: countyLetter, indicator: 'family-doctor.coverage', value: '48.5' })
    const [services, coverage] = await itemsOf(county.county)
    await act('item.divide', { method: 'seasonal' }, services!.id)
    await act('item.divide', {}, coverage!.id)
    const [first, second] = [await itemsOf('530721102'), await itemsOf('530721103')]
    assert.deepEqual([first[0]!.value, second[0]!.value], ['667', '333'])
    assert.equal(first[0]!.months[11], '667')
    assert.equal(first[0]!.months[5], '168')
    assert.deepEqual([first[1]!.value, first[1]!.months[0]], ['48.5', '48.5'])
  })

  test('targets take effect when the township signs, in the store that the cockpit reads', async () => {
    const id = await letterOf('530721102')
    await act('item.add-task', { letter: id, title: '完成中医馆建设', dueOn: '2025-06-30' })
    await assert.rejects(act('letter.sign', {}, id, actors.township()), refusal('conflict'))
    await act('letter.issue', {}, id)
    assert.equal(await target('family-doctor.services', '530721102'), undefined)
    await act('letter.sign', {}, id, actors.township())
    assert.equal((await target('family-doctor.services', '530721102'))!.value, '667')
    assert.equal(
      (await findUndertaking(county.database, county.county, {
        indicator: 'family-doctor.services',
        place: '530721102',
        year: 2025,
      }))!.letter,
      id,
    )
    await assert.rejects(
      act('item.add-task', { letter: id, title: '后来想起的任务', dueOn: '2025-06-30' }),
      refusal('invalid', 'letter'),
    )
  })

  test('a signed target changes with a reason only, and the store follows', async () => {
    const [services] = await itemsOf('530721102')
    await assert.rejects(act('item.change', { value: '700' }, services!.id), refusal('invalid', 'reason'))
    const months = Array.from({ length: 12 }, (_, month) => String((month + 1) * 50))
    await assert.rejects(
      act('item.change', { value: '700', method: 'by-hand', months, reason: '新增两个签约团队' }, services!.id),
      refusal('invalid', 'months'),
    )
    await act('item.change', { value: '700', reason: '新增两个签约团队' }, services!.id)
    const now = await target('family-doctor.services', '530721102')
    assert.deepEqual([now!.value, now!.version, now!.months[11]], ['700', 2, '700'])
    const [history] = await county.database.query('select before, after, reason from target_letter_change')
    assert.deepEqual(history, { before: '667', after: '700', reason: '新增两个签约团队' })
  })

  test('who undertakes a letter does not write it; a township hands its own down to its villages', async () => {
    const township = actors.township()
    await assert.rejects(
      act(
        'letter.draft',
        { year: 2026, level: 'township', place: '530721102', responsible: '院长' },
        undefined,
        township,
      ),
      refusal('invalid', 'party'),
    )
    await assert.rejects(
      act('item.change', { value: '1', reason: '自己改低目标' }, (await itemsOf('530721102'))[0]!.id, township),
      refusal('forbidden'),
    )
    const village = (
      await act(
        'letter.draft',
        { year: 2025, level: 'village', place: '530721102201', responsible: '村医' },
        undefined,
        township,
      )
    ).id!
    await act(
      'item.add-indicator',
      { letter: village, indicator: 'family-doctor.coverage', value: '50' },
      undefined,
      township,
    )
    await act('letter.issue', {}, village, township)
    await act('letter.sign', {}, village, actors.village())
    assert.equal((await target('family-doctor.coverage', '530721102201'))!.value, '50')
  })

  test('a section answers for the county’s target and cannot have another idea of it', async () => {
    await act('letter.issue', {}, countyLetter)
    await act('letter.sign', {}, countyLetter, actors.leader)
    const section = county.house.sections[0]!.owner.zh
    const id = (await act('letter.draft', { year: 2025, level: 'section', section, responsible: '股长' })).id!
    await act('item.add-indicator', { letter: id, indicator: 'family-doctor.coverage', value: '45' })
    await act('letter.issue', {}, id)
    await assert.rejects(act('letter.sign', {}, id), refusal('invalid', 'letter'))
  })

  test('a task is reported with evidence and checked by the level above', async () => {
    const task = (await itemsOf('530721102')).find((each) => each.kind === 'task')!
    await act('item.report', { evidence: '中医馆已验收，照片6张' }, task.id, actors.township())
    await assert.rejects(
      act('item.check', { done: true, opinion: '自查通过' }, task.id, actors.township()),
      refusal('invalid', 'party'),
    )
    await act('item.check', { done: true, opinion: '现场查看属实' }, task.id)
    const [row] = await county.database.query('select state from target_letter_item where id = $1', [task.id])
    assert.deepEqual(row, { state: 'done' })
  })
})
