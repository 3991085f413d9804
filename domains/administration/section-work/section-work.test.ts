import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { resident } from '../../population/resident/index.ts'
import { actors, openTestCounty, refusal, type TestCounty } from '../../testing/county.ts'
import { targetLetters } from '../target-letters/index.ts'
import { doneInTime, isOverdue } from './deadline.ts'
import { sectionWork } from './index.ts'

const SECTION = '局办公室'
const colleague = testActor('bureau-section', '530721', { account: '01900000-0000-7000-8000-0000000000cc' })
const township = actors.township()
let county: TestCounty
const act = (action: string, input: object, on?: string, actor = actors.bureau) =>
  county.act(actor, `section-work.${action}`, input, on ? { id: on } : undefined)
const matter = (more: object = {}) => ({
  title: '完成季度督导并通报',
  section: SECTION,
  responsible: '和股长',
  dueOn: '2025-03-31',
  ...more,
})

before(async () => {
  county = await openTestCounty([resident, targetLetters, sectionWork], '2025-03-10')
})
after(() => county.close())

test('overdue from the day after, until it was reported; confirming late is not held against the owner', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-01-01', days))
  const term = { dueOn: '2025-03-31', finishedOn: null, withdrawnOn: null }
  assert.deepEqual(
    ['2025-03-31', '2025-04-01'].map((on) => isOverdue(term, on)),
    [false, true],
  )
  assert.equal(isOverdue({ ...term, finishedOn: '2025-04-03' }, '2025-04-02'), true)
  assert.equal(isOverdue({ ...term, finishedOn: '2025-04-03' }, '2025-04-03'), false)
  assert.equal(isOverdue({ ...term, withdrawnOn: '2025-04-01' }, '2025-05-01'), false)
  fc.assert(
    fc.property(day, day, day, (dueOn, finishedOn, on) => {
      const done = { dueOn, finishedOn, withdrawnOn: null }
      if (doneInTime(done)) assert.equal(isOverdue(done, on), false)
    }),
  )
})

test('a matter needs a meeting or document, one owner, a day that lies ahead, and feeds no target on births', async () => {
  const meeting = (
    await act('meeting.hold', {
      kind: 'director',
      subject: '第3次局长办公会议',
      chair: '局长',
      section: SECTION,
      happenedOn: '2025-03-05',
    })
  ).id!
  await assert.rejects(
    act('meeting.hold', { kind: 'director', subject: '例会一次', chair: '局长', section: '没有的股室' }),
    refusal('invalid', 'section'),
  )
  const refused: [object, string][] = [
    [{ section: undefined }, 'section'],
    [{ place: '530721102' }, 'section'],
    [{ section: '没有的股室' }, 'party'],
    [{ dueOn: '2025-03-04' }, 'dueOn'],
    [{ happenedOn: '2025-03-04' }, 'happenedOn'],
    [{ indicator: 'no.such' }, 'indicator'],
    [{ indicator: 'resident.births' }, 'indicator'],
    [{ letterItem: '01900000-0000-7000-8000-000000000000' }, 'letterItem'],
  ]
  for (const [change, at] of refused)
    await assert.rejects(act('matter.decide', { meeting, ...matter(change) }), refusal('invalid', at))
  await assert.rejects(act('matter.decide', { meeting, ...matter() }, undefined, township), refusal('forbidden'))
  await act('matter.decide', { meeting, ...matter() })
  const paper = {
    number: '玉政办函〔2025〕8号',
    sender: '县政府办',
    setBy: SECTION,
    ...matter({ title: '报送工作方案' }),
  }
  await act('matter.receive', paper)
  await assert.rejects(act('matter.receive', paper), refusal('invalid', 'number'))
})

/** A signed letter of the township with one task. */
async function letterTask() {
  const letters = (action: string, input: object, on?: string, actor = actors.bureau) =>
    county.act(actor, `target-letters.${action}`, input, on ? { id: on } : undefined)
  const letter = (
    await letters('letter.draft', { year: 2025, level: 'township', place: '530721102', responsible: '院长' })
  ).id!
  const item = (await letters('item.add-task', { letter, title: '完成村卫生室改造', dueOn: '2025-06-30' })).id!
  await letters('letter.issue', {}, letter)
  await letters('letter.sign', {}, letter, township)
  return item
}

