import { type Example, testExamples } from './testing/cases.ts'

/** series, doses before in order, vaccine, id, minimum age, last age in time, schedule, birth */
type Row = readonly [
  series: Example['series'],
  before: string,
  vaccine: string,
  id: string,
  from: string,
  last: string,
  schedule?: string,
  birth?: string,
]

const dtap = 'DTaP 2m, DTaP 4m, DTaP 6m'
const oldDtap = 'DTaP 3m, DTaP 4m, DTaP 5m'

/** The national table: minimum age, and the last day before the age by which the dose is to be finished. domain-facts § 2.1 (S:BABY). */
const table: readonly Row[] = [
  ['HepB', '', 'HepB', 'hepb-1', '0d', '1d'],
  ['HepB', 'HepB 0d', 'HepB', 'hepb-2', '1m', '12m-1d'],
  ['HepB', 'HepB 0d, HepB 1m', 'HepB', 'hepb-3', '6m', '12m-1d'],
  ['BCG', '', 'BCG', 'bcg-1', '0d', '3m-1d'],
  ['Polio', '', 'IPV', 'polio-1', '2m', '12m-1d'],
  ['Polio', 'IPV 2m', 'IPV', 'polio-2', '3m', '12m-1d'],
  ['Polio', 'IPV 2m, IPV 3m', 'bOPV', 'polio-3', '4m', '12m-1d'],
  ['Polio', 'IPV 2m, IPV 3m, bOPV 4m', 'bOPV', 'polio-4', '4y', '5y-1d'],
  ['DTaP', '', 'DTaP', 'dtap-1', '2m', '12m-1d'],
  ['DTaP', 'DTaP 2m', 'DTaP', 'dtap-2', '4m', '12m-1d'],
  ['DTaP', 'DTaP 2m, DTaP 4m', 'DTaP', 'dtap-3', '6m', '12m-1d'],
  ['DTaP', dtap, 'DTaP', 'dtap-4', '18m', '24m-1d'],
  ['DTaP', `${dtap}, DTaP 18m`, 'DTaP', 'dtap-5', '6y', '7y-1d'],
  ['MMR', '', 'MMR', 'mmr-1', '8m', '12m-1d'],
  ['MMR', 'MMR 8m', 'MMR', 'mmr-2', '18m', '24m-1d'],
  ['JE', '', 'JE-L', 'je-1', '8m', '12m-1d'],
  ['JE', 'JE-L 8m', 'JE-L', 'je-2', '24m', '36m-1d'],
  ['JE', 'JE-I 8m, JE-I 8m+7d', 'JE-I', 'je-3', '24m', '36m-1d'],
  ['JE', 'JE-I 8m, JE-I 8m+7d, JE-I 24m', 'JE-I', 'je-4', '6y', '7y-1d'],
  ['MPSV-A', '', 'MPSV-A', 'mpsva-1', '6m', '12m-1d'],
  ['MPSV-A', 'MPSV-A 6m', 'MPSV-A', 'mpsva-2', '9m', '24m-1d'],
  ['MPSV-AC', 'MPSV-A 6m, MPSV-A 9m', 'MPSV-AC', 'mpsvac-1', '3y', '4y-1d'],
  ['MPSV-AC', 'MPSV-A 6m, MPSV-A 9m, MPSV-AC 3y', 'MPSV-AC', 'mpsvac-2', '6y', '7y-1d'],
  ['HepA', '', 'HepA-L', 'hepa-1', '18m', '24m-1d'],
  ['HepA', 'HepA-I 18m', 'HepA-I', 'hepa-2', '24m', '36m-1d'],
  ['HPV', '', 'HPV2', 'hpv-1', '13y', '14y-1d'],
  // 2025: as 2026, but for the second dose of MPSV-A.
  ['DTaP', '', 'DTaP', 'dtap-1', '2m', '12m-1d', '2025'],
  ['DTaP', 'DTaP 2m', 'DTaP', 'dtap-2', '4m', '12m-1d', '2025'],
  ['DTaP', `${dtap}, DTaP 18m`, 'DTaP', 'dtap-5', '6y', '7y-1d', '2025'],
  ['MPSV-A', 'MPSV-A 6m', 'MPSV-A', 'mpsva-2', '9m', '18m-1d', '2025'],
  ['HPV', '', 'HPV2', 'hpv-1', '13y', '14y-1d', '2025'],
  // 2021: DTaP at 3, 4, 5 and 18 months, DT at 6 years.
  ['HepB', 'HepB 0d, HepB 1m', 'HepB', 'hepb-3', '6m', '12m-1d', '2021', '2017-08-31'],
  ['DTaP', '', 'DTaP', 'dtap-1', '3m', '12m-1d', '2021', '2017-08-15'],
  ['DTaP', 'DTaP 3m', 'DTaP', 'dtap-2', '4m', '12m-1d', '2021', '2017-08-15'],
  ['DTaP', 'DTaP 3m, DTaP 4m', 'DTaP', 'dtap-3', '5m', '12m-1d', '2021', '2017-08-15'],
  ['DTaP', oldDtap, 'DTaP', 'dtap-4', '18m', '24m-1d', '2021', '2017-08-15'],
  ['DT', `${oldDtap}, DTaP 18m`, 'DT', 'dt-1', '6y', '7y-1d', '2021', '2017-08-15'],
  ['MPSV-A', 'MPSV-A 6m', 'MPSV-A', 'mpsva-2', '9m', '18m-1d', '2021', '2017-08-15'],
  ['MMR', 'MMR 8m', 'MMR', 'mmr-2', '18m', '24m-1d', '2021', '2020-01-31'],
]

