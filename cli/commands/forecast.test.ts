import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'kangheng-forecast-'))
after(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'doses.json')
writeFileSync(file, '[{ "vaccine": "DTaP", "date": "2024-05-01" }, { "vaccine": "DTaP", "date": "2024-05-20" }]')

const child = ['--birth', '2024-03-01', '--sex', 'F']
function kangheng(words: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'forecast', ...words], {
    input,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test('the answer for programs has the series in order, the verdict on each dose and the next one', () => {
  const { status, stdout } = kangheng([...child, '--schedule', '2026', '--doses', file, '--on', '2026-05-01', '--json'])
  assert.equal(status, 0)
  const answer = JSON.parse(stdout) as {
    series: { series: string; doses: unknown; next: unknown }[]
    complete: boolean
  }
  assert.equal(answer.complete, false)
  assert.deepEqual(
    answer.series.map(({ series }) => series),
    ['HepB', 'BCG', 'Polio', 'DTaP', 'DT', 'MMR', 'JE', 'MPSV-A', 'MPSV-AC', 'HepA', 'HPV'],
  )
  const dtap = answer.series.find(({ series }) => series === 'DTaP')!
  assert.deepEqual(dtap.doses, [
    { vaccine: 'DTaP', id: 'dtap-1', date: '2024-05-01', valid: true, reason: null },
    { vaccine: 'DTaP', id: null, date: '2024-05-20', valid: false, reason: 'too-young' },
  ])
  assert.deepEqual(dtap.next, {
    id: 'dtap-2',
    earliest: '2024-07-01',
    recommended: '2024-07-01',
    latest: '2025-02-28',
    status: 'overdue',
  })
})

test('standard input, the edition in force on the day, and a table for people', () => {
  const words = [...child, '--doses', '-', '--on', '2024-06-01', '--lang', 'en']
  const { status, stdout } = kangheng(words, '[]')
  assert.equal(status, 0)
  assert.match(stdout, /dtap-1 +Diphtheria, tetanus, pertussis +2024-06-01 +2024-06-01/)
})

const wrong: [words: string[], input: string, message: RegExp][] = [
  [['--sex', 'F', '--doses', file], '', /--birth/],
  [['--birth', '2024-03-01', '--doses', file], '', /--sex/],
  [child, '', /--doses/],
  [['--birth', '2024-13-01', '--sex', 'F', '--doses', file], '', /--birth.*2024-13-01/],
  [['--birth', '2024-03-01', '--sex', 'X', '--doses', file], '', /--sex.*X/],
  [[...child, '--doses', file, '--on', 'today'], '', /--on.*today/],
  [[...child, '--doses', file, '--on', '2024-02-01'], '', /--birth.*--on/],
  [[...child, '--doses', file, '--schedule', '1999'], '', /2021.*2025.*2026/],
  [[...child, '--doses', join(folder, 'none.json')], '', /none\.json/],
  [[...child, '--doses', '-'], '{', /JSON/],
  [[...child, '--doses', '-'], '[{"vaccine":"Pox","date":"2024-05-01"}]', /doses\[0\]\.vaccine.*Pox/],
  [[...child, '--doses', '-', '--on', '2024-04-01'], '[{"vaccine":"DTaP","date":"2024-05-01"}]', /doses\[0\]\.date/],
]
for (const [words, input, message] of wrong)
  test(`kangheng forecast ${words.join(' ').replace(folder, '')} ${input} is refused in both languages`, () => {
    for (const language of ['zh', 'en']) {
      const { status, stdout, stderr } = kangheng([...words, '--lang', language], input)
      assert.deepEqual([status, stdout], [2, ''])
      assert.match(stderr, message)
    }
  })

test('the help tells the form of the file, the states and the reasons', () => {
  for (const language of ['zh', 'en']) {
    const { status, stdout } = kangheng(['--help', '--lang', language])
    assert.equal(status, 0)
    for (const word of ['"vaccine"', 'overdue', 'aged-out', 'too-young', 'live-interval'])
      assert.ok(stdout.includes(word))
  }
})
