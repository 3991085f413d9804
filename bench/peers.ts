import { copyChunks, type CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { buildFiguresOf } from '@kangheng/kernel/indicator/engine.ts'
import { findFigure } from '@kangheng/kernel/indicator/read-figures.ts'
import { openBenchCounty, type BenchCounty } from './county.ts'
import { judge, timed, type BenchResult, type Measurement } from './measure.ts'
import { installPeers, requirePeer } from './peers/install.ts'
import { measureRecords } from './peers/records.ts'
import { measureBundle, patientBundle } from './peers/measure-bundle.ts'

const INDICATOR = 'hypertension.strict-control-rate'
const YEAR = '2025'

interface Patient {
  id: string
  visits: { id: string; on: string; systolic: number; diastolic: number }[]
}

/** Patients under management at the year's end who were not lost, with the visits of the year. */
function readPatients(county: BenchCounty, limit: number): Promise<Patient[]> {
  return county.setting.database.query<Patient>(
    `select p.id, json_agg(json_build_object('id', v.id, 'on', v.happened_on, 'systolic', v.systolic, 'diastolic', v.diastolic) order by v.happened_on) as visits
       from hypertension_patient p
       join residence_episode e on e.county = p.county and e.person = p.person and e.kind = 'usual' and (e.ends_on is null or e.ends_on > '2025-12-31')
       join hypertension_visit v on v.county = p.county and v.person = p.person and v.voided_at is null and v.systolic is not null
        and v.happened_on between '2025-01-01' and '2025-12-31'
      where p.county = $1 and p.voided_at is null and p.lost_on is null and (p.ended_on is null or p.ended_on > '2025-12-31')
      group by p.id order by p.id limit $2`,
    [county.setting.county, limit],
  )
}

interface Calculated {
  results: { detailedResults: { populationResults: { populationType: string; result: boolean }[] }[] }[]
}

/** (a) One indicator for the same patients: a FHIR measure engine against the engine of the house. */
async function measureIndicator(county: BenchCounty, quick: boolean): Promise<Measurement[]> {
  const { Calculator } = requirePeer('fqm-execution') as {
    Calculator: { calculate(measure: object, patients: object[], options: object): Promise<Calculated> }
  }
  const patients = await readPatients(county, quick ? 300 : 2000)
  const bundles = patients.map(patientBundle)
  const options = {
    measurementPeriodStart: `${YEAR}-01-01`,
    measurementPeriodEnd: `${YEAR}-12-31`,
    trustMetaProfile: false,
    calculateHTML: false,
    calculateSDEs: false,
    calculateClauseCoverage: false,
    enableDebugOutput: false,
  }
  const theirs = await timed(() => Calculator.calculate(measureBundle, bundles, options))
  const counted = theirs.result.results.filter((each) =>
    each.detailedResults[0]!.populationResults.some((one) => one.populationType === 'numerator' && one.result),
  ).length
  const expected = patients.filter(({ visits }) => {
    const last = visits.at(-1)!
    return last.systolic < 140 && last.diastolic < 90
  }).length
  if (counted !== expected) throw new Error(`The measure counts ${counted} patients, and there are ${expected}`)
  const { database } = county.setting
  const computation = await county.setting.computation()
  const ours = await timed(() => buildFiguresOf(database, computation, [INDICATOR]))
  const figure = await findFigure(database, county.setting.county, INDICATOR, county.setting.county, YEAR)
  const managed = Number(figure!.denominator)
  // One period of one place there; every month, quarter and year of every village here. Compared is what both did: patients judged for one period.
  const periods = await database.query(`select 1 from figure_period where county = $1 and indicator = $2`, [
    county.setting.county,
    INDICATOR,
  ])
  const theirRate = patients.length / (theirs.ms / 1000)
  const ourRate = (managed * periods.length) / (ours.ms / 1000)
  return [
    { name: 'fqm-execution', value: theirRate, unit: 'patients/s', basis: `${patients.length} patients, one period` },
    {
      name: 'the same indicator here',
      value: ourRate,
      unit: 'patients/s',
      basis: `${managed} patients, ${periods.length} periods, all places, ${(ours.ms / 1000).toFixed(2)} s`,
    },
    { name: 'here / fqm-execution', value: ourRate / theirRate, unit: '×' },
    {
      name: 'here / fqm-execution, the whole time for one period',
      value: managed / (ours.ms / 1000) / theirRate,
      unit: '×',
      basis: 'as if the other periods and places were worth nothing',
    },
  ]
}

const AGGREGATE = `select division, substr(cast(happened_on as varchar), 1, 7) as month, count(*) as visits from visit group by 1, 2`

/** (c) What the machine can do: plain COPY, one sequential scan, DuckDB over the same rows. */
async function measureLimits(county: BenchCounty): Promise<Measurement[]> {
  const { database } = county.setting
  const rows = (await database.queryArrays(
    'select id::text, person::text, division, happened_on, systolic, diastolic from hypertension_visit',
  )) as CopyValue[][]
  await database.execute(
    'create table visit (id uuid, person uuid, division text collate "C", happened_on date, systolic smallint, diastolic smallint)',
  )
  const columns = ['id', 'person', 'division', 'happened_on', 'systolic', 'diastolic']
  const copied = await timed(() => database.copyIn('visit', columns, copyChunks(rows)))
  await database.execute('analyze visit; set max_parallel_workers_per_gather = 0')
  const scanned = await timed(() => database.query(AGGREGATE))
  const { DuckDBInstance } = requirePeer('@duckdb/node-api') as {
    DuckDBInstance: {
      create(path: string): Promise<{
        connect(): Promise<{
          run(statement: string): Promise<unknown>
          runAndReadAll(statement: string): Promise<{ getRows(): unknown[] }>
          createAppender(table: string): Promise<{
            appendVarchar(value: string): void
            appendInteger(value: number): void
            endRow(): void
            closeSync(): void
          }>
        }>
      }>
    }
  }
  const duck = await (await DuckDBInstance.create(':memory:')).connect()
  await duck.run('create table visit (division varchar, happened_on varchar)')
  const appender = await duck.createAppender('visit')
  for (const row of rows) {
    appender.appendVarchar(row[2] as string)
    appender.appendVarchar(row[3] as string)
    appender.endRow()
  }
  appender.closeSync()
  const duckTime = await timed(() => duck.runAndReadAll(AGGREGATE))
  if (duckTime.result.getRows().length !== scanned.result.length) throw new Error('DuckDB counts otherwise')
  const perSecond = (ms: number) => rows.length / (ms / 1000)
  return [
    { name: 'plain COPY', value: perSecond(copied.ms), unit: 'rows/s', basis: `${rows.length} follow-ups, no index` },
    { name: 'one sequential scan, by place and month', value: perSecond(scanned.ms), unit: 'rows/s' },
    { name: 'DuckDB, by place and month', value: perSecond(duckTime.ms), unit: 'rows/s', basis: 'in memory' },
  ]
}

/** The house beside what others use for the same: a FHIR measure engine, a general system for records, and the limits of the machine. Peers are installed on demand in `bench/peers/`. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  if (!installPeers()) {
    console.error('The peers cannot be installed: the npm registry cannot be reached. Nothing was measured.')
    return { rows: [], failures: [] }
  }
  const county = await openBenchCounty(true, true)
  try {
    const measurements = [
      ...(await measureIndicator(county, quick)),
      ...(await measureRecords(county, quick)),
      ...(await measureLimits(county)),
    ]
    return judge('peers', measurements, quick)
  } finally {
    await county.stop()
  }
}