/** The product the programme would forecast; for the others the table’s dose is given, but not looked for. */
const forecastByDefault = (vaccine: string, before: string) => !['JE-I', 'HepA-I'].includes(vaccine) || before !== ''

testExamples(
  table.flatMap(([series, before, vaccine, id, from, last, schedule, birth]): Example[] => {
    const common = {
      source: 'domain-facts § 2.1',
      series,
      ...(schedule ? { schedule } : {}),
      ...(birth ? { birth } : {}),
    }
    const given = (age: string) => [before, `${vaccine} ${age}`].filter(Boolean).join(', ')
    const soon = from === '0d' ? [] : [{ ...common, given: given(`${from}-1d`), on: '17y', last: 'too-young' }]
    const verdicts = [...soon, { ...common, given: given(from), on: '17y', last: id }].map(
      ({ last: verdict, ...each }) => ({
        ...each,
        doses: [...answerWords(before, series), verdict].join(' '),
      }),
    )
    if (!forecastByDefault(vaccine, before)) return verdicts
    const next = (status: string) => `${id} ${from} ${last} ${status}`
    const future = from === '0d' ? [] : [{ ...common, given: before, on: `${from}-1d`, next: next('future') }]
    return [
      ...verdicts,
      ...future,
      { ...common, given: before, on: from, next: next('due') },
      { ...common, given: before, on: last, next: next('due') },
      { ...common, given: before, on: dayAfter(last), next: endsWithLimit(id, last) ? 'aged-out' : next('overdue') },
    ]
  }),
)

/** From two years on A with C takes over from A, and from seven on DT from DTaP, so that these doses age out instead of being overdue. */
function endsWithLimit(id: string, last: string): boolean {
  return id === 'dtap-5' || (id === 'mpsva-2' && last === '24m-1d')
}

function dayAfter(age: string): string {
  return age.endsWith('-1d') ? age.slice(0, -3) : age.replace(/^(\d+)d$/, (_, days: string) => `${Number(days) + 1}d`)
}

/** The ids that the doses before have in their series. */
function answerWords(before: string, series: Example['series']): string[] {
  const prefix = {
    HepB: 'hepb',
    BCG: 'bcg',
    Polio: 'polio',
    DTaP: 'dtap',
    DT: 'dt',
    MMR: 'mmr',
    JE: 'je',
    HepA: 'hepa',
    HPV: 'hpv',
    'MPSV-A': 'mpsva',
    'MPSV-AC': 'mpsvac',
  }[series]
  const mine = before
    .split(', ')
    .filter(
      (dose) =>
        dose && (series === 'DT' ? dose.startsWith('DT ') : series === 'MPSV-AC' ? dose.startsWith('MPSV-AC') : true),
    )
  return mine.map((_, index) => `${prefix}-${index + 1}`)
}
