import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { type CheckSurroundings, runCheck } from './command.ts'
import { reconcileClaims } from './reconcile.ts'
import { sampleDocx } from './testing/sample-docx.ts'

const CLEAN = '某区年终总结\n全年受理投诉21件，办结率95%。'
const CONTRADICTORY = '某区年终总结\n全年受理投诉21件，办结率98%。'
const COMPLAINTS = {
  id: 'complaints',
  names: ['受理投诉'],
  unit: '件',
  place: '530721',
  period: '2025',
  value: '12',
  status: 'closed' as const,
}
let folder: string

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'figure-check-'))
  await writeFile(join(folder, 'clean.txt'), CLEAN)
  await writeFile(join(folder, 'wrong.txt'), CONTRADICTORY)
  await writeFile(join(folder, 'wrong.docx'), await sampleDocx(CONTRADICTORY))
  await writeFile(join(folder, 'broken.docx'), 'PK\u0003\u0004 no archive')
})
after(() => rm(folder, { recursive: true, force: true }))

async function run(...argv: string[]): Promise<{ code: number; out: string; error: string }> {
  const [out, error]: [string[], string[]] = [[], []]
  const code = await runCheck(argv, { out: (line) => out.push(line), error: (line) => error.push(line) })
  return { code, out: out.join('\n'), error: error.join('\n') }
}

test('exit codes: nothing contradicts, something does, unreadable', async () => {
  assert.equal((await run(join(folder, 'clean.txt'))).code, 0)
  assert.equal((await run(join(folder, 'wrong.txt'))).code, 1)
  for (const argv of [[join(folder, 'broken.docx')], [join(folder, 'absent.txt')], [], ['--nonsense']]) {
    const { code, error } = await run(...argv)
    assert.equal(code, 2)
    assert.notEqual(error, '')
  }
})

test('--json gives the contract', async () => {
  const { out } = await run(join(folder, 'wrong.txt'), '--json')
  const { documents, claims, findings } = JSON.parse(out)
  assert.deepEqual(documents, [{ title: '某区年终总结', start: 0, end: CONTRADICTORY.length }])
  assert.deepEqual(claims[1], {
    id: 'c2',
    start: 20,
    end: 23,
    text: '98%',
    value: 98,
    unit: '%',
    kind: 'rate',
    approximate: false,
    status: 'actual',
    subject: { what: '办结率', place: null, period: '全年' },
  })
  assert.deepEqual(Object.keys(findings[0]).sort(), [
    'basis',
    'claim',
    'computed',
    'explanation',
    'formula',
    'others',
    'printed',
    'type',
  ])
  assert.deepEqual(
    [findings[0].claim, findings[0].others, findings[0].type, findings[0].basis],
    ['c2', ['c1'], 'feasible', 'direct'],
  )
})

test('--out gives the Word file back with comments, --list the inventory', async () => {
  const [annotated, list] = [join(folder, 'out.docx'), join(folder, 'list.xlsx')]
  assert.equal((await run(join(folder, 'wrong.docx'), '--out', annotated, '--list', list)).code, 1)
  assert.equal((await run(annotated)).code, 1)
  assert.equal((await readFile(list)).subarray(0, 2).toString(), 'PK')
})

test('only a Word file can be annotated', async () => {
  const { code, error } = await run(join(folder, 'clean.txt'), '--out', join(folder, 'x.docx'))
  assert.equal(code, 2)
  assert.match(error, /只有 Word 文件/)
})

test('a place and a period ask for the figures and the decisions of a county', async () => {
  const lines: string[] = []
  const county: CheckSurroundings['county'] = async ({ claims }, { findings }) => ({
    reconciliation: reconcileClaims(claims, [COMPLAINTS]),
    findings: findings.map((finding) => ({
      ...finding,
      decision: { verdict: 'dismissed' as const, reason: '口径不同' },
    })),
  })
  const surroundings = { out: (line: string) => lines.push(line), error: () => {}, county }
  const asked = [join(folder, 'wrong.txt'), '--place', '530721', '--period', '2025']
  assert.equal(await runCheck(asked, surroundings), 0)
  assert.match(lines.join(''), /文中“21件”，本县数据12件.*文中多9件/)
  await runCheck([...asked, '--json'], surroundings)
  const { findings, dismissed } = JSON.parse(lines.at(-1)!)
  assert.deepEqual([findings.length, dismissed.length], [0, 1])
  assert.match((await run(join(folder, 'clean.txt'), '--place', '530721', '--period', '2025')).error, /没有连接数据库/)
})

test('the text is checked when the county cannot be asked', async () => {
  const error: string[] = []
  const county: CheckSurroundings['county'] = () => {
    throw new Refusal('unavailable', { zh: '数据库没有应答', en: 'The database does not answer' })
  }
  const surroundings = { out: () => {}, error: (line: string) => error.push(line), county }
  const asked = [join(folder, 'wrong.txt'), '--place', '530721', '--period', '2025']
  assert.equal(await runCheck(asked, surroundings), 1)
  assert.match(error.join('\n'), /数据库没有应答/)
})
