import { randomUUID } from 'node:crypto'
import { buildApp } from '@kangheng/server/app.ts'
import { defaultOptions } from '@kangheng/server/setting.ts'
import { signIn, type Client } from './client.ts'
import { openBenchCounty } from './county.ts'
import { judge, load, percentile, type BenchResult, type Measurement } from './measure.ts'

const [COUNTY, TOWNSHIP, VILLAGE] = ['530721', '530721102', '530721102201']

/** What is done at the desk all day, by HTTP one after the other: a follow-up saved, a report card saved, the page of a person opened. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const county = await openBenchCounty(quick, false)
  const { setting } = county
  const app = await buildApp(setting, { ...defaultOptions, logLevel: 'silent' })
  const today = setting.today()
  const idsOf = (statement: string, ...parameters: unknown[]) =>
    setting.database.query<{ id: string }>(statement, parameters).then((rows) => rows.map((row) => row.id))
  const measurements: Measurement[] = []
  const measure = async (name: string, subjects: readonly string[], work: (id: string) => Promise<unknown>) => {
    const [warm, counted] = [subjects.slice(0, 5), subjects.slice(5)]
    await load(warm.length, 1, (at) => work(warm[at]!))
    const times = await load(counted.length, 1, (at) => work(counted[at]!))
    const basis = `${counted.length}, one after the other; p50 ${percentile(times, 50).toFixed(1)} ms`
    measurements.push({ name, value: percentile(times, 95), unit: 'ms', basis })
  }
  const act = (client: Client, action: string, input: object) =>
    client.post(`/api/actions/${action}`, { requestId: randomUUID(), input })
  try {
    const count = quick ? 40 : 305
    const centre = await signIn(app, setting, {
      ...{ role: 'township-centre', division: TOWNSHIP, institution: `C${TOWNSHIP}` },
    })
    const patients = await idsOf(
      `select h.person as id from hypertension_patient h join person p on p.county = h.county and p.id = h.person
       where h.state = 'managed' and h.voided_at is null and left(p.division, 9) = $1 and p.state = 'resident' and h.last_visit_on < $2::date - 5
       order by h.id limit $3`,
      ...[TOWNSHIP, today, count],
    )
    await measure('follow-up saved, p95', patients, (person) =>
      act(centre, 'hypertension.visit.record', {
        ...{ person, happenedOn: today, mode: 'clinic', systolic: 136, diastolic: 84 },
      }),
    )
    const people = await idsOf(
      `select id from person where left(division, 9) = $1 and state = 'resident' and birth < $2::date - 20 * 365 and birth > $2::date - 60 * 365
       order by id limit $3`,
      ...[TOWNSHIP, today, count],
    )
    await measure('report card saved, p95', people, (person) =>
      act(centre, 'communicable-disease.case.report', {
        ...{
          person,
          disease: 'influenza',
          category: 'clinical',
          onsetOn: today,
          diagnosedOn: today,
          diagnosedTime: '00:05',
        },
        ...{ group: 'farmer', origin: 'county' },
      }),
    )
    const readers: [string, Client, string][] = [
      ['county', await signIn(app, setting, { role: 'bureau-section', division: COUNTY }), COUNTY],
      ['township', centre, TOWNSHIP],
      ['village', await signIn(app, setting, { role: 'village-doctor', division: VILLAGE }), VILLAGE],
    ]
    for (const [name, client, division] of readers) {
      // Those with most to show: patients, older people and children of the place.
      const residents = await idsOf(
        `select p.id from person p where p.division like $1 || '%' and p.state = 'resident'
           and (exists (select 1 from hypertension_patient h where h.person = p.id) or p.birth > $2::date - 2000)
         order by p.id limit $3`,
        ...[division, today, quick ? 40 : 205],
      )
      await measure(`person overview, ${name}, p95`, residents, (id) => client.get(`/api/persons/${id}`))
    }
    return judge('desk', measurements, quick)
  } finally {
    await app.close()
    await county.stop()
  }
}