test('told, reported with evidence, confirmed by another one, and reported to the letter', async () => {
  const letterItem = await letterTask()
  const set = { programme: 'livelihood', setBy: SECTION, letterItem, title: '村卫生室改造', responsible: '院长' }
  const id = (await act('matter.set', { ...set, place: '530721102', dueOn: '2025-05-31' })).id!
  await act('matter.tell', { progress: 40, note: '两个村已开工' }, id, township)
  await assert.rejects(
    act('matter.report', { evidence: '六个村已竣工' }, id, actors.township('530721103')),
    refusal('not-found'),
  )
  await act('matter.report', { evidence: '六个村竣工验收单' }, id, township)
  await assert.rejects(act('matter.confirm', { opinion: '属实' }, id, township), refusal('forbidden'))
  await act('matter.send-back', { opinion: '缺两个村的验收单' }, id)
  await act('matter.report', { evidence: '六个村竣工验收单，已补两份' }, id, township)
  await act('matter.confirm', { opinion: '现场查看属实' }, id, colleague)
  const [row] = await county.database.query(
    'select state, progress, returned, finished_on as finished from section_work_matter where id = $1',
    [id],
  )
  assert.deepEqual(row, { state: 'done', progress: 100, returned: 1, finished: '2025-03-10' })
  const [item] = await county.database.query<{ state: string; evidence: string }>(
    'select state, evidence from target_letter_item where id = $1',
    [letterItem],
  )
  assert.ok(item!.state === 'reported' && item!.evidence.includes('已补两份'))
  const notes = await county.database.query('select progress, division from section_work_note where matter = $1', [id])
  assert.deepEqual(notes, [{ progress: 40, division: '530721102' }])
})

test('nobody confirms what he reported; a later day needs a reason and stays in sight', async () => {
  const id = (await act('matter.set', { programme: 'other', setBy: SECTION, ...matter() })).id!
  await assert.rejects(
    act('matter.put-off', { dueOn: '2025-03-31', reason: '等待批复' }, id),
    refusal('invalid', 'dueOn'),
  )
  await act('matter.put-off', { dueOn: '2025-04-30', reason: '等待上级批复' }, id)
  await act('matter.report', { evidence: '通报已印发' }, id)
  await assert.rejects(act('matter.confirm', { opinion: '属实' }, id), refusal('invalid', 'opinion'))
  await act('matter.confirm', { opinion: '属实' }, id, colleague)
  const [row] = await county.database.query(
    'select first_due_on as first, due_on as due, reason from section_work_matter where id = $1',
    [id],
  )
  assert.deepEqual(row, { first: '2025-03-31', due: '2025-04-30', reason: '等待上级批复' })
})

test('what is overdue is work, in sight of leaders; figures follow the days', async () => {
  const late = (await act('matter.set', { programme: 'other', setBy: SECTION, ...matter({ dueOn: '2025-03-12' }) })).id!
  const gone = (await act('matter.set', { programme: 'other', setBy: SECTION, ...matter({ dueOn: '2025-03-11' }) })).id!
  await act('matter.withdraw', { reason: '与另一事项重复' }, gone)
  county.today = '2025-04-20'
  const { rows } = await asActor(county.database, county.house, actors.leader, (connection) =>
    listTasks(connection, county, sectionWork.tasks, { unmasked: true, overdue: true }),
  )
  assert.ok(rows.some(({ recordId, overdueDays }) => recordId === late && overdueDays === 39))
  assert.ok(!rows.some(({ recordId }) => recordId === gone))
  await act('matter.report', { evidence: '迟到的办结报告' }, late)
  await buildFigures(county.database, {
    county: county.county,
    indicators: sectionWork.indicators,
    horizon: horizonOf('2025-01', county.today),
  })
  const value = async (id: string, period: string) =>
    (await county.figure(`section-work.${id}`, '530721', period)).value
  // Set in March: of the meeting, of the document, of the letter, put off, late; the withdrawn one does not count.
  assert.equal(await value('set', '2025-03'), '5')
  assert.equal(await value('done', '2025-03'), '2')
  assert.deepEqual([await value('overdue', '2025-03'), await value('overdue', '2025-04')], ['1', '2'])
  const rate = await county.figure('section-work.in-time-rate', '530721', '2025')
  // Due until April: of the meeting, of the document, late, and what was put off, which alone was in time.
  assert.deepEqual([rate.numerator, rate.denominator], ['1', '4'])
  assert.equal(await value('meetings', '2025-03'), '1')
})

test('a township sees what it is to do, and nothing of others', async () => {
  const seen = (actor: typeof township) =>
    asActor(county.database, county.house, actor, async (connection) => {
      const count = async (table: string) => (await connection.query(`select 1 from section_work_${table}`)).length
      return [await count('meeting'), await count('matter'), await count('note')]
    })
  assert.deepEqual(await seen(township), [0, 1, 1])
  assert.deepEqual(await seen(actors.township('530721103')), [0, 0, 0])
  assert.deepEqual(await seen(actors.village()), [0, 0, 0])
  assert.deepEqual(await seen(actors.leader), [1, 6, 1])
})
