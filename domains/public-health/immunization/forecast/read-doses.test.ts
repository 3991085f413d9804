import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { readDoses } from './read-doses.ts'

const read = (text: string) => readDoses(text, '2024-03-01', '2026-05-01')
const refused = (field: string, words: RegExp) => (error: unknown) =>
  error instanceof Refusal && error.field === field && words.test(error.text.zh) && words.test(error.text.en)

test('a list of doses is read, whatever the case of its codes', () => {
  assert.deepEqual(
    read('\uFEFF[{"vaccine":"dtap","date":"2024-05-01"},{"vaccine":"DTaP-IPV-Hib","date":"2024-03-01"}]'),
    [
      { vaccine: 'DTaP', date: '2024-05-01' },
      { vaccine: 'DTaP-IPV/Hib', date: '2024-03-01' },
    ],
  )
  assert.deepEqual(read('[]'), [])
})

const faults: [text: string, field: string, words: RegExp][] = [
  ['', 'doses', /JSON/],
  ['{"vaccine":"DTaP"', 'doses', /JSON/],
  ['{"vaccine":"DTaP","date":"2024-05-01"}', 'doses', /\[\]/],
  ['null', 'doses', /vaccine/],
  ['[null]', 'doses[0]', /doses\[0\]/],
  ['["DTaP"]', 'doses[0]', /vaccine/],
  ['[{"date":"2024-05-01"}]', 'doses[0].vaccine', /HepB/],
  [
    '[{"vaccine":"DTaP","date":"2024-05-01"},{"vaccine":"Smallpox","date":"2024-05-01"}]',
    'doses[1].vaccine',
    /Smallpox/,
  ],
  ['[{"vaccine":"toString","date":"2024-05-01"}]', 'doses[0].vaccine', /toString/],
  ['[{"vaccine":5,"date":"2024-05-01"}]', 'doses[0].vaccine', /5/],
  ['[{"vaccine":"DTaP"}]', 'doses[0].date', /2024-05-01/],
  ['[{"vaccine":"DTaP","date":20240501}]', 'doses[0].date', /20240501/],
  ['[{"vaccine":"DTaP","date":"2024-5-1"}]', 'doses[0].date', /2024-5-1/],
  ['[{"vaccine":"DTaP","date":"2025-02-29"}]', 'doses[0].date', /2025-02-29/],
  ['[{"vaccine":"DTaP","date":"2024-02-29"}]', 'doses[0].date', /2024-03-01/],
  ['[{"vaccine":"DTaP","date":"2026-05-02"}]', 'doses[0].date', /--on/],
]
for (const [text, field, words] of faults)
  test(`“${text}” is refused at ${field}, with what to do`, () =>
    assert.throws(() => read(text), refused(field, words)))
