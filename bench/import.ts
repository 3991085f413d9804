import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { planDemo } from '@kangheng/demo/index.ts'
import { isoOf } from '@kangheng/demo/days.ts'
import type { Resident } from '@kangheng/demo/people/model.ts'
import { residentImport } from '@kangheng/domains/population/resident/register-import/importable.ts'
import { importFile } from '@kangheng/kernel/exchange/staged-import.ts'
import { workbookBytes } from '@kangheng/kernel/exchange/workbook-writer.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { initialise } from '@kangheng/server/installation.ts'
import { startPostgres } from '../scripts/postgres.ts'
import { judge, timed, type BenchResult, type Measurement } from './measure.ts'

const COUNTY = '530721'

/** Residents of a demo county who have a number, in the order of their villages; at least so many. */
export function peopleToImport(rows: number, seed = 7): Resident[] {
  const { population } = planDemo({ scale: rows > 20_000 ? 0.5 : 0.05, seed })
  return population.people.filter((each) => each.document !== null && each.leftOn === null)
}

/** A register of people, as an Excel file. */
export function registerOf(people: readonly Resident[]): Promise<Uint8Array> {
  const columns = [
    '序号',
    '姓名',
    '性别',
    '民族',
    '身份证号',
    '出生日期',
    '户主姓名',
    '乡镇',
    '村(社区)',
    '村民小组',
    '联系电话',
  ]
  const lines = people.map(({ name, sex, ethnic, document, birth, household, phone }, index) => [
    String(index + 1),
    name,
    sex === 'male' ? '男' : '女',
    ethnic,
    document!,
    isoOf(birth),
    household.headName,
    household.village.townshipName,
    household.village.shortName,
    household.group,
    phone ?? '',
  ])
  return workbookBytes([
    { name: '居民花名册', columns: columns.map((title) => ({ title, kind: 'text' as const })), rows: lines },
  ])
}

/** Reads, validates, compares with who is known, and writes one register into an empty county. */
export async function importInto(
  register: Uint8Array,
  url?: string,
): Promise<{ rows: number; added: number; seconds: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'kangheng-bench-'))
  const setting = await initialise({ folder, url }, COUNTY)
  try {
    const actor = testActor('administrator')
    const { ms, result } = await timed(() =>
      importFile(setting, residentImport, actor, { bytes: register, name: 'register.xlsx' }),
    )
    const { counts } = result.job
    return { rows: Number(counts['data_rows']), added: Number(counts['added']), seconds: ms / 1000 }
  } finally {
    await setting.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Import of a resident register, from the file to persons, households and residence, on both engines. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const rows = quick ? 8000 : 100_000
  const register = await registerOf(peopleToImport(rows).slice(0, rows))
  const measurements: Measurement[] = []
  const measure = async (engine: string, url?: string) => {
    const { rows, added, seconds } = await importInto(register, url)
    measurements.push({
      name: `register import, ${engine}`,
      value: rows / seconds,
      unit: 'rows/s',
      basis: `${rows} rows read and validated, ${added} persons written in ${seconds.toFixed(1)} s`,
    })
  }
  const server = await startPostgres({ durable: true, settings: ['shared_buffers=2GB', 'max_wal_size=8GB'] })
  if (!server) throw new Error('PostgreSQL is not installed: apt-get install postgresql')
  try {
    await measure('PostgreSQL', server.socketUrl)
  } finally {
    server.stop()
  }
  await measure('PGlite')
  return judge('import', measurements, quick)
}
