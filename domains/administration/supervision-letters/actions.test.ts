import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { resident } from '../../population/resident/index.ts'
import { actors, openTestCounty, refusal, type TestCounty } from '../../testing/county.ts'
import { supervisionLetters } from './index.ts'

const letter = {
  place: '530721102',
  gravity: 'yellow',
  cause: 'other',
  title: '死亡登记迟报',
  facts: '一季度死亡登记迟报12例',
  demands: '查明原因，限期补报',
}

describe('supervision letters', () => {
  let county: TestCounty
  const act = (action: string, input: unknown, id?: string, actor = actors.bureau) =>
    county.act(actor, `supervision-letters.letter.${action}`, input, id ? { id } : undefined)
  const rows = () =>
    county.database.query<{
      id: string
      number: string
      gravity: string
      state: string
      answer_by: string
      returned: number
    }>('select id, number, gravity, state, answer_by, returned from supervision_letter order by serial')
  before(async () => {
    county = await openTestCounty([resident, supervisionLetters], '2025-03-01')
  })
  after(() => county.close())

  test('no letter is sent about births', async () => {
    for (const indicator of [
      'resident.births',
      'resident.birth-rate',
      'resident.natural-growth',
      'resident.sex-ratio-at-birth',
    ])
      await assert.rejects(act('issue', { ...letter, indicator }), refusal('invalid', 'indicator'))
  })

  test('a yellow letter is answered, sent back, answered again and closed', async () => {
    const id = (await act('issue', letter)).id!
    assert.deepEqual(
      (await rows()).map(({ number, gravity, answer_by }) => [number, gravity, answer_by]),
      [['督办〔2025〕1号', 'yellow', '2025-03-16']],
    )
    await assert.rejects(act('issue', letter), refusal('invalid', 'title'))
    await assert.rejects(
      act(
        'answer',
        { measures: '已安排专人', evidence: '安排表', answeredBy: '和院长' },
        id,
        actors.township('530721103'),
      ),
      refusal('not-found'),
    )
    await act('answer', { measures: '已安排专人', evidence: '安排表', answeredBy: '和院长' }, id, actors.township())
    await act('return', { opinion: '没有说明补报情况', answerBy: '2025-03-20' }, id)
    await act('answer', { measures: '12例全部补报', evidence: '补报清单', answeredBy: '和院长' }, id, actors.township())
    await act('close', { opinion: '抽查5例均已补报' }, id)
    const [row] = await rows()
    assert.deepEqual([row!.state, row!.returned], ['closed', 1])
  })

  test('the second yellow about the same matter is red; unanswered, it becomes an interview', async () => {
    const id = (await act('issue', letter)).id!
    assert.equal((await rows()).at(-1)!.gravity, 'red')
    await assert.rejects(act('escalate', { opinion: '没有答复' }, id), refusal('invalid', 'answerBy'))
    county.today = '2025-03-12'
    await act('escalate', { opinion: '逾期没有答复' }, id)
    const last = (await rows()).at(-1)!
    assert.deepEqual(
      [last.number, last.gravity, last.state, last.answer_by],
      ['督办〔2025〕3号', 'interview', 'issued', '2025-03-17'],
    )
    county.today = '2025-03-20'
    await assert.rejects(act('escalate', { opinion: '仍然没有答复' }, last.id), refusal('invalid', 'gravity'))
  })
})
