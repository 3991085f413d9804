import { randomUUID } from 'node:crypto'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { importFile } from '@kangheng/kernel/exchange/staged-import.ts'
import { resultImport } from '@kangheng/domains/public-health/physical-examination/result-import/importable.ts'
import { printedForms } from '@kangheng/reporting/forms/forms.ts'
import { printable } from '@kangheng/reporting/forms/markup.ts'
import { printPdf } from '@kangheng/reporting/forms/pdf.ts'
import type { Setting } from '@kangheng/server/setting.ts'
import { openBenchCounty } from './county.ts'
import { judge, timed, type BenchResult, type Measurement } from './measure.ts'

const DAY = '2025-12-30'
const COUNTY_WIDE = '530721'

/** People with a health record brought to one stop with their examination forms, each with a labelled tube. */
async function arrivals({ database }: Setting, count: number): Promise<void> {
  const [stop, campaign] = [randomUUID(), randomUUID()]
  await database.query(
    `with seat as (select h.county, h.id as record, h.person, h.division, row_number() over (order by h.id) as n, gen_random_uuid() as form
        from health_record h where h.state = 'open' and h.voided_at is null
          and not exists (select 1 from physical_examination_attendance a where a.county = h.county and a.person = h.person) order by h.id limit $1),
      form as (insert into health_examination (county, id, division, person, happened_on, state, health_record, symptoms, problems, guidance, risk_controls)
        select county, form, division, person, $2::date, 'recorded', record, '[]', '[]', '[]', '[]' from seat returning id)
      insert into physical_examination_attendance (county, id, division, person, happened_on, state, stop, campaign, called_groups, barcode, examination)
        select county, gen_random_uuid(), division, person, $2::date, 'arrived', $3::uuid, $4::uuid, '["older"]', 'B' || lpad(n::text, 7, '0'), form from seat`,
    [count, DAY, stop, campaign],
  )
  await database.execute('analyze')
}

const ITEMS: readonly (readonly [code: string, unit: string, low: number, high: number])[] = [
  ['HGB', 'g/L', 100, 170],
  ['WBC', '10*9/L', 3, 11],
  ['PLT', '10*9/L', 100, 380],
  ['GLU', 'mmol/L', 3.5, 9],
  ['ALT', 'U/L', 5, 60],
  ['AST', 'U/L', 10, 50],
  ['CREA', 'umol/L', 40, 130],
  ['UREA', 'mmol/L', 2, 10],
  ['TC', 'mmol/L', 3, 7],
  ['TG', 'mmol/L', 0.5, 4],
]

/** A file of ORU^R01 messages: one for each tube, ten results in each. */
function messages(people: number): Uint8Array {
  const lines: string[] = []
  for (let n = 1; n <= people; n += 1) {
    lines.push(
      `MSH|^~\\&|BS-800|VEHICLE|LIS|KH|20251230101500||ORU^R01|M${n}|P|2.3.1||||||UNICODE UTF-8`,
      `PID|1||P${n}`,
      `OBR|1||B${String(n).padStart(7, '0')}|PANEL|||20251230093000`,
    )
    for (const [index, [code, unit, low, high]] of ITEMS.entries()) {
      const share = ((n * 7919 + index * 104_729) % 1000) / 1000
      lines.push(
        `OBX|${index + 1}|NM|${code}||${(low + (high - low) * share).toFixed(1)}|${unit}|||||F|||20251230094000`,
      )
    }
  }
  return Buffer.from(lines.join('\r'))
}

/** Import of analysers' results from the file to the examination forms, and 200 forms as one PDF. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  // A twentieth of the county: an import looks for its own people by key, however many others there are.
  const bench = await openBenchCounty(true, false)
  const { setting } = bench
  const measurements: Measurement[] = []
  try {
    const people = quick ? 300 : 1000
    await arrivals(setting, people)
    const file = { bytes: messages(people), name: 'results.hl7' }
    const imported = await timed(() =>
      importFile(setting, resultImport, testActor('township-centre', COUNTY_WIDE), file),
    )
    const { added } = imported.result.job.counts
    if (added !== people * ITEMS.length) throw new Error(`${String(added)} results were written`)
    measurements.push({
      ...{ name: 'results imported, PostgreSQL', value: imported.ms / 1000, unit: 's' },
      basis: `${added} results of ${people} people, HL7, with their forms filled in`,
    })
    const again = await timed(() =>
      importFile(setting, resultImport, testActor('township-centre', COUNTY_WIDE), { ...file, name: 'again.hl7' }),
    )
    if (again.result.job.counts['added'] !== 0) throw new Error('The same file was written twice')
    measurements.push({ name: 'same results again', value: again.ms / 1000, unit: 's', basis: 'nothing written' })

    const forms = quick ? 50 : 200
    const printed = await timed(async () => {
      const actor = testActor('township-centre', COUNTY_WIDE)
      const pages = await asActor(setting.database, setting.house, actor, async (connection) => {
        const rows = await connection.query<{ id: string }>(
          'select id from physical_examination_attendance where examination is not null order by barcode limit $1',
          [forms],
        )
        const form = printedForms.find((each) => each.id === 'attendance-form')!
        return form.print(
          { connection, county: setting.county },
          rows.map(({ id }) => id),
        )
      })
      if (pages.forms.length !== forms) throw new Error(`${pages.forms.length} forms were made`)
      return printPdf(printable('健康体检表', pages.forms))
    })
    measurements.push({
      ...{ name: 'forms as one PDF', value: printed.ms / 1000, unit: 's' },
      basis: `${forms} examination forms, ${Math.round(printed.result.length / 1024)} KiB`,
    })
  } finally {
    await bench.stop()
  }
  return judge('examinations', measurements, quick)
}
