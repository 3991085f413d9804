import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bind } from '@kangheng/kernel/wording/bound.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { sampleFigure } from '@kangheng/kernel/testing/figures.ts'
import { obstaclesToSigning } from './check.ts'
import { sampleBulletin } from './testing/bulletin.ts'
import { sampleSummary } from './testing/summary.ts'

const saying = (...figures: ReturnType<typeof sampleFigure>[]) =>
  sampleSummary({
    sections: [],
    opening: figures.map((figure) => ({ kind: 'paragraph', parts: zh`签约${bind(figure)}。` })),
  })

test('closed documents may be signed', () => {
  assert.deepEqual(obstaclesToSigning(sampleBulletin()), [])
  assert.deepEqual(obstaclesToSigning(sampleSummary()), [])
})

test('a provisional figure stops the signing, and is named once with what to do', () => {
  const open = sampleFigure({ status: 'provisional', closedOn: null })
  const obstacles = obstaclesToSigning(saying(open, open))
  assert.deepEqual(
    obstacles.map((obstacle) => obstacle.kind),
    ['provisional'],
  )
  assert.match(obstacles[0]!.message.zh, /玉龙纳西族自治县2025年“签约居民”尚未结账，请先结账/)
})

test('what is derived from a provisional figure is provisional too', () => {
  const open = bind(sampleFigure({ status: 'provisional' }), { sameTimeLastYear: sampleFigure({ value: '100000' }) })
  const document = sampleSummary({
    sections: [],
    opening: [{ kind: 'paragraph', parts: zh`签约${open.sameTimeLastYear}。` }],
  })
  assert.deepEqual(
    obstaclesToSigning(document).map((obstacle) => obstacle.kind),
    ['provisional'],
  )
})

test('one figure with two values is a conflict', () => {
  const [obstacle] = obstaclesToSigning(saying(sampleFigure(), sampleFigure({ value: '106352' })))
  assert.equal(obstacle?.kind, 'conflict')
  assert.match(obstacle.message.zh, /106351与106352/)
})

test('a cell in another unit than its column is found', () => {
  const bulletin = sampleBulletin()
  const sections = bulletin.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === 'table'
        ? {
            ...block,
            columns: block.columns.map((column, index) => (index === 1 ? { ...column, unit: '户' } : column)),
          }
        : block,
    ),
  }))
  const [obstacle] = obstaclesToSigning({ ...bulletin, sections })
  assert.equal(obstacle?.kind, 'unit')
  assert.match(obstacle.message.zh, /“常住居民”一栏的单位是“户”/)
})
